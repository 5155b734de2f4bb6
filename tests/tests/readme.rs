//! The example of the README is what the program makes of the story that it names.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::Path;
use verbale::{Coder, Story};

fn text<'v>(value: &'v serde_json::Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

/// The words at the first span of a list.
fn words(text: &str, span: &serde_json::Value) -> String {
    let at = |key: &str| span[key].as_u64().unwrap_or(0) as usize;
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

#[test]
fn the_example_is_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| fs::read_to_string(root.join(path)).expect(path);
    let story = read("examples/andes-border.txt");
    let coded = Coder::english().code(Story::text(story.as_str())).expect("a story");
    let record = serde_json::to_value(&coded).expect("a record is JSON");
    let list = |key: &str| record[key].as_array().cloned().unwrap_or_default();
    let said = list("statements").into_iter().map(|s| {
        let code = text(&s["speaker"], "code");
        let content = words(&coded.doc.text, &s["content"][0]);
        format!("{} | {code} | {} | {content}", text(&s, "id"), text(&s, "stance"))
    });
    let done = list("events").into_iter().map(|e| {
        let codes = |key: &str| {
            let all = e[key].as_array().cloned().unwrap_or_default();
            let codes: Vec<_> = all.iter().map(|p| text(p, "code").to_string()).collect();
            codes.join(", ")
        };
        let claimed: Vec<_> = e["according_to"].as_array().cloned().unwrap_or_default();
        let claimed: Vec<_> = claimed.iter().filter_map(|c| c.as_str()).collect();
        let voice = if claimed.is_empty() { "the outlet".to_string() } else { claimed.join(", ") };
        let (id, kind) = (text(&e, "id"), text(&e, "type"));
        let sign = text(&e, "polarity");
        format!("{id} | {kind} | {} | {} | {sign} | {voice}", codes("actors"), codes("recipients"))
    });
    let rows: Vec<String> = said.chain(done).map(|row| format!("| {row} |")).collect();
    let readme = read("README.md");
    let missing: Vec<_> = rows.iter().filter(|row| !readme.contains(*row)).collect();
    assert!(!rows.is_empty() && missing.is_empty(), "rows that README.md lacks: {missing:#?}");
}
