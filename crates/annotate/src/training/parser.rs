//! Training the parser.

use super::conllu::Sentence;
use super::rng::Rng;
use super::tagger::{tag_name, words_of};
use crate::ModelError;
use crate::parser::{Action, Item, N_ACTIONS, Oracle, Parser, State, features};
use crate::perceptron::{MAX_LABELS, Pruning, Scores, Trainer};
use crate::tagger::Tagger;
use verbale_document::Deprel;

const SEED: u64 = 2;

/// After the first round the parser follows its own choice this often (Goldberg & Nivre 2013).
const EXPLORATION: f64 = 0.9;

const PRUNING: Pruning = Pruning { min_updates: 3, min_weight: 0.25, min_row: 2.5, scale: 16.0 };

/// The file of a parser trained on `sentences` for `rounds` rounds. `tags` are predicted labels
/// ([`super::jackknife`]); `tagger` is the model whose labels the parser will see.
pub fn train(
    sentences: &[&Sentence],
    tags: &[Vec<String>],
    tagger: &[u8],
    rounds: usize,
) -> Result<Vec<u8>, ModelError> {
    let tagger = Tagger::load(tagger)?;
    let data: Vec<Example> =
        sentences.iter().zip(tags).map(|(s, t)| Example::new(s, t, &tagger)).collect();
    let mut learner = Learner::default();
    let mut rng = Rng::new(SEED);
    let mut order: Vec<usize> = (0..data.len()).collect();
    for round in 0..rounds {
        rng.shuffle(&mut order);
        for &i in &order {
            learner.sentence(&data[i], round > 0, &mut rng);
        }
    }
    Ok(Parser::save(&learner.trainer.finish(PRUNING)))
}

struct Example {
    items: Vec<Item>,
    heads: Vec<u32>,
    relations: Vec<Deprel>,
}

impl Example {
    fn new(sentence: &Sentence, tags: &[String], tagger: &Tagger) -> Self {
        let (words, _) = words_of(sentence, &tagger.table);
        let names: Vec<String> = tagger.tags.iter().map(tag_name).collect();
        let number = |tag: &String| names.iter().position(|n| n == tag).unwrap_or(0);
        let items = words.iter().zip(tags).map(|(word, tag)| {
            let tag = number(tag);
            Item::new(word, tag as u8, tagger.tags[tag].upos as u8)
        });
        Example {
            items: items.collect(),
            heads: sentence.rows.iter().map(|r| r.head.unwrap_or(u32::MAX)).collect(),
            relations: sentence.rows.iter().map(|r| r.deprel).collect(),
        }
    }
}

#[derive(Default)]
struct Learner {
    trainer: Trainer,
    state: State,
    keys: Vec<u32>,
    best: Vec<Action>,
}

impl Learner {
    fn sentence(&mut self, example: &Example, explore: bool, rng: &mut Rng) {
        let oracle = Oracle::new(&example.heads, &example.relations);
        self.state.start(example.items.len());
        while !self.state.is_final() {
            let action = match self.state.only_action() {
                Some(action) => action,
                None => self.decide(example, &oracle, explore, rng),
            };
            self.state.apply(action);
        }
    }

    /// One decision, learnt from where it is wrong; returns the action to go on with.
    fn decide(
        &mut self,
        example: &Example,
        oracle: &Oracle,
        explore: bool,
        rng: &mut Rng,
    ) -> Action {
        features(&example.items, &self.state, &mut self.keys);
        let mut scores: Scores = [0; MAX_LABELS + 1];
        self.trainer.add(&self.keys, &mut scores);
        self.trainer.tick();
        let guess = self.state.best_action(&scores);
        oracle.best(&self.state, &mut self.best);
        if self.best.contains(&guess) {
            return guess;
        }
        let by_score = |a: &&Action| (scores[a.index()], N_ACTIONS - a.index());
        let gold = self.best.iter().max_by_key(by_score).copied().unwrap_or(guess);
        self.trainer.update(&self.keys, gold.index(), guess.index());
        if explore && rng.chance(EXPLORATION) { guess } else { gold }
    }
}
