//! Relative pronouns: the noun whose clause it is, and all of a list where the clause is of all.
//!
//! Does not look beyond the sentence, and not for the antecedents of other pronouns, which are the resolver's.

use crate::View;
use crate::subject::MAX_BORDERS;
use verbale_document::{Deprel, TokenIdx, Upos};

impl View<'_> {
    /// Relative pronouns replaced by the noun that their clause modifies.
    pub fn antecedents(&self, verb: TokenIdx, subjects: &[TokenIdx]) -> Vec<TokenIdx> {
        let relative = |t: TokenIdx| self.is_relative_pronoun(t);
        let noun = self.ancestor_noun(verb);
        match (subjects, noun) {
            ([one], Some(noun)) if relative(*one) => match self.name_behind(noun, *one) {
                Some(name) => vec![name],
                None => self.listed_before(verb, noun, *one),
            },
            ([one], None) if relative(*one) => {
                vec![self.noun_before(*one).unwrap_or(*one)]
            }
            _ => subjects.to_vec(),
        }
    }

    /// "a reply from *Moscow*, which accused Togo": of whom a thing is, whose clause the tree takes it for.
    fn name_behind(&self, thing: TokenIdx, pronoun: TokenIdx) -> Option<TokenIdx> {
        let which = self.is_lemma(pronoun, "which") && self.actor_at(thing).is_none();
        let name = self.noun_before(pronoun).filter(|_| which)?;
        matches!(self.case_of(name), Some("from" | "by" | "with" | "of")).then_some(name)
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
                // "it was Chad, not Togo, *that left*"
                Deprel::AclRelcl => {
                    let against = |&h: &TokenIdx| self.is_ruled_out(h);
                    let first = |h: TokenIdx| self.tree.token(h).head;
                    return token.head.filter(|h| !against(h)).or_else(|| first(token.head?));
                }
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
