//! Control: who does what a governor says, and to whom, when an event word stands under it.
//!
//! "X urged Y to attack Z" is a request of X to Y; "X accused Y of attacking Z" leaves the attack
//! with Y; "X's threat of sanctions" is X's.

use super::decided::is_ruled;
use super::draft::{Draft, governor_actors};
use super::governor::{Effect, Link};
use super::ontology::{AID, MATERIAL_CONFLICT, Ontology, THREATEN};
use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Prepositions before the one who is asked ("called on Chad to ..."), and before the one of whom a thing
/// is demanded ("demanded respect from Chad").
const ASKED: [&str; 4] = ["on", "upon", "to", "with"];
const OBLIGED: [&str; 2] = ["from", "of"];

/// Prepositions before those whom thanks or blame go to ("thanks to Chad for leaving").
const JUDGED: [&str; 8] = ["to", "of", "for", "at", "with", "against", "toward", "towards"];

/// Corrects the slots of a draft for one governor. Call before the governor's effect.
pub fn reassign(view: &View<'_>, draft: &mut Draft, link: Link) {
    match link.effect {
        Effect::Accuse if !has_own_actor(view, draft, link.head) => {
            accuse(view, draft, link.head);
        }
        Effect::Accuse | Effect::Apart => {}
        Effect::Refuse => refuse(view, draft, link.head),
        Effect::Undergo => undergo(view, draft, link.head),
        Effect::Befall => befall(view, draft, link.head),
        Effect::Request | Effect::Allow => ask(view, draft, link.head),
        Effect::Threaten => threaten(view, draft, link.head),
        _ => lift(view, draft, link.head),
    }
}

/// A link as it is meant: who rejects what somebody else did ("dismissed *Chad's* arrests as theatre") does not
/// keep it from happening.
pub fn as_meant(view: &View<'_>, draft: &Draft, link: Link, ontology: &Ontology) -> Link {
    let quad = ontology.nature(&draft.kind).quad;
    let deed = quad == MATERIAL_CONFLICT || draft.kind == THREATEN;
    let noun = draft.consumed[draft.consumed.len() - 1];
    if link.effect == Effect::Agree && is_assertion(view, draft) {
        return Link { effect: Effect::Apart, ..link };
    }
    if is_performed(view, draft, link) {
        return Link { effect: Effect::Perform, ..link };
    }
    if link.effect == Effect::Maybe && deed && talks_of(view, noun, link.head) {
        return Link { effect: Effect::Apart, ..link };
    }
    let done = match link.effect {
        Effect::Future => has_decided(view, draft, link.head),
        Effect::Maybe => was_able(view, link.head),
        _ => false,
    };
    if done {
        return Link { effect: Effect::Do, ..link };
    }
    if link.effect == Effect::Threaten && warns_of_others(view, draft, link.head, quad) {
        return Link { effect: Effect::Maybe, ..link };
    }
    let named = act_named(view, draft, link.head);
    let Some(noun) = named.filter(|_| link.effect == Effect::Refuse && deed) else { return link };
    let refuser = governor_actors(view, link.head);
    let own = |t: &TokenIdx| refuser.iter().any(|&r| view.is_same_one(r, *t));
    let doers = view.authors(noun);
    let known = doers.iter().any(|&t| view.mention_of(t).is_some());
    match known && !doers.iter().any(own) {
        true => Link { effect: Effect::Apart, ..link },
        false => link,
    }
}

/// "discussed *the* war in Chad": of what there is already, and not what those who talk may do.
pub(super) fn talks_of(view: &View<'_>, noun: TokenIdx, head: TokenIdx) -> bool {
    let definite = view.tree.child(noun, Deprel::Det).is_some_and(|d| view.is_lemma(d, "the"));
    let verb = view.tree.token(head).upos == Upos::Verb;
    verb && definite && matches!(view.lemma(head), "discuss" | "debate")
}

/// "assured that Chad *sent* aid", "swears that Togo *is* behind it": what is said to be so already, and no promise.
fn is_assertion(view: &View<'_>, draft: &Draft) -> bool {
    let verb = draft.consumed[draft.consumed.len() - 1];
    let finite = |t: TokenIdx| matches!(view.tree.token(t).xpos.as_str(), "VBD" | "VBZ" | "VBP");
    let helped = |k: TokenIdx| {
        let rel = view.tree.token(k).deprel;
        matches!(rel, Deprel::Aux | Deprel::AuxPass) && finite(k)
    };
    let past = finite(verb) || view.tree.children(verb).iter().any(|&k| helped(k));
    let verbal = view.tree.token(verb).upos == Upos::Verb;
    verbal && past && !draft.mood.future && view.tree.token(verb).deprel == Deprel::Ccomp
}

