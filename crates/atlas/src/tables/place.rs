//! Towns, counties and first-order divisions (states, provinces) of GeoNames.
//!
//! The tables are long: their names are found through an index that is made when the program is
//! built, and a row is read when it is asked for.

use super::key::key;
use super::lines::Lines;
use super::place_index::{COLUMNS, NEEDED, PlaceIndex, TABLES, code};
use verbale_document::{Lexicons, Place, SmolStr, TableError};

/// A town, a county or a division.
#[derive(Clone, Debug)]
pub struct Spot {
    /// GeoNames id.
    pub(crate) geonameid: u32,
    /// Preferred name.
    pub(crate) name: SmolStr,
    /// Its state, ISO 3166 alpha-3.
    pub iso3: SmolStr,
    /// GeoNames code of the division it lies in (or is).
    pub admin1: SmolStr,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// People, in its towns where it is no town.
    pub population: u32,
    /// What it is.
    pub kind: Kind,
    /// A county by the name of something else: "Orange" for Orange County.
    pub bare: bool,
}

/// What a spot is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A town that is no state's capital.
    Town,
    /// The capital of a state.
    Capital,
    /// A second-order division.
    County,
    /// A first-order division: a state of the USA, a province.
    Division,
}

/// Spots by name, and divisions by code.
pub struct Places {
    tables: [Lines<9>; 3],
    index: PlaceIndex,
}

impl Places {
    /// The tables of `lexicons`, with the index of their rows.
    pub(crate) fn new(lexicons: &Lexicons, index: PlaceIndex) -> Result<Self, TableError> {
        let lines = |i: usize| Lines::new(lexicons, TABLES[i].0, COLUMNS, NEEDED);
        Ok(Places { tables: [lines(0)?, lines(1)?, lines(2)?], index })
    }

    fn read(&self, number: u32) -> Spot {
        let (mut at, mut table) = (number as usize, 0);
        while at >= self.tables[table].len() {
            at -= self.tables[table].len();
            table += 1;
        }
        let [name, iso3, admin1, lat, lon, geonameid, population, _, kind] =
            self.tables[table].cells(at);
        Spot {
            geonameid: geonameid.parse().unwrap_or(0),
            name: name.into(),
            iso3: iso3.into(),
            admin1: admin1.into(),
            lat: lat.parse().unwrap_or(0.0),
            lon: lon.parse().unwrap_or(0.0),
            population: population.parse().unwrap_or(0),
            kind: if kind == "capital" { Kind::Capital } else { TABLES[table].1 },
            bare: false,
        }
    }

    /// Spots of a name ([`key`]), the last of the tables first.
    pub fn named(&self, name: &str) -> impl Iterator<Item = Spot> {
        let wanted = key(name);
        let county = wanted.ends_with(" county");
        let rows: Vec<u32> = self.index.names.get(&wanted).collect();
        // "WA" is no town called "Wa".
        let short = name.len() <= 3 && name.chars().all(char::is_uppercase);
        let name = name.to_string();
        let other = move |spot: &Spot| {
            short && spot.name != name.as_str() && spot.name.to_uppercase() == name
        };
        let spots = rows.into_iter().rev().map(move |row| {
            let spot = self.read(row);
            let bare = !county && spot.name.ends_with(" County");
            Spot { bare, ..spot }
        });
        spots.filter(move |spot| !other(spot))
    }

    /// The division that a spot lies in.
    pub(crate) fn division(&self, spot: &Spot) -> Option<Spot> {
        self.by_code(&spot.iso3, &spot.admin1)
    }

    /// About how many people live in a state.
    pub fn people(&self, iso3: &str) -> u32 {
        self.index.people.get(iso3).next().unwrap_or(0)
    }

    /// The division with a code, which is the postal one ("NY") in states that use them in addresses.
    pub fn by_code(&self, iso3: &str, admin1: &str) -> Option<Spot> {
        self.index.divisions.get(&code(iso3, admin1)).next().map(|row| self.read(row))
    }

    /// A spot as a record has it.
    pub fn place(&self, spot: &Spot) -> Place {
        let kind = match spot.kind {
            Kind::Town => "city",
            Kind::Capital => "capital",
            Kind::County => "county",
            Kind::Division => "region",
        };
        let division = self.division(spot).filter(|d| d.geonameid != spot.geonameid);
        Place {
            geonameid: Some(spot.geonameid),
            name: spot.name.clone(),
            lat: spot.lat,
            lon: spot.lon,
            country: Some(spot.iso3.clone()),
            admin1: division.map(|d| d.name),
            kind: kind.into(),
        }
    }
}
