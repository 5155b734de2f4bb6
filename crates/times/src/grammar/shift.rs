//! Times by how far they lie from another: "two days ago", "three weeks later", "in two years",
//! "two weeks from Friday".
//!
//! "Ago" counts from the document's date, "later" and "earlier" from the day spoken of. Months and
//! years lead to a month or a year, as in TIMEX3, days and weeks to a day.

use super::{Found, Grammar};
use crate::calendar::{bare, day, stretch, unit_of};
use crate::tense::Tense;
use crate::unit::{Unit, shifted};
use crate::words::Word;
use verbale_document::{Date, Time, TimeType};

impl Grammar<'_> {
    /// "two days ago", "three weeks later", "in two years", "two weeks from Friday".
    pub(super) fn shift(&self, at: usize) -> Found {
        let (end, mut parts) = self.quantities(at)?;
        let (next, sign, from) = self.shift_after(at, end)?;
        parts.iter_mut().for_each(|(n, _)| *n = n.map(|n| n * sign as f64));
        if parts.iter().any(|(n, _)| n.is_none()) {
            let value = match (self.is(next - 1, "ago"), self.is(next - 1, "now")) {
                (true, _) => "PAST_REF",
                (_, true) => "FUTURE_REF",
                _ => return None,
            };
            return Some((next, bare(TimeType::Date, value)));
        }
        let mut date = from;
        for (n, unit) in &parts {
            let (n, unit) = whole_days((*n)? as i64, *unit);
            date = shifted(date, n, unit)?;
        }
        let time = match parts.as_slice() {
            [(n, unit)] if whole_days((*n)? as i64, *unit).1.is_clock() => {
                Time { kind: TimeType::Time, ..stretch(format!("{date}TXX:XX"), date, date) }
            }
            [(_, unit)] => unit_of(date, unit.grain())?,
            _ => day(date),
        };
        Some((next, time))
    }

    /// What says that a quantity leads somewhere else: its end, its sign and the day it counts from.
    fn shift_after(&self, at: usize, end: usize) -> Option<(usize, i64, Date)> {
        let today = self.today?;
        match self.word(end) {
            Some(Word::Shift(n)) if self.is_any(end, &["before", "after"]) => {
                if let Some((next, point)) = self.point(end + 1) {
                    let from = self.resolve(&point, end + 1)?.start?;
                    return Some((next, n, from));
                }
                let told = self.focus.filter(|_| self.closes(end + 1))?;
                return Some((end + 1, n, told));
            }
            Some(Word::Shift(n)) if !self.is(end + 1, "than") => {
                let told = !self.is_any(end, &["ago", "hence"]);
                let from = self.focus.filter(|_| told).unwrap_or(today);
                return Some((end + 1, n, from));
            }
            _ => {}
        }
        if self.is(end, "from") {
            if self.is(end + 1, "now") {
                return Some((end + 2, 1, today));
            }
            let (next, point) = self.point(end + 1)?;
            return Some((next, 1, self.resolve(&point, end + 1)?.start?));
        }
        let from = if self.is_any(end, &["'s", "’s", "'", "’"]) { end + 1 } else { end };
        let from = self.past(from, &["time"]);
        let tense = self.tense(at);
        let clock = self.unit(end - 1).is_some_and(Unit::is_clock);
        let lies = self.follows(at, &["in"]) && tense != Tense::Past;
        let lies = lies && (!clock || tense == Tense::Future);
        lies.then_some((from, 1, today))
    }
}

/// So many hours in days, where they are whole days.
fn whole_days(n: i64, unit: Unit) -> (i64, Unit) {
    match unit {
        Unit::Hour if n % 24 == 0 => (n / 24, Unit::Day),
        unit => (n, unit),
    }
}
