//! Parquet: a folder of four files, written in row groups of bounded size.

use super::columns::{columns, rows};
use super::{Cell, Field, TABLES};
use crate::WriteError;
use crate::contract::Record;
use crate::writer::make_folder;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field as ArrowField, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows held before they are written.
const BATCH: usize = 4096;

/// The four open files.
pub(crate) struct ParquetTables {
    tables: Vec<Table>,
}

impl ParquetTables {
    pub(crate) fn open(folder: &Path) -> Result<Self, WriteError> {
        make_folder(Some(folder))?;
        let open = |(name, columns)| Table::open(folder.join(format!("{name}.parquet")), columns);
        let tables = TABLES.into_iter().zip(columns()).map(open).collect::<Result<_, _>>()?;
        Ok(ParquetTables { tables })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        for (table, rows) in self.tables.iter_mut().zip(rows(record)) {
            table.rows.extend(rows);
            if table.rows.len() >= BATCH {
                table.flush()?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        self.tables.into_iter().try_for_each(Table::finish)
    }
}

struct Table {
    path: PathBuf,
    schema: Arc<Schema>,
    file: ArrowWriter<File>,
    rows: Vec<Vec<Field>>,
}

impl Table {
    fn open(path: PathBuf, columns: Vec<Field>) -> Result<Self, WriteError> {
        let fields: Vec<_> = columns.iter().map(|(name, cell)| field(name, cell)).collect();
        let schema = Arc::new(Schema::new(fields));
        let options = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = File::create(&path).map_err(WriteError::io(&path))?;
        let file = ArrowWriter::try_new(file, Arc::clone(&schema), Some(options))
            .map_err(|e| WriteError::table(&path, e))?;
        Ok(Table { path, schema, file, rows: Vec::new() })
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        let arrays = (0..self.schema.fields().len()).map(|i| array(&rows, i)).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays)
            .map_err(|e| WriteError::table(&self.path, e))?;
        self.file.write(&batch).map_err(|e| WriteError::table(&self.path, e))
    }

    fn finish(mut self) -> Result<(), WriteError> {
        self.flush()?;
        self.file.close().map(drop).map_err(|e| WriteError::table(&self.path, e))
    }
}

fn field(name: &str, cell: &Cell) -> ArrowField {
    let kind = match cell {
        Cell::Text(_) => DataType::Utf8,
        Cell::Int(_) => DataType::Int64,
        Cell::Float(_) => DataType::Float64,
        Cell::Bool(_) => DataType::Boolean,
    };
    ArrowField::new(name, kind, true)
}

/// Column `at` of the rows. Every row has the same types, those of the schema.
fn array(rows: &[Vec<Field>], at: usize) -> ArrayRef {
    let cells = || rows.iter().map(|row| &row[at].1);
    match &rows[0][at].1 {
        Cell::Text(_) => Arc::new(StringArray::from_iter(cells().map(|c| match c {
            Cell::Text(text) => text.as_deref(),
            _ => None,
        }))),
        Cell::Int(_) => Arc::new(Int64Array::from_iter(cells().map(|c| match c {
            Cell::Int(n) => *n,
            _ => None,
        }))),
        Cell::Float(_) => Arc::new(Float64Array::from_iter(cells().map(|c| match c {
            Cell::Float(x) => *x,
            _ => None,
        }))),
        Cell::Bool(_) => Arc::new(BooleanArray::from_iter(cells().map(|c| match c {
            Cell::Bool(yes) => Some(*yes),
            _ => None,
        }))),
    }
}
