//! Trained weights: sparse rows of (label, weight) by feature hash.

use super::Scores;
use crate::ModelError;
use crate::file::{Reader, Writer};

/// An immutable table from feature hashes to rows.
///
/// Open addressing over a power of two of slots; a row's pairs lie together, so a feature costs
/// one or two cache lines. Weights are quantised to 16 bits with one scale for the table, which
/// cancels out in every comparison of scores.
#[derive(Debug)]
pub(crate) struct Weights {
    mask: usize,
    slots: Vec<Slot>,
    pairs: Vec<Pair>,
    /// One bit for the upper bits of every key: most features that are looked up are not there, and
    /// this tells so from a table that stays in the cache.
    filter: Vec<u64>,
}

const FILTER_BITS: u32 = 21;

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u32,
    /// First pair, shifted by eight, and the number of pairs; 0 for an empty slot.
    row: u32,
}

/// A label and its weight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Pair {
    pub(crate) label: u8,
    pub(crate) weight: i16,
}

impl Weights {
    /// Builds the table from rows sorted by key. Rows must not be empty and keys not repeat.
    pub(crate) fn new(rows: &[(u32, Vec<Pair>)]) -> Self {
        let mut weights = Weights::with_capacity(rows.len());
        for (key, pairs) in rows {
            let row = (weights.pairs.len() as u32) << 8 | pairs.len() as u32;
            weights.pairs.extend_from_slice(pairs);
            weights.insert(*key, row);
        }
        weights
    }

    fn with_capacity(n_rows: usize) -> Self {
        let n_slots = (n_rows * 3 / 2 + 2).next_power_of_two();
        let slots = vec![Slot::default(); n_slots];
        let filter = vec![0; 1 << (FILTER_BITS - 6)];
        Weights { mask: n_slots - 1, slots, pairs: Vec::new(), filter }
    }

    fn insert(&mut self, key: u32, row: u32) {
        let bit = key >> (32 - FILTER_BITS);
        self.filter[bit as usize / 64] |= 1 << (bit % 64);
        let mut at = key as usize & self.mask;
        while self.slots[at].row != 0 {
            at = (at + 1) & self.mask;
        }
        self.slots[at] = Slot { key, row };
    }

    /// Adds the rows of all `keys` to `scores`.
    #[inline]
    pub(crate) fn add(&self, keys: &[u32], scores: &mut Scores) {
        for &key in keys {
            for pair in self.row(key) {
                scores[pair.label as usize] += i32::from(pair.weight);
            }
        }
    }

    #[inline]
    fn row(&self, key: u32) -> &[Pair] {
        let bit = key >> (32 - FILTER_BITS);
        if self.filter[bit as usize / 64] >> (bit % 64) & 1 == 0 {
            return &[];
        }
        let mut at = key as usize & self.mask;
        loop {
            let slot = self.slots[at];
            if slot.row == 0 {
                return &[];
            }
            if slot.key == key {
                let start = (slot.row >> 8) as usize;
                return &self.pairs[start..start + (slot.row & 0xFF) as usize];
            }
            at = (at + 1) & self.mask;
        }
    }

    /// Writes rows sorted by key: gaps between keys, then (label, weight) pairs.
    pub(crate) fn write(rows: &[(u32, Vec<Pair>)], out: &mut Writer) {
        out.number(rows.len() as u32);
        let mut last = 0;
        for (key, pairs) in rows {
            out.number(key - last);
            last = *key;
            out.byte(pairs.len() as u8);
            for pair in pairs {
                out.byte(pair.label);
                out.signed(i32::from(pair.weight));
            }
        }
    }

    /// Reads what [`Weights::write`] wrote.
    pub(crate) fn read(input: &mut Reader, n_labels: usize) -> Result<Self, ModelError> {
        let n_rows = input.count()?;
        let mut weights = Weights::with_capacity(n_rows);
        let mut key = 0u32;
        for _ in 0..n_rows {
            key = key.wrapping_add(input.number()?);
            let n_pairs = input.byte()?;
            let start = weights.pairs.len() as u32;
            for _ in 0..n_pairs {
                weights.pairs.push(pair(input, n_labels)?);
            }
            if n_pairs == 0 || start >= 1 << 24 {
                return Err(ModelError::Damaged);
            }
            weights.insert(key, start << 8 | u32::from(n_pairs));
        }
        Ok(weights)
    }
}

fn pair(input: &mut Reader, n_labels: usize) -> Result<Pair, ModelError> {
    let (label, weight) = (input.byte()?, input.signed()?);
    match i16::try_from(weight) {
        Ok(weight) if (label as usize) < n_labels => Ok(Pair { label, weight }),
        _ => Err(ModelError::Damaged),
    }
}
