//! The tables as Arrow has them.

use crate::columns::{Cell, Kind, Table};
use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Schema};
use std::sync::Arc;

/// The schema of a table. Every column may be null; its meaning is in its metadata.
pub fn schema(table: &Table) -> Schema {
    let field = |c: &crate::columns::Column| {
        let meaning = [("meaning".to_string(), c.meaning.to_string())];
        Field::new(c.name, data_type(c.kind), true).with_metadata(meaning.into())
    };
    Schema::new(table.columns.iter().map(field).collect::<Vec<_>>())
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text | Kind::List => DataType::Utf8,
        Kind::Int => DataType::Int64,
        Kind::Float => DataType::Float64,
        Kind::Bool => DataType::Boolean,
    }
}

/// Column `at` of rows of a table, which have a cell for each of its columns.
pub fn array(table: &Table, rows: &[Vec<Cell>], at: usize) -> ArrayRef {
    let cells = || rows.iter().map(|row| &row[at]);
    match table.columns[at].kind {
        Kind::Text | Kind::List => Arc::new(StringArray::from_iter(cells().map(|c| match c {
            Cell::Text(text) => text.as_deref(),
            _ => None,
        }))),
        Kind::Int => Arc::new(Int64Array::from_iter(cells().map(|c| match c {
            Cell::Int(n) => *n,
            _ => None,
        }))),
        Kind::Float => Arc::new(Float64Array::from_iter(cells().map(|c| match c {
            Cell::Float(x) => *x,
            _ => None,
        }))),
        Kind::Bool => Arc::new(BooleanArray::from_iter(cells().map(|c| match c {
            Cell::Bool(yes) => *yes,
            _ => None,
        }))),
    }
}
