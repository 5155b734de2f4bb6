//! Training the tagger.

use super::conllu::Sentence;
use super::rng::Rng;
use super::words::{self, Clusters};
use crate::perceptron::{MAX_LABELS, Pruning, Scores, Trainer};
use crate::tagger::{Tag, Tagger, best, features};
use crate::word::{Case, Word, WordTable};
use std::collections::BTreeMap;

const ROUNDS: usize = 8;
const SEED: u64 = 1;

/// Rarer labels are not learnt; their words count as the commonest label of the same part of speech.
const MIN_LABEL_COUNT: u32 = 5;

const PRUNING: Pruning = Pruning { min_updates: 2, min_weight: 0.25, min_row: 1.0, scale: 16.0 };

/// The file of a tagger trained on `sentences`.
pub fn train(sentences: &[&Sentence], clusters: &Clusters) -> Vec<u8> {
    let tags = label_set(sentences);
    let labels: Vec<Vec<u8>> = sentences.iter().map(|s| label(s, &tags)).collect();
    let table = words::table(clusters, sentences, &labels);
    let data: Vec<_> =
        sentences.iter().zip(&labels).map(|(s, l)| Example::new(s, &table, l)).collect();
    let trainer = learn(&data, tags.len());
    Tagger::save(&tags, &table, &trainer.finish(PRUNING))
}

/// Labels for every sentence by a tagger that did not see it: `folds` taggers are trained, each
/// without the sentences that it then tags. Returns the universal and Penn tags.
pub fn jackknife(sentences: &[&Sentence], clusters: &Clusters, folds: usize) -> Vec<Vec<String>> {
    let mut out = vec![Vec::new(); sentences.len()];
    for fold in 0..folds {
        // Blocks of ten sentences, so that neighbours from one document mostly stay together.
        let held = |i: &usize| (i / 10) % folds == fold;
        let (test, train_on): (Vec<usize>, Vec<usize>) = (0..sentences.len()).partition(held);
        let rest: Vec<&Sentence> = train_on.iter().map(|&i| sentences[i]).collect();
        let file = train(&rest, clusters);
        let tagger = Tagger::load(&file).expect("a file just made is readable");
        let (mut keys, mut tags) = (Vec::new(), Vec::new());
        for i in test {
            let (words, case) = words_of(sentences[i], &tagger.table);
            tagger.tag(&words, case, &mut keys, &mut tags);
            let name = |t: &u8| tag_name(&tagger.tags[*t as usize]);
            out[i] = tags.iter().map(name).collect();
        }
    }
    out
}

/// A label as one string, for look-ups across taggers.
pub(super) fn tag_name(tag: &Tag) -> String {
    format!("{} {}", tag.upos, tag.xpos)
}

pub(super) fn words_of(sentence: &Sentence, table: &WordTable) -> (Vec<Word>, Case) {
    let words = sentence.rows.iter().map(|r| table.word(&r.form)).collect();
    (words, Case::of(sentence.rows.iter().map(|r| r.form.as_str())))
}

struct Example<'l> {
    words: Vec<Word>,
    case: Case,
    gold: &'l [u8],
}

impl<'l> Example<'l> {
    fn new(sentence: &Sentence, table: &WordTable, gold: &'l [u8]) -> Self {
        let (words, case) = words_of(sentence, table);
        Example { words, case, gold }
    }
}

fn learn(data: &[Example], n_labels: usize) -> Trainer {
    let mut trainer = Trainer::default();
    let mut rng = Rng::new(SEED);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let (mut keys, mut tags) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        rng.shuffle(&mut order);
        for &i in &order {
            let example = &data[i];
            tags.clear();
            for (at, &gold) in example.gold.iter().enumerate() {
                features(&example.words, example.case, &tags, at, &mut keys);
                let mut scores: Scores = [0; MAX_LABELS + 1];
                trainer.add(&keys, &mut scores);
                let guess = best(&scores[..n_labels]);
                trainer.tick();
                if guess != gold as usize {
                    trainer.update(&keys, gold as usize, guess);
                }
                tags.push(guess as u8);
            }
        }
    }
    trainer
}

fn label_set(sentences: &[&Sentence]) -> Vec<Tag> {
    let mut counts: BTreeMap<Tag, u32> = BTreeMap::new();
    for row in sentences.iter().flat_map(|s| &s.rows) {
        *counts.entry(Tag { upos: row.upos, xpos: row.xpos.clone() }).or_default() += 1;
    }
    let mut common: Vec<_> = counts.into_iter().filter(|(_, n)| *n >= MIN_LABEL_COUNT).collect();
    common.sort_by_key(|(tag, n)| (std::cmp::Reverse(*n), tag.clone()));
    common.truncate(MAX_LABELS);
    common.into_iter().map(|(tag, _)| tag).collect()
}

/// Label numbers of a sentence; the labels are sorted by frequency, so a part of speech's first
/// label is its commonest.
fn label(sentence: &Sentence, tags: &[Tag]) -> Vec<u8> {
    let number = |row: &super::conllu::Row| {
        let exact = tags.iter().position(|t| t.upos == row.upos && t.xpos == row.xpos);
        exact.or_else(|| tags.iter().position(|t| t.upos == row.upos)).unwrap_or(0) as u8
    };
    sentence.rows.iter().map(number).collect()
}
