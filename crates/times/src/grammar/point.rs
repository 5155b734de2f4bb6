//! Points of the calendar as they are said: days, months and years, whole or in part.

use super::Grammar;
use crate::atoms::What;
use crate::words::Word;
use verbale_document::{Time, Upos};

/// What is said of a point of the calendar; the document's date fills in the rest.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    /// Its whole value, where its parts do not matter ("yesterday", "the 1990s").
    pub(super) fixed: Option<Time>,
}

impl Point {
    pub(super) fn fixed(time: Time) -> Self {
        Point { fixed: Some(time), ..Point::default() }
    }

    pub(super) fn month_day(month: i8, day: i8) -> Self {
        Point { month: Some(month), day: Some(day), ..Point::default() }
    }

    fn in_year(self, year: Option<i16>) -> Self {
        Point { year: year.or(self.year), ..self }
    }
}

type Said = Option<(usize, Point)>;

/// What a month's name that is also a common word or a first name stands after.
const BEFORE_MONTHS: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "from", "to", "through", "last", "next", "this",
    "early", "late", "mid", "-", "–", "during", "before", "after", "and", "between", "for",
    "around", "every", "the", "a", "an",
];

impl Grammar<'_> {
    /// The longest point that begins at `at`.
    pub(super) fn point(&self, at: usize) -> Said {
        if self.depth.get() >= super::DEEPEST || at >= self.atoms.len() {
            return None;
        }
        self.depth.update(|depth| depth + 1);
        let found = self.longest_point(at);
        self.depth.update(|depth| depth - 1);
        found
    }

    fn longest_point(&self, at: usize) -> Said {
        let fixed = |found: super::Found| found.map(|(end, time)| (end, Point::fixed(time)));
        let said = [
            fixed(self.year_alone(at)),
            fixed(self.relative(at)),
            fixed(self.part(at)),
            fixed(self.decade(at)),
            fixed(self.century(at)),
            fixed(self.holiday(at)),
            fixed(self.numeric(at)),
            fixed(self.the_day(at)),
            self.month_alone(at),
            self.year_first(at),
            self.month_first(at),
            self.day_first(at),
            self.weekday(at),
        ];
        said.into_iter().flatten().max_by_key(|(end, _)| *end)
    }

    /// A month's name; "May" and "March" must not be tagged as verbs or persons' names.
    pub(super) fn month_at(&self, at: usize) -> Option<i8> {
        match self.word(at)? {
            Word::Month(m) if !matches!(self.upos(at), Upos::Verb | Upos::Aux) => Some(m),
            _ => None,
        }
    }

    /// "March", "June 2024", "June next year".
    fn month_alone(&self, at: usize) -> Said {
        let m = self.month_at(at)?;
        let point = Point { month: Some(m), ..Point::default() };
        if let Some((end, year)) = self.year_after(at + 1) {
            return Some((end, point.in_year(Some(year))));
        }
        let common = self.is_any(at, &["may", "march"]);
        let fits = !common || self.follows(at, BEFORE_MONTHS) || self.through(at + 1).is_some();
        fits.then_some((at + 1, point))
    }

    /// "June 21", "June 21, 2024", "June the 21st", "Oct/2".
    fn month_first(&self, at: usize) -> Said {
        let m = self.month_at(at)?;
        let next = self.past(at + 1, &[",", "/", "-", "."]);
        let next = self.past(next, &["the"]);
        let (end, d) = self.day_number(next)?;
        let point = Point::month_day(m, d);
        match self.year_after(end) {
            Some((end, year)) => Some((end, point.in_year(Some(year)))),
            None => Some((end, point)).filter(|_| !self.is_count(end)),
        }
    }

    /// "21 June", "21st of June 2024", "23/Jan/2019".
    fn day_first(&self, at: usize) -> Said {
        let (end, d) = self.day_number(at)?;
        let of = self.past(end, &["day", "-", "/"]);
        let of = self.past(of, &["of"]);
        let m = self.month_at(of)?;
        let year = self.year_after(of + 1);
        let point = Point::month_day(m, d).in_year(year.map(|(_, y)| y));
        Some((year.map_or(of + 1, |(end, _)| end), point))
    }

    /// "2016 June", "2019-aug-01", "2024 June 21".
    fn year_first(&self, at: usize) -> Said {
        let year = i16::try_from(self.digits(at, 4)?).ok().filter(|y| (1000..2200).contains(y))?;
        let next = self.past(at + 1, &["-", "/", ","]);
        let m = self.month_at(next)?;
        let point = Point { year: Some(year), month: Some(m), ..Point::default() };
        let day = self.past(next + 1, &["-", "/"]);
        match self.day_number(day) {
            Some((end, d)) => Some((end, Point { day: Some(d), ..point })),
            None => Some((next + 1, point)),
        }
    }

    /// "Friday", "Friday, June 21", "Friday the 11th".
    fn weekday(&self, at: usize) -> Said {
        let Word::Weekday(d) = self.word(at)? else { return None };
        let next = self.past(at + 1, &[",", "(", "-"]);
        let next = self.past(next, &["the"]);
        if let Some((end, point)) = self.month_first(next).or_else(|| self.day_first(next)) {
            return Some((self.past(end, &[")"]), point));
        }
        let figure = self.digits(at + 1, 2).map(|n| (at + 2, n));
        let day = self.ordinal(next).or(figure).filter(|(end, _)| self.ends(*end));
        if let Some((end, day)) = day {
            let date = self.weekday_on(d, i8::try_from(day).ok()?)?;
            return Some((end, Point::fixed(crate::calendar::day(date))));
        }
        let date = self.bare_weekday(d, at)?;
        Some((at + 1, Point::fixed(crate::calendar::day(date))))
    }

    /// Whether the sentence or a part of it ends, and no score follows ("31-17").
    fn ends(&self, at: usize) -> bool {
        let mark = |a: &What| !matches!(a, What::Mark('-' | '–' | '/' | ':'));
        self.closes(at) && self.atoms.get(at).is_none_or(|a| mark(&a.what))
    }

    /// Whether a number of things follows instead of the end of a date ("May 10 people").
    fn is_count(&self, at: usize) -> bool {
        self.is_any(at, &["%", "percent", "million", "billion"])
    }
}
