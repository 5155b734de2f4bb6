//! The default encoder: word tables, convolutions, and recurrent layers.
//!
//! A word is the row of its normal form (known words have one of their own) beside rows of hashed
//! features (Serrà & Karatzoglou 2017), so that every word has a vector. `training/` has the same
//! network in PyTorch.

use super::Batch;
use super::features::{HASHED, Hashes, hashes};
use super::lstm::{self, BiLstm};
use super::matrix::{Matrix, Tiles};
use super::norm::Norm;
use super::tensors::{Table, Tensors};
use crate::ModelError;
use pulp::Arch;
use rustc_hash::FxHashMap;
use std::{iter, mem};

/// The encoder.
#[derive(Debug)]
pub(crate) struct Small {
    /// Rows of known words, from 1; row 0 stands for all others.
    vocabulary: FxHashMap<u32, u32>,
    words: Table,
    tables: Vec<Hashed>,
    input: Matrix,
    norm: Norm,
    convolutions: Vec<(Matrix, Norm)>,
    lstm: Vec<BiLstm>,
    arch: Arch,
}

/// A table of rows for hashes.
#[derive(Debug)]
struct Hashed {
    rows: u32,
    table: Table,
}

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    words: Vec<(u32, Hashes)>,
    input: Vec<f32>,
    rows: Vec<f32>,
    near: Vec<f32>,
    new: Vec<f32>,
    lstm: lstm::Scratch,
}

impl Small {
    /// Reads the encoder.
    pub(crate) fn read(input: &mut Tensors) -> Result<Self, ModelError> {
        let [n_words, width, size, hidden, n_convolutions, n_lstm, n_tables] = input.sizes()?;
        if n_tables != HASHED || n_lstm == 0 {
            return Err(ModelError::Damaged);
        }
        let keys = input.numbers(&[n_words])?;
        let vocabulary = keys.iter().zip(1..).map(|(k, i)| (*k, i)).collect();
        let words = input.table(&[n_words + 1, width])?;
        let mut all = width;
        let mut tables = Vec::new();
        for _ in 0..n_tables {
            let (rows, width) = (input.reader().number()?, input.reader().number()? as usize);
            if rows == 0 {
                return Err(ModelError::Damaged);
            }
            tables.push(Hashed { rows, table: input.table(&[rows as usize, width])? });
            all += width;
        }
        let matrix = Matrix::read_dense(input, all, size)?;
        let norm = Norm::read(input, size)?;
        let mut convolutions = Vec::new();
        for _ in 0..n_convolutions {
            let matrix = Matrix::read_dense(input, 3 * size, size)?;
            convolutions.push((matrix, Norm::read(input, size)?));
        }
        let below = iter::once(size).chain(iter::repeat(2 * hidden));
        let lstm = below.take(n_lstm).map(|size| BiLstm::read(input, size, hidden));
        let lstm = lstm.collect::<Result<_, _>>()?;
        let arch = Arch::new();
        Ok(Small { vocabulary, words, tables, input: matrix, norm, convolutions, lstm, arch })
    }

    /// Numbers of a word's vector.
    pub(crate) fn width(&self) -> usize {
        self.lstm[0].width()
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
        let Scratch { words, input, rows, near, new, lstm } = scratch;
        words.clear();
        for position in 0..batch.longest() {
            words.extend((0..batch.at(position).len()).map(|s| self.key(word(s, position))));
        }
        self.arch.dispatch(
            #[inline(always)]
            || self.embed(words, input),
        );
        self.input.apply(input, tiles, rows);
        self.arch.dispatch(
            #[inline(always)]
            || {
                rows.iter_mut().for_each(|x| *x = x.max(0.0));
                self.norm.apply(rows);
            },
        );
        for (matrix, norm) in &self.convolutions {
            neighbours(batch, rows, norm.size(), near);
            matrix.apply(near, tiles, new);
            self.arch.dispatch(
                #[inline(always)]
                || {
                    rows.iter_mut().zip(&*new).for_each(|(x, y)| *x += y.max(0.0));
                    norm.apply(rows);
                },
            );
        }
        for (i, layer) in self.lstm.iter().enumerate() {
            if i > 0 {
                mem::swap(rows, out);
            }
            layer.apply(batch, rows, lstm, tiles, out);
        }
    }

    fn key(&self, word: &str) -> (u32, Hashes) {
        let hashes = hashes(word);
        (self.vocabulary.get(&hashes[0]).copied().unwrap_or(0), hashes)
    }

    #[inline(always)]
    fn embed(&self, words: &[(u32, Hashes)], out: &mut Vec<f32>) {
        out.clear();
        for (word, hashes) in words {
            out.extend(self.words.row(*word as usize));
            for (hash, Hashed { rows, table }) in hashes.iter().zip(&self.tables) {
                out.extend(table.row((hash % rows) as usize));
            }
        }
    }
}

/// The word before, the word itself and the one after, side by side; zeros at the edges.
fn neighbours(batch: &Batch, rows: &[f32], size: usize, out: &mut Vec<f32>) {
    out.clear();
    out.resize(batch.words() * 3 * size, 0.0);
    for position in 0..batch.longest() {
        for (s, row) in batch.at(position).enumerate() {
            let to = &mut out[row * 3 * size..][..3 * size];
            let mut put = |slot: usize, row: usize| {
                to[slot * size..][..size].copy_from_slice(&rows[row * size..][..size]);
            };
            put(1, row);
            if position > 0 {
                put(0, batch.row(s, position - 1));
            }
            if position + 1 < batch.length(s) {
                put(2, batch.row(s, position + 1));
            }
        }
    }
}
