//! Stores: many records in one folder (`docs/store.md`).
//!
//! Every call opens the store and closes it again, so that no open ledger comes into a child process.

use crate::coding::{guarded, remarks};
use crate::engine::engine;
use crate::errors::{InputError, unstored};
use crate::files::Reading;
use crate::ordered::ordered;
use crate::table::{Filling, Table, filled};
use crate::watch::Watch;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use serde_json::Value;
use std::cell::RefCell;
use std::path::PathBuf;
use verbale::read::{Raw, SourceError};
use verbale::{Pipeline, Record, Worker, document_key, record};
use verbale_record::columns::{self, Together as Row};
use verbale_store::{Answer, By, Count, Question, Shown, Store, StoreError, Who, maker_unknown};

/// Calls a step that can be stopped; Ctrl-C stops it and is raised.
fn stoppable(step: impl FnOnce(&dyn Fn() -> bool) -> Result<(), StoreError>) -> PyResult<()> {
    let (watch, raised) = (RefCell::new(Watch::new(None)), RefCell::new(None));
    let stop = || {
        let mut raised = raised.borrow_mut();
        *raised = raised.take().or_else(|| watch.borrow_mut().look().err());
        raised.is_some()
    };
    step(&stop).map_err(unstored)?;
    raised.into_inner().map_or_else(|| watch.into_inner().ask(), Err)
}

/// Adds records, given as lines of JSON, `ours` where this engine has made them as they are. Gives how
/// many were added, and how many were there.
#[pyfunction]
pub fn store_add(
    py: Python<'_>,
    folder: PathBuf,
    lines: Vec<PyBackedStr>,
    ours: bool,
) -> PyResult<(usize, usize)> {
    let parsed = |(at, line): (usize, &PyBackedStr)| {
        Record::parse(line).map_err(|e| InputError::new_err(format!("records[{at}]: {e}")))
    };
    let engine = engine(py);
    let (together, made_here) = (engine.together(py)?, engine.made_by(py));
    py.detach(|| {
        let records: Vec<Record> = lines.iter().enumerate().map(parsed).collect::<PyResult<_>>()?;
        let mut added = 0;
        let mut store = Store::create(&folder).map_err(unstored)?;
        stoppable(|stop| together.go_on(&mut store, None, stop))?;
        for record in &records {
            let made_by = if ours { made_here.to_string() } else { maker_unknown(&record.version) };
            added += usize::from(store.add(record, &made_by).map_err(unstored)?);
        }
        store.finish().map_err(unstored)?;
        Ok((added, records.len() - added))
    })
}

/// What came of an input.
enum Came {
    /// The store has it; it was not coded.
    Known,
    /// A record, and remarks.
    New(Box<Record>, Vec<String>),
}

/// Codes files and adds those that the store does not have. Gives how many were added, how many were
/// there, why others were skipped, and remarks. What was committed stays when it is interrupted.
#[pyfunction]
pub fn store_add_files(
    py: Python<'_>,
    folder: PathBuf,
    paths: Vec<PathBuf>,
    reading: Reading,
    window: Option<u16>,
    tick: Option<Py<PyAny>>,
) -> PyResult<(usize, usize, Vec<String>, Vec<String>)> {
    let engine = engine(py);
    let threads = reading.threads;
    let sources = reading.sources(paths)?;
    let mut remarks = sources.notes().to_vec();
    let mut store = Store::create(&folder).map_err(unstored)?;
    let (together, made_here) = (engine.together(py)?, engine.made_by(py));
    py.detach(|| stoppable(|stop| together.go_on(&mut store, window, stop)))?;
    let with_reader = |worker| Ok((worker, Store::read(&folder)?));
    let both: Result<Vec<(Worker, Store)>, StoreError> =
        engine.workers(py, threads).into_iter().map(with_reader).collect();
    let mut both = both.map_err(unstored)?;
    let (mut added, mut known, mut skipped) = (0, 0, Vec::new());
    let done = py.detach(|| {
        let done = ordered(
            sources,
            &mut both,
            |(worker, store), raw| one(&engine.pipeline, worker, store, raw),
            &mut Watch::new(tick),
            |came| {
                match came {
                    Ok(Came::Known) => known += 1,
                    Ok(Came::New(record, told)) => {
                        let new = store.add(&record, made_here).map_err(unstored)?;
                        added += usize::from(new);
                        known += usize::from(!new);
                        remarks.extend(told);
                    }
                    Err(why) => skipped.push(why),
                }
                Ok(())
            },
        );
        let finished = store.finish().map_err(unstored);
        done.and(finished)
    });
    engine.put_back(py, both.into_iter().map(|(worker, _)| worker).collect());
    done.map(|()| (added, known, skipped, remarks))
}

