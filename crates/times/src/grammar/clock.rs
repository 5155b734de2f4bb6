//! Times of day: "8 p.m.", "18:00 GMT", "half past seven", "from 9 a.m. to 5 p.m.".
//!
//! Hours without "a.m." or "p.m." are read as they are written. A zone other than UTC is read over
//! and not converted.

use super::Grammar;
use crate::atoms::What;
use crate::calendar::{at_clock, bare, interval};
use crate::unit::Unit;
use crate::words::{Code, Word};
use verbale_document::{Date, Time, TimeType};

/// A time of day as it is said.
#[derive(Clone, Copy, Default)]
pub(super) struct Clock {
    hour: i64,
    minute: i64,
    second: Option<i64>,
    /// "p.m." (true) or "a.m.".
    meridiem: Option<bool>,
    utc: bool,
    /// Nothing else can be meant: it has a meridiem, a zone or the word "o'clock".
    pub(super) sure: bool,
    /// Minutes are written after a colon.
    pub(super) colon: bool,
}

impl Clock {
    /// What stands after the T of a TIMEX3 value.
    fn value(self) -> String {
        let hour = match self.meridiem {
            Some(pm) if self.hour <= 12 => self.hour % 12 + if pm { 12 } else { 0 },
            _ => self.hour,
        };
        let seconds = self.second.map_or(String::new(), |s| format!(":{s:02}"));
        let zone = if self.utc { "Z" } else { "" };
        format!("{hour:02}:{:02}{seconds}{zone}", self.minute)
    }
}

