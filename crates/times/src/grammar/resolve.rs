//! What is said in part, filled in from the document's date.
//!
//! News conventions: a weekday is today or the last one before; a day of a month lies in the year
//! that puts it nearest; a month is the last one that has begun. Under a future verb each is the
//! next one instead, under a past verb no day lies ahead.

use super::point::Point;
use super::{Found, Grammar};
use crate::calendar::{bare, day, holiday, month, weekday, weekend, year};
use crate::tense::Tense;
use crate::unit::{Unit, shifted};
use crate::words::Word;
use verbale_document::{Date, Time, TimeType};

/// How much farther a day is off that the tense speaks against.
const AGAINST_TENSE: i32 = 8;

impl Grammar<'_> {
    /// The value of a point that stands at `at`.
    pub(super) fn resolve(&self, point: &Point, at: usize) -> Option<Time> {
        if let Some(time) = &point.fixed {
            return Some(time.clone());
        }
        match (point.year, point.month, point.day) {
            (Some(y), Some(m), Some(d)) => Some(day(Date::new(y, m, d).ok()?)),
            (Some(y), Some(m), None) => month(y, m),
            (Some(y), None, None) => year(y),
            (None, Some(m), Some(d)) => self.nearest_day(m, d, at),
            (None, Some(m), None) => self.nearest_month(m, at),
            _ => None,
        }
    }

    fn nearest_day(&self, m: i8, d: i8, at: usize) -> Option<Time> {
        let Some(today) = self.today else {
            return Some(bare(TimeType::Date, format!("XXXX-{m:02}-{d:02}")));
        };
        self.nearest(at, |y| Date::new(y, m, d).ok(), today).map(day)
    }

    /// The nearest of the days that `of` gives for the years around; one that the tense speaks
    /// against counts as farther off, not as impossible, since the verb may not be the day's own
    /// ("announced a meeting on June 28").
    fn nearest(&self, at: usize, of: impl Fn(i16) -> Option<Date>, today: Date) -> Option<Date> {
        let years = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(|n| today.year() + n);
        let dates = years.into_iter().filter_map(of);
        let tense = self.tense(at);
        let distance = |date: &Date| {
            let days = (*date - today).get_days();
            let against = match tense {
                Tense::Past => days > 0,
                Tense::Future => days < 0,
                Tense::Unknown => false,
            };
            days.abs() * if against { AGAINST_TENSE } else { 1 }
        };
        dates.min_by_key(distance)
    }

    fn nearest_month(&self, m: i8, at: usize) -> Option<Time> {
        let Some(today) = self.today else {
            return Some(bare(TimeType::Date, format!("XXXX-{m:02}")));
        };
        let future = self.tense(at) == Tense::Future;
        let years = match (future, m.cmp(&today.month())) {
            (true, std::cmp::Ordering::Less) => 1,
            (false, std::cmp::Ordering::Greater) => -1,
            _ => 0,
        };
        month(today.year() + years, m)
    }

    /// A weekday with nothing said of its week.
    pub(super) fn bare_weekday(&self, day: i8, at: usize) -> Option<Date> {
        let ahead = self.tense(at) == Tense::Future;
        let from = shifted(self.today?, -i64::from(ahead), Unit::Day)?;
        weekday(from, day, ahead)
    }

    /// The day of the month that falls on a weekday, nearest to today: "Friday the 11th".
    pub(super) fn weekday_on(&self, weekday: i8, day: i8) -> Option<Date> {
        let today = self.today?;
        let of = |n: i64| {
            let month = shifted(today, n, Unit::Month)?;
            let date = Date::new(month.year(), month.month(), day).ok()?;
            (date.weekday().to_monday_one_offset() == weekday).then_some(date)
        };
        (-12..=12).filter_map(of).min_by_key(|date| (*date - today).get_days().abs())
    }

    /// "the 18th", where nothing follows that it could count.
    pub(super) fn the_day(&self, at: usize) -> Found {
        let (end, n) = self.ordinal(at)?;
        let said = self.follows(at, &["the"]) && at > 1;
        let said = said && self.is_any(at - 2, &["on", "since", "until", "by", "before", "after"]);
        let today = self.today.filter(|_| said)?;
        let of = self.past(self.past(end, &["day"]), &["of"]);
        if let Some((end, month)) = self.whole(of).filter(|(_, t)| t.value.len() == 7) {
            let first = month.start?;
            let date = Date::new(first.year(), first.month(), i8::try_from(n).ok()?).ok()?;
            return Some((end, day(date)));
        }
        let ahead = self.tense(at) == Tense::Future;
        let date = |n_months: i64| {
            let month = shifted(today.first_of_month(), n_months, Unit::Month)?;
            Date::new(month.year(), month.month(), i8::try_from(n).ok()?).ok()
        };
        let lies = |d: &Date| if ahead { *d >= today } else { *d <= today };
        let found = (-2..=2).filter_map(date).filter(lies);
        let found = found.min_by_key(|d| (*d - today).get_days().abs())?;
        self.closes(end).then(|| (end, day(found)))
    }

    /// "Christmas Day", "Thanksgiving 2023".
    pub(super) fn holiday(&self, at: usize) -> Found {
        let Word::Holiday(which) = self.word(at)? else { return None };
        let (end, date) = match self.year_after(at + 1) {
            Some((end, y)) => (end, holiday(y, which)?),
            None => (at + 1, self.nearest(at, |y| holiday(y, which), self.today?)?),
        };
        if self.is(end, "weekend") {
            return weekend(shifted(date, -1, Unit::Day)?).map(|time| (end + 1, time));
        }
        Some((end, day(date)))
    }
}
