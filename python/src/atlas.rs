//! Who is who at a date: what `verbale atlas lookup --json` prints.

use crate::engine::engine;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde_json::json;
use verbale::atlas::Candidate;
use verbale::document::Date;

/// Everybody and everything of a name, at a date (`YYYY-MM-DD`) or at any, as lines of JSON; the best
/// first.
#[pyfunction]
pub fn lookup(py: Python<'_>, name: &str, date: Option<&str>) -> PyResult<Vec<String>> {
    let wrong =
        |text: &str| PyValueError::new_err(format!("{text:?} is no day; write it as 2024-06-21"));
    let day = |text: &str| text.parse::<Date>().map_err(|_| wrong(text));
    let date = date.map(day).transpose()?;
    Ok(engine(py).pipeline.atlas().lookup(name, date).iter().map(line).collect())
}

fn line(candidate: &Candidate) -> String {
    let entity = &candidate.entity;
    json!({
        "id": entity.id.as_str(),
        "name": entity.name.as_str(),
        "kind": entity.kind.as_str(),
        "code": entity.code.as_ref().map(|c| c.as_str()),
        "country": entity.country.as_deref(),
        "members": entity.members.iter().map(|m| m.as_str()).collect::<Vec<_>>(),
        "offices": candidate.offices,
    })
    .to_string()
}
