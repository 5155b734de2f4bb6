//! A store put in order: files that no part has go, damaged ones are made again, small parts of a month
//! become one, and the ledger gives back the room that it does not use.
//!
//! Who reads the tables while parts are joined may miss rows of these for a moment, but finds none
//! twice.

use crate::verify::{Fault, damaged_files};
use crate::{Store, StoreError, parts, together};
use rusqlite::params;
use std::collections::BTreeSet;

/// What was put in order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cleaned {
    /// Parts whose files were lost or damaged and were made again.
    pub remade: usize,
    /// Parts that are now one with another.
    pub joined: usize,
    /// Parts now.
    pub parts: usize,
}

impl Store {
    /// Puts the store in order.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn clean(&mut self) -> Result<Cleaned, StoreError> {
        let faults = damaged_files(self)?;
        let remade: BTreeSet<i64> = faults.iter().filter_map(Fault::part).collect();
        self.begin()?;
        for part in &remade {
            let sql = "UPDATE parts SET settled = 0 WHERE id = ?1";
            self.ledger.execute(sql, [part]).map_err(StoreError::sql(&self.path))?;
        }
        self.commit()?;
        parts::place(self, 1)?;
        let joined = self.join_parts()?;
        together::settle(self)?;
        self.execute("INSERT INTO words (words) VALUES ('optimize')")?;
        self.execute("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA optimize")?;
        let parts = self.value("SELECT count(*) FROM parts", [])?;
        Ok(Cleaned { remade: remade.len(), joined, parts })
    }

    /// Joins parts of the same month as long as they are not too large; says how many are no more.
    fn join_parts(&mut self) -> Result<usize, StoreError> {
        let path = self.path.clone();
        let sql = StoreError::sql(&path);
        self.begin()?;
        let mut joined = 0;
        let mut last: Option<(String, i64, usize)> = None;
        for (part, month, n) in self.sizes()? {
            match &mut last {
                Some((same, into, size)) if *same == month && *size + n <= parts::LARGEST => {
                    let take = "UPDATE documents SET part = ?1 WHERE part = ?2";
                    self.ledger.execute(take, params![*into, part]).map_err(&sql)?;
                    self.ledger.execute("DELETE FROM parts WHERE id = ?1", [part]).map_err(&sql)?;
                    let again = "UPDATE parts SET settled = 0 WHERE id = ?1";
                    self.ledger.execute(again, [*into]).map_err(&sql)?;
                    *size += n;
                    joined += 1;
                }
                _ => last = Some((month, part, n)),
            }
        }
        self.commit()?;
        parts::settle(self)?;
        Ok(joined)
    }

    /// The parts by month, with the number of their documents.
    fn sizes(&self) -> Result<Vec<(i64, String, usize)>, StoreError> {
        let sql = "SELECT parts.id, parts.month, count(documents.id) FROM parts
            LEFT JOIN documents ON part = parts.id GROUP BY parts.id ORDER BY parts.month, parts.id";
        self.rows(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    }
}
