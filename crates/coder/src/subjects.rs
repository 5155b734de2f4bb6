//! Subjects that stand elsewhere than the tree has them: right before their verb, or before a relative
//! pronoun.

use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// How many verbs that are coordinated or completed lie between a verb and its relative clause.
const MAX_BORDERS: usize = 4;

/// Conjunctions before clauses that have a subject of their own, if their verb is finite.
const FINITE: [&str; 4] = ["after", "before", "because", "since"];

impl View<'_> {
    /// The nominal right before a finite verb that has no subject: English puts nothing else there.
    /// Makes good for trees that hang the verb on its subject ("Minister X blamed Y").
    pub(crate) fn adjacent_subject(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let finite = matches!(token.xpos.as_str(), "VBD" | "VBZ" | "VBP");
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

    /// "after an earthquake *killed* ten": a finite clause behind a conjunction, with a subject of its own.
    pub(crate) fn is_whole_clause(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let finite = matches!(token.xpos.as_str(), "VBD" | "VBZ" | "VBP");
        let mark = self.tree.child(verb, Deprel::Mark);
        finite
            && token.deprel == Deprel::Advcl
            && mark.is_some_and(|m| m < verb && FINITE.contains(&self.lemma(m)))
    }

    /// The noun without a preposition between the conjunction and the verb of such a clause, which the tree
    /// has as an adverbial: its subject.
    pub(crate) fn bare_subject(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let mark = self.tree.child(verb, Deprel::Mark).filter(|_| self.is_whole_clause(verb))?;
        let bare = |k: &TokenIdx| {
            let token = self.tree.token(*k);
            (mark < *k && *k < verb)
                && matches!(token.deprel, Deprel::Obl | Deprel::OblUnmarked)
                && matches!(token.upos, Upos::Noun | Upos::Propn)
                && self.case_of(*k).is_none()
                && self.time_at(*k).is_none()
        };
        self.tree.children(verb).iter().copied().find(bare)
    }

    /// Relative pronouns replaced by the noun that their clause modifies.
    pub(crate) fn antecedents(&self, verb: TokenIdx, subjects: &[TokenIdx]) -> Vec<TokenIdx> {
        let relative = |t: TokenIdx| self.is_relative_pronoun(t);
        let noun = self.ancestor_noun(verb);
        match (subjects, noun) {
            ([one], Some(noun)) if relative(*one) => self.listed_before(verb, noun, *one),
            ([one], None) if relative(*one) => {
                vec![self.noun_before(*one).unwrap_or(*one)]
            }
            _ => subjects.to_vec(),
        }
    }

    /// The name right before a relative pronoun, a comma between.
    fn noun_before(&self, pronoun: TokenIdx) -> Option<TokenIdx> {
        let before = pronoun.checked_sub(1)?;
        let comma = self.tree.token(before).upos == Upos::Punct;
        let noun = if comma { before.checked_sub(1)? } else { before };
        self.actor_at(noun).map(|_| noun)
    }

    /// The noun that the relative clause of `verb` modifies, also for its coordinated verbs.
    fn ancestor_noun(&self, mut verb: TokenIdx) -> Option<TokenIdx> {
        for _ in 0..MAX_BORDERS {
            let token = self.tree.token(verb);
            match token.deprel {
                Deprel::AclRelcl => return token.head,
                Deprel::Conj | Deprel::Xcomp => verb = token.head?,
                _ => return None,
            }
        }
        None
    }

    /// "Chad and Togo, *which sent* troops": a clause behind the last of a list that the tree gives to the
    /// first is of all of them, unless its verb is in the singular.
    fn listed_before(&self, verb: TokenIdx, noun: TokenIdx, pronoun: TokenIdx) -> Vec<TokenIdx> {
        let list = self.conjuncts(noun);
        let singular = |t: TokenIdx| self.tree.token(t).xpos == "VBZ" || self.doc.word(t) == "was";
        let auxiliary = |k: &TokenIdx| {
            matches!(self.tree.token(*k).deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        };
        let mut auxiliaries = self.tree.children(verb).iter().copied().filter(auxiliary);
        let one = singular(verb) || auxiliaries.any(singular);
        if !one && list.iter().all(|&t| t < pronoun) { list } else { vec![noun] }
    }
}
