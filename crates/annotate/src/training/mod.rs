//! Training of all models: pure functions from corpora, handed over as text, to model files.
//!
//! The features are those of prediction, by the same code. Everything is seeded: the same corpora
//! give the same bytes. The `train` binary does the reading, writing and printing.

pub mod conllu;
mod lemmas;
mod names;
mod parser;
mod rng;
mod tagger;
mod words;
pub mod worldwide;

pub use lemmas::train as train_lemmas;
pub use names::{Example, none as no_names, train as train_names};
pub use parser::train as train_parser;
pub use tagger::{jackknife, train as train_tagger};
pub use words::Clusters;
