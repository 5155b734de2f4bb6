//! Runs of words (w-shingles, Broder 1997, "On the Resemblance and Containment of Documents"), hashed,
//! in the order of the text.

use crate::terms::{Hash, Word};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// Words of a shingle: fewer are shared by chance, more are lost with every edit.
pub(crate) const WIDTH: usize = 5;

/// The shingles of a text; the n-th begins at its n-th word.
#[derive(Serialize, Deserialize, Clone, Default, Debug)]
pub(crate) struct Shingles {
    /// The lowest bit tells whether it stands in a quotation; it is no part of the comparison.
    all: Vec<u32>,
    /// Ranges of words that are boilerplate, in order and apart.
    boilerplate: Vec<(u32, u32)>,
}

/// One shingle.
#[derive(Clone, Copy)]
struct Shingle {
    hash: u32,
    /// All of it stands in a quotation.
    quoted: bool,
    /// Some of it is boilerplate.
    boilerplate: bool,
}

impl Shingle {
    /// Whether the report tells it in words of its own: outside quotations and boilerplate.
    fn is_plain(&self) -> bool {
        !self.quoted && !self.boilerplate
    }
}

impl Shingles {
    /// Of words; a text that is shorter than one shingle has none.
    pub(crate) fn of(words: &[Word]) -> Self {
        let one = |run: &[Word]| {
            let hash = run.iter().fold(Hash::new(b'#'), |h, w| h.text(&w.text)).narrow();
            (hash & !1) | u32::from(run.iter().all(|w| w.quoted))
        };
        Shingles { all: words.windows(WIDTH).map(one).collect(), boilerplate: Vec::new() }
    }

    /// Marks ranges of words, which are in order and apart, as boilerplate.
    pub(crate) fn mark(&mut self, ranges: Vec<(u32, u32)>) {
        self.boilerplate = ranges;
    }

    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.all.iter().map(|s| s & !1)
    }

    /// Those without boilerplate.
    pub(crate) fn own(&self) -> impl Iterator<Item = u32> + '_ {
        self.each().filter(|s| !s.boilerplate).map(|s| s.hash)
    }

    /// Whether a word stands in a shingle that has boilerplate.
    pub(crate) fn is_boilerplate(&self, word: usize) -> bool {
        touches(&self.boilerplate, word, WIDTH)
    }

    /// Whether more than half of the text is boilerplate.
    pub(crate) fn is_cut(&self) -> bool {
        self.own().count() * 2 < self.all.len()
    }

    fn each(&self) -> impl Iterator<Item = Shingle> + '_ {
        self.all.iter().enumerate().map(|(at, s)| Shingle {
            hash: s & !1,
            quoted: s & 1 == 1,
            boilerplate: self.is_boilerplate(at),
        })
    }

    /// How much of two texts is the same, boilerplate apart. What one of them quotes is said by somebody else in
    /// both, with quotation marks or without.
    pub(crate) fn overlap(&self, other: &Shingles) -> Overlap {
        let texts = [self, other];
        let sets = texts.map(|text| text.own().collect::<FxHashSet<u32>>());
        let plain = texts.map(Shingles::plain);
        let shared = |s: Shingle, of: usize| !s.boilerplate && sets[of].contains(&s.hash);
        let told = |s: Shingle, of: usize| s.is_plain() && plain[of].contains(&s.hash);
        let once = |text: &Shingles, of: usize| {
            let mut seen = FxHashSet::default();
            text.runs(|s| told(s, of) && seen.insert(s.hash)).1
        };
        Overlap {
            shared: sets[0].intersection(&sets[1]).count(),
            sizes: (sets[0].len(), sets[1].len()),
            words: texts.map(|text| words_of(text.own().count())),
            covered: [self.runs(|s| shared(s, 1)).1, other.runs(|s| shared(s, 0)).1],
            plain: self.each().filter(Shingle::is_plain).count(),
            unquoted: self.each().filter(|s| told(*s, 1)).count(),
            longest: self.runs(|s| told(s, 1)).0,
            told: once(self, 1).min(once(other, 0)),
        }
    }

    /// Those that stand outside quotations and boilerplate.
    fn plain(&self) -> FxHashSet<u32> {
        self.each().filter(Shingle::is_plain).map(|s| s.hash).collect()
    }

    /// Words in the longest run that stands in both texts: of all that they have, and of what is
    /// boilerplate in one of them.
    pub(crate) fn longest(&self, other: &Shingles) -> (usize, usize) {
        let all: FxHashSet<u32> = other.iter().collect();
        let marked: FxHashSet<u32> =
            other.each().filter(|s| s.boilerplate).map(|s| s.hash).collect();
        let both = |s: Shingle| all.contains(&s.hash);
        let form = |s: Shingle| both(s) && (s.boilerplate || marked.contains(&s.hash));
        (self.runs(both).0, self.runs(form).0)
    }

    /// Words in the longest run of shingles that `hold`, and in all runs but those of one shingle, which
    /// are turns of phrase.
    fn runs(&self, mut hold: impl FnMut(Shingle) -> bool) -> (usize, usize) {
        let (mut longest, mut all, mut run) = (0, 0, 0);
        for shingle in self.each().map(Some).chain([None]) {
            if shingle.is_some_and(&mut hold) {
                run += 1;
                continue;
            }
            longest = longest.max(words_of(run));
            all += if run > 1 { words_of(run) } else { 0 };
            run = 0;
        }
        (longest, all)
    }
}

