//! Numbers and ages that stand for those of whom the text has just told: "police arrested two reporters; *the two*
//! were freed", "*all three* were charged", "*the 71-year-old* was accused".
//!
//! A number means the last phrase that counts as many people, or names as many in a list. An age means a person as
//! "he" and "she" do, whose gender it leaves open.
//!
//! Does not read two states or two presidents out of different phrases: see [`pair`](super::pair).

use super::lexicon::{Anaphora, Pronoun, What};
use super::pair::{has_the, is_argument, number};
use super::referent::together;
use super::scene::Scene;
use verbale_document::{Deprel, Form, Mention, MentionKind, Sentence, TokenIdx, Upos};

/// How many sentences back those who are counted are looked for.
const WINDOW: u32 = 3;

/// Nouns for so many people.
const GROUPS: [(&str, usize); 5] =
    [("pair", 2), ("duo", 2), ("trio", 3), ("quartet", 4), ("couple", 2)];

/// Links the number at `at`, if so many people were counted or listed before it; whether they were.
pub(super) fn link(scene: &mut Scene, sentence: &Sentence, at: TokenIdx) -> bool {
    let Some(n) = counts(scene, at) else { return false };
    let Some(here) = scene.doc.sentence_at(sentence.span.start) else { return false };
    let first = scene.sentence(here.saturating_sub(WINDOW)).tokens.start;
    let found = (first..at).rev().find_map(|t| of_number(scene, t, n));
    let Some(group) = found else { return false };
    scene.refer(at, Form::Pronoun, &group, "coreference/counted");
    true
}

/// How many a word that stands alone says: "the two", "all three", "both", "the trio".
fn counts(scene: &Scene, at: TokenIdx) -> Option<usize> {
    let token = scene.tree.token(at);
    let lemma = token.lemma.as_str();
    let group = GROUPS.iter().find(|(noun, _)| *noun == lemma).map(|(_, n)| *n);
    let may = group.is_some() || token.upos == Upos::Num || lemma == "both";
    if !may || !is_argument(token.deprel) || scene.at(at).is_some() {
        return None;
    }
    let before = |word: &str| {
        let mut kids = scene.tree.children(at).iter().filter(|k| **k < at);
        kids.any(|k| scene.doc.word(*k).eq_ignore_ascii_case(word))
    };
    let bare = scene.tree.children(at).iter().all(|&k| {
        let rel = scene.tree.token(k).deprel;
        matches!(rel, Deprel::Det | Deprel::DetPredet | Deprel::Case | Deprel::Punct)
    });
    let n = group.or_else(|| number(scene, at).filter(|_| token.upos != Upos::Noun))?;
    let definite = before("the") || before("all") || lemma == "both";
    (bare && definite).then_some(n)
}

/// The people whom the phrase at `at` counts ("two Kenyan reporters") or lists, where they are `n`.
fn of_number(scene: &Scene, at: TokenIdx, n: usize) -> Option<Mention> {
    let mention = scene.at(at).filter(|m| m.head == at && m.form != Form::Pronoun)?;
    let counted = scene.tree.child(at, Deprel::Nummod).and_then(|k| number(scene, k)) == Some(n);
    if counted && mention.kind == MentionKind::Group {
        scene.code_of(mention)?;
        return Some(mention.clone());
    }
    let person = |t| scene.at(t).is_some_and(|m| m.kind == MentionKind::Person);
    let persons = person(at) && scene.tree.children_by(at, Deprel::Conj).all(person);
    together(scene, at).filter(|group| persons && group.members.len() == n)
}

/// A number or an age that means somebody as a pronoun does.
pub(super) fn pronoun(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Pronoun> {
    aged(scene, at).or_else(|| held(scene, words, at))
}

/// "*Twelve* were arrested", "*at least 47* have been detained": some of those of whom the text has just told.
fn held(scene: &Scene, words: &Anaphora, at: TokenIdx) -> Option<Pronoun> {
    let token = scene.tree.token(at);
    let quantity = matches!(&*token.lemma, "dozen" | "hundred" | "score" | "several" | "others");
    let number = token.upos == Upos::Num || quantity;
    let undergoes = matches!(token.deprel, Deprel::NsubjPass | Deprel::Obj);
    let verb = token.head.filter(|_| number && undergoes)?;
    let kids = scene.tree.children(at).iter();
    let bare = kids.into_iter().all(|&k| {
        let rel = scene.tree.token(k).deprel;
        matches!(rel, Deprel::Advmod | Deprel::Case | Deprel::Punct | Deprel::Nummod)
    });
    let pronoun = Pronoun { first_person: false, plural: true, gender: None, what: What::Any };
    (bare && words.detains(&scene.tree.token(verb).lemma)).then_some(pronoun)
}

/// "the 71-year-old", as a pronoun for a person of either gender.
fn aged(scene: &Scene, at: TokenIdx) -> Option<Pronoun> {
    let token = scene.tree.token(at);
    let old = token.lemma == "old" && is_argument(token.deprel);
    let years = |k: TokenIdx| scene.tree.token(k).lemma == "year";
    let years = scene.tree.children(at).iter().any(|&k| k < at && years(k));
    let pronoun = Pronoun { first_person: false, plural: false, gender: None, what: What::Person };
    (old && years && has_the(scene, at)).then_some(pronoun)
}
