//! What can go wrong while writing.

#[cfg(feature = "parquet")]
use std::error::Error;
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

    /// What the library of Parquet says; an error of the system inside it stays one, so that its remedy is known.
    #[cfg(feature = "parquet")]
    pub(crate) fn table(path: &Path, error: impl Error + 'static) -> WriteError {
        match system(&error) {
            Some(error) => WriteError::Io { path: path.to_path_buf(), error },
            None => WriteError::Table { path: path.to_path_buf(), what: error.to_string() },
        }
    }

    /// Whether the reader of our output has gone, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, WriteError::Io { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// The error of the system at the bottom of `error`, if there is one.
#[cfg(feature = "parquet")]
fn system(error: &(dyn Error + 'static)) -> Option<io::Error> {
    let mut inner = std::iter::successors(Some(error), |e| (*e).source());
    let found = inner.find_map(|e| e.downcast_ref::<io::Error>())?;
    Some(match found.raw_os_error() {
        Some(number) => io::Error::from_raw_os_error(number),
        None => io::Error::new(found.kind(), found.to_string()),
    })
}

#[cfg(all(test, feature = "parquet"))]
mod tests {
    use super::*;
    use parquet::errors::ParquetError;

    #[test]
    fn a_full_disk_is_an_error_of_the_system_also_inside_a_table() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let within = ParquetError::External(Box::new(full));
        let told = WriteError::table(Path::new("events.parquet"), within);
        assert!(
            matches!(told, WriteError::Io { error, .. } if error.kind() == io::ErrorKind::StorageFull)
        );
    }
}
