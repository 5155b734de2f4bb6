//! `Story::from_json` and `Reader::story`: any bytes are a story or an error; the text of a story is kept.

use crate::dice::Dice;
use crate::{edit, told};
use serde_json::{Value, json};
use std::sync::LazyLock;
use verbale::Story;
use verbale::document::{Document, Span};
use verbale::read::Reader;

pub(super) static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::new(&told::LEXICONS).expect("the built-in tables are sound"));

const VALUES: &[&str] = &[
    "2024-06-21",
    "June 21, 2024",
    "2024-06-21T09:30:00-04:00",
    "0000-00-00",
    "9999-12-31T23:59:60Z",
    "en",
    "de",
    "31.02.2024",
    "https://a.example/2024/13/45/x",
    "://",
    "https://",
    "http://[::1]/%",
    "Reuters",
    "By ",
    "\u{feff}",
    "-9999-01-01",
    "+010000-01-01",
    "2024-W25-5",
    "21/06/24",
    "Friday",
    "İ",
    "1718971200",
];

/// A line of JSON Lines.
pub(super) fn line(dice: &mut Dice) -> Vec<u8> {
    let mut story = json!({});
    for _ in 0..dice.below(8) {
        let value = match dice.below(5) {
            0 => json!(dice.below(1 << 20) as i64 * [1, -1, 2000, 1 << 30, 1 << 43][dice.below(5)]),
            1 => json!(f64::from_bits(dice.below(usize::MAX) as u64)),
            _ => Value::from(dice.of(VALUES)),
        };
        story[dice.of(&Story::KEYS)] = value;
    }
    if !dice.once_in(4) {
        let (few, text) = (dice.below(3), told::edited(dice));
        story[["text", "text", "title"][few]] = text.into();
    }
    story.to_string().into_bytes()
}

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let line = match dice.below(6) {
        0 => dice.rest().to_vec(),
        1 => edit::bytes(include_bytes!("../../../examples/wires.jsonl"), &mut dice),
        _ => line(&mut dice),
    };
    let Ok(story) = Story::from_json(&line) else { return };
    let text = story.text.clone();
    if let Ok(doc) = READER.story(story) {
        check(&doc, text.as_deref());
    }
}

/// What holds of every document that was read; `text` is what it was given.
pub(super) fn check(doc: &Document, text: Option<&str>) {
    if let Some(text) = text {
        assert_eq!(doc.text(), text, "text is kept as it came");
    }
    assert!(!doc.text().trim().is_empty());
    let mut last = 0;
    for section in &doc.sections {
        let Span { start, end } = section.span;
        assert!(last <= start && start < end, "{:?} after {last} in {:?}", section, doc.text());
        assert!(doc.text().get(section.span.range()).is_some(), "{section:?} of {:?}", doc.text());
        last = end;
    }
}
