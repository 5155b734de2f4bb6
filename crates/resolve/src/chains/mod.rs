//! Coreference: who is meant by "he", "the alliance", "his country".
//!
//! Precision first, after the multi-pass sieve of Lee et al. (2013): names of one entity, but for
//! those that do not simply stand for it ([`naming`]); epithets and role nouns with a definite article
//! or demonstrative ([`nominal`], [`again`]); nationals of whoever speaks of them ([`nationals`]) and others than their owner ([`others`]); states by their region ([`regional`]); two
//! together ([`pair`]) or as many as a number says ([`counted`]), or facing each other ([`facing`]); who speaks for a body ([`behalf`]); hosts and guests ([`host`]); who is met abroad ([`abroad`]); third-person pronouns by number, gender, kind, binding and salience (Lappin and
//! Leass 1994; [`pronoun`]). Inside a quotation the first person is its speaker. When unsure a mention
//! stays unlinked. A document that says something stands for its author ([`document`]). Unlike the sieve,
//! one walk through the text does it all, so that what a pronoun means can be taken up by the next one.
//!
//! Does not link events or common nouns to one another, and does not resolve "you", "who" or "this".

mod abroad;
mod again;
mod behalf;
mod binding;
mod cataphora;
mod counted;
mod document;
mod facing;
mod host;
mod lexicon;
mod naming;
mod nationals;
mod nominal;
mod organs;
mod others;
mod pair;
mod phrase;
mod pleonastic;
mod pronoun;
mod quotation;
mod referent;
mod regional;
mod scene;
#[cfg(test)]
mod tests;

use crate::entities::Linked;
pub(crate) use lexicon::Anaphora;
use referent::{Here, Referents};
use scene::Scene;
use verbale_document::{Deprel, Document, Entity, Mention, TokenIdx};

/// The mentions with chains, and those of pronouns and epithets that could be linked, by position; the
/// entities as they were. A role noun that refers to nobody named is of where what is told plays.
/// Needs tokens and sentences. Total over any document.
pub(crate) fn link(
    words: &Anaphora,
    doc: &Document,
    linked: Linked,
) -> (Vec<Mention>, Vec<Entity>) {
    let Linked { mentions, entities, mut homes } = linked;
    let mut scene = Scene::new(doc, words, mentions, &entities);
    let mut referents = Referents::default();
    // "I" is tried again at the end: its speaker may be the "he" of "he said" after the quotation.
    let mut speakers = Vec::new();
    let mut here = Here::default();
    for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
        // Related links and captions between two sentences of the story do not part them.
        let story = doc.section_at(sentence.span.start).is_story();
        let told = story && !quotation::is_quoted(&scene, sentence);
        here =
            Here { sentence: here.sentence + u32::from(story), told: here.told + u32::from(told) };
        referents.go_on(here);
        for at in sentence.tokens.clone() {
            let stands_for =
                words.pronoun(doc.word(at)).or_else(|| counted::pronoun(&scene, words, at));
            let Some(pronoun) = stands_for else {
                nominal::link(&mut scene, words, sentence, at);
                document::link(&mut scene, words, at);
                note(&scene, words, &mut referents, here, at);
                continue;
            };
            if pronoun.first_person {
                quotation::link(&mut scene, at, pronoun);
                speakers.push((at, pronoun));
            } else {
                pronoun::link(&mut scene, words, &mut referents, (here, sentence), at, pronoun);
            }
        }
        if story {
            for two in sentence.tokens.clone().filter_map(|t| phrase::meet(&scene, words, t)) {
                referents.note_meeting(&scene, here, two);
            }
        }
        if let Some(speaker) = told.then(|| quotation::teller(&scene, words, sentence)).flatten() {
            referents.note_speaker(here, speaker);
        }
    }
    for (at, pronoun) in speakers {
        quotation::link(&mut scene, at, pronoun);
    }
    behalf::link(&mut scene, words);
    abroad::settle(&mut scene, words, &mut homes);
    let mentions = scene.finish(&homes);
    (mentions, entities)
}

/// Takes note of the phrase that `at` heads, if any, and of what it is coordinated with.
fn note(scene: &Scene, words: &Anaphora, referents: &mut Referents, here: Here, at: TokenIdx) {
    let Some(sort) = phrase::sort(scene, words, at) else { return };
    if !scene.doc.section_at(scene.tree.token(at).span.start).is_story() {
        return;
    }
    referents.note(scene, here, at, sort);
    let first = scene.tree.token(at).head.filter(|_| scene.tree.token(at).deprel == Deprel::Conj);
    if let Some(first) = first.filter(|f| scene.is_nominal(*f)) {
        referents.note_several(scene, here, first, sort);
    }
}
