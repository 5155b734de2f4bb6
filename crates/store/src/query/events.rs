//! Events that answer a question.

use super::Question;
use crate::{Store, StoreError};
use rusqlite::params_from_iter;
use verbale_record::columns::{Cell, TABLES, Table};
use verbale_record::{Event, Record};

/// An event that answers a question, in the record that has it.
pub struct Answer<'r> {
    /// The record of its document.
    pub record: &'r Record,
    /// The event.
    pub event: &'r Event,
    /// Its row in the table `events` of `docs/columns.md`.
    pub row: &'r [Cell],
}

impl Answer<'_> {
    /// The table of the rows.
    pub fn table() -> &'static Table {
        TABLES.iter().find(|t| t.name == "events").expect("events are a table")
    }
}

/// The document that was read last: its events follow one another.
struct Last {
    number: i64,
    record: Record,
    rows: Vec<Vec<Cell>>,
}

impl Store {
    /// Hands over each event that answers a question, in the order of days; gives their number.
    /// Damaged records are told to `bad` and passed over.
    ///
    /// # Errors
    /// A question that cannot be asked, a damaged ledger, what `with` gives.
    pub fn events<E: From<StoreError>>(
        &self,
        question: &Question,
        mut with: impl FnMut(&Answer) -> Result<(), E>,
        mut bad: impl FnMut(StoreError),
    ) -> Result<usize, E> {
        let (from, day, conditions) = question.conditions()?;
        let sql = format!(
            "SELECT e.id, e.document, e.event_id FROM {from} WHERE {} ORDER BY {day}, e.id",
            conditions.joined()
        );
        // The order of `p.event` is that of its index.
        let sql = if day == "p.day" { sql.replace("p.day, e.id", "p.day, p.event") } else { sql };
        let failed = StoreError::sql(&self.path);
        let mut find = self.ledger.prepare(&sql).map_err(&failed)?;
        let mut rows = find.query(params_from_iter(conditions.values)).map_err(&failed)?;
        let (mut n, mut before, mut last): (usize, i64, Option<Last>) = (0, 0, None);
        while n < question.most.unwrap_or(usize::MAX) {
            let Some(row) = rows.next().map_err(&failed)? else { break };
            let (event, number, id): (i64, i64, String) = row
                .get(0)
                .and_then(|event| Ok((event, row.get(1)?, row.get(2)?)))
                .map_err(&failed)?;
            // Several pairs of one event stand one behind another.
            if std::mem::replace(&mut before, event) == event {
                continue;
            }
            if last.as_ref().is_none_or(|last| last.number != number) {
                last = match self.record(number) {
                    Ok(record) => {
                        let rows = Answer::table().rows(&record);
                        Some(Last { number, record, rows })
                    }
                    Err(error) => {
                        bad(error);
                        continue;
                    }
                };
            }
            let Some(Last { record, rows: cells, .. }) = &last else { continue };
            let found = record.events.iter().zip(cells).find(|(event, _)| event.id == id);
            let Some((event, row)) = found else { continue };
            with(&Answer { record, event, row })?;
            n += 1;
        }
        Ok(n)
    }
}
