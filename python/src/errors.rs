//! The exceptions of the package.

use pyo3::create_exception;
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use verbale::read::remedy;
use verbale_write::WriteError;

create_exception!(
    verbale,
    InputError,
    PyValueError,
    "A text that has no record; names it and says why."
);
create_exception!(
    verbale,
    OutputError,
    PyOSError,
    "Output that cannot be written; names the file."
);
create_exception!(
    verbale,
    StoreError,
    PyRuntimeError,
    "A store that cannot be opened, read or asked."
);

/// What a failure to write is in Python.
pub fn unwritten(error: &WriteError) -> PyErr {
    OutputError::new_err(match error {
        WriteError::Io { path, error } => format!("{}: {}", path.display(), remedy(error)),
        WriteError::Exists { path } => {
            format!("{} exists; overwrite=True replaces it", path.display())
        }
        _ => error.to_string(),
    })
}

/// What a failure of a store is in Python.
pub fn unstored(error: verbale_store::StoreError) -> PyErr {
    use verbale_store::StoreError as Failure;
    match &error {
        Failure::Io { path, error } => {
            StoreError::new_err(format!("{}: {}", path.display(), remedy(error)))
        }
        Failure::Table(error) => unwritten(error),
        _ => StoreError::new_err(error.to_string()),
    }
}
