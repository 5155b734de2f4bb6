//! The tables of who is who, as text. Each opens with its source, licence and date; how they are made
//! stands in `atlas/build` of the project, what is edited by hand in `atlas/curated`.
//!
//! They are packed in the program (DEFLATE, a third of their size) and unpacked once, when they are asked
//! for. It knows nothing of what the columns mean; `verbale-atlas` reads them.
//!
//! ```
//! let persons = verbale_atlas_tables::tables().iter().find(|(name, _)| *name == "persons.tsv");
//! assert!(persons.is_some_and(|(_, text)| text.contains("Q")), "Wikidata ids");
//! ```

use flate2::read::DeflateDecoder;
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
    let mut text = String::new();
    let read = DeflateDecoder::new(packed).read_to_string(&mut text);
    assert!(read.is_ok(), "what the build packs can be unpacked");
    text.leak()
}
