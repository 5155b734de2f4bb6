//! Dates of tables: days, months or years.

use verbale_document::{Date, Row, TableError};

/// The first day of "2013", "2013-05" or "2013-05-04".
pub(crate) fn first_day(text: &str) -> Option<Date> {
    parse(text, |_, _| 1, 1)
}

/// The last day of the same.
pub(crate) fn last_day(text: &str) -> Option<Date> {
    let days = |year, month| Date::new(year, month, 1).map_or(28, |d| d.days_in_month());
    parse(text, days, 12)
}

/// The first and the last day of a term, from the cells under `from` and `to`; none where a cell is
/// empty or the table has no such column.
///
/// # Errors
/// A cell that is no day, month or year, and an end before its beginning.
pub(crate) fn term(row: &Row) -> Result<(Option<Date>, Option<Date>), TableError> {
    let read = |column: &str, day: fn(&str) -> Option<Date>| match row.get(column) {
        "" => Ok(None),
        cell => day(cell).map(Some).ok_or_else(|| {
            row.error(format!(
                "`{cell}` under `{column}` is no date such as 2013-05-04, 2013-05 or 2013"
            ))
        }),
    };
    let (from, to) = (read("from", first_day)?, read("to", last_day)?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        let (from, to) = (row.get("from"), row.get("to"));
        return Err(row.error(format!("it ends ({to}) before it begins ({from})")));
    }
    Ok((from, to))
}

fn parse(text: &str, day: impl Fn(i16, i8) -> i8, month: i8) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok().filter(|year| *year >= FIRST_YEAR)?;
    let month = parts.next().map_or(Some(month), |m| m.parse().ok())?;
    let day = parts.next().map_or_else(|| Some(day(year, month)), |d| d.parse().ok())?;
    Date::new(year, month, day).ok().filter(|_| parts.next().is_none())
}

/// What is earlier is a slip.
const FIRST_YEAR: i16 = 1000;
