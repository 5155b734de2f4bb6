//! A sketch of a set of shingles: one-permutation MinHash (Li, Owen and Zhang 2012), its empty bins
//! filled by optimal densification (Shrivastava 2017), and bands of it as keys (Gionis, Indyk and
//! Motwani 1999): near duplicates agree in some band, strangers hardly ever.
//!
//! It finds candidates; whether they are copies is seen in their shingles.

use super::shingles::Shingles;
use crate::terms::{Hash, hash::mix};

/// Values of a sketch.
const VALUES: usize = 64;
/// Values of a band: with 32 bands, a pair that shares 30 of 100 shingles is found 19 times in 20.
const ROWS: usize = 2;
/// No value: the hashes of shingles are shorter.
const EMPTY: u64 = u64::MAX;

/// The keys of the bands of a sketch, boilerplate apart; none where there are no shingles.
pub(crate) fn bands(shingles: &Shingles) -> Vec<u32> {
    let Some(sketch) = sketch(shingles) else { return Vec::new() };
    let key = |(band, rows): (usize, &[u64])| {
        rows.iter().fold(Hash::new(b'~').number(band as u64), |h, v| h.number(*v)).narrow()
    };
    sketch.chunks_exact(ROWS).enumerate().map(key).collect()
}

/// The least hash in each bin.
fn sketch(shingles: &Shingles) -> Option<[u64; VALUES]> {
    let mut bins = [EMPTY; VALUES];
    for shingle in shingles.own() {
        let hash = mix(u64::from(shingle) + 1) >> 1;
        let bin = hash as usize % VALUES;
        bins[bin] = bins[bin].min(hash / VALUES as u64);
    }
    let filled = bins;
    for (number, bin) in bins.iter_mut().enumerate().filter(|(_, b)| **b == EMPTY) {
        *bin = borrowed(number, &filled)?;
    }
    Some(bins)
}

/// The value of a filled bin that an empty one borrows from: the first that its own sequence meets.
fn borrowed(number: usize, filled: &[u64; VALUES]) -> Option<u64> {
    if filled.iter().all(|bin| *bin == EMPTY) {
        return None;
    }
    let sequence = (1u64..).map(|step| mix(mix(number as u64 + 1) ^ step) as usize % VALUES);
    sequence.map(|bin| filled[bin]).find(|value| *value != EMPTY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::words;
    use std::collections::BTreeSet;

    /// Words `from..to` of an endless text.
    fn text(from: usize, to: usize) -> Shingles {
        let all: Vec<String> = (from..to).map(|n| format!("w{n}x")).collect();
        Shingles::of(&words(&all.join(" ")))
    }

    fn shared(a: &Shingles, b: &Shingles) -> usize {
        let (a, b): (BTreeSet<u32>, BTreeSet<u32>) =
            (bands(a).into_iter().collect(), bands(b).into_iter().collect());
        a.intersection(&b).count()
    }

    #[test]
    fn the_same_text_agrees_in_every_band() {
        for n in [5, 6, 20, 300] {
            assert_eq!(shared(&text(0, n), &text(0, n)), VALUES / ROWS, "{n} words");
        }
        assert_eq!(bands(&text(0, 4)), [] as [u32; 0]);
    }

    #[test]
    fn near_duplicates_are_found_and_strangers_are_not() {
        let (mut near, mut far) = (0, 0);
        for n in 0..100 {
            let from = n * 1000;
            near += usize::from(shared(&text(from, from + 300), &text(from + 150, from + 450)) > 0);
            far += usize::from(shared(&text(from, from + 300), &text(from + 500, from + 800)) > 0);
        }
        assert!(near >= 90 && far == 0, "{near} of 100 near, {far} of 100 far");
    }
}
