//! Dependency parsing: a greedy arc-hybrid transition system (Kuhlmann et al. 2011) scored by an
//! averaged perceptron and trained with a dynamic oracle (Goldberg & Nivre 2013).
//!
//! The artificial root stands at the end of the buffer and takes exactly one dependent, so that
//! every sentence gets one tree. Trees are projective; crossing arcs are lost by design.

mod features;
mod oracle;
mod state;

pub(crate) use features::{Item, features};
pub(crate) use oracle::Oracle;
pub(crate) use state::{Action, N_ACTIONS, State};

use crate::ModelError;
use crate::file::{Kind, Reader, Writer};
use crate::perceptron::{MAX_LABELS, Pair, Scores, Weights};
use verbale_document::{Deprel, SmolStr};

/// A trained parser.
#[derive(Debug)]
pub(crate) struct Parser {
    weights: Weights,
    pub(crate) hash: SmolStr,
}

impl Parser {
    /// Reads a parser model.
    pub(crate) fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Reader::open(Kind::Parser, bytes)?;
        for relation in Deprel::ALL {
            if input.string()? != relation.as_str() {
                return Err(ModelError::Damaged);
            }
        }
        let weights = Weights::read(&mut input, N_ACTIONS)?;
        Ok(Parser { weights, hash: input.hash().into() })
    }

    /// The file of a parser with these rows.
    pub(crate) fn save(rows: &[(u32, Vec<Pair>)]) -> Vec<u8> {
        let mut out = Writer::default();
        Deprel::ALL.iter().for_each(|relation| out.string(relation.as_str()));
        Weights::write(rows, &mut out);
        out.finish(Kind::Parser)
    }

    /// Parses one sentence; heads and relations are left in `state`.
    pub(crate) fn parse(&self, items: &[Item], keys: &mut Vec<u32>, state: &mut State) {
        state.start(items.len());
        let mut scores: Scores = [0; MAX_LABELS + 1];
        while !state.is_final() {
            let action = match state.only_action() {
                Some(action) => action,
                None => {
                    features(items, state, keys);
                    scores[..N_ACTIONS].fill(0);
                    self.weights.add(keys, &mut scores);
                    state.best_action(&scores)
                }
            };
            state.apply(action);
        }
    }
}
