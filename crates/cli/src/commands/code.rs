//! `verbale code`: inputs to records.

use super::{Made, cut, model, pipeline_lexicons, sources, unusable};
use crate::args::{CodeArgs, Format, Input, Inputs};
use crate::ids::Ids;
use crate::outcome::{Failure, Tally};
use crate::progress::Progress;
use crate::{interrupt, run};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use verbale::document::Document;
use verbale::read::{Raw, SourceError};
use verbale::{Pipeline, Worker, record_above};
use verbale_write::{Destination, Writer};

/// Codes every input; one bad input never stops the rest.
pub fn run(args: CodeArgs) -> Result<Tally, Failure> {
    let pipeline =
        Pipeline::new(&pipeline_lexicons(&args.inputs, &args.atlas)?, &model(&args.model)?);
    let pipeline = Arc::new(pipeline.map_err(unusable(&args.model))?);
    let mut writer = open(&args)?;
    interrupt::listen();
    let mut progress = Progress::new(args.inputs.quiet);
    let (mut tally, mut ids) = (Tally::default(), Ids::default());
    let source = sources(&args.inputs.paths, args.input);
    let result = run::ordered(
        source,
        args.inputs.jobs(),
        || coder(&pipeline),
        |coded| {
            match coded {
                Ok((doc, cut)) => {
                    let record = record_above(&doc, args.min_confidence);
                    writer.record(&record)?;
                    progress.suspend(|| tally.done(cut));
                    if let Some(what) = ids.meet(&record.doc.id, &record.doc.key) {
                        progress.suspend(|| eprintln!("verbale: {what}"));
                    }
                    progress.document(doc.tokens.as_ref().map_or(0, |t| t.len()));
                }
                Err(why) => progress.suspend(|| tally.skip(&why)),
            }
            Ok(())
        },
    );
    std::mem::forget(pipeline); // The process ends here: no need to take the tables apart.
    progress.finish();
    let finished = writer.finish();
    result.and(finished)?;
    report(&args, tally);
    Ok(tally)
}

/// Codes every input and hands each document over, in their order; says why of the others.
pub(super) fn each_document(
    pipeline: &Arc<Pipeline>,
    inputs: &Inputs,
    kind: Input,
    mut with: impl FnMut(&Document) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    interrupt::listen();
    let mut progress = Progress::new(inputs.quiet);
    let mut tally = Tally::default();
    run::ordered(
        sources(&inputs.paths, kind),
        inputs.jobs(),
        || coder(pipeline),
        |coded| {
            match coded {
                Ok((doc, cut)) => {
                    with(&doc)?;
                    progress.suspend(|| tally.done(cut));
                    progress.document(doc.tokens.as_ref().map_or(0, |t| t.len()));
                }
                Err(why) => progress.suspend(|| tally.skip(&why)),
            }
            Ok::<(), Failure>(())
        },
    )?;
    progress.finish();
    Ok(tally)
}

/// The work of one thread: a document, or why there is none.
pub(super) fn coder(
    pipeline: &Arc<Pipeline>,
) -> impl FnMut(Result<Raw, SourceError>) -> Made<Box<Document>> + Send + 'static {
    let pipeline = Arc::clone(pipeline);
    let mut worker = pipeline.worker();
    move |raw| {
        let raw = raw.map_err(|e| e.to_string())?;
        let name = raw.name.clone();
        let coded = catch_unwind(AssertUnwindSafe(|| code(&pipeline, &mut worker, raw)));
        let coded = coded.unwrap_or_else(|_| {
            worker = pipeline.worker();
            Err(format!("{name}: a defect of verbale stopped this document; please report it"))
        });
        coded.map(|doc| {
            let cut = cut(&name, &doc);
            (doc, cut)
        })
    }
}

fn code(pipeline: &Pipeline, worker: &mut Worker, raw: Raw) -> Result<Box<Document>, String> {
    pipeline.code(worker, raw).map(Box::new).map_err(|e| e.to_string())
}

fn open(args: &CodeArgs) -> Result<Writer, Failure> {
    let format = match args.format {
        Format::Jsonl => verbale_write::Format::Jsonl,
        Format::Csv => verbale_write::Format::Csv,
        Format::Parquet => verbale_write::Format::Parquet,
        Format::Html => verbale_write::Format::Html,
    };
    let destination = match &args.output {
        Some(path) if path.as_os_str() != "-" => Destination::Path(path.clone()),
        _ if matches!(args.format, Format::Csv | Format::Parquet) => {
            let what = "csv and parquet are four tables each; name a folder with -o DIR";
            return Err(Failure::Usage(what.to_string()));
        }
        _ => Destination::Stdout,
    };
    Ok(Writer::open(format, destination)?)
}

/// Tells where the records are, when they did not go to standard output.
fn report(args: &CodeArgs, tally: Tally) {
    let path = args.output.as_ref().filter(|path| path.as_os_str() != "-");
    if let (Some(path), false) = (path, args.inputs.quiet) {
        let Tally { done, skipped, .. } = tally;
        eprintln!("verbale: {done} documents written to {}, {skipped} skipped", path.display());
    }
}
