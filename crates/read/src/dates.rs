//! Dates as metadata and date lines have them; no running text, no relative dates.

use jiff::civil::Date;
use regex::Regex;
use verbale_document::{SmolStr, Stamp};

/// Finds full dates (with a year) in a string.
pub(crate) struct Dates {
    iso: Regex,
    month_first: Regex,
    day_first: Regex,
    in_url: Regex,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Dates {
    pub(crate) fn new() -> Self {
        let month = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
        let regex = |pattern: String| Regex::new(&pattern).expect("the pattern is sound");
        Dates {
            iso: regex(r"\b(\d{4})-(\d{2})-(\d{2})(T[0-9:.]+(?:Z|[+-]\d{2}:?\d{2})?)?".into()),
            month_first: regex(format!(
                r"(?i)\b{month}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
            )),
            day_first: regex(format!(
                r"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{month},?\s+(\d{{4}})\b"
            )),
            in_url: regex(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)".into()),
        }
    }

    /// The first full date in `text`. An RFC 3339 moment keeps its time and zone.
    pub(crate) fn find(&self, text: &str) -> Option<Stamp> {
        self.iso(text).or_else(|| self.month_first(text)).or_else(|| self.day_first(text))
    }

    fn iso(&self, text: &str) -> Option<Stamp> {
        let c = self.iso.captures(text)?;
        let date = date(&c[1], &c[2], &c[3])?;
        let moment = c.get(4).map(|_| c[0].to_string()).filter(|s| is_moment(s));
        Some(Stamp { text: moment.map_or_else(|| plain(date), SmolStr::from), date })
    }

    fn month_first(&self, text: &str) -> Option<Stamp> {
        let c = self.month_first.captures(text)?;
        date(&c[3], &month(&c[1])?, &c[2]).map(|date| Stamp { text: plain(date), date })
    }

    fn day_first(&self, text: &str) -> Option<Stamp> {
        let c = self.day_first.captures(text)?;
        date(&c[3], &month(&c[2])?, &c[1]).map(|date| Stamp { text: plain(date), date })
    }

    /// The date in an address such as `/2024/06/21/`.
    pub(crate) fn in_url(&self, url: &str) -> Option<Stamp> {
        let c = self.in_url.captures(url)?;
        date(&c[1], &c[2], &c[3]).map(|date| Stamp { text: plain(date), date })
    }
}

fn is_moment(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok()
}

fn plain(date: Date) -> SmolStr {
    SmolStr::from(date.to_string())
}

fn month(name: &str) -> Option<String> {
    let short = name.get(..3)?.to_lowercase();
    MONTHS.iter().position(|m| *m == short).map(|i| (i + 1).to_string())
}

/// A date between 1900 and 2100.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = year.parse().ok()?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1900..=2100).contains(&year).then_some(date)
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
        check("2024-06-21T10:00:00+02:00", Some("2024-06-21T10:00:00+02:00"));
        check("2024-02-31", None);
        check("on 21 June", None);
        assert_eq!(
            dates.in_url("https://a.example/2023/5/04/x").map(|s| s.date.to_string()).as_deref(),
            Some("2023-05-04")
        );
    }
}
