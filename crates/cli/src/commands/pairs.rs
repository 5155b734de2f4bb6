//! `verbale evaluate events`: pairs of mentions and the features that joining them rests on.
//!
//! A line of JSON a story: `{"story", "least", "mentions": [{"doc", "start", "end", "event"}], "pairs":
//! [[A, B, RELATION, [...]]]}` where A and B are indices of mentions and `least` is how probable the
//! pairs of a group must be on average. `bench/events` fits the weights
//! of `event_pairs.tsv` to it.

use super::code::each_document;
use super::events::{Mentions, joiner, lines, mentions, occurrences};
use super::{lexicons, model, unusable};
use crate::args::{Input, Inputs, ModelArg};
use crate::outcome::{Failure, Tally};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use verbale::Pipeline;
use verbale::read::Given;
use verbale_story::events::{Group, Joiner, Occurrence, least};

/// Codes the documents of every story and prints what is compared.
pub fn run(
    inputs: &Inputs,
    kind: Input,
    stories: &Path,
    brought: Option<&Path>,
    arg: &ModelArg,
) -> Result<Tally, Failure> {
    let lexicons = lexicons(inputs)?;
    let joiner = joiner(&lexicons)?;
    let brought: Option<Mentions> = brought.map(mentions).transpose()?;
    let story_of = stories_of(stories)?;
    let pipeline = Pipeline::new(&lexicons, &model(arg)?);
    let pipeline = Arc::new(pipeline.map_err(unusable(arg))?);
    let mut all: BTreeMap<String, Vec<Occurrence>> = BTreeMap::new();
    let tally = each_document(&pipeline, inputs, kind, Given::default(), |doc| {
        if let Some(story) = story_of.get(&doc.id) {
            let told = occurrences(&joiner, doc, brought.as_ref());
            all.entry(story.clone()).or_default().extend(told);
        }
        Ok(())
    })?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (story, mut occurrences) in all {
        let line = line(&story, &joiner, &mut occurrences);
        writeln!(out, "{line}").map_err(|e| Failure::output(&e))?;
    }
    out.flush().map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

/// The story of each document: lines `{"id" or "doc", "story"}`.
fn stories_of(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    #[derive(Deserialize)]
    struct Line {
        #[serde(alias = "id")]
        doc: String,
        story: String,
    }
    Ok(lines::<Line>(path)?.into_iter().map(|l| (l.doc, l.story)).collect())
}

fn line(story: &str, joiner: &Joiner, all: &mut [Occurrence]) -> Value {
    let groups = joiner.group(all);
    let pairs = joiner.pairs(all);
    let pairs = pairs.iter().map(|p| json!([p.a, p.b, p.relation.as_str(), p.features]));
    let mut event = vec![String::new(); all.len()];
    for Group { id, members } in groups {
        members.into_iter().for_each(|m| event[m].clone_from(&id));
    }
    let one = |(o, event): (&Occurrence, String)| {
        let (start, end) = (o.span.start, o.span.end);
        json!({"doc": o.label, "start": start, "end": end, "event": event})
    };
    let mentions: Vec<Value> = all.iter().zip(event).map(one).collect();
    let pairs: Vec<Value> = pairs.collect();
    json!({"story": story, "least": least(all), "mentions": mentions, "pairs": pairs})
}
