//! The tables of a store: files of Parquet, parted by month, made from the ledger.
//!
//! A part is some documents of one month; it has a file in every table. First the ledger says which
//! documents a part has, then its files are made beside their places and moved there, then the ledger
//! says that they stand ([`settle`]). Who is killed between these leaves a part that is not settled, and
//! who opens the store next makes it. Files that no part has are taken away. So a reader of the tables
//! sees each row at most once, and whole files only.

use crate::{Store, StoreError};
use rusqlite::params;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use verbale_record::columns::{TABLES, TOGETHER};
use verbale_record::ids::hex;
use verbale_write::{ParquetPart, ParquetParts};

/// Documents of one part at most, once small ones are joined.
pub(crate) const LARGEST: usize = 16_384;

/// Ends the names of files that are not whole.
const UNFINISHED: &str = ".unfinished";

/// Documents of a new part at most: its tables are held in memory until they are whole.
pub(crate) const FRESH: usize = 4096;

/// Brings the documents that no part has into new parts of one month, where a month has `least` of them.
pub(crate) fn place(store: &mut Store, least: usize) -> Result<(), StoreError> {
    let path = store.path.clone();
    let sql = StoreError::sql(&path);
    store.begin()?;
    let months = "SELECT month, count(*) FROM documents WHERE part IS NULL GROUP BY month
        HAVING count(*) >= ?1 ORDER BY month";
    let months: Vec<(String, usize)> =
        store.rows(months, [least], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (month, mut waiting) in months {
        while waiting >= least.max(1) {
            let part = new_part(store, &month)?;
            let take = "UPDATE documents SET part = ?1 WHERE id IN (SELECT id FROM documents
                WHERE part IS NULL AND month = ?2 ORDER BY id LIMIT ?3)";
            waiting -= store.ledger.execute(take, params![part, month, FRESH]).map_err(&sql)?;
        }
    }
    store.commit()?;
    settle(store)
}

/// A part without documents, in the open transaction.
pub(crate) fn new_part(store: &Store, month: &str) -> Result<i64, StoreError> {
    let sql = "INSERT INTO parts (month) VALUES (?1)";
    store.ledger.execute(sql, [month]).map_err(StoreError::sql(&store.path))?;
    Ok(store.ledger.last_insert_rowid())
}

/// Takes away the files that no part has, and makes the parts that do not stand.
pub(crate) fn settle(store: &mut Store) -> Result<(), StoreError> {
    for stray in strays(store)? {
        fs::remove_file(&stray).map_err(StoreError::io(&stray))?;
    }
    let pending = "SELECT id, month FROM parts WHERE settled = 0 ORDER BY id";
    let pending: Vec<(i64, String)> =
        store.rows(pending, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (part, month) in pending {
        make(store, part, &month)?;
    }
    Ok(())
}

/// Writes the files of a part and notes them.
fn make(store: &mut Store, part: i64, month: &str) -> Result<(), StoreError> {
    let mut tables = ParquetParts::new()?;
    for number in documents(store, part)? {
        match store.record(number) {
            Ok(record) => tables.write(&record)?,
            // It is named by `verify`; the others can be used.
            Err(StoreError::Record { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let mut files = Vec::new();
    for table in tables.finish()? {
        files.push(stand(store, table, month, part)?);
    }
    store.begin()?;
    for file in files {
        note(store, part, &file)?;
    }
    // What the documents say together stands beside them, and is of these documents.
    store.sql("UPDATE parts SET settled = 1, told = 0 WHERE id = ?1", [part])?;
    store.commit()
}

/// A file of a part as it was written.
pub(crate) struct Standing {
    name: String,
    n_rows: usize,
    bytes: usize,
    sha256: String,
}

/// Puts the file of a table in its place.
pub(crate) fn stand(
    store: &Store,
    table: ParquetPart,
    month: &str,
    part: i64,
) -> Result<Standing, StoreError> {
    let name = name(table.name, month, part);
    put(&store.folder.join(&name), &table.bytes)?;
    let (n_rows, bytes, sha256) = (table.n_rows, table.bytes.len(), hash(&table.bytes));
    Ok(Standing { name, n_rows, bytes, sha256 })
}

/// Notes a file of a part, in the open transaction.
pub(crate) fn note(store: &Store, part: i64, file: &Standing) -> Result<(), StoreError> {
    let sql = "REPLACE INTO files (part, name, n_rows, bytes, sha256) VALUES (?1, ?2, ?3, ?4, ?5)";
    store.sql(sql, params![part, file.name, file.n_rows, file.bytes, file.sha256])
}

/// The documents of a part, in the order in which they were added.
pub(crate) fn documents(store: &Store, part: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT id FROM documents WHERE part = ?1 ORDER BY id";
    store.numbers(sql, [part])
}

/// Where a table has a part: `events/month=2024-06/part-000001.parquet`.
fn name(table: &str, month: &str, part: i64) -> String {
    format!("{table}/month={month}/part-{part:06}.parquet")
}

/// SHA-256 in hex.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256, in hex, of several texts, told apart by their lengths.
pub fn fingerprint<'t>(texts: impl IntoIterator<Item = &'t [u8]>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hex(&hash.finalize())
}

/// Writes a file beside its place and moves it there.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    put_by(path, |file| file.write_all(bytes))
}

/// The same with what `write` writes.
pub(crate) fn put_by(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), StoreError> {
    let folder = path.parent().expect("a file of a store stands in a folder");
    fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_extension(ending + UNFINISHED);
    let put = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        write(&mut file)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    put().map_err(StoreError::io(path))
}

/// Files of the tables that no part has: left by a run that was killed, or of parts that are no more.
pub(crate) fn strays(store: &Store) -> Result<Vec<PathBuf>, StoreError> {
    let mut strays = Vec::new();
    for table in TABLES.iter().chain(TOGETHER) {
        let months = listed(&store.folder.join(table.name))?;
        for folder in months.into_iter().filter(|p| is_partition(p)) {
            for file in listed(&folder)?.into_iter().filter(|p| is_part(p)) {
                strays.push(file);
            }
        }
    }
    let known = known(store)?;
    strays.retain(|path| !known.contains(path));
    Ok(strays)
}

/// The paths that the parts of the ledger have, whether they stand or not.
fn known(store: &Store) -> Result<BTreeSet<PathBuf>, StoreError> {
    let sql = StoreError::sql(&store.path);
    let mut list = store.ledger.prepare("SELECT id, month FROM parts").map_err(&sql)?;
    let mut rows = list.query([]).map_err(&sql)?;
    let mut known = BTreeSet::new();
    while let Some(row) = rows.next().map_err(&sql)? {
        let part = row.get(0).map_err(&sql)?;
        let month: String = row.get(1).map_err(&sql)?;
        let all = TABLES.iter().chain(TOGETHER);
        known.extend(all.map(|t| store.folder.join(name(t.name, &month, part))));
    }
    Ok(known)
}

fn is_partition(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("month="))
}

/// Whether a file is a part, whole or not; what else stands there is not ours.
fn is_part(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(UNFINISHED).unwrap_or(&name);
    name.starts_with("part-") && name.ends_with(".parquet")
}

/// What stands in a folder, sorted; nothing where there is none.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(StoreError::io(folder))?,
    };
    let paths = entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>();
    let mut paths = paths.map_err(StoreError::io(folder))?;
    paths.sort();
    Ok(paths)
}
