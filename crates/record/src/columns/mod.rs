//! The tables made of records: one list of columns, each with its type, its meaning and how it is read
//! from a record.
//!
//! [`TABLES`] is the whole contract of the tables. Arrow schemas, CSV headers and the documentation
//! are made from it, so that they cannot disagree.

mod documents;
mod events;
mod mentions;
mod statements;

use crate::{Event, Mention, Participant, Record, Site, Span, Statement, When, Words};

/// What stands between the items of a list where a table has no lists of its own (CSV).
pub const SEPARATOR: &str = " | ";

/// The type of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// UTF-8.
    Text,
    /// A list of texts, joined by [`SEPARATOR`].
    List,
    /// 64 bits.
    Int,
    /// Double precision.
    Float,
    /// True or false.
    Bool,
}

/// The value of a cell; `None` where there is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Of a [`Kind::Text`] or [`Kind::List`] column.
    Text(Option<String>),
    /// Of a [`Kind::Int`] column.
    Int(Option<i64>),
    /// Of a [`Kind::Float`] column.
    Float(Option<f64>),
    /// Of a [`Kind::Bool`] column.
    Bool(Option<bool>),
}

/// A column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What it holds, in a sentence.
    pub meaning: &'static str,
    /// Its cell in a row.
    pub get: fn(&Row) -> Cell,
}

/// A table.
pub struct Table {
    /// Its name, and the stem of its file.
    pub name: &'static str,
    /// What a row is.
    pub meaning: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
    /// How many rows a record gives.
    pub n_rows: fn(&Record) -> usize,
}

/// The tables, in the order in which they are written.
pub static TABLES: &[Table] = &[
    Table { name: "documents", meaning: "A document.", columns: documents::COLUMNS, n_rows: |_| 1 },
    Table {
        name: "mentions",
        meaning: "A mention of an actor, place or time.",
        columns: mentions::COLUMNS,
        n_rows: |r| r.mentions.len(),
    },
    Table {
        name: "statements",
        meaning: "A statement: who said what, through whom.",
        columns: statements::COLUMNS,
        n_rows: |r| r.statements.len(),
    },
    Table {
        name: "events",
        meaning: "An event: who did what to whom, according to whom.",
        columns: events::COLUMNS,
        n_rows: |r| r.events.len(),
    },
];

/// Row `at` of a record in one of the tables.
pub struct Row<'r> {
    /// The record.
    pub record: &'r Record,
    /// Its text, to cut words out of.
    pub words: &'r Words<'r>,
    /// The index of the mention, statement or event.
    pub at: usize,
}

impl Table {
    /// The rows of a record, a cell a column.
    pub fn rows(&self, record: &Record) -> Vec<Vec<Cell>> {
        let words = Words::new(&record.doc.text);
        let row = |at| {
            let row = Row { record, words: &words, at };
            self.columns.iter().map(|c| (c.get)(&row)).collect()
        };
        (0..(self.n_rows)(record)).map(row).collect()
    }
}

impl<'r> Row<'r> {
    fn mention(&self) -> &'r Mention {
        &self.record.mentions[self.at]
    }

    fn statement(&self) -> &'r Statement {
        &self.record.statements[self.at]
    }

    fn event(&self) -> &'r Event {
        &self.record.events[self.at]
    }

    /// The words at spans; no value where there is no span.
    fn cut(&self, spans: &[Span]) -> Cell {
        Cell::Text((!spans.is_empty()).then(|| self.words.joined(spans)))
    }
}

impl Cell {
    fn text(text: &str) -> Cell {
        Cell::Text(Some(text.to_string()))
    }

    fn option(text: Option<&String>) -> Cell {
        Cell::Text(text.cloned())
    }

    /// Items joined by [`SEPARATOR`]; no value for an empty list.
    fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Cell {
        let mut joined = String::new();
        for (i, item) in items.into_iter().enumerate() {
            if i > 0 {
                joined.push_str(SEPARATOR);
            }
            joined.push_str(item.as_ref());
        }
        Cell::Text(Some(joined).filter(|j| !j.is_empty()))
    }

    fn int(n: impl Into<i64>) -> Cell {
        Cell::Int(Some(n.into()))
    }
}

/// Codes of participants, `-` where one has none, so that they stand beside the names.
fn codes(all: &[Participant]) -> Cell {
    Cell::list(all.iter().map(|p| p.code.as_deref().unwrap_or("-")))
}

/// Names of participants, else their words.
fn names(all: &[Participant]) -> Cell {
    Cell::list(all.iter().map(|p| p.name.as_deref().unwrap_or(&p.text)))
}

fn value(date: Option<&When>) -> Cell {
    Cell::option(date.map(|d| &d.value))
}

fn first_day(date: Option<&When>) -> Cell {
    Cell::option(date.and_then(|d| d.start.as_ref()))
}

fn last_day(date: Option<&When>) -> Cell {
    Cell::option(date.and_then(|d| d.end.as_ref()))
}

fn site(place: Option<&Site>) -> Cell {
    Cell::option(place.and_then(|p| p.name.as_ref()))
}

fn first(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.start.into()).min())
}

fn last(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.end.into()).max())
}

/// A column in one line.
const fn column(
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    get: fn(&Row) -> Cell,
) -> Column {
    Column { name, kind, meaning, get }
}
