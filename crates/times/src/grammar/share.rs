//! Quarters and halves of a year: "Q2", "2019-H2", "the third quarter of 2016", "second-quarter
//! profits". Without a year, the last one that has begun, or the next under a future verb. Neither
//! quarters nor halves of matches: "the first half" alone is none.

use super::{Found, Grammar};
use crate::calendar::share;
use crate::tense::Tense;
use crate::unit::Unit;
use crate::words::{Relative, Word};
use verbale_document::Time;

impl Grammar<'_> {
    /// "Q2", "Q3 2019", "H1 of this year".
    pub(super) fn share(&self, at: usize, letter: char, n: i64) -> Found {
        if let Some((end, year)) = self.year_after(at + 1) {
            return Some((end, share(year, letter, n)?));
        }
        Some((at + 1, self.share_by_tense(at, letter, n)?))
    }

    /// "2016 Q3", "2019-H2".
    pub(super) fn year_share(&self, at: usize) -> Found {
        let year = i16::try_from(self.digits(at, 4)?).ok()?;
        let next = self.past(at + 1, &["-"]);
        let Word::Share(letter, n) = self.word(next)? else { return None };
        Some((next + 1, share(year, letter, n)?))
    }

    /// The last quarter of that number that has begun, or under a future verb the next.
    fn share_by_tense(&self, at: usize, letter: char, n: i64) -> Option<Time> {
        let today = self.today?;
        let ahead = self.tense(at) == Tense::Future;
        let years = if ahead { [0, 1] } else { [0, -1] };
        let shares = years.into_iter().filter_map(|y| share(today.year() + y, letter, n));
        let mut fits =
            shares.filter(|t| if ahead { t.end >= Some(today) } else { t.start <= Some(today) });
        fits.next()
    }

    /// "the third quarter of 2016", "the first half of the year", "third-quarter results".
    pub(super) fn ordinal_share(&self, at: usize) -> Found {
        let (end, n) = match self.word(at)? {
            Word::Relative(Relative::Last) => (at + 1, 0),
            _ => self.ordinal(at)?,
        };
        let unit = self.past(end, &["-"]);
        let (letter, n) = match self.word(unit)? {
            Word::Unit(Unit::Quarter) => ('Q', if n == 0 { 4 } else { n }),
            Word::Half => ('H', if n == 0 { 2 } else { n }),
            _ => return None,
        };
        let of = self.past(unit + 1, &["of", "in"]);
        if let Some((end, whole)) = self.whole(of).filter(|(_, t)| t.value.len() == 4) {
            return Some((end, share(whole.start?.year(), letter, n)?));
        }
        let results = unit > end && letter == 'Q' && self.relative_word(at).is_none();
        let time = self.share_by_tense(at, letter, n).filter(|_| results)?;
        Some((unit + 1, time))
    }

    /// "last year's third quarter".
    pub(super) fn share_of_year(&self, at: usize) -> Found {
        self.relative_word(at).filter(|_| self.is(at + 1, "year"))?;
        let year = self.relative(at)?.1.start?.year();
        let own = at + 2 + usize::from(self.is_any(at + 2, &["'s", "’s"]));
        let (end, n) = self.ordinal(own).filter(|_| own > at + 2)?;
        let letter = match self.word(end)? {
            Word::Unit(Unit::Quarter) => 'Q',
            Word::Half => 'H',
            _ => return None,
        };
        Some((end + 1, share(year, letter, n)?))
    }
}
