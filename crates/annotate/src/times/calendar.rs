//! Calendar arithmetic (by `jiff`) and TIMEX3 values.

use jiff::Span;
use jiff::civil::{Date, Weekday};
use verbale_document::{SmolStr, Time, TimeType};

/// A day.
pub(super) fn day(date: Date) -> Time {
    stretch(date.to_string(), date, date)
}

/// A month.
pub(super) fn month(year: i16, month: i8) -> Option<Time> {
    let first = Date::new(year, month, 1).ok()?;
    Some(stretch(format!("{year:04}-{month:02}"), first, first.last_of_month()))
}

/// A year.
pub(super) fn year(year: i16) -> Option<Time> {
    let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    Some(stretch(format!("{year:04}"), first, last))
}

/// The ISO week of a day.
pub(super) fn week(date: Date) -> Option<Time> {
    let iso = date.iso_week_date();
    let first = shifted(date, -i64::from(date.weekday().to_monday_zero_offset()), "D")?;
    let last = shifted(first, 6, "D")?;
    Some(stretch(format!("{:04}-W{:02}", iso.year(), iso.week()), first, last))
}

/// The weekend of the ISO week of a day.
pub(super) fn weekend(date: Date) -> Option<Time> {
    let week = week(date)?;
    let (first, last) = (shifted(week.start?, 5, "D")?, week.end?);
    Some(stretch(format!("{}-WE", week.value), first, last))
}

/// Any stretch of the calendar.
pub(super) fn stretch(value: String, start: Date, end: Date) -> Time {
    Time { kind: TimeType::Date, value: value.into(), start: Some(start), end: Some(end) }
}

/// A value without a place on the calendar.
pub(super) fn bare(kind: TimeType, value: impl Into<SmolStr>) -> Time {
    Time { kind, value: value.into(), start: None, end: None }
}

/// `date` and `n` units (D, W, M, Y, Q, E) on; `None` outside the calendar.
pub(super) fn shifted(date: Date, n: i64, unit: &str) -> Option<Date> {
    let span = match unit {
        "D" => Span::new().try_days(n),
        "W" => Span::new().try_weeks(n),
        "M" => Span::new().try_months(n),
        "Q" => Span::new().try_months(n.checked_mul(3)?),
        "Y" => Span::new().try_years(n),
        "E" => Span::new().try_years(n.checked_mul(10)?),
        _ => return None,
    };
    date.checked_add(span.ok()?).ok()
}

/// The weekday (1 Monday .. 7) on or before `today`, or after it.
pub(super) fn weekday(today: Date, day: i8, after: bool) -> Option<Date> {
    let want = Weekday::from_monday_one_offset(day).ok()?;
    if !after && today.weekday() == want {
        return Some(today);
    }
    today.nth_weekday(if after { 1 } else { -1 }, want).ok()
}
