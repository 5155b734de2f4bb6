//! `verbale add`: stories into a store, each once; what documents say together follows them.

use super::{made_by, together};
use crate::args::AddArgs;
use crate::commands::code::guarded;
use crate::commands::{Made, given, model, pipeline_lexicons, remarks, sources, unusable};
use crate::feeds::{Feeds, FromFeed, Item, Noted, Story};
use crate::message::say;
use crate::outcome::{Failure, Remarks, Tally};
use crate::progress::Progress;
use crate::{interrupt, run};
use std::collections::BTreeSet;
use std::sync::Arc;
use verbale::document::Note;
use verbale::read::{Raw, is_whole};
use verbale::{Pipeline, Record, Worker, document_key, record};
use verbale_store::{Store, StoreError};

/// What came of an item.
enum Came {
    /// The store has it; it was not coded.
    Known,
    /// A record, and the words of its text.
    New(Box<Record>, usize),
    /// It is no story; whether it may be one later, and of which feed it is.
    Later(usize, bool, String),
    /// A feed has come to its end.
    Ended(usize),
}

/// What came of an item, what is to be noted of its address, and a line for a person.
struct Done {
    made: Made<Came>,
    noted: Option<Noted>,
    line: Option<String>,
}

impl Done {
    fn of(made: Made<Came>) -> Self {
        Done { made, noted: None, line: None }
    }
}

/// What was added.
#[derive(Default)]
struct Counts {
    added: usize,
    known: usize,
    /// Feeds of which something may be had later.
    later: BTreeSet<usize>,
}

/// Codes every input that the store does not have.
pub fn run(mut args: AddArgs) -> Result<Tally, Failure> {
    if args.given.url.is_some() && !args.feeds.feeds.is_empty() {
        let what = "--url is the address of one story; feeds give those of theirs";
        return Err(Failure::Usage(what.to_string()));
    }
    let given = given(std::mem::take(&mut args.given), &args.paths)?;
    let lexicons = pipeline_lexicons(args.run.lexicons.as_deref(), &args.atlas)?;
    let model = model(&args.model)?;
    let made_by = made_by(&lexicons, &model);
    let pipeline = Pipeline::new(&lexicons, &model).map_err(unusable(&args.model))?;
    let pipeline = Arc::new(pipeline);
    let mut store = Store::create(&args.store)?;
    interrupt::listen();
    let together = together(&lexicons)?;
    together.go_on(&mut store, args.window, interrupt::asked)?;
    let (feeds, feeds_at) = Feeds::new(&args.feeds, Store::read(&args.store)?, given.clone())?;
    let jobs = args.run.jobs();
    let readers: Result<Vec<Store>, _> = (0..jobs).map(|_| Store::read(&args.store)).collect();
    let readers = std::cell::RefCell::new(readers?);
    let (mut tally, mut counts) = (Tally::default(), Counts::default());
    let (source, position) = sources(&args.paths, args.input, given);
    let documents = source.documents().filter(|_| args.feeds.feeds.is_empty());
    let mut progress = Progress::new(args.run.quiet, documents);
    let worker = || coder(&pipeline, readers.borrow_mut().pop().expect("a reader for each worker"));
    let items = source.map(Item::Input).chain(feeds);
    let result = run::ordered(items, jobs, worker, |done| {
        keep(done, &mut store, &made_by, &mut counts, &mut tally, &mut progress)
    });
    // What follows needs the memory, not the model.
    drop(pipeline);
    progress.finish();
    result?;
    store.finish()?;
    together.follow(&mut store, args.window, interrupt::asked)?;
    let left: Vec<String> = position.left().into_iter().chain(feeds_at.left()).collect();
    tally.left = (!left.is_empty()).then(|| left.join(" and "));
    if !args.run.quiet {
        let (store, skipped) = (args.store.display(), tally.skipped);
        let Counts { added, known, .. } = counts;
        say(format_args!(
            "{added} documents added to {store}, {known} were there, {skipped} skipped"
        ));
    }
    Ok(tally)
}

