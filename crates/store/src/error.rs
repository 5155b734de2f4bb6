//! What can go wrong with a store; names the file and, where it is no matter of the system, the remedy.

use rusqlite::ErrorCode;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use verbale_write::WriteError;

/// A store that could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file or folder failed.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no ledger in the folder.
    #[error("{}: no store is here; `verbale add` makes one", path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
    },
    /// The folder holds other things.
    #[error("{}: a folder with other things in it; name a new one, or one that is empty", path.display())]
    Foreign {
        /// The folder.
        path: PathBuf,
    },
    /// The ledger is of a later version.
    #[error("{}: a ledger of version {found}, and this program knows versions up to {known}; use a newer verbale", path.display())]
    Newer {
        /// The ledger.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// Ours.
        known: u32,
    },
    /// The ledger is of an earlier version and was opened for reading only.
    #[error("{}: a ledger of version {found}; `verbale gc` makes it one of version {known}", path.display())]
    Older {
        /// The ledger.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// Ours.
        known: u32,
    },
    /// Somebody else writes.
    #[error("{}: another program writes to this store; wait until it has ended", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// The ledger is not as it was written.
    #[error("{}: damaged ({what}); the tables beside it can still be read; put a copy of the ledger in its place, or add its sources to a new store", path.display())]
    Damaged {
        /// The ledger.
        path: PathBuf,
        /// What SQLite says.
        what: String,
    },
    /// A record in the ledger is not as it was written.
    #[error("{}: the record of document {key} is damaged ({what}); add its source to a new store", path.display())]
    Record {
        /// The ledger.
        path: PathBuf,
        /// The key of the document.
        key: String,
        /// Why it cannot be read.
        what: String,
    },
    /// The ledger failed otherwise.
    #[error("{}: {error}; check the file and the device that it is on", path.display())]
    Ledger {
        /// The ledger.
        path: PathBuf,
        /// Why.
        error: rusqlite::Error,
    },
    /// A table could not be made.
    #[error(transparent)]
    Table(#[from] WriteError),
    /// A question that has no answer; says how to ask.
    #[error("{0}")]
    Asked(String),
    /// A name that nothing in the store has.
    #[error("{0}")]
    Unknown(String),
}

impl StoreError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> StoreError + '_ {
        |error| StoreError::Io { path: path.to_path_buf(), error }
    }

    /// What an error of SQLite is for a person.
    pub(crate) fn sql(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        move |error| {
            let system = |kind: ErrorKind| StoreError::Io {
                path: path.to_path_buf(),
                error: io::Error::from(kind),
            };
            match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => system(ErrorKind::StorageFull),
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                    system(ErrorKind::PermissionDenied)
                }
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    let folder = path.parent().unwrap_or(path);
                    StoreError::Busy { path: folder.to_path_buf() }
                }
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                    StoreError::Damaged { path: path.to_path_buf(), what: error.to_string() }
                }
                _ => StoreError::Ledger { path: path.to_path_buf(), error },
            }
        }
    }
}
