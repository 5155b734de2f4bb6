//! Lengths of time: "three days", "two and a half years", "a five-year plan", "the past 24 hours".
//!
//! Ages ("a 5-year-old boy", "30 years old") are no times.

use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::bare;
use crate::tense::Tense;
use crate::unit::{Amount, Unit, duration, shifted};
use crate::words::Word;
use verbale_document::{Time, TimeType};

impl Grammar<'_> {
    /// How much: "3", "2.5", "two and a half", "a", "several", "half a".
    fn amount(&self, at: usize) -> Option<(usize, Amount)> {
        let half = |at: usize| {
            let and = self.past(at, &["-"]);
            let next = self.past(and + 1, &["-"]);
            let next = self.past(self.past(next, &["a"]), &["-"]);
            match self.word(next).filter(|_| self.is(and, "and"))? {
                Word::Half => Some((next + 1, 0.5)),
                Word::Unit(Unit::Quarter) => Some((next + 1, 0.25)),
                _ => None,
            }
        };
        match self.atoms.get(at)?.what {
            What::Word(Word::Half) | What::Mark('½') => {
                let next = self.past(at + 1, &["a", "an", "-"]);
                return Some((next, Some(0.5)));
            }
            What::Decimal => {
                let digits = self.text(at)?.replace(',', "");
                return Some((at + 1, Some(digits.parse().ok()?)));
            }
            _ => {}
        }
        let a = at + usize::from(self.is_any(at, &["a", "an", "another"]));
        if self.word(a) == Some(Word::Vague) {
            return Some((self.past(a + 1, &["of"]), None));
        }
        if self.is(a, "couple") {
            return Some((self.past(a + 1, &["of"]), Some(2.0)));
        }
        let large = self.is_any(a, &["hundred", "thousand", "dozen"]);
        match self.cardinal(a) {
            Some(_) if a > at && !large => None,
            Some((end, n)) => match half(end) {
                Some((end, part)) => Some((end, Some(n as f64 + part))),
                None => Some((end, Some(n as f64))),
            },
            None => (a > at).then_some((a, Some(1.0))),
        }
    }

    /// An amount of a unit. A unit alone is one of it, or several where it is a plural.
    pub(super) fn quantity(&self, at: usize) -> Option<(usize, Amount, Unit)> {
        if let Some(unit) = self.unit(at) {
            let many = self.text(at)?.ends_with('s');
            return Some((at + 1, if many { None } else { Some(1.0) }, unit));
        }
        let (mut end, amount) = self.amount(at)?;
        while self.word(end) == Some(Word::Filler) || self.is(end, "-") {
            end += 1;
        }
        let second = self.is(end, "second") && self.is_any(at, &["one", "1"]);
        let unit = if second { Unit::Second } else { self.unit(end)? };
        let share =
            unit == Unit::Quarter && (self.is_any(at, &["a", "an"]) || self.is(end + 1, "of"));
        let next = self.past(end + 2, &["a"]);
        if self.is(end + 1, "and") && amount.is_some() {
            let part = match self.word(next) {
                Some(Word::Half) if self.unit(self.past(next + 1, &["a", "an"])).is_none() => {
                    Some(0.5)
                }
                Some(Word::Unit(Unit::Quarter)) if next == end + 3 => Some(0.25),
                _ => None,
            };
            if let Some(part) = part {
                return Some((next + 1, amount.map(|n| n + part), unit));
            }
        }
        (!share).then_some((end + 1, amount, unit))
    }

    /// Amounts of units from the longest to the shortest: "5 years, 1 month and 12 days".
    pub(super) fn quantities(&self, at: usize) -> Option<(usize, Vec<(Amount, Unit)>)> {
        let counted = |at: usize| match self.unit(at) {
            Some(_) => None,
            None => self.quantity(at),
        };
        let (mut end, amount, unit) = match counted(at) {
            Some(found) => found,
            None => self.bare_units(at)?,
        };
        let mut parts = vec![(amount, unit)];
        loop {
            let next = self.past(self.past(end, &[","]), &["and"]);
            let last = parts.last().map(|(_, u)| *u as u8);
            match counted(next) {
                Some((e, n, u)) if last > Some(u as u8) && !self.is_any(next, &["a", "an"]) => {
                    parts.push((n, u));
                    end = e;
                }
                _ => break,
            }
        }
        Some((end, parts))
    }

    /// "years" in "for years", "in recent weeks", "decades-long", "days later".
    fn bare_units(&self, at: usize) -> Option<(usize, Amount, Unit)> {
        let unit = self.unit(at).filter(|_| self.text(at).is_some_and(|t| t.ends_with('s')))?;
        let before = self.follows(at, &["for", "recent", "over", "within"]);
        let over = self.follows(at, &["the"]) && at > 1 && self.is(at - 2, "over");
        let long = self.is(at + 1, "-") && self.is(at + 2, "long");
        let shift = matches!(self.word(at + 1), Some(Word::Shift(_)));
        (before || over || long || shift).then_some((at + 1, None, unit))
    }

    pub(super) fn duration(&self, at: usize) -> Found {
        if self.is(at, "all")
            && self
                .unit(at + 1)
                .is_some_and(|_| self.is_any(at + 1, &["day", "week", "month", "year"]))
        {
            return Some((
                at + 2,
                bare(TimeType::Duration, duration(&[(Some(1.0), self.unit(at + 1)?)])),
            ));
        }
        if let Some(found) = self.counted_before(at) {
            return Some(found);
        }
        let (end, parts) = self.quantities(at)?;
        let old = self.past(end, &["-"]);
        let age =
            self.is_any(old, &["old", "olds"]) || (self.is(end, "of") && self.is(end + 1, "age"));
        let time = bare(TimeType::Duration, duration(&parts));
        let ahead = self.follows(at, &["within"]) && self.tense(at) != Tense::Past;
        let ahead = ahead && parts.iter().all(|(_, unit)| !unit.is_clock());
        Some((end, if ahead { self.starting_today(time, &parts) } else { time })).filter(|_| !age)
    }

    /// A duration that begins now: "within nine months".
    fn starting_today(&self, time: Time, parts: &[(Amount, Unit)]) -> Time {
        let Some(today) = self.today else { return time };
        let end =
            parts.iter().try_fold(today, |date, (n, unit)| shifted(date, (*n)? as i64, *unit));
        Time { start: end.map(|_| today), end, ..time }
    }

    /// "5 upcoming years", "two previous weeks".
    fn counted_before(&self, at: usize) -> Found {
        let (end, n) = self.cardinal(at)?;
        let relative = self.relative_word(end)?;
        let many = self.text(end + 1).is_some_and(|t| t.ends_with('s'));
        let unit = self.unit(end + 1).filter(|_| many)?;
        let time = self.touching(relative, Some(n as f64), unit)?;
        Some((end + 2, time))
    }
}
