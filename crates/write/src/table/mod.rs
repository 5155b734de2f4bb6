//! The four tables: documents, mentions, statements, events. One definition of their columns
//! serves CSV and Parquet.

mod columns;
mod csv;
mod parquet;

#[cfg(test)]
pub(crate) use columns::empty_statement;
pub(crate) use csv::CsvTables;
pub(crate) use parquet::ParquetTables;

/// A value in a table.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Cell {
    /// Text; `None` is empty in CSV and null in Parquet.
    Text(Option<String>),
    /// A whole number.
    Int(Option<i64>),
    /// A number.
    Float(Option<f64>),
    /// Yes or no.
    Bool(bool),
}

impl Cell {
    pub(crate) fn text(text: impl Into<String>) -> Cell {
        Cell::Text(Some(text.into()))
    }

    pub(crate) fn option(text: Option<&String>) -> Cell {
        Cell::Text(text.cloned())
    }

    /// Several values in one cell.
    pub(crate) fn list(items: impl IntoIterator<Item = String>) -> Cell {
        let joined = items.into_iter().collect::<Vec<_>>().join(" | ");
        Cell::Text((!joined.is_empty()).then_some(joined))
    }
}

/// A named value; the names of a table's first row are its columns.
pub(crate) type Field = (&'static str, Cell);
/// The names of the tables, in the order of [`columns::rows`].
pub(crate) const TABLES: [&str; 4] = ["documents", "mentions", "statements", "events"];
