//! The tables of who is who, as text. Each opens with its source, licence and date; how they are made
//! stands in `atlas/build` of the project, what is edited by hand in `atlas/curated`.
//!
//! They are packed in the program, to a quarter of their size, and unpacked once, when they are asked for. It knows nothing of what the columns mean; `verbale-atlas` reads them.
//!
//! ```
//! let persons = verbale_atlas_tables::tables().iter().find(|(name, _)| *name == "persons.tsv");
//! assert!(persons.is_some_and(|(_, text)| text.contains("Q")), "Wikidata ids");
//! ```

use std::sync::LazyLock;
use verbale_packed::unpack_table;

/// Names and packed texts, a row for each file of `tables/` (`build.rs`).
static PACKED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static TABLES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    PACKED.iter().map(|(name, packed)| (*name, &*unpack_table(packed).leak())).collect()
});

/// File names and texts, the same for as long as the program runs.
pub fn tables() -> &'static [(&'static str, &'static str)] {
    &TABLES
}

#[cfg(test)]
mod tests {
    use super::tables;

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn tables_come_back_as_they_were() {
        for (name, text) in tables() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tables").join(name);
            let file = std::fs::read_to_string(path).expect("the table is there");
            assert!(*text == file, "{name}");
        }
    }
}
