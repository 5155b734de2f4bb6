//! Why a record was made, or why a sentence gave none: what `verbale explain` prints.

use crate::coding::Beside;
use crate::engine::{engine, put_back, workers};
use crate::errors::InputError;
use pyo3::prelude::*;
use std::sync::Arc;
use verbale::document::SentenceIdx;
use verbale::explain::{Explainer, Tables};
use verbale::read::{InputKind, Raw};
use verbale::{Pipeline, Worker, builtin_lexicons};

/// What is asked of a text.
struct Asked {
    what: Vec<String>,
    at: Vec<usize>,
}

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
    let pipeline = engine(py);
    let mut workers = workers(py, 1);
    let answers = py.detach(|| answered(pipeline, &mut workers[0], raw, &Asked { what, at }));
    put_back(py, workers);
    answers.map(|all| all.join("\n")).map_err(InputError::new_err)
}

fn answered(
    pipeline: &Pipeline,
    worker: &mut Worker,
    raw: Raw,
    asked: &Asked,
) -> Result<Vec<String>, String> {
    let mut doc = pipeline.read(raw).map_err(|e| e.to_string())?;
    let traces = pipeline.traced(worker, &mut doc);
    let tables = Tables::new(builtin_lexicons(), "");
    asked.answers(&Explainer::new(pipeline, &doc, &traces, &tables))
}

impl Asked {
    /// The answers in the order of the questions, each sentence once.
    fn answers(&self, explainer: &Explainer) -> Result<Vec<String>, String> {
        if self.what.is_empty() && self.at.is_empty() {
            return Ok(vec![explainer.contents()]);
        }
        let (mut pages, mut sentences) = (Vec::new(), Vec::<SentenceIdx>::new());
        for what in &self.what {
            match is_id(what) {
                true => pages.push(explainer.record(what)?),
                false => sentences.extend(explainer.sentences_with(what)?),
            }
        }
        for at in &self.at {
            sentences.push(explainer.sentence_at(*at)?);
        }
        let mut told: Vec<SentenceIdx> = Vec::new();
        for at in sentences {
            if !told.contains(&at) {
                told.push(at);
                pages.push(explainer.sentence(at));
            }
        }
        Ok(pages)
    }
}

/// Whether a word is the id of a record: "s3", "e12".
fn is_id(what: &str) -> bool {
    let number = what.strip_prefix('s').or_else(|| what.strip_prefix('e'));
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}
