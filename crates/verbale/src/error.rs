//! What can go wrong before a single document is read.

use std::path::PathBuf;
use verbale_annotate::ModelError;
use verbale_document::TableError;

/// A pipeline that cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A lexicon that cannot be parsed; names the file and the line.
    #[error(transparent)]
    Lexicon(#[from] TableError),
    /// A model that cannot be loaded.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// A folder of lexicons that cannot be read.
    #[error("{}: {error}; --lexicons takes a folder of .tsv files", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A lexicon that no stage reads.
    #[error("{name}: no stage reads a lexicon of this name; known are {known}")]
    UnknownLexicon {
        /// Its file name.
        name: String,
        /// The names that would be read.
        known: String,
    },
}
