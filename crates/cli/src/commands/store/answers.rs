//! Answers as a table for a person, as CSV or as JSON.

use crate::args::AnswerFormat;
use crate::message::shown;
use crate::outcome::Failure;
use serde_json::{Map, Value};
use std::io::Write;
use verbale::records::columns::Cell;
use verbale_write::csv_cells;

/// Widest column of a table for a person, in letters.
const WIDEST: usize = 60;

/// A cell of a table as JSON.
pub fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) | Cell::Date(text) => text.clone().into(),
        Cell::List(items) => items.clone().into(),
        Cell::Int(n) => (*n).into(),
        Cell::Float(x) => (*x).into(),
        Cell::Bool(yes) => (*yes).into(),
    }
}

/// A value as a cell of a table; what has parts is text.
fn cell(value: &Value) -> Cell {
    match value {
        Value::Number(n) if n.is_i64() => Cell::Int(n.as_i64()),
        Value::Number(n) => Cell::Float(n.as_f64()),
        Value::Null => Cell::Text(None),
        value => Cell::Text(Some(plain(value))),
    }
}

/// Rows of values under the names of their columns.
pub fn print(
    out: &mut impl Write,
    format: AnswerFormat,
    columns: &[&str],
    rows: &[Vec<Value>],
) -> Result<(), Failure> {
    let done = match format {
        AnswerFormat::Table => table(out, columns, rows),
        AnswerFormat::Csv => {
            csv_cells(out, columns, rows.iter().map(|row| row.iter().map(cell).collect()))
        }
        AnswerFormat::Json => rows.iter().try_for_each(|row| {
            let named = columns.iter().map(ToString::to_string).zip(row.iter().cloned());
            writeln!(out, "{}", Value::Object(named.collect::<Map<_, _>>()))
        }),
    };
    done.map_err(|e| Failure::output(&e))
}

/// A value without the marks of JSON; nothing where there is none.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// Columns side by side; what is too long is cut.
fn table(out: &mut impl Write, columns: &[&str], rows: &[Vec<Value>]) -> std::io::Result<()> {
    let cut = |text: &str| {
        let text = shown(text);
        match text.chars().count() > WIDEST {
            true => text.chars().take(WIDEST - 1).chain(['…']).collect(),
            false => text.into_owned(),
        }
    };
    let head = columns.iter().map(|c| c.to_string()).collect();
    let rows = rows.iter().map(|row| row.iter().map(|v| cut(&plain(v))).collect());
    let lines: Vec<Vec<String>> = [head].into_iter().chain(rows).collect();
    let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    for line in &lines {
        let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
