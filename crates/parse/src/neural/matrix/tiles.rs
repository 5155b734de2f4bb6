//! Rows of input as whole numbers, in the order in which they are multiplied.

use super::products::Pair;

/// Rows computed together.
pub(super) const ROWS: usize = 6;

/// Tiles that stay in the inner caches while the panels pass by.
pub(super) const TILES: usize = 24;

/// The largest number of a row.
pub(super) const LEVELS: f32 = 8191.0;

/// Adding it to a number below 2^22 leaves the nearest whole number in the low bits: 1.5 * 2^23.
const MAGIC: f32 = 12_582_912.0;

/// Scratch space: rows of input as tiles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tiles {
    /// For each tile and each two inputs those of all its rows.
    pairs: Vec<[Pair; ROWS]>,
    /// What a step of each row is.
    scales: Vec<f32>,
}

/// Up to [`ROWS`] rows.
pub(super) struct Tile<'t> {
    pub rows: &'t [[Pair; ROWS]],
    pub scales: &'t [f32],
}

impl Tiles {
    /// Rounds and interleaves `rows` of `k` numbers; what is left of the last tile is zeros.
    #[inline(always)]
    pub(super) fn fill(&mut self, rows: &[f32], k: usize) {
        let (n, pairs) = (rows.len() / k, k.div_ceil(2));
        self.scales.clear();
        self.pairs.resize(n.div_ceil(ROWS) * pairs, Default::default());
        for (tile, rows) in self.pairs.chunks_exact_mut(pairs).zip(rows.chunks(ROWS * k)) {
            if rows.len() < ROWS * k {
                tile.fill(Default::default());
            }
            for (r, row) in rows.chunks_exact(k).enumerate() {
                let most = largest(row);
                let up = if most > 0.0 { LEVELS / most } else { 0.0 };
                self.scales.push(most / LEVELS);
                let whole = |x: f32| (x * up + MAGIC).to_bits() as i16;
                let (both, last) = row.as_chunks::<2>();
                for (slot, [a, b]) in tile.iter_mut().zip(both) {
                    slot[r] = [whole(*a), whole(*b)];
                }
                if let [last] = last {
                    tile[pairs - 1][r] = [whole(*last), 0];
                }
            }
        }
    }

    /// The tiles, of `pairs` pairs a row.
    #[inline(always)]
    pub(super) fn iter(&self, pairs: usize) -> impl Iterator<Item = Tile<'_>> {
        let tiles = self.pairs.chunks_exact(pairs).zip(self.scales.chunks(ROWS));
        tiles.map(|(rows, scales)| Tile { rows, scales })
    }
}

/// The largest of a row without its sign.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    let (chunks, rest) = row.as_chunks::<16>();
    let mut most = [0.0f32; 16];
    for chunk in chunks {
        for (most, x) in most.iter_mut().zip(chunk) {
            *most = if x.abs() > *most { x.abs() } else { *most };
        }
    }
    most.iter().chain(rest).fold(0.0, |most: f32, x| most.max(x.abs()))
}
