//! Multiplication by weights that were packed once, in whole numbers.
//!
//! Weights and inputs are rounded to whole numbers of 16 bits, each output and each row on a scale
//! of its own (Jacob et al. 2018, with more bits); products of neighbours are added in pairs, and
//! the sums are exact. So a result does not depend on the machine, nor on what is computed beside it.
//!
//! A panel holds the weights of [`WIDTH`] outputs; a tile holds [`ROWS`] rows of input, interleaved.
//! One pass over a panel and a tile keeps all sums in registers (the micro-kernel of Goto & van de
//! Geijn 2008).

mod products;
mod tiles;

use super::tensors::Tensors;
use crate::ModelError;
use products::{Pair, Products};
use pulp::Arch;
use std::slice::ChunksMut;
pub(crate) use tiles::Tiles;
use tiles::{LEVELS, ROWS, TILES};

/// Outputs of a panel.
const WIDTH: usize = 16;

/// Weights of a linear map.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    inputs: usize,
    stride: usize,
    /// For each [`WIDTH`] outputs and each two inputs the weights of all.
    panels: Vec<[Pair; WIDTH]>,
    /// What a step of each output's weights is.
    steps: Vec<f32>,
    bias: Vec<f32>,
    arch: Arch,
}

impl Matrix {
    /// From `weights` with one row of `inputs` numbers for each output, and a bias for each output
    /// (none, if `bias` is empty).
    pub(crate) fn new(weights: &[f32], bias: &[f32], inputs: usize) -> Self {
        let outputs = weights.len() / inputs.max(1);
        let stride = outputs.next_multiple_of(WIDTH);
        let pairs = inputs.div_ceil(2);
        let mut panels = vec![[Pair::default(); WIDTH]; stride / WIDTH * pairs];
        let mut steps = vec![0.0; stride];
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            let step = step(row);
            steps[output] = step;
            let panel = &mut panels[output / WIDTH * pairs..];
            for (both, slot) in row.chunks(2).zip(panel) {
                let whole = |i: usize| both.get(i).map_or(0, |w| (w / step).round() as i16);
                slot[output % WIDTH] = [whole(0), whole(1)];
            }
        }
        let mut padded = bias.to_vec();
        padded.resize(stride, 0.0);
        Matrix { inputs, stride, panels, steps, bias: padded, arch: Arch::new() }
    }

    /// Reads a linear map: its weights, then the bias of each output.
    pub(crate) fn read(
        input: &mut Tensors,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        if inputs == 0 || outputs == 0 {
            return Err(ModelError::Damaged);
        }
        let weights = input.floats(&[outputs, inputs])?;
        Ok(Matrix::new(&weights, &input.floats(&[outputs])?, inputs))
    }

    /// Reads a linear map whose outputs fill whole panels, so that its rows have no gaps.
    pub(crate) fn read_dense(
        input: &mut Tensors,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        let matrix = Matrix::read(input, inputs, outputs)?;
        if matrix.stride() == outputs { Ok(matrix) } else { Err(ModelError::Damaged) }
    }

    /// Numbers in a row of output: the outputs, and zeros up to a whole panel.
    pub(crate) fn stride(&self) -> usize {
        self.stride
    }

    /// Writes the outputs of all `rows` to `out`, which takes their size.
    pub(crate) fn apply(&self, rows: &[f32], tiles: &mut Tiles, out: &mut Vec<f32>) {
        let n = rows.len() / self.inputs;
        out.resize(n * self.stride, 0.0);
        let task = Multiply { matrix: self, rows, tiles, out, stride: self.stride, fresh: true };
        products::on(self.arch, task);
    }

    /// Adds the outputs of all `rows`, without bias, to `out`, whose rows begin `stride` apart.
    pub(crate) fn add(&self, rows: &[f32], tiles: &mut Tiles, out: &mut [f32], stride: usize) {
        let task = Multiply { matrix: self, rows, tiles, out, stride, fresh: false };
        products::on(self.arch, task);
    }
}

/// The step by which the weights of an output are rounded: as small as lets the sum of its products
/// with any row fit 32 bits.
fn step(weights: &[f32]) -> f32 {
    let sum: f32 = weights.iter().map(|w| w.abs()).sum();
    let most = weights.iter().fold(0.0f32, |most, w| most.max(w.abs()));
    let rounding = weights.len() as f32;
    let step = (sum / (i32::MAX as f32 / LEVELS - rounding)).max(most / f32::from(i16::MAX));
    if step > 0.0 { step } else { 1.0 }
}

