//! Parquet: a file a table, written in row groups of bounded size.
//!
//! Each file says of itself which table it is, what a row and a column are, and which version wrote it
//! (`verbale.*` in its metadata).

use crate::WriteError;
use crate::place::{Existing, FolderPlace};
use arrow_array::RecordBatch;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use verbale_record::Record;
use verbale_record::arrow::{array, metadata, schema};
use verbale_record::columns::{Cell, TABLES, Table};

/// Rows held before they are encoded.
const BATCH: usize = 4096;

/// Rows of a row group, which is held, encoded, until it is whole: about as many as readers that share
/// a file between threads like to have (DuckDB's own are of 122,880).
const ROW_GROUP: usize = 1 << 17;

/// The open files.
pub(crate) struct ParquetTables {
    place: FolderPlace,
    tables: Vec<ParquetTable>,
}

impl ParquetTables {
    pub(crate) fn open(folder: &Path, existing: Existing) -> Result<Self, WriteError> {
        let name = |table: &Table| format!("{}.parquet", table.name);
        let place = FolderPlace::open(folder, TABLES.iter().map(name).collect(), existing)?;
        let open = |table: &'static Table| {
            ParquetTable::open(folder.join(name(table)), &place.now(&name(table)), table)
        };
        let tables = TABLES.iter().map(open).collect::<Result<_, _>>()?;
        Ok(ParquetTables { place, tables })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        for file in &mut self.tables {
            file.rows.extend(file.table.rows(record));
            if file.rows.len() >= BATCH {
                file.flush()?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        self.tables.into_iter().try_for_each(ParquetTable::finish)?;
        self.place.settle()
    }
}

struct ParquetTable {
    path: PathBuf,
    table: &'static Table,
    schema: Arc<Schema>,
    file: ArrowWriter<File>,
    rows: Vec<Vec<Cell>>,
}

impl ParquetTable {
    /// A table of which errors name `path`, written to `now`.
    fn open(path: PathBuf, now: &Path, table: &'static Table) -> Result<Self, WriteError> {
        let schema = Arc::new(schema(table));
        let version = ("verbale.version".to_string(), env!("CARGO_PKG_VERSION").to_string());
        let about = metadata(table).into_iter().chain([version]);
        let options = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_key_value_metadata(Some(about.map(|(k, v)| KeyValue::new(k, v)).collect()))
            .build();
        let file = File::create(now).map_err(WriteError::io(&path))?;
        let file = ArrowWriter::try_new(file, Arc::clone(&schema), Some(options))
            .map_err(|e| WriteError::table(&path, e))?;
        Ok(ParquetTable { path, table, schema, file, rows: Vec::new() })
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        let n = self.table.columns.len();
        let arrays = (0..n).map(|at| array(self.table, &rows, at)).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays)
            .map_err(|e| WriteError::table(&self.path, e))?;
        self.file.write(&batch).map_err(|e| WriteError::table(&self.path, e))
    }

    fn finish(mut self) -> Result<(), WriteError> {
        self.flush()?;
        self.file.close().map(drop).map_err(|e| WriteError::table(&self.path, e))
    }
}
