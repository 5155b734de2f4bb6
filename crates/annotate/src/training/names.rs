//! Training the name tagger.

use super::rng::Rng;
use crate::ModelError;
use crate::names::{
    CLASSES, Context, N_LABELS, NameTagger, SavedPass, Token, Viterbi, features, read_tokens,
    viterbi,
};
use crate::perceptron::{MAX_LABELS, Pruning, Scores, Trainer};
use crate::tagger::Tagger;
use verbale_document::{Document, NameLabel, Span};

const ROUNDS: usize = 12;
const FOLDS: usize = 5;
const SEED: u64 = 3;
const SCALE: f64 = 32.0;
const PRUNING: Pruning = Pruning { min_updates: 2, min_weight: 0.25, min_row: 0.9, scale: SCALE };

/// A document with tokens, and its reference names.
pub struct Example {
    /// With sentences and tokens by the engine.
    pub doc: Document,
    /// Spans of the text and their classes.
    pub names: Vec<(Span, NameLabel)>,
}

/// The file of a name tagger trained on `examples`; `tagger` is the model whose word table it uses.
pub fn train(examples: &[Example], tagger: &[u8]) -> Result<Vec<u8>, ModelError> {
    let tagger = Tagger::load(tagger)?;
    let data: Vec<Labelled> = examples.iter().map(|e| Labelled::new(e, &tagger)).collect();
    let all: Vec<usize> = (0..data.len()).collect();
    let bare: Vec<Context> = data.iter().map(|_| Context::default()).collect();
    let first = learn(&data, &bare, &all);
    let contexts = jackknife(&data, &bare);
    let second = learn(&data, &contexts, &all);
    Ok(NameTagger::save([&first.save(), &second.save()]))
}

/// What first passes that did not see a document make of it.
fn jackknife(data: &[Labelled], bare: &[Context]) -> Vec<Context> {
    let mut contexts: Vec<Context> = data.iter().map(|_| Context::default()).collect();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<usize>, Vec<usize>) =
            (0..data.len()).partition(|i| i % FOLDS == fold);
        let mut pass = learn(data, bare, &rest);
        pass.average();
        for i in held {
            let mut labels = Vec::new();
            for range in &data[i].sentences {
                pass.label(&data[i], range.clone(), &bare[i]);
                labels.extend_from_slice(&pass.labels);
            }
            contexts[i].learn(&data[i].tokens, &labels);
        }
    }
    contexts
}

struct Labelled {
    tokens: Vec<Token>,
    gold: Vec<u8>,
    sentences: Vec<std::ops::Range<usize>>,
}

impl Labelled {
    fn new(example: &Example, tagger: &Tagger) -> Self {
        let mut tokens = Vec::new();
        read_tokens(&tagger.table, &example.doc, &mut tokens);
        let mut gold = vec![0; tokens.len()];
        for (span, label) in &example.names {
            let class = CLASSES.iter().position(|c| c == label).unwrap_or(CLASSES.len() - 1) as u8;
            for (i, at) in example.doc.tokens_in(*span).enumerate() {
                gold[at as usize] = 1 + 2 * class + u8::from(i > 0);
            }
        }
        let sentences = example.doc.sentences.iter().flat_map(|l| l.iter());
        let ranges = sentences.map(|s| s.tokens.start as usize..s.tokens.end as usize).collect();
        let mut labelled = Labelled { tokens, gold, sentences: ranges };
        labelled.mend();
        labelled
    }

    /// A name that a sentence boundary cuts in two begins again.
    fn mend(&mut self) {
        for range in &self.sentences {
            if let Some(first) = self.gold.get_mut(range.start).filter(|l| **l > 0 && **l % 2 == 0)
            {
                *first -= 1;
            }
        }
    }
}

/// A pass in training: emissions by a trainer, transitions by another whose only features are the
/// label before.
#[derive(Default)]
struct Learner {
    emission: Trainer,
    transition: Trainer,
    averaged: Option<crate::perceptron::Weights>,
    transitions: [[i32; N_LABELS]; N_LABELS],
    rows: Vec<[i32; N_LABELS]>,
    keys: Vec<Vec<u32>>,
    labels: Vec<u8>,
    viterbi: Viterbi,
}

fn learn(data: &[Labelled], contexts: &[Context], on: &[usize]) -> Learner {
    let mut order: Vec<(usize, usize)> =
        on.iter().flat_map(|&i| (0..data[i].sentences.len()).map(move |s| (i, s))).collect();
    let mut learner = Learner::default();
    let mut rng = Rng::new(SEED);
    for _ in 0..ROUNDS {
        rng.shuffle(&mut order);
        for &(i, s) in &order {
            learner.sentence(&data[i], data[i].sentences[s].clone(), &contexts[i]);
        }
    }
    learner
}

impl Learner {
    fn sentence(&mut self, doc: &Labelled, range: std::ops::Range<usize>, context: &Context) {
        self.label(doc, range.clone(), context);
        self.emission.tick();
        self.transition.tick();
        let gold = &doc.gold[range];
        if self.labels == gold {
            return;
        }
        for (at, &label) in gold.iter().enumerate() {
            let guess = self.labels[at];
            if guess != label {
                self.emission.update(&self.keys[at], label.into(), guess.into());
            }
            let before = |l: &[u8]| at.checked_sub(1).map_or(0, |i| l[i]);
            let (right, wrong) = (before(gold), before(&self.labels));
            if (right, label) != (wrong, guess) {
                self.transition.shift(&[right.into()], label.into(), 1);
                self.transition.shift(&[wrong.into()], guess.into(), -1);
                self.transitions[right as usize][label as usize] += 1;
                self.transitions[wrong as usize][guess as usize] -= 1;
            }
        }
    }

    fn label(&mut self, doc: &Labelled, range: std::ops::Range<usize>, context: &Context) {
        let tokens = &doc.tokens[range.clone()];
        self.rows.clear();
        self.keys.resize(tokens.len().max(self.keys.len()), Vec::new());
        for at in 0..tokens.len() {
            features(tokens, at, context, range.start, &mut self.keys[at]);
            let mut scores: Scores = [0; MAX_LABELS + 1];
            match &self.averaged {
                Some(weights) => weights.add(&self.keys[at], &mut scores),
                None => self.emission.add(&self.keys[at], &mut scores),
            }
            let mut row = [0; N_LABELS];
            row.copy_from_slice(&scores[..N_LABELS]);
            self.rows.push(row);
        }
        viterbi(&self.rows, &self.transitions, &mut self.viterbi, &mut self.labels);
    }

    /// From here on labels with averaged weights.
    fn average(&mut self) {
        let saved = self.save();
        self.averaged = Some(crate::perceptron::Weights::new(&saved.rows, N_LABELS));
        self.transitions = saved.transitions;
    }

    fn save(&self) -> SavedPass {
        let all = Pruning { min_updates: 0, min_weight: 0.0, min_row: 0.0, scale: SCALE };
        let mut transitions = [[0; N_LABELS]; N_LABELS];
        for (before, pairs) in self.transition.finish(all) {
            for pair in pairs {
                transitions[before as usize][pair.label as usize] = pair.weight.into();
            }
        }
        SavedPass { rows: self.emission.finish(PRUNING), transitions }
    }
}

/// The file of a name tagger that finds nothing, for an engine whose names are yet to be trained.
pub fn none() -> Vec<u8> {
    let empty = SavedPass { rows: Vec::new(), transitions: [[0; N_LABELS]; N_LABELS] };
    NameTagger::save([&empty, &empty])
}