impl Grammar<'_> {
    /// A time of day, a zone after it read over.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, Clock)> {
        let (end, clock) = self.past_hour(at).or_else(|| self.hour(at))?;
        let (end, mut clock) = self.meridiem(end, clock);
        clock.sure |= clock.meridiem.is_some();
        let open = self.past(end, &["("]);
        let next =
            if self.is(open, "local") && self.is(open + 1, "time") { open + 2 } else { open };
        match self.word(next) {
            Some(Word::Zone(utc)) => {
                (clock.utc, clock.sure) = (utc && !self.is_any(next + 1, &["+", "-"]), true);
                let close = if open > end && self.is(next + 1, ")") { 1 } else { 0 };
                Some((next + 1 + close, clock))
            }
            _ if next > open => Some((next, Clock { sure: true, ..clock })),
            _ => Some((end, clock)),
        }
    }

    /// "8", "8:30", "20:15:00", "8.30", "eight", "noon".
    fn hour(&self, at: usize) -> Option<(usize, Clock)> {
        let small = |n: &i64| (0..24).contains(n);
        match self.atoms.get(at)?.what {
            What::Word(Word::Hour(hour)) => {
                let clock = Clock { hour: i64::from(hour), sure: true, ..Clock::default() };
                Some((at + 1, clock))
            }
            What::Digits(n, 1 | 2) => {
                let hour = Some(n).filter(small)?;
                let minute = |at: usize| {
                    let joined = self.is(at, ":") && self.is_glued(at) && self.is_glued(at + 1);
                    self.digits(at + 1, 2).filter(|m| joined && *m < 60)
                };
                match minute(at + 1) {
                    Some(m) => {
                        let second = minute(at + 3);
                        let end = at + 3 + if second.is_some() { 2 } else { 0 };
                        let clock =
                            Clock { hour, minute: m, second, colon: true, ..Clock::default() };
                        Some((end, clock))
                    }
                    None => Some((at + 1, Clock { hour, ..Clock::default() })),
                }
            }
            What::Decimal => {
                let (h, m) = self.text(at)?.split_once('.').filter(|(_, m)| m.len() == 2)?;
                let (hour, minute) = (h.parse().ok().filter(small)?, m.parse().ok()?);
                Some((at + 1, Clock { hour, minute, ..Clock::default() })).filter(|_| minute < 60)
            }
            _ => {
                let (end, hour) = self.spelled(at).filter(|(_, n)| (1..=12).contains(n))?;
                Some((end, Clock { hour, ..Clock::default() }))
            }
        }
    }

    /// "half past seven", "quarter to five", "20 minutes past eight".
    fn past_hour(&self, at: usize) -> Option<(usize, Clock)> {
        let (end, minutes) = match self.word(at) {
            Some(Word::Half) => (at + 1, 30),
            Some(Word::Unit(Unit::Quarter)) => (at + 1, 15),
            _ => self.cardinal(at)?,
        };
        let end = end + usize::from(self.unit(end) == Some(Unit::Minute));
        let said = end > at + 1 || !matches!(self.atoms.get(at)?.what, What::Digits(..));
        let back = self.is(end, "to");
        let (next, hour) = self.cardinal(end + 1).filter(|(_, h)| (1..=12).contains(h))?;
        let said = said || self.follows(at, &["at"]) || self.word(next) == Some(Word::OClock);
        let fits = (back || self.is(end, "past")) && (1..60).contains(&minutes) && said;
        let fits = fits && (!back || self.word(at) == Some(Word::Unit(Unit::Quarter)));
        let (hour, minute) =
            if back { ((hour + 10) % 12 + 1, 60 - minutes) } else { (hour, minutes) };
        fits.then_some((next, Clock { hour, minute, sure: true, ..Clock::default() }))
    }

    /// "p.m.", "o'clock", "in the evening" after an hour.
    fn meridiem(&self, at: usize, mut clock: Clock) -> (usize, Clock) {
        let end = at + usize::from(self.word(at) == Some(Word::OClock));
        clock.sure |= end > at;
        let small = clock.hour <= 12;
        match self.word(end).filter(|_| small) {
            Some(Word::Meridiem(pm)) => (end + 1, Clock { meridiem: Some(pm), ..clock }),
            Some(Word::Hour(12)) if clock.hour == 12 => (end + 1, Clock { sure: true, ..clock }),
            _ => match self.in_the_daypart(end).filter(|_| small) {
                Some((next, part)) => {
                    let pm =
                        part != *b"MO" && !(part == *b"NI" && (clock.hour < 6 || clock.hour == 12));
                    (next, Clock { meridiem: Some(pm), ..clock })
                }
                None => (end, clock),
            },
        }
    }

    /// "in the evening", "at night".
    pub(super) fn in_the_daypart(&self, at: usize) -> Option<(usize, Code)> {
        let the = if self.is(at, "in") && self.is(at + 1, "the") { at + 2 } else { at + 1 };
        let said = the == at + 2 || self.is(at, "at");
        match self.word(the)? {
            Word::Daypart(part) if said => Some((the + 1, part)),
            _ => None,
        }
    }

    /// A time of day or a stretch of it, with the date `on` where it is known.
    pub(super) fn clocks(
        &self,
        at: usize,
        on: Option<Date>,
        part: Option<Code>,
    ) -> Option<(usize, Time, bool)> {
        let (end, clock) = self.clock(at)?;
        let mut clock = within(clock, part);
        let time = |clock: Clock| match on {
            Some(date) => at_clock(date, &clock.value()),
            None => bare(TimeType::Time, format!("T{}", clock.value())),
        };
        let next = self
            .through(end)
            .or_else(|| (self.is(end, "and") && self.follows(at, &["between"])).then_some(end + 1));
        let to = next.and_then(|next| self.clock(next));
        let to = to.map(|(end, to)| (end, within(to, part)));
        let to = to.filter(|(_, to)| to.sure || (clock.colon && to.colon));
        let Some((end, to)) = to else {
            return Some((end, time(clock), clock.sure || clock.colon));
        };
        if clock.meridiem.is_none() && clock.hour <= 12 {
            let later = to.meridiem == Some(true) && clock.hour % 12 > to.hour % 12;
            clock.meridiem = to.meridiem.map(|pm| pm && !later);
        }
        let (from, to) = (time(clock), time(to));
        let value = format!("{}/{}", from.value, to.value).into();
        let time = interval(&from, &to).unwrap_or(Time { value, ..from });
        Some((end, time, true))
    }

    /// A time of day after a recurring time: "every day at 8 p.m.".
    pub(super) fn clock_of_set(&self, at: usize) -> Option<(usize, String)> {
        let next = self.past(at, &["at", "around"]);
        let (end, clock) = self.clock(next)?;
        let fits = clock.sure || (next > at && clock.colon);
        fits.then(|| (end, clock.value()))
    }
}

/// An hour within a part of the day: "8" of the evening is 20:00.
fn within(clock: Clock, part: Option<Code>) -> Clock {
    let Some(part) = part.filter(|_| clock.meridiem.is_none() && clock.hour <= 12) else {
        return clock;
    };
    let small = part == *b"NI" && (clock.hour < 5 || clock.hour == 12);
    let meridiem = if small { None } else { Some(part != *b"MO") };
    Clock { meridiem, ..clock }
}
