//! `verbale recode`: what another maker would make otherwise is made again.

use super::{made_by, together};
use crate::args::RecodeArgs;
use crate::commands::code::guarded;
use crate::commands::{model, pipeline_lexicons, unusable};
use crate::message::say;
use crate::outcome::{Failure, Remarks, Tally};
use crate::progress::Progress;
use crate::{interrupt, run};
use std::collections::VecDeque;
use std::sync::Arc;
use verbale::{Pipeline, Record, document_again, record};
use verbale_store::{Held, Store, StoreError};

/// Documents read from the ledger at a time.
const CHUNK: usize = 64;

/// Codes again what is not by the maker of today.
pub fn run(args: RecodeArgs) -> Result<Tally, Failure> {
    let lexicons = pipeline_lexicons(args.run.lexicons.as_deref(), &args.atlas)?;
    let model = model(&args.model)?;
    let made_by = made_by(&lexicons, &model);
    let mut store = Store::open(&args.store)?;
    let n = store.outdated(&made_by)?;
    let pipeline = Pipeline::new(&lexicons, &model).map_err(unusable(&args.model))?;
    let pipeline = Arc::new(pipeline);
    let reader = Store::read(&args.store)?;
    let source =
        Outdated { store: reader, made_by: made_by.clone(), after: 0, next: VecDeque::new() };
    interrupt::listen();
    let (mut tally, mut changed) = (Tally::default(), 0_usize);
    let mut progress = Progress::new(args.run.quiet, usize::try_from(n).ok());
    let result = run::ordered(
        source,
        args.run.jobs(),
        || coder(&pipeline),
        |coded| {
            match coded {
                Ok((held, record)) => {
                    changed += usize::from(store.replace(&held, &record, &made_by)?);
                    tally.done(Remarks::default());
                    progress.document(record.doc.text.split_whitespace().count());
                }
                Err(why) => progress.suspend(|| tally.skip(&why)),
            }
            Ok::<(), Failure>(())
        },
    );
    std::mem::forget(pipeline); // The process ends here: no need to take the tables apart.
    progress.finish();
    result?;
    store.finish()?;
    together(&lexicons)?.follow(&mut store, None, interrupt::asked)?;
    let left = store.outdated(&made_by)?;
    tally.left = (left > 0).then(|| format!("{left} documents"));
    if !args.run.quiet {
        let Tally { done, skipped, .. } = tally;
        say(format_args!(
            "{done} documents coded again, {changed} with other records, {skipped} skipped"
        ));
    }
    Ok(tally)
}

/// The documents that another maker made, as they come from the ledger.
struct Outdated {
    store: Store,
    made_by: String,
    after: i64,
    next: VecDeque<Result<Held, StoreError>>,
}

impl Iterator for Outdated {
    type Item = Result<Held, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next.is_empty() {
            match self.store.held(&self.made_by, self.after, CHUNK) {
                Ok(chunk) => {
                    self.after = chunk.last().map_or(self.after, |(number, _)| *number);
                    self.next.extend(chunk.into_iter().map(|(_, held)| held));
                }
                Err(error) => return Some(Err(error)),
            }
        }
        self.next.pop_front()
    }
}

/// The work of one thread.
fn coder(
    pipeline: &Arc<Pipeline>,
) -> impl FnMut(Result<Held, StoreError>) -> Result<(Held, Box<Record>), String> + Send + 'static {
    let pipeline = Arc::clone(pipeline);
    let mut worker = pipeline.worker();
    move |held| {
        let held = held.map_err(|e| e.to_string())?;
        let coded = guarded(&pipeline, &mut worker, &held.record.doc.id, |worker| {
            let mut doc = document_again(&held.record);
            pipeline.annotate(worker, &mut doc);
            Ok(Box::new(record(&doc)))
        });
        coded.map(|record| (held, record))
    }
}
