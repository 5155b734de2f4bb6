//! Averaged perceptrons over hashed, templated features: what the tagger, the parser and the name
//! tagger have in common.
//!
//! A decision is described by *atoms* (word hashes, tags, flags); a *template* names the atoms
//! that make one feature, and a feature is nothing but a 32-bit hash. [`Weights`] holds the
//! trained rows, [`Trainer`] learns them (Collins 2002). Two features of one hash share a row;
//! with a few million features of 2^32 that is too rare to matter.

mod template;
mod trainer;
mod weights;

pub(crate) use template::{Template, atoms, hash_str, keys, mix};
pub(crate) use trainer::{Pruning, Trainer};
pub(crate) use weights::{Pair, Weights};

/// Upper bound of the number of labels of one perceptron.
pub(crate) const MAX_LABELS: usize = 255;

/// One accumulator per label.
pub(crate) type Scores = [i32; MAX_LABELS + 1];
