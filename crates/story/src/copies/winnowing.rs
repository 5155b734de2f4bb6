//! Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken 2003): of every window of
//! neighbouring shingles the least is kept, the rightmost of equals. Any run of words that two texts
//! share and that is as long as a window and a shingle leaves a fingerprint in both.

use super::shingles::Shingles;
use crate::terms::hash::mix;

/// Shingles of a window: for what pages repeat, and for passages, which are looked for in shorter runs.
pub(crate) const PAGES: usize = 16;
pub(crate) const PASSAGES: usize = 12;

/// Fingerprints with the words they begin at, in the order of the text.
pub(crate) fn fingerprints(shingles: &Shingles, window: usize) -> Vec<(usize, u32)> {
    let all: Vec<u32> = shingles.iter().collect();
    let rank = |at: usize| (mix(u64::from(all[at])), std::cmp::Reverse(at));
    let width = window.min(all.len());
    let mut kept: Vec<usize> = Vec::with_capacity(all.len() / 8 + 1);
    let windows = if all.is_empty() { 0 } else { all.len() - width + 1 };
    for start in 0..windows {
        let last = kept.last().copied().filter(|at| *at >= start);
        // Only the shingle that has come in can beat the least of the window before.
        let best = match last {
            Some(old) => [old, start + width - 1].into_iter().min_by_key(|at| rank(*at)),
            None => (start..start + width).min_by_key(|at| rank(*at)),
        };
        let best = best.expect("a window has a shingle");
        if kept.last() != Some(&best) {
            kept.push(best);
        }
    }
    kept.into_iter().map(|at| (at, all[at])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::shingles::WIDTH;
    use super::*;
    use crate::terms::words;
    use std::collections::BTreeSet;

    /// Words of a shared run that is found for certain (the paper's `t`).
    const CERTAIN: usize = PAGES + WIDTH - 1;

    fn prints(parts: &[(&str, std::ops::Range<usize>)]) -> BTreeSet<u32> {
        let all = parts
            .iter()
            .flat_map(|(name, range)| range.clone().map(move |n| format!("{name}{n}x")));
        let text = all.collect::<Vec<_>>().join(" ");
        fingerprints(&Shingles::of(&words(&text)), PAGES).into_iter().map(|(_, f)| f).collect()
    }

    #[test]
    fn a_shared_run_is_found_wherever_it_stands() {
        for before in 0..40 {
            let a = prints(&[("a", 0..before), ("shared", 0..CERTAIN), ("a", 100..140)]);
            let b = prints(&[("b", 0..33), ("shared", 0..CERTAIN), ("b", 100..130)]);
            assert!(a.intersection(&b).count() > 0, "{before} words before it");
        }
    }

    #[test]
    fn there_are_about_two_fingerprints_a_window() {
        let n = prints(&[("a", 0..2000)]).len();
        assert!((180..=300).contains(&n), "{n}");
        assert_eq!(prints(&[("a", 0..4)]).len(), 0);
        assert_eq!(prints(&[("a", 0..7)]).len(), 1);
    }
}
