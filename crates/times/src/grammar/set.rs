//! Recurring times: "daily", "every two weeks", "on Mondays", "once a year".

use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::bare;
use crate::unit::{Unit, duration};
use crate::words::{Word, letters};
use verbale_document::TimeType;

impl Grammar<'_> {
    pub(super) fn set(&self, at: usize) -> Found {
        let (end, value) = match self.word(at) {
            Some(Word::Set(n, unit)) => (at + 1, duration(&[(Some(n as f64), unit)])),
            Some(Word::Weekdays(d)) => self.weekdays(at, d),
            Some(Word::Unit(unit)) if self.is(at, "weekends") => (at + 1, once(unit)),
            Some(Word::Weekday(d)) => self.weekday_parts(at, d)?,
            _ => self.every(at).or_else(|| self.rate(at)).or_else(|| self.day_of_every(at))?,
        };
        if let Some((end, clock)) = self.clock_of_set(end) {
            let value = if value == "P1D" { "XXXX-XX-XX" } else { &value };
            let value = value.split('T').next().unwrap_or_default();
            return Some((end, bare(TimeType::Set, format!("{value}T{clock}"))));
        }
        Some((end, bare(TimeType::Set, value)))
    }

    /// "Friday mornings".
    fn weekday_parts(&self, at: usize, d: i8) -> Option<(usize, String)> {
        match self.word(at + 1)? {
            Word::Daypart(part) if self.text(at + 1)?.ends_with('s') => {
                Some((at + 2, format!("XXXX-WXX-{d}T{}", letters(&part))))
            }
            _ => None,
        }
    }

    /// "the 19th of every month".
    fn day_of_every(&self, at: usize) -> Option<(usize, String)> {
        let (end, day) = self.ordinal(at)?;
        let month = self.is(end, "of") && self.is_any(end + 1, &["every", "each"]);
        let fits = month && self.unit(end + 2) == Some(Unit::Month) && (1..=31).contains(&day);
        fits.then(|| (end + 3, format!("XXXX-XX-{day:02}")))
    }

    /// "Mondays".
    fn weekdays(&self, at: usize, d: i8) -> (usize, String) {
        (at + 1, format!("XXXX-WXX-{d}"))
    }

    /// "every day", "each of" nothing, "every other week", "every three years", "every Monday".
    fn every(&self, at: usize) -> Option<(usize, String)> {
        if !self.is_any(at, &["every", "each"]) {
            return None;
        }
        let other = self.is(at, "every") && self.is(at + 1, "other");
        let next = at + 1 + usize::from(other);
        if let Some((end, n)) = self.cardinal(next).or_else(|| self.ordinal(next)) {
            let unit = self.unit(self.past(end, &["-"]))?;
            return Some((self.past(end, &["-"]) + 1, duration(&[(Some(n as f64), unit)])));
        }
        let n = if other { 2.0 } else { 1.0 };
        let value = match self.word(next)? {
            Word::Unit(Unit::Weekend) => once(Unit::Weekend),
            Word::Unit(unit) => duration(&[(Some(n), unit)]),
            Word::Weekday(d) => match self.word(next + 1) {
                Some(Word::Daypart(part)) => {
                    return Some((next + 2, format!("XXXX-WXX-{d}T{}", letters(&part))));
                }
                _ => format!("XXXX-WXX-{d}"),
            },
            Word::Month(m) => format!("XXXX-{m:02}"),
            Word::Daypart(part) => format!("XXXX-XX-XXT{}", letters(&part)),
            Word::Season(season) => format!("XXXX-{}", letters(&season)),
            _ => return None,
        };
        Some((next + 1, value))
    }

    /// "a week" in "once a week" and "200 flights a week", "per day".
    fn rate(&self, at: usize) -> Option<(usize, String)> {
        let times = self.is_any(at, &["once", "twice"]);
        let at = at + usize::from(times);
        let unit =
            self.unit(at + 1).filter(|_| !self.text(at + 1).is_some_and(|t| t.ends_with('s')))?;
        let a = self.is_any(at, &["a", "an"]) && (times || self.is_counted(at));
        let fits = a || self.is(at, "per") || (times && self.is_any(at, &["every", "each"]));
        let later = matches!(self.word(at + 2), Some(Word::Shift(_)));
        (fits && !later).then(|| (at + 2, duration(&[(Some(1.0), unit)])))
    }

    /// Whether what stands before `at` is a number of things.
    fn is_counted(&self, at: usize) -> bool {
        let number = |i: usize| {
            matches!(
                self.atoms[i].what,
                What::Digits(..) | What::Decimal | What::Word(Word::Number(_))
            )
        };
        let things = |i: usize| self.token(i).is_some_and(|t| t.xpos == "NNS");
        let is = |n: usize, what: &dyn Fn(usize) -> bool| at.checked_sub(n).is_some_and(what);
        is(1, &number)
            || self.follows(at, &["times", "%", "percent", "million", "billion"])
            || (is(1, &things) && (is(2, &number) || is(3, &number)))
    }
}

/// Every one of a unit.
fn once(unit: Unit) -> String {
    match unit {
        Unit::Weekend => "XXXX-WXX-WE".into(),
        unit => duration(&[(Some(1.0), unit)]),
    }
}
