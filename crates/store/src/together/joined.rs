//! Events that several reports tell, as who joins them says it, and their counts.

use crate::ledger::summary;
use crate::{Store, StoreError, month};
use rusqlite::{Row, params};
use serde::de::DeserializeOwned;
use serde_json::json;
use verbale_record::together::Merged;

/// A merged event with its reports.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Joined {
    /// The event.
    pub merged: Merged,
    /// Its reports: the key of a document and the event in its record. The first is the one that its id
    /// is made of.
    pub reports: Vec<(String, String)>,
}

/// A document of a story by its number, with the key of the one that it copies and the kind of copy.
pub type Member = (i64, Option<(String, String)>);

impl Store {
    /// The stories whose events are to be joined, in the order of ids. What was joined in them before is
    /// taken away first: events may have gone from one to another.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn unjoined(&mut self) -> Result<Vec<String>, StoreError> {
        self.begin()?;
        let sql = "SELECT merged.id FROM merged JOIN unjoined USING (story) ORDER BY merged.id";
        for id in self.numbers(sql, [])? {
            self.count_merged(id, -1)?;
            self.sql(
                "REPLACE INTO merged_before (merged, event) SELECT merged, event FROM merged WHERE id = ?1",
                [id],
            )?;
            self.sql("DELETE FROM merged WHERE id = ?1", [id])?;
        }
        let of = "SELECT document FROM stories JOIN unjoined USING (story)";
        self.untell(of, [])?;
        self.commit()?;
        self.rows("SELECT story FROM unjoined ORDER BY story", [], |row| row.get(0))
    }

    /// The documents of a story, in the order in which they were added, each with the key of the one that
    /// it copies, and the kind of copy.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn of_story(&self, story: &str) -> Result<Vec<Member>, StoreError> {
        let find =
            "SELECT document, copy_of, copy_kind FROM stories WHERE story = ?1 ORDER BY document";
        self.rows(find, [story], |row| {
            Ok((row.get(0)?, row.get::<_, Option<String>>(1)?.zip(row.get(2)?)))
        })
    }

    /// Takes over the events of a story that is to be joined; they are committed with those of others.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn join(&mut self, story: &str, events: &[Joined]) -> Result<(), StoreError> {
        self.begin()?;
        for event in events {
            self.insert_joined(event)?;
        }
        self.sql("DELETE FROM unjoined WHERE story = ?1", [story])?;
        self.open += 1;
        if self.open >= crate::add::GROUP { self.commit() } else { Ok(()) }
    }

    /// Commits what was joined.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn all_joined(&mut self) -> Result<(), StoreError> {
        self.begin()?;
        let back = "DELETE FROM merged_before WHERE merged IN (SELECT merged FROM merged)";
        self.execute(back)?;
        self.commit()
    }

    fn insert_joined(&mut self, joined: &Joined) -> Result<(), StoreError> {
        let mut numbers = Vec::new();
        for (key, id) in &joined.reports {
            let sql = "SELECT events.id FROM events JOIN documents ON documents.id = document
                WHERE doc_key = ?1 AND event_id = ?2";
            numbers.extend(self.numbers(sql, [key, id])?);
        }
        let Some(first) = numbers.first() else { return Ok(()) };
        let m = &joined.merged;
        let sql = "INSERT INTO merged (merged, story, event, day, type, quad, intensity, actors,
            recipients, places, sizes, n_reports, n_documents, n_claims, n_denied, sources_least,
            sources_most, ties)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
        let list = |items: &[String]| json!(items).to_string();
        let side = |side: &[(String, Option<String>)]| json!(side).to_string();
        self.sql(
            sql,
            params![
                m.id,
                m.story,
                first,
                m.day,
                m.kind,
                m.quad,
                m.intensity,
                side(&m.actors),
                side(&m.recipients),
                list(&m.places),
                list(&m.sizes),
                m.n_reports,
                m.n_documents,
                m.n_claims,
                m.n_denied,
                m.sources_least,
                m.sources_most,
                list(&m.ties)
            ],
        )?;
        let id = self.ledger.last_insert_rowid();
        for number in &numbers {
            let sql = "INSERT INTO reports (event, merged) VALUES (?1, ?2)";
            self.sql(sql, [number, &id])?;
        }
        self.count_merged(id, 1)
    }

    /// Counts a merged event: once in each row that a report of it counts in, but under the month and the
    /// type of the merged event.
    fn count_merged(&self, id: i64, sign: i64) -> Result<(), StoreError> {
        let sql = StoreError::sql(&self.path);
        let find = "SELECT day, type, sources_least, sources_most FROM merged WHERE id = ?1";
        let row = self.ledger.prepare_cached(find).and_then(|mut find| {
            find.query_row([id], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?, row.get::<_, i64>(3)?))
            })
        });
        let (day, kind, least, most): (Option<String>, String, i64, i64) = row.map_err(&sql)?;
        let find = "SELECT DISTINCT actor, recipient FROM pairs JOIN reports USING (event) WHERE merged = ?1";
        let pairs: Vec<(String, String)> =
            self.rows(find, [id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let pairs = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let month = month::of(day.as_deref());
        for (actor, recipient) in summary::rows(pairs) {
            let sourced = sign * i64::from(least >= 2);
            let add = "INSERT INTO merged_summaries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                ON CONFLICT DO UPDATE SET n_events = n_events + excluded.n_events,
                n_sourced = n_sourced + excluded.n_sourced,
                sources_least = sources_least + excluded.sources_least,
                sources_most = sources_most + excluded.sources_most";
            let values =
                params![actor, recipient, month, kind, sign, sourced, sign * least, sign * most];
            self.sql(add, values)?;
            if sign < 0 {
                let drop = "DELETE FROM merged_summaries WHERE actor = ?1 AND recipient = ?2
                    AND month = ?3 AND type = ?4 AND n_events = 0";
                self.sql(drop, params![actor, recipient, month, kind])?;
            }
        }
        Ok(())
    }
}

/// Columns of [`read`].
pub(crate) const READ: &str = "m.merged, m.story, m.day, m.type, m.quad, m.intensity, m.actors,
    m.recipients, m.places, m.sizes, m.n_reports, m.n_documents, m.n_claims, m.n_denied,
    m.sources_least, m.sources_most, m.ties";

/// A merged event, from a row of [`READ`].
pub(crate) fn read(row: &Row) -> rusqlite::Result<Merged> {
    Ok(Merged {
        id: row.get(0)?,
        story: row.get(1)?,
        day: row.get(2)?,
        kind: row.get(3)?,
        quad: row.get(4)?,
        intensity: row.get(5)?,
        actors: list(row, 6)?,
        recipients: list(row, 7)?,
        places: list(row, 8)?,
        sizes: list(row, 9)?,
        n_reports: row.get(10)?,
        n_documents: row.get(11)?,
        n_claims: row.get(12)?,
        n_denied: row.get(13)?,
        sources_least: row.get(14)?,
        sources_most: row.get(15)?,
        ties: list(row, 16)?,
    })
}

/// A list that we wrote ourselves; of a damaged one nothing is left.
fn list<T: DeserializeOwned + Default>(row: &Row, at: usize) -> rusqlite::Result<T> {
    row.get::<_, String>(at).map(|list| serde_json::from_str(&list).unwrap_or_default())
}
