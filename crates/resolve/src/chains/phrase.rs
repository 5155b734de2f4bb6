//! Noun phrases as possible antecedents: which words head one, what it denotes, and how much its
//! place in the clause makes of it.
//!
//! Every noun is weighed, mention or not, so that a pronoun that means "the proposal" is not linked
//! to the nearest state. Weights are those of Lappin and Leass (1994), table 1.

use super::lexicon::Anaphora;
use super::scene::Scene;
use verbale_document::{Deprel, Form, Gender, Mention, MentionKind, TokenIdx, Tree, Upos};

/// Of every phrase in a sentence.
const RECENCY: f32 = 100.0;
const SUBJECT: f32 = 80.0;
const OBJECT: f32 = 50.0;
const OBLIQUE: f32 = 40.0;
/// A phrase that is no part of another phrase.
const HEAD_NOUN: f32 = 80.0;
/// A phrase that is no adverbial.
const NO_ADVERBIAL: f32 = 50.0;

/// What a phrase denotes, as far as pronouns tell things apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sort {
    pub person: bool,
    pub plural: bool,
    pub gender: Option<Gender>,
}

/// What the phrase that `at` heads denotes; `None` where it heads none that a pronoun can mean.
pub(super) fn sort(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Sort> {
    let token = scene.tree.token(at);
    if let Some(mention) = scene.at(at) {
        return (mention.head == at && mention.form != Form::Pronoun)
            .then(|| of_mention(scene, words, mention))
            .flatten();
    }
    let noun = matches!(token.upos, Upos::Noun | Upos::Propn);
    if !noun || scene.is_time(at) || is_part(token.deprel) {
        return None;
    }
    let plural = is_plural(&token.xpos);
    let person = words.person(&token.lemma);
    Some(Sort { person: person.is_some(), plural, gender: person.flatten() })
}

fn of_mention(scene: &Scene, words: &Anaphora, mention: &Mention) -> Option<Sort> {
    let token = scene.tree.token(mention.head);
    let adjective = mention.form == Form::Demonym
        && (token.upos == Upos::Adj || matches!(token.deprel, Deprel::Amod | Deprel::Compound));
    let person = mention.kind == MentionKind::Person;
    // "police", "the armed forces": one body, of which one speaks as of many.
    let many = mention.form == Form::Nominal && is_plural(&token.xpos);
    let plural = mention.kind == MentionKind::Group || mention.form == Form::Demonym || many;
    let known = mention.entity.and_then(|e| scene.genders[e as usize]);
    let gender = known.or_else(|| words.person(&token.lemma).flatten());
    (!adjective).then_some(Sort { person, plural, gender })
}

fn is_plural(xpos: &str) -> bool {
    matches!(xpos, "NNS" | "NNPS")
}

/// "a minister", "some ministers", "another minister": not spoken of before.
pub(super) fn is_indefinite(tree: &Tree, at: TokenIdx) -> bool {
    let article = |t: TokenIdx| {
        let lemma = tree.token(t).lemma.as_str();
        matches!(lemma, "a" | "an" | "another" | "some" | "no" | "any" | "every" | "each")
    };
    tree.children_by(at, Deprel::Det).any(article)
}

/// Whether a noun of this relation is but a part of a longer phrase.
fn is_part(deprel: Deprel) -> bool {
    use Deprel::{Amod, Compound, Fixed, Flat, Goeswith, NmodDesc, NmodUnmarked, OblUnmarked};
    matches!(
        deprel,
        Amod | Compound | Fixed | Flat | Goeswith | NmodDesc | NmodUnmarked | OblUnmarked
    )
}

/// "*Ann Lee* met *Bo Lund*", "*Chad* held talks with *Togo*": the two whom the verb at `at` says to meet.
pub(super) fn meet(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<[TokenIdx; 2]> {
    let token = scene.tree.token(at);
    if token.upos != Upos::Verb || !words.is_meeting(&token.lemma) {
        return None;
    }
    let alone = |t: &TokenIdx| {
        let listed = scene.tree.child(*t, Deprel::Conj).is_some();
        let who = scene.at(*t).is_some_and(|m| m.kind != MentionKind::Place);
        who && !listed
    };
    let with = |k: &TokenIdx| {
        let case = scene.tree.child(*k, Deprel::Case);
        case.is_some_and(|c| scene.tree.token(c).lemma == "with")
    };
    let first = scene.tree.child(at, Deprel::Nsubj).filter(alone)?;
    let object = scene.tree.child(at, Deprel::Obj).filter(alone);
    let phrases = || scene.tree.children_by(at, Deprel::Obl).find(with);
    let second = object.or_else(|| phrases().filter(alone))?;
    Some([first, second])
}

/// The relation of a phrase to its clause, over apposition, coordination and the words of a name.
pub(super) fn role(scene: &Scene, at: TokenIdx) -> (Deprel, TokenIdx) {
    let mut at = at;
    for _ in 0..4 {
        let token = scene.tree.token(at);
        match (token.deprel, token.head) {
            (Deprel::Appos | Deprel::Flat | Deprel::Conj | Deprel::NmodDesc, Some(h))
                if scene.is_nominal(h) =>
            {
                at = h;
            }
            _ => break,
        }
    }
    (scene.tree.token(at).deprel, at)
}

/// How salient its place makes the phrase that `at` heads.
pub(super) fn weight(scene: &Scene, at: TokenIdx) -> f32 {
    let (deprel, top) = role(scene, at);
    let nested = matches!(deprel, Deprel::Nmod | Deprel::NmodPoss | Deprel::Compound);
    let place = match deprel.universal() {
        "nsubj" => SUBJECT,
        "obj" => OBJECT,
        _ => OBLIQUE,
    };
    let verb = scene.tree.token(top).head;
    let fronted = deprel == Deprel::Obl && verb.is_some_and(|v| top < v);
    let head = if nested { 0.0 } else { HEAD_NOUN };
    RECENCY + place + head + if fronted { 0.0 } else { NO_ADVERBIAL }
}
