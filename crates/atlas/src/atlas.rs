//! The atlas as a whole.

use crate::body::{Body, Seat, bodies, groups, seats};
use crate::fold::fold;
use crate::gazetteer::{Gazetteer, Known};
use crate::key::key;
use crate::party::Parties;
use crate::person::Persons;
use crate::place::{Kind, Places};
use crate::region::{Other, Region, others, regions};
use crate::role::Roles;
use crate::territory::{Territories, list};
use crate::words::Words;
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Lexicons, Place, SmolStr, TableError};

/// Who is who. Immutable; share it between threads.
pub struct Atlas {
    pub(crate) territories: Territories,
    pub(crate) bodies: Vec<Body>,
    pub(crate) groups: Vec<Body>,
    pub(crate) seats: Vec<Seat>,
    pub(crate) parties: Parties,
    pub(crate) persons: Persons,
    pub(crate) places: Places,
    pub(crate) regions: Vec<Region>,
    /// Where a people lives or a bloc is, by the key of its name.
    pub(crate) homelands: FxHashMap<String, Place>,
    pub(crate) others: Vec<Other>,
    pub(crate) roles: Roles,
    pub(crate) words: Words,
    pub(crate) names: Gazetteer,
    pub(crate) by_fold: FxHashMap<String, Vec<Known>>,
}

impl Atlas {
    /// Reads every table of [`crate::LEXICONS`].
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        // Half of the work is in the places.
        std::thread::scope(|scope| {
            let places = scope.spawn(|| Places::new(lexicons));
            let join = || places.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Atlas::build(lexicons, join)
        })
    }

    fn build(
        lexicons: &Lexicons,
        places: impl FnOnce() -> Result<Places, TableError>,
    ) -> Result<Self, TableError> {
        let territories = Territories::new(lexicons)?;
        let mut atlas = Atlas {
            bodies: bodies(lexicons)?,
            groups: groups(lexicons)?,
            seats: seats(lexicons)?,
            parties: Parties::new(lexicons, &territories)?,
            persons: Persons::new(lexicons)?,
            regions: regions(lexicons)?,
            homelands: FxHashMap::default(),
            others: others(lexicons)?,
            roles: Roles::new(lexicons)?,
            words: Words::new(lexicons)?,
            names: Gazetteer::default(),
            by_fold: FxHashMap::default(),
            places: Places::default(),
            territories,
        };
        atlas.add_capitals();
        atlas.index();
        atlas.places = places()?;
        atlas.add_homelands(lexicons)?;
        Ok(atlas)
    }

    /// Peoples of divisions and regions.
    fn add_homelands(&mut self, lexicons: &Lexicons) -> Result<(), TableError> {
        for row in lexicons.table("demonyms.tsv", &["iso3", "name", "demonyms"])?.rows() {
            let (iso3, name) = (row.get("iso3"), row.get("name"));
            let region = self.regions.iter().find(|r| iso3.is_empty() && r.place.name == name);
            let mut spots = self.places.named(name);
            let division = spots.find(|s| s.iso3 == iso3 && s.kind == Kind::Division);
            let place = match (region, division) {
                (Some(region), _) => region.place.clone(),
                (None, Some(division)) => self.places.place(&division),
                (None, None) => return Err(row.error(format!("no region or division `{name}`"))),
            };
            for demonym in list(row.get("demonyms")) {
                self.homelands.insert(key(&demonym), place.clone());
            }
        }
        Ok(())
    }

    /// Capitals of today's states stand for their governments.
    fn add_capitals(&mut self) {
        for t in &self.territories.rows {
            let own_name = t.names.iter().any(|n| *n == t.capital.as_str());
            if t.capital.is_empty() || own_name || t.to.is_some() || t.place.is_none() {
                continue;
            }
            let code = ActorCode::new(format!("{}.GOV", t.iso3));
            let label = SmolStr::from(format!("Government of {}", t.name));
            self.seats.push(Seat {
                name: t.capital.to_string(),
                code,
                label,
                town: true,
                from: None,
                to: None,
                unless: SmolStr::default(),
            });
        }
    }

    /// Collects all names, those that win over others first.
    fn index(&mut self) {
        let mut all: Vec<(String, Known, bool)> = Vec::new();
        for (i, t) in self.territories.rows.iter().enumerate() {
            for name in &t.names {
                all.push((name.clone(), Known::Territory(i), false));
                all.extend(shouted(name).map(|n| (n, Known::Territory(i), false)));
            }
            for name in &t.adjectives {
                all.push((name.clone(), Known::Demonym(i), false));
                all.extend(shouted(name).map(|n| (n, Known::Demonym(i), false)));
            }
        }
        for (i, b) in self.bodies.iter().enumerate() {
            all.extend(names_of(b, Known::Body(i)));
            all.extend(b.epithets.iter().map(|n| (n.clone(), Known::Epithet(i), false)));
        }
        for (i, g) in self.groups.iter().enumerate() {
            all.extend(names_of(g, Known::Group(i)));
        }
        let seat = |(i, s): (usize, &Seat)| (s.name.clone(), Known::Seat(i), false);
        all.extend(self.seats.iter().enumerate().map(seat));
        for (i, r) in self.regions.iter().enumerate() {
            all.extend(r.names.iter().map(|n| (n.clone(), Known::Region(i), false)));
            all.extend(r.adjectives.iter().map(|n| (n.clone(), Known::Native(i), false)));
        }
        for (i, other) in self.others.iter().enumerate() {
            all.push((other.name.clone(), Known::Other(i), false));
        }
        for (i, p) in self.persons.rows.iter().enumerate() {
            let full = p.names.iter().filter(|n| n.contains(' '));
            all.extend(full.map(|n| (n.clone(), Known::Person(i), false)));
        }
        self.by_fold.reserve(all.len());
        for (name, known, weak) in all {
            self.names.add(&name, known, weak);
            let rows = self.by_fold.entry(fold(&name)).or_default();
            if !rows.contains(&known) {
                rows.push(known);
            }
        }
        self.names.seal();
    }
}

fn names_of(body: &Body, known: Known) -> impl Iterator<Item = (String, Known, bool)> + '_ {
    let strong = body.names.iter().map(move |n| (n.clone(), known, false));
    strong.chain(body.weak.iter().map(move |n| (n.clone(), known, true)))
}

/// The name in capitals, as headlines and datelines have it, where it is long enough to be no
/// acronym.
fn shouted(name: &str) -> Option<String> {
    let upper = name.to_uppercase();
    (name.len() > 4 && upper != name).then_some(upper)
}
