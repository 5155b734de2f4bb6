//! Parquet: a file a table, written in row groups of bounded size; or the bytes of such files, for a
//! store that keeps them in places of its own.
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
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use verbale_record::Record;
use verbale_record::arrow::{array, metadata, schema};
use verbale_record::columns::{Cell, TABLES, TOGETHER, Table, Together};

/// Rows held before they are encoded.
const BATCH: usize = 1024;

/// Rows of a row group, which is held, encoded, until it is whole: about as many as readers that share
/// a file between threads like to have (DuckDB's own are of 122,880).
const ROW_GROUP: usize = 1 << 17;

/// The open files.
pub(crate) struct ParquetTables {
    place: FolderPlace,
    tables: Vec<ParquetTable<File>>,
}

impl ParquetTables {
    pub(crate) fn open(folder: &Path, existing: Existing) -> Result<Self, WriteError> {
        let name = |table: &Table| format!("{}.parquet", table.name);
        let place = FolderPlace::open(folder, TABLES.iter().map(name).collect(), existing)?;
        let open = |table: &'static Table| {
            let path = folder.join(name(table));
            let file = File::create(place.now(&name(table))).map_err(WriteError::io(&path))?;
            ParquetTable::open(path, file, table)
        };
        let tables = TABLES.iter().map(open).collect::<Result<_, _>>()?;
        Ok(ParquetTables { place, tables })
    }

    pub(crate) fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        self.tables.iter_mut().try_for_each(|table| table.write(record))
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        self.tables.into_iter().try_for_each(|table| table.finish().map(drop))?;
        self.place.settle()
    }
}

/// The tables of some records as the bytes of Parquet files, held in memory.
pub struct ParquetParts {
    tables: Vec<ParquetTable<Vec<u8>>>,
}

/// The file of a table.
pub struct ParquetPart {
    /// The name of the table.
    pub name: &'static str,
    /// Its rows.
    pub n_rows: usize,
    /// The file.
    pub bytes: Vec<u8>,
}

impl ParquetParts {
    /// All tables of records, empty.
    ///
    /// # Errors
    /// None that is known: memory takes what is written.
    pub fn new() -> Result<Self, WriteError> {
        let open = |table: &'static Table| ParquetTable::open(table.name.into(), Vec::new(), table);
        Ok(ParquetParts { tables: TABLES.iter().map(open).collect::<Result<_, _>>()? })
    }

    /// All tables of what records say together, empty.
    ///
    /// # Errors
    /// As [`ParquetParts::new`].
    pub fn together() -> Result<Self, WriteError> {
        let open = |table: &'static Table| ParquetTable::open(table.name.into(), Vec::new(), table);
        Ok(ParquetParts { tables: TOGETHER.iter().map(open).collect::<Result<_, _>>()? })
    }

    /// Adds a row of what records say together to its table.
    ///
    /// # Errors
    /// As [`ParquetParts::new`].
    pub fn row(&mut self, what: Together) -> Result<(), WriteError> {
        let name = what.table();
        let of = self.tables.iter_mut().find(|t| t.table.name == name);
        let table = of.expect("parts of what records say together have its tables");
        table.push(table.table.row(what))
    }

    /// Adds the rows of a record.
    ///
    /// # Errors
    /// As [`ParquetParts::new`].
    pub fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        self.tables.iter_mut().try_for_each(|table| table.write(record))
    }

    /// The files, in the order of the tables.
    ///
    /// # Errors
    /// As [`ParquetParts::new`].
    pub fn finish(self) -> Result<Vec<ParquetPart>, WriteError> {
        let part = |table: ParquetTable<Vec<u8>>| {
            let name = table.table.name;
            let (n_rows, bytes) = table.finish()?;
            Ok(ParquetPart { name, n_rows, bytes })
        };
        self.tables.into_iter().map(part).collect()
    }
}

struct ParquetTable<W: Write + Send> {
    path: PathBuf,
    table: &'static Table,
    schema: Arc<Schema>,
    file: ArrowWriter<W>,
    rows: Vec<Vec<Cell>>,
    n_rows: usize,
}

impl<W: Write + Send> ParquetTable<W> {
    /// A table written to `file`, of which errors name `path`.
    fn open(path: PathBuf, file: W, table: &'static Table) -> Result<Self, WriteError> {
        let schema = Arc::new(schema(table));
        let version = ("verbale.version".to_string(), env!("CARGO_PKG_VERSION").to_string());
        let about = metadata(table).into_iter().chain([version]);
        let options = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_key_value_metadata(Some(about.map(|(k, v)| KeyValue::new(k, v)).collect()))
            .build();
        let file = ArrowWriter::try_new(file, Arc::clone(&schema), Some(options))
            .map_err(|e| WriteError::table(&path, e))?;
        Ok(ParquetTable { path, table, schema, file, rows: Vec::new(), n_rows: 0 })
    }

    fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        self.rows.extend(self.table.rows(record));
        if self.rows.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn push(&mut self, row: Vec<Cell>) -> Result<(), WriteError> {
        self.rows.push(row);
        if self.rows.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        let rows = std::mem::take(&mut self.rows);
        self.n_rows += rows.len();
        if rows.is_empty() {
            return Ok(());
        }
        let n = self.table.columns.len();
        let arrays = (0..n).map(|at| array(self.table, &rows, at)).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays)
            .map_err(|e| WriteError::table(&self.path, e))?;
        self.file.write(&batch).map_err(|e| WriteError::table(&self.path, e))
    }

    /// Closes the file; its rows, and what it was written to.
    fn finish(mut self) -> Result<(usize, W), WriteError> {
        self.flush()?;
        let (path, n_rows) = (self.path, self.n_rows);
        let file = self.file.into_inner().map_err(|e| WriteError::table(&path, e))?;
        Ok((n_rows, file))
    }
}
