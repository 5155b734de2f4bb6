//! The fire of arms, told apart from a blaze: "Chadian fire killed two", "artillery fire hit the town".
//!
//! Fire is a mass noun where it is shot (Quirk et al. 1985, 5.2) and is somebody's or some weapon's. Asks the tree, the
//! mentions and `classes.tsv`; who shoots is found by the slots.

use crate::View;
use verbale_document::{Deprel, Form, TokenIdx};

impl View<'_> {
    /// The fire of arms, which is uncounted and somebody's or some weapon's ("Chadian fire", "artillery fire", "fire
    /// from Chadian troops"), unlike a blaze.
    pub(super) fn is_gunfire(&self, head: TokenIdx) -> bool {
        let token = self.tree.token(head);
        let named = |k: TokenIdx| {
            self.mention_of(k).is_some_and(|m| self.doc.mention(m).form == Form::Demonym)
        };
        let armed = |k: TokenIdx| self.is_of_class(k, "gunfire");
        let whose = |&k: &TokenIdx| match self.tree.token(k).deprel {
            Deprel::Amod | Deprel::Compound | Deprel::NmodPoss => armed(k) || named(k),
            Deprel::Nmod => self.has_case(k, "from") && (armed(k) || self.names_somebody(k)),
            _ => false,
        };
        self.is_lemma(head, "fire")
            && token.xpos == "NN"
            && self.tree.child(head, Deprel::Det).is_none()
            && self.tree.children(head).iter().any(whose)
    }
}
