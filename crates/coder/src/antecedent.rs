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
            // "a reply from Moscow, *which* accused Togo": a clause that the tree gives to a thing
            ([one], Some(noun)) if relative(*one) && self.actor_at(noun).is_none() => {
                let whose =
                    |&t: &TokenIdx| matches!(self.case_of(t), Some("from" | "by" | "with" | "of"));
                let named = self.noun_before(*one).filter(|_| self.is_lemma(*one, "which"));
                let named = named.filter(whose);
                named.map_or_else(|| self.listed_before(verb, noun, *one), |name| vec![name])
            }
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
