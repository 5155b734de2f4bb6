//! Two of them: "both countries", "the two sides", "both presidents", "both" alone, "the two", "the
//! latter".
//!
//! "Both countries" are the two states named last, where it is two. "Both" and "the two" alone are two
//! names that "and" joins, else the two persons or the two states of the last sentence that has any, where
//! it is just two; "the latter" is the second of such two, "the former" the first.

use super::again::is_open;
use super::lexicon::{Anaphora, Refers};
use super::scene::Scene;
use verbale_document::{
    ActorCode, Deprel, Form, Mention, MentionKind, Sentence, TokenIdx, Upos, is_state,
};

/// How many sentences back two are looked for.
const WINDOW: u32 = 3;

/// Links the word at `at`, if it means two that were named before; whether it does.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, sentence: &Sentence, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    if token.upos == Upos::Noun && token.xpos == "NNS" {
        let counted = scene.tree.children(at).iter().any(|&k| counts(scene, k));
        return counted && counted_noun(scene, words, sentence, at);
    }
    if !is_argument(token.deprel) || scene.at(at).is_some() {
        return false;
    }
    let article = scene
        .tree
        .children_by(at, Deprel::Det)
        .any(|d| scene.doc.word(d).eq_ignore_ascii_case("the"));
    match (token.lemma.as_str(), article) {
        ("both", false) | ("two" | "pair" | "duo", true) => {
            let Some(two) = two_before(scene, sentence, at, |_| true) else { return false };
            refer(scene, at, &two);
            true
        }
        ("latter" | "former", true) => {
            let second = token.lemma == "latter";
            let Some(two) = two_before(scene, sentence, at, |_| true) else { return false };
            let one = two[usize::from(second)].clone();
            scene.refer(at, Form::Pronoun, &one, "coreference/latter");
            true
        }
        _ => false,
    }
}

/// "both countries", "the two presidents".
fn counted_noun(scene: &mut Scene, words: &Anaphora, sentence: &Sentence, at: TokenIdx) -> bool {
    let lemma = &scene.tree.token(at).lemma;
    let person = words.noun(lemma) == Some(Refers::Person);
    if words.pair(lemma) && scene.at(at).is_none() {
        let Some(states) = states_before(scene, sentence, at) else { return false };
        let span = scene.tree.token(at).span;
        let mut group = Mention::new(span, at, MentionKind::Group, Form::Nominal);
        group.members = states;
        scene.refer(at, Form::Nominal, &group, "coreference/both");
        return true;
    }
    if !person || scene.at(at).is_some_and(|m| !is_open(m)) {
        return false;
    }
    let is_person = |m: &Mention| m.kind == MentionKind::Person;
    let Some(two) = two_before(scene, sentence, at, is_person) else { return false };
    match scene.index_at(at) {
        Some(i) => {
            let members = codes(scene, &two);
            let mention = &mut scene.mentions[i];
            mention.members = members;
            mention.kind = MentionKind::Group;
            mention.code = None;
        }
        None => refer(scene, at, &two),
    }
    true
}

fn counts(scene: &Scene, at: TokenIdx) -> bool {
    matches!(scene.tree.token(at).lemma.as_str(), "both" | "two")
}

fn is_argument(deprel: Deprel) -> bool {
    use Deprel::{Iobj, Nmod, Nsubj, NsubjPass, Obj, Obl, OblAgent};
    matches!(deprel, Nsubj | NsubjPass | Obj | Iobj | Obl | OblAgent | Nmod)
}

fn refer(scene: &mut Scene, at: TokenIdx, two: &[Mention; 2]) {
    let span = scene.tree.token(at).span;
    let mut group = Mention::new(span, at, MentionKind::Group, Form::Pronoun);
    group.members = codes(scene, two);
    scene.refer(at, Form::Pronoun, &group, "coreference/both");
}

fn codes(scene: &Scene, two: &[Mention; 2]) -> Vec<ActorCode> {
    two.iter().filter_map(|m| scene.code_of(m)).collect()
}

/// The two states named last.
fn states_before(scene: &Scene, sentence: &Sentence, at: TokenIdx) -> Option<Vec<ActorCode>> {
    let here = scene.doc.sentence_at(sentence.span.start).unwrap_or(0);
    let mut states: Vec<ActorCode> = Vec::new();
    for back in 0..=here.min(WINDOW) {
        let tokens = scene.sentence(here - back).tokens.clone();
        let end = if back == 0 { at.min(tokens.end) } else { tokens.end };
        for t in tokens.start..end {
            let state = scene.at(t).and_then(|m| m.code.as_ref()).map(|c| c.country());
            let state = state.filter(|c| is_state(c)).map(ActorCode::new);
            states.extend(state.filter(|c| !states.contains(c)));
        }
        if states.len() >= 2 {
            break;
        }
    }
    Some(states).filter(|states| states.len() == 2)
}

/// The two that were named last before `at`, in their order.
fn two_before(
    scene: &Scene,
    sentence: &Sentence,
    at: TokenIdx,
    fits: impl Fn(&Mention) -> bool,
) -> Option<[Mention; 2]> {
    let here = scene.doc.sentence_at(sentence.span.start)?;
    for back in 0..=here.min(WINDOW) {
        let tokens = scene.sentence(here - back).tokens.clone();
        let end = if back == 0 { at.min(tokens.end) } else { tokens.end };
        let mut named: Vec<&Mention> = Vec::new();
        for mention in (tokens.start..end).filter_map(|t| scene.at(t)) {
            let actor = matches!(
                mention.kind,
                MentionKind::Person | MentionKind::Organisation | MentionKind::Country
            );
            let noun = mention.form != Form::Demonym && mention.head >= tokens.start;
            let new = named.iter().all(|m| scene.code_of(m) != scene.code_of(mention));
            if actor && noun && new && scene.code_of(mention).is_some() && fits(mention) {
                named.push(mention);
            }
        }
        if let Some(two) = joined(scene, &named).or_else(|| of_one_kind(&named)) {
            return Some(two);
        }
        if named.len() > 1 {
            return None;
        }
    }
    None
}

/// Two names that "and" joins, and no third.
fn joined(scene: &Scene, named: &[&Mention]) -> Option<[Mention; 2]> {
    let mut last = None;
    for first in named {
        let parts: Vec<TokenIdx> = scene.tree.children_by(first.head, Deprel::Conj).collect();
        let second = named.iter().find(|m| parts == [m.head]);
        last = second.map(|second| [(*first).clone(), (*second).clone()]).or(last);
    }
    last
}

/// Just two persons, else just two others.
fn of_one_kind(named: &[&Mention]) -> Option<[Mention; 2]> {
    let person = |m: &&&Mention| m.kind == MentionKind::Person;
    let persons: Vec<&&Mention> = named.iter().filter(person).collect();
    let others: Vec<&&Mention> = named.iter().filter(|m| !person(m)).collect();
    match (persons.as_slice(), others.as_slice()) {
        ([a, b], _) | ([], [a, b]) => Some([(**a).clone(), (**b).clone()]),
        _ => None,
    }
}
