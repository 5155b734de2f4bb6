//! The tables as Arrow has them.

use crate::columns::{Cell, Column, Kind, TABLES_VERSION, Table};
use crate::record::SCHEMA_VERSION;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Schema};
use jiff::civil::Date;
use std::sync::Arc;

/// The schema of a table. Columns may be null but for lists, which are empty where there is nothing;
/// `definition` and `example` are metadata of a column, [`metadata`] of the whole.
pub fn schema(table: &Table) -> Schema {
    let field = |c: &Column| {
        let about = [("definition", c.definition), ("example", c.example)];
        let about = about.map(|(key, text)| (key.to_string(), text.to_string()));
        Field::new(c.name, data_type(c.kind), c.kind != Kind::List).with_metadata(about.into())
    };
    let fields: Vec<Field> = table.columns.iter().map(field).collect();
    Schema::new(fields).with_metadata(metadata(table).into())
}

/// What a table says of itself: name, definition, key, numbers of the contracts of records and of
/// tables.
pub fn metadata(table: &Table) -> [(String, String); 5] {
    [
        ("verbale.table", table.name.to_string()),
        ("verbale.definition", table.definition.to_string()),
        ("verbale.key", table.key.join(",")),
        ("verbale.schema", SCHEMA_VERSION.to_string()),
        ("verbale.tables", TABLES_VERSION.to_string()),
    ]
    .map(|(key, value)| (key.to_string(), value))
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text | Kind::Code => DataType::Utf8,
        Kind::List => DataType::List(Arc::new(element())),
        Kind::Int => DataType::Int64,
        Kind::Float => DataType::Float64,
        Kind::Bool => DataType::Boolean,
        Kind::Date => DataType::Date32,
    }
}

/// The items of a list, under the name that the Parquet standard gives them.
fn element() -> Field {
    Field::new("element", DataType::Utf8, true)
}

/// Column `at` of rows of a table, which have a cell for each of its columns.
pub fn array(table: &Table, rows: &[Vec<Cell>], at: usize) -> ArrayRef {
    let cells = || rows.iter().map(|row| &row[at]);
    match table.columns[at].kind {
        Kind::Text | Kind::Code => Arc::new(StringArray::from_iter(cells().map(|c| match c {
            Cell::Text(text) => text.as_deref(),
            _ => None,
        }))),
        Kind::List => Arc::new(lists(cells())),
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
        Kind::Date => Arc::new(Date32Array::from_iter(cells().map(|c| match c {
            Cell::Date(day) => day.as_deref().and_then(days),
            _ => None,
        }))),
    }
}

fn lists<'c>(cells: impl Iterator<Item = &'c Cell>) -> arrow_array::ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new()).with_field(element());
    for cell in cells {
        if let Cell::List(items) = cell {
            items.iter().for_each(|item| lists.values().append_option(item.as_deref()));
        }
        lists.append(true);
    }
    lists.finish()
}

/// Days from 1970-01-01 to `YYYY-MM-DD`; none for a day that no calendar has.
pub fn days(day: &str) -> Option<i32> {
    let day: Date = day.parse().ok()?;
    let epoch = Date::constant(1970, 1, 1);
    Some(epoch.until(day).ok()?.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_from_the_epoch() {
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2000-02-29"), Some(11016));
        assert_eq!(days("1969-12-31"), Some(-1));
        assert_eq!(days("2023-02-29"), None);
    }
}
