//! One event once: the same act told by two words of one clause, or found by two rules.

use super::Reading;
use crate::View;
use crate::trace::Reason;
use verbale_document::{Deprel, Event, Participant, Span, Token, TokenIdx, Upos};

/// Keeps, of events that say the same in one sentence, the one that says who acts, and whose rule has the most
/// weight; the order of the text is kept. `readings` must be in the order of their sentences.
pub(super) fn dedup(view: &View<'_>, readings: Vec<Reading>) -> Vec<Event> {
    let mut kept: Vec<Reading> = Vec::with_capacity(readings.len());
    for reading in readings {
        if let Some(old) =
            kept.last_mut().filter(|k| is_named_there(view, &k.event, &reading.event))
        {
            if old.event.recipients.is_empty() {
                old.event.recipients.clone_from(&reading.event.recipients);
            }
            note(view, &reading.event, &old.event);
            continue;
        }
        match kept
            .iter_mut()
            .rev()
            .take_while(|k| k.event.sentence == reading.event.sentence)
            .find(|old| is_one(view, &old.event, &reading.event))
        {
            Some(old) => {
                let rank = |r: &Reading| (!r.event.actors.is_empty(), r.weight);
                let heavier = rank(old) < rank(&reading);
                let weaker = if heavier { std::mem::replace(old, reading) } else { reading };
                note(view, &weaker.event, &old.event);
            }
            None => kept.push(reading),
        }
    }
    let mut events: Vec<Event> = kept.into_iter().map(|r| r.event).collect();
    events.sort_by_key(|e| (e.sentence, e.trigger.first().copied()));
    events
}

/// "condemned what it *called* a provocation by Togo": the name that a judgement gives to what it judges; "will
/// travel to Togo, his first *visit* there": the noun that counts an act.
fn is_named_there(view: &View<'_>, judged: &Event, named: &Event) -> bool {
    let above = word(view, judged, 0);
    let verb = word(view, named, 0).map(|t| view.tree.token(t));
    let beside = |v: &Token| matches!(v.deprel, Deprel::Parataxis | Deprel::Appos);
    let noun = verb.filter(|v| v.upos == Upos::Noun && beside(v));
    let counted = noun.is_some_and(|n| n.head.is_some() && n.head == above);
    if counted && judged.kind == named.kind && judged.mode == named.mode {
        return judged.sentence == named.sentence;
    }
    let what = verb.filter(|v| v.deprel == Deprel::AclRelcl).and_then(|v| v.head);
    let object = what.filter(|&w| view.is_lemma(w, "what")).map(|w| view.tree.token(w));
    judged.kind == named.kind
        && judged.sentence == named.sentence
        && object.is_some_and(|o| o.deprel == Deprel::Obj && o.head == above)
}

/// The word at which a trigger's part `nth` begins.
fn word(view: &View<'_>, event: &Event, nth: usize) -> Option<TokenIdx> {
    event.trigger.get(nth).map(|t| view.doc.tokens_in(*t).start)
}

/// Notes that `weaker` tells what `kept` does.
fn note(view: &View<'_>, weaker: &Event, kept: &Event) {
    if let (Some(at), Some(other)) = (word(view, weaker, 0), word(view, kept, 0)) {
        view.log.drop(at, None, Reason::ToldTwice(other));
    }
}

/// Whether two words tell one act.
fn is_one(view: &View<'_>, a: &Event, b: &Event) -> bool {
    same(a, b) || is_inside(view, a, b) || is_beside(view, a, b) || is_beside(view, b, a)
}

/// Same type and polarity, and either the same parties or a trigger in common, with no recipients that
/// differ ("agreed to lift the ban on Togo and to send aid to Chad" are two).
fn same(a: &Event, b: &Event) -> bool {
    let parties = |e: &Event| (who(&e.actors), who(&e.recipients));
    // "issued a warrant for the *arrest* of the envoy": a part of it, with the same words for whom.
    let part = a.mode == b.mode
        && a.modality == b.modality
        && !a.recipients.is_empty()
        && who(&a.recipients) == who(&b.recipients)
        && a.actors.is_empty() != b.actors.is_empty();
    a.kind == b.kind
        && a.polarity == b.polarity
        && (part
            || a.trigger.iter().any(|t| b.trigger.contains(t)) && !are_apart(a, b)
            || (parties(a) == parties(b)
                && !is_other_mode(a, b)
                && !b.actors.is_empty()
                && !b.recipients.is_empty()))
}

/// "sent a *shipment* of *weapons* to Togo": one verb with the same parties, whose object is told by one noun
/// within the other.
fn is_inside(view: &View<'_>, a: &Event, b: &Event) -> bool {
    let (Some(one), Some(other)) = (word(view, a, 1), word(view, b, 1)) else { return false };
    let inside = |below, above| {
        let token = view.tree.token(below);
        token.head == Some(above) && matches!(token.deprel, Deprel::Nmod | Deprel::Compound)
    };
    a.trigger.first() == b.trigger.first()
        && a.polarity == b.polarity
        && (who(&a.actors), who(&a.recipients)) == (who(&b.actors), who(&b.recipients))
        && (inside(one, other) || inside(other, one))
}

/// "the *pact* that Togo *signed*": the act that a noun names, told by the relative clause beside it.
fn is_beside(view: &View<'_>, noun: &Event, clause: &Event) -> bool {
    let verb = word(view, clause, 0).map(|t| view.tree.token(t));
    let relative = verb.filter(|v| matches!(v.deprel, Deprel::Acl | Deprel::AclRelcl));
    relative.is_some_and(|v| v.head.is_some() && v.head == word(view, noun, 0))
        && (noun.kind == clause.kind && noun.polarity == clause.polarity)
        && who(&noun.actors) == who(&clause.actors)
        && !are_apart(noun, clause)
}

/// Whether both say upon whom, and none of them is the same.
fn are_apart(a: &Event, b: &Event) -> bool {
    let others = who(&b.recipients);
    !a.recipients.is_empty()
        && !others.is_empty()
        && who(&a.recipients).iter().all(|r| !others.contains(r))
}

/// "were beaten and abducted": deeds of two modes are two.
fn is_other_mode(a: &Event, b: &Event) -> bool {
    matches!((&a.mode, &b.mode), (Some(one), Some(other)) if one != other && a.quad == 4)
}

fn who(participants: &[Participant]) -> Vec<Span> {
    participants.iter().map(|p| p.span).collect()
}
