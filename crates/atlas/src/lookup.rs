//! Asking the atlas about a name.

use crate::Atlas;
use crate::tables::body::{Body, Seat};
use crate::tables::known::Known;
use crate::tables::person::{Held, Person, Tenure};
use crate::tables::territory::Territory;
use verbale_document::folding::{fold, id_of, own_id};
use verbale_document::{ActorCode, Date, Entity, MentionKind, Place, SmolStr};

/// How many towns of a name [`Atlas::lookup`] tells.
const TOWNS: usize = 3;

/// One reading of a name.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// What a mention of it would refer to, with its code and members at the date asked for.
    pub entity: Entity,
    /// Offices held, with their dates and sources, for persons.
    pub offices: Vec<String>,
    /// Where it is, for states and places.
    pub place: Option<Place>,
    /// How sure the table is at the date, 0..1: an open tenure past its source's date is a guess.
    pub confidence: f32,
}

impl Atlas {
    /// Every reading of `name` (diacritics and case left out), at `date` where one is given:
    /// states, bodies, groups, seats, persons by full name, else parties and persons in office by
    /// surname; then towns. The likeliest first.
    pub fn lookup(&self, name: &str, date: Option<Date>) -> Vec<Candidate> {
        let key = fold(name);
        let key = key.strip_prefix("the ").unwrap_or(&key);
        let known: Vec<Known> = self.known(key).collect();
        let mut out: Vec<Candidate> = Vec::new();
        let mut add = |candidate: Candidate| {
            if !out.iter().any(|c| c.entity.id == candidate.entity.id) {
                out.push(candidate);
            }
        };
        let meant = |k: &&Known| !matches!(k, Known::Seat(i) if !self.seats[*i].at(date));
        known.iter().filter(meant).for_each(|k| add(self.candidate(*k, date)));
        if known.is_empty() {
            self.parties.named(key).for_each(|i| add(self.party_candidate(i)));
            let mut serving: Vec<usize> = self.persons.called(key).collect();
            serving.retain(|i| self.held(*i, date) != Held::No);
            serving.sort_by_key(|i| std::cmp::Reverse(self.held(*i, date)));
            serving.into_iter().for_each(|i| add(self.candidate(Known::Person(i), date)));
        }
        self.spots(key).iter().take(TOWNS).for_each(|s| add(place_candidate(self.places.place(s))));
        out
    }

    fn held(&self, person: usize, date: Option<Date>) -> Held {
        self.persons.get(person).office(date).map_or(Held::No, |(_, held)| held)
    }

    /// A table row as a candidate.
    pub fn candidate(&self, known: Known, date: Option<Date>) -> Candidate {
        match known {
            Known::Territory(i) | Known::Demonym(i) => {
                territory_candidate(&self.territories.rows[i])
            }
            Known::Body(i) | Known::Epithet(i) => body_candidate(&self.bodies[i], date),
            Known::Group(i) => body_candidate(&self.groups[i], date),
            Known::Outlet(i) => body_candidate(&self.outlets[i].body, date),
            Known::Seat(i) => seat_candidate(&self.seats[i]),
            Known::Person(i) => self.person_candidate(&self.persons.get(i), date),
            Known::Region(i) | Known::Native(i) => place_candidate(self.regions[i].place.clone()),
            Known::Other(i) => sure(bare(
                own_id(&self.others[i].name),
                SmolStr::new(&self.others[i].name),
                MentionKind::Organisation,
            )),
        }
    }

    /// Rows of [`Atlas::outlets`] that share the plain name of one: "La Prensa (Panama)" as well.
    pub fn outlet_namesakes(&self, at: usize) -> impl Iterator<Item = usize> {
        let plain = |i: usize| {
            let name = self.outlets[i].body.name.as_str();
            name.split_once(" (").map_or(name, |(plain, _)| plain)
        };
        (0..self.outlets.len()).filter(move |&i| plain(i) == plain(at))
    }

