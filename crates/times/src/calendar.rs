//! Stretches of the calendar (by `jiff`) and their TIMEX3 values.

use super::unit::{Unit, shifted};
use super::words::{Code, Edge, Holiday, letters};
use jiff::civil::Weekday;
use verbale_document::{Date, SmolStr, Time, TimeType};

/// A day.
pub(super) fn day(date: Date) -> Time {
    stretch(date.to_string(), date, date)
}

/// A month.
pub(super) fn month(year: i16, month: i8) -> Option<Time> {
    let first = Date::new(year, month, 1).ok()?;
    Some(stretch(format!("{year:04}-{month:02}"), first, first.last_of_month()))
}

/// Whole months of a year, under any value.
fn months(value: String, year: i16, first: i8, last: i8) -> Option<Time> {
    let last = Date::new(year, last, 1).ok()?.last_of_month();
    Some(stretch(value, Date::new(year, first, 1).ok()?, last))
}

/// A year.
pub(super) fn year(year: i16) -> Option<Time> {
    months(format!("{year:04}"), year, 1, 12)
}

/// A quarter (1..4) or a half (1..2) of a year.
pub(super) fn share(year: i16, letter: char, nth: i64) -> Option<Time> {
    let size = if letter == 'Q' { 3 } else { 6 };
    let nth = i8::try_from(nth).ok().filter(|n| (1..=12 / size).contains(n))?;
    months(format!("{year:04}-{letter}{nth}"), year, (nth - 1) * size + 1, nth * size)
}

/// Decades (`tens` 10) and centuries (100): TIMEX3 leaves the last digits of the year out.
pub(super) fn years(first: i16, tens: i16) -> Option<Time> {
    let last = first.checked_add(tens - 1)?;
    let (a, b) = (Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?);
    let digits = if tens == 10 { 3 } else { 2 };
    Some(stretch(format!("{:0digits$}", first / tens), a, b))
}

/// The ISO week of a day.
pub(super) fn week(date: Date) -> Option<Time> {
    let iso = date.iso_week_date();
    let first = shifted(date, -i64::from(date.weekday().to_monday_zero_offset()), Unit::Day)?;
    let last = shifted(first, 6, Unit::Day)?;
    Some(stretch(format!("{:04}-W{:02}", iso.year(), iso.week()), first, last))
}

/// The weekend of the ISO week of a day.
pub(super) fn weekend(date: Date) -> Option<Time> {
    let week = week(date)?;
    let (first, last) = (shifted(week.start?, 5, Unit::Day)?, week.end?);
    Some(stretch(format!("{}-WE", week.value), first, last))
}

/// The week, month, year ... that holds a day.
pub(super) fn unit_of(date: Date, unit: Unit) -> Option<Time> {
    match unit {
        Unit::Week | Unit::Fortnight => week(date),
        Unit::Weekend => weekend(date),
        Unit::Month => month(date.year(), date.month()),
        Unit::Quarter => share(date.year(), 'Q', i64::from((date.month() - 1) / 3 + 1)),
        Unit::Year => year(date.year()),
        Unit::Decade => years(date.year() / 10 * 10, 10),
        Unit::Century => years(date.year() / 100 * 100, 100),
        _ => Some(day(date)),
    }
}

/// Seasons have no agreed first day, so none is given.
pub(super) fn season(year: i16, season: &Code) -> Time {
    bare(TimeType::Date, format!("{year:04}-{}", letters(season)))
}

/// A part of a day.
pub(super) fn daypart(date: Date, part: &Code) -> Time {
    at_clock(date, letters(part))
}

/// A time of day: `clock` is what stands after the T.
pub(super) fn at_clock(date: Date, clock: &str) -> Time {
    let value = format!("{date}T{clock}").into();
    Time { kind: TimeType::Time, value, start: Some(date), end: Some(date) }
}

/// Any stretch of the calendar.
pub(super) fn stretch(value: String, start: Date, end: Date) -> Time {
    Time { kind: TimeType::Date, value: value.into(), start: Some(start), end: Some(end) }
}

/// From one time to another; the value is an ISO 8601 interval.
pub(super) fn interval(from: &Time, to: &Time) -> Option<Time> {
    let (start, end) = (from.start?, to.end?);
    let kind = if to.kind == TimeType::Time { TimeType::Time } else { TimeType::Date };
    let value = format!("{}/{}", from.value, to.value).into();
    (start <= end).then_some(Time { kind, value, start: Some(start), end: Some(end) })
}

/// A value without a place on the calendar.
pub(super) fn bare(kind: TimeType, value: impl Into<SmolStr>) -> Time {
    Time { kind, value: value.into(), start: None, end: None }
}

/// The first, middle or last third of a stretch: its value stays, as in TIMEX3, where MOD says it.
pub(super) fn third(time: Time, edge: Edge) -> Time {
    let (Some(start), Some(end)) = (time.start, time.end) else { return time };
    let third = |n: i64| {
        let days = i64::from((end - start).get_days()) + 1;
        let months = days / 30;
        if start.day() > 1 || days < 80 {
            shifted(start, days * n / 3, Unit::Day)
        } else {
            shifted(start, months * n / 3, Unit::Month)
        }
    };
    let before = |n: i64| third(n).and_then(|d| shifted(d, -1, Unit::Day));
    let (first, last) = match edge {
        Edge::Start => (Some(start), before(1)),
        Edge::Mid => (third(1), before(2)),
        Edge::End => (third(2), Some(end)),
    };
    let last = last.filter(|l| *l >= start).or(Some(end));
    Time { start: first, end: last, ..time }
}

/// The weekday (1 Monday .. 7) on or before `today`, or after it.
pub(super) fn weekday(today: Date, day: i8, after: bool) -> Option<Date> {
    let want = Weekday::from_monday_one_offset(day).ok()?;
    if !after && today.weekday() == want {
        return Some(today);
    }
    today.nth_weekday(if after { 1 } else { -1 }, want).ok()
}

/// The weekday of the ISO week of a day.
pub(super) fn weekday_of_week(date: Date, day: i8) -> Option<Date> {
    shifted(week(date)?.start?, i64::from(day - 1), Unit::Day)
}

/// The nth (-1: last) weekday of a month.
pub(super) fn nth_weekday(year: i16, month: i8, nth: i8, day: i8) -> Option<Date> {
    let want = Weekday::from_monday_one_offset(day).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, want).ok()
}

/// The day of a holiday in a year.
pub(super) fn holiday(year: i16, holiday: Holiday) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
        Holiday::Nth { month, nth, weekday, plus } => {
            shifted(nth_weekday(year, month, nth, weekday)?, plus, Unit::Day)
        }
    }
}
