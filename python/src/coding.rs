//! Texts to records: what `verbale code --input jsonl` makes of a line, made of a value.

use crate::engine::engine;
use crate::ordered::ordered;
use crate::watch::Watch;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use serde_json::Value;
use std::sync::Arc;
use verbale::document::{Document, Note};
use verbale::read::{Given, InputKind, Raw};
use verbale::{DEFECT, Pipeline, Record, Worker, record, record_above};

/// What says of a record that its text was not coded.
const REJECTED: &str = "rejected";

/// What is said of stories that do not say it themselves.
#[derive(FromPyObject)]
pub struct Beside {
    #[pyo3(item)]
    published: Option<String>,
    #[pyo3(item)]
    url: Option<String>,
    #[pyo3(item)]
    outlet: Option<String>,
}

impl From<Beside> for Given {
    fn from(Beside { published, url, outlet }: Beside) -> Self {
        Given { published_at: published, url, outlet, ..Given::default() }
    }
}

/// A record as a line of JSON, its document's key and id, why its input was rejected, and remarks.
type Line = (String, (String, String), Option<String>, Vec<String>);

/// What came of an input.
pub struct Coded {
    /// Its record; of an input that is rejected, one that says so.
    pub record: Record,
    /// Why it is rejected, with its name.
    pub why: Option<String>,
    /// What a person should know of how it was read.
    pub remarks: Vec<String>,
}

/// Codes lines of JSON, each with the name that messages call it by. Gives for each, in their order,
/// its record as a line of JSON, its key and id, why it was rejected, and remarks.
#[pyfunction]
pub fn code(
    py: Python<'_>,
    items: Vec<(String, PyBackedBytes)>,
    given: Beside,
    threads: usize,
    min_confidence: f64,
    tick: Option<Py<PyAny>>,
) -> PyResult<Vec<Line>> {
    let given = Arc::new(given.into());
    let engine = engine(py);
    let mut workers = engine.workers(py, threads.min(items.len()));
    let mut lines = Vec::with_capacity(items.len());
    let done = py.detach(|| {
        ordered(
            items.into_iter(),
            &mut workers,
            |worker, (name, bytes)| {
                let raw = Raw::new(name, InputKind::Jsonl, bytes.to_vec());
                let raw = Raw { given: Arc::clone(&given), ..raw };
                let Coded { record, why, remarks } =
                    coded(&engine.pipeline, worker, raw, min_confidence);
                (record.to_json(), (record.doc.key, record.doc.id), why, remarks)
            },
            &mut Watch::new(tick),
            |line| {
                lines.push(line);
                Ok(())
            },
        )
    });
    engine.put_back(py, workers);
    done.map(|()| lines)
}

/// The record of one input, or one that says why it has none.
pub fn coded(pipeline: &Pipeline, worker: &mut Worker, raw: Raw, least: f64) -> Coded {
    let name = raw.name.clone();
    let told = Told { bytes: raw.bytes.clone(), kind: raw.kind, url: raw.given.url.clone() };
    let made = guarded(pipeline, worker, &name, |worker| {
        let doc = pipeline.code(worker, raw).map_err(|e| (e.name, e.reason))?;
        Ok((record_above(&doc, least), remarks(&name, &doc)))
    });
    match made {
        Ok((record, remarks)) => Coded { record, why: None, remarks },
        Err((name, reason)) => {
            let record = told.rejected(&name, &reason);
            Coded { record, why: Some(format!("{name}: {reason}")), remarks: Vec::new() }
        }
    }
}

/// The work on one input, else its name and why there is nothing. Where it panics, the input is named
/// and the worker begins anew.
pub fn guarded<T>(
    pipeline: &Pipeline,
    worker: &mut Worker,
    name: &str,
    work: impl FnOnce(&mut Worker) -> Result<T, (String, String)>,
) -> Result<T, (String, String)> {
    let stopped = || Err((name.to_string(), DEFECT.to_string()));
    pipeline.guarded(worker, work).unwrap_or_else(stopped)
}

/// What an input says of itself, for the record of one that is rejected.
struct Told {
    bytes: Vec<u8>,
    kind: InputKind,
    url: Option<String>,
}

impl Told {
    /// A record of the text, where it is known, without findings and with a note that says why.
    fn rejected(self, name: &str, reason: &str) -> Record {
        let value = match self.kind {
            InputKind::Jsonl => serde_json::from_slice(&self.bytes).unwrap_or_default(),
            _ => Value::Null,
        };
        let word = |key: &str| match &value[key] {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) if key == "id" => Some(number.to_string()),
            _ => None,
        };
        let url = word("url").or(self.url);
        let id = word("id").or_else(|| url.clone()).unwrap_or_else(|| name.to_string());
        let mut doc = Document::new(id, word("text").unwrap_or_default());
        (doc.meta.url, doc.meta.title) = (url, word("title"));
        doc.notes = vec![Note { kind: REJECTED.into(), message: reason.to_string() }];
        record(&doc)
    }
}

/// What a person should know of the input `name`: that only a part of it was read, and what of it was
/// ignored.
pub fn remarks(name: &str, doc: &Document) -> Vec<String> {
    let told = [Note::TRUNCATED, Note::IGNORED, Note::DATE];
    let notes = doc.notes.iter().filter(|note| told.iter().any(|kind| note.kind == *kind));
    notes.map(|note| format!("{name}: {}", note.message)).collect()
}
