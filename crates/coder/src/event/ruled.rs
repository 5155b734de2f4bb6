//! Whose people those are of whom the text does not say it: "the Chadian government jailed *teachers*", "*students*
//! marched against the Chadian police".
//!
//! Whom a government, its courts or its police hold or strike, and who rises against them or blames them, are its
//! own people unless the sentence tells where else it is. Armies act abroad as well: whom they strike are their own
//! only in a sentence that names no other state. Who is struck in another state than that of who strikes is of the
//! former ("Chadian fire killed *two people* in Diffa"). The resolver has but guessed whose they are, by where the story
//! plays. Does not touch anybody whose state the text tells.

use super::lexicon::WordClasses;
use super::ontology::{ACCUSE, MATERIAL_CONFLICT, Nature, REJECT};
use super::political::{sector, serves};
use crate::View;
use std::collections::BTreeSet;
use verbale_document::{EventType, Form, Mention, MentionKind, Participant, SentenceIdx, SmolStr};

/// Confidence of a mention whose state is no more than guessed.
const GUESSED: f32 = 0.5;
/// Prepositions before the place where something happens.
const WHERE: [&str; 5] = ["in", "near", "at", "across", "throughout"];

/// Gives the people among the parties of a conflict the state of the government that is the other one.
pub fn settle(
    view: &View<'_>,
    classes: &WordClasses,
    (kind, nature): (&EventType, &Nature),
    (actors, recipients): (&mut [Participant], &mut [Participant]),
    at: SentenceIdx,
) {
    let deed = nature.quad == MATERIAL_CONFLICT;
    // Who marches on an embassy is not of its state.
    let sent =
        |p: &Participant| view.doc.tokens_in(p.span).any(|t| view.is_of_class(t, "legation"));
    let abroad = recipients.iter().any(sent);
    let (one, other) = (ruler(view, actors), ruler(view, recipients).filter(|_| !abroad));
    match (one, other) {
        (Some(state), None) if deed => people(view, classes, recipients, &state, at),
        (None, Some(state)) if deed || [ACCUSE, REJECT].contains(kind) => {
            people(view, classes, actors, &state, at);
        }
        _ => {}
    }
    if deed {
        elsewhere(view, classes, actors, recipients, at);
    }
}

/// Makes people who were guessed to be of the state that strikes those of the one other state where the sentence says
/// that it does.
fn elsewhere(
    view: &View<'_>,
    classes: &WordClasses,
    actors: &[Participant],
    recipients: &mut [Participant],
    at: SentenceIdx,
) {
    let states = |p: &Participant| p.code.as_ref().and_then(|c| c.state()).map(SmolStr::new);
    let Some(state) = actors.first().and_then(states) else { return };
    let told = view.mentions_in(at).iter().filter(|m| is_where(view, m));
    let lands: BTreeSet<SmolStr> = told.filter_map(|m| land(view, m)).collect();
    let Some(there) = lands.first().filter(|there| lands.len() == 1 && **there != state) else {
        return;
    };
    for p in recipients.iter_mut() {
        if is_guessed_people(view, classes, p) && states(p).as_ref() == Some(&state) {
            p.code = p.code.take().map(|code| code.in_state(there));
        }
    }
}

/// The state of a place or the state itself that a mention names.
fn land(view: &View<'_>, m: &Mention) -> Option<SmolStr> {
    let own = m.place.as_ref().and_then(|p| p.country.clone());
    let code = || view.code_of(m).and_then(|c| c.state().map(SmolStr::new));
    matches!(m.kind, MentionKind::Country | MentionKind::Place).then(|| own.or_else(code))?
}

/// Whether a mention stands behind a preposition that tells where something happens.
fn is_where(view: &View<'_>, m: &Mention) -> bool {
    view.marker_of(m.head).is_some_and(|case| WHERE.contains(&case))
}

/// The one state of those parties that govern it, make its laws, judge, police or fight for it, where the text tells
/// it, and whether they do so at home.
fn ruler(view: &View<'_>, parties: &[Participant]) -> Option<(SmolStr, bool)> {
    let rules = |p: &&Participant| serves(p) || matches!(sector(p), Some("MIL" | "LEG"));
    let mut states = parties.iter().filter(rules).map(|p| {
        let told = p.mention.is_none_or(|m| !is_guess(view.doc.mention(m)));
        p.code.as_ref().and_then(|c| c.state()).filter(|_| told)
    });
    let first = states.next()??;
    let home = parties.iter().all(|p| sector(p) != Some("MIL"));
    states.all(|s| s == Some(first)).then(|| (SmolStr::new(first), home))
}

/// Makes those of `parties` whose state was guessed people of `state`.
fn people(
    view: &View<'_>,
    classes: &WordClasses,
    parties: &mut [Participant],
    (state, home): &(SmolStr, bool),
    at: SentenceIdx,
) {
    for p in parties.iter_mut() {
        let guessed = is_guessed_people(view, classes, p);
        let Some(code) = p.code.clone().filter(|_| guessed) else { continue };
        if !is_told_of(view, code.country(), *home, at) {
            p.code = Some(code.in_state(state));
        }
    }
}

/// Whether somebody is one of the people, of a state that was but guessed.
fn is_guessed_people(view: &View<'_>, classes: &WordClasses, p: &Participant) -> bool {
    let guess = p.mention.is_some_and(|m| is_guess(view.doc.mention(m)));
    guess && sector(p).is_some_and(|s| classes.is("ruled-sector", s))
}

/// Whether the state of a role noun was but guessed.
fn is_guess(m: &Mention) -> bool {
    m.form == Form::Nominal && m.entity.is_none() && m.confidence <= GUESSED
}

/// Whether a sentence tells that something happens in a state, or, of armies, whether it names the state at all.
fn is_told_of(view: &View<'_>, state: &str, home: bool, at: SentenceIdx) -> bool {
    view.mentions_in(at).iter().any(|m| {
        let place = || is_where(view, m) || view.has_case(m.head, "from");
        land(view, m).is_some_and(|land| land == state) && (!home || place())
    })
}
