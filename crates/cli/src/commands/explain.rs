//! `verbale explain`: why a record was made, or why a sentence gave none.

use super::{given, model, pipeline_lexicons, remarks, sources, unusable};
use crate::args::ExplainArgs;
use crate::message::page;
use crate::outcome::{Failure, Tally};
use std::io::{self, Write};
use verbale::Pipeline;
use verbale::document::Document;
use verbale::explain::{Explainer, Tables};
use verbale::read::Given;

/// Explains what was asked about one story.
pub fn run(mut args: ExplainArgs) -> Result<Tally, Failure> {
    let given = given(std::mem::take(&mut args.given), std::slice::from_ref(&args.path))?;
    let lexicons = pipeline_lexicons(args.lexicons.as_deref(), &args.atlas)?;
    let pipeline = Pipeline::new(&lexicons, &model(&args.model)?);
    let pipeline = pipeline.map_err(unusable(&args.model))?;
    let mut doc = story(&args, given, &pipeline)?;
    let traces = pipeline.traced(&mut pipeline.worker(), &mut doc);
    let folder = args.lexicons.as_deref().map(|f| f.display().to_string());
    let tables = Tables::new(lexicons, folder.unwrap_or_default());
    let explainer = Explainer::new(&pipeline, &doc, &traces, &tables);
    let answers = explainer.answers(&args.what, &args.at).map_err(Failure::Message)?;
    let mut out = io::stdout().lock();
    let text = answers.join("\n");
    out.write_all(page(&text).as_bytes()).map_err(|e| Failure::output(&e))?;
    out.flush().map_err(|e| Failure::output(&e))?;
    let mut tally = Tally::default();
    tally.done(remarks(&args.path.display().to_string(), &doc));
    Ok(tally)
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
