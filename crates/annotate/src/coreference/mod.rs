//! Coreference: who is meant by "he", "the alliance", "his country".
//!
//! Simple rules in the order of their precision, after the multi-pass sieve of Lee et al. (2013):
//! names of one entity; epithets and role nouns with a definite article or demonstrative; pronouns
//! by number, gender, kind and salience (subjects first, then the nearest). Inside a quotation the
//! first person is its speaker. When unsure a mention stays unlinked.
//!
//! Does not link events, and does not resolve "you", "who" or "this".

mod lexicon;
mod nominal;
mod pronoun;
mod scene;

use lexicon::Anaphora;
use scene::Scene;
use std::collections::BTreeMap;
use verbale_document::{Document, Layer, Lexicons, Mention, MentionKind, Producer, TableError};

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
    /// Needs `pronouns.tsv` and `anaphors.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Coreference { words: Anaphora::new(lexicons)? })
    }

    /// The mentions of `doc` with chains, and those of pronouns and epithets that could be linked.
    /// Needs tokens, mentions and entities. Total over any document.
    pub fn annotate(&self, _worker: &mut Worker, doc: &Document) -> Layer<Mention> {
        let mut scene = Scene::new(doc);
        for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
            for at in sentence.tokens.clone() {
                if let Some(pronoun) = self.words.pronoun(doc.word(at)) {
                    pronoun::link(&mut scene, sentence, at, pronoun);
                } else {
                    nominal::link(&mut scene, &self.words, sentence, at);
                }
            }
        }
        let mut mentions = scene.finish();
        chain(&mut mentions);
        Layer::new(Producer::new("coreference", crate::VERSION), mentions)
    }
}

/// Numbers chains in the order of their first mention: one for each entity that is mentioned.
fn chain(mentions: &mut [Mention]) {
    let mut chains: BTreeMap<u32, u32> = BTreeMap::new();
    for mention in mentions.iter_mut().filter(|m| m.kind != MentionKind::Time) {
        if let Some(entity) = mention.entity {
            let next = chains.len() as u32;
            mention.chain = Some(*chains.entry(entity).or_insert(next));
        }
    }
}
