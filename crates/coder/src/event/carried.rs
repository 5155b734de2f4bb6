//! Parties that an act leaves out since the sentence before has named them: "The minister appealed for help. The European
//! Union offered *two laboratories*", "Togo's troops crossed the border with Ghana. Ghana demanded *an apology*".
//!
//! Help goes to whoever has just asked for it; what is withheld from nobody who is named, and an apology that is asked for or
//! made, is between the two of the last act that has just two, of which who acts now is one. Looks back one sentence,
//! only to acts that are told as done. Does not touch an act that names whom it is done to.

use super::draft::Draft;
use super::ontology::{AID, CONCEDE, REQUEST, SANCTION};
use super::retold::Told;
use crate::View;
use verbale_document::{ActorCode, Event, Modality, Participant, Polarity};

/// How many sentences back the other party is looked for.
const WINDOW: u32 = 1;

/// To whom it is done where the draft names nobody.
pub(super) fn recipients(
    view: &View<'_>,
    draft: &Draft,
    actors: &[Participant],
    told: &Told<'_>,
) -> Vec<Participant> {
    let code = |p: &Participant| p.code.clone().filter(|c| !c.is_unplaced());
    let own: Vec<ActorCode> = actors.iter().filter_map(code).collect();
    let word = draft.consumed[0];
    let amends = || view.any_of_class(&draft.consumed, "amends");
    if own.is_empty() || !draft.recipients.is_empty() || !draft.governors.is_empty() {
        return Vec::new();
    }
    let last = || told.back_from(view, word, WINDOW).find(|e| is_done(e));
    let found = match &draft.kind {
        k if *k == AID => last().filter(|e| e.kind == REQUEST).map(|e| e.actors.clone()),
        k if *k == SANCTION || *k == CONCEDE => last().and_then(|e| other_party(e, &own)),
        k if *k == REQUEST && amends() => last().and_then(|e| other_party(e, &own)),
        _ => None,
    };
    let here = |p: Participant| Participant { span: view.span(word), ..p };
    let other = |p: &Participant| p.code.as_ref().is_some_and(|c| !is_side(c, &own));
    found.into_iter().flatten().filter(other).map(here).collect()
}

/// Whether an act is told as done.
fn is_done(event: &Event) -> bool {
    event.polarity == Polarity::Positive && event.modality == Modality::Actual
}

/// Who stands on the other side of an act than those with the codes `own`, where both sides are known.
fn other_party(event: &Event, own: &[ActorCode]) -> Option<Vec<Participant>> {
    let has =
        |all: &[Participant]| all.iter().any(|p| p.code.as_ref().is_some_and(|c| is_side(c, own)));
    let (actors, recipients) = (&event.actors, &event.recipients);
    match (has(actors), has(recipients)) {
        (false, true) => Some(actors.clone()),
        (true, false) => Some(recipients.clone()),
        _ => None,
    }
}

/// Whether a code is one of `own`, or of the same state.
fn is_side(code: &ActorCode, own: &[ActorCode]) -> bool {
    own.iter().any(|o| o == code || o.state().is_some() && o.country() == code.country())
}
