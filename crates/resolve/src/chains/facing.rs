//! Two who face each other, at least one of them no state: "the army and the rebels ... *both sides*", "the union met the
//! ministry. *The two sides* ...".
//!
//! They are the two of the last clause that has just two of different codes, as subjects that "and" joins, or as subject
//! and object or "with" and "against" phrase. Two states are [`pair`](super::pair)'s.

use super::scene::Scene;
use verbale_document::{ActorCode, Deprel, MentionKind, Sentence, TokenIdx, Upos};

/// How many sentences back they are looked for.
const WINDOW: u32 = 2;
/// Nouns for those who face each other, whoever they are.
const SIDES: [&str; 5] = ["side", "camp", "party", "faction", "group"];

/// The codes of the two whom the noun at `at` means, where it may.
pub(super) fn two(scene: &Scene, sentence: &Sentence, at: TokenIdx) -> Option<Vec<ActorCode>> {
    if !SIDES.contains(&scene.tree.token(at).lemma.as_str()) {
        return None;
    }
    let here = scene.doc.sentence_at(sentence.span.start)?;
    let first = scene.sentence(here.saturating_sub(WINDOW)).tokens.start;
    let facing = (first..at).rev().find_map(|verb| in_clause(scene, verb, at))?;
    let rules = |code: &ActorCode| matches!(code.sector(), None | Some("GOV"));
    let states = facing.iter().all(rules) && facing[0].country() != facing[1].country();
    (!states).then(|| facing.to_vec())
}

/// The two of the clause of the verb at `verb`.
fn in_clause(scene: &Scene, verb: TokenIdx, at: TokenIdx) -> Option<[ActorCode; 2]> {
    if scene.tree.token(verb).upos != Upos::Verb {
        return None;
    }
    let who = |t: TokenIdx| {
        let mention = scene.at(t).filter(|m| t < at && m.kind != MentionKind::Place)?;
        scene.code_of(mention).filter(|c| !c.is_unplaced())
    };
    let first = scene.tree.child(verb, Deprel::Nsubj)?;
    let others: Vec<TokenIdx> = scene.tree.children_by(first, Deprel::Conj).collect();
    let across = |k: TokenIdx| {
        let case = scene.tree.child(k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        matches!(case, Some("with" | "against"))
    };
    let second = match others.as_slice() {
        [one] => *one,
        [] => {
            let object = scene.tree.child(verb, Deprel::Obj).filter(|&o| scene.at(o).is_some());
            object.or_else(|| scene.tree.children_by(verb, Deprel::Obl).find(|&k| across(k)))?
        }
        _ => return None,
    };
    let two = [who(first)?, who(second)?];
    (two[0] != two[1]).then_some(two)
}
