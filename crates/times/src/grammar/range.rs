//! From one point of the calendar to another: "10-12 May", "May 10 to June 3", "between 2014 and
//! 2019", "2003-05". The value is an ISO 8601 interval, both ends included.

use super::point::Point;
use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::{day, interval, month, weekday, year};
use crate::words::{Reference, Word};
use verbale_document::{Date, Time};

impl Grammar<'_> {
    /// Past what leads from one end to the other: "to", "until the", a dash.
    pub(super) fn through(&self, at: usize) -> Option<usize> {
        let what = self.atoms.get(at)?.what;
        let links = matches!(what, What::Word(Word::Through) | What::Mark('-' | '–' | '—' | '~'));
        links.then(|| self.past(at + 1, &["the"]))
    }

    /// The same for what stands after "between", where "and" leads on too.
    fn leads_on(&self, at: usize, from: usize) -> Option<usize> {
        let between = from > 0
            && (self.follows(from, &["between"])
                || (self.follows(from, &["the"]) && self.follows(from - 1, &["between"])));
        match self.is(at, "and") && between {
            true => Some(self.past(at + 1, &["the"])),
            false => self.through(at),
        }
    }

    pub(super) fn range(&self, at: usize) -> Found {
        let whole = self.point(at).and_then(|(end, point)| self.range_from(at, end, &point));
        let found = whole.or_else(|| self.short_years(at)).or_else(|| self.days_of_month(at));
        found.or_else(|| self.now_to(at))
    }

    fn range_from(&self, at: usize, end: usize, from: &Point) -> Found {
        if self.is_any(end, &["to date", "till date"]) {
            let today = day(self.today?);
            return Some((end + 1, interval(&self.resolve(from, at)?, &today)?));
        }
        let next = self.leads_on(end, at)?;
        let point = self.point(next);
        let short = self.short_day(next, from);
        let longer = short.as_ref().is_some_and(|(e, _)| point.as_ref().is_none_or(|(p, _)| e > p));
        if let Some((end, to)) = if longer { short } else { point.clone() } {
            return Some((end, self.between(at, from, next, &to)?));
        }
        let now = self.word(next) == Some(Word::Reference(Reference::Present));
        let today = day(self.today.filter(|_| now)?);
        Some((next + 1, interval(&self.resolve(from, at)?, &today)?))
    }

    /// The second day in "May 10-12" and "April 27 to the 3rd".
    fn short_day(&self, at: usize, from: &Point) -> Option<(usize, Point)> {
        let (m, d) = (from.month?, from.day?);
        let (end, to) = self.day_number(at)?;
        let year = self.year_after(end);
        let m = if to < d { m % 12 + 1 } else { m };
        let point = Point { year: year.map(|(_, y)| y), ..Point::month_day(m, to) };
        Some((year.map_or(end, |(end, _)| end), point))
    }

    /// Both ends resolved; what one of them leaves out is taken from the other.
    fn between(&self, at: usize, from: &Point, next: usize, to: &Point) -> Option<Time> {
        let (mut from, mut to) = (from.clone(), to.clone());
        if let Some(Word::Weekday(d)) = self.word(next).filter(|_| to.fixed.is_some()) {
            let from = self.resolve(&from, at)?;
            return interval(&from, &day(weekday(from.start?, d, true)?));
        }
        if from.fixed.is_none() && to.fixed.is_none() {
            let order = (from.month, from.day) > (to.month, to.day.or(from.day));
            match (from.year, to.year) {
                (None, Some(y)) => from.year = Some(y - i16::from(order)),
                (Some(y), None) => to.year = Some(y + i16::from(order)),
                (None, None) => {
                    let start = self.resolve(&from, at)?;
                    let y = start.start?.year() - i16::from(self.holds_today(&from, &to, &start));
                    (from.year, to.year) = (Some(y), Some(y + i16::from(order)));
                }
                _ => {}
            }
        }
        let from = self.resolve(&from, at)?;
        let to = self.resolve(&to, next)?;
        interval(&from, &to)
    }

    /// Whether today lies between the ends a year before `start`, which is ahead.
    fn holds_today(&self, from: &Point, to: &Point, start: &Time) -> bool {
        let (Some(today), Some(start)) = (self.today, start.start) else { return false };
        let now = (Some(today.month()), from.day.map(|_| today.day()));
        let (from, to) = ((from.month, from.day), (to.month, to.day));
        let inside = if from <= to { from <= now && now <= to } else { from <= now || now <= to };
        start > today && inside
    }

    /// "2003-05", "1914-18", "2014/15": the last two digits of a later year; what could not be
    /// one is a month.
    fn short_years(&self, at: usize) -> Found {
        let first = self.digits(at, 4)?;
        let joined = self.is_any(at + 1, &["-", "–", "/"]) && self.is_glued(at + 1);
        let last = self.digits(at + 2, 2).filter(|_| joined && self.is_glued(at + 2))?;
        let years = last - first % 100;
        let fits = (1500..2100).contains(&first) && (1..15).contains(&years);
        let ends = !(self.is_any(at + 3, &["-", "/", "–"]) && self.is_glued(at + 3));
        let (a, b) = (year(first as i16)?, year((first + years) as i16)?);
        interval(&a, &b).filter(|_| fits && ends).map(|t| (at + 3, t))
    }

    /// "10-12 May", "18 and 19 June" (the first of the two), "between the 9th and the 17th of April 2024", "4 to 23 next month".
    fn days_of_month(&self, at: usize) -> Found {
        let (end, first) = self.day_number(at)?;
        let and = self.is(end, "and") && self.leads_on(end, at).is_none();
        let after = if and { self.point(end + 1) } else { None };
        if let Some((_, Point { year, month: Some(m), day: Some(_), .. })) = after {
            let one = Point { year, ..Point::month_day(m, first) };
            return Some((end, self.resolve(&one, at)?));
        }
        let next = self.leads_on(end, at)?;
        let (end, last) = match self.point(next) {
            Some((end, to)) if to.day.is_some() => {
                let (m, d) = (to.month?, to.day?);
                let before = if first > d { (m + 10) % 12 + 1 } else { m };
                let from = Point::month_day(before, first);
                return Some((end, self.between(at, &from, next, &to)?));
            }
            _ => self.day_number(next)?,
        };
        let of = self.past(self.past(end, &["in", "of"]), &["in", "of"]);
        let (end, time) = self.relative(of).filter(|(_, t)| t.value.len() == 7)?;
        let of = time.start?;
        let date = |d: i8| Date::new(of.year(), of.month(), d).ok().map(day);
        month(of.year(), of.month())?;
        Some((end, interval(&date(first)?, &date(last)?)?))
    }

    /// "between now and November 15".
    fn now_to(&self, at: usize) -> Found {
        let now = self.word(at) == Some(Word::Reference(Reference::Present));
        let today = day(self.today.filter(|_| now)?);
        let next = self.leads_on(at + 1, at)?;
        let (end, to) = self.point(next)?;
        Some((end, interval(&today, &self.resolve(&to, next)?)?))
    }
}
