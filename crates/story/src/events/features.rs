//! What a pair of mentions agrees and differs in, as numbers for a logistic regression.
//!
//! The features are those of feature-based event coreference (Bejan & Harabagiu 2010; Yang, Cardie &
//! Frazier 2015, table 1): arguments by their part, time, place and the words around. A rare key that
//! two mentions share says more than a common one; how rare it is, the story tells.

use super::lexicon::Relation;
use super::occurrence::{Keys, Occurrence};
use rustc_hash::{FxHashMap, FxHashSet};

/// Names of the features, in their order.
pub const FEATURES: [&str; 21] = [
    "actor",
    "actor-other",
    "actor-other-named",
    "recipient",
    "recipient-other",
    "recipient-other-named",
    "party",
    "party-other",
    "party-none",
    "sentence-words",
    "day",
    "day-other",
    "place",
    "place-other",
    "number",
    "number-other",
    "same-document",
    "same-sentence",
    "form-other",
    "polarity-other",
    "spread",
];

/// A number for each of [`FEATURES`].
pub type Features = [f64; FEATURES.len()];

/// Where the likeness of sentences stands among [`FEATURES`].
const SENTENCE_WORDS: usize = 9;

/// How much the words of two sentences have in common (cosine), 0 to 1.
pub(super) fn sentence_words(features: &Features) -> f64 {
    features[SENTENCE_WORDS]
}

/// How often things are in a story.
pub struct Counts<'o> {
    n: usize,
    documents: usize,
    keys: FxHashMap<&'o str, u32>,
    words: FxHashMap<&'o str, u32>,
    stems: FxHashMap<&'o str, FxHashSet<&'o str>>,
}

impl<'o> Counts<'o> {
    /// Counts keys by mention, words and triggers by document.
    pub fn of(all: &'o [Occurrence]) -> Self {
        let mut keys: FxHashMap<&str, u32> = FxHashMap::default();
        let mut words: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
        let mut stems: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
        let mut documents: FxHashSet<&str> = FxHashSet::default();
        for one in all {
            one.all.iter().for_each(|k| *keys.entry(k).or_default() += 1);
            for word in &one.around.words {
                words.entry(word).or_default().insert(&one.doc);
            }
            stems.entry(&one.stem).or_default().insert(&one.doc);
            documents.insert(&one.doc);
        }
        let words = words.into_iter().map(|(w, docs)| (w, docs.len() as u32)).collect();
        Counts { n: all.len(), documents: documents.len(), keys, words, stems }
    }

    /// What a shared key says: the rarest counts.
    fn rarest(&self, a: &Keys, b: &Keys) -> f64 {
        let rarity = |key: &String| {
            let count = self.keys.get(key.as_str()).copied().unwrap_or_default();
            (1.0 + self.n as f64 / (1.0 + f64::from(count))).ln()
        };
        a.intersection(b).map(rarity).fold(0.0, f64::max)
    }

    fn weight(&self, word: &str) -> f64 {
        let count = self.words.get(word).copied().unwrap_or(1);
        (1.0 + self.documents as f64 / f64::from(count)).ln().powi(2)
    }

    fn cosine(&self, a: &Keys, b: &Keys) -> f64 {
        let sum = |words: &mut dyn Iterator<Item = &String>| -> f64 {
            words.map(|w| self.weight(w)).sum()
        };
        let norm = sum(&mut a.iter()) * sum(&mut b.iter());
        if norm > 0.0 { sum(&mut a.intersection(b)) / norm.sqrt() } else { 0.0 }
    }

    /// The share of documents that have one of two triggers.
    fn spread(&self, a: &str, b: &str) -> f64 {
        let of = |stem| self.stems.get(stem);
        let both = of(a).into_iter().chain(of(b)).flatten().collect::<FxHashSet<_>>();
        both.len() as f64 / self.documents.max(1) as f64
    }
}

/// How the triggers of two mentions are related, if they are.
pub fn relation(a: &Occurrence, b: &Occurrence) -> Option<Relation> {
    if a.stem == b.stem && complements_agree(a, b) {
        return Some(Relation::Same);
    }
    let kin = !a.groups.is_disjoint(&b.groups) || !a.stems.is_disjoint(&b.stems);
    kin.then_some(Relation::Kin)
}

/// "took ... shooting" and "taken ... custody" have a verb in common and name two things. Other words
/// of a trigger are asked for where it was coded: they are what names the event there.
fn complements_agree(a: &Occurrence, b: &Occurrence) -> bool {
    let rest = |o: &Occurrence| o.stems.iter().any(|s| *s != o.stem);
    let shared = || a.stems.intersection(&b.stems).any(|s| *s != a.stem);
    a.kind.is_none() || b.kind.is_none() || !(rest(a) && rest(b)) || shared()
}

/// What two mentions of a story agree and differ in.
pub fn features(a: &Occurrence, b: &Occurrence, counts: &Counts<'_>) -> Features {
    let yes = |is: bool| f64::from(u8::from(is));
    let (actors, recipients) = ((&a.actors, &b.actors), (&a.recipients, &b.recipients));
    let other = |(a, b): (&Keys, &Keys)| differ(a, b);
    let actor_other = other((&actors.0.keys, &actors.1.keys));
    let recipient_other = other((&recipients.0.keys, &recipients.1.keys));
    let (x, y) = (&a.around, &b.around);
    [
        counts.rarest(&actors.0.keys, &actors.1.keys),
        yes(actor_other),
        yes(actor_other && actors.0.named && actors.1.named),
        counts.rarest(&recipients.0.keys, &recipients.1.keys),
        yes(recipient_other),
        yes(recipient_other && recipients.0.named && recipients.1.named),
        counts.rarest(&a.all, &b.all),
        yes(differ(&a.all, &b.all)),
        yes(a.all.is_empty() || b.all.is_empty()),
        counts.cosine(&x.words, &y.words),
        yes(!x.days.is_disjoint(&y.days)),
        yes(differ(&x.days, &y.days)),
        yes(!x.places.is_disjoint(&y.places)),
        yes(differ(&x.places, &y.places)),
        yes(!x.numbers.is_disjoint(&y.numbers)),
        yes(differ(&x.numbers, &y.numbers)),
        yes(a.doc == b.doc),
        yes(a.doc == b.doc && a.sentence == b.sentence),
        yes(a.verbal != b.verbal),
        yes(a.negated != b.negated),
        counts.spread(&a.stem, &b.stem),
    ]
}

/// Both tell something, and nothing of it is the same.
pub(super) fn differ(a: &Keys, b: &Keys) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_stands_where_its_name_does() {
        assert_eq!(FEATURES[SENTENCE_WORDS], "sentence-words");
    }
}
