//! Honorifics ("Mr.", "Sheikha"), which stand before names and are no office.

use rustc_hash::FxHashMap;
use verbale_document::{Gender, Lexicons, TableError};

/// The words of `honorifics.tsv`.
#[derive(Default)]
pub(crate) struct Honorifics(FxHashMap<String, Option<Gender>>);

impl Honorifics {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("honorifics.tsv", &["word", "gender"])?;
        let row =
            |row: verbale_document::Row| (row.get("word").to_string(), gender(row.get("gender")));
        Ok(Honorifics(table.rows().map(row).collect()))
    }

    /// Whether a word is an honorific, and whom it tells of.
    pub(crate) fn get(&self, word: &str) -> Option<Option<Gender>> {
        self.0.get(word).copied()
    }
}

/// A cell that tells a gender: `m`, `f` or neither.
pub(crate) fn gender(cell: &str) -> Option<Gender> {
    match cell {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}
