//! Whose an official is whom somebody meets abroad: "the Chadian envoy flew to Togo to meet *the president*", "arrived in
//! Togo, where *the army* is on alert".
//!
//! A role noun for which the text names no state is of where the story is at home ([`crate::entities`]), but for
//! one in a clause of place beside the name of a land, and one who is met by a guest from home on a visit that is
//! told just before. Who travels to meet his own people says so ("Chadian troops in Togo").

use super::lexicon::Anaphora;
use super::phrase;
use super::scene::Scene;
use crate::entities::Homes;
use verbale_document::{Deprel, Form, MentionKind, SmolStr, TokenIdx, Upos, is_state};

/// How many sentences back a visit is looked for.
const WINDOW: u32 = 1;
/// Confidence of a role noun whose state the text does not tell.
const GUESSED: f32 = 0.5;
/// How many words above a noun are looked at.
const STEPS: usize = 8;

/// Gives role nouns of a state that is only guessed that of the land where they are met.
pub(super) fn settle(scene: &mut Scene, words: &Anaphora, homes: &mut Homes) {
    for i in 0..scene.mentions.len() {
        let mention = &scene.mentions[i];
        let noun = mention.form == Form::Nominal && mention.entity.is_none();
        let code = mention.code.clone().filter(|_| noun && mention.confidence <= GUESSED);
        let Some(code) = code else { continue };
        let own = code.state().map(SmolStr::from);
        let home = own.clone().or_else(|| homes.get(&mention.head).cloned());
        let met = || visited(scene, words, mention.head, home.as_ref()?);
        let Some(land) = land_of_clause(scene, mention.head).or_else(met) else { continue };
        match own {
            Some(_) => scene.mentions[i].code = Some(code.in_state(&land)),
            None => drop(homes.insert(mention.head, land)),
        }
    }
}

/// "flew to *Togo*, where the army ...": the land right before the "where" of a clause that a word is part of, whatever
/// the tree hangs it on.
fn land_of_clause(scene: &Scene, at: TokenIdx) -> Option<SmolStr> {
    let opens = |clause: TokenIdx| {
        let clausal = matches!(scene.tree.token(clause).deprel, Deprel::AclRelcl | Deprel::Advcl);
        let place = |k: &TokenIdx| scene.tree.token(*k).lemma == "where" && *k < at;
        scene.tree.children(clause).iter().copied().find(place).filter(|_| clausal)
    };
    let place = std::iter::once(at).chain(scene.tree.ancestors(at)).take(STEPS).find_map(opens)?;
    let before = place.checked_sub(1)?;
    let comma = TokenIdx::from(scene.doc.word(before) == ",");
    land(scene, before.checked_sub(comma)?)
}

/// The land to which somebody of the state `home` has come who meets the one at `at`.
fn visited(scene: &Scene, words: &Anaphora, at: TokenIdx, home: &SmolStr) -> Option<SmolStr> {
    let verb = met(scene, words, at)?;
    let here = scene.doc.sentence_at(scene.tree.token(at).span.start)?;
    let same = scene.sentence(here).tokens.start;
    let own = (same..at).rev().find_map(|t| goal(scene, words, t, home));
    let guest = || subject(scene, verb).is_some_and(|state| state == *home);
    let before = || {
        let first = scene.sentence(here.saturating_sub(WINDOW)).tokens.start;
        (first..same).rev().filter(|_| guest()).find_map(|t| goal(scene, words, t, home))
    };
    own.or_else(before)
}

/// The word that says that the one at `at` is met, hosts or is talked with.
fn met(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<TokenIdx> {
    let (deprel, top) = phrase::role(scene, at);
    let above = scene.tree.token(top).head?;
    let lemma = scene.tree.token(above).lemma.as_str();
    let with = || {
        let case = scene.tree.child(top, Deprel::Case);
        case.is_some_and(|c| scene.tree.token(c).lemma == "with")
    };
    let talk = |o: TokenIdx| words.is_talk(&scene.tree.token(o).lemma);
    let held = || scene.tree.child(above, Deprel::Obj).is_some_and(talk);
    let meets = match deprel {
        Deprel::Obj => words.is_meeting(lemma),
        Deprel::OblAgent => words.is_hosting(lemma),
        Deprel::Obl => with() && (words.is_meeting(lemma) || held()),
        Deprel::Nmod => with() && words.is_talk(lemma),
        _ => false,
    };
    meets.then_some(above)
}

/// "flew to *Togo*", "his trip to *Togo*": where the word at `at` says that somebody of the state `home` goes or is.
fn goal(scene: &Scene, words: &Anaphora, at: TokenIdx, home: &SmolStr) -> Option<SmolStr> {
    let token = scene.tree.token(at);
    let to = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case).map(|c| scene.tree.token(c).lemma.as_str());
        matches!(case, Some("to" | "in" | "at" | "for"))
    };
    let (guest, places) = match token.upos {
        Upos::Verb if words.is_going(&token.lemma) => {
            let object = scene.tree.child(at, Deprel::Obj);
            let phrases = scene.tree.children_by(at, Deprel::Obl).filter(to);
            (subject(scene, at)?, object.into_iter().chain(phrases).collect::<Vec<_>>())
        }
        Upos::Noun if words.is_trip(&token.lemma) => {
            let owner = scene.tree.child(at, Deprel::NmodPoss).and_then(|k| state(scene, k));
            let phrases = scene.tree.children_by(at, Deprel::Nmod).filter(to);
            (owner.or_else(|| subject(scene, at))?, phrases.collect())
        }
        _ => return None,
    };
    let lands = places.into_iter().filter(|_| guest == *home).filter_map(|k| land(scene, k));
    lands.into_iter().find(|land| land != home)
}

/// The state of the subject of the clause that a word is part of, or of the one above.
fn subject(scene: &Scene, at: TokenIdx) -> Option<SmolStr> {
    let above = std::iter::once(at).chain(scene.tree.ancestors(at)).take(STEPS);
    let kids = above.filter_map(|t| {
        scene.tree.child(t, Deprel::Nsubj).or(scene.tree.child(t, Deprel::NsubjPass))
    });
    kids.into_iter().find_map(|k| state(scene, k))
}

fn state(scene: &Scene, at: TokenIdx) -> Option<SmolStr> {
    let code = scene.code_of(scene.at(at)?)?;
    is_state(code.country()).then(|| SmolStr::new(code.country()))
}

/// The state that a name of a land or town is of.
fn land(scene: &Scene, at: TokenIdx) -> Option<SmolStr> {
    let mention = scene.at(at)?;
    let place = matches!(mention.kind, MentionKind::Place | MentionKind::Country);
    let country = mention.place.as_ref().and_then(|p| p.country.clone());
    country.filter(|c| place && is_state(c)).or_else(|| state(scene, at).filter(|_| place))
}
