//! Merges the events of records by given stories, a line of JSON an event, with its story and the words of
//! each report: what a person reads who judges whether they are one.
//!
//!     cargo run --release -p verbale-story --example events -- stories.jsonl < records.jsonl

#![allow(clippy::disallowed_methods)]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, BufRead};
use verbale_record::Record;
use verbale_story::events::{Joiner, MergedEvent, Tables};
use verbale_story::sources::{Origin, sources};

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| io::Error::other("name a file of stories"))?;
    let mut story_of: BTreeMap<String, String> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let text = |key: &str| line[key].as_str().map(str::to_string);
        if let (Some(doc), Some(story)) = (text("doc").or_else(|| text("id")), text("story")) {
            story_of.insert(doc, story);
        }
    }
    let mut stories: BTreeMap<&str, Vec<Record>> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let record = Record::parse(&line?).map_err(io::Error::other)?;
        if let Some(story) = story_of.get(&record.doc.id) {
            stories.entry(story).or_default().push(record);
        }
    }
    let joiner = joiner().map_err(io::Error::other)?;
    for (story, records) in stories {
        for event in joiner.merge(&records.iter().collect::<Vec<_>>()) {
            println!("{}", told(story, &event, &records));
        }
    }
    Ok(())
}

fn joiner() -> Result<Joiner, String> {
    let lexicons = verbale_lexicons::english();
    let text = |name| lexicons.text(name).map_err(|e| e.to_string());
    Joiner::new(Tables {
        synonyms: text("event_synonyms.tsv")?,
        pairs: text("event_pairs.tsv")?,
        irregular: text("irregular_verbs.tsv")?,
    })
}

/// An event, its sources and its sentences.
fn told(story: &str, event: &MergedEvent, records: &[Record]) -> Value {
    let found = |id: &str| {
        let (key, event) = id.rsplit_once('#')?;
        let record = records.iter().find(|r| r.doc.key == key)?;
        Some((record, record.event(event)?))
    };
    let reports = || event.reports.iter().filter_map(|r| found(&r.event));
    let origins: Vec<Origin> = reports().map(|(record, event)| Origin::of(record, event)).collect();
    let words = reports().map(|(r, e)| json!([r.quote(&e.trigger), r.words(e.sentence)]));
    let words: Vec<Value> = words.collect();
    json!({"story": story, "event": event, "sources": sources(&origins), "words": words})
}
