//! The atlas as a whole.

use crate::body::{Body, Seat, bodies, groups, seats};
use crate::fold::{fold, id_of};
use crate::gazetteer::{Gazetteer, Known};
use crate::person::{BySurname, Person, persons};
use crate::place::Places;
use crate::role::Roles;
use crate::territory::{Territory, territories};
use rustc_hash::FxHashMap;
use verbale_document::{ActorCode, Date, Lexicons, MentionKind, SmolStr, TableError};

/// Who is who. Immutable; share it between threads.
pub struct Atlas {
    pub(crate) territories: Vec<Territory>,
    pub(crate) bodies: Vec<Body>,
    pub(crate) groups: Vec<Body>,
    pub(crate) seats: Vec<Seat>,
    pub(crate) persons: Vec<Person>,
    pub(crate) by_surname: BySurname,
    pub(crate) places: Places,
    pub(crate) roles: Roles,
    pub(crate) names: Gazetteer,
    by_fold: FxHashMap<String, Vec<Known>>,
}

/// One reading of a name.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// Wikidata id, else `x:` and a hash.
    pub id: SmolStr,
    /// Preferred name.
    pub name: SmolStr,
    /// What it is.
    pub kind: MentionKind,
    /// Actor code at the date asked for.
    pub code: Option<ActorCode>,
    /// ISO 3166 alpha-3 of its state.
    pub country: Option<SmolStr>,
    /// Members at the date, for bodies.
    pub members: Vec<ActorCode>,
    /// Offices held, with their dates and sources, for persons.
    pub offices: Vec<String>,
}

impl Atlas {
    /// Reads every table of [`crate::LEXICONS`].
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let (persons, by_surname) = persons(lexicons)?;
        let mut atlas = Atlas {
            territories: territories(lexicons)?,
            bodies: bodies(lexicons)?,
            groups: groups(lexicons)?,
            seats: seats(lexicons)?,
            persons,
            by_surname,
            places: Places::new(lexicons)?,
            roles: Roles::new(lexicons)?,
            names: Gazetteer::default(),
            by_fold: FxHashMap::default(),
        };
        atlas.add_capitals();
        atlas.index();
        Ok(atlas)
    }

    /// Capitals of states stand for their governments.
    fn add_capitals(&mut self) {
        let known: Vec<String> = self.seats.iter().map(|s| s.name.clone()).collect();
        for t in &self.territories {
            let capital = t.capital.to_string();
            let own_name = t.names.contains(&capital);
            if capital.is_empty() || own_name || known.contains(&capital) || t.iso2.is_empty() {
                continue;
            }
            let code = ActorCode::new(format!("{}.GOV", t.iso3));
            let label = SmolStr::from(format!("Government of {}", t.name));
            self.seats.push(Seat { name: capital, code, label, town: true });
        }
    }

    fn index(&mut self) {
        let mut all: Vec<(String, Known)> = Vec::new();
        for (i, t) in self.territories.iter().enumerate() {
            all.extend(t.names.iter().map(|n| (n.clone(), Known::Territory(i))));
            all.extend(t.adjectives.iter().map(|n| (n.clone(), Known::Demonym(i))));
        }
        for (i, b) in self.bodies.iter().enumerate() {
            all.extend(b.names.iter().map(|n| (n.clone(), Known::Body(i))));
            all.extend(b.epithets.iter().map(|n| (n.clone(), Known::Epithet(i))));
        }
        for (i, g) in self.groups.iter().enumerate() {
            all.extend(g.names.iter().map(|n| (n.clone(), Known::Group(i))));
        }
        all.extend(self.seats.iter().enumerate().map(|(i, s)| (s.name.clone(), Known::Seat(i))));
        for (i, p) in self.persons.iter().enumerate() {
            let full = p.names.iter().filter(|n| n.contains(' '));
            all.extend(full.map(|n| (n.clone(), Known::Person(i))));
        }
        for (name, known) in all {
            self.names.add(&name, known);
            self.by_fold.entry(fold(&name)).or_default().push(known);
        }
        self.names.seal();
    }

    /// Every reading of `name` (diacritics and case left out), at `date` where one is given:
    /// states, bodies, groups, seats, persons by full name or surname, towns.
    pub fn lookup(&self, name: &str, date: Option<Date>) -> Vec<Candidate> {
        let key = fold(name.trim().trim_start_matches("the ").trim_start_matches("The "));
        let mut found: Vec<Known> = self.by_fold.get(&key).cloned().unwrap_or_default();
        if found.is_empty() {
            let serving = |i: &&usize| date.is_none_or(|d| self.persons[**i].serves(d));
            let bearers = self.by_surname.get(&key).into_iter().flatten();
            found.extend(bearers.filter(serving).map(|i| Known::Person(*i)));
        }
        let mut out: Vec<Candidate> = Vec::new();
        for known in found {
            let candidate = self.candidate(known, date);
            if !out.contains(&candidate) {
                out.push(candidate);
            }
        }
        out.extend(self.places.named(&key).take(3).map(place_candidate));
        out
    }

    /// A table row as a candidate.
    pub(crate) fn candidate(&self, known: Known, date: Option<Date>) -> Candidate {
        match known {
            Known::Territory(i) | Known::Demonym(i) => territory_candidate(&self.territories[i]),
            Known::Body(i) | Known::Epithet(i) => body_candidate(&self.bodies[i], date),
            Known::Group(i) => body_candidate(&self.groups[i], date),
            Known::Seat(i) => seat_candidate(&self.seats[i]),
            Known::Person(i) => person_candidate(&self.persons[i], date),
        }
    }
}

