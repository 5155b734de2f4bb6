//! The word table: clusters from a file, tag classes from a treebank.

use super::conllu::Sentence;
use crate::perceptron::hash_str;
use crate::word::{Entry, WordTable, lower_case};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use verbale_document::{Table, TableError};

/// Distributional clusters of words.
pub struct Clusters(Vec<(u32, u16, u16)>);

impl Clusters {
    /// Reads `training/clusters.tsv`: word, fine and coarse cluster.
    pub fn read(text: &str) -> Result<Self, TableError> {
        let table = Table::parse("clusters.tsv", text, &["word", "fine", "coarse"])?;
        let number = |row: &verbale_document::Row, column| {
            row.get(column).parse::<u16>().map_err(|_| row.error("not a number"))
        };
        let rows = table.rows().map(|row| {
            let word: String =
                row.get("word").chars().map(|c| if c.is_numeric() { '0' } else { c }).collect();
            Ok((hash_str(&word), number(&row, "fine")? + 1, number(&row, "coarse")? + 1))
        });
        rows.collect::<Result<_, _>>().map(Clusters)
    }
}

/// Words seen fewer times get no tag class: what little is known of them would be learnt by heart.
const MIN_COUNT: u32 = 4;

/// Labels with a smaller share of a word's occurrences do not count for its class.
const MIN_SHARE: f64 = 0.05;

/// The word table of a tagger that labels `sentences` with `labels`.
pub(super) fn table(clusters: &Clusters, sentences: &[&Sentence], labels: &[Vec<u8>]) -> WordTable {
    let mut entries: FxHashMap<u32, Entry> = FxHashMap::default();
    for &(key, fine, coarse) in &clusters.0 {
        entries.entry(key).or_insert(Entry { fine, coarse, class: 0 });
    }
    let mut counts: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    for (sentence, labels) in sentences.iter().zip(labels) {
        for (row, label) in sentence.rows.iter().zip(labels) {
            *counts.entry(key(&row.form)).or_default().entry(*label).or_default() += 1;
        }
    }
    let mut classes: BTreeMap<Vec<u8>, u16> = BTreeMap::new();
    for (word, counts) in counts {
        if let Some(class) = class(&counts) {
            let fresh = classes.len() as u16 + 1;
            entries.entry(word).or_default().class = *classes.entry(class).or_insert(fresh);
        }
    }
    WordTable::new(entries)
}

fn key(form: &str) -> u32 {
    let normal = |c: char| match c {
        '’' | '‘' | '`' => '\'',
        '–' => '-',
        c if c.is_numeric() => '0',
        c => lower_case(c),
    };
    hash_str(&form.chars().map(normal).collect::<String>())
}

/// The labels of a word, the commonest first.
fn class(counts: &BTreeMap<u8, u32>) -> Option<Vec<u8>> {
    let total: u32 = counts.values().sum();
    let mut common: Vec<_> = counts
        .iter()
        .filter(|(_, n)| f64::from(**n) >= MIN_SHARE * f64::from(total))
        .map(|(label, n)| (std::cmp::Reverse(*n), *label))
        .collect();
    common.sort_unstable();
    (total >= MIN_COUNT).then(|| common.into_iter().take(4).map(|(_, label)| label).collect())
}
