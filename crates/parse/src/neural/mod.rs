//! Networks for tags, trees and names: from the words of sentences to scores and the best trees.
//!
//! An encoder makes a vector of every word in its sentence ([`small`]: word tables, convolutions
//! and a recurrent layer, the default; [`transformer`]: MiniLM, the teacher); [`heads`] reads
//! tags, names and trees off the vectors. Sentences are computed in [`batch`]es; a sentence gives
//! the same result in any company. `training/` trains the networks and writes their files.
//!
//! Nothing here knows what the labels mean. Products are sums of whole numbers ([`matrix`]), the rest
//! is in single precision, both with the vector instructions of the machine (`pulp`); other machines
//! may differ in the last bits of a score.

mod activation;
mod arborescence;
mod batch;
mod features;
mod heads;
mod lstm;
mod matrix;
mod norm;
mod small;
mod tensors;
#[cfg(test)]
mod tests;
mod transformer;
mod tree;
mod wordpiece;

use crate::ModelError;
use crate::file::Kind;
pub(crate) use activation::best;
use batch::{Batch, batches};
use heads::{Heads, Widths};
use matrix::Tiles;
use small::Small;
use std::ops::Range;
use tensors::Tensors;
use transformer::Transformer;
use verbale_document::SmolStr;

/// A trained network.
#[derive(Debug)]
pub(crate) struct Network {
    encoder: Encoder,
    heads: Heads,
    /// "UPOS XPOS" by number.
    pub(crate) tags: Vec<SmolStr>,
    /// Relations by number.
    pub(crate) relations: Vec<SmolStr>,
    /// Classes of names; class `c` begins with label `1 + 2 * c` and goes on with the next one.
    pub(crate) names: Vec<SmolStr>,
    pub(crate) hash: SmolStr,
}

#[derive(Debug)]
enum Encoder {
    Small(Box<Small>),
    Transformer(Box<Transformer>),
}

/// What a network says of the words of a document, by number.
#[derive(Debug, Default)]
pub(crate) struct Analysis {
    pub(crate) tags: Vec<u16>,
    /// Position of the head in the sentence, from 1; 0 for the root.
    pub(crate) heads: Vec<u32>,
    pub(crate) relations: Vec<u8>,
    /// Scores of the labels of names, word by word.
    pub(crate) names: Vec<f32>,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    order: Vec<Range<usize>>,
    lengths: Vec<usize>,
    batch: Batch,
    vectors: Vec<f32>,
    tiles: Tiles,
    small: small::Scratch,
    transformer: transformer::Scratch,
    heads: heads::Scratch,
    pub(crate) analysis: Analysis,
}

impl Network {
    /// Reads a network file.
    pub(crate) fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Tensors::open(Kind::Network, bytes)?;
        let tags = strings(&mut input)?;
        let relations = strings(&mut input)?;
        let names = strings(&mut input)?;
        if tags.is_empty() || relations.is_empty() || relations.len() > 256 || names.len() > 15 {
            return Err(ModelError::Damaged);
        }
        let (encoder, size) = match input.reader().byte()? {
            b'S' => {
                let small = Small::read(&mut input)?;
                let size = small.width();
                (Encoder::Small(Box::new(small)), size)
            }
            b'T' => {
                let transformer = Transformer::read(&mut input)?;
                let size = transformer.width();
                (Encoder::Transformer(Box::new(transformer)), size)
            }
            _ => return Err(ModelError::Damaged),
        };
        let arc = input.reader().number()? as usize;
        let widths = Widths { arc, relation: input.reader().number()? as usize };
        let labels = [tags.len(), n_labels(&names), relations.len()];
        let heads = Heads::read(&mut input, size, widths, labels)?;
        let hash = input.reader().hash().into();
        Ok(Network { encoder, heads, tags, relations, names, hash })
    }

    /// How many labels the words of names have, outside included.
    pub(crate) fn n_labels(&self) -> usize {
        n_labels(&self.names)
    }

    /// Analyses the sentences of a document, given by the places of their words; the result is
    /// left in `scratch.analysis`.
    pub(crate) fn analyse<'w>(
        &self,
        sentences: impl Iterator<Item = Range<usize>>,
        word: impl Fn(usize) -> &'w str,
        scratch: &mut Scratch,
    ) {
        let Scratch { order, lengths, batch, vectors, tiles, analysis, .. } = scratch;
        order.clear();
        order.extend(sentences.filter(|s| !s.is_empty()));
        analysis.clear(order.iter().map(|s| s.end).max().unwrap_or(0), self.n_labels());
        order.sort_by_key(|s| std::cmp::Reverse(s.len()));
        lengths.clear();
        lengths.extend(order.iter().map(ExactSizeIterator::len));
        for range in batches(lengths) {
            let places = &order[range];
            batch.lay_out(places.iter().map(ExactSizeIterator::len));
            let word = |sentence: usize, position: usize| word(places[sentence].start + position);
            match &self.encoder {
                Encoder::Small(e) => e.encode(batch, word, &mut scratch.small, tiles, vectors),
                Encoder::Transformer(e) => {
                    e.encode(batch, word, &mut scratch.transformer, tiles, vectors);
                }
            }
            self.heads.apply(batch, vectors, places, &mut scratch.heads, tiles, analysis);
        }
    }
}

impl Analysis {
    fn clear(&mut self, words: usize, n_names: usize) {
        self.tags.clear();
        self.tags.resize(words, 0);
        self.heads.clear();
        self.heads.resize(words, 0);
        self.relations.clear();
        self.relations.resize(words, 0);
        self.names.clear();
        self.names.resize(words * n_names, 0.0);
    }
}

fn n_labels(names: &[SmolStr]) -> usize {
    1 + 2 * names.len()
}

fn strings(input: &mut Tensors) -> Result<Vec<SmolStr>, ModelError> {
    let reader = input.reader();
    (0..reader.count()?).map(|_| Ok(reader.string()?.into())).collect()
}
