//! Parts of a stretch of the calendar: "early 2009", "the end of the year", "later this month",
//! "the third week of July", "the first ten days of 2021", "the rest of the week".

use super::{Found, Grammar};
use crate::atoms::What;
use crate::calendar::{
    bare, day, month, third, unit_of, week, weekday, weekday_of_week, weekend, year,
};
use crate::unit::{Unit, duration, shifted};
use crate::words::{Relative, Word};
use verbale_document::{Date, Time, TimeType};

impl Grammar<'_> {
    pub(super) fn part(&self, at: usize) -> Found {
        self.atoms.get(at)?;
        match self.word(at) {
            Some(Word::Edge(_)) => self.edge(at),
            Some(Word::Shift(n)) => self.sooner_or_later(at, n),
            Some(Word::Share(letter, n)) => self.share(at, letter, n),
            Some(Word::Unit(unit)) => {
                self.unit_of_day(at, unit).or_else(|| self.day_beside(at, unit))
            }
            _ => self
                .nth_of(at)
                .or_else(|| self.ordinal_share(at))
                .or_else(|| self.run_of(at))
                .or_else(|| self.year_share(at))
                .or_else(|| self.day_of_week(at))
                .or_else(|| self.share_of_year(at))
                .or_else(|| self.rest(at)),
        }
    }

    /// A whole of which something is a part: a point, or "the year" for this one.
    pub(super) fn whole(&self, at: usize) -> Found {
        let the = self.past(at, &["the"]);
        let unit = self.unit(the).filter(|u| the > at && !u.is_clock());
        if let Some(unit) = unit.filter(|_| self.unit_of_day(the, Unit::Week).is_none()) {
            return Some((the + 1, unit_of(self.today?, unit)?));
        }
        let year = self.year_number(the).and_then(|(end, y)| Some((end, year(y)?)));
        let point = self.point(the).and_then(|(end, p)| Some((end, self.resolve(&p, the)?)));
        let found = [year, point].into_iter().flatten().max_by_key(|(end, _)| *end);
        found.or_else(|| {
            let unit = self.unit(at).filter(|_| self.is_any(at, &["year", "month", "week"]))?;
            Some((at + 1, unit_of(self.today?, unit)?))
        })
    }

    /// "early 2009", "mid-November", "late on Friday", "the end of the year".
    fn edge(&self, at: usize) -> Found {
        let Word::Edge(edge) = self.word(at)? else { return None };
        let noun = self.is_any(at, &["end", "start", "beginning", "middle", "close", "turn"]);
        let link = if noun { self.is(at + 1, "of") } else { !self.is(at + 1, "of") };
        if !link || self.follows(at, &["his", "her", "their", "my", "your"]) {
            return None;
        }
        let next = self.past(at + 1, &["of", "-", "in", "on"]);
        let (end, time) = self.whole(next)?;
        let one_day = time.start == time.end;
        Some((end, if one_day { time } else { third(time, edge) }))
    }

    /// "earlier this month", "later in the year", "earlier on Friday".
    fn sooner_or_later(&self, at: usize, sign: i64) -> Found {
        if !self.is_any(at, &["earlier", "later"]) {
            return None;
        }
        let next = self.past(at + 1, &["in", "on"]);
        let said = next > at + 1
            || matches!(self.word(next), Some(Word::Relative(_) | Word::Weekday(_) | Word::Day(_)));
        if !said {
            return None;
        }
        let (end, time) = self.whole(next)?;
        let (Some(first), Some(last), Some(today)) = (time.start, time.end, self.today) else {
            return Some((end, time));
        };
        let inside = (first..=last).contains(&today);
        let time = match sign {
            _ if !inside => time,
            -1 => Time { end: Some(today), ..time },
            _ => Time { start: Some(today), ..time },
        };
        Some((end, time))
    }

    /// "Tuesday of next week", "next week on Tuesday".
    fn day_of_week(&self, at: usize) -> Found {
        let week_at = |at: usize| {
            let (end, time) = self.relative(at)?;
            time.value.contains("-W").then_some((end, time.start?))
        };
        if let Some(Word::Weekday(d)) = self.word(at) {
            let (end, week) = week_at(self.past(self.past(at + 1, &["of"]), &["the"]))?;
            return Some((end, day(weekday_of_week(week, d)?)));
        }
        self.relative_word(at)?;
        let (end, week) = week_at(at)?;
        let next = self.past(end, &["on"]);
        match self.word(next)? {
            Word::Weekday(d) => Some((next + 1, day(weekday_of_week(week, d)?))),
            _ => None,
        }
    }

    /// "the day before", "the day after": of the day spoken of.
    fn day_beside(&self, at: usize, unit: Unit) -> Found {
        let Word::Shift(n) = self.word(at + 1)? else { return None };
        let said = unit == Unit::Day && self.is(at, "day") && self.follows(at, &["the"]);
        let said = said && self.is_any(at + 1, &["before", "after"]);
        let ends = matches!(self.atoms.get(at + 2).map(|a| a.what), None | Some(What::Mark(_)));
        let from = self.focus.or(self.today).filter(|_| said && ends)?;
        Some((at + 2, day(shifted(from, n, Unit::Day)?)))
    }

    /// "the third week of July", "the last Friday of the month", "the ninth month of 2021".
    fn nth_of(&self, at: usize) -> Found {
        let (end, n) = match self.word(at) {
            Some(Word::Relative(Relative::Last)) => (at + 1, -1),
            _ => self.ordinal(at)?,
        };
        let of = self.past(end + 1, &["of", "in"]);
        let counts = matches!(self.word(end)?, Word::Unit(_) | Word::Weekday(_));
        if !counts || (of == end + 1 && self.relative_word(of).is_none()) {
            return None;
        }
        let (last, whole) = self.whole(of)?;
        let (first, past) = (whole.start?, whole.end?);
        let nth = |weekday: i8| self.nth_in(first, past, n, weekday);
        let time = match self.word(end)? {
            Word::Unit(Unit::Week) => week(nth(4)?)?,
            Word::Unit(Unit::Weekend) => weekend(nth(6)?)?,
            Word::Unit(Unit::Month) if whole.value.len() == 4 => {
                month(first.year(), if n < 0 { 12 } else { i8::try_from(n).ok()? })?
            }
            Word::Weekday(d) => day(nth(d)?),
            _ => return None,
        };
        Some((last, time))
    }

    /// The nth (-1: last) weekday between two days; weeks belong to where their Thursday lies.
    fn nth_in(&self, first: Date, last: Date, n: i64, day: i8) -> Option<Date> {
        if n < 0 {
            return weekday(last, day, false);
        }
        let one = weekday(shifted(first, -1, Unit::Day)?, day, true)?;
        shifted(one, n - 1, Unit::Week).filter(|d| *d <= last)
    }

    /// "the first ten days of last year", "the last four months of 2021".
    fn run_of(&self, at: usize) -> Found {
        let last = self.relative_word(at) == Some(Relative::Last);
        let first = self.is(at, "first");
        let (end, n) = self.cardinal(at + 1).filter(|_| first || last)?;
        let unit = self.unit(end).filter(|u| !u.is_clock())?;
        if !self.is(end + 1, "of") {
            return None;
        }
        let (past, whole) = self.whole(end + 2)?;
        let (mut start, mut stop) = (whole.start?, whole.end?);
        if unit == Unit::Week {
            start = week(self.nth_in(start, stop, 1, 4)?)?.start?;
            stop = week(self.nth_in(whole.start?, stop, -1, 4)?)?.end?;
        }
        let time = bare(TimeType::Duration, duration(&[(Some(n as f64), unit)]));
        let (from, to) = if first {
            (start, shifted(shifted(start, n, unit)?, -1, Unit::Day)?)
        } else {
            (shifted(shifted(stop, 1, Unit::Day)?, -n, unit)?, stop)
        };
        Some((past, Time { start: Some(from), end: Some(to), ..time }))
    }

    /// "the week of May 3", "the weekend of June 8".
    fn unit_of_day(&self, at: usize, unit: Unit) -> Found {
        let holds = matches!(unit, Unit::Week | Unit::Weekend);
        let begins = self.is_any(at + 1, &["of", "beginning", "starting", "commencing", "ending"]);
        let next = self.past(self.past(at + 2, &["on"]), &["the"]);
        if !holds || !begins {
            return None;
        }
        let (end, point) = self.point(next)?;
        let time = self.resolve(&point, next).filter(|t| t.start == t.end)?;
        Some((end, unit_of(time.start?, unit)?))
    }

    /// "the rest of the week": from today on.
    fn rest(&self, at: usize) -> Found {
        if !self.is_any(at, &["rest", "remainder"]) || !self.is(at + 1, "of") {
            return None;
        }
        let (end, time) = self.whole(at + 2)?;
        let start = self.today.filter(|d| Some(*d) >= time.start && Some(*d) <= time.end);
        Some((end, Time { start: start.or(time.start), ..time }))
    }
}
