//! What is no politics between actors though politicians take part: private company, and meetings inside one government.
//!
//! Officials of one state meet among themselves, tour what is their own state's, or meet and no other party is told ("the
//! ministry *held its first meeting*"): the daily round of one state. A state or a body of states alone counts ("Fiji
//! took part"), and so does whatever a sentence tells that names another state. Parties, parliaments and the opposition
//! are no part of a government. Who stayed away is told either way.

use super::at_home;
use super::draft::Draft;
use super::lexicon::WordClasses;
use super::ontology::{AGREE, CONSULT, MATERIAL_COOPERATION, Nature, RETREAT, VERBAL_COOPERATION};
use super::political::sector;
use super::whose::head_of;
use crate::View;
use verbale_document::{ActorCode, EventType, Participant, Polarity, SentenceIdx};

/// Whether criminals or people out of office are told to meet, help, praise or agree with private people of their own
/// state or with nobody who is known ("the former mayor *visited* her sons", "smugglers helped them across"): no
/// politics of theirs.
pub fn is_private(
    classes: &WordClasses,
    (kind, nature): (&EventType, &Nature),
    (actors, recipients): (&[Participant], &[Participant]),
) -> bool {
    let codes = || actors.iter().chain(recipients).filter_map(|p| p.code.as_ref());
    let out = |c: &&ActorCode| matches!(c.sector(), Some("ELI" | "CRM"));
    let private = |c: &ActorCode| {
        c.sector().is_some_and(|s| s == "JRN" || s == "REF" || classes.is("private-sector", s))
    };
    let home = codes().next().and_then(|c| c.state());
    // To resign, to be released or to promise something is no company.
    let friendly = matches!(nature.quad, VERBAL_COOPERATION | MATERIAL_COOPERATION);
    let friendly = friendly && ![RETREAT, AGREE].contains(kind);
    friendly
        && home.is_some()
        && codes().all(|c| c.state() == home && (out(&c) || private(c)))
        && codes().filter(out).filter(|c| c.sector() == Some("ELI")).count() < 2
        && codes().any(|c| out(&c))
}

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
