//! The encoder of the teacher: BERT (Devlin et al. 2019) as distilled by MiniLM (Wang et al. 2020).
//!
//! A word's vector is the mean of those of its pieces. An embedding of how the word is written is
//! added to each of them, because the vocabulary is uncased. Sentences stand alone.

use super::Batch;
use super::activation::{dot, gelu, softmax};
use super::matrix::{Matrix, Tiles};
use super::norm::Norm;
use super::tensors::{Table, Tensors};
use super::wordpiece::{WordPiece, Writing};
use crate::ModelError;
use pulp::Arch;

/// The encoder.
#[derive(Debug)]
pub(crate) struct Transformer {
    vocabulary: WordPiece,
    heads: usize,
    pieces: Table,
    positions: Vec<f32>,
    writings: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
    arch: Arch,
}

#[derive(Debug)]
struct Layer {
    /// Queries, keys and values of all heads.
    attention: Matrix,
    out: Matrix,
    norm1: Norm,
    up: Matrix,
    down: Matrix,
    norm2: Norm,
}

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    text: String,
    pieces: Vec<u32>,
    writings: Vec<Writing>,
    /// Where the pieces of each sentence begin, and the end.
    sentences: Vec<usize>,
    /// Where the pieces of each word begin and end.
    words: Vec<(usize, usize)>,
    rows: Vec<f32>,
    qkv: Vec<f32>,
    mixed: Vec<f32>,
    inner: Vec<f32>,
    new: Vec<f32>,
    scores: Vec<f32>,
}

impl Transformer {
    /// Reads the encoder.
    pub(crate) fn read(input: &mut Tensors) -> Result<Self, ModelError> {
        let [size, inner, n_layers, heads, n_positions] = input.sizes()?;
        if size == 0 || n_positions == 0 || heads == 0 || !size.is_multiple_of(heads) {
            return Err(ModelError::Damaged);
        }
        let n_pieces = input.reader().count()?;
        let strings =
            (0..n_pieces).map(|_| input.reader().string()).collect::<Result<Vec<_>, _>>()?;
        let vocabulary = WordPiece::new(strings.into_iter()).ok_or(ModelError::Damaged)?;
        let pieces = input.table(&[n_pieces, size])?;
        let positions = input.floats(&[n_positions, size])?;
        let writings = input.floats(&[Writing::N, size])?;
        let norm = Norm::read(input, size)?;
        let layer = |_| Layer::read(input, size, inner);
        let layers = (0..n_layers).map(layer).collect::<Result<_, _>>()?;
        let arch = Arch::new();
        Ok(Transformer { vocabulary, heads, pieces, positions, writings, norm, layers, arch })
    }

    /// Numbers of a word's vector.
    pub(crate) fn width(&self) -> usize {
        self.norm.size()
    }

    /// Vectors of the words of a batch; `word` gives them by sentence and position.
    pub(crate) fn encode<'w>(
        &self,
        batch: &Batch,
        word: impl Fn(usize, usize) -> &'w str,
        scratch: &mut Scratch,
        tiles: &mut Tiles,
        out: &mut Vec<f32>,
    ) {
        self.cut(batch, word, scratch);
        self.embed(scratch);
        for layer in &self.layers {
            layer.apply(self.heads, scratch, tiles, self.arch);
        }
        let size = self.width();
        out.clear();
        out.resize(batch.words() * size, 0.0);
        let words = (0..batch.sentences()).flat_map(|s| (0..batch.length(s)).map(move |i| (s, i)));
        for ((s, i), (from, to)) in words.zip(&scratch.words) {
            let vector = &mut out[batch.row(s, i) * size..][..size];
            for row in scratch.rows[from * size..to * size].chunks_exact(size) {
                vector.iter_mut().zip(row).for_each(|(x, y)| *x += y / (to - from) as f32);
            }
        }
    }

    /// Cuts the words into pieces. A sentence with more pieces than there are positions keeps the
    /// first piece of each word, and its last words share the last position.
    fn cut<'w>(&self, batch: &Batch, word: impl Fn(usize, usize) -> &'w str, s: &mut Scratch) {
        let most = self.positions.len() / self.width() - 1;
        s.pieces.clear();
        s.writings.clear();
        s.sentences.clear();
        s.words.clear();
        for sentence in 0..batch.sentences() {
            let first = s.pieces.len();
            s.sentences.push(first);
            let first_word = s.words.len();
            s.pieces.push(self.vocabulary.start);
            for i in 0..batch.length(sentence) {
                let from = s.pieces.len();
                self.vocabulary.word(word(sentence, i), &mut s.text, &mut s.pieces);
                s.words.push((from, s.pieces.len()));
            }
            if s.pieces.len() - first > most {
                for (i, word) in s.words[first_word..].iter_mut().enumerate() {
                    s.pieces[first + 1 + i] = s.pieces[word.0];
                    *word = (first + 1 + i, first + 2 + i);
                }
                s.pieces.truncate(first + 1 + batch.length(sentence));
            }
            s.pieces.push(self.vocabulary.end);
            s.writings.resize(s.pieces.len(), Writing::Other);
            for (i, (from, to)) in s.words[first_word..].iter().enumerate() {
                s.writings[*from..*to].fill(Writing::of(word(sentence, i)));
            }
        }
        s.sentences.push(s.pieces.len());
    }

    fn embed(&self, s: &mut Scratch) {
        let size = self.width();
        s.rows.clear();
        for bounds in s.sentences.windows(2) {
            for (at, i) in (bounds[0]..bounds[1]).enumerate() {
                let at = at.min(self.positions.len() / size - 1);
                let position = &self.positions[at * size..][..size];
                let writing = &self.writings[s.writings[i] as usize * size..][..size];
                let piece = self.pieces.row(s.pieces[i] as usize);
                let sum = piece.zip(position).zip(writing).map(|((p, q), w)| p + q + w);
                s.rows.extend(sum);
            }
        }
        self.norm.apply(&mut s.rows);
    }
}