    /// A row of [`Atlas::parties`] as a candidate.
    pub fn party_candidate(&self, i: usize) -> Candidate {
        let party = &self.parties.rows[i];
        sure(Entity {
            code: Some(ActorCode::new(format!("{}.PTY", party.iso3))),
            country: Some(party.iso3.clone()),
            classes: vec!["party".into()],
            ..bare(id_of(&party.qid, &party.name), party.name.clone(), MentionKind::Organisation)
        })
    }

    fn person_candidate(&self, p: &Person, date: Option<Date>) -> Candidate {
        let office = p.office(date);
        let mut classes = Vec::new();
        if let Some(noun) = office.and_then(|(t, _)| self.roles.noun_of(t.office)) {
            classes.push(noun.clone());
            classes.push(SmolStr::new(noun.rsplit(' ').next().unwrap_or(noun)));
            classes.dedup();
        }
        let entity = Entity {
            code: p.code(date),
            country: p.country().map(SmolStr::new),
            gender: p.gender,
            classes,
            ..bare(id_of(p.qid, p.name), p.name.into(), MentionKind::Person)
        };
        let held = matches!(office, Some((_, Held::Yes)));
        Candidate {
            offices: p.tenures.iter().map(told).collect(),
            confidence: if held { SURE } else { 0.6 },
            ..sure(entity)
        }
    }
}

/// An entity of which nothing but its name is known.
pub fn bare(id: SmolStr, name: SmolStr, kind: MentionKind) -> Entity {
    Entity {
        id,
        name,
        local: false,
        kind,
        code: None,
        country: None,
        gender: None,
        classes: Vec::new(),
        members: Vec::new(),
    }
}

/// Confidence in a row of the tables.
const SURE: f32 = 0.95;

/// An entity as the tables have it.
fn sure(entity: Entity) -> Candidate {
    Candidate { entity, offices: Vec::new(), place: None, confidence: SURE }
}

fn territory_candidate(t: &Territory) -> Candidate {
    let entity = Entity {
        code: Some(ActorCode::new(t.iso3.clone())),
        country: Some(t.iso3.clone()),
        classes: ["country", "nation", "state"].map(SmolStr::new_static).to_vec(),
        ..bare(id_of(&t.qid, &t.name), t.name.clone(), MentionKind::Country)
    };
    Candidate { place: t.place.clone(), ..sure(entity) }
}

fn body_candidate(b: &Body, date: Option<Date>) -> Candidate {
    sure(Entity {
        code: Some(b.code.clone()),
        country: b.code.state().map(SmolStr::new),
        members: b.members(date),
        classes: b.classes.iter().map(SmolStr::new).collect(),
        ..bare(id_of(&b.qid, &b.name), b.name.clone(), MentionKind::Organisation)
    })
}

fn seat_candidate(s: &Seat) -> Candidate {
    sure(Entity {
        code: Some(s.code.clone()),
        country: s.code.state().map(SmolStr::new),
        ..bare(id_of("", &s.label), s.label.clone(), MentionKind::Organisation)
    })
}

/// "RUS.GOV.MFA 2004-03-09 to open (curated 2026-11)".
fn told(t: &Tenure) -> String {
    let day = |d: Option<Date>| d.map_or("?".to_string(), |d| d.to_string());
    let to = if t.to.is_some() { day(t.to) } else { "open".to_string() };
    format!("{} {} to {} ({})", t.code(), day(t.from), to, t.source)
}

/// A place; its id is of its name, division and state.
pub fn place_candidate(place: Place) -> Candidate {
    let whole = [Some(&place.name), place.admin1.as_ref(), place.country.as_ref()];
    let whole: Vec<&str> = whole.into_iter().flatten().map(SmolStr::as_str).collect();
    let class = match place.kind.as_str() {
        "city" | "capital" => "city",
        kind => kind,
    };
    let entity = Entity {
        country: place.country.clone(),
        classes: vec![SmolStr::new(class)],
        ..bare(own_id(&whole.join(", ")), place.name.clone(), MentionKind::Place)
    };
    Candidate { place: Some(place), ..sure(entity) }
}
