//! The tables made of records: one list of columns, each with its type, its definition, an example and
//! how it is read from a record.
//!
//! [`TABLES`] is the whole contract of the tables. Arrow schemas, CSV headers and the documentation
//! (`docs/columns.md`) are made from it, so that they cannot disagree.

mod cell;
mod documents;
mod entities;
mod events;
mod mentions;
mod participants;
mod row;
mod statements;
mod together;
mod voices;

use crate::{Record, Words};
pub use cell::{Cell, Kind, SEPARATOR};
use cell::{codes, first, first_day, last, last_day, names, site, value};
use row::Item;
pub use row::{Row, Together};
use std::sync::LazyLock;

/// Number of the tables' contract; it changes when a column goes or its meaning does.
pub const TABLES_VERSION: u32 = 2;

/// A column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What it holds, in a sentence.
    pub definition: &'static str,
    /// A value that it may have, in the form of CSV.
    pub example: &'static str,
    /// The closed field whose values it has (`events[].polarity`), of [`crate::values::FIELDS`] or of
    /// the codebook of events.
    pub field: Option<&'static str>,
    /// Its cell in a row.
    pub get: fn(&Row) -> Cell,
}

/// A table.
pub struct Table {
    /// Its name, and the stem of its file.
    pub name: &'static str,
    /// What a row is.
    pub definition: &'static str,
    /// The columns that together are different in every row.
    pub key: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [Column],
    /// What its rows are about.
    items: fn(&Record) -> Vec<Item<'_>>,
}

/// The tables, in the order in which they are written.
pub static TABLES: &[Table] = &[
    Table {
        name: "documents",
        definition: "A document.",
        key: &["doc_key"],
        columns: documents::COLUMNS,
        items: row::document,
    },
    Table {
        name: "mentions",
        definition: "A mention of an actor, place or time.",
        key: &["doc_key", "mention_id"],
        columns: mentions::COLUMNS,
        items: row::mentions,
    },
    Table {
        name: "statements",
        definition: "A statement: who said what, through whom.",
        key: &["doc_key", "statement_id"],
        columns: statements::COLUMNS,
        items: row::statements,
    },
    Table {
        name: "events",
        definition: "An event: who did what to whom, according to whom.",
        key: &["doc_key", "event_id"],
        columns: events::COLUMNS,
        items: row::events,
    },
    Table {
        name: "participants",
        definition: "Somebody's part in an event: a row for each actor and each recipient. Of an act \
                     that both sides do together, the second of two actors is its recipient as well.",
        key: &["doc_key", "event_id", "role", "position"],
        columns: participants::COLUMNS,
        items: row::participants,
    },
    Table {
        name: "voices",
        definition: "A statement that asserts an event. An event without a row here is told by the \
                     outlet in its own voice.",
        key: &["doc_key", "event_id", "depth"],
        columns: voices::COLUMNS,
        items: row::voices,
    },
    Table {
        name: "entities",
        definition: "A person, body, state or place in a document that has mentions of it.",
        key: &["doc_key", "entity"],
        columns: entities::COLUMNS,
        items: row::entities,
    },
];

/// The tables of what records say together, which a store has besides: [`Table::row`] makes their rows.
pub static TOGETHER: &[Table] = &[
    Table {
        name: "stories",
        definition: "Where a document belongs: its story, and what it copies. Stores only.",
        key: &["doc_key"],
        columns: together::STORIES,
        items: row::none,
    },
    Table {
        name: "reports",
        definition: "A report of an event: which event of a record is which merged one. Stores only.",
        key: &["doc_key", "event_id"],
        columns: together::REPORTS,
        items: row::none,
    },
    Table {
        name: "merged",
        definition: "An event as all its reports tell it. Of values that differ the one that most reports give \
                     stands for it where there is room for one, of as many the first; lists have all. Stores only.",
        key: &["merged"],
        columns: together::MERGED,
        items: row::none,
    },
];

/// The one of [`TOGETHER`] with this name.
pub fn together(name: &str) -> Option<&'static Table> {
    TOGETHER.iter().find(|table| table.name == name)
}

/// The record of rows that are of no record.
static NONE: LazyLock<Record> = LazyLock::new(Record::default);

impl Table {
    /// The row of what records say together, a cell a column, in the one of [`TOGETHER`] that it is of.
    ///
    /// # Panics
    /// In another table.
    pub fn row(&self, what: Together) -> Vec<Cell> {
        let row = Row { record: &NONE, words: &Words::new(""), item: Item::Together(what) };
        self.columns.iter().map(|c| (c.get)(&row)).collect()
    }

    /// The rows of a record, a cell a column.
    pub fn rows(&self, record: &Record) -> Vec<Vec<Cell>> {
        let words = Words::new(&record.doc.text);
        let cells = |item| {
            let row = Row { record, words: &words, item };
            self.columns.iter().map(|c| (c.get)(&row)).collect()
        };
        (self.items)(record).into_iter().map(cells).collect()
    }
}

/// A column in one line.
const fn column(
    name: &'static str,
    kind: Kind,
    definition: &'static str,
    example: &'static str,
    get: fn(&Row) -> Cell,
) -> Column {
    Column { name, kind, definition, example, field: None, get }
}

impl Column {
    /// The column, whose values are those of a closed field.
    const fn of(self, field: &'static str) -> Column {
        Column { field: Some(field), ..self }
    }
}

/// The key of the document, with which every table begins.
const DOC_KEY: Column = column(
    "doc_key",
    Kind::Text,
    "Key of the document in every collection: a hash of its address (else its path) and its text.",
    "70d4377ff49239e8c82f23ca",
    |r| Cell::text(&r.record.doc.key),
);

/// The label of the document.
const DOC_ID: Column = column(
    "doc_id",
    Kind::Text,
    "Label of the document: the name of its file, or the id of the input. May come twice.",
    "andes-border",
    |r| Cell::text(&r.record.doc.id),
);

/// When the document was published.
const PUBLISHED_AT: Column = column(
    "published_at",
    Kind::Text,
    "When the document was published, as it says: RFC 3339 or a plain date.",
    "2024-04-11T09:30:00-04:00",
    |r| r.published_at(),
);

/// The day of that.
const PUBLISHED_ON: Column = column(
    "published_on",
    Kind::Date,
    "The day of `published_at`, in the time zone that it gives.",
    "2024-04-11",
    |r| r.published_on(),
);
