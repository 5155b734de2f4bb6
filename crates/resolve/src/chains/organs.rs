//! Organs of two: "both governments", "the two armies", "soldiers of both countries".
//!
//! A plural for an organ whose state the text has not told stands for that of each of the two states that were named
//! last, or of which such organs were. Which two states are meant is [`pair`](super::pair)'s.

use super::again::is_open;
use super::pair::states_before;
use super::scene::Scene;
use verbale_document::{ActorCode, Deprel, Mention, MentionKind, Sentence, TokenIdx, is_state};

/// "both governments", "the two armies", "the two presidents": those of the two states named last; whether they are.
pub(super) fn organs_of_two(
    scene: &mut Scene,
    sentence: &Sentence,
    at: TokenIdx,
    number: usize,
) -> bool {
    let organ = |m: &Mention| {
        let body = matches!(m.kind, MentionKind::Organisation | MentionKind::Group);
        let sector = m.code.as_ref().and_then(|c| c.sector());
        let state = matches!(sector, Some("GOV" | "MIL" | "LEG"));
        is_open(m) && body && state && m.head == at
    };
    let index = scene.index_at(at).filter(|i| number == 2 && organ(&scene.mentions[*i]));
    let Some(i) = index else { return false };
    let told = states_of_sector(scene, i);
    let states = told.or_else(|| states_before(scene, sentence, at, number));
    let Some(states) = states else { return false };
    let mention = &mut scene.mentions[i];
    let Some(code) = mention.code.take() else { return false };
    mention.members = states.iter().map(|state| code.in_state(state.country())).collect();
    mention.kind = MentionKind::Group;
    true
}

/// "The two navies" after "the Chadian navy", "Togo's army" and the name of a third state: the two states of which the
/// text has told such organs, where they are just two.
fn states_of_sector(scene: &Scene, open: usize) -> Option<Vec<ActorCode>> {
    let mention = &scene.mentions[open];
    let sector = mention.code.as_ref().and_then(|c| c.sector())?;
    let mut states: Vec<ActorCode> = Vec::new();
    for m in scene.mentions.iter().filter(|m| m.span.end <= mention.span.start && !is_open(m)) {
        let code = m.code.as_ref().filter(|c| c.sector() == Some(sector));
        let state = code.and_then(|c| c.state()).filter(|s| is_state(s)).map(ActorCode::new);
        states.extend(state.filter(|s| !states.contains(s)));
    }
    (states.len() == 2).then_some(states)
}

/// "soldiers *of both countries*", "*the two states'* foreign ministers": a role noun whose state the text has not
/// told stands for those of each.
pub(super) fn of_each(scene: &mut Scene, at: TokenIdx) {
    let token = scene.tree.token(at);
    let joint = |k: TokenIdx| matches!(scene.doc.word(k), "of" | "from");
    let whose = match token.deprel {
        Deprel::Nmod => scene.tree.children_by(at, Deprel::Case).any(joint),
        rel => rel == Deprel::NmodPoss,
    };
    let role = token.head.filter(|_| whose).and_then(|h| scene.index_at(h));
    let Some(i) = role.filter(|i| is_open(&scene.mentions[*i])) else { return };
    let states = scene.at(at).map(|m| m.members.clone()).unwrap_or_default();
    let mention = &mut scene.mentions[i];
    let Some(code) = mention.code.take() else { return };
    mention.members = states.iter().map(|state| code.in_state(state.country())).collect();
    mention.kind = MentionKind::Group;
}
