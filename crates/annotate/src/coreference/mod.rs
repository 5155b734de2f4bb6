//! Coreference: who is meant by "he", "the alliance", "his country".
//!
//! Precision first, after the multi-pass sieve of Lee et al. (2013): names of one entity, but for
//! those that do not simply stand for it ([`naming`]); epithets and role nouns with a definite article
//! or demonstrative ([`nominal`]); third-person pronouns by number, gender, kind, binding and salience
//! (Lappin and Leass 1994; [`pronoun`]). Inside a quotation the first person is its speaker. When
//! unsure a mention stays unlinked. Unlike the sieve, one walk through the text does it all, so that
//! what a pronoun means can be taken up by the next one.
//!
//! Does not link events or common nouns to one another, and does not resolve "you", "who" or "this".

mod binding;
mod lexicon;
mod naming;
mod nominal;
mod phrase;
mod pleonastic;
mod pronoun;
mod quotation;
mod referent;
mod scene;
#[cfg(test)]
mod tests;

use lexicon::Anaphora;
use referent::Referents;
use scene::Scene;
use verbale_document::{
    Deprel, Document, Layer, Lexicons, Mention, Producer, SentenceIdx, TableError, TokenIdx,
};

/// Links mentions. Immutable; share it between threads.
pub struct Coreference {
    words: Anaphora,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub struct Worker {
    _private: (),
}

impl Coreference {
    /// Needs the tables that `lexicon.rs` names.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Coreference { words: Anaphora::new(lexicons)? })
    }

    /// The mentions of `doc` with chains, and those of pronouns and epithets that could be linked.
    /// Needs tokens, mentions and entities. Total over any document.
    pub fn annotate(&self, _worker: &mut Worker, doc: &Document) -> Layer<Mention> {
        let mut scene = Scene::new(doc, &self.words);
        let mut referents = Referents::default();
        // "I" is tried again at the end: its speaker may be the "he" of "he said" after the quotation.
        let mut speakers = Vec::new();
        let mut here: SentenceIdx = 0;
        for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
            // Related links and captions between two sentences of the story do not part them.
            here += u32::from(doc.section_at(sentence.span.start).is_story());
            for at in sentence.tokens.clone() {
                if let Some(pronoun) = self.words.pronoun(doc.word(at)) {
                    if pronoun.first_person {
                        quotation::link(&mut scene, at, pronoun);
                        speakers.push((at, pronoun));
                        continue;
                    }
                    pronoun::link(
                        &mut scene,
                        &self.words,
                        &mut referents,
                        (here, sentence),
                        at,
                        pronoun,
                    );
                } else {
                    nominal::link(&mut scene, &self.words, sentence, at);
                    self.note(&scene, &mut referents, here, at);
                }
            }
        }
        for (at, pronoun) in speakers {
            quotation::link(&mut scene, at, pronoun);
        }
        Layer::new(Producer::new("coreference", crate::VERSION), scene.finish())
    }
}

impl Coreference {
    /// Takes note of the phrase that `at` heads, if any, and of what it is coordinated with.
    fn note(&self, scene: &Scene, referents: &mut Referents, here: SentenceIdx, at: TokenIdx) {
        let Some(sort) = phrase::sort(scene, &self.words, at) else { return };
        if !scene.doc.section_at(scene.tree.token(at).span.start).is_story() {
            return;
        }
        referents.note(scene, here, at, sort);
        let first =
            scene.tree.token(at).head.filter(|_| scene.tree.token(at).deprel == Deprel::Conj);
        if let Some(first) = first.filter(|f| scene.is_nominal(*f)) {
            referents.note_several(scene, here, first, sort);
        }
    }
}
