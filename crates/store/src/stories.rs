//! What a step over all documents says of them: which stories they are of, which are copies, which
//! events of several reports are one.
//!
//! The step is no part of the store. It reads records ([`Store::records`]) and hands over plain values,
//! which take the place of what was there.

use crate::{Store, StoreError};
use rusqlite::params;

/// Where a document belongs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placement {
    /// Its key.
    pub doc_key: String,
    /// The story that it tells.
    pub story: String,
    /// The thread of stories that this one is of.
    pub thread: Option<String>,
    /// The key of the document that it is a copy of.
    pub copy_of: Option<String>,
    /// What kind of copy.
    pub copy_kind: Option<String>,
}

/// A report of an event that has several.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Joined {
    /// The id of the event that all its reports share.
    pub merged: String,
    /// The key of the document that reports it.
    pub doc_key: String,
    /// The event in its record.
    pub event_id: String,
}

impl Store {
    /// Replaces what the store knows of stories. Documents that it does not hold are passed over.
    ///
    /// # Errors
    /// A full disk, a damaged ledger; then all is as before.
    pub fn place(&mut self, all: impl IntoIterator<Item = Placement>) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO stories (document, story, thread, copy_of, copy_kind)
            SELECT id, ?2, ?3, ?4, ?5 FROM documents WHERE doc_key = ?1";
        self.replaced("stories", sql, all, |p, insert| {
            insert.execute(params![p.doc_key, p.story, p.thread, p.copy_of, p.copy_kind])
        })
    }

    /// Replaces what the store knows of events with several reports, likewise.
    ///
    /// # Errors
    /// As [`Store::place`].
    pub fn join(&mut self, all: impl IntoIterator<Item = Joined>) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO merged (event, merged)
            SELECT events.id, ?3 FROM events JOIN documents ON documents.id = document
            WHERE doc_key = ?1 AND event_id = ?2";
        self.replaced("merged", sql, all, |j, insert| {
            insert.execute(params![j.doc_key, j.event_id, j.merged])
        })
    }

    fn replaced<T>(
        &mut self,
        table: &str,
        sql: &str,
        all: impl IntoIterator<Item = T>,
        insert: impl Fn(T, &mut rusqlite::Statement) -> rusqlite::Result<usize>,
    ) -> Result<(), StoreError> {
        self.commit()?;
        let path = &self.path;
        let replace = |ledger: &mut rusqlite::Connection| {
            let tx = ledger.transaction()?;
            tx.execute(&format!("DELETE FROM {table}"), [])?;
            let mut statement = tx.prepare(sql)?;
            for one in all {
                insert(one, &mut statement)?;
            }
            drop(statement);
            tx.commit()
        };
        replace(&mut self.ledger).map_err(StoreError::sql(path))
    }
}
