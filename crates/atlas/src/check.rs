//! Contradictions in the tables.

use crate::Atlas;
use crate::tables::body::Body;
use crate::tables::outlet::shared;
use crate::tables::person::{CHIEF, Person, Tenure};
use std::collections::BTreeMap;
use verbale_document::Date;

/// Offices of several persons by law: the presidency of Bosnia, the two prime ministers of Cambodia,
/// the two presidents of Nicaragua.
const COLLEGIAL: &[&str] = &["BIH.GOV.PRES", "KHM.GOV.PM", "NIC.GOV.PRES"];
/// Days that two holders of one office may overlap: sources differ on when a term ends.
const GRACE: i32 = 100;

impl Atlas {
    /// What does not fit together, one line each: codes of no state, members of no state, ends
    /// before beginnings, two holders of a chief office at a time, two outlets of a name or
    /// domain. Empty where all is well.
    pub fn check(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let is_state = |code: &str| self.territories.at(code).is_some();
        let outside = ["IGO", "NGO", "MNC", "IMG"];
        let outlets = self.outlets.iter().map(|o| &o.body);
        for body in self.bodies.iter().chain(&self.groups).chain(outlets) {
            let state = body.code.country();
            if !outside.contains(&state) && !is_state(state) {
                wrong.push(format!("{}: no state has the code {state}", body.name));
            }
            wrong.extend(foreign_members(body, is_state));
        }
        for seat in self.seats.iter().filter(|s| {
            let state = s.code.country();
            !outside.contains(&state) && !is_state(state)
        }) {
            wrong.push(format!("{}: no state has the code {}", seat.name, seat.code));
        }
        for person in self.persons.iter() {
            wrong.extend(person.tenures.iter().filter_map(|t| self.bad_tenure(&person, t)));
        }
        wrong.extend(shared(self.outlets.iter()));
        wrong.extend(self.shared_offices());
        wrong
    }

    fn bad_tenure(&self, person: &Person, tenure: &Tenure) -> Option<String> {
        let line = |what: &str| Some(format!("{}, {}: {what}", person.name, tenure.code()));
        if !tenure.country.is_empty() && self.territories.at(tenure.country).is_none() {
            return line("no such state");
        }
        let backwards = tenure.from.zip(tenure.to).is_some_and(|(from, to)| to < from);
        if backwards { line("ends before it begins") } else { None }
    }

    /// Chief offices that two persons hold together for long, by the curated table.
    fn shared_offices(&self) -> Vec<String> {
        let mut held: BTreeMap<String, Vec<(Date, Date, &str)>> = BTreeMap::new();
        for person in self.persons.iter() {
            for t in person.tenures.iter().filter(|t| CHIEF.contains(&t.office)) {
                let Some(from) = t.from.filter(|_| t.source.starts_with("curated")) else {
                    continue;
                };
                let to = t.to.unwrap_or(Date::MAX);
                if COLLEGIAL.contains(&t.code().as_str()) {
                    continue;
                }
                held.entry(t.code().to_string()).or_default().push((from, to, person.name));
            }
        }
        let mut wrong = Vec::new();
        for (code, mut terms) in held {
            terms.sort_by_key(|(from, ..)| *from);
            for pair in terms.windows(2) {
                let ((_, end, first), (start, _, second)) = (pair[0], pair[1]);
                let days = start.until(end).map_or(i32::MAX, |span| span.get_days());
                if days > GRACE && first != second {
                    wrong.push(format!("{code}: {first} and {second} at once"));
                }
            }
        }
        wrong
    }
}

fn foreign_members(body: &Body, is_state: impl Fn(&str) -> bool) -> Vec<String> {
    let members = body.memberships.iter().flat_map(|m| &m.members);
    let foreign = members.filter(|m| !is_state(m));
    foreign.map(|m| format!("{}: no state has the code {m}", body.code)).collect()
}
