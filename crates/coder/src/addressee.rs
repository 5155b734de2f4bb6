//! Whom somebody tells something, where the tree takes him for a second subject of what he is told: "told *Reuters*
//! the army had left" (the parser expects "that").
//!
//! Only behind verbs that take whom they address as an object. Does not look for addressees elsewhere.

use crate::View;
use verbale_document::{Deprel, Form, TokenIdx};

/// Verbs whose first object is who is told.
const TELLING: [&str; 6] = ["tell", "inform", "assure", "remind", "warn", "promise"];

impl View<'_> {
    /// The addressee that the tree has as the first of two subjects of `predicate`, a clause that a verb of telling
    /// governs: he stands right behind that verb, before the subject proper.
    pub fn misread_addressee(&self, predicate: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(predicate);
        let teller = token.head.filter(|_| token.deprel == Deprel::Ccomp)?;
        if !TELLING.iter().any(|v| self.is_lemma(teller, v)) || self.is_passive(teller) {
            return None;
        }
        let subject = |k: &TokenIdx| {
            let rel = self.tree.token(*k).deprel;
            teller < *k && *k < predicate && (rel.is_subject() || rel == Deprel::Expl)
        };
        let mut subjects = self.tree.children(predicate).iter().copied().filter(subject);
        let (first, second) = (subjects.next()?, subjects.next()?);
        let behind = self.tree.subtree(first).first() == Some(&(teller + 1));
        let named = self
            .actor_at(first)
            .is_some_and(|m| matches!(self.doc.mention(m).form, Form::Name | Form::Pronoun));
        // "told Chad's *president* Ann Lee would come" may be one subject with its title.
        (behind && (named || !self.is_title_of(first, second))).then_some(first)
    }

    /// The same for the verb of telling.
    pub fn misread_object(&self, teller: TokenIdx) -> Option<TokenIdx> {
        let mut clauses = self.tree.children_by(teller, Deprel::Ccomp);
        clauses.find_map(|c| self.misread_addressee(c))
    }
}
