//! What an act is about and no party to it: "praised *the reform*", "denied *the accusations*", "rejected *the card*".
//!
//! A party is somebody, a group, a state or a place; who is praised, denied or asked for something is one only where the
//! text tells him. For participants of whom no name or code is known. Wares and places stay where they can be hit or
//! seized ("shelled *a bridge*").

use super::draft::Draft;
use super::lexicon::WordClasses;
use super::ontology::{AID, COOPERATE, MATERIAL_CONFLICT, Nature};
use super::whose::head_of;
use crate::View;
use verbale_document::{Participant, Upos};

/// Classes of nouns that denote who can be a party.
const PARTIES: [&str; 7] =
    ["noun:person", "noun:group", "people", "agent", "quantity", "vehicle", "institution"];
/// Classes of nouns that denote deeds, thoughts and how things are; words, which speak for somebody; and wares.
const MATTERS: [&str; 14] = [
    "noun:act",
    "noun:event",
    "noun:cognition",
    "noun:attribute",
    "noun:state",
    "noun:feeling",
    "noun:phenomenon",
    "noun:process",
    "noun:relation",
    "noun:possession",
    "noun:motive",
    "noun:shape",
    "noun:time",
    "noun:communication",
];
const WARES: [&str; 6] =
    ["noun:artifact", "noun:food", "noun:animal", "noun:plant", "noun:substance", "noun:object"];

/// Endings of nouns that no table knows, which denote qualities and doings.
const ABSTRACT: [&str; 8] = ["ism", "ity", "ness", "tion", "sion", "ance", "ence", "ment"];

/// Takes what an act is about from among its parties. False where nobody is left whom it needs: of deeds somebody who
/// does them, of types that ask for a recipient one.
pub fn leave(
    view: &View<'_>,
    classes: &WordClasses,
    (draft, nature): (&Draft, &Nature),
    actors: &mut Vec<Participant>,
    recipients: &mut Vec<Participant>,
) -> bool {
    let (doers, others) = (actors.len(), recipients.len());
    let hits = nature.quad == MATERIAL_CONFLICT;
    if !nature.is_verbal() {
        actors.retain(|p| !is_matter(view, classes, p, false));
    }
    // What one leaves may be a treaty.
    if draft.mode.as_deref() != Some("withdraw") {
        recipients.retain(|p| !is_matter(view, classes, p, !hits));
    }
    let together = draft.reciprocal && actors.len() > 1;
    let given = [AID, COOPERATE].contains(&draft.kind) || nature.needs_recipient;
    let lost = others > 0 && recipients.is_empty() && given && !together && !draft.needs.alone;
    !lost && (doers == 0 || !actors.is_empty())
}

/// Whether a party of whom neither name nor code is known is none, by its noun.
fn is_matter(view: &View<'_>, classes: &WordClasses, p: &Participant, wares: bool) -> bool {
    if p.code.is_some() || p.mention.is_some() {
        return false;
    }
    let noun = head_of(view, p).filter(|&h| view.tree.token(h).upos == Upos::Noun);
    noun.is_some_and(|h| {
        let lemma = view.lemma(h).to_lowercase();
        let is_any = |names: &[&str]| names.iter().any(|class| classes.is(class, &lemma));
        let ends = || ABSTRACT.iter().any(|end| lemma.ends_with(end));
        let unknown = || ends() && !is_any(&WARES) && !is_any(&["noun:location"]);
        classes.is("no-party", &lemma)
            || !is_any(&PARTIES) && (is_any(&MATTERS) || wares && is_any(&WARES) || unknown())
    })
}
