//! The rows of the atlas, and the indexes by which they are found.
//!
//! Short tables are read when the atlas is loaded (`short`). Of the long ones, persons and places,
//! nothing is read then: their texts are parts of the program, and so are indexes of all names
//! (`names`, `place_index`), which `build.rs` makes with the code of this module; the system maps
//! both into memory page by page as they are needed. Where a user's rows are laid over a table, the
//! same code makes the index again when the atlas is loaded.

pub mod body;
pub(crate) mod date;
pub mod gazetteer;
pub(crate) mod index;
pub mod key;
pub mod known;
pub(crate) mod lines;
pub(crate) mod names;
pub mod outlet;
pub mod party;
pub mod person;
pub mod persons;
pub mod place;
pub(crate) mod place_index;
pub mod region;
pub(crate) mod short;
pub mod territory;
