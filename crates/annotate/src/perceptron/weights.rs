//! Trained weights: sparse rows of (label, weight) by feature hash.

use super::{MAX_LABELS, Scores};
use crate::ModelError;
use crate::file::{Reader, Writer};

/// An immutable table from feature hashes to rows.
///
/// A feature is looked up by the upper bits of its hash, which give a bucket; the rows of all
/// buckets stand one after another in `data`. The table is larger than the inner caches and nearly
/// all of the time goes into waiting for memory, so rows are packed: weights have eight bits and a
/// shift for their row, and a row with many labels has no labels but one weight for each.
#[derive(Debug)]
pub(crate) struct Weights {
    /// How far a hash is shifted to give its bucket.
    shift: u32,
    /// Where the rows of each bucket begin, and the end.
    buckets: Vec<u32>,
    /// Rows: a [`Header`], then pairs of bytes (label, weight), or `width` weights.
    data: Vec<u8>,
    width: usize,
    /// Which vector instructions this machine has.
    arch: pulp::Arch,
}

/// A label and its weight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Pair {
    pub(crate) label: u8,
    pub(crate) weight: i16,
}

/// The first bytes of a row: lower half of its hash, number of pairs or [`DENSE`], and how far its
/// weights are shifted.
#[derive(Clone, Copy)]
struct Header {
    check: u16,
    n: u8,
    shift: u8,
}

const HEADER: usize = 4;

/// In place of a number of pairs: a weight for every label.
const DENSE: u8 = 0xFF;

/// A row is dense if it has more pairs than one in so many labels.
const DENSE_ONE_IN: usize = 5;

/// Buckets at least, so that bucket and check together are the whole hash.
const MIN_BUCKET_BITS: u32 = 16;

/// Keys that are looked up together.
const BATCH: usize = 128;

/// A row that may be the one looked for.
#[derive(Clone, Copy, Default)]
struct Candidate {
    at: u32,
    end: u32,
    check: u16,
}

impl Weights {
    /// Builds the table from rows sorted by key. Rows must not be empty and keys not repeat.
    pub(crate) fn new(rows: &[(u32, Vec<Pair>)], n_labels: usize) -> Self {
        let mut weights = Weights::with_capacity(rows.len(), n_labels);
        for (key, pairs) in rows {
            weights.push(*key, pairs);
        }
        weights.finish()
    }

    fn with_capacity(n_rows: usize, n_labels: usize) -> Self {
        let bits = n_rows.next_power_of_two().ilog2().max(MIN_BUCKET_BITS);
        let buckets = Vec::with_capacity((1 << bits) + 1);
        let width = n_labels.next_multiple_of(16);
        Weights { shift: 32 - bits, buckets, data: Vec::new(), width, arch: pulp::Arch::new() }
    }

    /// Adds the row of `key`, which is larger than all before.
    fn push(&mut self, key: u32, pairs: &[Pair]) {
        let bucket = (key >> self.shift) as usize;
        self.buckets.resize((bucket + 1).max(self.buckets.len()), self.data.len() as u32);
        let largest = pairs.iter().map(|p| p.weight.unsigned_abs()).max().unwrap_or(0);
        let shift = (9 - largest.leading_zeros().min(9)) as u8;
        let dense = pairs.len() * DENSE_ONE_IN > self.width;
        let n = if dense { DENSE } else { pairs.len() as u8 };
        self.data.extend((key as u16).to_le_bytes());
        self.data.extend([n, shift]);
        let start = self.data.len();
        if dense {
            self.data.resize(start + self.width, 0);
        }
        for pair in pairs {
            let weight = rounded(pair.weight, shift) as u8;
            match dense {
                true => self.data[start + pair.label as usize] = weight,
                false => self.data.extend([pair.label, weight]),
            }
        }
    }

    fn finish(mut self) -> Self {
        self.buckets.resize((1 << (32 - self.shift)) + 1, self.data.len() as u32);
        self
    }

