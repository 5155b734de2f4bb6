//! `verbale evaluate confidence`: the features that the confidence of each record rests on.
//!
//! A line of JSON a story: `{"id", "statements": {"s1": [...]}, "events": {"e1": [...]}}`, with the ids
//! that `verbale code` gives them. `bench/confidence` fits the weights of `confidence.tsv` to it.

use super::code::each_document;
use super::{lexicons, model, unusable};
use crate::args::{Input, Inputs, ModelArg};
use crate::outcome::{Failure, Tally};
use serde_json::{Map, Value, json};
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use verbale::confidence::{event_features, statement_features};
use verbale::document::{Document, SmolStr};
use verbale::read::Given;
use verbale::{Pipeline, record};

/// Codes every story and prints the features of its records.
pub fn run(inputs: &Inputs, kind: Input, arg: &ModelArg) -> Result<Tally, Failure> {
    let pipeline = Pipeline::new(&lexicons(inputs)?, &model(arg)?);
    let pipeline = Arc::new(pipeline.map_err(unusable(arg))?);
    let mut out = BufWriter::new(io::stdout().lock());
    let tally = each_document(&pipeline, inputs, kind, Given::default(), |doc| {
        writeln!(out, "{}", features(doc)).map_err(|e| Failure::output(&e))
    })?;
    out.flush().map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

fn features(doc: &Document) -> Value {
    let record = record(doc);
    let statements = doc.statements.as_deref().unwrap_or(&[]).iter();
    let events = doc.events.as_deref().unwrap_or(&[]).iter();
    let ids = (record.statements.iter().map(|s| &s.id), record.events.iter().map(|e| &e.id));
    json!({
        "id": record.doc.id,
        "statements": by_id(ids.0, statements.map(|s| statement_features(doc, s))),
        "events": by_id(ids.1, events.map(|e| event_features(doc, e))),
    })
}

fn by_id<'r>(
    ids: impl Iterator<Item = &'r String>,
    features: impl Iterator<Item = Vec<SmolStr>>,
) -> Map<String, Value> {
    let names = |all: Vec<SmolStr>| all.iter().map(SmolStr::as_str).collect::<Value>();
    ids.cloned().zip(features.map(names)).collect()
}
