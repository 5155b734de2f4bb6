//! One event once: the same act told by two words of one clause, or found by two rules.

use crate::View;
use crate::trace::Reason;
use verbale_document::{Event, Participant, Span};

/// Keeps, of events that say the same in one sentence, the one with the highest confidence; the
/// order of the text is kept. `events` must be in the order of their sentences.
pub fn dedup(view: &View<'_>, events: Vec<Event>) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        match kept
            .iter_mut()
            .rev()
            .take_while(|k| k.sentence == event.sentence)
            .find(|old| same(old, &event))
        {
            Some(old) => {
                let surer = old.confidence < event.confidence;
                let weaker = if surer { std::mem::replace(old, event) } else { event };
                note(view, &weaker, old);
            }
            None => kept.push(event),
        }
    }
    kept.sort_by_key(|e| (e.sentence, e.trigger.first().copied()));
    kept
}

/// Notes that `weaker` tells what `kept` does.
fn note(view: &View<'_>, weaker: &Event, kept: &Event) {
    let word = |e: &Event| e.trigger.first().map(|t| view.doc.tokens_in(*t).start);
    if let (Some(at), Some(other)) = (word(weaker), word(kept)) {
        view.log.drop(at, None, Reason::ToldTwice(other));
    }
}

/// Same type and polarity, and either the same first trigger or the same parties.
fn same(a: &Event, b: &Event) -> bool {
    let parties = |e: &Event| (who(&e.actors), who(&e.recipients));
    a.kind == b.kind
        && a.polarity == b.polarity
        && (a.trigger.first() == b.trigger.first()
            || (parties(a) == parties(b) && !b.actors.is_empty() && !b.recipients.is_empty()))
}

fn who(participants: &[Participant]) -> Vec<Span> {
    participants.iter().map(|p| p.span).collect()
}
