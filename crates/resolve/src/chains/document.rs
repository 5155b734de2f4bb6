//! Documents that say something: "the report", "its affidavit", "figures from the bank".
//!
//! Such a noun means, as a source, whoever is its author: its owner, who is named behind "by", "of" or
//! "from", who publishes it in the same clause, or, where it is definite, the author of the last
//! document of that name. It is a mention of its own with its author's code, not one of its author.

use super::lexicon::Anaphora;
use super::nominal::is_definite;
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, MentionKind, TokenIdx, Upos};

/// How many of the mentions that coreference has added are looked at for an earlier document.
const LATEST: usize = 2000;

/// Links the document that the noun at `at` denotes to its author, where the text names one.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, at: TokenIdx) {
    let token = scene.tree.token(at);
    let noun = token.upos == Upos::Noun && words.is_document(&token.lemma);
    if !noun || scene.at(at).is_some() || is_part(token.deprel) {
        return;
    }
    let Some(author) = author(scene, words, at).or_else(|| last_of_its_name(scene, at)) else {
        return;
    };
    scene.refer(at, Form::Nominal, &author, "coreference/document");
}

fn is_part(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Compound | Deprel::Amod | Deprel::Flat | Deprel::Fixed)
}

/// Owner, author behind a preposition, or publisher.
fn author(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Mention> {
    let kids = || scene.tree.children(at).iter().copied();
    let by = |k: TokenIdx| {
        let case = scene.tree.child(k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        matches!(case, Some("by" | "from"))
    };
    // "the court's Twitter account" is not Twitter's, be the court known or not.
    if let Some(owner) = scene.tree.child(at, Deprel::NmodPoss) {
        return actor(scene, owner).or_else(|| publisher(scene, words, at));
    }
    let owner = kids().find_map(|k| match scene.tree.token(k).deprel {
        Deprel::Nmod if by(k) => actor(scene, k),
        Deprel::Compound => actor(scene, k).filter(|m| m.kind == MentionKind::Organisation),
        Deprel::Acl | Deprel::AclRelcl if words.publishes(&scene.tree.token(k).lemma) => {
            agent(scene, k).or_else(|| subject(scene, k))
        }
        _ => None,
    });
    owner.or_else(|| publisher(scene, words, at))
}

/// "released by Acme", beside a noun.
fn agent(scene: &Scene, verb: TokenIdx) -> Option<Mention> {
    let mut kids = scene.tree.children(verb).iter().copied();
    let agent = kids.find(|k| scene.tree.token(*k).deprel == Deprel::OblAgent)?;
    actor(scene, agent)
}

/// Who published it or said something in it: "Acme released a report", "stated in an affidavit".
fn publisher(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Mention> {
    let token = scene.tree.token(at);
    let verb = token.head.filter(|h| scene.tree.token(*h).upos == Upos::Verb)?;
    let case = scene.tree.child(at, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
    match token.deprel {
        // "The report was released by Acme", and not "was rejected by Acme".
        Deprel::NsubjPass if words.publishes(&scene.tree.token(verb).lemma) => agent(scene, verb),
        Deprel::Obj if words.publishes(&scene.tree.token(verb).lemma) => subject(scene, verb),
        Deprel::Obl if case == Some("in") => subject(scene, verb),
        _ => None,
    }
}

fn subject(scene: &Scene, verb: TokenIdx) -> Option<Mention> {
    let kid = scene.tree.child(verb, Deprel::Nsubj)?;
    actor(scene, kid)
}

/// Who is meant at a token, as an author: a code, and no entity, for the document is not its author.
fn actor(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    let beside = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        matches!(rel, Deprel::Flat | Deprel::Appos | Deprel::NmodDesc) && scene.at(*k).is_some()
    };
    let name = scene.tree.children(at).iter().copied().find(beside);
    let mention = scene.at(at).or_else(|| scene.at(name?))?;
    let mention = Some(mention).filter(|m| m.kind != MentionKind::Place)?;
    let code = scene.code_of(mention)?;
    let kind = MentionKind::Organisation;
    Some(Mention { code: Some(code), entity: None, members: Vec::new(), kind, ..mention.clone() })
}

/// "the report" again.
fn last_of_its_name(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    if !is_definite(scene, at) {
        return None;
    }
    let lemma = &scene.tree.token(at).lemma;
    let same =
        |m: &&Mention| m.by == "coreference/document" && scene.tree.token(m.head).lemma == *lemma;
    // They were added in the order of the text.
    let lately = scene.mentions.iter().rev().take(LATEST);
    lately.filter(same).find(|m| m.head < at).cloned()
}
