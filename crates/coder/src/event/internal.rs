//! Meetings inside one government: officials of one state among themselves, journeys of theirs to what is their own
//! state's, and those of which only one party is told that is no state ("the ministry *held its first meeting*").
//!
//! The daily round of one state is no act between actors. A state or a body of states alone counts ("Fiji took part"),
//! and so does whatever a sentence tells that names another state. Parties, parliaments and the opposition are no part
//! of a government. Who stayed away is told either way.

use super::at_home;
use super::draft::Draft;
use super::lexicon::WordClasses;
use super::ontology::CONSULT;
use super::political::sector;
use super::whose::head_of;
use crate::View;
use verbale_document::{Participant, Polarity, SentenceIdx};

/// Whether a meeting is one inside one government. For finished parties.
pub fn is_internal(
    view: &View<'_>,
    classes: &WordClasses,
    draft: &Draft,
    (actors, recipients): (&[Participant], &[Participant]),
    at: SentenceIdx,
) -> bool {
    if draft.kind != CONSULT || draft.polarity == Polarity::Negative {
        return false;
    }
    // "met an applicant" is to meet somebody, "spoke to the guests" is to meet nobody in particular.
    let one = |p: &Participant| head_of(view, p).is_some_and(|h| view.tree.token(h).xpos == "NN");
    let told = |p: &&Participant| p.mention.is_some() || p.code.is_some() || one(p);
    let parties: Vec<&Participant> = actors.iter().chain(recipients).filter(told).collect();
    let state = |p: &Participant| p.code.as_ref().and_then(|c| c.state()).map(str::to_owned);
    let Some(home) = parties.first().and_then(|p| state(p)) else { return false };
    let goes = draft.trigger.iter().any(|&t| classes.is_word(view, "going", t));
    let governs = |p: &&Participant| {
        let of = |class: &str| sector(p).is_some_and(|s| classes.is(class, s));
        of("governing-sector") || goes && of("seen-sector")
    };
    let own = |p: &&Participant| sector(p).is_some() && state(p).as_ref() == Some(&home);
    let alone = parties.len() == 1;
    parties.iter().all(own)
        && (alone || parties.iter().all(governs))
        && !at_home::names_another(view, &home, at)
}
