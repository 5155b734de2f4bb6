//! Where documents belong, as who groups says it.

use super::plan::Batch;
use super::state::Round;
use crate::{Store, StoreError, parts};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Params, params};
use std::collections::BTreeMap;
use verbale_record::together::Placement;

/// Which document has its text from which: keys, and how.
pub type Copied = (String, String, String);

/// Columns of `stories` and of what it was before.
const ROW: &str = "document, round, seed, story, thread, copy_of, copy_kind";

impl Store {
    /// Takes over a batch: ids of stories and threads of earlier days that go on as another (from, to),
    /// where its documents belong, and copies, those of earlier documents as well. The first letter of an
    /// id tells its grain, `s` or `t`; `seed` gives what ids are made of from the key of a document.
    ///
    /// # Errors
    /// A full disk, a damaged ledger; then nothing of the batch is taken over.
    pub fn place(
        &mut self,
        batch: &Batch,
        redirects: &[(String, String)],
        placed: &[Placement],
        copies: &[Copied],
        seed: impl Fn(&str) -> String,
    ) -> Result<(), StoreError> {
        self.begin()?;
        let round = batch.settled.then(|| self.new_round(batch, placed)).transpose()?;
        for (from, to) in redirects {
            self.redirect(from, to, batch.settled)?;
        }
        let mut of: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
        of.extend(
            copies.iter().map(|(doc, of, kind)| (doc.as_str(), (of.as_str(), kind.as_str()))),
        );
        for place in placed {
            let copy = of.remove(place.doc_key.as_str());
            self.put(place, copy, round, &seed(&place.doc_key))?;
        }
        for (doc, (of, kind)) in of {
            self.copies(doc, of, kind, batch.settled)?;
        }
        self.commit()
    }

    /// Notes that all that was begun is placed.
    ///
    /// # Errors
    /// As [`Store::place`].
    pub fn all_placed(&mut self) -> Result<(), StoreError> {
        self.begin()?;
        self.execute("UPDATE grouping SET placed = begun")?;
        self.commit()
    }

    /// The story or thread that an id leads to now; none where no document has made it.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn story_now(&self, id: &str) -> Result<Option<String>, StoreError> {
        let (column, seed) = match id.split_at_checked(1) {
            Some(("s", seed)) => ("story", seed),
            Some(("t", seed)) => ("thread", seed),
            _ => return Ok(None),
        };
        let sql = format!("SELECT {column} FROM stories WHERE seed = ?1");
        let found = self.ledger.query_row(&sql, [seed], |row| row.get(0)).optional();
        found.map_err(StoreError::sql(&self.path))
    }

    /// Takes back what documents that are not settled have changed of others.
    pub(super) fn take_back(&mut self) -> Result<(), StoreError> {
        let changed = "INSERT OR IGNORE INTO unjoined SELECT stories.story FROM stories
            JOIN stories_before USING (document) UNION SELECT story FROM stories_before";
        self.execute(changed)?;
        self.untell("SELECT document FROM stories_before", [])?;
        self.execute(&format!("REPLACE INTO stories ({ROW}) SELECT {ROW} FROM stories_before"))?;
        self.execute("DELETE FROM stories_before")
    }

    /// A round of documents for good.
    fn new_round(&mut self, batch: &Batch, placed: &[Placement]) -> Result<i64, StoreError> {
        let Round { day, chain, .. } = self.last_round()?.unwrap_or_default();
        let day = day.max(batch.day.clone());
        let keys = placed.iter().map(|p| p.doc_key.as_bytes());
        let chain = parts::fingerprint([chain.as_bytes()].into_iter().chain(keys));
        self.sql("INSERT INTO rounds (day, chain) VALUES (?1, ?2)", params![day, chain])?;
        Ok(self.ledger.last_insert_rowid())
    }

    /// Lets a story or thread go on as another.
    fn redirect(&mut self, from: &str, to: &str, settled: bool) -> Result<(), StoreError> {
        let column = if from.starts_with('s') { "story" } else { "thread" };
        let of_it = format!("SELECT document FROM stories WHERE {column} = ?1");
        if !settled {
            self.note_before(&of_it, [from])?;
        }
        self.untell(&of_it, [from])?;
        if column == "story" {
            self.unjoin(from)?;
            self.unjoin(to)?;
        }
        let sql = format!("UPDATE stories SET {column} = ?2 WHERE {column} = ?1");
        self.sql(&sql, [from, to])
    }

    fn put(
        &mut self,
        place: &Placement,
        copy: Option<(&str, &str)>,
        round: Option<i64>,
        seed: &str,
    ) -> Result<(), StoreError> {
        let Some(number) = self.number(&place.doc_key)? else { return Ok(()) };
        let (of, kind) = copy.unzip();
        let old = "SELECT story, thread, copy_of, copy_kind FROM stories WHERE document = ?1";
        let old = self.ledger.prepare_cached(old).and_then(|mut find| {
            let row = find.query_row([number], |row| {
                (0..4).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Option<String>>>>()
            });
            row.optional()
        });
        let old = old.map_err(StoreError::sql(&self.path))?;
        let new = [Some(place.story.as_str()), Some(place.thread.as_str()), of, kind];
        if old.as_ref().is_none_or(|old| !old.iter().map(Option::as_deref).eq(new)) {
            if let Some(Some(story)) = old.as_ref().map(|old| &old[0]) {
                self.unjoin(story)?;
            }
            self.unjoin(&place.story)?;
            self.untell("SELECT ?1", [number])?;
        }
        let sql = format!("REPLACE INTO stories ({ROW}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        self.sql(&sql, params![number, round, seed, place.story, place.thread, of, kind])
    }

    /// Notes the source of an earlier document.
    fn copies(&mut self, doc: &str, of: &str, kind: &str, settled: bool) -> Result<(), StoreError> {
        let Some(number) = self.number(doc)? else { return Ok(()) };
        if !settled {
            self.note_before("SELECT ?1", [number])?;
        }
        self.untell("SELECT ?1", [number])?;
        let changed =
            "INSERT OR IGNORE INTO unjoined SELECT story FROM stories WHERE document = ?1";
        self.sql(changed, [number])?;
        let sql = "UPDATE stories SET copy_of = ?2, copy_kind = ?3 WHERE document = ?1";
        self.sql(sql, params![number, of, kind])
    }

    /// Lays aside rows of settled documents before others that are not change them.
    fn note_before(&mut self, which: &str, asked: impl Params) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT OR IGNORE INTO stories_before ({ROW}) SELECT {ROW} FROM stories
             WHERE round IS NOT NULL AND document IN ({which})"
        );
        self.sql(&sql, asked)
    }

    /// Has the files made again in which documents are told.
    pub(super) fn untell(&mut self, which: &str, asked: impl Params) -> Result<(), StoreError> {
        // The documents are looked up only where a part is told: "+" keeps them from being the outer loop.
        let sql = format!(
            "UPDATE parts SET told = 0 WHERE told <> 0
             AND +id IN (SELECT part FROM documents WHERE id IN ({which}))"
        );
        self.sql(&sql, asked)
    }

    fn unjoin(&mut self, story: &str) -> Result<(), StoreError> {
        self.sql("INSERT OR IGNORE INTO unjoined VALUES (?1)", [Value::from(story.to_string())])
    }

    /// A statement that gives no rows.
    pub(crate) fn sql(&self, sql: &str, asked: impl Params) -> Result<(), StoreError> {
        let done = self.ledger.prepare_cached(sql).and_then(|mut s| s.execute(asked));
        done.map(drop).map_err(StoreError::sql(&self.path))
    }
}
