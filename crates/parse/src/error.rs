//! What can be wrong with a model file.

use verbale_document::TableError;

/// A model that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The bytes are no model of the kind asked for.
    #[error("this is no Verbale {0} model")]
    Foreign(&'static str),
    /// A model of another version of the program.
    #[error("the {kind} model has format version {found}; this program reads version {expected}")]
    Version {
        /// `network` or `lemmas`.
        kind: &'static str,
        /// Version of the file.
        found: u32,
        /// Version of the program.
        expected: u32,
    },
    /// The bytes do not match the hash they carry, or end early.
    #[error("the model file is damaged or cut short")]
    Damaged,
    /// A lexicon cannot be read.
    #[error(transparent)]
    Lexicon(#[from] TableError),
}
