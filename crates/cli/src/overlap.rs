//! An output that is also an input is refused before anything is read or written.

use crate::outcome::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// Refuses an output file that is one of the inputs, by whatever link, or that stands in a folder of
/// inputs and would be read there.
pub fn refuse(inputs: &[PathBuf], output: &Path) -> Result<(), Failure> {
    let Ok(out) = fs::canonicalize(output) else { return Ok(()) };
    if !out.is_file() {
        return Ok(());
    }
    let clash = |input: &&PathBuf| {
        let inside = fs::canonicalize(input).is_ok_and(|dir| dir.is_dir() && out.starts_with(dir));
        inside || same_file::is_same_file(input, &out).unwrap_or(false)
    };
    match inputs.iter().find(clash) {
        Some(input) => Err(Failure::Message(format!(
            "{}: the output is also an input ({}); write it elsewhere",
            output.display(),
            input.display()
        ))),
        None => Ok(()),
    }
}
