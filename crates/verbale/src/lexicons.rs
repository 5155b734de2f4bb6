//! The tables of all stages.

use verbale_document::Lexicons;

/// Every table that a stage reads, as built in, by file name.
pub fn builtin_lexicons() -> Lexicons {
    verbale_atlas::lexicons()
}