/// Places what was added in stories and joins their events, documents at most `window` days apart (none
/// for as many as before). What Ctrl-C leaves is done by the next call.
#[pyfunction]
pub fn store_follow(py: Python<'_>, folder: PathBuf, window: Option<u16>) -> PyResult<()> {
    let engine = engine(py);
    let together = engine.together(py)?;
    py.detach(|| {
        let mut store = Store::open(&folder).map_err(unstored)?;
        stoppable(|stop| together.follow(&mut store, window, stop))
    })
}

/// The work on one input.
fn one(
    pipeline: &Pipeline,
    worker: &mut Worker,
    store: &Store,
    raw: Result<Raw, SourceError>,
) -> Result<Came, String> {
    let raw = raw.map_err(|e| e.to_string())?;
    let name = raw.name.clone();
    let made = guarded(pipeline, worker, &name, |worker| {
        let mut doc = pipeline.read(raw).map_err(|e| (e.name, e.reason))?;
        if store.holds(&document_key(&doc)).map_err(|e| (name.clone(), e.to_string()))? {
            return Ok(Came::Known);
        }
        pipeline.annotate(worker, &mut doc);
        Ok(Came::New(Box::new(record(&doc)), remarks(&name, &doc)))
    });
    made.map_err(|(name, reason)| format!("{name}: {reason}"))
}

/// The keys of all documents, in the order in which they were added.
#[pyfunction]
pub fn store_keys(py: Python<'_>, folder: PathBuf) -> PyResult<Vec<String>> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        let keys = store.select("SELECT doc_key FROM documents ORDER BY id", None);
        let rows = keys.map_err(unstored)?.rows.into_iter();
        Ok(rows.filter_map(|row| Some(row.first()?.as_str()?.to_string())).collect())
    })
}

/// The records of the documents with these keys, as lines of JSON.
#[pyfunction]
pub fn store_records(py: Python<'_>, folder: PathBuf, keys: Vec<String>) -> PyResult<Vec<String>> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        let mut lines = Vec::with_capacity(keys.len());
        for key in &keys {
            lines.extend(of_key(&store, key)?.iter().map(Record::to_json));
        }
        Ok(lines)
    })
}

/// The record of the document with this key.
fn of_key(store: &Store, key: &str) -> PyResult<Vec<Record>> {
    Ok(match store.show(key).map_err(unstored)? {
        Shown::Documents(records) => records.into_iter().filter(|r| r.doc.key == key).collect(),
        _ => Vec::new(),
    })
}

/// A record as a line of JSON, and the id of the event in it that was asked for.
type Found = (String, Option<String>);

/// What a name denotes: records as lines of JSON, each with the id of the event that was asked for, where an
/// event was; of a story or thread those of its documents, in the order of days.
#[pyfunction]
pub fn store_show(py: Python<'_>, folder: PathBuf, name: &str) -> PyResult<Vec<Found>> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        Ok(match store.show(name).map_err(unstored)? {
            Shown::Documents(records) => records.iter().map(|r| (r.to_json(), None)).collect(),
            Shown::Event { reports, .. } => {
                let report = |r: verbale_store::Report| (r.record.to_json(), Some(r.event_id));
                reports.into_iter().map(report).collect()
            }
            Shown::Story(story) => {
                let mut found = Vec::with_capacity(story.documents.len());
                for (placed, _) in &story.documents {
                    let records = of_key(&store, &placed.doc_key)?;
                    found.extend(records.iter().map(|r| (r.to_json(), None)));
                }
                found
            }
        })
    })
}

/// What is asked of events; what is not asked is left out.
#[derive(FromPyObject)]
pub struct Asked {
    #[pyo3(item)]
    who: Option<String>,
    #[pyo3(item)]
    whom: Option<String>,
    #[pyo3(item)]
    kinds: Vec<String>,
    #[pyo3(item)]
    since: Option<String>,
    #[pyo3(item)]
    until: Option<String>,
    #[pyo3(item)]
    place: Option<String>,
    #[pyo3(item)]
    voice: Option<String>,
    #[pyo3(item)]
    text: Option<String>,
    #[pyo3(item)]
    limit: Option<usize>,
}

