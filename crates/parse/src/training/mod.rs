//! What training needs of the engine: the rules that cut a text, and the lemma rules, which are learnt
//! here. Networks are trained in Python (`training/`).
//!
//! Everything is deterministic: the same corpora give the same bytes.

mod lemmas;
mod segmenter;

pub use lemmas::train as train_lemmas;
pub use segmenter::Segmenter;
