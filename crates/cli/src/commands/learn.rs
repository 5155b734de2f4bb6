//! `verbale atlas learn`: who bore which title in a collection of stories.
//!
//! A row is a person with a title and the actor code that the title gives, the first and the last
//! day on which a story says so, and how many stories do; what the atlas says as well is left out.
//! It has the columns of `persons.tsv`, so that the table can be read, weeded and handed back with
//! `--atlas`; a term is open, and known up to the last day. What a story says is not checked
//! against anything.

use super::code::each_document;
use super::{given, model, pipeline_lexicons, unusable};
use crate::args::LearnArgs;
use crate::outcome::{Failure, Tally};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use verbale::Pipeline;
use verbale::document::{Date, Document, Form, Mention, MentionKind};

/// A person, and the code that a title gives.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    name: String,
    code: String,
}

/// Where it was seen.
#[derive(Default)]
struct Seen {
    first: Option<Date>,
    last: Option<Date>,
    stories: usize,
    /// How often each title stands there.
    titles: BTreeMap<String, usize>,
}

/// Reads every story and prints the table.
pub fn run(args: LearnArgs) -> Result<Tally, Failure> {
    let lexicons = pipeline_lexicons(args.inputs.run.lexicons.as_deref(), &args.atlas)?;
    let pipeline = Pipeline::new(&lexicons, &model(&args.model)?);
    let pipeline = Arc::new(pipeline.map_err(unusable(&args.model))?);
    let given = given(args.given, &args.inputs.paths)?;
    let mut table: BTreeMap<Holder, Seen> = BTreeMap::new();
    let tally = each_document(&pipeline, &args.inputs, args.input, given, |doc| {
        add(&mut table, doc);
        Ok(())
    })?;
    table.retain(|holder, seen| seen.stories >= args.least && !is_known(&pipeline, holder, seen));
    print(&table).map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

fn add(table: &mut BTreeMap<Holder, Seen>, doc: &Document) {
    let date = doc.meta.published_at.as_ref().map(|s| s.date);
    let mentions = doc.mentions.as_deref().unwrap_or(&[]);
    let holders: Vec<_> = mentions.iter().filter_map(|m| holder(doc, m)).collect();
    let mut met = BTreeSet::new();
    for (holder, title) in &holders {
        let seen = table.entry(holder.clone()).or_default();
        *seen.titles.entry(title.clone()).or_default() += 1;
        if met.insert(holder) {
            seen.first = seen.first.into_iter().chain(date).min();
            seen.last = seen.last.into_iter().chain(date).max();
            seen.stories += 1;
        }
    }
}

/// The holder that a full name with a title tells of, and the title.
fn holder(doc: &Document, mention: &Mention) -> Option<(Holder, String)> {
    let full = mention.kind == MentionKind::Person && mention.form == Form::Name;
    let words = |span| doc.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, code) = (mention.title?, mention.code.as_ref()?);
    let name = words(mention.span);
    let known = full && name.contains(' ') && code.country() != "UNK";
    known.then(|| (Holder { name, code: code.to_string() }, words(title)))
}

/// Whether the atlas gives the person this code on the last day.
fn is_known(pipeline: &Pipeline, holder: &Holder, seen: &Seen) -> bool {
    let found = pipeline.atlas().lookup(&holder.name, seen.last);
    found.iter().any(|c| c.entity.code.as_ref().is_some_and(|c| c.as_str() == holder.code))
}

fn print(table: &BTreeMap<Holder, Seen>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(
        out,
        "# Titles that stories give persons. from, last: the first and last day of a story."
    )?;
    writeln!(out, "name\taliases\tcountry\toffice\tfrom\tto\tsource\ttitle\tlast\tcount")?;
    let day = |date: Option<Date>| date.map_or(String::new(), |d| d.to_string());
    for (Holder { name, code }, seen) in table {
        let (country, office) = match code.split_once('.') {
            Some(("IGO" | "NGO" | "MNC" | "IMG", _)) | None => ("", code.as_str()),
            Some(parts) => parts,
        };
        let (first, last, count) = (day(seen.first), day(seen.last), seen.stories);
        let title = seen.titles.iter().max_by_key(|(_, n)| **n).map_or("", |(t, _)| t);
        let source = format!("stories to {last}");
        let row = format!("{name}\t\t{country}\t{office}\t{first}\t\t{source}\t{title}\t{last}");
        writeln!(out, "{row}\t{count}")?;
    }
    out.flush()
}
