//! The value of a cell, and how getters make one.

use super::Row;
use crate::{Participant, Site, Span, When};

/// What stands between the items of a list where a table has no lists of its own (CSV).
pub const SEPARATOR: &str = " | ";

/// The type of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// UTF-8.
    Text,
    /// UTF-8 that looks like a number and is none, "057"; CSV writes the column's name before it.
    Code,
    /// A list of texts, of which some may be missing; CSV joins them by [`SEPARATOR`].
    List,
    /// 64 bits.
    Int,
    /// Double precision.
    Float,
    /// True or false.
    Bool,
    /// A day of the calendar, `YYYY-MM-DD`.
    Date,
}

impl Kind {
    /// As documentation calls it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Code => "code",
            Kind::List => "list",
            Kind::Int => "whole number",
            Kind::Float => "number",
            Kind::Bool => "true or false",
            Kind::Date => "day",
        }
    }
}

/// The value of a cell; `None` where there is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Of a [`Kind::Text`] or [`Kind::Code`] column.
    Text(Option<String>),
    /// Of a [`Kind::List`] column; the items that are not known are `None`.
    List(Vec<Option<String>>),
    /// Of a [`Kind::Int`] column.
    Int(Option<i64>),
    /// Of a [`Kind::Float`] column.
    Float(Option<f64>),
    /// Of a [`Kind::Bool`] column.
    Bool(Option<bool>),
    /// Of a [`Kind::Date`] column: `YYYY-MM-DD`.
    Date(Option<String>),
}

impl Cell {
    pub(super) fn text(text: &str) -> Cell {
        Cell::Text(Some(text.to_string()))
    }

    pub(super) fn option(text: Option<&String>) -> Cell {
        Cell::Text(text.cloned())
    }

    pub(super) fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Cell {
        Cell::List(items.into_iter().map(|item| Some(item.as_ref().to_string())).collect())
    }

    pub(super) fn int(n: impl Into<i64>) -> Cell {
        Cell::Int(Some(n.into()))
    }

    pub(super) fn count(n: usize) -> Cell {
        Cell::Int(i64::try_from(n).ok())
    }

    /// The day that a date or moment (RFC 3339) begins with; no value where it begins with none.
    pub(super) fn day(moment: Option<&String>) -> Cell {
        let day = moment.and_then(|m| m.get(..10)).filter(|day| is_day(day));
        Cell::Date(day.map(str::to_string))
    }
}

/// Whether a text is `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let digit = |(at, c): (usize, u8)| match at {
        4 | 7 => c == b'-',
        _ => c.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(digit)
}

impl Row<'_> {
    /// The words at spans; no value where there is no span.
    pub(super) fn cut(&self, spans: &[Span]) -> Cell {
        Cell::Text((!spans.is_empty()).then(|| self.words.joined(spans)))
    }

    /// When the document was published, as it says itself.
    pub(super) fn published_at(&self) -> Cell {
        Cell::option(self.record.doc.published_at.as_ref())
    }

    /// The day of that.
    pub(super) fn published_on(&self) -> Cell {
        Cell::day(self.record.doc.published_at.as_ref())
    }
}

/// Codes of participants, missing where one has none, so that they stand beside the names.
pub(super) fn codes(all: &[Participant]) -> Cell {
    Cell::List(all.iter().map(|p| p.code.clone()).collect())
}

/// Names of participants, else their words.
pub(super) fn names(all: &[Participant]) -> Cell {
    Cell::list(all.iter().map(|p| p.name.as_deref().unwrap_or(&p.text)))
}

pub(super) fn value(date: Option<&When>) -> Cell {
    Cell::option(date.map(|d| &d.value))
}

pub(super) fn first_day(date: Option<&When>) -> Cell {
    Cell::day(date.and_then(|d| d.start.as_ref()))
}

pub(super) fn last_day(date: Option<&When>) -> Cell {
    Cell::day(date.and_then(|d| d.end.as_ref()))
}

pub(super) fn site(place: Option<&Site>) -> Cell {
    Cell::option(place.and_then(|p| p.name.as_ref()))
}

pub(super) fn first(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.start.into()).min())
}

pub(super) fn last(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.end.into()).max())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_moments() {
        let day = |moment: &str| match Cell::day(Some(&moment.to_string())) {
            Cell::Date(day) => day,
            other => panic!("{other:?} is no day"),
        };
        assert_eq!(day("2024-06-21").as_deref(), Some("2024-06-21"));
        assert_eq!(day("2024-06-21T23:30:00-04:00").as_deref(), Some("2024-06-21"));
        for none in ["", "2024-06", "2024-W25-1", "21 June 2024", "Žižkov 2024"] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
