//! One document or one event with all that is known of it.

use crate::{Store, StoreError};
use rusqlite::{OptionalExtension, params};
use verbale_record::Record;

/// What a name denotes.
pub enum Shown {
    /// Documents: one, or several with the same label or address.
    Documents(Vec<Record>),
    /// An event, report by report.
    Event {
        /// The id of the event where several reports of it were joined.
        merged: Option<String>,
        /// Its reports, the one that was asked for first.
        reports: Vec<Report>,
    },
}

/// An event as one document reports it.
pub struct Report {
    /// The record.
    pub record: Record,
    /// The id of the event in it.
    pub event_id: String,
}

impl Store {
    /// Finds an event (`KEY#e1`, or the id of a joined one) or a document (key, label or address).
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
        let sql = "SELECT event FROM merged WHERE merged = ?1 ORDER BY event";
        match self.numbers(sql, [name])?.as_slice() {
            [] => {
                let what = format!(
                    "{name}: no document has this key, label or address, and no event this id; \
                     events are KEY#e1, as `verbale query` lists them"
                );
                Err(StoreError::Unknown(what))
            }
            events => Ok(Shown::Event {
                merged: Some(name.to_string()),
                reports: events.iter().map(|e| self.report(*e)).collect::<Result<_, _>>()?,
            }),
        }
    }

    fn event(&self, name: &str, key: &str, id: &str) -> Result<Shown, StoreError> {
        let sql = "SELECT events.id, merged FROM events JOIN documents ON documents.id = document
            LEFT JOIN merged ON event = events.id WHERE doc_key = ?1 AND event_id = ?2";
        let found = self.ledger.query_row(sql, params![key, id], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?))
        });
        let found = found.optional().map_err(StoreError::sql(&self.path))?;
        let Some((event, merged)) = found else {
            let what =
                format!("{name}: there is no such event; `verbale show` with the key lists all");
            return Err(StoreError::Unknown(what));
        };
        let mut events = vec![event];
        if let Some(merged) = &merged {
            let others = "SELECT event FROM merged WHERE merged = ?1 ORDER BY event";
            events.extend(self.numbers(others, [merged])?.into_iter().filter(|e| *e != event));
        }
        let reports = events.into_iter().map(|e| self.report(e)).collect::<Result<_, _>>()?;
        Ok(Shown::Event { merged, reports })
    }

    fn report(&self, event: i64) -> Result<Report, StoreError> {
        let sql = "SELECT document, event_id FROM events WHERE id = ?1";
        let found = self.ledger.query_row(sql, [event], |row| Ok((row.get(0)?, row.get(1)?)));
        let (document, event_id) = found.map_err(StoreError::sql(&self.path))?;
        Ok(Report { record: self.record(document)?, event_id })
    }
}
