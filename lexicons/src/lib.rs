//! The tables of words that Verbale reads: what a cue is, which verb names which event, how a
//! pronoun refers. People read and edit them; every table opens with its source, licence and date.
//!
//! One folder a language. A table says something true of the language, never of one sentence; who is
//! who stands in the atlas.
//!
//! ```
//! let tables = verbale_lexicons::english();
//! let cues = tables.table("cues.tsv", &["lemma", "stance"]).expect("a table of cues");
//! assert!(cues.rows().any(|row| row.get("lemma") == "say"));
//! ```

use std::sync::LazyLock;
use verbale_document::Lexicons;
use verbale_packed::unpack_table;

/// Names and packed texts, a row for each file of `en/` (`build.rs`).
static PACKED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static ENGLISH: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    PACKED.iter().map(|(name, packed)| (*name, &*unpack_table(packed).leak())).collect()
});

/// The English tables, unpacked once; by file name.
pub fn english() -> Lexicons {
    Lexicons::from_pairs(ENGLISH.iter().copied())
}

#[cfg(test)]
mod tests {
    #[test]
    #[allow(clippy::disallowed_methods)]
    fn tables_come_back_as_they_were() {
        for (name, text) in super::ENGLISH.iter() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("en").join(name);
            let file = std::fs::read_to_string(path).expect("the table is there");
            assert!(*text == file, "{name}");
        }
    }
}
