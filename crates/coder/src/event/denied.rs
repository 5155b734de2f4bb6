//! Nouns of acts that are said not to be: "no talks", "there was not much discussion".
//!
//! Negation by determiner and of existential clauses (Huddleston and Pullum 2002, ch. 9). What a verb above
//! denies is read where its clause is ([`crate::clause`]).

use crate::View;
use verbale_document::{Deprel, TokenIdx};

/// Whether the act that `noun` names, under the verb `governor`, is said not to be, and the clause of that verb
/// does not tell it already.
pub fn is_denied(view: &View<'_>, noun: TokenIdx, governor: Option<TokenIdx>) -> bool {
    let above = || governor.is_some_and(|verb| is_denied_above(view, verb, noun));
    view.has_determiner_no(noun) && !above() || view.is_said_not_to_be(noun)
}

/// "held *no talks*": the clause of the governing verb tells already that its argument is denied.
fn is_denied_above(view: &View<'_>, verb: TokenIdx, noun: TokenIdx) -> bool {
    let clause = view.clause(verb);
    clause.negated && clause.subjects.iter().chain(&clause.objects).any(|&t| t == noun)
}

impl View<'_> {
    /// "no talks", "neither attack".
    fn has_determiner_no(&self, noun: TokenIdx) -> bool {
        let kids = self.tree.children(noun).iter();
        kids.into_iter().any(|&k| matches!(self.lemma(k), "no" | "neither"))
    }

    /// "there was *not* a great deal of discussion"
    fn is_said_not_to_be(&self, noun: TokenIdx) -> bool {
        let token = self.tree.token(noun);
        let counted = token.deprel == Deprel::Nmod && self.has_case(noun, "of");
        let top = token.head.filter(|&h| counted && self.is_of_class(h, "measure")).unwrap_or(noun);
        let token = self.tree.token(top);
        let exists = |&be: &TokenIdx| self.tree.child(be, Deprel::Expl).is_some();
        let be = token.head.filter(|_| token.deprel == Deprel::Nsubj).filter(exists);
        be.is_some_and(|be| {
            self.tree.children_by(be, Deprel::Advmod).any(|k| self.is_lemma(k, "not"))
        })
    }
}
