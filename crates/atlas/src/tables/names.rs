//! Names of actors: as they stand in running text, folded, and parts of them.

use super::gazetteer::Gazetteer;
use super::index::{Index, Lists, Numbers};
use super::known::Known;
use super::party::party_names;
use super::persons::Persons;
use super::short::{Named, Short};
use verbale_document::folding::fold;
use verbale_document::{Lexicons, TableError};

/// The tables whose names these are.
pub(crate) const TABLES: [&str; 11] = [
    "territories.tsv",
    "bodies.tsv",
    "memberships.tsv",
    "memberships_2026.tsv",
    "groups.tsv",
    "outlets.tsv",
    "seats.tsv",
    "regions.tsv",
    "others.tsv",
    "parties.tsv",
    "persons.tsv",
];

/// All names.
pub(crate) struct Names {
    /// As they are written.
    pub(crate) written: Gazetteer,
    /// What has a name, by the folded name: numbers of [`Known`].
    pub(crate) folded: Index,
    /// Rows of parties by folded name.
    pub(crate) parties: Index,
    /// Office holders, by surname.
    pub(crate) persons: Persons,
}

impl Names {
    /// Reads all rows.
    pub(crate) fn new(lexicons: &Lexicons, short: &Short) -> Result<Self, TableError> {
        let persons = Persons::new(lexicons, &short.territories)?;
        let mut all = short.names();
        for (i, person) in persons.iter().enumerate() {
            let full = person.names().filter(|n| n.contains(' '));
            all.extend(full.map(|n| (n.to_string(), Known::Person(i), false)));
        }
        all.extend(short.outlet_names());
        Ok(Names {
            written: Gazetteer::new(&all),
            folded: folded(&all),
            parties: party_names(lexicons, &short.territories)?,
            persons,
        })
    }

    /// From the indexes and numbers that `build.rs` made.
    pub(crate) fn built_in(
        lexicons: &Lexicons,
        [written, folded, parties, surnames]: [Index; 4],
        numbers: [Numbers; 2],
    ) -> Result<Self, TableError> {
        let persons = Persons::built_in(lexicons, surnames, numbers)?;
        Ok(Names { written: Gazetteer(written), folded, parties, persons })
    }
}

fn folded(names: &[Named]) -> Index {
    let mut rows = Lists::new();
    for (name, known, _) in names {
        let list = rows.entry(fold(name)).or_default();
        if !list.contains(&known.number()) {
            list.push(known.number());
        }
    }
    Index::new(&rows)
}
