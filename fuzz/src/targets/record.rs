//! `Record::parse`: any string is a record or an error; a record points into its own text, and its line is
//! read as the same record.

use crate::dice::Dice;
use crate::{edit, told};
use serde_json::{Value, json};
use std::sync::LazyLock;
use verbale::records::columns::TABLES;
use verbale::records::{SCHEMA_VERSION, Span, Words};
use verbale::{Coder, Record, Story};

/// Records of the examples, as lines.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let coder = Coder::english();
    let code = |text: &&str| {
        let story = Story::text(*text).published("2024-06-21").url("https://news.example/a");
        coder.code(story).expect("English text").to_json()
    };
    told::STORIES.iter().map(code).chain([schema_1().to_string()]).collect()
});

const MARKS: &[&str] = &[
    "\"start\":",
    "\"end\":4294967295",
    "\"schema\":1",
    "\"schema\":2",
    "null",
    "[]",
    "{}",
    "[[[[",
    "\\ud800",
    "\\ud83c\\uddfa",
    "1e999",
    "-1",
    "\"parent\":\"s1\"",
    "\"according_to\":[\"s9\"]",
    "\\u0000",
    "true",
];

/// A record of schema 1 with every field that schema 2 has otherwise.
fn schema_1() -> Value {
    json!({
        "schema": 1, "version": "0.1.0",
        "doc": {"id": "a", "url": "https://a.example/1", "text": "Łódź: rain fell in Łódź on Monday, they said.",
            "sha256": "", "sections": [{"kind": "body", "start": 0, "end": 45}]},
        "mentions": [
            {"id": "m1", "kind": "place", "form": "name", "start": 19, "end": 23, "text": "Łódź", "name": "Lodz",
                "place": {"geonameid": 3093133, "name": "Łódź", "lat": 51.77058, "lon": 19.47395,
                    "country": "POL", "kind": "city"}, "by": "atlas", "confidence": 0.9},
            {"id": "m2", "kind": "time", "form": "name", "start": 27, "end": 33, "text": "Monday",
                "time": {"type": "DATE", "value": "2024-06-17", "start": "2024-06-17", "end": "2024-06-17"},
                "by": "times", "confidence": 1.0}],
        "statements": [{"id": "s1", "kind": "indirect", "source": [{"start": 35, "end": 39}],
            "cue": [{"start": 40, "end": 44}], "content": [{"start": 6, "end": 33}], "stance": "assert",
            "negated": false, "date": "2024-06-17", "date_mention": "m2", "place": "m1", "act": "speech",
            "sentence": {"start": 0, "end": 45}, "by": "verb", "confidence": 0.8}],
        "events": [{"id": "e1", "type": "AID", "quad": 2, "intensity": 10.0, "cameo": "070",
            "trigger": [{"start": 11, "end": 15}], "sentence": {"start": 0, "end": 45}, "date": "2024-06-21",
            "place": "m1", "according_to": ["s1"], "polarity": "+", "modality": "actual",
            "size": [{"kind": "killed", "value": 3, "start": 0, "end": 4, "text": "Łódź"}],
            "actors": [{"start": 19, "end": 23, "text": "Łódź", "mention": "m1"}], "by": "verb",
            "confidence": 0.75}]
    })
}

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let line = match dice.below(8) {
        0 => String::from_utf8_lossy(dice.rest()).into_owned(),
        1 | 2 => edit::text(dice.pick::<String>(&LINES), MARKS, &mut dice),
        _ => {
            let mut value: Value =
                serde_json::from_str(dice.pick::<String>(&LINES)).expect("a record");
            edit::json(&mut value, &mut dice);
            check_words(&value["doc"]["text"], &mut dice);
            value.to_string()
        }
    };
    if let Ok(record) = Record::parse(&line) {
        check(&record);
    }
}

/// The words of any span are words of the text.
fn check_words(text: &Value, dice: &mut Dice) {
    let Some(text) = text.as_str() else { return };
    let words = Words::new(text);
    let ends = [0, 1, 7, text.len() as u32, u32::MAX, dice.below(1 << 12) as u32];
    for span in ends.iter().flat_map(|a| ends.map(|b| Span::new(*a, b))) {
        let want: String = text.chars().take(span.end as usize).skip(span.start as usize).collect();
        assert_eq!(words.at(span), want, "{span:?} of {text:?}");
    }
}

fn check(record: &Record) {
    assert_eq!(record.schema, SCHEMA_VERSION);
    let line = record.to_json();
    let again = Record::parse(&line).unwrap_or_else(|e| panic!("{e}: {line}"));
    assert_eq!(again.to_json(), line, "its line is read as another record");
    assert_eq!(again, *record);
    let n = record.doc.text.chars().count() as u32;
    for span in spans(record) {
        assert!(span.start <= span.end && span.end <= n, "{span:?} outside of {n}: {line}");
    }
    for event in &record.events {
        assert_eq!(record.voices(event).len(), event.according_to.len(), "{line}");
        assert_eq!(record.statement_of(event).is_some(), event.statement.is_some(), "{line}");
    }
    let parents = record.statements.iter().filter_map(|s| s.parent.as_deref());
    assert!(parents.into_iter().all(|id| record.statement(id).is_some()), "{line}");
    for table in TABLES {
        let rows = table.rows(record);
        assert!(rows.iter().all(|row| row.len() == table.columns.len()));
    }
}

/// Every stretch of text that a record names.
pub(super) fn spans(record: &Record) -> Vec<Span> {
    let mut all: Vec<Span> = record.doc.sections.iter().map(|s| s.span).collect();
    for mention in &record.mentions {
        all.push(mention.span);
        all.extend(mention.title);
    }
    for s in &record.statements {
        all.extend(
            s.source.iter().chain(&s.cue).chain(&s.content).chain(&s.verbatim).chain([&s.sentence]),
        );
        all.extend(s.addressee.iter().map(|p| p.span));
    }
    for e in &record.events {
        all.extend(e.trigger.iter().chain([&e.sentence]));
        all.extend(e.actors.iter().chain(&e.recipients).map(|p| p.span));
        all.extend(e.size.iter().map(|s| s.span));
    }
    all
}
