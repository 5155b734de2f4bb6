//! The tables of who is who, as text. Each opens with its source, licence and date; how they are made
//! stands in `atlas/build` of the project, what is edited by hand in `atlas/curated`.
//!
//! They are packed in the program (column by column with DEFLATE, a quarter of their size) and unpacked once,
//! when they are asked for. It knows nothing of what the columns mean; `verbale-atlas` reads them.
//!
//! ```
//! let persons = verbale_atlas_tables::tables().iter().find(|(name, _)| *name == "persons.tsv");
//! assert!(persons.is_some_and(|(_, text)| text.contains("Q")), "Wikidata ids");
//! ```

use flate2::read::DeflateDecoder;
use memchr::memchr2;
use std::io::Read;
use std::sync::LazyLock;

/// Names and packed texts, a row for each file of `tables/` (`build.rs`).
static PACKED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static TABLES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| PACKED.iter().map(|(name, packed)| (*name, unpacked(packed))).collect());

/// File names and texts, the same for as long as the program runs.
pub fn tables() -> &'static [(&'static str, &'static str)] {
    &TABLES
}

/// The text that `build.rs` packed; it lives as long as the program.
fn unpacked(packed: &[u8]) -> &'static str {
    let mut columns = String::new();
    let read = DeflateDecoder::new(packed).read_to_string(&mut columns);
    assert!(read.is_ok(), "what the build packs can be unpacked");
    lines(&columns).leak()
}

/// Lines from columns: a cell ends at a tab, where the line goes on in the next column, or with its line.
fn lines(columns: &str) -> String {
    let mut text = String::with_capacity(columns.len());
    let mut columns: Vec<&str> = columns.split('\0').collect();
    while !columns[0].is_empty() {
        for column in &mut columns {
            let end = memchr2(b'\t', b'\n', column.as_bytes()).map_or(column.len(), |at| at + 1);
            let (cell, rest) = column.split_at(end);
            *column = rest;
            text.push_str(cell);
            if !cell.ends_with('\t') {
                break;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{lines, tables};

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn tables_come_back_as_they_were() {
        for (name, text) in tables() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tables").join(name);
            let file = std::fs::read_to_string(path).expect("the table is there");
            assert!(*text == file, "{name}");
        }
    }

    #[test]
    fn lines_of_any_length_are_read_from_columns() {
        assert_eq!(lines("# a\nb\tc\t\0\nd\t\0e\n"), "# a\nb\t\nc\td\te\n");
        assert_eq!(lines(""), "");
    }
}
