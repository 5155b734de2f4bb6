//! When and where a clause happened: its own time and place, else those of what it stands in.

use crate::View;
use verbale_document::{Deprel, MentionIdx, MentionKind, SmolStr, TimeType, TokenIdx, When};

/// Branches that are clauses of their own.
fn own_clause(rel: Deprel) -> bool {
    matches!(rel.universal(), "ccomp" | "csubj" | "advcl" | "acl" | "parataxis" | "xcomp")
}

/// Prepositions that put something at a place.
fn is_locative(case: &str) -> bool {
    matches!(
        case,
        "in" | "at"
            | "near"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "off"
            | "along"
            | "throughout"
    )
}

/// Prepositions that put something at a time.
fn is_of_time(case: &str) -> bool {
    matches!(case, "in" | "at" | "during" | "after" | "before" | "since" | "following")
}

/// Prepositions before what an act is about.
fn is_of_matter(case: &str) -> bool {
    matches!(case, "for" | "over" | "about")
}

impl View<'_> {
    /// The date of the clause of `predicate`: a date in it, else in a clause around it, else the
    /// document's date (with no mention). `None` where nothing is dated.
    pub fn when(&self, predicate: TokenIdx) -> Option<When> {
        let own = self.time_in(predicate);
        let found = own.or_else(|| self.tree.ancestors(predicate).find_map(|a| self.time_in(a)));
        match found {
            Some(m) => {
                let time = self.doc.mention(m).time.as_ref()?;
                let (value, start, end) = (time.value.clone(), time.start, time.end);
                Some(When { value, start, end, mention: Some(m) })
            }
            None => self.document_date(),
        }
    }

    /// The document's own date.
    pub fn document_date(&self) -> Option<When> {
        let stamp = self.doc.meta.published_at.as_ref()?;
        let (value, day) = (SmolStr::from(stamp.date.to_string()), Some(stamp.date));
        Some(When { value, start: day, end: day, mention: None })
    }

    /// The first calendar date among the words of a clause, clauses inside it left out.
    pub fn time_in(&self, predicate: TokenIdx) -> Option<MentionIdx> {
        let words = self.clause_words(predicate).into_iter();
        let another = |t| self.dates_another(t, predicate) || self.dates_matter(t, predicate);
        let own = words.filter(|&t| !another(t));
        let past = |m: MentionIdx| self.is_present_perfect(predicate) && self.is_year_over(m);
        let times = own.filter_map(|t| self.time_at(t));
        times.into_iter().find(|&m| self.is_calendar(m) && !past(m))
    }

    /// "Ann Lee, president *until 2006*, said ...", "recalled the *1988* debate": a time in an apposition, or
    /// before a noun that is neither the predicate nor part of a phrase that tells when or where.
    fn dates_another(&self, time: TokenIdx, predicate: TokenIdx) -> bool {
        let mut at = time;
        let mut before = false;
        while at != predicate {
            let token = self.tree.token(at);
            let Some(head) = token.head else { return false };
            match token.deprel {
                Deprel::Appos => return true,
                // "barred from office *until 2030*": how long, not when
                _ if matches!(self.case_of(at), Some("until" | "till")) => return true,
                // "under the Prevention Act, *1956*"
                _ if self.is_of_class(head, "statute") && self.is_capitalised(head) => return true,
                Deprel::Obl | Deprel::OblUnmarked => return false,
                Deprel::Nmod if self.case_of(at).is_some_and(is_of_time) => return false,
                Deprel::Compound | Deprel::Amod | Deprel::Nummod if head != predicate => {
                    before |= !self.is_time(head);
                }
                _ => {}
            }
            at = head;
        }
        before
    }

    fn is_capitalised(&self, word: TokenIdx) -> bool {
        self.doc.word(word).starts_with(char::is_uppercase)
    }

    /// "sentenced *for* their part in the massacre in *1994*": what is dated is the matter, not what is done about it.
    /// Right behind the matter a time may be of either ("sentenced for murder in 1994").
    fn dates_matter(&self, time: TokenIdx, predicate: TokenIdx) -> bool {
        let matter = |t: TokenIdx| {
            let rel = self.tree.token(t).deprel;
            rel == Deprel::Obl && self.case_of(t).is_some_and(is_of_matter)
        };
        let mut above = self.tree.ancestors(time).take_while(|&a| a != predicate).skip(1);
        self.case_of(time) == Some("in") && above.any(matter)
    }

    /// "*has sentenced* six men for crimes in 1971": a present perfect is not of a time that is over (Quirk et al.
    /// 1985, 4.23).
    fn is_present_perfect(&self, verb: TokenIdx) -> bool {
        let now = |k: TokenIdx| {
            self.is_lemma(k, "have") && matches!(self.tree.token(k).xpos.as_str(), "VBZ" | "VBP")
        };
        self.tree.token(verb).xpos == "VBN" && self.tree.children_by(verb, Deprel::Aux).any(now)
    }

    /// Whether a time is a year that was over when the document was published.
    fn is_year_over(&self, mention: MentionIdx) -> bool {
        let time = self.doc.mention(mention).time.as_ref();
        let year = time.filter(|t| t.value.len() == 4 && t.value.parse::<u16>().is_ok());
        let day = self.doc.meta.published_at.as_ref().map(|stamp| stamp.date);
        year.and_then(|t| t.end).zip(day).is_some_and(|(end, day)| end < day)
    }

    fn is_calendar(&self, mention: MentionIdx) -> bool {
        let time = self.doc.mention(mention).time.as_ref();
        time.is_some_and(|t| matches!(t.kind, TimeType::Date | TimeType::Time) && t.start.is_some())
    }

    /// The place of a clause: a place after a locative preposition among its words; the most
    /// specific kind wins, then the first.
    pub fn place_in(&self, predicate: TokenIdx) -> Option<MentionIdx> {
        let words = self.clause_words(predicate);
        let places = words.into_iter().filter_map(|t| self.place_at(t, predicate));
        places.min_by_key(|&m| (self.doc.mention(m).kind != MentionKind::Place, m))
    }

    fn place_at(&self, token: TokenIdx, predicate: TokenIdx) -> Option<MentionIdx> {
        let mention = self.actor_at(token)?;
        let kind = self.doc.mention(mention).kind;
        let located = matches!(kind, MentionKind::Place | MentionKind::Country)
            && self.doc.mention(mention).head == token
            && self.stands_in_place(token, predicate);
        located.then_some(mention)
    }

    /// Whether a locative preposition stands on the way from `token` up to `predicate`, with
    /// nothing but names and "of" phrases between ("in the Kazakh city of Almaty").
    fn stands_in_place(&self, token: TokenIdx, predicate: TokenIdx) -> bool {
        let mut at = token;
        for _ in 0..4 {
            match self.case_of(at) {
                Some(case) if is_locative(case) => return true,
                Some("of") | None => {}
                Some(_) => return false,
            }
            let link = self.tree.token(at);
            let passes = matches!(
                link.deprel,
                Deprel::Nmod
                    | Deprel::Appos
                    | Deprel::Flat
                    | Deprel::Compound
                    | Deprel::NmodDesc
                    | Deprel::Conj
            );
            match link.head {
                Some(head) if passes && head != predicate => at = head,
                _ => return false,
            }
        }
        false
    }

    /// Tokens under `predicate` without those of clauses inside it, left to right.
    pub fn clause_words(&self, predicate: TokenIdx) -> Vec<TokenIdx> {
        self.tree.subtree_without(predicate, |t| {
            let token = self.tree.token(t);
            own_clause(token.deprel)
                || (token.deprel == Deprel::Conj && token.upos == verbale_document::Upos::Verb)
        })
    }
}