impl From<Asked> for Question {
    fn from(asked: Asked) -> Self {
        let who = |words: &Option<String>| words.as_deref().map(Who::from);
        Question {
            who: who(&asked.who),
            whom: who(&asked.whom),
            kinds: asked.kinds.iter().map(|kind| kind.to_uppercase()).collect(),
            since: asked.since,
            until: asked.until,
            place: asked.place,
            voice: asked.voice,
            text: asked.text,
            most: asked.limit,
        }
    }
}

/// Events that answer a question, in the order of days, as a table; and damaged records, each named.
#[pyfunction]
pub fn store_query(
    py: Python<'_>,
    folder: PathBuf,
    asked: Asked,
    merged: bool,
) -> PyResult<(Table, Vec<String>)> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        if merged {
            let columns = together_of("merged")?;
            let mut rows = Filling::new(columns);
            let asked = store.merged::<Unanswered>(&asked.into(), |event| {
                Ok(rows.extend(vec![columns.row(Row::Merged(event))])?)
            });
            return asked
                .map_err(|Unanswered(error)| error)
                .and_then(|_| Ok((filled(rows)?, Vec::new())));
        }
        let (mut rows, mut bad) = (Filling::new(Answer::table()), Vec::new());
        let asked = store.events::<Unanswered>(
            &asked.into(),
            |answer| Ok(rows.extend(vec![answer.row.to_vec()])?),
            |error| bad.push(error.to_string()),
        );
        asked.map_err(|Unanswered(error)| error)?;
        Ok((filled(rows)?, bad))
    })
}

/// All rows of a table of what documents say together: `stories`, `reports` or `merged`.
#[pyfunction]
pub fn store_together(py: Python<'_>, folder: PathBuf, table: &str) -> PyResult<Table> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        let columns = together_of(table)?;
        let mut rows = Filling::new(columns);
        let asked =
            store.together::<Unanswered>(columns, |row| Ok(rows.extend(vec![row.to_vec()])?));
        asked.map_err(|Unanswered(error)| error)?;
        filled(rows)
    })
}

fn together_of(name: &str) -> PyResult<&'static verbale_record::columns::Table> {
    columns::together(name)
        .ok_or_else(|| PyValueError::new_err(format!("{name:?}: no table of documents together")))
}

/// Why a question has no answer.
struct Unanswered(PyErr);

impl From<StoreError> for Unanswered {
    fn from(error: StoreError) -> Self {
        Unanswered(unstored(error))
    }
}

impl From<arrow_schema::ArrowError> for Unanswered {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Unanswered(PyRuntimeError::new_err(error.to_string()))
    }
}

/// Counts of events by `month`, `type`, `who` or `whom`: names of columns behind the key, and rows as arrays
/// of JSON.
#[pyfunction]
pub fn store_count(
    py: Python<'_>,
    folder: PathBuf,
    asked: Asked,
    by: &str,
) -> PyResult<(Vec<&'static str>, Vec<String>)> {
    let how = match by {
        "month" => By::Month,
        "type" => By::Type,
        "who" => By::Who,
        "whom" => By::Whom,
        _ => {
            let what = format!("count={by:?}: one of month, type, who and whom is wanted");
            return Err(PyValueError::new_err(what));
        }
    };
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        let counts = store.summary(&asked.into(), how).map_err(unstored)?;
        let rows = counts.iter().map(|count| Value::Array(count.cells()).to_string());
        Ok((Count::COLUMNS.to_vec(), rows.collect()))
    })
}

/// The answer to a question in SQL: names of columns, and rows as arrays of JSON.
#[pyfunction]
pub fn store_sql(
    py: Python<'_>,
    folder: PathBuf,
    sql: &str,
    limit: Option<usize>,
) -> PyResult<(Vec<String>, Vec<String>)> {
    py.detach(|| {
        let store = Store::read(&folder).map_err(unstored)?;
        let found = store.select(sql, limit).map_err(unstored)?;
        let rows = found.rows.into_iter().map(|cells| Value::Array(cells).to_string());
        Ok((found.columns, rows.collect()))
    })
}
