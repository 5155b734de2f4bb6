//! Contradictions in the tables.

use crate::Atlas;
use crate::tables::outlet::shared;
use crate::tables::person::CHIEF;
use std::collections::BTreeMap;
use verbale_document::Date;

/// Offices of several persons by law: the presidency of Bosnia, the two prime ministers of Cambodia,
/// the two presidents of Nicaragua.
const COLLEGIAL: &[&str] = &["BIH.GOV.PRES", "KHM.GOV.PM", "NIC.GOV.PRES"];
/// Days that two holders of one office may overlap: sources differ on when a term ends.
const GRACE: i32 = 100;

impl Atlas {
    /// What does not fit together, one line each: two holders of a chief office at a time, two outlets
    /// of a name or domain. Empty where all is well. (What a row alone has wrong, [`Atlas::new`]
    /// refuses.)
    pub fn check(&self) -> Vec<String> {
        let mut wrong = shared(self.outlets.iter());
        wrong.extend(self.shared_offices());
        wrong
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
