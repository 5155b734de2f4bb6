//! `verbale add`: stories into a store, each once.

use super::maker::maker;
use crate::args::AddArgs;
use crate::commands::code::guarded;
use crate::commands::{Made, given, model, pipeline_lexicons, remarks, sources, unusable};
use crate::message::say;
use crate::outcome::{Failure, Tally};
use crate::progress::Progress;
use crate::{interrupt, run};
use std::sync::Arc;
use verbale::read::{Raw, SourceError};
use verbale::{Pipeline, Record, Worker, document_key, record};
use verbale_store::{Store, StoreError};

/// What came of an input.
enum Came {
    /// The store has it; it was not coded.
    Known,
    /// A record, and the words of its text.
    New(Box<Record>, usize),
}

/// Codes every input that the store does not have.
pub fn run(mut args: AddArgs) -> Result<Tally, Failure> {
    let given = given(std::mem::take(&mut args.given), &args.inputs.paths)?;
    let (lexicons, model) = (pipeline_lexicons(&args.inputs, &args.atlas)?, model(&args.model)?);
    let made_by = maker(&lexicons, &model);
    let pipeline = Pipeline::new(&lexicons, &model).map_err(unusable(&args.model))?;
    let pipeline = Arc::new(pipeline);
    let mut store = Store::create(&args.store)?;
    let jobs = args.inputs.jobs();
    let readers: Result<Vec<Store>, _> = (0..jobs).map(|_| Store::read(&args.store)).collect();
    let readers = std::cell::RefCell::new(readers?);
    interrupt::listen();
    let (mut tally, mut added, mut known) = (Tally::default(), 0_usize, 0_usize);
    let (source, position) = sources(&args.inputs.paths, args.input, given);
    let mut progress = Progress::new(args.inputs.quiet, source.documents());
    let worker = || coder(&pipeline, readers.borrow_mut().pop().expect("a reader for each worker"));
    let result = run::ordered(source, jobs, worker, |came| {
        match came {
            Ok((came, remarks)) => {
                let words = match came {
                    Came::Known => None,
                    Came::New(record, words) => store.add(&record, &made_by)?.then_some(words),
                };
                added += usize::from(words.is_some());
                known += usize::from(words.is_none());
                progress.suspend(|| tally.done(remarks));
                progress.document(words.unwrap_or(0));
            }
            Err(why) => progress.suspend(|| tally.skip(&why)),
        }
        Ok::<(), Failure>(())
    });
    std::mem::forget(pipeline); // The process ends here: no need to take the tables apart.
    progress.finish();
    result?;
    store.finish()?;
    tally.left = position.left();
    if !args.inputs.quiet {
        let (store, skipped) = (args.store.display(), tally.skipped);
        say(format_args!(
            "{added} documents added to {store}, {known} were there, {skipped} skipped"
        ));
    }
    Ok(tally)
}

/// The work of one thread.
fn coder(
    pipeline: &Arc<Pipeline>,
    store: Store,
) -> impl FnMut(Result<Raw, SourceError>) -> Made<Came> + Send + 'static {
    let pipeline = Arc::clone(pipeline);
    let mut worker = pipeline.worker();
    move |raw| {
        let raw = raw.map_err(|e| e.to_string())?;
        let name = raw.name.clone();
        guarded(&pipeline, &mut worker, &name, |worker| code(&pipeline, worker, &store, raw))
    }
}

fn code(pipeline: &Pipeline, worker: &mut Worker, store: &Store, raw: Raw) -> Made<Came> {
    let name = raw.name.clone();
    let mut doc = pipeline.read(raw).map_err(|e| e.to_string())?;
    let remarks = remarks(&name, &doc);
    if store.holds(&document_key(&doc)).map_err(|e: StoreError| e.to_string())? {
        return Ok((Came::Known, remarks));
    }
    pipeline.annotate(worker, &mut doc);
    let words = doc.tokens.as_ref().map_or(0, |t| t.len());
    Ok((Came::New(Box::new(record(&doc)), words), remarks))
}