/// Words of a run of shingles.
fn words_of(run: usize) -> usize {
    if run == 0 { 0 } else { run + WIDTH - 1 }
}

/// Whether `width` words from `at` on share one with a range. Ranges are in order and apart.
pub(crate) fn touches(ranges: &[(u32, u32)], at: usize, width: usize) -> bool {
    let next = ranges.partition_point(|(_, end)| *end as usize <= at);
    ranges.get(next).is_some_and(|(start, _)| (*start as usize) < at + width)
}

/// What two texts share, in shingles where nothing else is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Overlap {
    /// Different ones.
    pub(crate) shared: usize,
    sizes: (usize, usize),
    /// Words of the first and of the other text, and those of them that are in runs of both.
    words: [usize; 2],
    covered: [usize; 2],
    /// All of the first text outside its quotations.
    plain: usize,
    /// Of these, the ones that the other has outside its quotations as well.
    unquoted: usize,
    /// Words in the longest run of the latter.
    pub(crate) longest: usize,
    /// Words in all of their runs but those of one shingle, each run once, in the text where they are fewer: what
    /// a list repeats of each of its entries is one turn of phrase.
    pub(crate) told: usize,
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

    /// The share of words of the shorter and of the longer text that are in the other.
    pub(crate) fn covered(&self) -> (f32, f32) {
        let of = |n: usize| ratio(self.covered[n], self.words[n]);
        if self.words[0] < self.words[1] { (of(0), of(1)) } else { (of(1), of(0)) }
    }

    /// What is shared outside quotations, as a share of the words of the shorter text.
    pub(crate) fn told_of_shorter(&self) -> f32 {
        ratio(self.told, self.words[0].min(self.words[1]))
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
    fn overlap_is_counted_in_shingles_and_words() {
        let long = shingles("a b c d e f g h i j");
        let part = shingles("c d e f g h");
        let overlap = long.overlap(&part);
        assert_eq!((overlap.containment(), overlap.longest, overlap.told), (1.0, 6, 6));
        assert!((overlap.resemblance() - 2.0 / 6.0).abs() < 1e-6);
        assert_eq!(overlap.covered(), (1.0, 0.6));
        assert_eq!(shingles("a b").overlap(&shingles("a b")).resemblance(), 0.0);
    }

    #[test]
    fn quotations_are_no_passages() {
        let said = shingles("he said “the rain will fall on all the fields tonight” and left");
        let other = shingles("she heard “the rain will fall on all the fields tonight” there");
        let overlap = said.overlap(&other);
        assert_eq!((overlap.unsaid(), overlap.longest), (0.0, 0));
        assert!(overlap.containment() > 0.4);
        let without = shingles("it is known the rain will fall on all the fields tonight or never");
        for (a, b) in [(&said, &without), (&without, &said)] {
            assert_eq!((a.overlap(b).longest, a.overlap(b).told), (0, 0));
        }
    }

    #[test]
    fn what_a_list_repeats_counts_once() {
        let list = |who: &str| format!("{who} came home by the old ferry at noon; ");
        let (a, b) = (["ann", "ben", "cleo"].map(list), ["dora", "emil", "fay"].map(list));
        let overlap = shingles(&a.concat()).overlap(&shingles(&b.concat()));
        assert_eq!((overlap.longest, overlap.told), (8, 8));
        assert_eq!(overlap.covered, [24, 24]);
    }

    #[test]
    fn boilerplate_is_told_apart() {
        let (mut a, b) = (shingles("a b c d e f g h i j"), shingles("a b c d e f g h i x"));
        assert_eq!((a.overlap(&b).longest, a.longest(&b)), (9, (9, 0)));
        a.mark(vec![(6, 7)]);
        assert_eq!((a.own().count(), a.iter().count()), (2, 6));
        assert_eq!((a.overlap(&b).longest, a.longest(&b)), (6, (9, 7)));
        assert_eq!(b.longest(&a), (9, 7));
        assert!(a.is_cut() && !b.is_cut());
    }
}