fn bare(id: SmolStr, name: SmolStr, kind: MentionKind) -> Candidate {
    let (code, country) = (None, None);
    Candidate { id, name, kind, code, country, members: vec![], offices: vec![] }
}

fn territory_candidate(t: &Territory) -> Candidate {
    Candidate {
        code: Some(ActorCode::new(t.iso3.clone())),
        country: Some(t.iso3.clone()),
        ..bare(id_of(&t.qid, &t.name), t.name.clone(), MentionKind::Country)
    }
}

fn body_candidate(b: &Body, date: Option<Date>) -> Candidate {
    let state = b.code.country();
    let own = !matches!(state, "IGO" | "NGO" | "MNC" | "IMG");
    Candidate {
        code: Some(b.code.clone()),
        country: own.then(|| SmolStr::new(state)),
        members: b.members(date),
        ..bare(id_of(&b.qid, &b.name), b.name.clone(), MentionKind::Organisation)
    }
}

fn seat_candidate(s: &Seat) -> Candidate {
    Candidate {
        code: Some(s.code.clone()),
        country: Some(SmolStr::new(s.code.country())),
        ..bare(id_of("", &s.label), s.label.clone(), MentionKind::Organisation)
    }
}

fn person_candidate(p: &Person, date: Option<Date>) -> Candidate {
    let office = |t: &crate::person::Tenure| {
        let day = |d: Option<Date>| d.map_or("?".to_string(), |d| d.to_string());
        let to = if t.to.is_some() { day(t.to) } else { "open".to_string() };
        format!("{} {} to {} ({})", t.code(), day(t.from), to, t.source)
    };
    Candidate {
        code: p.code(date),
        country: p.country(),
        offices: p.tenures.iter().map(office).collect(),
        ..bare(id_of(&p.qid, &p.name), p.name.clone(), MentionKind::Person)
    }
}

fn place_candidate(p: &verbale_document::Place) -> Candidate {
    let id = p
        .geonameid
        .map_or_else(|| id_of("", &p.name), |id| SmolStr::from(format!("geonames:{id}")));
    Candidate { country: p.country.clone(), ..bare(id, p.name.clone(), MentionKind::Place) }
}
