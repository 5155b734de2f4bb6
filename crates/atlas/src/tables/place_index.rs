//! Where the rows of towns, counties and divisions stand, by name and by code.

use super::index::{Index, Lists, add};
use super::key::write_key;
use super::place::Kind;
use super::territory::{Territories, point};
use verbale_document::{Lexicons, Row, TableError};

/// The columns that are read.
pub(crate) const COLUMNS: [&str; 9] =
    ["name", "iso3", "admin1", "lat", "lon", "geonameid", "population", "aliases", "kind"];
/// How many of them every table must have.
pub(crate) const NEEDED: usize = 8;
/// The tables, and what their rows are. A number of a row is its place in their texts, one after
/// another.
pub(crate) const TABLES: [(&str, Kind); 3] =
    [("places.tsv", Kind::Town), ("counties.tsv", Kind::County), ("divisions.tsv", Kind::Division)];

/// Rows by name and by code.
pub(crate) struct PlaceIndex {
    /// By key of a name.
    pub(crate) names: Index,
    /// Divisions by state and code.
    pub(crate) divisions: Index,
    /// People in the divisions of each state.
    pub(crate) people: Index,
}

impl PlaceIndex {
    /// Reads all rows.
    pub(crate) fn new(lexicons: &Lexicons, territories: &Territories) -> Result<Self, TableError> {
        let mut maker = Maker::default();
        for (table, kind) in TABLES {
            let rows = lexicons.table(table, &COLUMNS[..NEEDED])?;
            for row in rows.rows() {
                territories.state(&row, "iso3")?;
                maker.add(&row, kind)?;
            }
            maker.base += lexicons.text(table)?.len();
        }
        let [names, divisions, people] = maker.rows;
        Ok(PlaceIndex {
            names: Index::new(&names),
            divisions: Index::new(&divisions),
            people: Index::new(&people),
        })
    }
}

/// Names, divisions and people while they are collected.
#[derive(Default)]
struct Maker {
    rows: [Lists; 3],
    base: usize,
    key: String,
}

impl Maker {
    fn add(&mut self, row: &Row, kind: Kind) -> Result<(), TableError> {
        // A division without towns has no place.
        if kind == Kind::Division && row.get("lat").is_empty() {
            return Ok(());
        }
        if row.get("geonameid").parse::<u32>().is_err() {
            return Err(row.error(format!("geonameid `{}` is no number", row.get("geonameid"))));
        }
        point(row)?;
        let at = (self.base + row.offset()) as u32;
        let name = row.required("name")?;
        let bare = name.strip_suffix(" County").filter(|_| kind == Kind::County);
        let aliases = row.get("aliases").split('|').filter(|a| !a.is_empty());
        for name in [name].into_iter().chain(aliases).chain(bare) {
            write_key(name, &mut self.key);
            add(&mut self.rows[0], self.key.clone(), at);
        }
        if kind == Kind::Division {
            let (iso3, people) = (row.get("iso3"), row.get("population").parse().unwrap_or(0));
            self.rows[1].insert(code(iso3, row.get("admin1")), vec![at]);
            let sum = &mut self.rows[2].entry(iso3.to_string()).or_insert_with(|| vec![0])[0];
            *sum = sum.saturating_add(people);
        }
        Ok(())
    }
}

/// What a division is found by.
pub(crate) fn code(iso3: &str, admin1: &str) -> String {
    format!("{iso3} {admin1}")
}
