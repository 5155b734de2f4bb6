//! The tables that are short enough to be read at once.

use super::body::{Body, Seat, bodies, groups, seats};
use super::known::Known;
use super::outlet::{Outlet, outlets};
use super::region::{Other, Region, others, regions};
use super::territory::Territories;
use verbale_document::{ActorCode, Lexicons, SmolStr, TableError};

/// States, bodies, seats, groups, outlets, regions.
pub(crate) struct Short {
    pub(crate) territories: Territories,
    pub(crate) bodies: Vec<Body>,
    pub(crate) groups: Vec<Body>,
    pub(crate) outlets: Vec<Outlet>,
    pub(crate) seats: Vec<Seat>,
    pub(crate) regions: Vec<Region>,
    pub(crate) others: Vec<Other>,
}

/// A name, what it stands for, and whether it is a common word as well.
pub(crate) type Named = (String, Known, bool);

impl Short {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let territories = Territories::new(lexicons)?;
        let mut short = Short {
            bodies: bodies(lexicons, &territories)?,
            groups: groups(lexicons, &territories)?,
            outlets: outlets(lexicons, &territories)?,
            seats: seats(lexicons, &territories)?,
            regions: regions(lexicons, &territories)?,
            others: others(lexicons)?,
            territories,
        };
        short.add_capitals();
        Ok(short)
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
                home: false,
                from: None,
                to: None,
                unless: SmolStr::default(),
            });
        }
    }

    /// Names of outlets, over which all others win.
    pub(crate) fn outlet_names(&self) -> impl Iterator<Item = Named> + '_ {
        let outlets = self.outlets.iter().enumerate();
        outlets.flat_map(|(i, o)| names_of(&o.body, Known::Outlet(i)))
    }

    /// All other names, those that win over others first.
    pub(crate) fn names(&self) -> Vec<Named> {
        let mut all: Vec<Named> = Vec::new();
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
        all
    }
}

fn names_of(body: &Body, known: Known) -> impl Iterator<Item = Named> + '_ {
    let strong = body.names.iter().map(move |n| (n.clone(), known, false));
    strong.chain(body.weak.iter().map(move |n| (n.clone(), known, true)))
}

/// The name in capitals, as headlines and datelines have it, where it is long enough to be no
/// acronym.
fn shouted(name: &str) -> Option<String> {
    let upper = name.to_uppercase();
    (name.len() > 4 && upper != name).then_some(upper)
}
