//! `verbale stories`: which documents tell one story, and which copies which.

use super::code::coder;
use super::events::{self, Mentions};
use super::joined::{Brought, Joined};
use super::{Made, given, model, pipeline_lexicons, sources, unusable};
use crate::args::{Input, StoriesArgs, StoriesInput};
use crate::ids::Ids;
use crate::message::say;
use crate::outcome::{Failure, Remarks, Tally};
use crate::progress::Progress;
use crate::spool::Spool;
use crate::{interrupt, run};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use verbale::document::{Document, Lexicons};
use verbale::read::{InputKind, Raw, SourceError};
use verbale::records::together::Placement;
use verbale::{Pipeline, Record, record};
use verbale_story::events::{Joiner, Occurrence};
use verbale_story::{Report, Stream, Whole};

/// Reads everything, then groups it day by day: days come in no order.
pub fn run(args: StoriesArgs) -> Result<Tally, Failure> {
    let mut spool = Spool::new()?;
    let window = args.window;
    // Records are coded already, and only events ask for the tables of words besides.
    let needed = args.events || args.input != StoriesInput::Records;
    let lexicons = needed
        .then(|| pipeline_lexicons(args.inputs.run.lexicons.as_deref(), &args.atlas))
        .transpose()?;
    let events = Events::new(&args, lexicons.as_ref())?.map(Arc::new);
    let tally = read(args, lexicons.as_ref(), events.as_ref(), &mut spool)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match &events {
        Some(events) => join(spool, window, &events.joiner)?.write(&mut out)?,
        None => group(spool, window, &mut out)?,
    }
    out.flush().map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

/// What is laid aside of a document until all are there.
#[derive(Serialize, Deserialize)]
struct Laid {
    report: Report,
    /// Its mentions of events, where they are asked for.
    told: Vec<Occurrence>,
}

/// What events are joined by, where they are asked for.
struct Events {
    joiner: Joiner,
    /// Mentions that a user brings.
    brought: Option<Mentions>,
}

impl Events {
    fn new(args: &StoriesArgs, lexicons: Option<&Lexicons>) -> Result<Option<Self>, Failure> {
        let Some(lexicons) = lexicons.filter(|_| args.events) else { return Ok(None) };
        if args.mentions.is_some() && args.input == StoriesInput::Records {
            let what =
                "--mentions needs texts: a record does not say how its words depend on one another";
            return Err(Failure::Usage(what.to_string()));
        }
        let brought = args.mentions.as_deref().map(events::mentions).transpose()?;
        Ok(Some(Events { joiner: events::joiner(lexicons)?, brought }))
    }

    fn of_document(&self, doc: &Document) -> Vec<Occurrence> {
        events::occurrences(&self.joiner, doc, self.brought.as_ref())
    }

    /// Records among texts: their own events, or nothing where a user brings mentions.
    fn of_record(&self, record: &Record) -> Vec<Occurrence> {
        if self.brought.is_some() { Vec::new() } else { self.joiner.coded(record) }
    }
}

/// Lays aside the report of every input; one bad input never stops the rest.
fn read(
    mut args: StoriesArgs,
    lexicons: Option<&Lexicons>,
    events: Option<&Arc<Events>>,
    spool: &mut Spool,
) -> Result<Tally, Failure> {
    let pipeline = match lexicons.filter(|_| args.input != StoriesInput::Records) {
        None => None,
        Some(lexicons) => {
            let pipeline = Pipeline::new(lexicons, &model(&args.model)?);
            Some(Arc::new(pipeline.map_err(unusable(&args.model))?))
        }
    };
    interrupt::listen();
    let kind = match args.input {
        StoriesInput::Auto => Input::Auto,
        StoriesInput::Html => Input::Html,
        StoriesInput::Text => Input::Text,
        StoriesInput::Jsonl | StoriesInput::Records => Input::Jsonl,
    };
    let given = given(std::mem::take(&mut args.given), &args.inputs.paths)?;
    let (source, position) = sources(&args.inputs.paths, kind, given);
    let mut progress = Progress::new(args.inputs.run.quiet, source.documents());
    let (mut tally, mut ids, mut keys) = (Tally::default(), Ids::default(), HashSet::new());
    let result = run::ordered(
        source,
        args.inputs.run.jobs(),
        || reporter(pipeline.as_ref(), events, args.input),
        |made| {
            match made {
                Ok((Laid { report, mut told }, remarks)) => {
                    // Of a document that comes twice the events are told once.
                    if events.is_some() && !keys.insert(report.key.clone()) {
                        told.clear();
                    }
                    let laid = Laid { report, told };
                    spool.push(laid.report.day(), &laid)?;
                    let report = laid.report;
                    progress.suspend(|| tally.done(remarks));
                    if let Some(what) = ids.meet(&report.doc, &report.key) {
                        progress.suspend(|| say(what));
                    }
                    progress.document(report.text.split_whitespace().count());
                }
                Err(why) => progress.suspend(|| tally.skip(&why)),
            }
            Ok::<(), Failure>(())
        },
    );
    std::mem::forget(pipeline); // The process ends soon: no need to take the tables apart.
    progress.finish();
    result?;
    tally.left = position.left();
    Ok(tally)
}

/// The work of one thread: what joining needs of an input, which is coded where it is no record.
fn reporter(
    pipeline: Option<&Arc<Pipeline>>,
    events: Option<&Arc<Events>>,
    input: StoriesInput,
) -> impl FnMut(Result<Raw, SourceError>) -> Made<Laid> + Send + 'static {
    let mut coder = pipeline.map(coder);
    let events = events.cloned();
    move |raw| match (&mut coder, raw) {
        (_, Err(error)) => Err(error.to_string()),
        (Some(coder), Ok(raw)) if input != StoriesInput::Auto || !is_record(&raw) => {
            let (doc, remarks) = coder(Ok(raw))?;
            let told = events.as_ref().map(|e| e.of_document(&doc)).unwrap_or_default();
            Ok((Laid { report: Report::of(&record(&doc)), told }, remarks))
        }
        (_, Ok(raw)) => {
            let line = String::from_utf8_lossy(&raw.bytes);
            let record = Record::parse(&line).map_err(|e| format!("{}: {e}", raw.name))?;
            let told = events.as_ref().map(|e| e.of_record(&record)).unwrap_or_default();
            Ok((Laid { report: Report::of(&record), told }, Remarks::default()))
        }
    }
}

