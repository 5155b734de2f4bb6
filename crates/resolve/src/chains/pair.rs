//! Two of them, or more: "both countries", "the four states", "the two sides", "the delegations", "both presidents",
//! "both" alone, "the two", "the latter".
//!
//! "Both countries" are the two states named last, where it is two, and not who does something to them; those who have
//! just met rather than one of them and a third of whom he speaks. "Both" and "the two" alone are two
//! names that "and" joins, else the two persons or the two states of the last sentence that has any, where
//! it is just two; "its neighbour" is the one other state; "the latter" is the second of such two, "the former" the first.

use super::again::is_open;
use super::lexicon::{Anaphora, Refers};
use super::organs::{of_each, organs_of_two};
use super::phrase::meet;
use super::scene::Scene;
use super::{counted, facing};
use verbale_document::{
    ActorCode, Deprel, Form, Mention, MentionKind, Sentence, TokenIdx, Upos, is_state,
};

/// How many sentences back two are looked for.
const WINDOW: u32 = 3;

/// How many words back a list of three or more is looked for.
const FAR: TokenIdx = 1000;

/// The state next door.
const NEIGHBOUR: [&str; 2] = ["neighbour", "neighbor"];

/// Links the word at `at`, if it means two that were named before; whether it does.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, sentence: &Sentence, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let each = || {
        let mut kids = scene.tree.children_by(at, Deprel::Det);
        kids.any(|k| scene.tree.token(k).lemma == "each")
    };
    if token.upos == Upos::Noun && (token.xpos == "NNS" || each()) {
        let number = scene.tree.children(at).iter().find_map(|&k| number(scene, k));
        let number = number.or_else(|| faces_another(scene, words, at).then_some(2));
        return number.is_some_and(|n| counted_noun(scene, words, sentence, at, n));
    }
    if NEIGHBOUR.contains(&token.lemma.as_str()) && scene.at(at).is_none() {
        return neighbour(scene, sentence, at);
    }
    if !is_argument(token.deprel) || scene.at(at).is_some() {
        return false;
    }
    if counted::link(scene, sentence, at) {
        return true;
    }
    match (token.lemma.as_str(), has_the(scene, at)) {
        // "Each accused the other", and not "accused each other".
        ("each", false) if !token.deprel.is_subject() => false,
        ("both" | "each", false) | ("two" | "pair" | "duo", true) => {
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
fn counted_noun(
    scene: &mut Scene,
    words: &Anaphora,
    sentence: &Sentence,
    at: TokenIdx,
    number: usize,
) -> bool {
    let lemma = &scene.tree.token(at).lemma;
    if let Some(members) = facing::two(scene, sentence, at).filter(|_| number == 2) {
        together(scene, at, members);
        return true;
    }
    let person = words.noun(lemma) == Some(Refers::Person);
    if words.pair(lemma) && scene.at(at).is_none() {
        let named = states_before(scene, sentence, at, number);
        let visited = || visit_before(scene, words, sentence, at).filter(|_| number == 2);
        let Some(states) = named.or_else(visited) else { return false };
        let states = met_before(scene, words, sentence, &states).unwrap_or(states);
        together(scene, at, states);
        of_each(scene, at);
        return true;
    }
    if !person && organs_of_two(scene, sentence, at, number) {
        return true;
    }
    if number != 2 || !person || scene.at(at).is_some_and(|m| !is_open(m)) {
        return false;
    }
    let is_person = |m: &Mention| m.kind == MentionKind::Person;
    let two =
        two_before(scene, sentence, at, is_person).or_else(|| two_called(scene, sentence, at));
    let Some(two) = two else { return organs_of_two(scene, sentence, at, number) };
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

/// Makes the noun at `at` stand for several.
fn together(scene: &mut Scene, at: TokenIdx, members: Vec<ActorCode>) {
    if let Some(i) = scene.index_at(at).filter(|i| is_open(&scene.mentions[*i])) {
        let mention = &mut scene.mentions[i];
        (mention.members, mention.kind, mention.code) = (members, MentionKind::Group, None);
        return;
    }
    let span = scene.tree.token(at).span;
    let mut group = Mention::new(span, at, MentionKind::Group, Form::Nominal);
    group.members = members;
    scene.refer(at, Form::Nominal, &group, "coreference/both");
}

/// "The two ministers" after "Chad's trade minister" in one sentence and "Togo's" in another: the two persons of the
/// last sentences who are called so, of two states.
fn two_called(scene: &Scene, sentence: &Sentence, at: TokenIdx) -> Option<[Mention; 2]> {
    let noun = scene.tree.token(at).lemma.to_lowercase();
    let called = |m: &Mention| {
        let own = m.form == Form::Nominal && {
            let words = scene.doc.slice(m.span).to_lowercase();
            words.split_whitespace().next_back() == Some(noun.as_str())
        };
        own || scene.entity(m).is_some_and(|e| e.classes.iter().any(|c| *c == noun))
    };
    let here = scene.doc.sentence_at(sentence.span.start)?;
    let mut found: Vec<&Mention> = Vec::new();
    for back in 1..=here.min(WINDOW) {
        let tokens = scene.sentence(here - back).tokens.clone();
        for mention in tokens.rev().filter_map(|t| scene.at(t)) {
            let state = |m: &Mention| scene.code_of(m).map(|c| c.country().to_string());
            let new = found.iter().all(|m| state(m) != state(mention));
            let placed = state(mention).is_some_and(|s| is_state(&s));
            if mention.kind == MentionKind::Person && placed && new && called(mention) {
                found.push(mention);
            }
        }
        if found.len() > 1 {
            break;
        }
    }
    match found.as_slice() {
        [second, first] => Some([(*first).clone(), (*second).clone()]),
        _ => None,
    }
}

/// "its neighbour": the one other state that was named last.
fn neighbour(scene: &mut Scene, sentence: &Sentence, at: TokenIdx) -> bool {
    let Some(owner) = scene.tree.child(at, Deprel::NmodPoss) else { return false };
    let named = scene.at(owner).filter(|m| m.kind != MentionKind::Person);
    let own = named.and_then(|m| scene.code_of(m)).or_else(|| agent(scene, at));
    let Some(own) = own.filter(|c| c.state().is_some()) else { return false };
    let Some(other) = other_state(scene, sentence, at, &own) else { return false };
    let span = scene.tree.token(at).span;
    let mut country = Mention::new(span, at, MentionKind::Country, Form::Nominal);
    country.code = Some(other);
    scene.refer(at, Form::Nominal, &country, "coreference/neighbour");
    true
}

/// The one other state than that of `own` that was named last.
pub(super) fn other_state(
    scene: &Scene,
    sentence: &Sentence,
    at: TokenIdx,
    own: &ActorCode,
) -> Option<ActorCode> {
    let states =
        states_before(scene, sentence, at, 2).or_else(|| states_before(scene, sentence, at, 1));
    let mut others = states?;
    others.retain(|state| state.country() != own.country());
    <[ActorCode; 1]>::try_from(others).ok().map(|[other]| other)
}

/// "the sides", "the delegations": those who face each other, where nothing tells whose they are.
fn faces_another(scene: &Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let the = |k: &TokenIdx| scene.doc.word(*k).eq_ignore_ascii_case("the");
    let kids = || scene.tree.children(at).iter().filter(|&&k| k < at);
    let subject = scene.tree.token(at).deprel == Deprel::Nsubj;
    subject && words.faces(&scene.tree.token(at).lemma) && kids().count() == 1 && kids().any(the)
}

/// Whether "the" stands before a word.
pub(super) fn has_the(scene: &Scene, at: TokenIdx) -> bool {
    let the = |d: TokenIdx| scene.doc.word(d).eq_ignore_ascii_case("the");
    scene.tree.children_by(at, Deprel::Det).any(the)
}

/// How many "both", "each" and numerals say.
pub(super) fn number(scene: &Scene, at: TokenIdx) -> Option<usize> {
    const NUMERALS: [&str; 7] = ["two", "three", "four", "five", "six", "seven", "eight"];
    let lemma = scene.tree.token(at).lemma.to_lowercase();
    let counted = NUMERALS.iter().position(|n| *n == lemma);
    counted.map(|n| n + 2).or(matches!(&*lemma, "both" | "each").then_some(2))
}

/// Whether a word may stand for a party of a clause or of a noun.
pub(super) fn is_argument(deprel: Deprel) -> bool {
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

/// The `n` states named last, else those of the last list of so many; without who acts upon them.
pub(super) fn states_before(
    scene: &Scene,
    sentence: &Sentence,
    at: TokenIdx,
    n: usize,
) -> Option<Vec<ActorCode>> {
    let here = scene.doc.sentence_at(sentence.span.start).unwrap_or(0);
    let agent = agent(scene, at);
    let mut states: Vec<ActorCode> = Vec::new();
    for back in 0..=here.min(WINDOW) {
        let tokens = scene.sentence(here - back).tokens.clone();
        let end = if back == 0 { at.min(tokens.end) } else { tokens.end };
        let new = (tokens.start..end).filter_map(|t| state_at(scene, t));
        for state in new.filter(|state| agent.as_ref() != Some(state)) {
            if !states.contains(&state) {
                states.push(state);
            }
        }
        let listed = (tokens.start..end).rev().find_map(|t| listed(scene, t, n));
        if let Some(list) = listed.filter(|_| states.len() > n) {
            return Some(list);
        }
        if states.len() >= n {
            break;
        }
    }
    let own = Some(states).filter(|states| states.len() == n);
    // A list of three or more is not mistaken for another.
    let far = || (at.saturating_sub(FAR)..at).rev().find_map(|t| listed(scene, t, n));
    own.or_else(|| if n > 2 { far() } else { None })
}

/// "Togo's president met Chad's. He said Mali was a friend of the two countries": those of the last meeting that was told,
/// where one of the two named last is one of them.
fn met_before(
    scene: &Scene,
    words: &Anaphora,
    sentence: &Sentence,
    named: &[ActorCode],
) -> Option<Vec<ActorCode>> {
    let here = scene.doc.sentence_at(sentence.span.start)?;
    let met = (1..=here.min(WINDOW)).find_map(|back| {
        let mut tokens = scene.sentence(here - back).tokens.clone();
        tokens.find_map(|verb| met_in(scene, words, verb))
    })?;
    let shared = met.iter().filter(|state| named.contains(state)).count();
    (named.len() == 2 && shared == 1).then(|| met.to_vec())
}

/// The two states whose people meet, as a verb tells it.
fn met_in(scene: &Scene, words: &Anaphora, verb: TokenIdx) -> Option<[ActorCode; 2]> {
    let [one, other] = meet(scene, words, verb)?;
    let one = state_at(scene, one)?;
    let other = state_at(scene, other).filter(|state| *state != one)?;
    Some([one, other])
}

/// "Fiji's minister arrived in Canberra": the states of the guest and of the town, of the last such visit.
fn visit_before(
    scene: &Scene,
    words: &Anaphora,
    sentence: &Sentence,
    at: TokenIdx,
) -> Option<Vec<ActorCode>> {
    let here = scene.doc.sentence_at(sentence.span.start)?;
    let first = scene.sentence(here.saturating_sub(WINDOW)).tokens.start;
    let town = |t: TokenIdx| {
        let country = scene.at(t)?.place.as_ref()?.country.as_ref()?;
        is_state(country).then(|| ActorCode::new(country.as_str()))
    };
    let visit = |verb: TokenIdx| {
        let guest = state_at(scene, scene.tree.child(verb, Deprel::Nsubj)?)?;
        let goal = scene.tree.child(verb, Deprel::Obj).or(scene.tree.child(verb, Deprel::Obl))?;
        let host = town(goal).filter(|host| *host != guest)?;
        Some(vec![guest, host])
    };
    (first..at).rev().filter(|&t| words.is_going(&scene.tree.token(t).lemma)).find_map(visit)
}

/// The state that a name tells of; an agency between brackets is no party.
fn state_at(scene: &Scene, at: TokenIdx) -> Option<ActorCode> {
    let code = scene.at(at)?.code.as_ref()?;
    let party = is_state(code.country()) && code.sector() != Some("JRN");
    party.then(|| ActorCode::new(code.country()))
}

/// The states of a list of `n` names that begins at `at`.
fn listed(scene: &Scene, at: TokenIdx, n: usize) -> Option<Vec<ActorCode>> {
    let names = std::iter::once(at).chain(scene.tree.children_by(at, Deprel::Conj));
    let states: Option<Vec<ActorCode>> = names.map(|t| state_at(scene, t)).collect();
    states.filter(|states| states.len() == n)
}

/// The state that does something to what `at` heads: "Kenya called on the two countries" speaks of two
/// others.
pub(super) fn agent(scene: &Scene, at: TokenIdx) -> Option<ActorCode> {
    let token = scene.tree.token(at);
    let inside = |k: TokenIdx| {
        matches!(scene.tree.token(k).lemma.as_str(), "in" | "across" | "between" | "among")
    };
    let affected = match token.deprel {
        Deprel::Obj | Deprel::Iobj => true,
        Deprel::Obl => !scene.tree.children_by(at, Deprel::Case).any(inside),
        _ => false,
    };
    let mut verb = token.head.filter(|_| affected)?;
    loop {
        if let Some(subject) = scene.tree.child(verb, Deprel::Nsubj) {
            return state_at(scene, subject);
        }
        let above = scene.tree.token(verb);
        verb = above.head.filter(|_| matches!(above.deprel, Deprel::Conj | Deprel::Xcomp))?;
    }
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
