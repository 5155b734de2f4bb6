//! CSV (RFC 4180): a file a table, with a header line each.

use crate::WriteError;
use crate::place::{Existing, FolderPlace};
use std::fs::File;
use std::path::{Path, PathBuf};
use verbale_record::Record;
use verbale_record::columns::{Cell, TABLES, Table};

/// The open files.
pub(crate) struct CsvTables {
    place: FolderPlace,
    files: Vec<(&'static Table, PathBuf, csv::Writer<File>)>,
}

impl CsvTables {
    pub(crate) fn open(folder: &Path, existing: Existing) -> Result<Self, WriteError> {
        let name = |table: &Table| format!("{}.csv", table.name);
        let place = FolderPlace::open(folder, TABLES.iter().map(name).collect(), existing)?;
        let open = |table: &'static Table| {
            let path = folder.join(name(table));
            let mut file = csv::Writer::from_path(place.now(&name(table)))
                .map_err(|e| WriteError::table(&path, e))?;
            let header = table.columns.iter().map(|c| c.name);
            file.write_record(header).map_err(|e| WriteError::table(&path, e))?;
            Ok((table, path, file))
        };
        let files = TABLES.iter().map(open).collect::<Result<_, _>>()?;
        Ok(CsvTables { place, files })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        for (table, path, file) in &mut self.files {
            for row in table.rows(record) {
                file.write_record(row.into_iter().map(plain))
                    .map_err(|e| WriteError::table(path, e))?;
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

fn plain(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text.unwrap_or_default(),
        Cell::Int(n) => n.map_or(String::new(), |n| n.to_string()),
        Cell::Float(x) => x.map_or(String::new(), |x| x.to_string()),
        Cell::Bool(yes) => yes.map_or(String::new(), |yes| yes.to_string()),
    }
}
