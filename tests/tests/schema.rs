//! Records of the example stories satisfy the JSON Schema, and their offsets cut out their words.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use serde_json::Value;
use std::fs;
use std::path::Path;
use verbale::Pipeline;
use verbale::read::{InputKind, Sources};
use verbale::record;
use verbale_record::schema;

fn records() -> Vec<Value> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let pipeline = Pipeline::builtin().expect("sound tables and models");
    let mut worker = pipeline.worker();
    let raws = Sources::new(vec![examples], InputKind::Auto).map(|r| r.expect("readable"));
    raws.map(|raw| pipeline.code(&mut worker, raw).expect("English"))
        .map(|doc| serde_json::to_value(record(&doc)).expect("JSON"))
        .collect()
}

#[test]
fn records_satisfy_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let records = records();
    assert!(records.len() >= 10, "only {} examples", records.len());
    for record in &records {
        let errors: Vec<String> = validator
            .iter_errors(record)
            .map(|e| format!("{e} at {}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", record["doc"]["id"]);
    }
    let mut broken = records[0].clone();
    broken["events"] = Value::from("none");
    assert!(!validator.is_valid(&broken), "the schema accepts anything");
}

#[test]
fn offsets_cut_out_their_words() {
    let mut n = 0;
    for record in records() {
        let text: Vec<char> = record["doc"]["text"].as_str().expect("text").chars().collect();
        for mention in record["mentions"].as_array().expect("mentions") {
            let at = |key: &str| mention[key].as_u64().expect("an offset") as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(words, mention["text"].as_str().expect("words"));
            n += 1;
        }
    }
    assert!(n > 100, "only {n} mentions in the examples");
}

#[test]
fn the_same_bytes_again() {
    assert_eq!(records(), records());
}

#[test]
fn documentation_stands_beside_the_schema() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/output.md");
    let text = fs::read_to_string(docs).expect("docs/output.md");
    for table in ["documents", "mentions", "statements", "events"] {
        assert!(text.contains(table), "docs/output.md does not name the table {table}");
    }
}
