//! Mentions in brackets in `tests/cases/actors/actors.tsv` have the actor codes that it gives.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use verbale::read::{InputKind, Raw};
use verbale::write::contract;
use verbale::{Pipeline, Worker};

/// The share of mentions that must have their code exactly.
const SHARE: f64 = 0.98;

/// A row: when and what was written, where in it the mention stands, and its code.
struct Case<'t> {
    date: &'t str,
    text: String,
    span: (usize, usize),
    code: &'t str,
}

fn case(line: &str) -> Case<'_> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let (date, marked, code) = (cell(), cell(), cell());
    let chars = |part: Option<&str>| part.map_or(0, |p| p.chars().count());
    let start = chars(marked.split('[').next());
    let end = chars(marked.split(']').next()) - 1;
    Case { date, text: marked.replace(['[', ']'], ""), span: (start, end), code }
}

/// The code of the mention that ends with the brackets, else of the one that fills most of them.
fn code(record: &Value, span: (usize, usize)) -> String {
    let at = |m: &Value, key: &str| m[key].as_u64().unwrap_or(0) as usize;
    let shared = |m: &Value| at(m, "end").min(span.1).saturating_sub(at(m, "start").max(span.0));
    let mentions = record["mentions"].as_array().cloned().unwrap_or_default();
    let inside = mentions.iter().filter(|m| m["kind"] != "time" && shared(m) > 0).rev();
    let best = inside.max_by_key(|m| (at(m, "end") == span.1, shared(m)));
    best.and_then(|m| m["code"].as_str()).unwrap_or("-").to_string()
}

fn record(pipeline: &Pipeline, worker: &mut Worker, case: &Case) -> Value {
    let input = json!({ "id": "case", "text": case.text, "published_at": case.date });
    let raw = Raw::new("case", InputKind::Jsonl, input.to_string().into_bytes());
    let doc = pipeline.code(worker, raw).expect("a line of JSON");
    serde_json::to_value(contract::record(&doc)).expect("a record is JSON")
}

#[test]
fn mentions_have_their_actor_codes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/actors/actors.tsv");
    let table = fs::read_to_string(path).expect("a table of mentions");
    let rows = table.lines().filter(|l| !l.starts_with('#')).skip(1);
    let pipeline = Pipeline::builtin().expect("sound tables and models");
    let mut worker = pipeline.worker();
    let (mut n, mut misses) = (0, Vec::new());
    for line in rows {
        let case = case(line);
        n += 1;
        let got = code(&record(&pipeline, &mut worker, &case), case.span);
        if got != case.code {
            misses.push(format!("{line}\n    got {got}"));
        }
    }
    println!("{} of {n} mentions have another code:\n{}", misses.len(), misses.join("\n"));
    let share = 1.0 - misses.len() as f64 / f64::from(n);
    assert!(n >= 400, "only {n} mentions");
    assert!(share >= SHARE, "{:.1} % of {n}:\n{}", 100.0 * share, misses.join("\n"));
}
