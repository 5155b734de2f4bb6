//! Stories follow what was added: who is behind `verbale stories` places the documents that a store says
//! are to be placed, and goes on from where it was.

use super::{joining, word};
use crate::interrupt;
use crate::outcome::Failure;
use verbale::document::Lexicons;
use verbale::records::together::Placement;
use verbale_store::{Batch, Copied, Plan, Store, fingerprint};
use verbale_story::copies::Copy;
use verbale_story::grouping::{Placed, id_of_first};
use verbale_story::{FORM, Report, Stream, tables};

/// Days in which documents are compared, where nobody says otherwise.
pub const WINDOW: u16 = 30;
/// Documents after which the state is kept: so many are placed again at most after a kill.
const KEPT: usize = 16_384;

/// Places what was added, joins the events of the stories that have changed, and makes their tables. A
/// person who interrupts leaves it to the next run.
pub fn follow(store: &mut Store, lexicons: &Lexicons, window: Option<u16>) -> Result<(), Failure> {
    if interrupt::asked() {
        return Ok(());
    }
    let engine = engine(lexicons)?;
    while let Some(plan) = store.plan(&engine, window, WINDOW)? {
        if !place(store, &plan)? {
            return Ok(());
        }
        store.all_placed()?;
    }
    if joining::join(store, lexicons)? { Ok(store.tell()?) } else { Ok(()) }
}

/// Goes on with what a run had begun that was killed.
pub fn go_on(store: &mut Store, lexicons: &Lexicons, window: Option<u16>) -> Result<(), Failure> {
    if store.is_half_placed()? { follow(store, lexicons, window) } else { Ok(()) }
}

/// Who groups and joins: the program, the form of what it keeps, and the tables that decide.
fn engine(lexicons: &Lexicons) -> Result<String, Failure> {
    let own = joining::TABLES.iter().map(|name| lexicons.text(name).map(|text| &**text));
    let own = own.collect::<Result<Vec<&str>, _>>().map_err(|e| Failure::Message(e.to_string()))?;
    let form = FORM.to_string();
    let all = [env!("CARGO_PKG_VERSION"), &form].into_iter().chain(tables()).chain(own);
    Ok(fingerprint(all.map(str::as_bytes)))
}

/// Places the batches of a plan; whether all of them.
fn place(store: &mut Store, plan: &Plan) -> Result<bool, Failure> {
    let mut stream = taken_up(store, plan.window)?;
    let mut fresh = 0;
    for batch in &plan.batches {
        if interrupt::asked() {
            return Ok(false);
        }
        if fresh >= KEPT || (fresh > 0 && !batch.settled) {
            fresh = 0;
            keep(store, &stream)?;
        }
        if batch.settled {
            fresh += batch.documents.len();
        }
        place_batch(store, &mut stream, batch)?;
    }
    if fresh > 0 {
        keep(store, &stream)?;
    }
    Ok(true)
}

fn place_batch(store: &mut Store, stream: &mut Stream, batch: &Batch) -> Result<(), Failure> {
    let day = stream.day(reports(store, &batch.documents)?);
    let placed: Vec<Placement> = day.placed.into_iter().map(placement).collect();
    let copies: Vec<Copied> = day.copies.into_iter().map(copied).collect();
    let seed = |key: &str| id_of_first(key)[1..].to_string();
    Ok(store.place(batch, &day.redirects, &placed, &copies, seed)?)
}

/// The state after the last round: as it was kept, or made again.
fn taken_up(store: &Store, window: u16) -> Result<Stream, Failure> {
    let kept = store.kept().and_then(|(round, state)| Some((round, Stream::load(&state)?)));
    let (round, mut stream) = kept.unwrap_or_else(|| (0, Stream::new(window)));
    for documents in store.rounds_after(round)? {
        stream.day(reports(store, &documents)?);
    }
    Ok(stream)
}

fn keep(store: &mut Store, stream: &Stream) -> Result<(), Failure> {
    let mut state = Vec::new();
    stream.save(&mut state).map_err(Failure::Message)?;
    Ok(store.keep(&state)?)
}

fn reports(store: &Store, documents: &[i64]) -> Result<Vec<Report>, Failure> {
    let mut reports = Vec::with_capacity(documents.len());
    for number in documents {
        reports.extend(store.numbered(*number)?.map(|record| Report::of(&record)));
    }
    Ok(reports)
}

fn placement(placed: Placed) -> Placement {
    let Placed { doc, key, story, thread } = placed;
    Placement { doc_key: key, doc_id: doc, story, thread, ..Placement::default() }
}

fn copied(copy: Copy) -> Copied {
    (copy.doc, copy.of, word(copy.kind))
}
