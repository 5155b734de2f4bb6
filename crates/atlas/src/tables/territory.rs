//! States and territories.

use super::date::last_day;
use rustc_hash::FxHashMap;
use verbale_document::{Date, Lexicons, Place, Row, SmolStr, TableError};

/// A state or territory.
#[derive(Clone, Debug)]
pub struct Territory {
    /// ISO 3166 alpha-3.
    pub iso3: SmolStr,
    /// Wikidata id; empty where there is none.
    pub(crate) qid: SmolStr,
    /// Preferred name.
    pub(crate) name: SmolStr,
    /// All names, the preferred one first.
    pub names: Vec<String>,
    /// Its adjectives and people: "French", "Frenchmen".
    pub(crate) adjectives: Vec<String>,
    /// Name of its capital; empty where it has none.
    pub(crate) capital: SmolStr,
    /// A former state's last day.
    pub(crate) to: Option<Date>,
    /// A point inside, where one is known.
    pub place: Option<Place>,
}

/// The cell's parts between bars.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// The same as a list.
pub(crate) fn list(cell: &str) -> Vec<String> {
    parts(cell).map(str::to_string).collect()
}

/// All rows, and where each ISO3 code stands.
pub struct Territories {
    /// In the order of the table.
    pub rows: Vec<Territory>,
    by_iso3: FxHashMap<SmolStr, usize>,
}

impl Territories {
    /// Reads all rows.
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table =
            lexicons.table("territories.tsv", &["iso3", "name", "adjectives", "capital"])?;
        let mut rows = Vec::new();
        for row in table.rows() {
            let iso3 = row.get("iso3");
            if iso3.len() != 3 || !iso3.bytes().all(|b| b.is_ascii_uppercase()) {
                return Err(row.error(format!("`{iso3}` is no ISO 3166 alpha-3 code")));
            }
            let mut names = vec![row.required("name")?.to_string()];
            names.extend(list(row.get("aliases")));
            rows.push(Territory {
                iso3: iso3.into(),
                qid: row.get("qid").into(),
                name: row.get("name").into(),
                names,
                adjectives: list(row.get("adjectives")),
                capital: row.get("capital").into(),
                to: last_day(row.get("to")),
                place: place(&row),
            });
        }
        let by_iso3 = rows.iter().enumerate().map(|(i, t)| (t.iso3.clone(), i)).collect();
        Ok(Territories { rows, by_iso3 })
    }

    /// The index into [`Territories::rows`] of an ISO3 code.
    pub fn at(&self, iso3: &str) -> Option<usize> {
        self.by_iso3.get(iso3).copied()
    }
}

/// A number of degrees that is one.
pub(crate) fn degrees(row: &Row, column: &str) -> Option<f64> {
    row.get(column).parse().ok().filter(|d: &f64| d.abs() <= 180.0)
}

fn place(row: &Row) -> Option<Place> {
    Some(Place {
        geonameid: row.get("geonameid").parse().ok(),
        name: row.get("name").into(),
        lat: degrees(row, "lat")?,
        lon: degrees(row, "lon")?,
        country: Some(row.get("iso3").into()),
        admin1: None,
        kind: "country".into(),
    })
}
