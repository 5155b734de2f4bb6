//! The tables of `docs/columns.md` as Arrow, handed over without a copy by the Arrow PyCapsule
//! interface (Apache Arrow, "The Arrow PyCapsule Interface"): pandas, polars, pyarrow, DuckDB and others
//! take an object that has `__arrow_c_stream__`.

use crate::errors::InputError;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, Schema};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyCapsule;
use std::sync::Arc;
use verbale::Record;
use verbale_record::arrow::{array, schema};
use verbale_record::columns::{Cell, TABLES, Table as Columns};

/// Rows of a batch.
const BATCH: usize = 1 << 14;

/// A table: rows of one of the lists of columns, in batches.
#[pyclass(frozen, module = "verbale._verbale")]
pub struct Table {
    columns: &'static Columns,
    schema: Arc<Schema>,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// Its name.
    #[getter]
    fn name(&self) -> &'static str {
        self.columns.name
    }

    /// The names of its columns.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.columns.columns.iter().map(|c| c.name).collect()
    }

    /// The number of its rows.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// Its schema, as a capsule of Arrow's C data interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(failed)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Its rows, as a capsule of Arrow's C stream interface. Another schema that is asked for is not
    /// made: who asks converts.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches: Vec<Result<RecordBatch, ArrowError>> =
            self.batches.iter().cloned().map(Ok).collect();
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}

fn failed(error: ArrowError) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}

/// All tables of records, given as lines of JSON, in the order of `docs/columns.md`.
#[pyfunction]
pub fn tables(py: Python<'_>, lines: Vec<PyBackedStr>) -> PyResult<Vec<Table>> {
    let full: Result<Vec<Filling>, String> = py.detach(|| {
        let mut filling: Vec<Filling> = TABLES.iter().map(Filling::new).collect();
        for (at, line) in lines.iter().enumerate() {
            let record = Record::parse(line).map_err(|e| format!("records[{at}]: {e}"))?;
            for table in &mut filling {
                table.extend(table.columns.rows(&record)).map_err(|e| e.to_string())?;
            }
        }
        Ok(filling)
    });
    let full = full.map_err(InputError::new_err)?;
    full.into_iter().map(filled).collect()
}

/// The table that was filled.
pub fn filled(rows: Filling) -> PyResult<Table> {
    rows.finish().map_err(failed)
}

/// A table that rows are added to.
pub struct Filling {
    columns: &'static Columns,
    schema: Arc<Schema>,
    batches: Vec<RecordBatch>,
    rows: Vec<Vec<Cell>>,
}

impl Filling {
    /// Without rows.
    pub fn new(columns: &'static Columns) -> Self {
        let schema = Arc::new(schema(columns));
        Filling { columns, schema, batches: Vec::new(), rows: Vec::new() }
    }

    /// Adds rows, which have a cell for each column.
    ///
    /// # Errors
    /// None that is known: cells are of the types that the columns have.
    pub fn extend(&mut self, rows: Vec<Vec<Cell>>) -> Result<(), ArrowError> {
        self.rows.extend(rows);
        if self.rows.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), ArrowError> {
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            let n = self.columns.columns.len();
            let arrays = (0..n).map(|at| array(self.columns, &rows, at)).collect();
            self.batches.push(RecordBatch::try_new(Arc::clone(&self.schema), arrays)?);
        }
        Ok(())
    }

    /// The table.
    ///
    /// # Errors
    /// As [`Filling::extend`].
    pub fn finish(mut self) -> Result<Table, ArrowError> {
        self.flush()?;
        let Filling { columns, schema, batches, .. } = self;
        Ok(Table { columns, schema, batches })
    }
}
