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
        let own = words.filter(|&t| !self.dates_another(t, predicate));
        own.filter_map(|t| self.time_at(t)).find(|&m| self.is_calendar(m))
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
                Deprel::Obl | Deprel::OblUnmarked => return false,
                Deprel::Nmod if self.case_of(at).is_some_and(is_of_time) => return false,
                Deprel::Compound | Deprel::Amod | Deprel::Nummod if head != predicate => {
                    before |= self.time_at(head).is_none();
                }
                _ => {}
            }
            at = head;
        }
        before
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