    /// Adds the rows of all `keys` to `scores`.
    ///
    /// Each pass does one kind of load for many keys, and none of them waits for another.
    #[inline]
    pub(crate) fn add(&self, keys: &[u32], scores: &mut Scores) {
        self.arch.dispatch(
            #[inline(always)]
            || {
                keys.chunks(BATCH).for_each(
                    #[inline(always)]
                    |keys| self.add_batch(keys, scores),
                )
            },
        );
    }

    #[inline(always)]
    fn add_batch(&self, keys: &[u32], scores: &mut Scores) {
        let mut found = [Candidate::default(); BATCH + 1];
        let mut headers = [0u32; BATCH];
        let n = self.candidates(keys, &mut found);
        for (header, candidate) in headers.iter_mut().zip(&found[..n]) {
            *header = self.header_bytes(candidate.at);
        }
        for (candidate, header) in found[..n].iter().zip(headers) {
            self.add_candidate(*candidate, Header::new(header), scores);
        }
    }

    /// The buckets of the keys that have rows in them, and how many.
    #[inline(always)]
    fn candidates(&self, keys: &[u32], found: &mut [Candidate; BATCH + 1]) -> usize {
        let mut n = 0;
        for &key in keys {
            let bucket = (key >> self.shift) as usize;
            let (at, end) = (self.buckets[bucket], self.buckets[bucket + 1]);
            found[n] = Candidate { at, end, check: key as u16 };
            n += usize::from(at < end);
        }
        n
    }

    #[inline(always)]
    fn header_bytes(&self, at: u32) -> u32 {
        let bytes = self.data.get(at as usize..at as usize + HEADER);
        bytes.map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    /// Walks the bucket to the row, if it is there, and adds it.
    #[inline(always)]
    fn add_candidate(&self, mut candidate: Candidate, mut header: Header, scores: &mut Scores) {
        while header.check != candidate.check {
            candidate.at += (HEADER + header.size(self.width)) as u32;
            if candidate.at >= candidate.end {
                return;
            }
            header = Header::new(self.header_bytes(candidate.at));
        }
        let start = candidate.at as usize + HEADER;
        let row = &self.data[start..start + header.size(self.width)];
        if header.n == DENSE {
            let scores = &mut scores[..self.width];
            let value = |w: u8| i32::from(w as i8) << header.shift;
            scores.iter_mut().zip(row).for_each(|(score, &w)| *score += value(w));
        } else {
            for pair in row.chunks_exact(2) {
                scores[pair[0] as usize] += i32::from(pair[1] as i8) << header.shift;
            }
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
        let mut weights = Weights::with_capacity(n_rows, n_labels);
        let (mut key, mut pairs) = (0u32, Vec::with_capacity(MAX_LABELS));
        for _ in 0..n_rows {
            key = key.checked_add(input.number()?).ok_or(ModelError::Damaged)?;
            pairs.clear();
            for _ in 0..input.byte()? {
                pairs.push(pair(input, n_labels)?);
            }
            if pairs.is_empty() {
                return Err(ModelError::Damaged);
            }
            weights.push(key, &pairs);
        }
        Ok(weights.finish())
    }
}

impl Header {
    #[inline]
    fn new(bytes: u32) -> Self {
        Header { check: bytes as u16, n: (bytes >> 16) as u8, shift: (bytes >> 24) as u8 }
    }

    /// Bytes after the header.
    #[inline]
    fn size(self, width: usize) -> usize {
        if self.n == DENSE { width } else { 2 * self.n as usize }
    }
}

/// A weight in eight bits.
fn rounded(weight: i16, shift: u8) -> i8 {
    let half = (1i32 << shift) >> 1;
    ((i32::from(weight) + half) >> shift).clamp(-128, 127) as i8
}

fn pair(input: &mut Reader, n_labels: usize) -> Result<Pair, ModelError> {
    let (label, weight) = (input.byte()?, input.signed()?);
    match i16::try_from(weight) {
        Ok(weight) if (label as usize) < n_labels => Ok(Pair { label, weight }),
        _ => Err(ModelError::Damaged),
    }
}