impl Layer {
    fn read(input: &mut Tensors, size: usize, inner: usize) -> Result<Self, ModelError> {
        let mut linear = |from, to| Matrix::read_dense(input, from, to);
        let (attention, out) = (linear(size, 3 * size)?, linear(size, size)?);
        let (up, down) = (linear(size, inner)?, linear(inner, size)?);
        let (norm1, norm2) = (Norm::read(input, size)?, Norm::read(input, size)?);
        Ok(Layer { attention, out, norm1, up, down, norm2 })
    }

    fn apply(&self, heads: usize, s: &mut Scratch, tiles: &mut Tiles, arch: Arch) {
        let size = self.norm1.size();
        let Scratch { sentences, rows, qkv, mixed, inner, new, scores, .. } = s;
        self.attention.apply(rows, tiles, qkv);
        mixed.clear();
        mixed.resize(rows.len(), 0.0);
        arch.dispatch(
            #[inline(always)]
            || {
                for bounds in sentences.windows(2) {
                    let qkv = &qkv[3 * size * bounds[0]..3 * size * bounds[1]];
                    let mixed = &mut mixed[size * bounds[0]..size * bounds[1]];
                    for head in 0..heads {
                        attend(qkv, size, size / heads, head, scores, mixed);
                    }
                }
            },
        );
        self.out.apply(mixed, tiles, new);
        add_and_norm(rows, new, &self.norm1, arch);
        self.up.apply(rows, tiles, inner);
        arch.dispatch(
            #[inline(always)]
            || inner.iter_mut().for_each(|x| *x = gelu(*x)),
        );
        self.down.apply(inner, tiles, new);
        add_and_norm(rows, new, &self.norm2, arch);
    }
}

fn add_and_norm(rows: &mut [f32], new: &[f32], norm: &Norm, arch: Arch) {
    arch.dispatch(
        #[inline(always)]
        || {
            rows.iter_mut().zip(new).for_each(|(x, y)| *x += y);
            norm.apply(rows);
        },
    );
}

/// Scaled dot-product attention of one head over one sentence.
#[inline(always)]
fn attend(
    qkv: &[f32],
    size: usize,
    width: usize,
    head: usize,
    scores: &mut Vec<f32>,
    mixed: &mut [f32],
) {
    let scale = 1.0 / (width as f32).sqrt();
    let part = |row: &'_ [f32], which: usize| -> std::ops::Range<usize> {
        let at = which * size + head * width;
        debug_assert!(at + width <= row.len());
        at..at + width
    };
    let rows = || qkv.chunks_exact(3 * size);
    for (query, out) in rows().zip(mixed.chunks_exact_mut(size)) {
        let query = &query[part(query, 0)];
        scores.clear();
        scores.extend(rows().map(|row| dot(query, &row[part(row, 1)]) * scale));
        softmax(scores);
        let out = &mut out[head * width..(head + 1) * width];
        for (score, row) in scores.iter().zip(rows()) {
            let value = &row[part(row, 2)];
            out.iter_mut().zip(value).for_each(|(x, v)| *x += score * v);
        }
    }
}
