//! What the grouping keeps in mind, laid beside the ledger, and the documents from which it can be made
//! again.
//!
//! A file: a line that says after which round it was written, then the bytes as they were handed over.
//! It counts where the ledger has that round with the same documents up to it, and the hash is right.

use crate::{Store, StoreError, parts};
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use verbale_record::Record;

const NAME: &str = "stories.state";

/// Documents that were placed together, for good.
#[derive(Default)]
pub(super) struct Round {
    pub id: i64,
    /// The latest day up to then.
    pub day: Option<String>,
    /// A hash of all documents up to then.
    pub chain: String,
}

impl Store {
    /// Keeps what the grouping has in mind after the last round.
    ///
    /// # Errors
    /// A full disk.
    pub fn keep(&mut self, state: &[u8]) -> Result<(), StoreError> {
        let Some(Round { id: round, chain, .. }) = self.last_round()? else { return Ok(()) };
        let engine = self.value::<String>("SELECT engine FROM grouping", [])?;
        let head = json!({ "round": round, "chain": chain, "engine": engine,
            "sha256": parts::hash(state) });
        let mut bytes = format!("{head}\n").into_bytes();
        bytes.extend_from_slice(state);
        parts::put(&self.state_path(), &bytes)
    }

    /// What was kept, and the number of its round; none where it is lost, damaged or of another ledger.
    pub fn kept(&self) -> Option<(i64, Vec<u8>)> {
        let mut bytes = fs::read(self.state_path()).ok()?;
        let end = bytes.iter().position(|b| *b == b'\n')?;
        let head: Value = serde_json::from_slice(&bytes[..end]).ok()?;
        let state = bytes.split_off(end + 1);
        let round = head["round"].as_i64()?;
        let sql = "SELECT chain, engine FROM rounds, grouping WHERE rounds.id = ?1";
        let row = self.ledger.query_row(sql, [round], |row| Ok([row.get(0)?, row.get(1)?]));
        let known: [String; 2] = row.ok()?;
        let same = head["chain"] == *known[0] && head["engine"] == *known[1];
        (same && head["sha256"] == *parts::hash(&state)).then_some((round, state))
    }

    /// The rounds after one, each with the numbers of its documents.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn rounds_after(&self, round: i64) -> Result<Vec<Vec<i64>>, StoreError> {
        let rounds = self.numbers("SELECT id FROM rounds WHERE id > ?1 ORDER BY id", [round])?;
        let of = "SELECT document FROM stories WHERE round = ?1 ORDER BY document";
        rounds.into_iter().map(|round| self.numbers(of, [round])).collect()
    }

    /// The record of a document of a batch; none where it is damaged.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn numbered(&self, number: i64) -> Result<Option<Record>, StoreError> {
        match self.record(number) {
            Ok(record) => Ok(Some(record)),
            // It is named by `verify`; the others can be used.
            Err(StoreError::Record { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The last round; none where nothing is settled.
    pub(super) fn last_round(&self) -> Result<Option<Round>, StoreError> {
        let sql = "SELECT id, day, chain FROM rounds ORDER BY id DESC LIMIT 1";
        let round = |row: &Row| Ok(Round { id: row.get(0)?, day: row.get(1)?, chain: row.get(2)? });
        self.ledger.query_row(sql, [], round).optional().map_err(StoreError::sql(&self.path))
    }

    fn state_path(&self) -> PathBuf {
        self.folder.join(NAME)
    }
}
