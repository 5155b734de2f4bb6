//! Writes the pairs of records that share text, a line of JSON each, with both texts: to judge by hand. With
//! `labels` only what the documents are called, to compare with what was judged.
//!
//!     cargo run --release -p verbale-story --example alike -- WINDOW [labels] < records.jsonl

#![allow(clippy::disallowed_methods)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufWriter, Write};
use verbale_record::Record;
use verbale_story::grouping::WINDOW;
use verbale_story::{Report, Stream};

fn main() -> io::Result<()> {
    let window = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(WINDOW);
    let labels = std::env::args().nth(2).is_some_and(|arg| arg == "labels");
    let mut days: BTreeMap<(bool, Option<String>), Vec<Report>> = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let report = Report::of(&Record::parse(&line?).map_err(io::Error::other)?);
        texts.insert(report.key.clone(), about(&report, labels));
        let day = report.day().map(String::from);
        days.entry((day.is_none(), day)).or_default().push(report);
    }
    let mut stream = Stream::new(window);
    let mut out = BufWriter::new(io::stdout().lock());
    for reports in days.into_values() {
        for alike in stream.day(reports).pairs {
            let line = json!({
                "kind": alike.kind,
                "resemblance": alike.resemblance,
                "containment": alike.containment,
                "copy": texts[&alike.docs.0],
                "source": texts[&alike.docs.1],
            });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}

fn about(report: &Report, labels: bool) -> Value {
    if labels {
        return json!(report.doc);
    }
    json!({
        "doc": report.doc, "url": report.url, "published_at": report.published_at,
        "title": report.title, "text": report.text,
    })
}
