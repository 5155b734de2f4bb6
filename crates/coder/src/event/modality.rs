//! Polarity and modality of a clause, by its auxiliaries, its place in the tree and its date.
//!
//! The four values of [`Modality`] stand for the auxiliary modes that the PLOVER manual names
//! (historical, future, hypothetical) and plain fact. Reported "would" is future in the past (Quirk et al.
//! 1985, 14.31). What is historical a date says, or a word such as "used to": a past perfect tells what came before
//! something else, and most often belongs to the story's own time.

use crate::{Clause, View};
use verbale_document::{
    Date, Deprel, Mention, MentionIdx, MentionKind, Modality, SmolStr, TokenIdx, Upos, When,
};

/// Modals of what is to come.
const FUTURE: [&str; 4] = ["will", "shall", "wo", "'ll"];

/// Days after which a dated event is background.
const BACKGROUND_DAYS: i64 = 365;
/// Days of a date that is a year without a month, at least.
const YEAR: i64 = 364;

/// What the auxiliaries and the position of a verb say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Mood {
    /// Under "not", "never", "no".
    pub negated: bool,
    /// "will", reported "would", an infinitive headline.
    pub future: bool,
    /// The future is one that is arranged: "is due to", an infinitive headline.
    pub arranged: bool,
    /// "may", "should", "if", purpose clauses, imperatives.
    pub hypothetical: bool,
    /// Told as of another time ("used to").
    pub background: bool,
}

