//! Who does something to whom, by code: what finds the events of an actor, a recipient or a dyad.

use std::collections::BTreeSet;
use verbale_record::{Event, Participant};

/// The code of an actor with that of a recipient; empty where there is nobody, or nobody known.
pub(crate) type Pair<'e> = (&'e str, &'e str);

/// The pairs of an event, each once; an event with one side only is a pair with nobody.
pub(crate) fn pairs(event: &Event) -> BTreeSet<Pair<'_>> {
    let (actors, recipients) = (codes(&event.actors), codes(&event.recipients));
    let with = |actor| recipients.iter().map(move |recipient| (actor, *recipient));
    actors.iter().flat_map(|actor| with(*actor)).collect()
}

fn codes(side: &[Participant]) -> BTreeSet<&str> {
    match side.is_empty() {
        true => BTreeSet::from([""]),
        false => side.iter().map(|p| p.code.as_deref().unwrap_or_default()).collect(),
    }
}

/// The first part of a code: the state, or the kind of body.
pub(crate) fn head(code: &str) -> &str {
    code.split('.').next().unwrap_or_default()
}
