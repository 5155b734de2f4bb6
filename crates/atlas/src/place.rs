//! Towns and first-order divisions (states, provinces) of GeoNames.

use crate::fold::fold;
use rustc_hash::{FxBuildHasher, FxHashMap};
use verbale_document::{Lexicons, Place, SmolStr, TableError};

/// A town or a division.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub geonameid: u32,
    pub name: SmolStr,
    pub iso3: SmolStr,
    /// GeoNames code of the division it lies in (or is).
    pub admin1: SmolStr,
    pub lat: f32,
    pub lon: f32,
    /// People; 0 for divisions.
    pub population: u32,
    pub kind: Kind,
}

/// What a spot is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Town,
    Capital,
    Division,
}

/// About how many spots and names the tables hold.
const CAPACITY: usize = 100_000;
/// The end of a chain of entries.
const END: u32 = u32::MAX;

/// Spots by folded name, and names of divisions by code.
pub(crate) struct Places {
    spots: Vec<Spot>,
    /// Of each folded name, where its chain of entries begins.
    by_name: FxHashMap<String, u32>,
    /// A spot, and where the next entry of the same name is: one allocation for all chains.
    entries: Vec<(u32, u32)>,
    divisions: FxHashMap<(SmolStr, SmolStr), u32>,
}

impl Places {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut all = Places {
            spots: Vec::with_capacity(CAPACITY),
            by_name: FxHashMap::with_capacity_and_hasher(CAPACITY, FxBuildHasher),
            entries: Vec::with_capacity(CAPACITY),
            divisions: FxHashMap::default(),
        };
        let columns = ["geonameid", "name", "iso3", "admin1", "lat", "lon", "population", "kind"];
        for row in lexicons.table("places.tsv", &columns)?.rows() {
            let kind = if row.get("kind") == "capital" { Kind::Capital } else { Kind::Town };
            all.add(&row, kind)?;
        }
        for row in lexicons.table("divisions.tsv", &columns[..6])?.rows() {
            if !row.get("lat").is_empty() {
                all.add(&row, Kind::Division)?;
            }
        }
        Ok(all)
    }

    fn add(&mut self, row: &verbale_document::Row, kind: Kind) -> Result<(), TableError> {
        let (Ok(lat), Ok(lon)) = (row.get("lat").parse(), row.get("lon").parse()) else {
            return Err(row.error("lat and lon must be numbers"));
        };
        let Ok(geonameid) = row.get("geonameid").parse() else {
            return Err(row.error("geonameid must be a number"));
        };
        let at = self.spots.len() as u32;
        let spot = Spot {
            geonameid,
            name: row.get("name").into(),
            iso3: row.get("iso3").into(),
            admin1: row.get("admin1").into(),
            lat,
            lon,
            population: row.get("population").parse().unwrap_or(0),
            kind,
        };
        if kind == Kind::Division {
            self.divisions.insert((spot.iso3.clone(), spot.admin1.clone()), at);
        }
        for name in row.get("aliases").split('|').chain([row.get("name")]) {
            if !name.is_empty() {
                self.name(fold(name), at);
            }
        }
        self.spots.push(spot);
        Ok(())
    }

    /// Puts a spot at the head of the chain of its name.
    fn name(&mut self, key: String, spot: u32) {
        let at = self.entries.len() as u32;
        let head = self.by_name.entry(key).or_insert(END);
        let twice = self.entries.get(*head as usize).is_some_and(|(other, _)| *other == spot);
        if !twice {
            self.entries.push((spot, *head));
            *head = at;
        }
    }

    /// Spots of this name (folded), the last of the tables first.
    pub(crate) fn named(&self, key: &str) -> impl Iterator<Item = &Spot> {
        let mut at = self.by_name.get(key).copied().unwrap_or(END);
        std::iter::from_fn(move || {
            let (spot, next) = *self.entries.get(at as usize)?;
            at = next;
            Some(&self.spots[spot as usize])
        })
    }

    /// The division that a spot lies in.
    pub(crate) fn division(&self, spot: &Spot) -> Option<&Spot> {
        let at = self.divisions.get(&(spot.iso3.clone(), spot.admin1.clone()))?;
        Some(&self.spots[*at as usize])
    }

    /// The division with a postal code such as "NY" in a state that uses them in addresses.
    pub(crate) fn by_code(&self, iso3: &str, code: &str) -> Option<&Spot> {
        let at = self.divisions.get(&(SmolStr::new(iso3), SmolStr::new(code)))?;
        Some(&self.spots[*at as usize])
    }

    /// A spot as a record has it.
    pub(crate) fn place(&self, spot: &Spot) -> Place {
        let kind = match spot.kind {
            Kind::Town => "city",
            Kind::Capital => "capital",
            Kind::Division => "region",
        };
        let division = self.division(spot).filter(|d| d.geonameid != spot.geonameid);
        Place {
            geonameid: Some(spot.geonameid),
            name: spot.name.clone(),
            lat: round(spot.lat),
            lon: round(spot.lon),
            country: Some(spot.iso3.clone()),
            admin1: division.map(|d| d.name.clone()),
            kind: kind.into(),
        }
    }
}

/// The two decimals of the table, without the noise of a conversion.
fn round(degrees: f32) -> f64 {
    (f64::from(degrees) * 100.0).round() / 100.0
}
