//! Writes the pairs of records that share text, a line of JSON each, with both texts: to judge by hand.
//!
//!     cargo run --release -p verbale-story --example alike < records.jsonl

#![allow(clippy::disallowed_methods)]

use serde_json::json;
use std::collections::BTreeMap;
use std::io::{self, BufRead};
use verbale_record::Record;
use verbale_story::{Report, Stream};

fn main() -> io::Result<()> {
    let mut days: BTreeMap<(bool, Option<String>), Vec<Report>> = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let report = Report::of(&Record::parse(&line?).map_err(io::Error::other)?);
        let about = json!({
            "doc": report.doc, "url": report.url, "published_at": report.published_at,
            "title": report.title, "text": report.text,
        });
        texts.insert(report.key.clone(), about);
        let day = report.day().map(String::from);
        days.entry((day.is_none(), day)).or_default().push(report);
    }
    let mut stream = Stream::default();
    for reports in days.into_values() {
        for alike in stream.day(reports).pairs {
            let line = json!({
                "kind": alike.kind,
                "resemblance": alike.resemblance,
                "containment": alike.containment,
                "copy": texts[&alike.docs.0],
                "source": texts[&alike.docs.1],
            });
            println!("{line}");
        }
    }
    Ok(())
}
