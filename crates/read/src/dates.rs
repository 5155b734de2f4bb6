//! Dates as metadata and date lines have them; no running text, no relative dates.

use jiff::civil::Date;
use regex::{Captures, Regex};
use std::ops::Range;
use verbale_document::{SmolStr, Stamp};

/// Finds full dates (with a year) in a string.
pub(crate) struct Dates {
    iso: Regex,
    month_first: Regex,
    day_first: Regex,
    numeric: Regex,
    in_url: Regex,
    packed_in_url: Regex,
    numeric_in_url: Regex,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a text names a full date, as `published_at` of a story must.
///
/// ```
/// # use verbale_read::is_date;
/// assert!(is_date("2024-06-21") && is_date("June 21, 2024"));
/// assert!(!is_date("3/4/2024"), "two days");
/// ```
pub fn is_date(text: &str) -> bool {
    Dates::new().find(text).is_some()
}

impl Dates {
    pub(crate) fn new() -> Self {
        let month = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?";
        let regex = |pattern: String| Regex::new(&pattern).expect("the pattern is sound");
        Dates {
            iso: regex(r"\b(\d{4})-(\d{2})-(\d{2})(T[0-9:.]+)?(Z|[+-]\d{2}:?\d{2})?".into()),
            month_first: regex(format!(
                r"(?i)\b{month}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
            )),
            day_first: regex(format!(
                r"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?[ -]{month}[, -]\s*(\d{{4}})\b"
            )),
            numeric: regex(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b".into()),
            in_url: regex(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)".into()),
            packed_in_url: regex(
                r"[/=]((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:\D|$)".into(),
            ),
            numeric_in_url: regex(r"/(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:/|-|$)".into()),
        }
    }

    /// The first full date in `text`. An RFC 3339 moment keeps its time and zone.
    pub(crate) fn find(&self, text: &str) -> Option<Stamp> {
        self.locate(text).map(|(_, stamp)| stamp)
    }

    /// The first full date and the bytes it takes. `3/4/2024` could be two days and is none.
    pub(crate) fn locate(&self, text: &str) -> Option<(Range<usize>, Stamp)> {
        let read = |regex: &Regex, stamp: fn(&Captures) -> Option<Stamp>| {
            let c = regex.captures(text)?;
            Some((c.get(0)?.range(), stamp(&c)?))
        };
        read(&self.iso, iso)
            .or_else(|| read(&self.month_first, |c| plain(&c[3], &month(&c[1])?, &c[2])))
            .or_else(|| read(&self.day_first, |c| plain(&c[3], &month(&c[2])?, &c[1])))
            .or_else(|| read(&self.numeric, numeric))
    }

    /// The date in an address such as `/2024/06/21/` or `/21/06/2024/`.
    pub(crate) fn in_url(&self, url: &str) -> Option<Stamp> {
        let year_first = self.in_url.captures(url).or_else(|| self.packed_in_url.captures(url));
        year_first
            .and_then(|c| plain(&c[1], &c[2], &c[3]))
            .or_else(|| self.numeric_in_url.captures(url).and_then(|c| numeric(&c)))
    }
}

fn iso(c: &Captures) -> Option<Stamp> {
    let day = plain(&c[1], &c[2], &c[3])?;
    let (Some(time), Some(zone)) = (c.get(4), c.get(5)) else { return Some(day) };
    let mut zone = zone.as_str().to_string();
    if zone.len() == 5 {
        zone.insert(3, ':');
    }
    let moment = format!("{}{}{zone}", day.text, time.as_str());
    let sound = moment.parse::<jiff::Timestamp>().is_ok();
    Some(if sound { Stamp { text: moment.into(), date: day.date } } else { day })
}

/// Day and month in the order that only one reading allows.
fn numeric(c: &Captures) -> Option<Stamp> {
    let (first, second): (u8, u8) = (c[1].parse().ok()?, c[2].parse().ok()?);
    match (first > 12, second > 12) {
        (true, false) => plain(&c[3], &c[2], &c[1]),
        (false, true) => plain(&c[3], &c[1], &c[2]),
        _ if first == second => plain(&c[3], &c[1], &c[2]),
        _ => None,
    }
}

fn month(name: &str) -> Option<String> {
    let short = name.get(..3)?.to_lowercase();
    MONTHS.iter().position(|m| *m == short).map(|i| (i + 1).to_string())
}

/// A day between 1900 and 2100.
fn plain(year: &str, month: &str, day: &str) -> Option<Stamp> {
    let year: i16 = year.parse().ok()?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    let stamp = Stamp { text: SmolStr::from(date.to_string()), date };
    (1900..=2100).contains(&year).then_some(stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates() {
        let dates = Dates::new();
        let check = |text: &str, want: Option<&str>| {
            assert_eq!(dates.find(text).map(|s| s.text.to_string()).as_deref(), want, "{text}");
        };
        check("June 21, 2024 Hour: 12:14 pm", Some("2024-06-21"));
        check("Published 3rd Sept. 2019", Some("2019-09-03"));
        check("Fri, 21 Jun 2024 12:14:00 GMT", Some("2024-06-21"));
        check("2024-06-21T10:00:00+0200", Some("2024-06-21T10:00:00+02:00"));
        check("2024-06-21 10:00", Some("2024-06-21"));
        check("21/06/2024", Some("2024-06-21"));
        check("06/07/2024", None);
        check("2024-02-31", None);
        check("on 21 June", None);
    }

    #[test]
    fn dates_in_addresses() {
        let check = |url: &str, want: Option<&str>| {
            let found = Dates::new().in_url(url).map(|s| s.text.to_string());
            assert_eq!(found.as_deref(), want, "{url}");
        };
        check("https://a.example/2023/5/04/x", Some("2023-05-04"));
        check("https://a.example/20220719/c169/c.html", Some("2022-07-19"));
        check("https://a.example/stories/202207260304.html", Some("2022-07-26"));
        check("https://a.example/view?ud=20220721000725&np=4", Some("2022-07-21"));
        check("https://a.example/article/19/07/2022/x", Some("2022-07-19"));
        check("https://a.example/article/07/06/2022/x", None);
        check("https://a.example/news/2003781747", None);
    }
}
