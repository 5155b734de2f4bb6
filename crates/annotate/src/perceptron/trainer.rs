//! Learning an averaged perceptron.

use super::Scores;
use super::weights::Pair;
use rustc_hash::FxHashMap;

/// A perceptron that is being trained: sparse rows by feature hash, with the running sums that
/// averaging needs (Daumé 2006, figure 2.3: sums are brought up to date only when a weight changes).
#[derive(Default)]
pub(crate) struct Trainer {
    index: FxHashMap<u32, u32>,
    rows: Vec<Row>,
    step: u32,
}

#[derive(Default)]
struct Row {
    updates: u32,
    cells: Vec<Cell>,
}

struct Cell {
    label: u8,
    weight: i32,
    since: u32,
    sum: i64,
}

/// What is kept of a trained perceptron.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pruning {
    /// Rows that fewer updates touched are dropped.
    pub(crate) min_updates: u32,
    /// Average weights below this are dropped.
    pub(crate) min_weight: f64,
    /// Rows whose largest average weight is below this are dropped.
    pub(crate) min_row: f64,
    /// Quantised units per unit of weight.
    pub(crate) scale: f64,
}

impl Trainer {
    /// Counts one decision; weights are averaged over decisions.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Adds the rows of all `keys` to `scores`.
    pub(crate) fn add(&self, keys: &[u32], scores: &mut Scores) {
        for key in keys {
            if let Some(&row) = self.index.get(key) {
                for cell in &self.rows[row as usize].cells {
                    scores[cell.label as usize] += cell.weight;
                }
            }
        }
    }

    /// Moves the weights of `keys` towards `gold` and away from `guess`.
    pub(crate) fn update(&mut self, keys: &[u32], gold: usize, guess: usize) {
        self.shift(keys, gold, 1);
        self.shift(keys, guess, -1);
    }

    /// Adds `by` to the weight of `label` in the rows of all `keys`.
    pub(crate) fn shift(&mut self, keys: &[u32], label: usize, by: i32) {
        for &key in keys {
            let fresh = self.rows.len() as u32;
            let at = *self.index.entry(key).or_insert(fresh);
            if at == fresh {
                self.rows.push(Row::default());
            }
            self.rows[at as usize].shift(label as u8, by, self.step);
        }
    }

    /// The averaged, quantised and pruned rows, sorted by key.
    pub(crate) fn finish(&self, pruning: Pruning) -> Vec<(u32, Vec<Pair>)> {
        let mut rows: Vec<_> = self
            .index
            .iter()
            .filter(|(_, at)| self.rows[**at as usize].updates >= pruning.min_updates)
            .map(|(key, at)| (*key, self.rows[*at as usize].average(self.step, pruning)))
            .filter(|(_, pairs)| !pairs.is_empty())
            .collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        rows
    }
}

impl Row {
    fn shift(&mut self, label: u8, by: i32, step: u32) {
        self.updates += 1;
        if let Some(cell) = self.cells.iter_mut().find(|c| c.label == label) {
            cell.sum += i64::from(cell.weight) * i64::from(step - cell.since);
            cell.since = step;
            cell.weight += by;
        } else {
            self.cells.push(Cell { label, weight: by, since: step, sum: 0 });
        }
    }

    fn average(&self, step: u32, pruning: Pruning) -> Vec<Pair> {
        let mut pairs: Vec<Pair> = self
            .cells
            .iter()
            .filter_map(|cell| {
                let sum = cell.sum + i64::from(cell.weight) * i64::from(step - cell.since);
                let average = sum as f64 / f64::from(step.max(1));
                let weight = (average * pruning.scale).round().clamp(-32000.0, 32000.0) as i16;
                (average.abs() >= pruning.min_weight && weight != 0)
                    .then_some(Pair { label: cell.label, weight })
            })
            .collect();
        let largest = pairs.iter().map(|p| p.weight.unsigned_abs()).max().unwrap_or(0);
        if f64::from(largest) < pruning.min_row * pruning.scale {
            pairs.clear();
        }
        pairs.sort_unstable_by_key(|p| p.label);
        pairs
    }
}
