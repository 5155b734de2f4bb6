//! Honorifics ("Mr.", "Sheikha"), which stand before names and are no office.

use rustc_hash::FxHashMap;
use verbale_document::{Gender, Lexicons, SmolStr, TableError};

/// The words of `honorifics.tsv`.
#[derive(Default)]
pub(crate) struct Honorifics(FxHashMap<String, Honorific>);

/// What an honorific tells of its bearer.
struct Honorific {
    gender: Option<Gender>,
    /// The sector, where it tells one ("Rev.").
    code: SmolStr,
}

impl Honorifics {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("honorifics.tsv", &["word", "gender", "code"])?;
        let row = |row: verbale_document::Row| {
            let (gender, code) = (gender(row.get("gender")), SmolStr::new(row.get("code")));
            (row.get("word").to_string(), Honorific { gender, code })
        };
        Ok(Honorifics(table.rows().map(row).collect()))
    }

    /// Whether a word is an honorific, and whom it tells of.
    pub(crate) fn get(&self, word: &str) -> Option<Option<Gender>> {
        self.0.get(word).map(|h| h.gender)
    }

    /// The sector that an honorific tells.
    pub(crate) fn code(&self, word: &str) -> Option<&SmolStr> {
        self.0.get(word).map(|h| &h.code).filter(|code| !code.is_empty())
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
