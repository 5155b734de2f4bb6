//! Who is who, at a date.
//!
//! [`Atlas`] holds states and territories, international bodies and their members, office holders,
//! seats that stand for governments, armed groups, parties, companies, outlets, roles, towns and
//! regions, as tables that people can read (`atlas/`, `lexicons/roles.tsv`). [`Atlas::lookup`] asks it about a
//! name; [`Atlas::resolve`] turns the names of a document into mentions with entities and actor
//! codes; [`Atlas::check`] looks for contradictions in the tables; [`lay_over`] lays a user's own rows
//! over them.
//!
//! The title in the text beats the tables; the tables are read at the document's date. It does not
//! link pronouns (that is coreference) and decides nothing about what anybody did.
//!
//! ```
//! use verbale_atlas::{Atlas, LEXICONS};
//! use verbale_document::{Date, Lexicons};
//!
//! let atlas = Atlas::new(&Lexicons::from_pairs(LEXICONS.iter().copied())).expect("sound tables");
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
mod resolve;
mod role;
mod spots;
mod tables;
mod words;

pub use atlas::Atlas;
pub use lookup::Candidate;
pub use own::lay_over;
pub use resolve::{Resolution, Worker};

/// The tables this stage reads.
pub static LEXICONS: &[(&str, &str)] = &[
    ("territories.tsv", include_str!("../../../atlas/territories.tsv")),
    ("bodies.tsv", include_str!("../../../atlas/bodies.tsv")),
    ("memberships.tsv", include_str!("../../../atlas/memberships.tsv")),
    ("memberships_2026.tsv", include_str!("../../../atlas/memberships_2026.tsv")),
    ("seats.tsv", include_str!("../../../atlas/seats.tsv")),
    ("groups.tsv", include_str!("../../../atlas/groups.tsv")),
    ("outlets.tsv", include_str!("../../../atlas/outlets.tsv")),
    ("parties.tsv", include_str!("../../../atlas/parties.tsv")),
    ("persons.tsv", include_str!("../../../atlas/persons.tsv")),
    ("places.tsv", include_str!("../../../atlas/places.tsv")),
    ("counties.tsv", include_str!("../../../atlas/counties.tsv")),
    ("divisions.tsv", include_str!("../../../atlas/divisions.tsv")),
    ("demonyms.tsv", include_str!("../../../atlas/demonyms.tsv")),
    ("regions.tsv", include_str!("../../../atlas/regions.tsv")),
    ("others.tsv", include_str!("../../../atlas/others.tsv")),
    ("roles.tsv", include_str!("../../../lexicons/roles.tsv")),
    ("resolver_words.tsv", include_str!("../../../lexicons/resolver_words.tsv")),
    ("honorifics.tsv", include_str!("../../../lexicons/honorifics.tsv")),
];
