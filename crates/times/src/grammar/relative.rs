//! Times picked out from today: "yesterday", "last week", "this Friday", "the past decade", "the
//! week after next". "The following day" is that of the day spoken of.

use super::{Found, Grammar};
use crate::calendar::{
    bare, day, daypart, holiday, month, season, unit_of, weekday, weekday_of_week,
};
use crate::tense::Tense;
use crate::unit::{Unit, duration, shifted};
use crate::words::{Relative, Word, letters};
use verbale_document::{Date, Time, TimeType, Upos};

impl Grammar<'_> {
    /// A word that points at a time from today: "yesterday", "last week", "this Friday".
    pub(super) fn relative(&self, at: usize) -> Found {
        let today = self.today?;
        match self.word(at)? {
            Word::Day(n) => Some((at + 1, day(shifted(today, n, Unit::Day)?))),
            Word::DayPart(n, part) if self.upos(at) != Upos::Adj => {
                Some((at + 1, daypart(shifted(today, n, Unit::Day)?, &part)))
            }
            Word::Season(_) => self.season(at).or_else(|| self.season_alone(at)),
            Word::Unit(unit) => self.after_next(at, unit).or_else(|| self.the_weekend(at, unit)),
            Word::Relative(relative) => {
                if self.is(at, "following") && !self.is_determined(at) {
                    return None;
                }
                let next = at + 1;
                let next = next + usize::from(self.relative_word(next).is_some());
                let relative = self.relative_word(next - 1).unwrap_or(relative);
                let next = self.past(next, &["calendar"]);
                self.stretch_of_now(relative, next)
                    .or_else(|| self.nth(relative, next).map(|time| (next + 1, time)))
            }
            _ => None,
        }
    }

    /// "the following day", against "following the talks".
    fn is_determined(&self, at: usize) -> bool {
        self.follows(at, &["the"]) || (at > 0 && self.upos(at - 1) == Upos::Adp)
    }

    /// What "last", "this" or "next" picks out of the row of what stands at `at`.
    fn nth(&self, relative: Relative, at: usize) -> Option<Time> {
        let today = self.today?;
        let n = step(relative);
        match self.word(at)? {
            Word::Unit(unit) if unit.is_clock() => None,
            Word::Unit(Unit::Day) if n == 0 => None,
            Word::Unit(unit) => {
                let told = self.is_any(at - 1, &["following"]) || unit == Unit::Day;
                let from = self.focus.filter(|_| told).unwrap_or(today);
                unit_of(shifted(from, n, unit)?, unit)
            }
            Word::Daypart(part) => Some(daypart(shifted(today, n, Unit::Day)?, &part)),
            Word::Weekday(d) => Some(day(self.nth_weekday_from(relative, d)?)),
            Word::Month(m) => {
                let years = match relative {
                    Relative::This => 0,
                    Relative::Last | Relative::Past => -i16::from(m >= today.month()),
                    _ => i16::from(m <= today.month()),
                };
                month(today.year() + years, m)
            }
            Word::Season(s) => Some(season(today.year() + n as i16, &s)),
            Word::Holiday(which) => {
                let dates = (-1..=1).filter_map(|n| holiday(today.year() + n, which));
                let mut dates: Vec<Date> = dates.collect();
                match relative {
                    Relative::This => dates.retain(|d| d.year() == today.year()),
                    Relative::Last | Relative::Past => dates.retain(|d| *d < today),
                    _ => dates.retain(|d| *d > today),
                }
                dates.into_iter().min_by_key(|d| (*d - today).get_days().abs()).map(day)
            }
            _ => None,
        }
    }

    /// "this Friday" is of this week, "next Friday" of the next; "last" and "coming" are the
    /// nearest on either side.
    fn nth_weekday_from(&self, relative: Relative, d: i8) -> Option<Date> {
        let today = self.today?;
        match relative {
            Relative::This => weekday_of_week(today, d),
            Relative::Next => weekday_of_week(shifted(today, 1, Unit::Week)?, d),
            Relative::Coming => weekday(today, d, true),
            Relative::Last | Relative::Past => weekday(shifted(today, -1, Unit::Day)?, d, false),
        }
    }

    /// "the past decade", "last three years", "two coming months": a duration that touches now.
    fn stretch_of_now(&self, relative: Relative, at: usize) -> Found {
        let (end, amount, unit) = self.quantity(at)?;
        let counted = self.unit(at).is_none();
        let whole = matches!(unit, Unit::Quarter | Unit::Weekend);
        let two_weeks = unit == Unit::Fortnight;
        let one = !counted && amount.is_some();
        if (one && !two_weeks && (relative != Relative::Past || whole))
            || relative == Relative::This
        {
            return None;
        }
        Some((end, self.touching(relative, amount, unit)?))
    }

    /// A duration that ends or begins now.
    pub(super) fn touching(
        &self,
        relative: Relative,
        amount: Option<f64>,
        unit: Unit,
    ) -> Option<Time> {
        let time = bare(TimeType::Duration, duration(&[(amount, unit)]));
        let (Some(today), Some(n)) = (self.today, amount) else { return Some(time) };
        let n = n as i64;
        if unit == Unit::Quarter {
            let this = unit_of(today, Unit::Quarter)?.start?;
            let (from, to) = match relative {
                Relative::Last | Relative::Past => (-n, 0),
                _ => (1, n + 1),
            };
            let end = shifted(shifted(this, to, unit)?, -1, Unit::Day)?;
            return Some(Time { start: shifted(this, from, unit), end: Some(end), ..time });
        }
        let (start, end) = match (relative, unit.is_clock()) {
            (Relative::Last | Relative::Past, true) => {
                (shifted(today, -hours(n, unit), Unit::Day)?, today)
            }
            (Relative::Last | Relative::Past, false) => (shifted(today, -n, unit)?, today),
            (_, true) => (today, shifted(today, hours(n, unit), Unit::Day)?),
            (_, false) => (shifted(today, 1, Unit::Day)?, shifted(today, n, unit)?),
        };
        Some(Time { start: Some(start), end: Some(end), ..time })
    }

    /// "the week after next".
    fn after_next(&self, at: usize, unit: Unit) -> Found {
        let next = self.past(at + 2, &["the"]);
        let fits = self.is(at + 1, "after") && self.is(next, "next");
        let date = shifted(self.today.filter(|_| fits)?, 2, unit)?;
        unit_of(date, unit).map(|time| (next + 1, time))
    }

    /// "the weekend": the last one where the verb looks back from a working day.
    fn the_weekend(&self, at: usize, unit: Unit) -> Found {
        let said = unit == Unit::Weekend && self.is(at, "weekend") && self.follows(at, &["the"]);
        let today = self.today.filter(|_| said && self.closes(at + 1))?;
        let early = today.weekday().to_monday_one_offset() < 6;
        let back = early && self.tense(at) == Tense::Past;
        unit_of(shifted(today, -i64::from(back), Unit::Week)?, unit).map(|t| (at + 1, t))
    }

    /// "spring 2024", "the summer of 1978".
    fn season(&self, at: usize) -> Found {
        let Word::Season(s) = self.word(at)? else { return None };
        let (end, y) = self.year_after(at + 1)?;
        Some((end, season(y, &s)))
    }

    /// "in the summer", "mid-winter", of a year that is not said.
    fn season_alone(&self, at: usize) -> Found {
        let Word::Season(s) = self.word(at)? else { return None };
        let from = at - usize::from(self.follows(at, &["the", "-"]));
        let said = self.follows(
            from,
            &["in", "during", "by", "until", "since", "this", "whole", "mid", "throughout", "over"],
        );
        let verb = self.is_any(at, &["fall", "spring"]) && self.is(at + 1, "of");
        let fits = said && !verb && self.closes(at + 1);
        fits.then(|| (at + 1, bare(TimeType::Date, format!("XXXX-{}", letters(&s)))))
    }
}

/// How many on from this one.
fn step(relative: Relative) -> i64 {
    match relative {
        Relative::Last | Relative::Past => -1,
        Relative::This => 0,
        Relative::Next | Relative::Coming => 1,
    }
}

/// Days that hold so many hours or minutes, rounded up.
fn hours(n: i64, unit: Unit) -> i64 {
    match unit {
        Unit::Hour => (n + 23) / 24,
        _ => 1,
    }
}
