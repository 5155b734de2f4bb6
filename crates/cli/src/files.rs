//! Whole files that the command line names beside its inputs: tables, models, reference data.

use crate::outcome::Failure;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use verbale::read::remedy;

/// Tables beyond this are refused; the largest built-in one has 6 MB.
const MAX_TABLE_BYTES: u64 = 64 << 20;

/// Why a file could not be used.
pub fn failed(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::Message(format!("{}: {why}", path.display()))
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|e| failed(path, remedy(&e)))
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| failed(path, remedy(&e)))
}

/// The text of a table: UTF-8, perhaps behind a byte-order mark, as spreadsheets write it.
///
/// # Errors
/// A file that cannot be read, that is too large or in another encoding; says how to save it.
pub fn table(path: &Path) -> Result<String, Failure> {
    let mut all = Vec::new();
    let read = File::open(path).and_then(|f| f.take(MAX_TABLE_BYTES + 1).read_to_end(&mut all));
    read.map_err(|e| failed(path, remedy(&e)))?;
    if all.len() as u64 > MAX_TABLE_BYTES {
        let what = format!("more than {} MB; a table has a line a row", MAX_TABLE_BYTES >> 20);
        return Err(failed(path, what));
    }
    let wide = all.starts_with(&[0xFF, 0xFE]) || all.starts_with(&[0xFE, 0xFF]);
    if wide || all.contains(&0) {
        let what = "UTF-16 or no text at all; save the table as UTF-8 with tabs between the columns \
            (iconv -f UTF-16 -t UTF-8)";
        return Err(failed(path, what));
    }
    String::from_utf8(all).map_err(|fault| {
        let before = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let what = format!(
            "line {line} is not UTF-8; save the table as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)"
        );
        failed(path, what)
    })
}
