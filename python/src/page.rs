//! Records as the page that `verbale code --format html` writes.

use crate::errors::InputError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use verbale::Record;

/// One page of records, given as lines of JSON.
#[pyfunction]
pub fn html(py: Python<'_>, lines: Vec<PyBackedStr>) -> PyResult<String> {
    let page = py.detach(|| {
        let parsed = |(at, line): (usize, &PyBackedStr)| {
            Record::parse(line).map_err(|e| format!("records[{at}]: {e}"))
        };
        let records: Vec<Record> =
            lines.iter().enumerate().map(parsed).collect::<Result<_, _>>()?;
        Ok(verbale_write::html(&records))
    });
    page.map_err(|why: String| InputError::new_err(why))
}
