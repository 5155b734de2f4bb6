//! The tables of what documents say together: of each part a file in `stories`, `reports` and `merged`,
//! beside those of its records. A merged event stands in the part of the document that first reports it.
//!
//! They change more often than records do, for a story goes on; so the ledger says of a part by itself
//! whether they stand (`told`). They are made when all that was added is placed and joined.

use super::joined;
use crate::{Store, StoreError, parts};
use rusqlite::Row;
use verbale_record::columns::{Cell, TOGETHER, Table, Together};
use verbale_record::together::{Placement, Telling};
use verbale_write::ParquetParts;

/// Whether a file of a part is of one of these tables.
pub(crate) fn is_together(name: &str) -> bool {
    TOGETHER.iter().any(|t| name.split('/').next() == Some(t.name))
}

/// Makes the files that do not stand.
pub(crate) fn settle(store: &mut Store) -> Result<(), StoreError> {
    for part in store.numbers("SELECT id FROM parts WHERE told = 0 ORDER BY id", [])? {
        make(store, part)?;
    }
    Ok(())
}

fn make(store: &mut Store, part: i64) -> Result<(), StoreError> {
    let mut tables = ParquetParts::together()?;
    for table in TOGETHER {
        each(store, table.name, Some(part), |row| Ok::<(), StoreError>(tables.row(row)?))?;
    }
    let month: String = store.value("SELECT month FROM parts WHERE id = ?1", [part])?;
    let mut files = Vec::new();
    for table in tables.finish()? {
        files.push(parts::stand(store, table, &month, part)?);
    }
    store.begin()?;
    for file in files {
        parts::note(store, part, &file)?;
    }
    store.sql("UPDATE parts SET told = 1 WHERE id = ?1", [part])?;
    store.commit()
}

/// The rows of a table, of one part or of all.
fn each<E: From<StoreError>>(
    store: &Store,
    table: &str,
    part: Option<i64>,
    mut with: impl FnMut(Together) -> Result<(), E>,
) -> Result<(), E> {
    let sql = match table {
        "stories" => PLACEMENTS.to_string(),
        "reports" => TELLINGS.to_string(),
        _ => format!("SELECT {} {MERGED}", joined::READ),
    };
    let sql = match part {
        Some(part) => sql.replace("WHERE 1", &format!("WHERE d.part = {part}")),
        None => sql,
    };
    let failed = StoreError::sql(&store.path);
    let mut list = store.ledger.prepare(&sql).map_err(&failed)?;
    let mut rows = list.query([]).map_err(&failed)?;
    while let Some(row) = rows.next().map_err(&failed)? {
        match table {
            "stories" => with(Together::Placement(&placement(row).map_err(&failed)?)),
            "reports" => with(Together::Telling(&telling(row).map_err(&failed)?)),
            _ => with(Together::Merged(&joined::read(row).map_err(&failed)?)),
        }?;
    }
    Ok(())
}

impl Store {
    /// Hands over the rows of one of [`TOGETHER`], in the order in which documents were added.
    ///
    /// # Errors
    /// A damaged ledger, what `with` gives.
    pub fn together<E: From<StoreError>>(
        &self,
        table: &Table,
        mut with: impl FnMut(&[Cell]) -> Result<(), E>,
    ) -> Result<(), E> {
        each(self, table.name, None, |row| with(&table.row(row)))
    }
}

const PLACEMENTS: &str = "SELECT doc_key, doc_id, published_on, story, thread, copy_of, copy_kind
    FROM documents d JOIN stories ON document = d.id WHERE 1 ORDER BY d.id";

const TELLINGS: &str = "SELECT merged.merged, doc_key, event_id FROM documents d
    JOIN events ON events.document = d.id JOIN reports ON reports.event = events.id
    JOIN merged ON merged.id = reports.merged WHERE 1 ORDER BY events.id";

const MERGED: &str =
    "FROM documents d JOIN events e ON e.document = d.id JOIN merged m ON m.event = e.id
    WHERE 1 ORDER BY e.id, m.merged";

pub(crate) fn placement(row: &Row) -> rusqlite::Result<Placement> {
    Ok(Placement {
        doc_key: row.get(0)?,
        doc_id: row.get(1)?,
        published_on: row.get(2)?,
        story: row.get(3)?,
        thread: row.get(4)?,
        copy_of: row.get(5)?,
        copy_kind: row.get(6)?,
    })
}

fn telling(row: &Row) -> rusqlite::Result<Telling> {
    Ok(Telling { merged: row.get(0)?, doc_key: row.get(1)?, event_id: row.get(2)? })
}
