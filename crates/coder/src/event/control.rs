//! Control: who does what a governor says, and to whom, when an event word stands under it.
//!
//! "X urged Y to attack Z" is a request of X to Y; "X accused Y of attacking Z" leaves the attack
//! with Y; "X's threat of sanctions" is X's.

use super::draft::{Draft, governor_actors};
use super::governor::{Effect, Link};
use crate::View;
use verbale_document::{TokenIdx, Upos};

/// Prepositions before the one who is asked ("called on Chad to ...").
const ASKED: [&str; 4] = ["on", "upon", "to", "with"];

/// Corrects the slots of a draft for one governor. Call before the governor's effect.
pub fn reassign(view: &View<'_>, draft: &mut Draft, link: Link) {
    match link.effect {
        Effect::Accuse => accuse(view, draft, link.head),
        Effect::Refuse => refuse(view, draft, link.head),
        Effect::Undergo => undergo(view, draft, link.head),
        Effect::Befall => befall(view, draft, link.head),
        Effect::Request | Effect::Allow => ask(view, draft, link.head),
        _ => lift(view, draft, link.head),
    }
}

/// The accused does it.
fn accuse(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let clause = view.clause(head);
    let accused = view.logical_objects(&clause);
    if !accused.is_empty() {
        draft.actors = accused.to_vec();
    }
}

/// The governor's subject is acted upon; the actor stands behind "from" or "by".
fn undergo(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let noun = draft.consumed[0];
    let clause = view.clause(head);
    let by = |c: &str| matches!(c, "from" | "by");
    let outside = clause.obliques.iter().filter(|(c, _)| by(c)).map(|&(_, t)| t);
    let inside = ["from", "by"].into_iter().flat_map(|p| view.nominal_modifiers(noun, p));
    draft.actors = view.owners(noun).into_iter().chain(inside).chain(outside).collect();
    if draft.actors.is_empty() {
        // "won the backing of Togo"
        let of = view.nominal_modifiers(noun, "of").into_iter();
        draft.actors = of.filter(|&t| view.mention_of(t).is_some()).collect();
    }
    draft.recipients = clause.subjects.clone();
}

/// Those whom the act befalls are acted upon, where nobody else is.
fn befall(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    if draft.recipients.is_empty() {
        let clause = view.clause(head);
        let objects = view.logical_objects(&clause).iter().copied();
        draft.recipients = objects.filter(|&t| view.names_somebody(t)).collect();
    }
}

/// The governor's subject asks. Who is asked: its object, else whoever was to act, else whoever
/// was to be acted upon.
fn ask(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let asker = governor_actors(view, head);
    let free = |h: &TokenIdx| !draft.trigger.contains(h) && !asker.contains(h);
    let asked: Vec<TokenIdx> = asked(view, head).into_iter().filter(free).collect();
    let doers: Vec<TokenIdx> = draft.actors.iter().copied().filter(free).collect();
    match [asked, doers].into_iter().find(|h| !h.is_empty()) {
        Some(recipients) => draft.recipients = recipients,
        None => draft.asked_nobody = true,
    }
    draft.actors = asker;
}

fn asked(view: &View<'_>, head: TokenIdx) -> Vec<TokenIdx> {
    if view.tree.token(head).upos == Upos::Noun {
        return Vec::new();
    }
    let clause = view.clause(head);
    let objects = view.logical_objects(&clause);
    match (clause.indirect.is_empty(), objects.is_empty()) {
        (false, _) => clause.indirect,
        (true, false) => objects.to_vec(),
        (true, true) => {
            let asked = clause.obliques.iter().filter(|(c, _)| ASKED.contains(&c.as_str()));
            asked.map(|&(_, t)| t).collect()
        }
    }
}

/// Who refuses is the governor's subject; to whom: whoever asked, offered or decided it, else
/// whoever it was about.
fn refuse(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let refuser = governor_actors(view, head);
    let noun = draft.consumed[draft.consumed.len() - 1];
    let mut authors: Vec<TokenIdx> = match view.tree.token(noun).upos {
        Upos::Noun => view.authors(noun),
        _ => Vec::new(),
    };
    if authors.is_empty() && !refuser.is_empty() {
        authors = draft.actors.iter().copied().filter(|a| !refuser.contains(a)).collect();
    }
    authors.retain(|a| !refuser.contains(a));
    if !authors.is_empty() {
        draft.recipients = authors;
    }
    if !refuser.is_empty() {
        draft.actors = refuser;
    }
}

/// A noun's owner, or the subject of a verb where the event has no actor of its own. An act that itself is
/// the subject ("protests erupted") is nobody's by that.
fn lift(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let above = governor_actors(view, head);
    if above.contains(&draft.consumed[0]) {
        return;
    }
    let noun = view.tree.token(head).upos == Upos::Noun;
    if !above.is_empty() && (noun || draft.actors.is_empty()) {
        draft.actors = above.into_iter().filter(|h| !draft.trigger.contains(h)).collect();
    }
}
