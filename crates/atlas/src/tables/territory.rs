//! States and territories.

use super::date::term;
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
                to: term(&row)?.1,
                place: place(&row)?,
            });
        }
        let by_iso3 = rows.iter().enumerate().map(|(i, t)| (t.iso3.clone(), i)).collect();
        Ok(Territories { rows, by_iso3 })
    }

    /// The ISO3 code under a column; empty where the cell is.
    ///
    /// # Errors
    /// A code that no state has.
    pub(crate) fn state<'t>(&self, row: &Row<'_, 't>, column: &str) -> Result<&'t str, TableError> {
        let code = row.get(column);
        self.known(row, code).map(|()| code)
    }

    /// Checks the state in which an actor code lies; bodies of states and others have none.
    pub(crate) fn check_code(&self, row: &Row, column: &str) -> Result<(), TableError> {
        let code = row.get(column);
        let state = code.split('.').next().unwrap_or_default();
        if ["IGO", "NGO", "MNC", "IMG"].contains(&state) {
            return Ok(());
        }
        self.known(row, state)
    }

    pub(crate) fn known(&self, row: &Row, iso3: &str) -> Result<(), TableError> {
        match iso3.is_empty() || self.by_iso3.contains_key(iso3) {
            true => Ok(()),
            false => Err(row.error(format!("no state has the code `{iso3}`"))),
        }
    }

    /// The index into [`Territories::rows`] of an ISO3 code.
    pub fn at(&self, iso3: &str) -> Option<usize> {
        self.by_iso3.get(iso3).copied()
    }
}

/// The point under `lat` and `lon`, in degrees north and east.
///
/// # Errors
/// What is no point on Earth.
pub(crate) fn point(row: &Row) -> Result<(f64, f64), TableError> {
    let degrees = |column: &str, most: f64| {
        let cell = row.get(column);
        let number = cell.parse().ok().filter(|d: &f64| d.abs() <= most);
        number.ok_or_else(|| {
            row.error(format!(
                "`{cell}` under `{column}` is no number of degrees from -{most} to {most}"
            ))
        })
    };
    Ok((degrees("lat", 90.0)?, degrees("lon", 180.0)?))
}

fn place(row: &Row) -> Result<Option<Place>, TableError> {
    if row.get("lat").is_empty() && row.get("lon").is_empty() {
        return Ok(None);
    }
    let (lat, lon) = point(row)?;
    Ok(Some(Place {
        geonameid: row.get("geonameid").parse().ok(),
        name: row.get("name").into(),
        lat,
        lon,
        country: Some(row.get("iso3").into()),
        admin1: None,
        kind: "country".into(),
    }))
}
