//! Who speaks for a body: "a representative of the firm", "the association's spokesman".
//!
//! Whoever is a delegate (`@delegate` of `classes.tsv`) of a body that the text has named before, and of
//! which it speaks by a noun, has the body's code, as [`crate::entities`] has it of a body's name.

use super::lexicon::Anaphora;
use super::scene::Scene;
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx, is_state};

/// Gives delegates of bodies the bodies' codes, and the pronouns that mean them.
pub(super) fn link(scene: &mut Scene, words: &Anaphora) {
    let heads: Vec<(TokenIdx, ActorCode)> =
        scene.mentions.iter().filter_map(|its| body_behind(scene, words, its)).collect();
    for (noun, code) in heads {
        match scene.index_at(noun) {
            Some(i) => scene.mentions[i].code = Some(code),
            None => {
                let span = scene.doc.token(noun).span;
                let several = scene.tree.token(noun).xpos == "NNS";
                let kind = if several { MentionKind::Group } else { MentionKind::Person };
                let head = Mention::new(span, noun, kind, Form::Nominal);
                let head = Mention { code: Some(code), ..head };
                scene.refer(noun, Form::Nominal, &head, "coreference/behalf");
            }
        }
    }
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

/// "*Its* director" after "the Acme Union": the noun of whoever heads the body that a pronoun means, and the
/// body's code. Of states and their organs the role noun tells more; a body's members may be states.
fn body_behind(scene: &Scene, words: &Anaphora, its: &Mention) -> Option<(TokenIdx, ActorCode)> {
    let body = its.form == Form::Pronoun && its.kind == MentionKind::Organisation;
    let noun = scene.possessed(its.head).filter(|_| body)?;
    let head = scene.tree.token(noun);
    let member = head.xpos == "NNS" && head.lemma == "member";
    if member || !words.is_delegate(&head.lemma) {
        return None;
    }
    let role = |m: &Mention| {
        let person = matches!(m.kind, MentionKind::Person | MentionKind::Group);
        m.form == Form::Nominal && person && m.entity.is_none()
    };
    let free = scene.at(noun).is_none_or(role);
    let code = scene.code_of(its).filter(|c| free && !c.is_unplaced())?;
    let organ = is_state(code.as_str()) || matches!(code.sector(), Some("GOV" | "LEG"));
    (!organ).then_some((noun, code))
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
