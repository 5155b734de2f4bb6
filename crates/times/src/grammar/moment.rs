//! A day with a time of day before or after it: "Friday morning", "June 3 at 8 p.m.", "9 a.m. on
//! Tuesday", "the night of June 3".

use super::{Found, Grammar};
use crate::calendar::daypart;
use crate::words::{Code, Word};
use verbale_document::{Date, Time, TimeType};

impl Grammar<'_> {
    /// A time of day with no date beside it: that of the day spoken of in this sentence, if any.
    pub(super) fn clock_alone(&self, at: usize) -> Found {
        let (end, time, marked) = self.clocks(at, self.here, None)?;
        let sure = self.clock(at).is_some_and(|(_, c)| c.sure) || time.value.contains('/');
        let after = self.follows(
            at,
            &["at", "by", "until", "till", "around", "about", "from", "since", "before", "after"],
        );
        (sure || (marked && after)).then_some((end, time))
    }

    /// A point, with a time of day before or after it where there is one.
    pub(super) fn moment(&self, at: usize) -> Found {
        let (end, point) = match self.point(at) {
            Some(found) => found,
            None => return self.clock_first(at).or_else(|| self.daypart_first(at)),
        };
        let first = self.clock_first(at).filter(|(e, _)| *e > end);
        let time = self.resolve(&point, at)?;
        let same = time.start.filter(|d| Some(*d) == time.end);
        let found =
            same.and_then(|date| self.day_then(end, date, part_of(&time))).unwrap_or((end, time));
        Some(first.filter(|(e, _)| *e > found.0).unwrap_or(found))
    }

    /// "morning", "at 8 p.m.", ", 7 PM" after a day.
    fn day_then(&self, at: usize, date: Date, of: Option<Code>) -> Found {
        let early = self.past(at, &["early", "late"]);
        let part = match self.word(early) {
            Some(Word::Daypart(part)) => Some((early + 1, part)),
            _ => self.in_the_daypart(at),
        };
        let end = part.map_or(at, |(end, _)| end);
        let next = self.past(
            self.past(end, &[",", "from", "between"]),
            &["at", "around", "about", "@", "from"],
        );
        let told = next > end && !self.is(next - 1, ",");
        let of = part.map(|(_, part)| part).or(of);
        let clocks = self.clocks(next, Some(date), of);
        let clocks = clocks.filter(|(_, _, marked)| *marked || (told && of.is_some()));
        let fits =
            clocks.filter(|_| told || self.clock(next).is_some_and(|(_, c)| c.sure || c.colon));
        match (fits, part) {
            (Some((end, time, _)), _) => Some((end, time)),
            (None, Some((end, part))) => Some((end, daypart(date, &part))),
            _ => None,
        }
    }

    /// "8 p.m. on Tuesday", "18:00 GMT, June 3".
    fn clock_first(&self, at: usize) -> Found {
        let (end, _, marked) = self.clocks(at, None, None)?;
        let on = self.past(self.past(end, &[","]), &["on", "of"]);
        let marked = marked || self.follows(at, &["at"]);
        if !marked {
            return None;
        }
        let (end, point) = self.point(self.past(on, &["the"]))?;
        let time = self.resolve(&point, on)?;
        let date = time.start.filter(|d| Some(*d) == time.end)?;
        let (end, part) = match self.word(end) {
            Some(Word::Daypart(part)) => (end + 1, Some(part)),
            _ => (end, part_of(&time)),
        };
        let (_, time, sure) = self.clocks(at, Some(date), part)?;
        (sure || part.is_some()).then_some((end, time))
    }

    /// "the night of June 3".
    fn daypart_first(&self, at: usize) -> Found {
        let Word::Daypart(part) = self.word(at)? else { return None };
        let of = self.past(at + 1, &["of", "on"]);
        if of == at + 1 {
            return None;
        }
        let (end, point) = self.point(self.past(of, &["the"]))?;
        let time = self.resolve(&point, of)?;
        let date = time.start.filter(|d| Some(*d) == time.end && time.kind == TimeType::Date)?;
        Some((end, daypart(date, &part)))
    }
}

/// The part of the day that a value names: "2024-06-21TNI".
fn part_of(time: &Time) -> Option<Code> {
    let (_, part) = time.value.split_once('T')?;
    let code: Code = part.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_uppercase).then_some(code)
}
