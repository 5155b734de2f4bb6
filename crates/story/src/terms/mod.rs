//! Words as joining counts them: in lower case, without the endings of plural and genitive, hashed.
//!
//! Not a language analysis: it must be the same for every report and cheap, no more.

pub(crate) mod background;
pub(crate) mod hash;
mod words;

pub(crate) use background::TABLE;
pub(crate) use hash::Hash;
pub use words::{Word, words};
