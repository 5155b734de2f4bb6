//! Words that say what kind of place a name is of ("the city of", "province").

use rustc_hash::FxHashSet;
use verbale_document::{Lexicons, TableError};

/// Closed word classes of `place_words.tsv`, lower case.
#[derive(Default)]
pub struct PlaceWords {
    /// "city": "of" and a name after it is a town.
    pub town: FxHashSet<String>,
    /// "province": with a name, a division or county.
    pub division: FxHashSet<String>,
    /// "north": no place by itself.
    pub vague: FxHashSet<String>,
}

impl PlaceWords {
    /// Reads the table.
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut words = PlaceWords::default();
        for row in lexicons.table("place_words.tsv", &["word", "use"])?.rows() {
            let set = match row.get("use") {
                "town" => &mut words.town,
                "division" => &mut words.division,
                "vague" => &mut words.vague,
                other => return Err(row.error(format!("no use `{other}`"))),
            };
            set.insert(row.get("word").to_string());
        }
        Ok(words)
    }
}
