//! Days and months in figures alone: "2024-06-03", "2024-06", "20240603", "25/12/2023", "14.05.2021".
//!
//! Where day and month could change places ("03/04/2023") nothing is found.

use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::{day, month};
use verbale_document::Date;

impl Grammar<'_> {
    /// Figures alone: "2024-06-21", "2024-06", "20240621", and where no other reading is possible
    /// "21/06/2024", "06/21/2024", "21.06.2024", "11/2016".
    pub(super) fn numeric(&self, at: usize) -> Found {
        if let Some(n) = self.digits(at, 8) {
            let y = i16::try_from(n / 10_000).ok().filter(|y| (1800..2200).contains(y))?;
            let date = Date::new(y, (n / 100 % 100) as i8, (n % 100) as i8).ok()?;
            return Some((at + 1, day(date)));
        }
        if self.atoms.get(at)?.what == What::Decimal {
            return self.dotted(at);
        }
        let sign = self.text(at + 1).filter(|s| matches!(*s, "-" | "/"))?;
        let number = |at: usize| match self.atoms.get(at)?.what {
            What::Digits(n, len) if len <= 2 => i8::try_from(n).ok(),
            _ => None,
        };
        let year =
            |at: usize| self.digits(at, 4).map(|n| n as i16).filter(|y| (1800..2200).contains(y));
        let whole = self.is(at + 3, sign) && self.is_glued(at + 4);
        if let (Some(y), Some(m)) = (year(at), number(at + 2)) {
            return match number(at + 4).filter(|_| whole) {
                Some(d) => Date::new(y, m, d).ok().map(|date| (at + 5, day(date))),
                None if whole => None,
                None => month(y, m)
                    .filter(|_| y % 100 > i16::from(m) || y % 100 == 0)
                    .map(|t| (at + 3, t)),
            };
        }
        let a = number(at)?;
        if let Some(y) = year(at + 2) {
            return month(y, a).filter(|_| !whole).map(|t| (at + 3, t));
        }
        let (b, y) = (number(at + 2)?, year(at + 4).filter(|_| whole)?);
        unambiguous(y, a, b).map(|date| (at + 5, day(date)))
    }

    /// "21.06.2024": day first, as everywhere where dots are written.
    fn dotted(&self, at: usize) -> Found {
        let mut parts = self.text(at)?.split('.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next().filter(|y| y.len() == 4)?);
        let date = Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()?;
        parts.next().is_none().then(|| (at + 1, day(date)))
    }
}

/// A day in figures of which only one order is possible, or both say the same.
fn unambiguous(year: i16, a: i8, b: i8) -> Option<Date> {
    match (Date::new(year, a, b), Date::new(year, b, a)) {
        (Ok(x), Ok(y)) => (x == y).then_some(x),
        (x, y) => x.or(y).ok(),
    }
}
