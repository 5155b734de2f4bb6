//! Adjectives that tell whether a deed named by a noun has been done: "a *potential* deal", "the *planned* visit".
//!
//! What is possible is no more than that, and what is planned is arranged for a time to come. The words are the classes
//! `tentative` and `upcoming` of `classes.tsv`. Does not read adjectives of manner or of judgement.

use super::draft::Draft;
use super::lexicon::WordClasses;
use super::modality::Mood;
use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Adds to a draft at `noun` what its adjectives say.
pub fn settle(view: &View<'_>, classes: &WordClasses, draft: &mut Draft, noun: TokenIdx) {
    if view.tree.token(noun).upos != Upos::Noun {
        return;
    }
    let is = |class: &str| {
        view.tree.children_by(noun, Deprel::Amod).any(|k| {
            let word = view.doc.word(k).to_lowercase();
            k < noun && (classes.is(class, &word) || classes.is_word(view, class, k))
        })
    };
    let upcoming = is("upcoming");
    let mood = Mood {
        hypothetical: is("tentative"),
        future: upcoming,
        arranged: upcoming,
        ..Mood::default()
    };
    draft.under(mood);
}
