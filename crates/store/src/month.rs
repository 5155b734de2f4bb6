//! The partition of a document: the month in which it was published.

use verbale_record::Doc;
use verbale_record::arrow::days;

/// What Hive calls the partition of rows without a value; readers give none for it.
pub const UNKNOWN: &str = "__HIVE_DEFAULT_PARTITION__";

/// The day on which a document was published, in the time zone that it gives; none where it does not
/// say it or no calendar has it.
pub(crate) fn day(doc: &Doc) -> Option<&str> {
    let day = doc.published_at.as_deref()?.get(..10)?;
    days(day).map(|_| day)
}

/// The month of a day, `YYYY-MM`.
pub(crate) fn of(day: Option<&str>) -> &str {
    day.map_or(UNKNOWN, |day| &day[..7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_documents() {
        let check = |published: Option<&str>, want: &str| {
            let mut doc = Doc::default();
            doc.published_at = published.map(str::to_string);
            assert_eq!(of(day(&doc)), want, "{published:?}");
        };
        check(Some("2031-03-05"), "2031-03");
        check(Some("2031-03-31T23:30:00-04:00"), "2031-03");
        check(Some("2031-13-05"), UNKNOWN);
        check(Some("../../etc"), UNKNOWN);
        check(Some("2031"), UNKNOWN);
        check(None, UNKNOWN);
    }
}
