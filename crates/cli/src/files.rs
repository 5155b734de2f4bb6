//! Whole files that the command line names beside its inputs: reference data.

use crate::outcome::Failure;
use std::fs;
use std::path::Path;
use verbale::read::remedy;

/// Why a file could not be used.
pub fn failed(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::Message(format!("{}: {why}", path.display()))
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| failed(path, remedy(&e)))
}
