//! Forms of words: what pages carry beside a report, and what authorities ask of the public in every one.
//!
//! A table of phrases (`tables/forms.tsv`); a sentence that has one of them is told apart before a host
//! has been seen to repeat it, and so are short lines of lists: links to other pages, menus. What hosts repeat is counted by [`boilerplate`](super::boilerplate).

use crate::table::rows;
use crate::terms::{Word, words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../tables/forms.tsv");

/// Phrases, by their first word.
static PHRASES: LazyLock<FxHashMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<String, Vec<Vec<String>>> = FxHashMap::default();
    for [phrase] in rows("forms.tsv", TABLE, ["phrase"]).expect("the built-in table is whole") {
        let words: Vec<String> = words(phrase).into_iter().map(|w| w.text).collect();
        phrases.entry(words[0].clone()).or_default().push(words);
    }
    phrases
});

/// Words of a line of a list, at most.
const LINE: usize = 20;

/// The ranges of words of sentences that are forms, in order and apart.
pub(crate) fn forms(words: &[Word]) -> Vec<(u32, u32)> {
    let sentences: Vec<&[Word]> = words.split_inclusive(|w| w.ends).collect();
    let listed = |sentence: &&[Word]| {
        sentence.len() <= LINE && sentence.last().is_some_and(|word| word.broken)
    };
    let (mut ranges, mut start): (Vec<(u32, u32)>, u32) = (Vec::new(), 0);
    for (at, sentence) in sentences.iter().enumerate() {
        let end = start + sentence.len() as u32;
        let beside = || at.checked_sub(1).into_iter().chain([at + 1]);
        let list = listed(sentence) && beside().filter_map(|n| sentences.get(n)).any(listed);
        if list || (0..sentence.len()).any(|word| begins(&sentence[word..])) {
            match ranges.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => ranges.push((start, end)),
            }
        }
        start = end;
    }
    ranges
}

/// Whether words begin with a phrase of the table.
fn begins(words: &[Word]) -> bool {
    let phrases = PHRASES.get(&words[0].text).into_iter().flatten();
    phrases.into_iter().any(|phrase| {
        words.len() >= phrase.len() && phrase.iter().zip(words).all(|(p, w)| *p == w.text)
    })
}

/// Ranges that are in order and apart, of two such lists.
pub(crate) fn union(a: &[(u32, u32)], b: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut all = [a, b].concat();
    all.sort_unstable();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for (start, end) in all {
        match ranges.last_mut() {
            Some(last) if last.1 >= start => last.1 = last.1.max(end),
            _ => ranges.push((start, end)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_with_a_phrase_are_forms() {
        let check = |text: &str, wanted: &[(u32, u32)]| assert_eq!(forms(&words(text)), wanted);
        check("The bell fell. Anyone with information may ring the keeper. It is old.", &[(3, 10)]);
        check("Sign up! Follow us\nThe bell fell", &[(0, 4)]);
        check("The keeper follows the bell", &[]);
        check("", &[]);
    }

    #[test]
    fn lines_of_lists_are_forms() {
        let list = "The bell fell.\nStorm in the harbour\nBoats for sale\nIt is old.";
        assert_eq!(forms(&words(list)), [(3, 10)]);
        assert_eq!(forms(&words("A heading\nThe bell fell. It is old.")), []);
    }

    #[test]
    fn ranges_are_joined_where_they_meet() {
        assert_eq!(union(&[(0, 3), (9, 12)], &[(2, 5), (7, 9)]), [(0, 5), (7, 12)]);
        assert_eq!(union(&[], &[(1, 2)]), [(1, 2)]);
    }
}
