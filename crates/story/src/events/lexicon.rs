//! The tables that events are joined by: which words may name one event, and what agreement weighs.
//!
//! They come as text, for this crate opens no files; they stand in `lexicons/en/`.

use super::features::{FEATURES, Features};
use super::series::Series;
use super::words::Stems;
use crate::table::rows;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The texts of the tables.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'t> {
    /// `event_synonyms.tsv`: a row a group of words that may name one event.
    pub synonyms: &'t str,
    /// `event_pairs.tsv`: the weights of features of a pair.
    pub pairs: &'t str,
    /// `irregular_verbs.tsv`: lemmas and their forms.
    pub irregular: &'t str,
    /// `event_others.tsv`: words that tell an event from another of its kind.
    pub others: &'t str,
    /// `event_numbers.tsv`: words for numbers.
    pub numbers: &'t str,
    /// `people.tsv`: nouns that denote one person.
    pub people: &'t str,
}

impl<'t> Tables<'t> {
    /// The tables as `text` gives them by their names.
    ///
    /// # Errors
    /// Those of `text`.
    pub fn of<E>(text: impl Fn(&str) -> Result<&'t str, E>) -> Result<Self, E> {
        Ok(Tables {
            synonyms: text("event_synonyms.tsv")?,
            pairs: text("event_pairs.tsv")?,
            irregular: text("irregular_verbs.tsv")?,
            others: text("event_others.tsv")?,
            numbers: text("event_numbers.tsv")?,
            people: text("people.tsv")?,
        })
    }
}

/// How two triggers are related.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    /// One stem.
    Same,
    /// Words of one group of synonyms, or a word in common.
    Kin,
}

impl Relation {
    /// The name in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Same => "same",
            Relation::Kin => "kin",
        }
    }
}

/// What the tables say.
pub struct Lexicon {
    /// Stems of words.
    pub(super) stems: Stems,
    /// Words that tell an event from another of its kind.
    pub(super) series: Series,
    /// Values of words for numbers.
    pub(super) numbers: FxHashMap<String, String>,
    /// "f" and "m" by the stems of nouns that say it.
    pub(super) genders: FxHashMap<String, String>,
    groups: FxHashMap<String, BTreeSet<u32>>,
    same: Weights,
    kin: Weights,
}

#[derive(Clone, Debug, Default)]
struct Weights {
    bias: f64,
    of: Features,
}

impl Lexicon {
    /// Reads the tables.
    ///
    /// # Errors
    /// A column or a weight that is missing or no number; names the table and what is wrong.
    pub fn new(tables: Tables<'_>) -> Result<Self, String> {
        let mut irregular = FxHashMap::default();
        for [lemma, forms] in rows("irregular_verbs.tsv", tables.irregular, ["lemma", "forms"])? {
            irregular.extend(forms.split('|').map(|form| (form.to_string(), lemma.to_string())));
        }
        let stems = Stems::new(irregular);
        let mut groups: FxHashMap<String, BTreeSet<u32>> = FxHashMap::default();
        for (n, [words]) in (0..).zip(rows("event_synonyms.tsv", tables.synonyms, ["words"])?) {
            for word in words.split('|') {
                groups.entry(stemmed(&stems, word)).or_default().insert(n);
            }
        }
        let weights = |column| weights(tables.pairs, column);
        let mut numbers = FxHashMap::default();
        for [word, value] in rows("event_numbers.tsv", tables.numbers, ["word", "value"])? {
            numbers.insert(word.to_string(), value.to_string());
        }
        let mut genders = FxHashMap::default();
        for [noun, gender] in rows("people.tsv", tables.people, ["noun", "gender"])? {
            if !gender.is_empty() {
                genders.insert(stems.of_lemma(noun), gender.to_string());
            }
        }
        let series = Series::new(tables.others)?;
        Ok(Lexicon {
            stems,
            series,
            numbers,
            genders,
            groups,
            same: weights("same")?,
            kin: weights("kin")?,
        })
    }

    /// Numbers of the groups that a trigger belongs to; `stems` begin with its head. Two words that
    /// stand together in the table ("gun down") go before one.
    pub fn groups(&self, stems: &[String]) -> BTreeSet<u32> {
        let together = |pair: &[String]| self.groups.get(&pair.join(" "));
        let pairs: BTreeSet<u32> =
            stems.windows(2).filter_map(together).flatten().copied().collect();
        if !pairs.is_empty() {
            return pairs;
        }
        stems.iter().filter_map(|stem| self.groups.get(stem)).flatten().copied().collect()
    }

    /// The probability that a pair is one event (logistic regression).
    pub fn probability(&self, relation: Relation, features: &Features) -> f64 {
        let weights = match relation {
            Relation::Same => &self.same,
            Relation::Kin => &self.kin,
        };
        let sum: f64 = weights.of.iter().zip(features).map(|(w, x)| w * x).sum();
        1.0 / (1.0 + (-(sum + weights.bias)).exp())
    }
}

fn stemmed(stems: &Stems, words: &str) -> String {
    let words: Vec<String> = words.split(' ').map(|w| stems.of_lemma(w)).collect();
    words.join(" ")
}

fn weights(table: &str, column: &str) -> Result<Weights, String> {
    const NAME: &str = "event_pairs.tsv";
    let mut found: FxHashMap<&str, f64> = FxHashMap::default();
    for [feature, weight] in rows(NAME, table, ["feature", column])? {
        let number =
            weight.parse().map_err(|_| format!("{NAME}: {feature}: no number: {weight}"))?;
        found.insert(feature, number);
    }
    let of = |name: &str| {
        found.get(name).copied().ok_or_else(|| format!("{NAME}: no row for the feature {name}"))
    };
    let mut weights = Weights { bias: of("bias")?, ..Weights::default() };
    for (weight, name) in weights.of.iter_mut().zip(FEATURES) {
        *weight = of(name)?;
    }
    Ok(weights)
}
