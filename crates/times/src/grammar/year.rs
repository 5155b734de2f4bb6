//! Years, decades and centuries by number.

use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::{year, years};
use crate::words::{Relative, Word};

/// What years stand after.
const BEFORE_YEARS: &[&str] = &[
    "in", "since", "of", "by", "until", "till", "from", "to", "during", "before", "after",
    "between", "year", "through", "than", "around", "about", "circa",
];

impl Grammar<'_> {
    /// Four digits, "nineteen ninety-six" or "two thousand and six", whatever stands around them.
    pub(super) fn year_number(&self, at: usize) -> Option<(usize, i16)> {
        if let Some(n) = self.digits(at, 4) {
            return Some((at + 1, n as i16)).filter(|(_, y)| (1000..2200).contains(y));
        }
        let (end, n) = self.spelled(at)?;
        let fits = |n: &i64| (1000..2200).contains(n);
        if (1000..2200).contains(&n) && end > at + 1 {
            return Some((end, n as i16));
        }
        if n % 100 == 0 && (1000..2200).contains(&n) || !(10..=20).contains(&n) {
            return None;
        }
        let next = self.past(end, &["-"]);
        if self.word(next) == Some(Word::Number(100)) {
            let and = self.past(next + 1, &["and"]);
            return match self.spelled(and) {
                Some((end, rest)) if rest < 100 => Some((end, (n * 100 + rest) as i16)),
                _ => Some((next + 1, (n * 100) as i16)),
            };
        }
        let (end, rest) = self.spelled(next).filter(|(_, rest)| (10..100).contains(rest))?;
        Some(n * 100 + rest).filter(fits).map(|y| (end, y as i16))
    }

    /// The year after a month or a day: "2024", ", 2024", "of 2024", "'99", "next year".
    pub(super) fn year_after(&self, at: usize) -> Option<(usize, i16)> {
        let next = self.past(at, &[",", "of", "in", "-", "/"]);
        let next = self.past(next, &["the"]);
        let next = self.past(next, &["year"]);
        if self.is_any(next, &["'", "’", "‘"]) && self.is_glued(next + 1) {
            return self.digits(next + 1, 2).map(|n| (next + 2, self.of_century(n)));
        }
        if let Some(found) = self.year_number(next) {
            return Some(found);
        }
        let relative = self.relative_word(next).filter(|_| self.is(next + 1, "year"))?;
        let n = match relative {
            Relative::Last | Relative::Past => -1,
            Relative::This => 0,
            Relative::Next | Relative::Coming => 1,
        };
        Some((next + 2, self.today?.year() + n))
    }

    /// Two digits of a year: the one that is at most twenty years ahead.
    pub(super) fn of_century(&self, digits: i64) -> i16 {
        let limit = self.today.map_or(2050, |d| d.year() + 20);
        let year = limit / 100 * 100 + digits as i16;
        if year > limit { year - 100 } else { year }
    }

    /// A year on its own. Four digits are a number of things where a plural follows ("2000
    /// people"), unless a word stands before them that years stand after.
    pub(super) fn year_alone(&self, at: usize) -> Found {
        let said = self.follows(at, BEFORE_YEARS);
        let Some(n) = self.digits(at, 4) else {
            let (end, n) = self.year_number(at).filter(|_| said)?;
            return Some((end, year(n)?));
        };
        let n = i16::try_from(n).ok().filter(|n| (1000..2200).contains(n))?;
        let code = self.is_glued(at + 1) && !self.closes(at + 1);
        let counts = self.unit(at + 1).is_some() || self.is_any(at + 1, &["%", "percent", "per"]);
        let nouns = self.token(at + 1).is_some_and(|t| t.xpos == "NNS");
        let named = self
            .follows(at, &["the", "a", "its", "his", "their", "'s", "’s", "(", "early", "late"]);
        let likely = (1800..2100).contains(&n);
        let fits = match (said, nouns) {
            (true, true) => likely && n % 100 != 0,
            (true, false) => true,
            (false, true) => likely && named && n % 100 != 0,
            (false, false) => likely && (n % 100 != 0 || named || n == 2000),
        };
        year(n).filter(|_| fits && !counts && !code).map(|t| (at + 1, t))
    }

    /// "1990s", "the '40s", "nineteen seventies", "the nineties".
    pub(super) fn decade(&self, at: usize) -> Found {
        if let Some(Word::Decade(tens)) = self.word(at) {
            let said = self.is_called(at);
            return years(self.of_century(i64::from(tens) * 10), 10)
                .filter(|_| said)
                .map(|t| (at + 1, t));
        }
        if let (Some(Word::Number(n @ 10..=20)), Some(Word::Decade(tens))) =
            (self.word(at), self.word(self.past(at + 1, &["-"])))
        {
            let end = self.past(at + 1, &["-"]) + 1;
            return years((n * 100) as i16 + tens * 10, 10).map(|t| (end, t));
        }
        let mark = self.is_any(at, &["'", "’", "‘"]);
        let at = at + usize::from(mark);
        let What::Digits(n, len) = self.atoms.get(at)?.what else { return None };
        let s = self.past(at + 1, &["'", "’"]);
        let plural = (self.is(s, "s") || self.is_any(s, &["'s", "’s"])) && self.is_glued(s);
        let fits = plural && n % 10 == 0;
        let said = mark || self.is_called(at);
        let first = match len {
            4 if (1000..2200).contains(&n) => n as i16,
            2 if said && n > 10 => self.of_century(n),
            _ => return None,
        };
        years(first, 10).filter(|_| fits).map(|t| (s + 1, t))
    }

    /// Whether "the" or "in" stands before tens, or before "early" or "mid-" there: they are a
    /// decade, and no age ("in his mid-40s").
    fn is_called(&self, at: usize) -> bool {
        let edge = |i: usize| matches!(self.word(i), Some(Word::Edge(_))) || self.is(i, "-");
        let first = (0..at).rev().find(|&i| !edge(i));
        first.is_some_and(|i| self.is_any(i, &["the", "in"]))
            && (self.follows(at, &["the", "in"]) || at > 0 && edge(at - 1))
    }

    /// "the 15th century".
    pub(super) fn century(&self, at: usize) -> Found {
        let (end, n) = self.ordinal(at)?;
        let unit = self.past(end, &["-"]);
        let nth = i16::try_from(n).ok().filter(|n| (1..=30).contains(n))?;
        let fits = self.is_any(unit, &["century", "centuries"]);
        years((nth - 1) * 100, 100).filter(|_| fits).map(|t| (unit + 1, t))
    }
}
