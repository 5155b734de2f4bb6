//! Whether an event is political: an act by or towards a state, its organs, parties, forces, armed
//! groups or an international body.
//!
//! What private persons and firms do to one another is news, and no event of this ontology: accidents,
//! ordinary crime, sport, trade. Violence, arrests and other repression that nobody is named for count
//! where the text tells to whom they were done, and what is said or done against people in a sentence that
//! tells of politics.

use super::draft::Draft;
use super::lexicon::WordClasses;
use super::ontology::{
    ACCUSE, ASSAULT, COERCE, CONSULT, MATERIAL_CONFLICT, Nature, REQUEST, RETREAT, SANCTION,
    SUPPORT, VERBAL_CONFLICT,
};
use crate::View;
use verbale_document::{
    ActorCode, Deprel, Event, EventType, MentionKind, Participant, TokenIdx, Upos, is_state,
};

/// What police and courts do to suspects and to those found guilty.
const HELD: [EventType; 3] = [COERCE, SANCTION, ACCUSE];

/// Whether an event may do without politics, or one of the parties is a political actor; of material
/// conflict by nobody who is known, whether who suffers it is of a known state, or of a body or company;
/// private persons only in war and terror ("an explosion killed 30 Kenyans"), which `war` tells.
pub fn is_political(
    classes: &WordClasses,
    nature: &Nature,
    (actors, recipients): (&[Participant], &[Participant]),
    war: bool,
) -> bool {
    let political = |p: &Participant| p.code.as_ref().is_some_and(|c| acts_politically(classes, c));
    let suffers = |p: &Participant| {
        let code = p.code.as_ref().filter(|c| !c.is_unplaced());
        code.is_some_and(|c| war || !c.sector().is_some_and(|s| classes.is("victim-sector", s)))
    };
    !nature.needs_politics
        || actors.iter().chain(recipients).any(political)
        || nature.quad == MATERIAL_CONFLICT && is_across(actors, recipients)
        || nature.quad == MATERIAL_CONFLICT
            && actors.iter().all(|a| a.code.is_none() && !nature.needs_recipient)
            && recipients.iter().any(suffers)
}

/// Whether those are freed, nobody says by whom, whose arrest would be political ("two reporters *were freed*").
pub fn is_release(
    classes: &WordClasses,
    draft: &Draft,
    (actors, recipients): (&[Participant], &[Participant]),
) -> bool {
    let placed = |p: &Participant| p.code.as_ref().is_some_and(|c| !c.is_unplaced());
    let suffers =
        |p: &Participant| placed(p) && sector(p).is_some_and(|s| !classes.is("victim-sector", s));
    frees(draft) && actors.iter().all(|a| a.code.is_none()) && recipients.iter().any(suffers)
}

/// Whether an act lets somebody go.
pub fn frees(draft: &Draft) -> bool {
    draft.kind == RETREAT && draft.mode.as_deref() == Some("release")
}

/// Whether somebody who acts for a state or body does something for those of another.
pub fn is_abroad(
    classes: &WordClasses,
    actors: &[Participant],
    recipients: &[Participant],
) -> bool {
    let placed = |p: &Participant| p.code.clone().filter(|c| !c.is_unplaced());
    let doers = actors.iter().filter_map(placed).filter(|c| acts_politically(classes, c));
    let doers: Vec<ActorCode> = doers.collect();
    let other = |c: ActorCode| doers.iter().any(|a| a.country() != c.country());
    recipients.iter().filter_map(placed).any(other)
}

/// Whether an act without political actors is one of politics, in a sentence that tells of it: words against
/// somebody where both are told or one stands for a cause or a trade ("the students denounced the ban"), deeds
/// by nobody who is known or to such people, and words for them ("backed the strikers").
pub fn is_civic(
    classes: &WordClasses,
    kind: &EventType,
    nature: &Nature,
    (actors, recipients): (&[Participant], &[Participant]),
) -> bool {
    let stands = |p: &Participant| sector(p).is_some_and(|s| classes.is("civic-sector", s));
    let mut all = actors.iter().chain(recipients);
    let cause = || actors.iter().chain(recipients).any(stands);
    let both = !(actors.is_empty() || recipients.is_empty());
    let by_nobody = actors.iter().all(|a| a.code.is_none());
    let counts = match nature.quad {
        VERBAL_CONFLICT => both || cause(),
        MATERIAL_CONFLICT => by_nobody || recipients.iter().any(stands),
        _ => *kind == SUPPORT && cause(),
    };
    counts && all.any(|p| p.code.as_ref().is_some_and(|c| !c.is_unplaced()))
}

