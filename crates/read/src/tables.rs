//! Files of a user's own beside the inputs: tables that a person has saved, models.
//!
//! What stands in them is for others to judge.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use crate::{SourceError, remedy};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Tables beyond this are refused; the largest built-in one has 6 MB.
const MAX_TABLE_BYTES: u64 = 64 << 20;

/// The files of a folder that end in `.tsv`, by their names.
///
/// # Errors
/// A folder that cannot be read or has none; says what is `wanted` as well.
pub fn tables_in(folder: &Path, wanted: &str) -> Result<Vec<PathBuf>, SourceError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|e| failed(folder, format!("{}; {wanted}", remedy(&e))))?;
    let is_table = |path: &PathBuf| path.to_string_lossy().ends_with(".tsv");
    let mut tables: Vec<PathBuf> =
        entries.iter().map(fs::DirEntry::path).filter(is_table).collect();
    if tables.is_empty() {
        return Err(failed(folder, format!("no .tsv file in this folder; {wanted}")));
    }
    tables.sort();
    Ok(tables)
}

/// The text of a table: UTF-8, perhaps behind a byte-order mark, as spreadsheets write it.
///
/// # Errors
/// A file that cannot be read, that is too large or in another encoding; says how to save it.
pub fn table_text(path: &Path) -> Result<String, SourceError> {
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

/// The bytes of a file.
///
/// # Errors
/// A file that cannot be read.
pub fn file_bytes(path: &Path) -> Result<Vec<u8>, SourceError> {
    fs::read(path).map_err(|e| failed(path, remedy(&e)))
}

fn failed(path: &Path, what: impl Into<String>) -> SourceError {
    SourceError::new(path.display().to_string(), what)
}
