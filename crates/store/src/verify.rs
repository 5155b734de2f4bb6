//! Whether a store is as it was written: the ledger in itself, the records, the tables.
//!
//! What a run that was killed left undone is no fault: it is done when the store is next opened for
//! writing.

use crate::{Store, StoreError, parts};
use std::fmt;
use std::fs;
use std::io::ErrorKind;

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
pub struct Verified {
    /// Documents whose records were read.
    pub documents: u64,
    /// Files of the tables that are as they were written.
    pub files: usize,
    /// What is wrong, each named.
    pub faults: Vec<Fault>,
    /// Documents that are not in the tables yet.
    pub waiting: u64,
}

/// Something that is not as it was written.
#[derive(Debug)]
pub enum Fault {
    /// A file of the tables.
    File {
        /// Its part.
        part: i64,
        /// Its path in the store.
        name: String,
        /// What is wrong with it.
        what: String,
    },
    /// A record.
    Record(StoreError),
    /// The ledger.
    Ledger(String),
}

impl Fault {
    /// The part that has to be made again.
    pub(crate) fn part(&self) -> Option<i64> {
        match self {
            Fault::File { part, .. } => Some(*part),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::File { name, what, .. } => {
                write!(f, "{name}: {what}; `verbale gc` makes it again from the ledger")
            }
            Fault::Record(error) => error.fmt(f),
            Fault::Ledger(what) => f.write_str(what),
        }
    }
}

impl Store {
    /// Looks at everything; `seen` is told of each document.
    ///
    /// # Errors
    /// A ledger that cannot be read at all.
    pub fn verify(&self, mut seen: impl FnMut()) -> Result<Verified, StoreError> {
        let mut found = Verified { faults: self.ledger_faults()?, ..Verified::default() };
        self.each_number(|number| {
            found.documents += 1;
            found.faults.extend(self.record_fault(number)?);
            seen();
            Ok::<bool, StoreError>(true)
        })?;
        let files = damaged_files(self)?;
        let sql = "SELECT count(*) FROM files JOIN parts ON parts.id = part WHERE settled = 1";
        let n: usize = self.value(sql, [])?;
        found.files = n - files.len();
        found.faults.extend(files);
        let sql = "SELECT count(*) FROM documents LEFT JOIN parts ON parts.id = part
             WHERE coalesce(settled, 0) = 0";
        found.waiting = self.value(sql, [])?;
        Ok(found)
    }

    /// What SQLite finds wrong in its file.
    fn ledger_faults(&self) -> Result<Vec<Fault>, StoreError> {
        let name = |what: String| Fault::Ledger(format!("{}: {what}", self.path.display()));
        let mut faults = Vec::new();
        let sql = StoreError::sql(&self.path);
        let mut check = self.ledger.prepare("PRAGMA integrity_check(20)").map_err(&sql)?;
        let mut rows = check.query([]).map_err(&sql)?;
        while let Some(row) = rows.next().map_err(&sql)? {
            let line: String = row.get(0).map_err(&sql)?;
            faults.extend((line != "ok").then(|| name(line)));
        }
        let mut check = self.ledger.prepare("PRAGMA foreign_key_check").map_err(&sql)?;
        let mut rows = check.query([]).map_err(&sql)?;
        while let Some(row) = rows.next().map_err(&sql)? {
            let (table, of): (String, String) =
                row.get(0).and_then(|table| Ok((table, row.get(2)?))).map_err(&sql)?;
            faults.push(name(format!("a row of {table} belongs to no row of {of}")));
        }
        Ok(faults)
    }

    /// What is wrong with a record, or with what the ledger says of it.
    fn record_fault(&self, number: i64) -> Result<Option<Fault>, StoreError> {
        let record = match self.record(number) {
            Ok(record) => record,
            Err(error @ StoreError::Record { .. }) => return Ok(Some(Fault::Record(error))),
            Err(error) => return Err(error),
        };
        let sql = "SELECT doc_key, n_statements, n_events,
            (SELECT count(*) FROM statements WHERE document = ?1),
            (SELECT count(*) FROM events WHERE document = ?1) FROM documents WHERE id = ?1";
        let sql = self.ledger.prepare_cached(sql).and_then(|mut find| {
            find.query_row([number], |row| {
                let noted: [usize; 4] = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
                Ok((row.get::<_, String>(0)?, noted))
            })
        });
        let (key, noted) = sql.map_err(StoreError::sql(&self.path))?;
        let (s, e) = (record.statements.len(), record.events.len());
        let fits = key == record.doc.key && noted == [s, e, s, e];
        let what = "it has other statements or events than the ledger says".to_string();
        let path = self.path.clone();
        Ok((!fits).then(|| Fault::Record(StoreError::Record { path, key, what })))
    }
}

/// Files of settled parts that are lost or not as they were written.
pub(crate) fn damaged_files(store: &Store) -> Result<Vec<Fault>, StoreError> {
    let sql = StoreError::sql(&store.path);
    let list = "SELECT part, name, bytes, sha256 FROM files JOIN parts ON parts.id = part
        WHERE settled = 1 ORDER BY part, name";
    let mut list = store.ledger.prepare(list).map_err(&sql)?;
    let mut rows = list.query([]).map_err(&sql)?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next().map_err(&sql)? {
        let (part, name, bytes, sha256): (i64, String, u64, String) = row
            .get(0)
            .and_then(|part| Ok((part, row.get(1)?, row.get(2)?, row.get(3)?)))
            .map_err(&sql)?;
        let what = match fs::read(store.folder.join(&name)) {
            Ok(have) if have.len() as u64 != bytes => format!("{} bytes of {bytes}", have.len()),
            Ok(have) if parts::hash(&have) != sha256 => {
                "damaged: other bytes than were written".into()
            }
            Ok(_) => continue,
            Err(error) if error.kind() == ErrorKind::NotFound => "lost".to_string(),
            Err(error) => error.to_string(),
        };
        faults.push(Fault::File { part, name, what });
    }
    Ok(faults)
}
