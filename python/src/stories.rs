//! Stories and copies of records that are in no store (`docs/stories.md`).
//!
//! What grouping needs of a record is made record by record, by as many processes as there are; the days
//! are then placed one after the other, in one.

use crate::errors::InputError;
use crate::table::{Filling, Table, filled};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use verbale::Record;
use verbale_record::columns::{self, Together};
use verbale_story::{Report, Whole};

/// What grouping needs of records, given as lines of JSON: a line of JSON each, in their order, with the day
/// of publication.
#[pyfunction]
pub fn reports(py: Python<'_>, lines: Vec<PyBackedStr>) -> PyResult<Vec<(Option<String>, String)>> {
    py.detach(|| {
        let made = lines.iter().enumerate().map(|(at, line)| {
            let record = Record::parse(line);
            let record = record.map_err(|e| InputError::new_err(format!("records[{at}]: {e}")))?;
            let report = Report::of(&record);
            let line = serde_json::to_string(&report).expect("strings and numbers");
            Ok((report.day().map(str::to_string), line))
        });
        made.collect()
    })
}

/// The days of a collection so far.
#[pyclass(module = "verbale._verbale")]
pub struct Stories {
    /// None once it is finished.
    whole: Option<Whole>,
}

#[pymethods]
impl Stories {
    /// Compares documents that are at most `window` days apart.
    #[new]
    fn new(window: u16) -> Self {
        Stories { whole: Some(Whole::new(window)) }
    }

    /// Places the documents of one day, as [`reports`] gives them: days in their order, what has none last.
    fn day(&mut self, py: Python<'_>, lines: Vec<PyBackedStr>) -> PyResult<()> {
        let whole = self.whole.as_mut().ok_or_else(finished)?;
        py.detach(|| {
            let parsed = |line: &PyBackedStr| serde_json::from_str(line);
            let reports: Result<Vec<Report>, _> = lines.iter().map(parsed).collect();
            whole.day(reports.map_err(|e| InputError::new_err(e.to_string()))?);
            Ok(())
        })
    }

    /// The table `stories`.
    fn finish(&mut self, py: Python<'_>) -> PyResult<Table> {
        let whole = self.whole.take().ok_or_else(finished)?;
        py.detach(|| {
            let columns = columns::together("stories").expect("it is a table");
            let mut rows = Filling::new(columns);
            for one in whole.finish() {
                let row = columns.row(Together::Placement(&one));
                rows.extend(vec![row]).map_err(|e| PyRuntimeError::new_err(e.to_string()))?;
            }
            filled(rows)
        })
    }
}

fn finished() -> PyErr {
    PyRuntimeError::new_err("these stories are finished")
}
