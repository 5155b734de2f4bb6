//! A recurrent layer that reads sentences in both directions (Hochreiter & Schmidhuber 1997;
//! Graves & Schmidhuber 2005).

use super::Batch;
use super::activation::{sigmoid, tanh};
use super::matrix::{Matrix, Tiles};
use super::tensors::Tensors;
use crate::ModelError;
use pulp::Arch;

/// Gates of a cell: input, forget, new value, output.
const GATES: usize = 4;

/// Both directions.
#[derive(Debug)]
pub(crate) struct BiLstm {
    hidden: usize,
    /// From the input to the gates of the forward and then of the backward cells.
    input: Matrix,
    /// From a direction's state to its gates.
    state: [Matrix; 2],
    arch: Arch,
}

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    gates: Vec<f32>,
    hidden: Vec<f32>,
    cells: Vec<f32>,
}

impl BiLstm {
    /// Reads a layer.
    pub(crate) fn read(
        input: &mut Tensors,
        size: usize,
        hidden: usize,
    ) -> Result<Self, ModelError> {
        let gates = GATES * hidden;
        let matrix = Matrix::read(input, size, 2 * gates)?;
        let mut state = || {
            let state = Matrix::new(&input.floats(&[gates, hidden])?, &[], hidden);
            // Its outputs are added where the gates of the other direction stand beside them.
            if state.stride() == gates { Ok(state) } else { Err(ModelError::Damaged) }
        };
        Ok(BiLstm { hidden, input: matrix, state: [state()?, state()?], arch: Arch::new() })
    }

    /// Numbers of a word's states in both directions.
    pub(crate) fn width(&self) -> usize {
        2 * self.hidden
    }

    /// States of both directions at every word: `2 * hidden` numbers.
    pub(crate) fn apply(
        &self,
        batch: &Batch,
        rows: &[f32],
        scratch: &mut Scratch,
        tiles: &mut Tiles,
        out: &mut Vec<f32>,
    ) {
        self.input.apply(rows, tiles, &mut scratch.gates);
        out.resize(batch.words() * 2 * self.hidden, 0.0);
        self.direction(batch, 0, 0..batch.longest(), scratch, tiles, out);
        self.direction(batch, 1, (0..batch.longest()).rev(), scratch, tiles, out);
    }

    /// One direction, word by word through all sentences at once. Sentences stand longest first,
    /// so that those that have a word at a position are always the first ones.
    fn direction(
        &self,
        batch: &Batch,
        direction: usize,
        positions: impl Iterator<Item = usize>,
        scratch: &mut Scratch,
        tiles: &mut Tiles,
        out: &mut [f32],
    ) {
        let (n, stride, gates) = (self.hidden, self.input.stride(), GATES * self.hidden);
        let Scratch { gates: all, hidden, cells } = scratch;
        for state in [&mut *hidden, &mut *cells] {
            state.clear();
            state.resize(batch.sentences() * n, 0.0);
        }
        for position in positions {
            let rows = batch.at(position);
            let here = &mut all[rows.start * stride + direction * gates..];
            self.state[direction].add(&hidden[..rows.len() * n], tiles, here, stride);
            let out = &mut out[rows.start * 2 * n..rows.end * 2 * n];
            self.arch.dispatch(
                #[inline(always)]
                || {
                    let states = hidden.chunks_exact_mut(n).zip(cells.chunks_exact_mut(n));
                    let rows = here.chunks(stride).zip(out.chunks_exact_mut(2 * n));
                    for ((hidden, cell), (row, out)) in states.zip(rows) {
                        step(&row[..gates], cell, hidden);
                        out[direction * n..][..n].copy_from_slice(hidden);
                    }
                },
            );
        }
    }
}

/// The new state of a cell from its gates.
#[inline(always)]
fn step(gates: &[f32], cell: &mut [f32], hidden: &mut [f32]) {
    let n = hidden.len();
    let (input, rest) = gates.split_at(n);
    let (forget, rest) = rest.split_at(n);
    let (value, output) = rest.split_at(n);
    let (output, cell) = (&output[..n], &mut cell[..n]);
    for i in 0..n {
        let kept = sigmoid(forget[i]) * cell[i];
        cell[i] = kept + sigmoid(input[i]) * tanh(value[i]);
        hidden[i] = sigmoid(output[i]) * tanh(cell[i]);
    }
}
