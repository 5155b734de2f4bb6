//! Towns on the map.

use crate::fold::fold;
use rustc_hash::FxHashMap;
use verbale_document::{Lexicons, Place, SmolStr, TableError};

/// Towns by folded name, the largest first.
pub(crate) struct Places {
    rows: Vec<(Place, u64)>,
    by_name: FxHashMap<String, Vec<u32>>,
}

impl Places {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["geonameid", "name", "iso3", "lat", "lon", "population", "kind"];
        let table = lexicons.table("places.tsv", &columns)?;
        let mut all = Places { rows: Vec::new(), by_name: FxHashMap::default() };
        for row in table.rows() {
            let number = |c: &str| row.get(c).parse::<f64>();
            let (Ok(lat), Ok(lon)) = (number("lat"), number("lon")) else {
                return Err(row.error("lat and lon must be numbers"));
            };
            let some = |c: &str| Some(SmolStr::new(row.get(c))).filter(|s| !s.is_empty());
            let place = Place {
                geonameid: row.get("geonameid").parse().ok(),
                name: row.get("name").into(),
                lat,
                lon,
                country: some("iso3"),
                admin1: some("admin1"),
                kind: row.get("kind").into(),
            };
            let at = all.rows.len() as u32;
            for name in row.get("aliases").split('|').chain([row.get("name")]) {
                if !name.is_empty() {
                    all.by_name.entry(fold(name)).or_default().push(at);
                }
            }
            all.rows.push((place, row.get("population").parse().unwrap_or(0)));
        }
        for list in all.by_name.values_mut() {
            let key = |at: &u32| {
                let (place, people) = &all.rows[*at as usize];
                (place.kind != "capital", std::cmp::Reverse(*people))
            };
            list.sort_by_key(key);
        }
        Ok(all)
    }

    /// Towns of this name: capitals first, then the largest.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Place> {
        let list = self.by_name.get(&fold(name)).map_or(&[][..], Vec::as_slice);
        list.iter().map(|at| &self.rows[*at as usize].0)
    }
}
