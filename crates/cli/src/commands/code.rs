//! `verbale code`: inputs to records.

use super::{Made, given, model, pipeline_lexicons, remarks, sources, unusable};
use crate::args::{CodeArgs, Format, Input, Inputs};
use crate::ids::Ids;
use crate::message::say;
use crate::outcome::{Failure, Tally};
use crate::progress::Progress;
use crate::{interrupt, overlap, run};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use verbale::document::Document;
use verbale::read::{Given, Raw, SourceError};
use verbale::{DEFECT, Pipeline, Worker, record_above};
use verbale_write::{Destination, Existing, LeftOut, Options, Writer};

/// Codes every input; one bad input never stops the rest.
pub fn run(mut args: CodeArgs) -> Result<Tally, Failure> {
    interrupt::listen();
    let pipeline = Pipeline::new(
        &pipeline_lexicons(args.inputs.run.lexicons.as_deref(), &args.atlas)?,
        &model(&args.model)?,
    );
    let pipeline = Arc::new(pipeline.map_err(unusable(&args.model))?);
    let mut writer = open(&args)?;
    let (mut tally, mut ids) = (Tally::default(), Ids::default());
    let given = given(std::mem::take(&mut args.given), &args.inputs.paths)?;
    let (source, position) = sources(&args.inputs.paths, args.input, given);
    let mut progress = Progress::new(args.inputs.run.quiet, source.documents());
    let result = run::ordered(
        source,
        args.inputs.run.jobs(),
        || coder(&pipeline),
        |coded| {
            match coded {
                Ok((doc, remarks)) => {
                    match written(&mut writer, &doc, args.min_confidence) {
                        Ok(key) => {
                            progress.suspend(|| tally.done(remarks));
                            if let Some(what) = ids.meet(&doc.id, &key) {
                                progress.suspend(|| say(what));
                            }
                        }
                        Err(Unwritten::Defect(why)) => progress.suspend(|| tally.skip(&why)),
                        Err(Unwritten::Failed(failure)) => return Err(failure),
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
    result?;
    tally.left = position.left();
    if tally.done == 0 && tally.skipped > 0 && file(&args).is_some() {
        return Ok(tally); // Nothing was readable: an older output stays.
    }
    let left_out = writer.left_out();
    writer.finish()?;
    say_left_out(left_out, args.format, args.claims);
    report(&args, &tally);
    Ok(tally)
}

/// Codes every input and hands each document over, in their order; says why of the others.
pub(super) fn each_document(
    pipeline: &Arc<Pipeline>,
    inputs: &Inputs,
    kind: Input,
    given: Given,
    mut with: impl FnMut(&Document) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    interrupt::listen();
    let (source, position) = sources(&inputs.paths, kind, given);
    let mut progress = Progress::new(inputs.run.quiet, source.documents());
    let mut tally = Tally::default();
    run::ordered(
        source,
        inputs.run.jobs(),
        || coder(pipeline),
        |coded| {
            match coded {
                Ok((doc, remarks)) => {
                    with(&doc)?;
                    progress.suspend(|| tally.done(remarks));
                    progress.document(doc.tokens.as_ref().map_or(0, |t| t.len()));
                }
                Err(why) => progress.suspend(|| tally.skip(&why)),
            }
            Ok::<(), Failure>(())
        },
    )?;
    progress.finish();
    tally.left = position.left();
    Ok(tally)
}

/// Why a document has no record in the output.
enum Unwritten {
    /// It stopped the program; the rest goes on.
    Defect(String),
    /// Nothing can be written any more.
    Failed(Failure),
}

/// Writes the record of a document; gives its key.
fn written(writer: &mut Writer, doc: &Document, least: f64) -> Result<String, Unwritten> {
    let made = catch_unwind(AssertUnwindSafe(|| record_above(doc, least)));
    let record = made.map_err(|_| Unwritten::Defect(defect(&doc.id)))?;
    writer.record(&record).map_err(|e| Unwritten::Failed(e.into()))?;
    Ok(record.doc.key.to_string())
}

fn defect(name: &str) -> String {
    format!("{name}: {DEFECT}")
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
        let coded = guarded(&pipeline, &mut worker, &name, |worker| code(&pipeline, worker, raw));
        coded.map(|doc| {
            let remarks = remarks(&name, &doc);
            (doc, remarks)
        })
    }
}

/// The work on one document; where it panics, the document is named and the worker begins anew.
pub(super) fn guarded<T>(
    pipeline: &Pipeline,
    worker: &mut Worker,
    name: &str,
    work: impl FnOnce(&mut Worker) -> Result<T, String>,
) -> Result<T, String> {
    pipeline.guarded(worker, work).unwrap_or_else(|| Err(defect(name)))
}

fn code(pipeline: &Pipeline, worker: &mut Worker, raw: Raw) -> Result<Box<Document>, String> {
    pipeline.code(worker, raw).map(Box::new).map_err(|e| e.to_string())
}

/// The file or folder to write to; none for standard output.
fn file(args: &CodeArgs) -> Option<&Path> {
    args.output.as_deref().filter(|path| path.as_os_str() != "-")
}

fn open(args: &CodeArgs) -> Result<Writer, Failure> {
    if args.bom && args.format != Format::Csv {
        let what = "--bom is for CSV files; add --format csv";
        return Err(Failure::Usage(what.to_string()));
    }
    let output = file(args);
    if let Some(output) = output {
        overlap::refuse(&args.inputs.paths, output)?;
    }
    let (format, destination) = destination(args.format, output, args.overwrite)?;
    let options = Options { byte_order_mark: args.bom, claims: claims(args.claims, args.format)? };
    Ok(Writer::open_with(format, destination, options)?)
}

/// Whether claims are taken in, where the form is one that would not have them.
pub(super) fn claims(asked: bool, format: Format) -> Result<bool, Failure> {
    let what = match format {
        _ if !asked => return Ok(false),
        Format::Polecat => return Ok(true),
        Format::Gdelt => {
            "--claims is for --format polecat; gdelt has no column that could say whose word an event is"
        }
        _ => "--claims is for --format polecat; this format always says whose word an event is",
    };
    Err(Failure::Usage(what.to_string()))
}

/// Tells how many events are not in the output, and why.
pub(super) fn say_left_out(left_out: LeftOut, format: Format, claims: bool) {
    if left_out.total() > 0 {
        let more = match format {
            Format::Polecat if !claims && left_out.claimed > 0 => {
                " (--claims takes in what is somebody's word)"
            }
            _ => "",
        };
        say(format_args!("{left_out}{more}"));
    }
}

/// The form of records and where they go; `output` is a file or folder, none is standard output.
pub(super) fn destination(
    format: Format,
    output: Option<&Path>,
    overwrite: bool,
) -> Result<(verbale_write::Format, Destination), Failure> {
    let destination = match output.filter(|path| path.as_os_str() != "-") {
        Some(path) => {
            let existing = if overwrite { Existing::Replace } else { Existing::Keep };
            Destination::Path(path.to_path_buf(), existing)
        }
        None if matches!(format, Format::Csv | Format::Parquet) => {
            let what = "csv and parquet are several tables; name a folder with -o DIR";
            return Err(Failure::Usage(what.to_string()));
        }
        None => Destination::Stdout,
    };
    let format = match format {
        Format::Jsonl => verbale_write::Format::Jsonl,
        Format::Csv => verbale_write::Format::Csv,
        Format::Parquet => verbale_write::Format::Parquet,
        Format::Html => verbale_write::Format::Html,
        Format::Polecat => verbale_write::Format::Polecat,
        Format::Gdelt => verbale_write::Format::Gdelt,
    };
    Ok((format, destination))
}

/// Tells where the records are, when they did not go to standard output.
fn report(args: &CodeArgs, tally: &Tally) {
    if let (Some(path), false) = (file(args), args.inputs.run.quiet) {
        let Tally { done, skipped, .. } = tally;
        say(format_args!("{done} documents written to {}, {skipped} skipped", path.display()));
    }
}
