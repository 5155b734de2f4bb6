//! Hosts and guests: "the host", "his guest", after "X received Y".
//!
//! Whoever receives, hosts or welcomes somebody is the host (`@hosting` of `classes.tsv`), the other one
//! the guest. "His guest" is the guest of whoever "his" is.

use super::lexicon::Anaphora;
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, Sentence, TokenIdx};

/// How many sentences back a visit is looked for.
const WINDOW: u32 = 3;

/// Links the noun at `at`, if it is one of these; whether it is.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, sentence: &Sentence, at: TokenIdx) -> bool {
    let guest = match scene.tree.token(at).lemma.as_str() {
        "host" => false,
        "guest" => true,
        _ => return false,
    };
    let definite = super::nominal::is_definite(scene, at);
    let owned = scene.tree.child(at, Deprel::NmodPoss).is_some();
    if scene.at(at).is_some() || !(definite || owned) {
        return false;
    }
    let Some((host, visitor)) = visit_before(scene, words, sentence, at) else { return false };
    let meant = if guest { visitor } else { host };
    scene.refer(at, Form::Nominal, &meant, "coreference/host");
    true
}

/// The host and the guest of the last visit before `at`.
fn visit_before(
    scene: &Scene,
    words: &Anaphora,
    sentence: &Sentence,
    at: TokenIdx,
) -> Option<(Mention, Mention)> {
    let here = scene.doc.sentence_at(sentence.span.start)?;
    let first = scene.sentence(here.saturating_sub(WINDOW)).tokens.start;
    let verbs = (first..at).rev().filter(|&t| words.is_hosting(&scene.tree.token(t).lemma));
    verbs.into_iter().find_map(|verb| {
        let kid = |rel| scene.tree.child(verb, rel).and_then(|k| scene.at(k)).cloned();
        let active = || Some((kid(Deprel::Nsubj)?, kid(Deprel::Obj)?));
        let passive = || Some((kid(Deprel::OblAgent)?, kid(Deprel::NsubjPass)?));
        active().or_else(passive)
    })
}
