//! What can go wrong before a single document is read.

use verbale_document::TableError;
use verbale_parse::ModelError;

/// A coder that cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A table that cannot be parsed; names the file and the line.
    #[error(transparent)]
    Lexicon(#[from] TableError),
    /// A model that cannot be loaded.
    #[error(transparent)]
    Model(#[from] ModelError),
}
