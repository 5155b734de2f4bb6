//! Dates of tables: days, months or years.

use verbale_document::Date;

/// The first day of "2013", "2013-05" or "2013-05-04".
pub(crate) fn first_day(text: &str) -> Option<Date> {
    parse(text, |_, _| 1, 1)
}

/// The last day of the same.
pub(crate) fn last_day(text: &str) -> Option<Date> {
    let days = |year, month| Date::new(year, month, 1).map_or(28, |d| d.days_in_month());
    parse(text, days, 12)
}

fn parse(text: &str, day: impl Fn(i16, i8) -> i8, month: i8) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next().map_or(Some(month), |m| m.parse().ok())?;
    let day = parts.next().map_or_else(|| Some(day(year, month)), |d| d.parse().ok())?;
    Date::new(year, month, day).ok()
}
