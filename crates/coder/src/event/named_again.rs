//! Acts that a noun for any act names again: "China hailed *the move*", "condemned *the verdict*", "criticised *the
//! project*".
//!
//! Such a noun says of what sort the act is, not which: a move or decision is whatever was done and not merely said,
//! a verdict is a court's, a vote a parliament's, a project what was agreed or given, an incident an act of force. It means
//! the last act of the sort that the text tells (Vieira and Poesio 2000, on bridging). Who answers it does not
//! answer himself. The nouns are classes of `classes.tsv`; nouns for one type of act are [`super::retold`]'s.

use super::ontology::{
    ACCUSE, AGREE, AID, CONSULT, COOPERATE, MATERIAL_CONFLICT, PROTEST, REJECT, REQUEST, SANCTION,
    THREATEN,
};
use super::retold::Told;
use crate::View;
use verbale_document::{
    ActorCode, Deprel, Event, EventType, Modality, Participant, Polarity, TokenIdx,
};

/// How many sentences back an act is looked for.
const WINDOW: u32 = 3;
/// What is said or talked about, and so is no move.
const WORDS: [EventType; 4] = [CONSULT, ACCUSE, REQUEST, THREATEN];
/// What is agreed or given.
const UNDERTAKEN: [EventType; 3] = [AGREE, COOPERATE, AID];
/// What those answer to whom it was done.
pub(super) const ANSWERED: [EventType; 6] = [ACCUSE, REQUEST, THREATEN, PROTEST, REJECT, SANCTION];

/// The act that `noun` means where those with the codes `by` speak of it; none where that is their own.
pub(super) fn act_meant<'t>(
    view: &View<'_>,
    told: &Told<'t>,
    noun: TokenIdx,
    by: &[ActorCode],
) -> Option<&'t Event> {
    let is = |class: &str| view.is_of_class(noun, class);
    let sort: fn(&Event) -> bool = match () {
        _ if is("move") => |e| !WORDS.contains(&e.kind),
        _ if is("verdict") => |e| is_of(e, "JUD"),
        _ if is("ballot") => |e| is_of(e, "LEG"),
        _ if is("undertaking") => |e| UNDERTAKEN.contains(&e.kind),
        _ if is("incident") => |e| e.quad == MATERIAL_CONFLICT,
        _ => return None,
    };
    let last = told.back_from(view, noun, WINDOW).find(|e| is_told(e) && sort(e))?;
    (!is_one_of(&last.actors, by)).then_some(last)
}

/// Whether a pronoun, of whom nobody is known to be meant, may stand for an act: "denounced *it*".
pub(super) fn is_act(view: &View<'_>, word: TokenIdx) -> bool {
    let it = matches!(view.lemma(word), "it" | "this" | "that");
    it && view.tree.token(word).deprel == Deprel::Obj && view.actor_at(word).is_none()
}

/// "Chad closed the border. Togo denounced *it*": the last act of the sentence before, or of this one.
pub(super) fn act_just_told<'t>(
    view: &View<'_>,
    told: &Told<'t>,
    word: TokenIdx,
    by: &[ActorCode],
) -> Option<&'t Event> {
    let last = told.back_from(view, word, 1).find(|e| is_told(e) && e.kind != CONSULT)?;
    // What somebody else tells of is denied to him, and not to who is said to have done it.
    (last.according_to.is_empty() && !is_one_of(&last.actors, by)).then_some(last)
}

/// "Estonia summoned the Russian envoy. Russia dismissed *the protest*": what was just done to those with the
/// codes `by`, by others.
pub(super) fn done_to<'t>(
    view: &View<'_>,
    told: &Told<'t>,
    noun: TokenIdx,
    by: &[ActorCode],
) -> Option<&'t Event> {
    let fits = |e: &&Event| {
        let theirs = is_one_of(&e.recipients, by) && !is_one_of(&e.actors, by);
        theirs && ANSWERED.contains(&e.kind) && is_told(e)
    };
    told.back_from(view, noun, 1).find(fits)
}

/// Whether an act is told as done or to be done by somebody who is known.
fn is_told(event: &Event) -> bool {
    event.polarity == Polarity::Positive
        && event.modality != Modality::Hypothetical
        && event.actors.iter().any(|a| a.code.is_some())
}

/// Whether those who act are of a sector.
fn is_of(event: &Event, sector: &str) -> bool {
    let of = |p: &Participant| p.code.as_ref().is_some_and(|c| c.sector() == Some(sector));
    event.actors.iter().any(of)
}

/// Whether those with the codes `by`, or those who rule their state, are among the parties of an act.
fn is_one_of(parties: &[Participant], by: &[ActorCode]) -> bool {
    let own = |p: &Participant| p.code.as_ref().is_some_and(|c| by.iter().any(|b| alike(b, c)));
    parties.iter().any(own)
}

/// Whether two codes are of one party, a state, its government and its forces being one.
fn alike(a: &ActorCode, b: &ActorCode) -> bool {
    let rules = |c: &ActorCode| matches!(c.sector(), None | Some("GOV" | "MIL" | "COP"));
    let state = a.state().is_some() && a.country() == b.country();
    a == b || state && rules(a) && rules(b)
}
