//! `verbale explain`: why a record was made, or why a sentence gave none.

use super::{given, lay_over, lexicons_of, model, remarks, sources, unusable};
use crate::args::ExplainArgs;
use crate::message::page;
use crate::outcome::{Failure, Tally};
use std::io::{self, Write};
use verbale::Pipeline;
use verbale::document::{Document, SentenceIdx};
use verbale::explain::{Explainer, Tables};
use verbale::read::Given;

/// Explains what was asked about one story.
pub fn run(mut args: ExplainArgs) -> Result<Tally, Failure> {
    let given = given(std::mem::take(&mut args.given), std::slice::from_ref(&args.path))?;
    let mut lexicons = lexicons_of(args.lexicons.as_deref())?;
    lay_over(&mut lexicons, &args.atlas)?;
    let pipeline = Pipeline::new(&lexicons, &model(&args.model)?);
    let pipeline = pipeline.map_err(unusable(&args.model))?;
    let mut doc = story(&args, given, &pipeline)?;
    let traces = pipeline.traced(&mut pipeline.worker(), &mut doc);
    let folder = args.lexicons.as_deref().map(|f| f.display().to_string());
    let tables = Tables::new(lexicons, folder.unwrap_or_default());
    let explainer = Explainer::new(&pipeline, &doc, &traces, &tables);
    let answers = answers(&args, &explainer).map_err(Failure::Message)?;
    let mut out = io::stdout().lock();
    let text = answers.join("\n");
    out.write_all(page(&text).as_bytes()).map_err(|e| Failure::output(&e))?;
    out.flush().map_err(|e| Failure::output(&e))?;
    let mut tally = Tally::default();
    tally.done(remarks(&args.path.display().to_string(), &doc));
    Ok(tally)
}

/// The answers to all questions, in their order, each sentence once; without a question, all records
/// in a line each.
fn answers(args: &ExplainArgs, explainer: &Explainer) -> Result<Vec<String>, String> {
    if args.what.is_empty() && args.at.is_empty() {
        return Ok(vec![explainer.contents()]);
    }
    let (mut pages, mut sentences): (Vec<String>, Vec<SentenceIdx>) = (Vec::new(), Vec::new());
    for what in &args.what {
        match is_id(what) {
            true => pages.push(explainer.record(what)?),
            false => sentences.extend(explainer.sentences_with(what)?),
        }
    }
    for at in &args.at {
        sentences.push(explainer.sentence_at(*at)?);
    }
    let mut told: Vec<SentenceIdx> = Vec::new();
    for at in sentences {
        if !told.contains(&at) {
            told.push(at);
            pages.push(explainer.sentence(at));
        }
    }
    Ok(pages)
}

/// Whether a word is the id of a record: "s3", "e12".
fn is_id(what: &str) -> bool {
    let number = what.strip_prefix('s').or_else(|| what.strip_prefix('e'));
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}

/// The one story that is asked about.
fn story(args: &ExplainArgs, given: Given, pipeline: &Pipeline) -> Result<Document, Failure> {
    let message = |what: &dyn std::fmt::Display| Failure::Message(what.to_string());
    let path = args.path.display();
    let mut found: Option<Document> = None;
    for raw in sources(std::slice::from_ref(&args.path), args.input, given).0 {
        let read =
            raw.map_err(|e| message(&e)).and_then(|r| pipeline.read(r).map_err(|e| message(&e)));
        match (&args.doc, read) {
            (Some(id), Ok(doc)) if doc.id == *id => return Ok(doc),
            (Some(_), _) => {}
            (None, read) if found.is_none() => found = Some(read?),
            (None, _) => {
                let what = format!("{path} holds several stories; name one with --doc ID");
                return Err(Failure::Message(what));
            }
        }
    }
    found.ok_or_else(|| match &args.doc {
        Some(id) => Failure::Message(format!("{path} holds no story with the id {id}")),
        None => Failure::Message(format!("{path} holds no story")),
    })
}
