//! CSV (RFC 4180): a folder of four files with a header line each.

use super::columns::{columns, rows};
use super::{Cell, Field, TABLES};
use crate::WriteError;
use crate::contract::Record;
use crate::writer::make_folder;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The four open files.
pub(crate) struct CsvTables {
    files: Vec<(PathBuf, csv::Writer<File>)>,
}

impl CsvTables {
    pub(crate) fn open(folder: &Path) -> Result<Self, WriteError> {
        make_folder(Some(folder))?;
        let open = |(name, columns): (&str, Vec<Field>)| {
            let path = folder.join(format!("{name}.csv"));
            let mut file =
                csv::Writer::from_path(&path).map_err(|e| WriteError::table(&path, e))?;
            let header = columns.iter().map(|(name, _)| name);
            file.write_record(header).map_err(|e| WriteError::table(&path, e))?;
            Ok((path, file))
        };
        let files = TABLES.into_iter().zip(columns()).map(open).collect::<Result<_, _>>()?;
        Ok(CsvTables { files })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        for ((path, file), rows) in self.files.iter_mut().zip(rows(record)) {
            for row in rows {
                let cells = row.into_iter().map(|(_, cell)| plain(cell));
                file.write_record(cells).map_err(|e| WriteError::table(path, e))?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        for (path, mut file) in self.files {
            file.flush().map_err(WriteError::io(&path))?;
        }
        Ok(())
    }
}

fn plain(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text.unwrap_or_default(),
        Cell::Int(n) => n.map_or(String::new(), |n| n.to_string()),
        Cell::Float(x) => x.map_or(String::new(), |x| x.to_string()),
        Cell::Bool(yes) => yes.to_string(),
    }
}
