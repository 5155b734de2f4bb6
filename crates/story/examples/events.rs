//! Merges the events of records by given stories, a line of JSON an event, with its story, its sources and
//! the words of each report: what a person reads who judges whether they are one. Stories are lines of
//! `verbale stories`, whose copies are heard as well.
//!
//!     cargo run --release -p verbale-story --example events -- stories.jsonl atlas/tables/outlets.tsv < records.jsonl

#![allow(clippy::disallowed_methods)]

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead};
use verbale_record::Record;
use verbale_story::copies::Copy;
use verbale_story::events::{Joiner, MergedEvent, Tables};
use verbale_story::sources::{Owners, Provenance};

fn main() -> io::Result<()> {
    let path = |n: usize, what: &str| {
        std::env::args().nth(n).ok_or_else(|| io::Error::other(format!("name a file of {what}")))
    };
    let mut lines: BTreeMap<String, Value> = BTreeMap::new();
    for line in std::fs::read_to_string(path(1, "stories")?)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let doc = line["doc"].as_str().or_else(|| line["id"].as_str()).map(str::to_string);
        lines.extend(doc.map(|doc| (doc, line)));
    }
    let outlets = std::fs::read_to_string(path(2, "outlets")?)?;
    let owners = Owners::new(&outlets).map_err(io::Error::other)?;
    let mut stories: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let record = Record::parse(&line?).map_err(io::Error::other)?;
        let story = lines.get(&record.doc.id).and_then(|line| line["story"].as_str());
        if let Some(story) = story {
            stories.entry(story.to_string()).or_default().push(record);
        }
    }
    let joiner = joiner().map_err(io::Error::other)?;
    for (story, records) in &stories {
        let copies = copies(records, &lines);
        let provenance = Provenance::new(records, &copies, &owners);
        for event in joiner.merge(&records.iter().collect::<Vec<_>>()) {
            println!("{}", told(story, &event, records, &provenance));
        }
    }
    Ok(())
}

/// The copies among the records of a story.
fn copies(records: &[Record], lines: &BTreeMap<String, Value>) -> Vec<Copy> {
    let keys: HashMap<&str, &String> =
        records.iter().map(|r| (r.doc.id.as_str(), &r.doc.key)).collect();
    let copy = |r: &Record| {
        let line = lines.get(&r.doc.id)?;
        let of = *keys.get(line["copy_of"].as_str()?)?;
        let kind = serde_json::from_value(line["copy_kind"].clone()).ok()?;
        Some(Copy { doc: r.doc.key.clone(), of: of.clone(), kind })
    };
    records.iter().filter_map(copy).collect()
}

fn joiner() -> Result<Joiner, String> {
    let lexicons = verbale_lexicons::english();
    let text = |name: &str| lexicons.text(name).map(|t| &**t).map_err(|e| e.to_string());
    Joiner::new(Tables::of(text)?)
}

/// An event, its sources and its sentences.
fn told(story: &str, event: &MergedEvent, records: &[Record], provenance: &Provenance) -> Value {
    let words = |id: &str| {
        let (key, event) = id.rsplit_once('#')?;
        let record = records.iter().find(|r| r.doc.key == key)?;
        let event = record.event(event)?;
        Some(json!([record.quote(&event.trigger), record.words(event.sentence)]))
    };
    let words: Vec<Value> = event.reports.iter().filter_map(|r| words(&r.event)).collect();
    json!({"story": story, "event": event, "sources": provenance.sources(event), "words": words})
}
