//! Who speaks for a body: "a representative of the firm", "the association's spokesman".
//!
//! Whoever is a delegate (`@delegate` of `classes.tsv`) of a body that the text has named before, and of
//! which it speaks by a noun, has the body's code, as [`crate::entities`] has it of a body's name.

use super::lexicon::Anaphora;
use super::scene::Scene;
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx};

/// Gives delegates of bodies the bodies' codes, and the pronouns that mean them.
pub(super) fn link(scene: &mut Scene, words: &Anaphora) {
    let served = |m: &Mention| body_served(scene, words, m);
    let codes: Vec<Option<ActorCode>> = scene.mentions.iter().map(served).collect();
    let chained = scene.mentions.iter().zip(&codes);
    let chains: FxHashMap<u32, ActorCode> =
        chained.filter_map(|(m, code)| Some((m.chain?, code.clone()?))).collect();
    for (mention, own) in scene.mentions.iter_mut().zip(codes) {
        let chain = mention.chain.filter(|_| mention.entity.is_none());
        let code = own.or_else(|| chain.and_then(|c| chains.get(&c).cloned()));
        mention.code = code.or(mention.code.take());
    }
}

/// The code of the body for which the role noun of a mention stands.
fn body_served(scene: &Scene, words: &Anaphora, mention: &Mention) -> Option<ActorCode> {
    let open = super::again::is_open(mention) && mention.kind != MentionKind::Organisation;
    let lemma = &scene.tree.token(mention.head).lemma;
    if !open || !words.is_delegate(lemma) {
        return None;
    }
    let joined = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        match scene.tree.token(*k).deprel {
            Deprel::NmodPoss => true,
            Deprel::Nmod => matches!(case, Some("of" | "for" | "from" | "at" | "with")),
            _ => false,
        }
    };
    let mut kids = scene.tree.children(mention.head).iter().copied().filter(joined);
    let body = kids.find_map(|k| scene.at(k).filter(|m| m.head == k))?;
    let organ = body.kind == MentionKind::Organisation && body.form != Form::Name;
    scene.code_of(body).filter(|c| organ && !c.is_unplaced())
}
