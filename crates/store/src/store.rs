//! Opening a store, and what it holds.
//!
//! One program writes at a time: it holds `lock`. Readers hold nothing and see what was last committed.

use crate::{StoreError, ledger, pack, parts};
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use verbale_record::Record;

const LOCK: &str = "lock";

/// Numbers of documents that are read at a time.
const CHUNK: usize = 1024;

/// An open store.
pub struct Store {
    pub(crate) folder: PathBuf,
    /// The path of the ledger, for errors.
    pub(crate) path: PathBuf,
    pub(crate) ledger: Connection,
    /// Documents added and not committed.
    pub(crate) open: usize,
    /// Documents added since the tables were last looked at.
    pub(crate) fresh: usize,
    /// Held until the store is dropped.
    _lock: Option<File>,
}

/// How much a store holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Documents.
    pub documents: u64,
    /// Statements.
    pub statements: u64,
    /// Events.
    pub events: u64,
    /// Months in which documents were published.
    pub months: u64,
}

impl Store {
    /// Opens a store for writing, and makes one in a folder that is not there or empty. What a run
    /// that was killed left undone is done first.
    ///
    /// # Errors
    /// A folder with other things in it, a store that somebody else writes to, one of a later version,
    /// a damaged ledger, a full disk.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(ledger::NAME);
        if !path.exists() {
            fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
            let mut entries = fs::read_dir(folder).map_err(StoreError::io(folder))?;
            if entries.any(|e| e.is_ok_and(|e| e.file_name() != LOCK)) {
                return Err(StoreError::Foreign { path: folder.to_path_buf() });
            }
        }
        Store::locked(folder)
    }

    /// Opens a store for writing, as [`Store::create`] does, where there is one.
    ///
    /// # Errors
    /// No store in the folder; else as [`Store::create`].
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        present(folder)?;
        Store::locked(folder)
    }

    /// Opens a store for reading.
    ///
    /// # Errors
    /// No store in the folder, one of another version, a damaged ledger.
    pub fn read(folder: &Path) -> Result<Self, StoreError> {
        let path = present(folder)?;
        let ledger = ledger::read(&path)?;
        Ok(Store { folder: folder.to_path_buf(), path, ledger, open: 0, fresh: 0, _lock: None })
    }

    fn locked(folder: &Path) -> Result<Self, StoreError> {
        let lock = folder.join(LOCK);
        let file = File::options().create(true).truncate(false).write(true).open(&lock);
        let file = file.map_err(StoreError::io(&lock))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Busy { path: folder.to_path_buf() });
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&lock)(error)),
        }
        let path = folder.join(ledger::NAME);
        let ledger = ledger::write(&path)?;
        let folder = folder.to_path_buf();
        let mut store = Store { folder, path, ledger, open: 0, fresh: 0, _lock: Some(file) };
        parts::settle(&mut store)?;
        Ok(store)
    }

    /// What the store holds.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let sql = "SELECT count(*), coalesce(sum(n_statements), 0), coalesce(sum(n_events), 0),
            count(DISTINCT month) FROM documents";
        let counts = self.ledger.query_row(sql, [], |row| {
            let (documents, statements) = (row.get(0)?, row.get(1)?);
            Ok(Counts { documents, statements, events: row.get(2)?, months: row.get(3)? })
        });
        counts.map_err(StoreError::sql(&self.path))
    }

    /// Whether a document is there.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn holds(&self, key: &str) -> Result<bool, StoreError> {
        self.number(key).map(|number| number.is_some())
    }

    /// The number of a document, by its key.
    pub(crate) fn number(&self, key: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT id FROM documents WHERE doc_key = ?1";
        let mut find = self.ledger.prepare_cached(sql).map_err(StoreError::sql(&self.path))?;
        find.query_row([key], |row| row.get(0)).optional().map_err(StoreError::sql(&self.path))
    }

    /// The record of a document, by its number.
    pub(crate) fn record(&self, number: i64) -> Result<Record, StoreError> {
        let sql = "SELECT doc_key, schema, body FROM documents
            LEFT JOIN records ON document = id WHERE id = ?1";
        let mut find = self.ledger.prepare_cached(sql).map_err(StoreError::sql(&self.path))?;
        let (key, packed) = find
            .query_row([number], |row| {
                let body: Option<Vec<u8>> = row.get(2)?;
                let schema: Option<u32> = row.get(1)?;
                Ok((row.get::<_, String>(0)?, schema.zip(body)))
            })
            .map_err(StoreError::sql(&self.path))?;
        let lost = || Err("it is not there".to_string());
        let record = packed.map_or_else(lost, |(schema, body)| pack::unpacked(&body, schema));
        record.map_err(|what| StoreError::Record { path: self.path.clone(), key, what })
    }

    /// The records of all documents, in the order in which they were added, as long as `with` says that
    /// it goes on; damaged ones are handed over as errors.
    ///
    /// # Errors
    /// A ledger that cannot be read at all, and what `with` gives.
    pub fn records<E: From<StoreError>>(
        &self,
        mut with: impl FnMut(Result<Record, StoreError>) -> Result<bool, E>,
    ) -> Result<(), E> {
        self.each_number(|number| with(self.record(number)))
    }

    /// Numbers of all documents, in the order in which they were added, as long as `with` goes on.
    pub(crate) fn each_number<E: From<StoreError>>(
        &self,
        mut with: impl FnMut(i64) -> Result<bool, E>,
    ) -> Result<(), E> {
        let sql = "SELECT id FROM documents WHERE id > ?1 ORDER BY id LIMIT ?2";
        let mut last = 0;
        loop {
            let numbers = self.numbers(sql, params![last, CHUNK])?;
            let Some(end) = numbers.last() else { return Ok(()) };
            last = *end;
            for number in numbers {
                if !with(number)? {
                    return Ok(());
                }
            }
        }
    }

    /// The numbers that a question with one column gives.
    pub(crate) fn numbers(&self, sql: &str, asked: impl Params) -> Result<Vec<i64>, StoreError> {
        self.rows(sql, asked, |row| row.get(0))
    }

    /// What the rows of an answer are read as.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        asked: impl Params,
        read: impl FnMut(&Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut list = self.ledger.prepare_cached(sql).map_err(StoreError::sql(&self.path))?;
        let rows = list.query_map(asked, read);
        rows.and_then(Iterator::collect).map_err(StoreError::sql(&self.path))
    }

    /// The one value that a question gives.
    pub(crate) fn value<T: FromSql>(&self, sql: &str, asked: impl Params) -> Result<T, StoreError> {
        let value = self.ledger.query_row(sql, asked, |row| row.get(0));
        value.map_err(StoreError::sql(&self.path))
    }
}

/// The ledger of a folder that has one.
fn present(folder: &Path) -> Result<PathBuf, StoreError> {
    let path = folder.join(ledger::NAME);
    match fs::metadata(&path) {
        Ok(_) => Ok(path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(StoreError::Missing { path: folder.to_path_buf() })
        }
        Err(error) => Err(StoreError::io(&path)(error)),
    }
}
