//! Documents of a store are placed in stories, batch after batch, from where the last run was.

use verbale_record::together::Placement;
use verbale_store::{Batch, Copied, Plan, Store, StoreError};
use verbale_story::copies::Copy;
use verbale_story::grouping::{Placed, id_of_first};
use verbale_story::{Report, Stream};

/// Documents after which the state is kept: so many are placed again at most after a kill.
const KEPT: usize = 16_384;

/// Places the batches of a plan; whether all of them.
pub fn place(store: &mut Store, plan: &Plan, stop: impl Fn() -> bool) -> Result<bool, StoreError> {
    let mut stream = taken_up(store, plan.window)?;
    let mut fresh = 0;
    for batch in &plan.batches {
        if stop() {
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

fn place_batch(store: &mut Store, stream: &mut Stream, batch: &Batch) -> Result<(), StoreError> {
    let day = stream.day(reports(store, &batch.documents)?);
    let placed: Vec<Placement> = day.placed.into_iter().map(placement).collect();
    let copies: Vec<Copied> = day.copies.into_iter().map(copied).collect();
    let seed = |key: &str| id_of_first(key)[1..].to_string();
    store.place(batch, &day.redirects, &placed, &copies, seed)
}

/// The state after the last round: as it was kept, or made again.
fn taken_up(store: &Store, window: u16) -> Result<Stream, StoreError> {
    let kept = store.kept(Stream::load);
    let (round, mut stream) = kept.unwrap_or_else(|| (0, Stream::new(window)));
    for documents in store.rounds_after(round)? {
        stream.day(reports(store, &documents)?);
    }
    Ok(stream)
}

fn keep(store: &mut Store, stream: &Stream) -> Result<(), StoreError> {
    store.keep(|out| stream.save(out))
}

fn reports(store: &Store, documents: &[i64]) -> Result<Vec<Report>, StoreError> {
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
    (copy.doc, copy.of, copy.kind.as_str().to_string())
}
