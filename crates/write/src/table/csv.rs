//! CSV (RFC 4180, lines end with LF): a file a table, with a header line each.
//!
//! CSV has no types, so a few values are written otherwise than in Parquet: lists are joined by
//! [`SEPARATOR`] with [`UNKNOWN`] for an item that is missing, a code that looks like a number follows
//! the name of its column (`cameo:057`), truth is `TRUE` or `FALSE`, which R and spreadsheets know, and
//! what a spreadsheet would run is guarded ([`super::guard`]). So every program reads the same values
//! without being told how.

use super::guard::guarded;
use super::package;
use crate::WriteError;
use crate::place::{Existing, FolderPlace};
use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use verbale_record::Record;
use verbale_record::columns::{Cell, Column, Kind, SEPARATOR, TABLES, Table};

/// An item of a list that is not known.
const UNKNOWN: &str = "?";

/// U+FEFF in UTF-8: by it Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The open files.
pub(crate) struct CsvTables {
    place: FolderPlace,
    files: Vec<(&'static Table, PathBuf, csv::Writer<File>)>,
}

impl CsvTables {
    /// Opens a file a table, and writes what describes them; with `bom` each table begins with a byte
    /// order mark.
    pub(crate) fn open(folder: &Path, existing: Existing, bom: bool) -> Result<Self, WriteError> {
        let name = |table: &Table| format!("{}.csv", table.name);
        let names = TABLES.iter().map(name).chain([package::NAME.to_string()]);
        let place = FolderPlace::open(folder, names.collect(), existing)?;
        fs::write(place.now(package::NAME), package::describe())
            .map_err(WriteError::io(&folder.join(package::NAME)))?;
        let open = |table: &'static Table| {
            let path = folder.join(name(table));
            let mut file = File::create(place.now(&name(table))).map_err(WriteError::io(&path))?;
            if bom {
                file.write_all(BYTE_ORDER_MARK).map_err(WriteError::io(&path))?;
            }
            let mut file = csv::Writer::from_writer(file);
            let header = table.columns.iter().map(|c| c.name);
            file.write_record(header).map_err(failed(&path))?;
            Ok((table, path, file))
        };
        let files = TABLES.iter().map(open).collect::<Result<_, _>>()?;
        Ok(CsvTables { place, files })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        for (table, path, file) in &mut self.files {
            for row in table.rows(record) {
                let cells = table.columns.iter().zip(row);
                file.write_record(cells.map(|(column, cell)| plain(column, cell)))
                    .map_err(failed(path))?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        for (_, path, mut file) in self.files {
            file.flush().map_err(WriteError::io(&path))?;
        }
        self.place.settle()
    }
}

/// Writing a row fails where the disk does: rows are of one length and cells are text.
fn failed(path: &Path) -> impl FnOnce(csv::Error) -> WriteError + '_ {
    |error| WriteError::io(path)(system(error))
}

fn system(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Some rows of one table as CSV, in the same form, to any stream.
pub struct CsvRows<W: Write> {
    table: &'static Table,
    out: csv::Writer<W>,
}

impl<W: Write> CsvRows<W> {
    /// Begins with the header of the table.
    ///
    /// # Errors
    /// A stream that takes nothing.
    pub fn new(table: &'static Table, out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(table.columns.iter().map(|c| c.name)).map_err(system)?;
        Ok(CsvRows { table, out })
    }

    /// A row, a cell a column.
    ///
    /// # Errors
    /// A stream that takes nothing.
    pub fn write(&mut self, row: &[Cell]) -> io::Result<()> {
        let cells = self.table.columns.iter().zip(row);
        let cells = cells.map(|(column, cell)| plain(column, cell.clone()));
        self.out.write_record(cells).map_err(system)
    }

    /// Writes what is held back.
    ///
    /// # Errors
    /// A stream that takes nothing.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Rows of other columns than those of the tables, none of them of [`Kind::Code`].
///
/// # Errors
/// A stream that takes nothing.
pub fn csv_cells<W: Write>(
    out: W,
    columns: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    out.write_record(columns).map_err(system)?;
    for row in rows {
        out.write_record(row.into_iter().map(bare)).map_err(system)?;
    }
    out.flush()
}

/// A cell as text; empty where there is no value.
fn plain(column: &Column, cell: Cell) -> String {
    match (column.kind, cell) {
        (Kind::Code, Cell::Text(text)) => {
            text.map_or(String::new(), |code| format!("{}:{code}", column.name))
        }
        (_, cell) => bare(cell),
    }
}

/// The same of a cell that is no code.
fn bare(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text.unwrap_or_default()),
        Cell::List(items) => {
            let items = items.iter().map(|item| item.as_deref().map_or(UNKNOWN.into(), whole));
            guarded(items.collect::<Vec<Cow<str>>>().join(SEPARATOR))
        }
        Cell::Int(n) => n.map_or(String::new(), |n| n.to_string()),
        Cell::Float(x) => x.map_or(String::new(), |x| x.to_string()),
        Cell::Bool(yes) => yes.map_or("", |yes| if yes { "TRUE" } else { "FALSE" }).to_string(),
        Cell::Date(day) => day.unwrap_or_default(),
    }
}

/// An item of a list without what would part it in two.
fn whole(item: &str) -> Cow<'_, str> {
    match item.contains(SEPARATOR) {
        true => item.replace(SEPARATOR, " / ").into(),
        false => item.into(),
    }
}
