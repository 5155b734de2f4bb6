//! Whether a store is as it was written: the ledger in itself, the records, the tables.
//!
//! What a run that was killed left undone is no fault: it is done when the store is next opened for
//! writing.

use crate::together::is_together;
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
    /// Whether documents wait to be placed in stories, or stories for their events.
    pub half_placed: bool,
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
        found.files = standing(self)?.len() - files.len();
        found.faults.extend(files);
        let sql = "SELECT count(*) FROM documents LEFT JOIN parts ON parts.id = part
             WHERE coalesce(settled, 0) = 0";
        found.waiting = self.value(sql, [])?;
        found.half_placed = self.is_half_placed()?;
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
        let other = "SELECT merged FROM merged WHERE n_reports <>
            (SELECT count(*) FROM reports WHERE reports.merged = merged.id) LIMIT 20";
        let mut check = self.ledger.prepare(other).map_err(&sql)?;
        let mut rows = check.query([]).map_err(&sql)?;
        while let Some(row) = rows.next().map_err(&sql)? {
            let event: String = row.get(0).map_err(&sql)?;
            faults.push(name(format!("event {event} has other reports than it says")));
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
    let mut faults = Vec::new();
    for (part, name, bytes, sha256) in standing(store)? {
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

/// Part, name, bytes and hash of the files that stand.
fn standing(store: &Store) -> Result<Vec<(i64, String, u64, String)>, StoreError> {
    let sql = StoreError::sql(&store.path);
    let list =
        "SELECT part, name, bytes, sha256, settled, told FROM files JOIN parts ON parts.id = part
        ORDER BY part, name";
    let mut list = store.ledger.prepare(list).map_err(&sql)?;
    let mut rows = list.query([]).map_err(&sql)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next().map_err(&sql)? {
        let (file, stands) = row
            .get(0)
            .and_then(|part| {
                let name: String = row.get(1)?;
                let of = if is_together(&name) { 5 } else { 4 };
                let file = (part, name, row.get(2)?, row.get(3)?);
                Ok((file, row.get::<_, bool>(of)?))
            })
            .map_err(&sql)?;
        all.extend(stands.then_some(file));
    }
    Ok(all)
}
