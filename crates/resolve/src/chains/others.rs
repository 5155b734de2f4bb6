//! Others: "its enemies", "his rivals", "the president's son": somebody else than the owner.
//!
//! Such a noun is a mention of its own, so that what its owner is not said to do is not laid at his door.
//! Opponents of whoever governs are his state's opposition, his family its civilians; all others have no
//! code. Where a name stands beside the noun, that says who it is. Critics whom nobody owns are those of whom they
//! speak against.

use super::lexicon::{Anaphora, Refers};
use super::scene::Scene;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx};

/// Those who govern, and those who serve a state.
const ORGANS: [&str; 5] = ["GOV", "COP", "MIL", "JUD", "LEG"];

/// Takes note of the noun at `at`, if it denotes others; whether it does.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let sector = match words.noun(&token.lemma) {
        Some(Refers::Other) => None,
        Some(Refers::Opponent) => Some("OPP"),
        Some(Refers::Kin) => Some("CVL"),
        _ => return false,
    };
    let own = owner(scene, at);
    let judged = || judged(scene, at).filter(|_| sector.is_some());
    let whose = own.or_else(judged);
    let Some(owner) = whose.filter(|_| scene.at(at).is_none()) else { return false };
    if is_named(scene, at) {
        return false;
    }
    if let Some(name) = name_after(scene, at) {
        scene.refer(at, Form::Nominal, &name, "coreference/apposition");
        return true;
    }
    let organs = if own.is_some() { &ORGANS[..1] } else { &ORGANS };
    let state = scene.at(owner).and_then(|m| governed(scene, m, organs));
    let code = sector.and_then(|sector| Some(ActorCode::new(format!("{}.{sector}", state?))));
    let kind = if token.xpos == "NNS" { MentionKind::Group } else { MentionKind::Person };
    let others = Mention { code, ..Mention::new(token.span, at, kind, Form::Nominal) };
    scene.refer(at, Form::Nominal, &others, "coreference/others");
    true
}

/// Whose they are.
fn owner(scene: &Scene, at: TokenIdx) -> Option<TokenIdx> {
    let of = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        case == Some("of") && scene.at(*k).is_some()
    };
    let behind = || scene.tree.children_by(at, Deprel::Nmod).find(of);
    scene.tree.child(at, Deprel::NmodPoss).or_else(behind)
}

/// "*critics* accused Ann Lee of it", "*relatives* of the victims blamed the police": against whom critics and families
/// act, where the text does not tell whose they are.
fn judged(scene: &Scene, at: TokenIdx) -> Option<TokenIdx> {
    let told = |k: &TokenIdx| *k < at && scene.tree.token(*k).deprel != Deprel::Det;
    let bare = !scene.tree.children(at).iter().any(told);
    let token = scene.tree.token(at);
    let verb =
        token.head.filter(|_| bare && token.deprel == Deprel::Nsubj && token.xpos == "NNS")?;
    let object = scene.tree.child(verb, Deprel::Obj).filter(|o| *o > verb)?;
    scene.at(object).filter(|m| governed(scene, m, &ORGANS).is_some()).map(|_| object)
}

/// The state that somebody is an officer of, in one of its organs.
fn governed(scene: &Scene, owner: &Mention, organs: &[&str]) -> Option<String> {
    let code = scene.code_of(owner)?;
    let organ = code.sector().is_some_and(|s| organs.contains(&s));
    let office = owner.kind != MentionKind::Country && organ;
    code.state().filter(|_| office).map(str::to_string)
}

/// Whether a name stands beside the noun ("his rival Ann Lee").
fn is_named(scene: &Scene, at: TokenIdx) -> bool {
    let beside = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        matches!(rel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc)
    };
    scene.tree.children(at).iter().any(beside) || beside(&at)
}

/// The name of a person right behind the noun, a mark between, where the tree does not join them.
fn name_after(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    let n_tokens = scene.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let mark = |t: TokenIdx| t < n_tokens && matches!(scene.doc.word(t), "," | "-" | "–" | "—");
    let next = at + 1 + TokenIdx::from(mark(at + 1));
    let name = Some(next).filter(|t| *t < n_tokens).and_then(|t| scene.at(t))?;
    let starts = scene.doc.tokens_in(name.span).start == next;
    let person = name.kind == MentionKind::Person && name.form == Form::Name;
    (starts && person).then(|| name.clone())
}
