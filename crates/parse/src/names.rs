//! Names from the scores of a network: the best labels of a sentence that make whole names.
//!
//! Label 0 is outside, `1 + 2c` begins a name of class `c`, `2 + 2c` goes on with it (BIO; Ramshaw
//! & Marcus 1995). A name may only go on after it has begun; the best such path is found exactly.
//!
//! Before that, the words of a document that are written alike lend one another their scores
//! ([`agree`]; after the global features of Ratinov & Roth 2009): what is plainly a person in one
//! sentence is more likely to be one in the next.

use crate::neural::best;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use std::ops::Range;

/// A name in a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Found {
    /// Its words.
    pub(crate) words: Range<usize>,
    /// Number of its class.
    pub(crate) class: usize,
    /// Probability of its class at its least certain word.
    pub(crate) confidence: f32,
}

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Best score of a path to each label of each word.
    paths: Vec<f32>,
    labels: Vec<usize>,
    /// Words with a capital: row of the scores, number in `forms`.
    capital: Vec<(usize, usize)>,
    /// Numbers of forms by their hash.
    forms: FxHashMap<u64, usize>,
    /// How often each form occurs, and its probabilities, summed.
    sums: Vec<(f32, Classes)>,
}

/// Share of a word's class that comes from the words written alike in the document.
const LENT: f32 = 0.85;

/// Classes that a network may have at most, outside included.
const MOST: usize = 16;

/// Probabilities of being outside and of each class.
type Classes = [f32; MOST];

/// Lets the words of a document that are written alike, with a capital, agree on their class:
/// `scores` has `n` numbers for each of the `words`.
pub(crate) fn agree<'w>(
    scores: &mut [f32],
    n: usize,
    words: impl Iterator<Item = &'w str>,
    scratch: &mut Scratch,
) {
    let Scratch { capital, forms, sums, .. } = scratch;
    capital.clear();
    forms.clear();
    sums.clear();
    for (row, word) in words.enumerate().filter(|(_, w)| w.starts_with(char::is_uppercase)) {
        let form = *forms.entry(FxBuildHasher.hash_one(word)).or_insert(sums.len());
        if form == sums.len() {
            sums.push((0.0, [0.0; MOST]));
        }
        let own = classes(&scores[row * n..][..n]);
        sums[form].0 += 1.0;
        sums[form].1.iter_mut().zip(own).for_each(|(sum, x)| *sum += x);
        capital.push((row, form));
    }
    for &(row, form) in &*capital {
        let (count, sum) = &sums[form];
        if *count > 1.0 {
            let row = &mut scores[row * n..][..n];
            let own = classes(row);
            for (label, score) in row.iter_mut().enumerate() {
                let class = label.div_ceil(2);
                let (own, all) = (own[class].max(1e-6), sum[class] / count);
                *score += (((1.0 - LENT) * own + LENT * all) / own).ln();
            }
        }
    }
}

/// Probabilities of being outside (first) and of each class, from a word's scores.
fn classes(row: &[f32]) -> Classes {
    let largest = row[best(row)];
    let mut out = [0.0; MOST];
    let mut total = 0.0;
    for (label, score) in row.iter().enumerate() {
        let x = (score - largest).exp();
        total += x;
        out[label.div_ceil(2).min(MOST - 1)] += x;
    }
    out.map(|x| x / total)
}

/// Finds the names of a sentence from `n` scores for each word.
pub(crate) fn decode(scores: &[f32], n: usize, scratch: &mut Scratch, mut add: impl FnMut(Found)) {
    if scores.chunks_exact(n).all(|row| best(row) == 0) {
        return;
    }
    path(scores, n, scratch);
    let Scratch { labels, .. } = scratch;
    let mut at = 0;
    while at < labels.len() {
        let begin = at;
        at += 1;
        if let Some(class) = class(labels[begin]) {
            at += labels[at..].iter().take_while(|l| **l == 2 + 2 * class).count();
            let rows = scores[begin * n..at * n].chunks_exact(n);
            let confidence = rows.map(|row| classes(row)[class + 1]).fold(1.0, f32::min);
            add(Found { words: begin..at, class, confidence });
        }
    }
}

fn class(label: usize) -> Option<usize> {
    label.checked_sub(1).map(|l| l / 2)
}

/// Whether a label goes on with a name.
fn inside(label: usize) -> bool {
    label > 0 && label.is_multiple_of(2)
}

/// The best labels, left in `scratch.labels`.
fn path(scores: &[f32], n: usize, scratch: &mut Scratch) {
    let Scratch { paths, labels, .. } = scratch;
    paths.clear();
    paths.extend_from_slice(scores);
    let words = scores.len() / n;
    for at in 0..words {
        let (before, row) = paths.split_at_mut(at * n);
        let before = &before[before.len().saturating_sub(n)..];
        for (label, score) in row[..n].iter_mut().enumerate() {
            *score += previous(before, label).map_or(0.0, |l| before[l]);
            if at == 0 && inside(label) {
                *score = f32::NEG_INFINITY;
            }
        }
    }
    labels.clear();
    labels.resize(words, 0);
    for at in (0..words).rev() {
        let row = &paths[at * n..(at + 1) * n];
        labels[at] = match labels.get(at + 1) {
            Some(next) => previous(row, *next).unwrap_or(0),
            None => best(row),
        };
    }
}

/// The best label before `label`, of those that it may follow; `before` has none at the start.
fn previous(before: &[f32], label: usize) -> Option<usize> {
    if before.is_empty() {
        None
    } else if inside(label) {
        Some(if before[label] > before[label - 1] { label } else { label - 1 })
    } else {
        Some(best(before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(scores: &[[f32; 5]]) -> Vec<(Range<usize>, usize)> {
        let mut out = Vec::new();
        let flat = scores.as_flattened();
        decode(flat, 5, &mut Scratch::default(), |f| out.push((f.words, f.class)));
        out
    }

    #[test]
    fn finds_whole_names() {
        let (o, b0, i0, b1) = (
            [5., 0., 0., 0., 0.],
            [0., 5., 0., 0., 0.],
            [0., 0., 5., 0., 0.],
            [0., 0., 0., 5., 0.],
        );
        assert_eq!(found(&[o, o]), []);
        assert_eq!(found(&[b0, i0, o, b1, b1]), [(0..2, 0), (3..4, 1), (4..5, 1)]);
    }

    #[test]
    fn words_written_alike_agree() {
        let (sure, unsure) = ([0., 6., 0., 0., 0.], [1., 0.9, 0., 0., 0.]);
        let mut scores = [sure, unsure, unsure].concat();
        agree(&mut scores, 5, ["Togo", "Togo", "He"].into_iter(), &mut Scratch::default());
        assert_eq!([0, 1, 2].map(|i| best(&scores[i * 5..][..5])), [1, 1, 0]);
    }

    #[test]
    fn a_name_begins_before_it_goes_on() {
        let lone = [0., 1., 5., 0., 0.];
        assert_eq!(found(&[lone, lone]), [(0..2, 0)]);
        let foreign = [0., 0., 0., 4., 0.];
        assert_eq!(found(&[foreign, [3., 0., 5., 0., 0.]]), [(0..1, 1)], "not of another class");
    }
}
