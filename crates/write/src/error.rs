//! What can go wrong while writing.

use std::io;
use std::path::{Path, PathBuf};

/// Output that could not be written; names the file.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file, folder or pipe failed.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The output exists and is to stay.
    #[error("{} exists; --overwrite replaces it", path.display())]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// A table failed.
    #[error("{}: {what}", path.display())]
    Table {
        /// Which.
        path: PathBuf,
        /// Why.
        what: String,
    },
    /// This program was built without Parquet.
    #[cfg(not(feature = "parquet"))]
    #[error("this program was built without the feature `parquet`; csv has the same tables")]
    NoParquet,
    /// Tables were asked for on standard output.
    #[error("csv and parquet are several tables; name a folder to write them to")]
    NeedsFolder,
}

impl WriteError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> WriteError + '_ {
        |error| WriteError::Io { path: path.to_path_buf(), error }
    }

    pub(crate) fn table(path: &Path, what: impl ToString) -> WriteError {
        WriteError::Table { path: path.to_path_buf(), what: what.to_string() }
    }

    /// Whether the reader of our output has gone, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, WriteError::Io { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