/// "I *would like to* thank Chad", "*let me* congratulate Togo": who says so does it by saying so (Austin 1962, "How to
/// Do Things with Words").
fn is_performed(view: &View<'_>, draft: &Draft, link: Link) -> bool {
    let speaks = view.any_of_class(&draft.consumed, "performative") && view.is_reported(link.head);
    let me = |t: &TokenIdx| matches!(view.lemma(*t), "I" | "we" | "me" | "us");
    let asks_leave = || {
        let clause = view.clause(link.head);
        clause.objects.iter().chain(&clause.indirect).any(me)
    };
    speaks
        && match link.effect {
            Effect::Maybe => matches!(view.lemma(link.head), "want" | "wish" | "like" | "love"),
            Effect::Allow => asks_leave(),
            _ => false,
        }
}

/// "*decided to* expel the envoy": what is done by decision is done by deciding it.
fn has_decided(view: &View<'_>, draft: &Draft, head: TokenIdx) -> bool {
    let past = matches!(view.tree.token(head).xpos.as_str(), "VBD" | "VBN");
    past && view.is_lemma(head, "decide") && is_ruled(&draft.kind)
}

/// "*was able to* shoot it down": who was able to do it once did it (Karttunen 1971), unless it is told as possible.
fn was_able(view: &View<'_>, head: TokenIdx) -> bool {
    let clause = view.clause(head);
    let past = |k: TokenIdx| {
        let rel = view.tree.token(k).deprel;
        let had = matches!(view.tree.token(k).xpos.as_str(), "VBD" | "VBN");
        matches!(rel, Deprel::Cop | Deprel::Aux) && had
    };
    view.is_lemma(head, "able")
        && clause.modal.is_none()
        && view.tree.children(head).iter().any(|&k| past(k))
}

/// "warned *of* a raid by Togo", "of a deal with Togo": what others may do, or what nobody is threatened with.
fn warns_of_others(view: &View<'_>, draft: &Draft, head: TokenIdx, quad: u8) -> bool {
    let noun = draft.consumed[draft.consumed.len() - 1];
    let of = view.tree.token(noun).upos == Upos::Noun && view.has_case(noun, "of");
    let own = |t: &TokenIdx| governor_actors(view, head).iter().any(|&r| view.is_same_one(r, *t));
    let doers = view.authors(noun);
    let others = doers.iter().any(|&t| view.mention_of(t).is_some()) && !doers.iter().any(own);
    of && (others || quad <= 2)
}

/// Whether an act told by a noun has an actor of its own ("thanked Chad for *Togo's* support").
fn has_own_actor(view: &View<'_>, draft: &Draft, head: TokenIdx) -> bool {
    let noun = view.tree.token(draft.consumed[0]).upos == Upos::Noun;
    noun && !draft.actors.is_empty() && draft.actors != governor_actors(view, head)
}

