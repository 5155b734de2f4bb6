//! Why a record was made, or why a sentence gave none: what `verbale explain` prints.

use crate::coding::Beside;
use crate::engine::{Engine, engine};
use crate::errors::InputError;
use pyo3::prelude::*;
use std::sync::Arc;
use verbale::Worker;
use verbale::explain::Explainer;
use verbale::read::{InputKind, Raw};

/// Explains what is asked of one text, given as a line of JSON: records by their ids, sentences by their
/// words or by a code point in them; without a question, all records in a line each.
#[pyfunction]
pub fn explain(
    py: Python<'_>,
    name: String,
    json: Vec<u8>,
    given: Beside,
    what: Vec<String>,
    at: Vec<usize>,
) -> PyResult<String> {
    let given = Arc::new(given.into());
    let raw = Raw { given, ..Raw::new(name, InputKind::Jsonl, json) };
    let engine = engine(py);
    let mut workers = engine.workers(py, 1);
    let answers = py.detach(|| answered(&engine, &mut workers[0], raw, &what, &at));
    engine.put_back(py, workers);
    answers.map(|all| all.join("\n")).map_err(InputError::new_err)
}

fn answered(
    engine: &Engine,
    worker: &mut Worker,
    raw: Raw,
    what: &[String],
    at: &[usize],
) -> Result<Vec<String>, String> {
    let pipeline = &engine.pipeline;
    let mut doc = pipeline.read(raw).map_err(|e| e.to_string())?;
    let traces = pipeline.traced(worker, &mut doc);
    Explainer::new(pipeline, &doc, &traces, &engine.tables()).answers(what, at)
}
