//! Who is who, at a date.
//!
//! [`Atlas`] holds states and territories, international bodies and their members, office holders,
//! seats that stand for governments, armed groups, parties, companies, roles and towns, as tables
//! that people can read (`atlas/`, `lexicons/roles.tsv`). [`Atlas::lookup`] asks it about a name;
//! [`Atlas::resolve`] turns the names of a document into mentions with entities and actor codes.
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
//! assert_eq!(found[0].code.as_ref().map(|c| c.as_str()), Some("RUS.GOV.MFA"));
//! ```

mod atlas;
mod body;
mod date;
mod fold;
mod gazetteer;
mod person;
mod place;
mod resolve;
mod role;
mod territory;

pub use atlas::{Atlas, Candidate};
pub use resolve::{Resolution, Worker};

/// The tables this stage reads.
pub const LEXICONS: &[(&str, &str)] = &[
    ("territories.tsv", include_str!("../../../atlas/territories.tsv")),
    ("bodies.tsv", include_str!("../../../atlas/bodies.tsv")),
    ("memberships.tsv", include_str!("../../../atlas/memberships.tsv")),
    ("seats.tsv", include_str!("../../../atlas/seats.tsv")),
    ("groups.tsv", include_str!("../../../atlas/groups.tsv")),
    ("persons.tsv", include_str!("../../../atlas/persons.tsv")),
    ("places.tsv", include_str!("../../../atlas/places.tsv")),
    ("roles.tsv", include_str!("../../../lexicons/roles.tsv")),
    ("honorifics.tsv", include_str!("../../../lexicons/honorifics.tsv")),
];