/// The accused does it, or whoever is praised or thanked for it: the object, or whom the words that are the
/// object are for ("expressed gratitude to *Chad* for leaving").
fn accuse(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let clause = view.clause(head);
    let accused = view.logical_objects(&clause);
    let deed = draft.consumed[0];
    let behind = |noun: TokenIdx| {
        let mut phrases = JUDGED.iter().map(move |p| view.nominal_modifiers(noun, p));
        phrases.find(|all| all.iter().any(|&t| t != deed && view.names_somebody(t)))
    };
    let words = || match view.tree.token(head).upos {
        Upos::Noun => behind(head),
        _ => {
            let own = clause.obliques.iter().filter(|(c, _)| JUDGED.contains(&c.as_str()));
            let own: Vec<TokenIdx> = own.map(|&(_, t)| t).filter(|&t| t != deed).collect();
            accused.iter().find_map(|&o| behind(o)).or(Some(own).filter(|o| !o.is_empty()))
        }
    };
    let wordless = accused.iter().any(|&t| view.mention_of(t).is_some());
    let found = if wordless { None } else { words() };
    if let Some(doers) = found.or_else(|| Some(accused.to_vec()).filter(|a| !a.is_empty())) {
        draft.actors = doers;
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

/// The governor's subject threatens. Whoever is warned of what he may do ("warned *Chad* against leaving") is the one
/// who is threatened.
fn threaten(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let clause = view.clause(head);
    let warned = view.logical_objects(&clause).iter().copied();
    let warned: Vec<TokenIdx> = warned.filter(|&t| view.mention_of(t).is_some()).collect();
    let deed = draft.consumed[0];
    let acts = view.tree.token(deed).upos == Upos::Verb
        && !draft.trigger.iter().any(|t| warned.contains(t));
    if view.tree.token(head).upos != Upos::Verb || warned.is_empty() || !acts {
        return lift(view, draft, head);
    }
    draft.actors = governor_actors(view, head);
    draft.recipients = warned;
}

/// "faces *calls* from Chad to leave": who undergoes a request is asked, and who asks stands behind "from" or
/// "by". `request` is the noun, `undergoes` the verb above it.
pub fn undergo_request(view: &View<'_>, draft: &mut Draft, request: TokenIdx, undergoes: TokenIdx) {
    let clause = view.clause(undergoes);
    let deed = view.clause(draft.consumed[0]);
    let from = |c: &str| matches!(c, "from" | "by");
    let beside = clause.obliques.iter().chain(&deed.obliques);
    let beside = beside.filter(|(c, t)| from(c) && view.mention_of(*t).is_some()).map(|&(_, t)| t);
    let authors = view.authors(request);
    draft.actors = if authors.is_empty() { beside.collect() } else { authors };
    draft.recipients = clause.subjects;
    draft.asked_nobody = false;
}

/// The governor's subject asks. Who is asked: its object, else whoever was to act, else whoever
/// was to be acted upon.
fn ask(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let asker = governor_actors(view, head);
    let free = |h: &TokenIdx| !draft.trigger.contains(h) && !asker.contains(h);
    let asked: Vec<TokenIdx> = asked(view, head, &draft.trigger).into_iter().filter(free).collect();
    let doers: Vec<TokenIdx> = draft.actors.iter().copied().filter(free).collect();
    match [asked, doers].into_iter().find(|h| !h.is_empty()) {
        Some(recipients) => draft.recipients = recipients,
        None => draft.asked_nobody = true,
    }
    draft.actors = asker;
}

/// Who is asked by the words at `head`. Where what is asked for, named by `trigger`, is itself the object,
/// what is listed beside it is asked for as well.
fn asked(view: &View<'_>, head: TokenIdx, trigger: &[TokenIdx]) -> Vec<TokenIdx> {
    if view.tree.token(head).upos == Upos::Noun {
        return Vec::new();
    }
    let clause = view.clause(head);
    let objects = view.logical_objects(&clause);
    let thing = objects.iter().any(|o| trigger.contains(o));
    let behind = |cases: &[&str]| -> Vec<TokenIdx> {
        let of_verb = clause.obliques.iter().filter(|(c, _)| cases.contains(&c.as_str()));
        of_verb.map(|&(_, t)| t).collect()
    };
    match (clause.indirect.is_empty(), objects.is_empty()) {
        (false, _) => clause.indirect,
        (true, false) if thing => [&ASKED[..], &OBLIGED]
            .into_iter()
            .map(behind)
            .find(|all| !all.is_empty())
            .unwrap_or_else(|| {
                let last = objects.iter().flat_map(|&o| view.nominal_modifiers(o, "from"));
                last.collect()
            }),
        (true, false) => objects.to_vec(),
        (true, true) => behind(&ASKED),
    }
}

/// Who refuses is the governor's subject; to whom: whoever asked, offered or decided it, else
/// whoever it was about.
fn refuse(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let refuser = governor_actors(view, head);
    let mut authors =
        act_named(view, draft, head).map(|noun| view.authors(noun)).unwrap_or_default();
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

/// The noun that names the act below `head`, where no verb does: whose the envoy is does not say who expels him.
fn act_named(view: &View<'_>, draft: &Draft, head: TokenIdx) -> Option<TokenIdx> {
    let noun = draft.consumed[draft.consumed.len() - 1];
    let verb = |&t: &TokenIdx| t != head && view.tree.token(t).upos == Upos::Verb;
    (view.tree.token(noun).upos == Upos::Noun && !draft.consumed.iter().any(verb)).then_some(noun)
}

/// A noun's owner, or the subject of a verb where the event has no actor of its own. An act that itself is
/// the subject ("protests erupted") is nobody's by that.
fn lift(view: &View<'_>, draft: &mut Draft, head: TokenIdx) {
    let above = governor_actors(view, head);
    if above.contains(&draft.consumed[0]) {
        return;
    }
    // "*Fiji* helped Tonga build a school": who helps gives the aid.
    if draft.kind == AID && view.is_lemma(head, "help") && !above.is_empty() {
        let helped = view.clause(head).objects;
        if !helped.is_empty() {
            (draft.actors, draft.recipients) = (above, helped);
            return;
        }
    }
    let noun = view.tree.token(head).upos == Upos::Noun;
    if !above.is_empty() && (noun || draft.actors.is_empty()) {
        draft.actors = above.into_iter().filter(|h| !draft.trigger.contains(h)).collect();
    }
}
