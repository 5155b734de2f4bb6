//! How common words are in news at large, for the first reports of a run, when nothing has been seen.
//!
//! A table of the documents in a thousand that have a word (`tables/words.tsv`); only words that many
//! documents have stand in it.

use super::hash::Hash;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub(crate) static TABLE: &str = include_str!("../../tables/words.tsv");

/// Shares of documents, 0 to 1, by the hash of a word.
static SHARES: LazyLock<FxHashMap<u32, f32>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|l| !l.starts_with('#')).skip(1);
    let row = |line: &str| {
        let (word, of_thousand) = line.split_once('\t')?;
        Some((term(word), of_thousand.parse::<f32>().ok()? / 1000.0))
    };
    lines.map(|line| row(line).expect("a word and a number a line")).collect()
});

/// A word as a term.
pub(crate) fn term(word: &str) -> u32 {
    Hash::new(b'w').text(word).narrow()
}

/// The share of documents that have the word, 0 where it is rare.
pub(crate) fn share(term: u32) -> f32 {
    SHARES.get(&term).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_common_and_names_are_not() {
        assert!(share(term("the")) > 0.95);
        assert!(share(term("said")) > 0.3);
        assert_eq!(share(term("tegucigalpa")), 0.0);
    }
}
