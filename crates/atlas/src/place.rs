//! Towns, counties and first-order divisions (states, provinces) of GeoNames.
//!
//! The tables are long and a document asks for few of their rows, so that loading only lays each
//! row's cells into one text and its names into a hash table; a row is read when it is asked for.

use crate::key::{key, write_key};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use verbale_document::{Lexicons, Place, Row, SmolStr, Table, TableError};

/// A town, a county or a division.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub geonameid: u32,
    pub name: SmolStr,
    pub iso3: SmolStr,
    /// GeoNames code of the division it lies in (or is).
    pub admin1: SmolStr,
    pub lat: f64,
    pub lon: f64,
    /// People, in its towns where it is no town.
    pub population: u32,
    pub kind: Kind,
    /// A county by the name of something else: "Orange" for Orange County.
    pub bare: bool,
}

/// What a spot is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Town,
    Capital,
    County,
    Division,
}

const COLUMNS: [&str; 9] =
    ["name", "aliases", "iso3", "admin1", "lat", "lon", "geonameid", "population", "kind"];
/// Chains of names by hash.
const CHAINS: usize = 1 << 18;
/// The end of a chain.
const END: u32 = u32::MAX;

/// Spots by name, and divisions by code.
#[derive(Default)]
pub(crate) struct Places {
    /// The cells of all rows, as [`COLUMNS`] has them, a line a row.
    text: String,
    /// Of each hash of a name, where its chain of entries begins.
    chains: Vec<u32>,
    /// Where a row begins, and the next entry of the chain.
    entries: Vec<(u32, u32)>,
    divisions: FxHashMap<(SmolStr, SmolStr), Spot>,
    /// People in the divisions of each state.
    people: FxHashMap<SmolStr, u32>,
}

impl Places {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut all = Places {
            text: String::with_capacity(10 << 20),
            chains: vec![END; CHAINS],
            entries: Vec::with_capacity(CHAINS),
            divisions: FxHashMap::default(),
            people: FxHashMap::default(),
        };
        let mut key = String::new();
        let places = lexicons.table("places.tsv", &COLUMNS)?;
        let at = columns(&places);
        for row in places.rows() {
            all.add(&row, &at, "", &mut key)?;
        }
        let counties = lexicons.table("counties.tsv", &COLUMNS[..8])?;
        let at = columns(&counties);
        for row in counties.rows() {
            all.add(&row, &at, "county", &mut key)?;
        }
        let divisions = lexicons.table("divisions.tsv", &COLUMNS[..8])?;
        let at = columns(&divisions);
        for row in divisions.rows().filter(|r| !r.get("lat").is_empty()) {
            let line = all.add(&row, &at, "division", &mut key)?;
            let spot = all.read(line);
            *all.people.entry(spot.iso3.clone()).or_insert(0) += spot.population;
            all.divisions.insert((spot.iso3.clone(), spot.admin1.clone()), spot);
        }
        Ok(all)
    }

    /// Adds a row, and says where it begins. A town's kind stands in the table; `key` is scratch.
    fn add(
        &mut self,
        row: &Row,
        at: &[usize; 9],
        kind: &str,
        key: &mut String,
    ) -> Result<u32, TableError> {
        let cells: [&str; 9] = std::array::from_fn(|i| row.at(at[i]));
        let numeric = |c: u8| c.is_ascii_digit() || matches!(c, b'-' | b'.');
        let number = |cell: &&str| !cell.is_empty() && cell.bytes().all(numeric);
        if !cells[4..7].iter().all(number) {
            return Err(row.error("lat, lon and geonameid must be numbers"));
        }
        let line = self.text.len() as u32;
        for cell in &cells[..8] {
            self.text.push_str(cell);
            self.text.push('\t');
        }
        self.text.push_str(if kind.is_empty() { cells[8] } else { kind });
        self.text.push('\n');
        let [name, aliases, ..] = cells;
        self.name(name, line, key);
        if !aliases.is_empty() {
            aliases.split('|').for_each(|alias| self.name(alias, line, key));
        }
        if let Some(bare) = name.strip_suffix(" County").filter(|_| kind == "county") {
            self.name(bare, line, key);
        }
        Ok(line)
    }

    /// Puts a row at the head of the chain of a name.
    fn name(&mut self, name: &str, row: u32, key: &mut String) {
        write_key(name, key);
        let head = &mut self.chains[chain(key)];
        if self.entries.get(*head as usize).is_none_or(|(first, _)| *first != row) {
            self.entries.push((row, *head));
            *head = self.entries.len() as u32 - 1;
        }
    }

    fn cells(&self, at: u32) -> [&str; 9] {
        let line = &self.text[at as usize..];
        let mut cells = line[..line.find('\n').unwrap_or(line.len())].split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or(""))
    }

    fn read(&self, at: u32) -> Spot {
        let [name, _, iso3, admin1, lat, lon, geonameid, population, kind] = self.cells(at);
        let kind = match kind {
            "capital" => Kind::Capital,
            "county" => Kind::County,
            "division" => Kind::Division,
            _ => Kind::Town,
        };
        Spot {
            geonameid: geonameid.parse().unwrap_or(0),
            name: name.into(),
            iso3: iso3.into(),
            admin1: admin1.into(),
            lat: lat.parse().unwrap_or(0.0),
            lon: lon.parse().unwrap_or(0.0),
            population: population.parse().unwrap_or(0),
            kind,
            bare: false,
        }
    }

    /// Whether the row bears a name with this key.
    fn bears(&self, at: u32, wanted: &str) -> bool {
        let [name, aliases, .., kind] = self.cells(at);
        let bare = name.strip_suffix(" County").filter(|_| kind == "county");
        let names = aliases.split('|').chain([name]).chain(bare);
        names.into_iter().any(|n| key(n) == wanted)
    }

    /// Spots of a name, the last of the tables first.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = Spot> {
        let wanted = key(name);
        let mut at = self.chains.get(chain(&wanted)).copied().unwrap_or(END);
        std::iter::from_fn(move || {
            loop {
                let (row, next) = *self.entries.get(at as usize)?;
                at = next;
                if self.bears(row, &wanted) {
                    let spot = self.read(row);
                    let bare = spot.name.ends_with(" County") && !wanted.ends_with(" county");
                    return Some(Spot { bare, ..spot });
                }
            }
        })
    }

    /// The division that a spot lies in.
    pub(crate) fn division(&self, spot: &Spot) -> Option<&Spot> {
        self.divisions.get(&(spot.iso3.clone(), spot.admin1.clone()))
    }

    /// About how many people live in a state.
    pub(crate) fn people(&self, iso3: &str) -> u32 {
        self.people.get(iso3).copied().unwrap_or(0)
    }

    /// The division with a postal code such as "NY" in a state that uses them in addresses.
    pub(crate) fn by_code(&self, iso3: &str, code: &str) -> Option<&Spot> {
        self.divisions.get(&(SmolStr::new(iso3), SmolStr::new(code)))
    }

    /// A spot as a record has it.
    pub(crate) fn place(&self, spot: &Spot) -> Place {
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
            admin1: division.map(|d| d.name.clone()),
            kind: kind.into(),
        }
    }
}

/// The chain that a key is in.
fn chain(key: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(key.as_bytes());
    (hasher.finish() >> 20) as usize % CHAINS
}

/// Where the cells stand in a table.
fn columns(table: &Table) -> [usize; 9] {
    COLUMNS.map(|name| table.column(name).unwrap_or(usize::MAX))
}
