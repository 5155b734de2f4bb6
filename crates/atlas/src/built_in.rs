//! The tables as they are built in, and the indexes that `build.rs` made of them and packed, which are
//! unpacked once; made anew where a user's rows are laid over them.

use crate::tables::index::{Index, Numbers};
use crate::tables::names::{self, Names};
use crate::tables::place_index::{self, PlaceIndex};
use crate::tables::short::Short;
use crate::tables::territory::Territories;
use std::sync::LazyLock;
use verbale_document::{Lexicons, TableError, TableText};
use verbale_packed::unpack;

/// Everything that [`crate::Atlas::new`] reads: the tables as built in, and the English words for
/// offices and kinds of place.
pub fn lexicons() -> Lexicons {
    let mut all = verbale_lexicons::english();
    all.extend(verbale_atlas_tables::tables().iter().copied());
    all
}

macro_rules! bytes {
    ($name:literal, $kind:literal) => {{
        static UNPACKED: LazyLock<Vec<u8>> = LazyLock::new(|| {
            unpack(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".", $kind)))
        });
        UNPACKED.as_slice()
    }};
}

macro_rules! index {
    ($name:literal) => {
        Index::built_in(bytes!($name, "names"), bytes!($name, "lists"))
    };
}

/// Names of actors.
pub(crate) fn names(lexicons: &Lexicons, short: &Short) -> Result<Names, TableError> {
    if !are_ours(lexicons, &names::TABLES) {
        return Names::new(lexicons, short);
    }
    let indexes = [index!("written"), index!("folded"), index!("parties"), index!("surnames")];
    let numbers = [bytes!("persons", "numbers"), bytes!("tenures", "numbers")];
    Names::built_in(lexicons, indexes, numbers.map(Numbers::built_in))
}

/// Names of places.
pub(crate) fn places(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<PlaceIndex, TableError> {
    if !are_ours(lexicons, &place_index::TABLES.map(|(table, _)| table)) {
        return PlaceIndex::new(lexicons, territories);
    }
    let (names, divisions, people) = (index!("places"), index!("divisions"), index!("people"));
    Ok(PlaceIndex { names, divisions, people })
}

/// Whether all tables are those that the indexes were made of.
fn are_ours(lexicons: &Lexicons, tables: &[&str]) -> bool {
    tables.iter().all(|table| {
        let ours = |text: &str| {
            verbale_atlas_tables::tables().iter().any(|(n, t)| n == table && std::ptr::eq(*t, text))
        };
        matches!(lexicons.text(table), Ok(TableText::BuiltIn(text)) if ours(text))
    })
}
