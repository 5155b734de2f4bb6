//! The ledger: one SQLite file in write-ahead mode, so that readers see what was last committed while
//! somebody writes.
//!
//! Its version is `user_version`; what is older is brought up step by step ([`STEPS`]), all steps in one
//! transaction, so that no run which is killed leaves a version in between.

mod insert;
mod pairs;
pub(crate) mod summary;

use crate::StoreError;
pub(crate) use insert::{Made, confirm, insert, replace};
pub(crate) use pairs::head;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, ffi};
use std::path::Path;
use std::time::Duration;

/// The name of the file.
pub(crate) const NAME: &str = "ledger.sqlite";

/// Tells a ledger from other SQLite files ("Verb").
const APPLICATION: i32 = 0x5665_7262;

/// How long a statement waits for another one that commits.
const PATIENCE: Duration = Duration::from_secs(30);

/// A step from one version to the next: what is made, and how it is filled from what is there.
struct Step {
    sql: &'static str,
    fill: fn(&Transaction) -> rusqlite::Result<()>,
}

/// The steps, from an empty file on.
const STEPS: &[Step] = &[
    Step { sql: include_str!("0001.sql"), fill: |_| Ok(()) },
    Step { sql: include_str!("0002.sql"), fill: summary::fill },
    Step { sql: include_str!("0003.sql"), fill: |_| Ok(()) },
    Step { sql: include_str!("0004.sql"), fill: |_| Ok(()) },
];

/// The version that this program writes.
pub const VERSION: u32 = STEPS.len() as u32;

/// Opens a ledger for writing, made where there is none and brought up where it is older.
pub(crate) fn write(path: &Path) -> Result<Connection, StoreError> {
    let mut ledger = Connection::open(path).map_err(StoreError::sql(path))?;
    let up = upgraded(path, &mut ledger, VERSION)?;
    match up {
        Some(found) => Err(StoreError::Newer { path: path.into(), found, known: VERSION }),
        None => Ok(ledger),
    }
}

/// Opens a ledger for reading.
pub(crate) fn read(path: &Path) -> Result<Connection, StoreError> {
    let sql = StoreError::sql(path);
    let open = || opened(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let mut ledger = open().map_err(&sql)?;
    if version(&ledger).is_err_and(|error| is_half(&error)) {
        opened(path, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(|l| version(&l)).map_err(&sql)?;
        ledger = open().map_err(&sql)?;
    }
    let found = version(&ledger).map_err(&sql)?;
    is_ours(path, &ledger)?;
    let (path, known) = (path.to_path_buf(), VERSION);
    match found {
        // Killed before it was one.
        0 => Err(StoreError::Missing { path: path.parent().unwrap_or(&path).to_path_buf() }),
        _ if found > known => Err(StoreError::Newer { path, found, known }),
        _ if found < known => Err(StoreError::Older { path, found, known }),
        _ => Ok(ledger),
    }
}

fn opened(path: &Path, how: OpenFlags) -> rusqlite::Result<Connection> {
    let ledger = Connection::open_with_flags(path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    ledger.busy_timeout(PATIENCE)?;
    Ok(ledger)
}

/// Whether a run was killed while it made the ledger or wrote to it, and what is half has to be taken
/// back first, by somebody who may write.
fn is_half(error: &rusqlite::Error) -> bool {
    let half = [
        ffi::SQLITE_READONLY_ROLLBACK,
        ffi::SQLITE_READONLY_RECOVERY,
        ffi::SQLITE_READONLY_CANTINIT,
    ];
    error.sqlite_error().is_some_and(|error| half.contains(&error.extended_code))
}

/// Brings a ledger up to a version; gives its own where that is later.
fn upgraded(path: &Path, ledger: &mut Connection, to: u32) -> Result<Option<u32>, StoreError> {
    let sql = StoreError::sql(path);
    ledger.busy_timeout(PATIENCE).map_err(&sql)?;
    let found = version(ledger).map_err(&sql)?;
    is_ours(path, ledger)?;
    if found > to {
        return Ok(Some(found));
    }
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -16384;";
    ledger.execute_batch(pragmas).map_err(&sql)?;
    if found == to {
        return Ok(None);
    }
    let tx = ledger.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&sql)?;
    for step in &STEPS[found as usize..to as usize] {
        tx.execute_batch(step.sql).map_err(&sql)?;
        (step.fill)(&tx).map_err(&sql)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION).map_err(&sql)?;
    tx.pragma_update(None, "user_version", to).map_err(&sql)?;
    tx.commit().map_err(&sql)?;
    Ok(None)
}

fn version(ledger: &Connection) -> rusqlite::Result<u32> {
    ledger.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Refuses a file that another program made.
fn is_ours(path: &Path, ledger: &Connection) -> Result<(), StoreError> {
    let sql = StoreError::sql(path);
    let id: i32 =
        ledger.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(&sql)?;
    let count = "SELECT count(*) FROM sqlite_schema";
    let n: i64 = ledger.query_row(count, [], |row| row.get(0)).map_err(&sql)?;
    match id == APPLICATION || (id == 0 && n == 0) {
        true => Ok(()),
        false => Err(StoreError::Foreign { path: path.parent().unwrap_or(path).to_path_buf() }),
    }
}

/// A ledger of an earlier version, as a program of that time made it.
#[cfg(test)]
pub(crate) fn of_version(path: &Path, version: u32) -> Connection {
    let mut ledger = Connection::open(path).expect("a file");
    upgraded(path, &mut ledger, version).expect("a ledger");
    ledger
}