impl View<'_> {
    /// The mood of a verb's clause.
    pub fn mood(&self, clause: &Clause) -> Mood {
        let verb = clause.predicate;
        let reported = self.is_reported(verb);
        let modal =
            clause.modal.clone().or_else(|| self.shared_modal(verb)).map(|m| m.to_lowercase());
        let would = modal.as_deref() == Some("would") && !self.is_unreal(clause);
        let arranged = self.is_headline_infinitive(verb) || self.is_due(verb);
        let future = modal.as_deref().is_some_and(|m| FUTURE.contains(&m))
            || (would && reported)
            || arranged;
        let possible = modal.is_some() && !future;
        let means = self.tree.token(verb).head.filter(|_| self.is_means(verb));
        let outer = means.or_else(|| self.ranking(verb)).or_else(|| self.use_above(verb));
        let outer = outer.map(|head| self.mood(&self.clause(head))).unwrap_or_default();
        // "had *no* choice but to resign" is no denial.
        let outer_negated = outer.negated && self.only_choice(verb).is_none();
        let must = self.has_to(verb).map(|head| self.clause(head).modal);
        let must = must.flatten().map(|modal| modal.to_lowercase());
        let will = must.as_deref().is_some_and(|m| FUTURE.contains(&m));
        Mood {
            negated: clause.negated != (self.is_undone(verb) || outer_negated),
            future: future || outer.future || will,
            arranged: arranged || outer.arranged,
            hypothetical: possible
                || must.is_some() && !will
                || self.is_conditional(verb)
                || self.is_awaited(verb)
                || self.is_purpose(verb) && !self.is_headline_infinitive(verb)
                || self.is_asked(verb)
                || self.is_subjunctive(verb)
                || self.is_imperative(verb)
                || outer.hypothetical,
            background: self.was_once(verb) || outer.background,
        }
    }

    /// "would have cut", "if I were asked, I would veto it": what "would" tells of as not so, or as so on a
    /// condition (Huddleston and Pullum 2002, chapter 8, section 14).
    fn is_unreal(&self, clause: &Clause) -> bool {
        let condition = |k: &TokenIdx| {
            let adverbial = self.tree.token(*k).deprel == Deprel::Advcl;
            adverbial && self.has_past(*k) && self.is_conditional(*k)
        };
        clause.auxiliaries.iter().any(|a| a == "have")
            || self.tree.children(clause.predicate).iter().any(condition)
    }

    /// Whether a verb or one of its auxiliaries is in the past tense.
    pub fn has_past(&self, verb: TokenIdx) -> bool {
        let past = |t: TokenIdx| self.tree.token(t).xpos == "VBD";
        past(verb) || self.tree.children(verb).iter().any(|&k| past(k))
    }

    /// "may answer *by imposing* sanctions", "must focus *on freeing* the men": the means is as real as what it is
    /// the means of, and so is what somebody sets his mind on.
    pub fn is_means(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let minded = token.head.is_some_and(|h| self.is_of_class(h, "minding"));
        let by = |k: &TokenIdx| {
            matches!(self.tree.token(*k).deprel, Deprel::Mark | Deprel::Case)
                && (self.is_lemma(*k, "by") || minded && self.is_lemma(*k, "on"))
        };
        token.deprel == Deprel::Advcl
            && token.xpos == "VBG"
            && self.tree.children(verb).iter().any(by)
    }

    /// "*used* his speech to accuse Togo", "*took* the occasion to thank Togo": what a means or an occasion is
    /// used for is as real as its use, and so is what nothing else was left to do.
    pub fn use_above(&self, verb: TokenIdx) -> Option<TokenIdx> {
        if let Some(left) = self.only_choice(verb) {
            return Some(left);
        }
        let token = self.tree.token(verb);
        let head = token.head.filter(|_| self.has_mark(verb, &["to"]))?;
        let occasion = self.is_of_class(head, "occasion");
        let user = match token.deprel {
            Deprel::Acl if occasion => self.tree.token(head).head?,
            Deprel::Advcl | Deprel::Xcomp => head,
            _ => return None,
        };
        let object = self.tree.child(user, Deprel::Obj)?;
        let good = self.is_of_class(object, "occasion");
        let common = self.is_of_class(user, "taking");
        (self.is_of_class(user, "using") && (good || !common)).then_some(user)
    }

    /// "*had* no choice but to resign": what was all that one could do was done.
    fn only_choice(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let head = self.tree.token(verb).head.filter(|_| self.has_mark(verb, &["but"]))?;
        let above = match self.tree.token(head).upos {
            Upos::Noun => self.tree.token(head).head?,
            _ => head,
        };
        let choice = self.tree.children(above).iter().any(|&k| self.is_of_class(k, "choice"));
        (choice && self.has_past(above)).then_some(above)
    }

    /// "would *have* to arrest", "will have to pay": what has to be done is as the verb is told.
    fn has_to(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let head = token.head.filter(|_| token.deprel == Deprel::Xcomp)?;
        (self.is_lemma(head, "have") && self.has_mark(verb, &["to"])).then_some(head)
    }

    /// "is *due to* visit", where the tree has "due to" as a mark.
    fn is_due(&self, verb: TokenIdx) -> bool {
        self.has_mark(verb, &["due"])
    }

    /// "without meeting", "instead of sending", "rather than attack": told as what did not happen.
    fn is_undone(&self, verb: TokenIdx) -> bool {
        let undone = |k: TokenIdx| matches!(self.lemma(k), "without" | "instead" | "rather");
        let kids = self.tree.children(verb).iter().copied();
        let marks = |k: &TokenIdx| {
            matches!(self.tree.token(*k).deprel, Deprel::Mark | Deprel::Case | Deprel::Advmod)
        };
        self.tree.token(verb).xpos == "VBG" && kids.filter(marks).any(undone)
    }

    /// The modal of the verb that a bare infinitive is coordinated with ("will meet and talk").
    fn shared_modal(&self, verb: TokenIdx) -> Option<SmolStr> {
        let token = self.tree.token(verb);
        let first = token.head.filter(|_| token.deprel == Deprel::Conj && token.xpos == "VB")?;
        self.clause(first).modal
    }

    /// Whether one of `marks` introduces a clause.
    pub fn has_mark(&self, verb: TokenIdx, marks: &[&str]) -> bool {
        let marks = |k: TokenIdx| marks.iter().any(|m| self.is_lemma(k, m));
        self.tree.children_by(verb, Deprel::Mark).any(marks)
    }

    /// "*Chad, Togo to sign pact*", "Chadian ministers *to meet* in Togo"
    fn is_headline_infinitive(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let names =
            |h: TokenIdx| self.tree.token(h).upos == Upos::Propn || self.mention_of(h).is_some();
        let beside = || {
            let head = token.head.map(|h| self.tree.token(h));
            token.deprel == Deprel::Acl
                && head.is_some_and(|h| matches!(h.deprel, Deprel::Root | Deprel::Appos))
                && token.head.is_some_and(names)
                && self.is_headline(verb)
        };
        (token.deprel == Deprel::Root || beside()) && self.has_mark(verb, &["to"])
    }

    /// "if Chad signs", "whether it signs or *refuses*"
    fn is_conditional(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let own = |&k: &TokenIdx| {
            let rel = self.tree.token(k).deprel;
            rel.is_subject() || rel == Deprel::Mark
        };
        let or = self.tree.child(verb, Deprel::Cc).is_some_and(|k| self.is_lemma(k, "or"));
        let shares =
            token.deprel == Deprel::Conj && or && !self.tree.children(verb).iter().any(own);
        let first = token.head.filter(|_| shares);
        let marked = |verb| self.has_mark(verb, &["if", "unless", "whether", "lest"]);
        marked(verb) || first.is_some_and(marked) || self.is_inverted(verb)
    }

    /// "will stay until Chad *leaves*", "would meet once Togo *signed*": what is waited for has not come.
    fn is_awaited(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let head = token.head.filter(|_| token.deprel == Deprel::Advcl);
        let present = matches!(token.xpos.as_str(), "VBZ" | "VBP");
        let marked = self.has_mark(verb, &["until", "till", "once"])
            || present && self.has_mark(verb, &["when", "before", "after"]);
        head.filter(|_| marked).is_some_and(|h| {
            let infinitive = self.tree.token(h).xpos == "VB" && self.has_mark(h, &["to"]);
            infinitive || self.clause(h).modal.is_some()
        })
    }

    /// "*Had he met* the envoy, ...", "*should they attack*": a condition without "if".
    fn is_inverted(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let kids = self.tree.children(verb);
        let subject = kids.iter().find(|&&k| self.tree.token(k).deprel.is_subject());
        let first = kids.iter().find(|&&k| self.tree.token(k).deprel == Deprel::Aux);
        let inverts = |a: TokenIdx| {
            matches!(self.doc.word(a).to_lowercase().as_str(), "had" | "were" | "should")
        };
        token.deprel == Deprel::Advcl
            && matches!((first, subject), (Some(&a), Some(&s)) if a < s && inverts(a))
    }

    /// "“*Free* the poet,” they chanted": what somebody is told to do.
    fn is_imperative(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let alone = match token.deprel {
            Deprel::Root => true,
            Deprel::Ccomp | Deprel::Parataxis => self.is_quoted(verb),
            _ => false,
        };
        let finite = |&k: &TokenIdx| {
            let rel = self.tree.token(k).deprel;
            rel.is_subject() || matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Mark)
        };
        alone && token.xpos == "VB" && !self.tree.children(verb).iter().any(finite)
    }

    /// "Did Togo bomb the camp?"
    pub fn is_asked(&self, verb: TokenIdx) -> bool {
        let sentence = self.doc.sentence_at(self.span(verb).start);
        let sentences = self.doc.sentences.as_deref().unwrap_or(&[]);
        let last = sentence.and_then(|s| sentences[s as usize].tokens.clone().last());
        let root = self.tree.token(verb).deprel == Deprel::Root;
        root && last.is_some_and(|t| self.doc.word(t) == "?")
    }

    /// "met *to discuss* it", "asked for data *to confirm* it": what is done for that, unless the infinitive tells what
    /// was done ("the first *to visit*", "used the speech *to blame* Togo") or is settled ("the decision *to expel* him").
    pub fn is_purpose(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let settles = match token.deprel {
            Deprel::Acl => "settled",
            // "voted on Monday *to censure* him"
            Deprel::Advcl => "choosing",
            _ => return false,
        };
        !token.head.is_some_and(|h| self.is_of_class(h, settles) || self.is_adopted(h))
            && self.has_mark(verb, &["to"])
            && self.ranked(verb).or_else(|| self.use_above(verb)).is_none()
    }

    /// "passed *a motion* to suspend him": what a house does by adopting it.
    fn is_adopted(&self, noun: TokenIdx) -> bool {
        let token = self.tree.token(noun);
        let verb = token.head.filter(|_| matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass));
        self.is_of_class(noun, "ballot") && verb.is_some_and(|v| self.is_of_class(v, "adopting"))
    }

    /// "had *once* opposed it": told by a past perfect as of another time.
    fn was_once(&self, verb: TokenIdx) -> bool {
        let had = |k: TokenIdx| self.tree.token(k).xpos == "VBD" && self.is_lemma(k, "have");
        let once = |k: TokenIdx| self.is_of_class(k, "formerly");
        self.tree.token(verb).xpos == "VBN"
            && self.tree.children_by(verb, Deprel::Aux).any(had)
            && self.tree.children_by(verb, Deprel::Advmod).any(once)
    }

    /// Whether a verb tells of an aim and nothing else leaves it open.
    pub fn is_mere_aim(&self, verb: TokenIdx) -> bool {
        let to = self.has_mark(verb, &["to"]);
        let open = |v| self.is_conditional(v) || self.is_headline_infinitive(v);
        to && matches!(self.tree.token(verb).deprel, Deprel::Advcl | Deprel::Xcomp) && !open(verb)
    }

    /// The last day that a story without a date tells of by the calendar, on or after which it was written; no day by
    /// or until which something is to be done.
    fn latest(&self) -> Option<Date> {
        let past = |m: &&Mention| {
            let before = m.head.checked_sub(1).map_or("", |t| self.lemma(t));
            !matches!(before, "by" | "until" | "till" | "through" | "beyond" | "before" | "to")
                && !self.tree.ancestors(m.head).any(|a| self.clause(a).modal.is_some())
        };
        let timed = self.mentions().iter().filter(|m| m.kind == MentionKind::Time).filter(past);
        timed.filter_map(|m| m.time.as_ref()?.end).max()
    }

    /// "cut ties *in 1995*", in a story of which nobody knows when it was written: of what is told in the past tense,
    /// news names the year alone only where that is over.
    pub fn is_of_a_year(&self, anchor: TokenIdx, when: Option<&When>) -> bool {
        let told = self.ended(when);
        let verb = |t: TokenIdx| {
            let verb = |t: &TokenIdx| self.tree.token(*t).upos == Upos::Verb;
            std::iter::once(t).chain(self.tree.ancestors(t)).find(verb)
        };
        let dated = told.and_then(|w| verb(self.doc.mention(w.mention?).head));
        let when = |v: TokenIdx| match self.tree.token(v).deprel {
            Deprel::Advcl => Some(v) == dated || self.tree.token(v).head == dated,
            _ => Some(v) == dated,
        };
        self.doc.meta.published_at.is_none()
            && told.is_some_and(is_year)
            && verb(anchor).is_some_and(|v| when(v) && self.has_past(v))
    }

    /// A time that the text names and that does not last ("since 2019").
    fn ended<'w>(&self, when: Option<&'w When>) -> Option<&'w When> {
        let lasts = |m: MentionIdx| self.has_case(self.doc.mention(m).head, "since");
        when.filter(|w| w.mention.is_some_and(|m| !lasts(m)))
    }

    /// "Lugo, president (2008-2012), *endorses* her": what the present tells is not of a year that is over.
    pub fn is_present(&self, verb: TokenIdx) -> bool {
        matches!(self.tree.token(verb).xpos.as_str(), "VBZ" | "VBP")
    }

    /// Whether `when` names a time after the document's day.
    pub fn is_to_come(&self, when: Option<&When>) -> bool {
        let start = when.filter(|w| w.mention.is_some()).and_then(|w| w.start);
        let published = self.doc.meta.published_at.as_ref().map(|stamp| stamp.date);
        matches!((start, published), (Some(start), Some(day)) if start > day)
    }

    /// Whether `when` names a day that was long past when the document was published, or a
    /// year that was over.
    pub fn is_long_past(&self, when: Option<&When>) -> bool {
        let told = self.ended(when);
        let published = self.doc.meta.published_at.as_ref().map(|stamp| stamp.date);
        let published = published.or_else(|| self.latest());
        let (Some(end), Some(day)) = (told.and_then(|w| w.end), published) else { return false };
        days(end, day) > if told.is_some_and(is_year) { 0 } else { BACKGROUND_DAYS }
    }
}

/// Whether a time is a year or longer.
fn is_year(when: &When) -> bool {
    when.start.zip(when.end).is_some_and(|(start, end)| days(start, end) >= YEAR)
}

/// Days from one to the other.
fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The modality that a mood amounts to.
pub fn modality(mood: Mood, long_past: bool, to_come: bool) -> Modality {
    match mood {
        Mood { hypothetical: true, .. } => Modality::Hypothetical,
        Mood { future: true, .. } => Modality::Future,
        Mood { background: true, .. } => Modality::Historical,
        _ if long_past => Modality::Historical,
        _ if to_come => Modality::Future,
        _ => Modality::Actual,
    }
}
