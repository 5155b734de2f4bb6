//! Lines of JSON as records: read and checked, told to a person.

use crate::errors::InputError;
use pyo3::prelude::*;
use verbale::Record;

/// The line of a record as this version writes it, made of one that this version or an older one wrote.
#[pyfunction]
pub fn parse(line: &str) -> PyResult<String> {
    read(line).map(|record| record.to_json())
}

/// Every statement and event of a record in a line.
#[pyfunction]
pub fn tell(line: &str) -> PyResult<String> {
    read(line).map(|record| record.to_string())
}

/// Whether words are a full date, as `published` wants it.
#[pyfunction]
pub fn is_date(words: &str) -> bool {
    verbale::read::is_date(words)
}

fn read(line: &str) -> PyResult<Record> {
    Record::parse(line).map_err(|e| InputError::new_err(e.to_string()))
}
