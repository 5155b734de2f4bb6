//! What training needs beside the engine: corpora as it reads them, and the lemma rules, which are
//! learnt here. Networks are trained in Python (`training/`).
//!
//! Everything is deterministic: the same corpora give the same bytes. The `train` binary does the
//! reading, writing and printing.

pub mod conllu;
mod lemmas;
mod segmenter;
pub mod worldwide;

pub use lemmas::train as train_lemmas;
pub use segmenter::Segmenter;
