//! One document, event or story with all that is known of it.

use crate::together::{READ, placement, read};
use crate::{Store, StoreError};
use rusqlite::{OptionalExtension, params};
use verbale_record::Record;
use verbale_record::together::{Merged, Placement};

/// What a name denotes.
pub enum Shown {
    /// Documents: one, or several with the same label or address.
    Documents(Vec<Record>),
    /// An event, report by report.
    Event {
        /// What all reports say together; none where the event is not joined yet.
        merged: Option<Box<Merged>>,
        /// Its reports, the one that was asked for first.
        reports: Vec<Report>,
    },
    /// A story, or a thread of stories.
    Story(Story),
}

/// An event as one document reports it.
pub struct Report {
    /// The record.
    pub record: Record,
    /// The id of the event in it.
    pub event_id: String,
}

/// The documents of a story or thread, in the order of days.
pub struct Story {
    /// Its id, which may be another one than was asked for: stories go on as others.
    pub id: String,
    /// Where each document belongs, and its outlet.
    pub documents: Vec<(Placement, Option<String>)>,
    /// What they tell, in the order of days.
    pub events: Vec<Merged>,
}

impl Store {
    /// Finds an event (`KEY#e1`, or the id of a merged one), a story or thread, or a document (key, label
    /// or address).
    ///
    /// # Errors
    /// A name that nothing has, a damaged record or ledger.
    pub fn show(&self, name: &str) -> Result<Shown, StoreError> {
        if let Some((key, id)) = name.split_once('#') {
            return self.event(name, key, id);
        }
        let sql =
            "SELECT id FROM documents WHERE doc_key = ?1 OR doc_id = ?1 OR url = ?1 ORDER BY id";
        let numbers = self.numbers(sql, [name])?;
        if !numbers.is_empty() {
            let records = numbers.into_iter().map(|n| self.record(n)).collect::<Result<_, _>>()?;
            return Ok(Shown::Documents(records));
        }
        if let Some(id) = self.story_now(name)? {
            return self.story(id).map(Shown::Story);
        }
        let sql = "SELECT event FROM merged WHERE merged = ?1
            UNION ALL SELECT event FROM merged_before WHERE merged = ?1";
        match self.numbers(sql, [name])?.first() {
            Some(first) => self.reported(*first),
            None => {
                let what = format!(
                    "{name}: no document has this key, label or address, no story this id, and no event; \
                     events are KEY#e1, as `verbale query` lists them"
                );
                Err(StoreError::Unknown(what))
            }
        }
    }

    fn event(&self, name: &str, key: &str, id: &str) -> Result<Shown, StoreError> {
        let sql = "SELECT events.id FROM events JOIN documents ON documents.id = document
            WHERE doc_key = ?1 AND event_id = ?2";
        match self.numbers(sql, params![key, id])?.first() {
            Some(event) => self.reported(*event),
            None => {
                let what = format!(
                    "{name}: there is no such event; `verbale show` with the key lists all"
                );
                Err(StoreError::Unknown(what))
            }
        }
    }

    /// An event with its other reports behind it.
    fn reported(&self, event: i64) -> Result<Shown, StoreError> {
        let sql = format!(
            "SELECT {READ} FROM merged m JOIN reports r ON r.merged = m.id WHERE r.event = ?1"
        );
        let merged = self.ledger.query_row(&sql, [event], read).optional();
        let merged = merged.map_err(StoreError::sql(&self.path))?;
        let others = "SELECT other.event FROM reports r JOIN reports other USING (merged)
            WHERE r.event = ?1 AND other.event <> ?1 ORDER BY other.event";
        let events = [event].into_iter().chain(self.numbers(others, [event])?);
        let reports = events.map(|e| self.report(e)).collect::<Result<_, _>>()?;
        Ok(Shown::Event { merged: merged.map(Box::new), reports })
    }

    fn report(&self, event: i64) -> Result<Report, StoreError> {
        let sql = "SELECT document, event_id FROM events WHERE id = ?1";
        let found = self.ledger.query_row(sql, [event], |row| Ok((row.get(0)?, row.get(1)?)));
        let (document, event_id) = found.map_err(StoreError::sql(&self.path))?;
        Ok(Report { record: self.record(document)?, event_id })
    }

    fn story(&self, id: String) -> Result<Story, StoreError> {
        let column = if id.starts_with('s') { "story" } else { "thread" };
        let documents = format!(
            "SELECT doc_key, doc_id, published_on, story, thread, copy_of, copy_kind, outlet
             FROM stories JOIN documents ON id = document WHERE {column} = ?1
             ORDER BY published_on IS NULL, published_on, id"
        );
        let documents = self.rows(&documents, [&id], |row| {
            Ok((placement(row)?, row.get::<_, Option<String>>(7)?))
        })?;
        let events = format!(
            "SELECT {READ} FROM merged m WHERE m.story IN (SELECT story FROM stories WHERE {column} = ?1)
             ORDER BY m.day IS NULL, m.day, m.event"
        );
        let events = self.rows(&events, [&id], read)?;
        Ok(Story { id, documents, events })
    }
}
