//! Who is who, at a date: knowledge, no stage.
//!
//! [`Atlas`] holds states and territories, international bodies and their members, office holders,
//! seats that stand for governments, armed groups, parties, companies, outlets, roles, towns and
//! regions, as [`tables`] that people can read and edit. [`Atlas::lookup`] asks it about a name at a
//! date; [`Atlas::check`] looks for contradictions; [`lay_over`] lays a user's own rows over ours.
//!
//! It knows no document: which name in a text means whom is the business of `verbale-resolve`.
//!
//! ```
//! use verbale_atlas::Atlas;
//! use verbale_document::Date;
//!
//! let atlas = Atlas::builtin();
//! let found = atlas.lookup("Sergei Lavrov", Some(Date::constant(2024, 6, 21)));
//! assert_eq!(found[0].entity.code.as_ref().map(|c| c.as_str()), Some("RUS.GOV.MFA"));
//! ```

mod atlas;
mod built_in;
mod check;
mod lookup;
#[cfg(test)]
mod lookup_tests;
mod own;
mod place_words;
mod role;
mod spots;
pub mod tables;

pub use atlas::Atlas;
pub use built_in::lexicons;
pub use lookup::{Candidate, bare, place_candidate};
pub use own::lay_over;
pub use place_words::PlaceWords;
pub use role::{Role, Roles};
