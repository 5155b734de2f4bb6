//! What the grouping keeps in mind, laid beside the ledger, and the documents from which it can be made
//! again.
//!
//! A file: a line that says after which round it was written, the bytes as they were handed over, and the
//! hash of both. It counts where the ledger has that round with the same documents up to it, and the hash is
//! right.

use crate::{Store, StoreError, parts};
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use verbale_record::Record;
use verbale_record::ids::hex;

const NAME: &str = "stories.state";
/// Letters of a hash (SHA-256, in hex).
const HASH: usize = 64;

/// What is written goes into the hash as well. Whoever writes may lose why it failed: it stays here.
struct Hashed<W> {
    out: W,
    hash: Sha256,
    failed: Option<io::Error>,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.out.write(bytes) {
            Ok(n) => {
                self.hash.update(&bytes[..n]);
                Ok(n)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let kind = error.kind();
                self.failed = Some(error);
                Err(kind.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

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
    /// Keeps what the grouping has in mind after the last round, as `write` writes it: it may be large, and is
    /// never whole in memory.
    ///
    /// # Errors
    /// A full disk, and those of `write`.
    pub fn keep(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> Result<(), String>,
    ) -> Result<(), StoreError> {
        let Some(Round { id: round, chain, .. }) = self.last_round()? else { return Ok(()) };
        let engine = self.value::<String>("SELECT engine FROM grouping", [])?;
        let head = json!({ "round": round, "chain": chain, "engine": engine });
        parts::put_by(&self.state_path(), |file| {
            let mut out = Hashed { out: BufWriter::new(file), hash: Sha256::new(), failed: None };
            writeln!(out, "{head}")?;
            let written = write(&mut out);
            out.failed.take().map_or(Ok(()), Err)?;
            written.map_err(io::Error::other)?;
            let sha256 = hex(&out.hash.finalize());
            out.out.write_all(sha256.as_bytes())?;
            out.out.flush()
        })
    }

    /// What was kept, as `load` reads it, and the number of its round; none where it is lost, damaged or of
    /// another ledger.
    pub fn kept<T>(&self, load: impl FnOnce(&[u8]) -> Option<T>) -> Option<(i64, T)> {
        let bytes = fs::read(self.state_path()).ok()?;
        let (told, sha256) = bytes.split_at_checked(bytes.len().checked_sub(HASH)?)?;
        if parts::hash(told).as_bytes() != sha256 {
            return None;
        }
        let end = told.iter().position(|b| *b == b'\n')?;
        let head: Value = serde_json::from_slice(&told[..end]).ok()?;
        let round = head["round"].as_i64()?;
        let sql = "SELECT chain, engine FROM rounds, grouping WHERE rounds.id = ?1";
        let row = self.ledger.query_row(sql, [round], |row| Ok([row.get(0)?, row.get(1)?]));
        let known: [String; 2] = row.ok()?;
        let same = head["chain"] == *known[0] && head["engine"] == *known[1];
        same.then(|| load(&told[end + 1..])).flatten().map(|state| (round, state))
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