/// A multiplication that is to be done.
struct Multiply<'a> {
    matrix: &'a Matrix,
    rows: &'a [f32],
    tiles: &'a mut Tiles,
    out: &'a mut [f32],
    stride: usize,
    fresh: bool,
}

impl Multiply<'_> {
    #[inline(always)]
    fn run<P: Products>(self, by: P) {
        let Multiply { matrix, rows, tiles, out, stride, fresh } = self;
        let pairs = matrix.inputs.div_ceil(2);
        let chunks =
            rows.chunks(ROWS * TILES * matrix.inputs).zip(out.chunks_mut(ROWS * TILES * stride));
        for (rows, out) in chunks {
            tiles.fill(rows, matrix.inputs);
            let scaled = matrix.steps.as_chunks().0.iter().zip(matrix.bias.as_chunks().0);
            let panels = matrix.panels.chunks_exact(pairs).zip(scaled);
            for (p, (panel, (steps, bias))) in panels.enumerate() {
                let to = Target { at: p * WIDTH, steps, bias: fresh.then_some(bias) };
                for (tile, out) in tiles.iter(pairs).zip(out.chunks_mut(ROWS * stride)) {
                    let rows = out.chunks_mut(stride);
                    match tile.scales.len() {
                        0..=2 => to.store(&by.sums::<2>(panel, tile.rows), tile.scales, rows),
                        3..=4 => to.store(&by.sums::<4>(panel, tile.rows), tile.scales, rows),
                        _ => to.store(&by.sums::<ROWS>(panel, tile.rows), tile.scales, rows),
                    }
                }
            }
        }
    }
}

/// Where the sums of a panel go.
struct Target<'m> {
    /// The first of their columns.
    at: usize,
    steps: &'m [f32; WIDTH],
    bias: Option<&'m [f32; WIDTH]>,
}

impl Target<'_> {
    /// Writes sums on their scales plus bias to their columns of the rows, or adds them where there
    /// is no bias.
    #[inline(always)]
    fn store<const N: usize>(
        &self,
        sums: &[[i32; WIDTH]; N],
        scales: &[f32],
        rows: ChunksMut<f32>,
    ) {
        for ((sums, scale), row) in sums.iter().zip(scales).zip(rows) {
            let Some(out) = row[self.at..].first_chunk_mut::<WIDTH>() else { return };
            for i in 0..WIDTH {
                let base = self.bias.map_or(out[i], |bias| bias[i]);
                out[i] = base + sums[i] as f32 * (scale * self.steps[i]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(n: usize, seed: usize) -> Vec<f32> {
        (0..n).map(|i| ((i * 37 + seed * 11) % 19) as f32 / 19.0 - 0.4).collect()
    }

    fn plain(rows: &[f32], weights: &[f32], bias: &[f32], k: usize) -> Vec<f32> {
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
        let row = |row| weights.chunks(k).zip(bias).map(move |(w, b)| dot(row, w) + b);
        rows.chunks(k).flat_map(row).collect()
    }

    #[test]
    fn multiplies_and_adds() {
        let (n, k, outputs) = (200, 19, 37);
        let (rows, weights, bias) = (sample(n * k, 1), sample(outputs * k, 2), sample(outputs, 3));
        let matrix = Matrix::new(&weights, &bias, k);
        let (mut tiles, mut out) = (Tiles::default(), Vec::new());
        matrix.apply(&rows, &mut tiles, &mut out);
        matrix.add(&rows, &mut tiles, &mut out, matrix.stride());
        let expected = plain(&rows, &weights, &bias, k);
        for (i, row) in out.chunks(matrix.stride()).enumerate() {
            for (j, x) in row[..outputs].iter().enumerate() {
                let wanted = 2.0 * expected[i * outputs + j] - bias[j];
                assert!((x - wanted).abs() < 2e-3, "row {i}, column {j}: {x}, not {wanted}");
            }
        }
    }

    #[test]
    fn a_row_gives_the_same_wherever_it_stands() {
        let (k, outputs) = (33, 16);
        let matrix = Matrix::new(&sample(outputs * k, 2), &sample(outputs, 3), k);
        let (mut tiles, mut all, mut one) = (Tiles::default(), Vec::new(), Vec::new());
        let rows = sample(83 * k, 5);
        matrix.apply(&rows, &mut tiles, &mut all);
        for (i, row) in rows.chunks(k).enumerate() {
            matrix.apply(row, &mut tiles, &mut one);
            assert_eq!(one, all[i * matrix.stride()..(i + 1) * matrix.stride()]);
        }
    }
}