/// Adds what came and notes what is known of its address, in this order.
fn keep(
    done: Done,
    store: &mut Store,
    made_by: &str,
    counts: &mut Counts,
    tally: &mut Tally,
    progress: &mut Progress,
) -> Result<(), Failure> {
    let mut noted = done.noted;
    if let Some(line) = done.line {
        progress.suspend(|| say(line));
    }
    match done.made {
        Ok((Came::Later(feed, again, why), _)) => {
            progress.suspend(|| tally.skip(&why));
            if again {
                counts.later.insert(feed);
            }
        }
        Ok((Came::Ended(feed), _)) => {
            noted = noted.filter(|_| !counts.later.contains(&feed));
        }
        Ok((came, remarks)) => {
            let words = match came {
                Came::New(record, words) => store.add(&record, made_by)?.then_some(words),
                _ => None,
            };
            counts.added += usize::from(words.is_some());
            counts.known += usize::from(words.is_none());
            progress.suspend(|| tally.done(remarks));
            progress.document(words.unwrap_or(0));
        }
        Err(why) => progress.suspend(|| tally.skip(&why)),
    }
    if let Some((address, known)) = noted {
        store.note_fetched(&address, &known)?;
    }
    Ok(())
}

/// The work of one thread.
fn coder(pipeline: &Arc<Pipeline>, store: Store) -> impl FnMut(Item) -> Done + Send + 'static {
    let pipeline = Arc::clone(pipeline);
    let mut worker = pipeline.worker();
    move |item| match item {
        Item::Input(Ok(raw)) => Done::of(unit(&pipeline, &mut worker, &store, raw, None)),
        Item::Input(Err(error)) => Done::of(Err(error.to_string())),
        Item::Story(story) => {
            let Story { raw, from_feed, noted } = *story;
            let name = raw.name.clone();
            match (unit(&pipeline, &mut worker, &store, raw, from_feed.as_ref()), from_feed) {
                (made, None) => Done { made, noted, line: None },
                (Err(why), Some(FromFeed { feed, again, .. })) => {
                    Done::of(Ok((Came::Later(feed, again, why), Remarks::default())))
                }
                (made, Some(from)) => {
                    let line = format!("{name}: {}; read from its feed", from.why);
                    Done { made, noted, line: from.asked.then_some(line) }
                }
            }
        }
        Item::Known(noted) => {
            let made = Ok((Came::Known, Remarks::default()));
            Done { made, noted, line: None }
        }
        Item::Failed(feed, error, again) => {
            let came = Came::Later(feed, again, error.to_string());
            Done::of(Ok((came, Remarks::default())))
        }
        Item::Ended(feed, noted) => {
            let made = Ok((Came::Ended(feed), Remarks::default()));
            Done { made, noted, line: None }
        }
    }
}

fn unit(
    pipeline: &Pipeline,
    worker: &mut Worker,
    store: &Store,
    raw: Raw,
    from_feed: Option<&FromFeed>,
) -> Made<Came> {
    let name = raw.name.clone();
    guarded(pipeline, worker, &name, |worker| code(pipeline, worker, store, raw, from_feed))
}

fn code(
    pipeline: &Pipeline,
    worker: &mut Worker,
    store: &Store,
    raw: Raw,
    from_feed: Option<&FromFeed>,
) -> Made<Came> {
    let name = raw.name.clone();
    let mut doc = pipeline.read(raw).map_err(|e| e.to_string())?;
    if let Some(from) = from_feed {
        if !is_whole(&doc, from.is_summary) {
            return Err(format!("{name}: {}; its feed has only a part of the text", from.why));
        }
        let message = "read from its feed, not from its page".to_string();
        doc.notes.push(Note { kind: "feed".into(), message });
    }
    let remarks = remarks(&name, &doc);
    if store.holds(&document_key(&doc)).map_err(|e: StoreError| e.to_string())? {
        return Ok((Came::Known, remarks));
    }
    pipeline.annotate(worker, &mut doc);
    let words = doc.tokens.as_ref().map_or(0, |t| t.len());
    Ok((Came::New(Box::new(record(&doc)), words), remarks))
}
