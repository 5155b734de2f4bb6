//! Groups records by given weights, as lines `{"doc", "story", "thread"}`: what `bench/stories` tries
//! weights with.
//!
//!     cargo run --release -p verbale-story --example groups -- WINDOW weights.tsv < records.jsonl

#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use verbale_record::Record;
use verbale_story::grouping::{WINDOW, Weights};
use verbale_story::{Report, Stream};

fn main() -> io::Result<()> {
    let window = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(WINDOW);
    let table = std::env::args().nth(2).map(std::fs::read_to_string).transpose()?;
    let weights = table.map_or(Ok(Weights::default()), |t| Weights::parse(&t));
    let mut stream = Stream::with(window, weights.map_err(io::Error::other)?);
    let mut days: BTreeMap<(bool, Option<String>), Vec<Report>> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let report = Report::of(&Record::parse(&line?).map_err(io::Error::other)?);
        let day = report.day().map(String::from);
        days.entry((day.is_none(), day)).or_default().push(report);
    }
    let (mut redirects, mut placed) = (BTreeMap::new(), Vec::new());
    for reports in days.into_values() {
        let day = stream.day(reports);
        redirects.extend(day.redirects);
        placed.extend(day.placed);
    }
    let follow = |mut id: String| {
        while let Some(next) = redirects.get(&id) {
            id = next.clone();
        }
        id
    };
    for p in placed {
        let (story, thread) = (follow(p.story), follow(p.thread));
        println!("{}", serde_json::json!({ "doc": p.doc, "story": story, "thread": thread }));
    }
    Ok(())
}