/// Whether a unit is a record: only these have both a number of their schema and a document.
fn is_record(raw: &Raw) -> bool {
    #[derive(Deserialize)]
    struct Head {
        #[serde(rename = "schema")]
        _schema: u32,
        #[serde(rename = "doc")]
        _doc: IgnoredAny,
    }
    raw.kind == InputKind::Jsonl && serde_json::from_slice::<Head>(&raw.bytes).is_ok()
}

/// A line of the output.
#[derive(Serialize)]
struct Line<'f> {
    doc: &'f str,
    story: &'f str,
    thread: &'f str,
    copy_of: Option<&'f str>,
    copy_kind: Option<&'f str>,
}

/// A line a document, in the order of the inputs.
fn group(spool: Spool, window: u16, out: &mut impl Write) -> Result<(), Failure> {
    let (mut whole, mut numbers) = (Whole::new(window), Vec::new());
    each_day(spool, |_, these, _, reports| {
        numbers.extend(these);
        whole.day(reports);
        Ok(())
    })?;
    let mut placed: Vec<(usize, Placement)> = numbers.into_iter().zip(whole.finish()).collect();
    placed.sort_by_key(|(number, _)| *number);
    let labels = placed.iter().map(|(_, p)| (p.doc_key.as_str(), p.doc_id.as_str()));
    let labels: HashMap<&str, &str> = labels.collect();
    for (_, one) in &placed {
        let line = Line {
            doc: &one.doc_id,
            story: &one.story,
            thread: &one.thread,
            copy_of: one.copy_of.as_deref().and_then(|of| labels.get(of).copied()),
            copy_kind: one.copy_kind.as_deref(),
        };
        let line = serde_json::to_string(&line).expect("strings");
        writeln!(out, "{line}").map_err(|e| Failure::output(&e))?;
    }
    Ok(())
}

fn join(spool: Spool, window: u16, joiner: &Joiner) -> Result<Joined<'_>, Failure> {
    let (mut joined, mut stream) = (Joined::new(joiner, window)?, Stream::new(window));
    each_day(spool, |today, numbers, told, reports| {
        let day = stream.day(reports);
        let reports = numbers.into_iter().zip(told).zip(day.placed);
        let brought =
            reports.map(|((number, told), placed)| Brought { story: placed.story, number, told });
        joined.day(today, &day.redirects, brought)
    })?;
    Ok(joined)
}

/// Hands over each day (in days of the common era; what has no day comes last, with the latest) with the
/// numbers of its reports, their mentions of events and the reports, in the order of their keys.
fn each_day(
    spool: Spool,
    mut with: impl FnMut(i32, Vec<usize>, Vec<Vec<Occurrence>>, Vec<Report>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut today = 0;
    spool.each_day(|mut laid: Vec<(usize, Laid)>| {
        laid.sort_by(|(_, a), (_, b)| a.report.by_key(&b.report));
        let (numbers, laid): (Vec<usize>, Vec<Laid>) = laid.into_iter().unzip();
        let (reports, told): (Vec<Report>, Vec<Vec<Occurrence>>) =
            laid.into_iter().map(|it| (it.report, it.told)).unzip();
        today = reports.iter().filter_map(Report::day_number).fold(today, i32::max);
        with(today, numbers, told, reports)
    })
}
