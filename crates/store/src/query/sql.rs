//! Questions in SQL, to the tables of the ledger (`docs/store.md`). They can change nothing.

use crate::{Store, StoreError};
use rusqlite::types::Value as Sql;
use serde_json::Value;

/// The answer to a question in SQL.
pub struct Selection {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows, a value a column.
    pub rows: Vec<Vec<Value>>,
}

impl Store {
    /// Asks one statement; at most `most` rows are read.
    ///
    /// # Errors
    /// What is no statement, or one that would change something.
    pub fn select(&self, sql: &str, most: Option<usize>) -> Result<Selection, StoreError> {
        let wrong = |error: rusqlite::Error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::DatabaseBusy) => {
                StoreError::sql(&self.path)(error)
            }
            _ => StoreError::Asked(format!("--sql: {error}; docs/store.md lists the tables")),
        };
        let mut statement = self.ledger.prepare(sql).map_err(wrong)?;
        if !statement.readonly() {
            let what = "--sql reads only: SELECT, WITH or EXPLAIN";
            return Err(StoreError::Asked(what.to_string()));
        }
        let columns: Vec<String> = statement.column_names().map(ToString::to_string).collect();
        let mut rows = statement.query([]).map_err(wrong)?;
        let mut found = Vec::new();
        while found.len() < most.unwrap_or(usize::MAX) {
            let Some(row) = rows.next().map_err(wrong)? else { break };
            let cell = |at| row.get(at).map(shown);
            found.push((0..columns.len()).map(cell).collect::<Result<_, _>>().map_err(wrong)?);
        }
        Ok(Selection { columns, rows: found })
    }
}

/// Only records are packed; they are for `show` and `export`.
fn shown(value: Sql) -> Value {
    match value {
        Sql::Null => Value::Null,
        Sql::Integer(n) => n.into(),
        Sql::Real(x) => x.into(),
        Sql::Text(text) => text.into(),
        Sql::Blob(bytes) => format!("{} bytes", bytes.len()).into(),
    }
}
