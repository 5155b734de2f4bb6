//! Nationals: "citizens", "nationals", "its citizens", of a state that the noun does not name.
//!
//! Whoever warns, advises or calls on citizens without saying whose speaks to its own: "the embassy
//! called on citizens to leave". "Its citizens" are those of whoever "its" is.

use super::again::is_open;
use super::lexicon::{Anaphora, Refers};
use super::scene::Scene;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx, is_state};

/// Links the noun at `at`; whether it is one of these.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let lemma = &scene.tree.token(at).lemma;
    if words.noun(lemma) != Some(Refers::Nationals) {
        return false;
    }
    let open = scene.at(at).is_none_or(|m| is_open(m) || is_owned(scene, at));
    let Some(state) = whose(scene, words, at).filter(|_| open) else { return true };
    let code = ActorCode::new(format!("{state}.CVL"));
    match scene.index_at(at) {
        Some(i) => scene.mentions[i].code = Some(code),
        None => {
            let span = scene.tree.token(at).span;
            let people = Mention::new(span, at, MentionKind::Group, Form::Nominal);
            let people = Mention { code: Some(code), ..people };
            scene.refer(at, Form::Nominal, &people, "coreference/nationals");
        }
    }
    true
}

/// Whether a pronoun tells whose they are.
fn is_owned(scene: &Scene, at: TokenIdx) -> bool {
    let owner = scene.tree.child(at, Deprel::NmodPoss).and_then(|k| scene.at(k));
    owner.is_some_and(|m| m.form == Form::Pronoun)
}

/// The state of the owner or of the adjective ("Chinese nationals"), else of the subject that speaks to
/// them.
fn whose(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<String> {
    if let Some(owner) = scene.tree.child(at, Deprel::NmodPoss) {
        return state(scene, owner);
    }
    let own = |k: &&TokenIdx| {
        let rel = scene.tree.token(**k).deprel;
        matches!(rel, Deprel::Amod | Deprel::Compound | Deprel::Nmod) && scene.at(**k).is_some()
    };
    if let Some(&people) = scene.tree.children(at).iter().find(own) {
        let alone = scene.tree.child(people, Deprel::Conj).is_none();
        return state(scene, people).filter(|_| alone);
    }
    let verb = scene.tree.ancestors(at).find(|&v| words.minded(&scene.tree.token(v).lemma))?;
    let subject = |k: &TokenIdx| scene.tree.token(*k).deprel == Deprel::Nsubj && *k != at;
    let subject = scene.tree.children(verb).iter().copied().find(subject)?;
    let official = |m: &Mention| {
        let code = scene.code_of(m);
        code.is_some_and(|c| c.sector().is_none_or(|s| s == "GOV"))
    };
    scene.at(subject).is_some_and(official).then(|| state(scene, subject))?
}

fn state(scene: &Scene, at: TokenIdx) -> Option<String> {
    let mention = scene.at(at)?;
    let code = scene.code_of(mention)?;
    Some(code.country().to_string()).filter(|c| is_state(c))
}