/// Whether those who work, or teach and heal, demand something of nobody who is named ("*teachers* demand better pay"):
/// whoever rules or pays them is meant.
pub fn is_labour(
    classes: &WordClasses,
    view: &View<'_>,
    draft: &Draft,
    (actors, recipients): (&[Participant], &[Participant]),
) -> bool {
    let thing = |t: TokenIdx| {
        view.tree.token(t).upos == Upos::Noun || view.tree.child(t, Deprel::Obj).is_some()
    };
    let demands = draft.trigger.iter().any(|&t| classes.is_word(view, "demand", t) && thing(t));
    let works = |p: &Participant| {
        let placed = p.code.as_ref().is_some_and(|c| !c.is_unplaced());
        let several = p.mention.map(|m| view.doc.mention(m).kind);
        let several = several.is_some_and(|k| k != MentionKind::Person);
        placed && several && sector(p).is_some_and(|s| classes.is("striking-sector", s))
    };
    demands
        && draft.kind == REQUEST
        && draft.mode.as_deref() == Some("change")
        && !draft.mood.hypothetical
        && recipients.is_empty()
        && actors.iter().any(works)
}

/// Whether people of one state harm people of another.
fn is_across(actors: &[Participant], recipients: &[Participant]) -> bool {
    let mut pairs =
        actors.iter().flat_map(|a| recipients.iter().map(move |r| (state(a), state(r))));
    pairs.any(|(a, r)| a.is_some() && r.is_some() && a != r)
}

/// Whether an event is the daily round of one state: officials who meet or help its own schools, firms
/// and people, police and courts who hold its ordinary suspects: criminals, and where nothing in the
/// sentence is political (`ordinary`) whoever is told by a trade or by nothing. So is
/// it to speak to the press.
pub fn is_routine(
    classes: &WordClasses,
    kind: &EventType,
    nature: &Nature,
    (actors, recipients): (&[Participant], &[Participant]),
    ordinary: impl Fn() -> bool,
) -> bool {
    let others = || actors.iter().chain(recipients).filter(|p| !serves(p));
    let press = |p: &Participant| sector(p) == Some("JRN");
    if *kind == CONSULT && !recipients.is_empty() && recipients.iter().all(press) {
        return true;
    }
    let Some(state) = actors.iter().find(|a| serves(a)).and_then(state) else { return false };
    let met = *kind == CONSULT;
    let policed = actors.iter().all(polices);
    let tried = policed && HELD.contains(kind) && ordinary();
    let held = policed && nature.quad == MATERIAL_CONFLICT || tried;
    // To bargain with those who work is politics, and so is to agree with anybody.
    let class = match (tried, held) {
        (true, _) => "tried-sector",
        (_, true) => "suspect-sector",
        _ => "served-sector",
    };
    let own = |p: &Participant| match &p.code {
        Some(c) => c.state() == Some(state) && c.sector().is_some_and(|s| classes.is(class, s)),
        None => tried && p.mention.is_none(),
    };
    (met || held) && others().next().is_some() && others().all(own)
}

/// Whether an event of a story that tells of ordinary crime is one of its crimes, or what police and
/// courts do to those who are suspected of it: people of their own state without office or party, named
/// or not. Violence by the police is more than that, and so is what crosses a border.
pub fn is_ordinary_crime(classes: &WordClasses, event: &Event) -> bool {
    let private = |p: &Participant| {
        let public = |c: &ActorCode| match c.sector() {
            Some(sector) => sector == "JRN" || sector != "CRM" && acts_politically(classes, c),
            None => acts_politically(classes, c),
        };
        !p.code.as_ref().is_some_and(public)
    };
    let law = |p: &Participant| polices(p) || p.code.as_ref().is_some_and(|c| c.sector().is_none());
    let (actors, recipients) = (&event.actors[..], &event.recipients[..]);
    let crime = event.kind == ASSAULT && actors.iter().all(private);
    let tried = HELD.contains(&event.kind) && event.mode.as_deref() != Some("deport");
    (crime || tried && actors.iter().all(|a| law(a) || private(a)))
        && recipients.iter().all(private)
        && !is_across(actors, recipients)
}

/// Whether somebody acts for a state: its government, police or courts.
pub(super) fn serves(p: &Participant) -> bool {
    polices(p) || sector(p) == Some("GOV")
}

/// Whether somebody polices or judges.
fn polices(p: &Participant) -> bool {
    matches!(sector(p), Some("COP" | "JUD"))
}

pub(super) fn sector(p: &Participant) -> Option<&str> {
    p.code.as_ref().and_then(|c| c.sector())
}

fn state(p: &Participant) -> Option<&str> {
    p.code.as_ref().and_then(|c| c.state())
}

/// Whether a code is of a state, of one of its organs or forces, of a party or armed group, or of a
/// body of states.
pub fn acts_politically(classes: &WordClasses, code: &ActorCode) -> bool {
    match (code.country(), code.sector()) {
        ("IGO" | "IMG", _) => true,
        (state, None) => is_state(state),
        (_, Some(sector)) => classes.is("political-sector", sector),
    }
}
