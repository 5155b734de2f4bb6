//! Subjects from beyond the clause: whose verb it is where the tree hangs no subject on it.
//!
//! Follows the enhanced dependencies of UD (Schuster and Manning 2016) for what a basic tree leaves
//! out: subjects shared by coordinated verbs, controlled subjects, antecedents of relative clauses. Makes
//! good for some trees that hang a verb where it cannot stand. Does not look into other sentences.

use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Words that tell which of several did something.
const RANKS: [&str; 9] =
    ["first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole"];

/// Nouns for what somebody is about to do or has begun ("in the process of").
const UNDERWAY: [&str; 11] = [
    "process",
    "course",
    "midst",
    "middle",
    "act",
    "throes",
    "verge",
    "brink",
    "cusp",
    "point",
    "threshold",
];

/// Conjunctions before clauses that have a subject of their own, if their verb is finite.
const FINITE: [&str; 4] = ["after", "before", "because", "since"];

/// How many clause borders a missing subject is looked for across.
pub const MAX_BORDERS: usize = 4;

impl View<'_> {
    /// The nominal right before a finite verb that has no subject: English puts nothing else there.
    /// Makes good for trees that hang the verb on its subject ("Minister X blamed Y").
    pub fn adjacent_subject(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let misread = self.is_misread_past(verb);
        let finite = misread || matches!(token.xpos.as_str(), "VBD" | "VBZ" | "VBP");
        let clausal = |k: &TokenIdx| self.tree.token(*k).deprel.universal() == "csubj";
        let complete = self.tree.children(verb).iter().any(clausal);
        let agent = self.doc.tokens.as_ref().is_some_and(|t| (verb as usize + 1) < t.len())
            && self.is_lemma(verb + 1, "by");
        if !finite || complete || agent || token.deprel == Deprel::AclRelcl {
            return None;
        }
        let auxiliary = |t: TokenIdx| {
            let other = self.tree.token(t);
            other.head == Some(verb) && matches!(other.deprel, Deprel::Aux | Deprel::Advmod)
        };
        let mut before = verb.checked_sub(1)?;
        while auxiliary(before) {
            before = before.checked_sub(1)?;
        }
        let nominal = matches!(self.tree.token(before).upos, Upos::Propn | Upos::Noun);
        let free = self.actor_at(before).or_else(|| self.titled_at(before)).is_some();
        (nominal && free).then_some(before)
    }

    /// "after the army *called* for it", read as a participle with a phrase that has no preposition: between a
    /// conjunction of time or cause and a verb stands nothing but its subject.
    pub fn is_misread_past(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let mark = self.tree.child(verb, Deprel::Mark).filter(|&m| {
            matches!(self.lemma(m), "after" | "because" | "before" | "since" | "that")
        });
        let phrase = verb.checked_sub(1).filter(|&t| {
            let rel = self.tree.token(t).deprel.universal();
            rel == "obl" && self.tree.token(t).head == Some(verb) && !self.is_time(t)
        });
        let whole = |t: TokenIdx| self.case_of(t).is_none() && self.actor_at(t).is_some();
        token.xpos == "VBN"
            && token.deprel == Deprel::Advcl
            && self.tree.child(verb, Deprel::Aux).is_none()
            && phrase.is_some_and(|t| whole(t) && mark.is_some_and(|m| m < t))
    }

    /// "after an earthquake *killed* ten": a finite clause behind a conjunction, with a subject of its own.
    pub fn is_whole_clause(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let finite = matches!(token.xpos.as_str(), "VBD" | "VBZ" | "VBP");
        let mark = self.tree.child(verb, Deprel::Mark);
        finite
            && token.deprel == Deprel::Advcl
            && mark.is_some_and(|m| m < verb && FINITE.contains(&self.lemma(m)))
    }

    /// The noun without a preposition between the conjunction and the verb of such a clause, which the tree
    /// has as an adverbial: its subject.
    pub fn bare_subject(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let mark = self.tree.child(verb, Deprel::Mark).filter(|_| self.is_whole_clause(verb))?;
        let bare = |k: &TokenIdx| {
            let token = self.tree.token(*k);
            (mark < *k && *k < verb)
                && matches!(token.deprel, Deprel::Obl | Deprel::OblUnmarked)
                && matches!(token.upos, Upos::Noun | Upos::Propn)
                && self.case_of(*k).is_none()
                && !self.is_time(*k)
        };
        self.tree.children(verb).iter().copied().find(bare)
    }

    /// Subjects of `verb` from outside its clause: of the verb it is coordinated with, of the verb
    /// that controls it, or the noun that it modifies.
    pub fn outer_subjects(&self, verb: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        let token = self.tree.token(verb);
        let (Some(head), true) = (token.head, borders > 0) else { return Vec::new() };
        if let Some(subject) = self.subject_behind_for(verb) {
            return self.conjuncts(subject);
        }
        let above = self.ranking(verb).or_else(|| self.above_agent(verb));
        let above = above.or_else(|| self.past_before(verb));
        if let Some(above) = above.or_else(|| self.finite_above(verb)) {
            return self.subjects_of(above, borders);
        }
        if let Some(subject) = self.bare_subject(verb) {
            return self.conjuncts(subject);
        }
        if let Some(inner) = self.joins_inner(verb) {
            return self.subjects_of(inner, borders);
        }
        let doers = self.bidden(verb).or_else(|| self.answerable(verb));
        if let Some(doers) = doers.or_else(|| self.shown(verb)) {
            return doers;
        }
        if let Some(content) = self.content_before(verb) {
            return self.subjects_of(content, borders);
        }
        match token.deprel {
            Deprel::Acl if self.is_underway(verb) || self.is_done_there(verb) => {
                self.subjects_of(head, borders)
            }
            Deprel::Acl | Deprel::AclRelcl if self.tree.token(head).upos != Upos::Verb => {
                self.conjuncts(head)
            }
            Deprel::Xcomp => match self.noun_in_front(verb) {
                Some(noun) => self.conjuncts(noun),
                None => self.controller(head, borders),
            },
            Deprel::Conj if self.joins_outer(verb) => {
                self.tree.token(head).head.map_or(Vec::new(), |o| self.subjects_of(o, borders))
            }
            Deprel::Advcl if self.is_done_by_object(verb) => self.controller(head, borders),
            Deprel::Advcl => match self.persons_in_front(verb) {
                Some(noun) => self.conjuncts(noun),
                None => self.subjects_of(self.cue_between(verb).unwrap_or(head), borders),
            },
            Deprel::Csubj if self.is_put_first(verb) => self.conjuncts(head),
            Deprel::Conj | Deprel::Parataxis => self.subjects_of(head, borders),
            Deprel::Ccomp if self.is_set_off(verb) => self.subjects_of(head, borders),
            // "Togo, which Chad says *attacked* it"
            Deprel::Ccomp if self.tree.token(head).deprel == Deprel::AclRelcl => {
                let noun = self.tree.token(head).head.filter(|_| self.has_relative(head));
                noun.map_or_else(Vec::new, |n| self.conjuncts(n))
            }
            _ => Vec::new(),
        }
    }

    /// "said that they would meet and left": a past tense without a subject is coordinated with the past
    /// tense above the complement, not with the modal, present or past perfect in it, whatever the tree says.
    pub fn joins_outer(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let Some(inner) = token.head.filter(|_| token.deprel == Deprel::Conj) else { return false };
        let complement = self.tree.token(inner);
        let outer = complement.head.filter(|_| complement.deprel == Deprel::Ccomp && inner < verb);
        // "were beaten and *urged* Togo": a participle has no object.
        let past = |t: TokenIdx| {
            let tag = self.tree.token(t).xpos.as_str();
            tag == "VBD" || tag == "VBN" && self.tree.child(t, Deprel::Obj).is_some()
        };
        let own = |k: &TokenIdx| {
            let rel = self.tree.token(*k).deprel;
            rel.universal() == "nsubj" || matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        };
        let now = |k: &TokenIdx| matches!(self.tree.token(*k).xpos.as_str(), "MD" | "VBZ" | "VBP");
        let timed = |k: &TokenIdx| {
            let rel = self.tree.token(*k).deprel;
            matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop) && now(k)
        };
        let earlier = |k: TokenIdx| self.tree.token(k).xpos == "VBD" && self.is_lemma(k, "have");
        let perfect = self.tree.token(inner).xpos == "VBN"
            && self.tree.children_by(inner, Deprel::Aux).any(earlier)
            && self.tree.child(inner, Deprel::AuxPass).is_none();
        let present = perfect
            || self.tree.token(inner).xpos != "VBN"
                && (now(&inner) || self.tree.children(inner).iter().any(timed));
        let bare = past(verb) && !self.tree.children(verb).iter().any(own);
        // "said that ten were held and *called* for their release": those who are held call for nothing.
        let helps = |rel| self.tree.child(inner, rel).is_some();
        let state = helps(Deprel::AuxPass) || helps(Deprel::Cop);
        let speaks = state && self.is_of_class(verb, "speech-act");
        outer.is_some_and(|o| past(o) && o < inner) && bare && (present || speaks)
    }

    /// "were there giving advice and *were attacked*", "promised to leave and *left*": the finite predicate
    /// above a participle or an infinitive, with which no finite verb is coordinated, whatever the tree says.
    pub fn finite_above(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let inner = token.head.filter(|_| token.deprel == Deprel::Conj)?;
        let auxiliary = |t: TokenIdx| {
            let helps = |rel| matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
            let mut kids = self.tree.children(t).iter().copied();
            kids.find(|&k| helps(self.tree.token(k).deprel))
        };
        let finite = self.tree.token(auxiliary(verb).unwrap_or(verb)).xpos.as_str();
        let other = self.tree.token(inner);
        let to = self.tree.child(inner, Deprel::Mark).is_some_and(|m| self.is_lemma(m, "to"));
        let bare = match other.deprel {
            Deprel::Xcomp | Deprel::Advcl | Deprel::Acl => {
                auxiliary(inner).is_none() && (other.xpos == "VBG" || other.xpos == "VB" && to)
            }
            _ => false,
        };
        let predicate = |t: &TokenIdx| {
            self.tree.token(*t).upos == Upos::Verb || self.tree.child(*t, Deprel::Cop).is_some()
        };
        let apart = bare && inner < verb && matches!(finite, "VBD" | "VBZ" | "VBP" | "MD");
        self.tree.ancestors(inner).find(predicate).filter(|&above| apart && above < inner)
    }

    /// "is looking into it after a fire *killed* ten and injured two": a past is not coordinated with a present or future
    /// across a clause in the past, with which it is, whatever the tree says.
    fn past_before(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let other = token.head.filter(|_| token.deprel == Deprel::Conj && token.xpos == "VBD")?;
        let now = |k: TokenIdx| matches!(self.tree.token(k).xpos.as_str(), "VBZ" | "VBP" | "MD");
        let present = self.tree.children_by(other, Deprel::Aux).any(now);
        let past = |t: &TokenIdx| {
            let inner = self.tree.token(*t);
            let clause = inner.deprel == Deprel::Advcl && inner.xpos == "VBD";
            clause
                && self.tree.child(*t, Deprel::Nsubj).is_some()
                && self.tree.ancestors(*t).any(|a| a == other)
        };
        (other + 1..verb).rev().find(past).filter(|_| present)
    }

    /// "is in the process *of negotiating*": what the subject of a noun for a course of things does.
    fn is_underway(&self, gerund: TokenIdx) -> bool {
        let token = self.tree.token(gerund);
        let of = |rel| self.tree.child(gerund, rel).is_some_and(|m| self.is_lemma(m, "of"));
        let noun = token.head.filter(|_| of(Deprel::Mark) || of(Deprel::Case));
        noun.is_some_and(|n| {
            UNDERWAY.contains(&self.lemma(n))
                && self.tree.child(n, Deprel::Cop).is_some()
                && self.tree.child(n, Deprel::Case).is_some()
        })
    }

    /// "*became* the first leader to visit", "is the only state to refuse": the predicate that tells who did
    /// what the infinitive `verb` says.
    pub fn ranking(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let noun = self.ranked(verb)?;
        // "was one of *the first* to call"
        let token = self.tree.token(noun);
        let one = token.head.filter(|&h| {
            token.deprel == Deprel::Nmod
                && self.is_lemma(h, "one")
                && self.case_of(noun) == Some("of")
        });
        let noun = one.unwrap_or(noun);
        let becomes = |h: &TokenIdx| self.is_lemma(*h, "become");
        match self.tree.child(noun, Deprel::Cop) {
            Some(_) => Some(noun),
            None => self.tree.token(noun).head.filter(becomes),
        }
    }

    /// "the *first* leader to visit", "one of the nine *lawmakers* to object", "the *only* to refuse": the noun that tells
    /// which of several did what the infinitive `verb` says.
    pub fn ranked(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let noun = token.head.filter(|_| token.deprel == Deprel::Acl)?;
        let rank = |k: &TokenIdx| {
            let best = self.tree.token(*k).xpos == "JJS";
            *k < noun && (best || RANKS.contains(&self.lemma(*k)))
        };
        let to = self.tree.child(verb, Deprel::Mark).is_some_and(|m| self.is_lemma(m, "to"));
        let some = self.tree.token(noun).head.filter(|_| self.case_of(noun) == Some("of"));
        let counted = self.tree.child(noun, Deprel::Nummod).is_some()
            && some.is_some_and(|h| self.is_lemma(h, "one"));
        let ranked = counted
            || self.tree.children(noun).iter().any(rank)
            || RANKS.contains(&self.lemma(noun));
        Some(noun).filter(|_| to && ranked)
    }

    /// "was *accused* by Togo of lying", where the tree hangs the gerund behind "of" on the agent.
    pub fn above_agent(&self, gerund: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(gerund);
        let agent = token.head.filter(|_| token.deprel == Deprel::Acl && token.xpos == "VBG")?;
        let of = |rel| self.tree.child(gerund, rel).is_some_and(|m| self.is_lemma(m, "of"));
        let above = self.tree.token(agent);
        let by = above.deprel == Deprel::OblAgent && (of(Deprel::Mark) || of(Deprel::Case));
        above.head.filter(|_| by)
    }

    /// "a video surfaced of *the mayor* mocking him": who stands behind "of" right before a participle does what it
    /// says, where the subject above is nobody.
    fn shown(&self, verb: TokenIdx) -> Option<Vec<TokenIdx>> {
        let token = self.tree.token(verb);
        let head = token.head.filter(|_| {
            token.deprel == Deprel::Advcl
                && token.xpos == "VBG"
                && self.tree.child(verb, Deprel::Mark).is_none()
        })?;
        let beside = |k: &TokenIdx| {
            *k < verb
                && self.phrase(*k).end <= self.span(verb).start
                && self.tree.subtree(*k).last().is_some_and(|&l| l + 1 == verb)
                && self.case_of(*k) == Some("of")
                && self.actor_at(*k).is_some()
        };
        let somebody =
            self.tree.child(head, Deprel::Nsubj).is_some_and(|s| self.actor_at(s).is_some());
        let shown = self.tree.children_by(head, Deprel::Obl).find(beside).filter(|_| !somebody);
        shown.map(|k| self.conjuncts(k))
    }

    fn subjects_of(&self, verb: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        let subject = |k: &TokenIdx| self.tree.token(*k).deprel.universal() == "nsubj";
        let mut subjects = self.tree.children(verb).iter().copied().filter(subject);
        let first = subjects.next();
        let named = first.and_then(|title| {
            subjects.find(|&s| self.is_title_of(title, s) && !self.tells_more(title, s))
        });
        match named.or(first) {
            Some(s) => self.antecedents(verb, &self.conjuncts(s)),
            None => match self.adjacent_subject(verb) {
                Some(subject) => vec![subject],
                None => self.outer_subjects(verb, borders - 1),
            },
        }
    }

    /// "calls for *Chad* to leave": the noun behind "for" right before an infinitive, wherever the tree
    /// hangs them.
    pub fn subject_behind_for(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let to = self.tree.child(verb, Deprel::Mark).filter(|&m| self.is_lemma(m, "to"))?;
        let last = to.checked_sub(1)?;
        let before = std::iter::once(last).chain(self.tree.ancestors(last));
        let mut phrase = before.take_while(|&t| t < to && self.tree.token(t).upos != Upos::Verb);
        let acted_upon = self.tree.child(verb, Deprel::AuxPass).is_some();
        phrase.find(|&t| {
            let somebody = acted_upon || self.actor_at(t).is_some() || self.can_act(t);
            (self.case_of(t) == Some("for") || self.is_behind_for(t)) && somebody
        })
    }

    /// "kept Chad *from leaving*", "warned Chad *against leaving*", "pushed Chad *into leaving*": the object of the verb above acts.
    fn is_done_by_object(&self, verb: TokenIdx) -> bool {
        let mark =
            self.tree.child(verb, Deprel::Mark).or_else(|| self.tree.child(verb, Deprel::Case));
        let object = self.tree.token(verb).head.and_then(|h| self.tree.child(h, Deprel::Obj));
        mark.is_some_and(|m| matches!(self.lemma(m), "from" | "into" | "of" | "against"))
            && object.is_some_and(|o| o < verb && (self.actor_at(o).is_some() || self.can_act(o)))
    }

    /// Personal pronouns and nouns in the plural behind "other", "any": whoever they are, they act.
    pub fn can_act(&self, token: TokenIdx) -> bool {
        matches!(self.tree.token(token).xpos.as_str(), "PRP" | "NNS")
    }

    /// "called on *Chad* to reconsider", "appealed to *Chad* to stay": whom a verb bids behind its preposition.
    fn bidden_behind(&self, governor: TokenIdx) -> Option<TokenIdx> {
        let bids = |case: &str| {
            let pair = (self.lemma(governor), case);
            matches!(
                pair,
                ("call" | "prevail", "on" | "upon") | ("appeal", "to") | ("plead", "with")
            )
        };
        let mut phrases = self.tree.children_by(governor, Deprel::Obl);
        phrases.find(|&k| k > governor && self.case_of(k).is_some_and(bids))
    }

    /// Object control where the governor has an object ("urged Chad to leave"), else subject control, and so where the
    /// object is but met or promised something ("telephoned Chad to complain").
    fn controller(&self, governor: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        if self.is_of_class(governor, "own-aim") {
            return self.subjects_of(governor, borders);
        }
        let object = self.tree.child(governor, Deprel::Iobj);
        let object = object.or_else(|| self.tree.child(governor, Deprel::Obj));
        match object.or_else(|| self.bidden_behind(governor)) {
            Some(object) => self.conjuncts(object),
            None => self.subjects_of(governor, borders),
        }
    }
}
