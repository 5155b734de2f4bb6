//! Runs of words (w-shingles, Broder 1997, "On the Resemblance and Containment of Documents"), hashed,
//! in the order of the text.

use crate::terms::{Hash, Word};
use rustc_hash::FxHashSet;

/// Words of a shingle: fewer are shared by chance, more are lost with every edit.
pub(crate) const WIDTH: usize = 5;

/// The shingles of a text; the n-th begins at its n-th word.
#[derive(Clone, Default, Debug)]
pub(crate) struct Shingles(Vec<u32>);

impl Shingles {
    /// Of words; a text that is shorter than one shingle has none.
    pub(crate) fn of(words: &[Word]) -> Self {
        let one = |run: &[Word]| {
            let hash = run.iter().fold(Hash::new(b'#'), |h, w| h.text(&w.text)).narrow();
            // The lowest bit tells whether it stands in a quotation; it is no part of the comparison.
            (hash & !1) | u32::from(run.iter().all(|w| w.quoted))
        };
        Shingles(words.windows(WIDTH).map(one).collect())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The shingle at a word, and whether it stands in a quotation.
    pub(crate) fn at(&self, word: usize) -> (u32, bool) {
        (self.0[word] & !1, self.0[word] & 1 == 1)
    }

    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().map(|s| s & !1)
    }

    /// Those that stay when ranges of words, which are in order and apart, are taken out; what straddles
    /// an end goes as well.
    pub(crate) fn without(&self, ranges: &[(u32, u32)]) -> Self {
        let inside = |at: usize| touches(ranges, at, WIDTH);
        let kept = self.0.iter().enumerate().filter(|(at, _)| !inside(*at));
        Shingles(kept.map(|(_, s)| *s).collect())
    }

    /// How much of two texts is the same.
    pub(crate) fn overlap(&self, other: &Shingles) -> Overlap {
        let (a, b) = (self.set(), other.set());
        let shared = a.intersection(&b).count();
        let (mut plain, mut own, mut run, mut longest) = (0, 0, 0, 0);
        for at in 0..self.len() {
            let (shingle, quoted) = self.at(at);
            plain += usize::from(!quoted);
            run = if b.contains(&shingle) && !quoted { run + 1 } else { 0 };
            own += usize::from(run > 0);
            longest = longest.max(run);
        }
        Overlap { shared, sizes: (a.len(), b.len()), plain, unquoted: own, longest }
    }

    fn set(&self) -> FxHashSet<u32> {
        self.iter().collect()
    }
}

/// Whether `width` words from `at` on share one with a range. Ranges are in order and apart.
pub(crate) fn touches(ranges: &[(u32, u32)], at: usize, width: usize) -> bool {
    let next = ranges.partition_point(|(_, end)| *end as usize <= at);
    ranges.get(next).is_some_and(|(start, _)| (*start as usize) < at + width)
}

/// What two texts share, in shingles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Overlap {
    /// Different ones.
    pub(crate) shared: usize,
    sizes: (usize, usize),
    /// All of the first text outside its quotations.
    plain: usize,
    /// Of these, the shared ones.
    pub(crate) unquoted: usize,
    /// The longest run of the latter.
    pub(crate) longest: usize,
}

impl Overlap {
    /// Jaccard's coefficient: 1 where the texts have the same shingles.
    pub(crate) fn resemblance(&self) -> f32 {
        ratio(self.shared, self.sizes.0 + self.sizes.1 - self.shared)
    }

    /// The share of the shorter text that is in the longer one.
    pub(crate) fn containment(&self) -> f32 {
        ratio(self.shared, self.sizes.0.min(self.sizes.1))
    }

    /// The share of the first text outside its quotations that is in the other.
    pub(crate) fn unsaid(&self) -> f32 {
        ratio(self.unquoted, self.plain)
    }

    /// The share of the longer text that is in the shorter one.
    pub(crate) fn covered(&self) -> f32 {
        ratio(self.shared, self.sizes.0.max(self.sizes.1))
    }
}

fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::words;

    fn shingles(text: &str) -> Shingles {
        Shingles::of(&words(text))
    }

    #[test]
    fn overlap_is_counted_in_shingles() {
        let long = shingles("a b c d e f g h i j");
        let part = shingles("c d e f g h");
        let overlap = long.overlap(&part);
        assert_eq!((overlap.containment(), overlap.longest), (1.0, 2));
        assert!((overlap.resemblance() - 2.0 / 6.0).abs() < 1e-6);
        assert!((overlap.covered() - 2.0 / 6.0).abs() < 1e-6);
        assert_eq!(shingles("a b").overlap(&shingles("a b")).resemblance(), 0.0);
    }

    #[test]
    fn quotations_are_no_passages() {
        let said = shingles("he said “the rain will fall on all the fields tonight” and left");
        let other = shingles("she heard “the rain will fall on all the fields tonight” there");
        assert_eq!(said.overlap(&other).unquoted, 0);
        assert!(said.overlap(&other).containment() > 0.4);
    }

    #[test]
    fn ranges_are_taken_out() {
        let all = shingles("a b c d e f g h i j");
        assert_eq!(all.without(&[(0, 3)]).len(), all.len() - 3);
        assert_eq!(all.without(&[(9, 10)]).len(), all.len() - 1);
        assert_eq!(all.without(&[]).len(), all.len());
    }
}
