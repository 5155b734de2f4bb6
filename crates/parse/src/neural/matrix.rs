//! Multiplication by weights that were packed once.
//!
//! A panel holds the weights of as many outputs as two vectors of this machine have lanes; a tile
//! holds [`ROWS`] rows of input, interleaved. One pass over a panel and a tile keeps all sums in
//! registers (the micro-kernel of Goto & van de Geijn 2008). The sum of an output takes its terms
//! in the same order wherever its row stands, so that results do not depend on what is computed
//! beside it.

use super::tensors::Tensors;
use crate::ModelError;
use pulp::{Arch, Simd, WithSimd};

/// Rows computed together.
const ROWS: usize = 6;

/// Tiles that stay in the inner caches while the panels pass by.
const TILES: usize = 12;

/// Weights of a linear map.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    inputs: usize,
    stride: usize,
    width: usize,
    panels: Vec<f32>,
    bias: Vec<f32>,
    arch: Arch,
}

/// Scratch space: rows of input as tiles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tiles(Vec<f32>);

impl Matrix {
    /// From `weights` with one row of `inputs` numbers for each output, and a bias for each output
    /// (none, if `bias` is empty).
    pub(crate) fn new(weights: &[f32], bias: &[f32], inputs: usize) -> Self {
        let arch = Arch::new();
        let width = 2 * lanes(arch);
        let outputs = weights.len() / inputs.max(1);
        let stride = outputs.next_multiple_of(width);
        let mut panels = vec![0.0; stride * inputs];
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            let panel = &mut panels[output / width * width * inputs..];
            for (i, weight) in row.iter().enumerate() {
                panel[i * width + output % width] = *weight;
            }
        }
        let mut padded = bias.to_vec();
        padded.resize(stride, 0.0);
        Matrix { inputs, stride, width, panels, bias: padded, arch }
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
        self.arch.dispatch(task);
    }

    /// Adds the outputs of all `rows`, without bias, to `out`, whose rows begin `stride` apart.
    pub(crate) fn add(&self, rows: &[f32], tiles: &mut Tiles, out: &mut [f32], stride: usize) {
        self.arch.dispatch(Multiply { matrix: self, rows, tiles, out, stride, fresh: false });
    }
}

/// Lanes of a vector of this machine.
fn lanes(arch: Arch) -> usize {
    struct Lanes;
    impl WithSimd for Lanes {
        type Output = usize;
        #[inline(always)]
        fn with_simd<S: Simd>(self, _: S) -> usize {
            S::F32_LANES
        }
    }
    arch.dispatch(Lanes)
}

struct Multiply<'a> {
    matrix: &'a Matrix,
    rows: &'a [f32],
    tiles: &'a mut Tiles,
    out: &'a mut [f32],
    stride: usize,
    fresh: bool,
}

impl WithSimd for Multiply<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Multiply { matrix, rows, tiles, out, stride, fresh } = self;
        let (k, panel_size) = (matrix.inputs, matrix.inputs * matrix.width);
        let chunks = rows.chunks(ROWS * TILES * k).zip(out.chunks_mut(ROWS * TILES * stride));
        for (rows, out) in chunks {
            tiles.fill(rows, k);
            for (p, panel) in matrix.panels.chunks_exact(panel_size).enumerate() {
                let columns = p * matrix.width..(p + 1) * matrix.width;
                let bias = fresh.then(|| &matrix.bias[columns.clone()]);
                let tiles = tiles.0.chunks_exact(ROWS * k);
                for (tile, out) in tiles.zip(out.chunks_mut(ROWS * stride)) {
                    let sums = product(simd, panel, tile);
                    store(simd, &sums, bias, out.chunks_mut(stride), columns.clone());
                }
            }
        }
    }
}

type Sums<S> = [[<S as Simd>::f32s; 2]; ROWS];

/// The products of a panel with the rows of a tile.
#[inline(always)]
fn product<S: Simd>(simd: S, panel: &[f32], tile: &[f32]) -> Sums<S> {
    let mut sums = [[simd.splat_f32s(0.0); 2]; ROWS];
    let (weights, _) = S::as_simd_f32s(panel).0.as_chunks::<2>();
    let (inputs, _) = tile.as_chunks::<ROWS>();
    for (weights, inputs) in weights.iter().zip(inputs) {
        for (sum, x) in sums.iter_mut().zip(inputs) {
            let x = simd.splat_f32s(*x);
            sum[0] = simd.mul_add_e_f32s(x, weights[0], sum[0]);
            sum[1] = simd.mul_add_e_f32s(x, weights[1], sum[1]);
        }
    }
    sums
}

/// Writes sums plus bias to the columns of the rows, or adds them where there is no bias.
#[inline(always)]
fn store<'o, S: Simd>(
    simd: S,
    sums: &Sums<S>,
    bias: Option<&[f32]>,
    rows: impl Iterator<Item = &'o mut [f32]>,
    columns: std::ops::Range<usize>,
) {
    for (sum, row) in sums.iter().zip(rows) {
        let (out, _) = S::as_mut_simd_f32s(&mut row[columns.clone()]);
        for (i, (out, sum)) in out.iter_mut().zip(sum).enumerate() {
            let base = bias.map_or(*out, |b| S::as_simd_f32s(b).0[i]);
            *out = simd.add_f32s(base, *sum);
        }
    }
}

impl Tiles {
    /// Interleaves `rows` of `k` numbers, filling up the last tile with zeros.
    #[inline(always)]
    fn fill(&mut self, rows: &[f32], k: usize) {
        let n = (rows.len() / k).next_multiple_of(ROWS);
        self.0.resize(n * k, 0.0);
        for (tile, rows) in self.0.chunks_exact_mut(ROWS * k).zip(rows.chunks(ROWS * k)) {
            if rows.len() < tile.len() {
                tile.fill(0.0);
            }
            for (r, row) in rows.chunks_exact(k).enumerate() {
                for (slot, x) in tile[r..].iter_mut().step_by(ROWS).zip(row) {
                    *slot = *x;
                }
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
                assert!((x - wanted).abs() < 1e-4, "row {i}, column {j}: {x}, not {wanted}");
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
