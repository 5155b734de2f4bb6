//! What does nothing and is no party: "*the reform* helped Chad", "*these accusations* hit Togo".
//!
//! Who does a deed is somebody, a group, a state or a thing that somebody uses. Deeds, thoughts, qualities and words bring
//! things about, which is no act of theirs. For actors of whom no name or code is known. What is praised, denied or
//! asked for stays among the recipients, in the words of the text.

use super::lexicon::WordClasses;
use super::ontology::Nature;
use super::whose::head_of;
use crate::View;
use verbale_document::{Participant, Upos};

/// Classes of nouns that denote who can be a party.
const PARTIES: [&str; 7] =
    ["noun:person", "noun:group", "people", "agent", "quantity", "vehicle", "institution"];
/// Classes of nouns that denote deeds, thoughts and how things are; and words, which speak for somebody.
const MATTERS: [&str; 8] = [
    "deed",
    "noun:attribute",
    "noun:relation",
    "noun:possession",
    "noun:motive",
    "noun:shape",
    "noun:time",
    "noun:communication",
];

/// Endings of nouns that no table knows, which denote qualities and doings.
const ABSTRACT: [&str; 8] = ["ism", "ity", "ness", "tion", "sion", "ance", "ence", "ment"];

/// Takes what does nothing from among those who do a deed; whether somebody is left, where there was one.
pub fn leave(
    view: &View<'_>,
    classes: &WordClasses,
    nature: &Nature,
    actors: &mut Vec<Participant>,
) -> bool {
    let doers = actors.len();
    if !nature.is_verbal() {
        actors.retain(|p| !is_matter(view, classes, p));
    }
    doers == 0 || !actors.is_empty()
}

/// Whether a party of whom neither name nor code is known is none, by its noun.
fn is_matter(view: &View<'_>, classes: &WordClasses, p: &Participant) -> bool {
    if p.code.is_some() || p.mention.is_some() {
        return false;
    }
    let noun = head_of(view, p).filter(|&h| view.tree.token(h).upos == Upos::Noun);
    noun.is_some_and(|h| {
        let lemma = view.lemma(h).to_lowercase();
        let is_any = |names: &[&str]| names.iter().any(|class| classes.is(class, &lemma));
        let ends = || ABSTRACT.iter().any(|end| lemma.ends_with(end));
        let unknown = || ends() && !classes.is("thing", &lemma);
        classes.is("no-party", &lemma) || !is_any(&PARTIES) && (is_any(&MATTERS) || unknown())
    })
}
