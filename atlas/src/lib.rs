//! The tables of who is who, as text. Each opens with its source, licence and date; how they are made
//! stands in `atlas/build` of the project, what is edited by hand in `atlas/curated`.
//!
//! It knows nothing of what the columns mean; `verbale-atlas` reads them.
//!
//! ```
//! let persons = verbale_atlas_tables::TABLES.iter().find(|(name, _)| *name == "persons.tsv");
//! assert!(persons.is_some_and(|(_, text)| text.contains("Q")), "Wikidata ids");
//! ```

/// File names and texts.
pub static TABLES: &[(&str, &str)] = &[
    ("territories.tsv", include_str!("../tables/territories.tsv")),
    ("bodies.tsv", include_str!("../tables/bodies.tsv")),
    ("memberships.tsv", include_str!("../tables/memberships.tsv")),
    ("memberships_2026.tsv", include_str!("../tables/memberships_2026.tsv")),
    ("seats.tsv", include_str!("../tables/seats.tsv")),
    ("groups.tsv", include_str!("../tables/groups.tsv")),
    ("outlets.tsv", include_str!("../tables/outlets.tsv")),
    ("parties.tsv", include_str!("../tables/parties.tsv")),
    ("persons.tsv", include_str!("../tables/persons.tsv")),
    ("places.tsv", include_str!("../tables/places.tsv")),
    ("counties.tsv", include_str!("../tables/counties.tsv")),
    ("divisions.tsv", include_str!("../tables/divisions.tsv")),
    ("demonyms.tsv", include_str!("../tables/demonyms.tsv")),
    ("regions.tsv", include_str!("../tables/regions.tsv")),
    ("others.tsv", include_str!("../tables/others.tsv")),
];
