//! Records come into a store, each document once.
//!
//! Documents are committed in groups, and go into the tables when enough have come together or the run
//! ends: groups keep commits rare, tables want large files. Both go by number, never by time, so that
//! the same documents in the same order make the same store.

use crate::ledger::{Made, insert};
use crate::{Store, StoreError, parts, together};
use verbale_record::Record;

/// Documents that are committed together; so many are coded again at most after a kill.
pub(crate) const GROUP: usize = 128;

impl Store {
    /// Adds a record; whether its document was not there. `made_by` is who made it, in words that are the
    /// same where the maker is ([`Store::outdated`] finds the others).
    ///
    /// # Errors
    /// A full disk, a damaged ledger. What was committed before stays.
    pub fn add(&mut self, record: &Record, made_by: &str) -> Result<bool, StoreError> {
        self.begin()?;
        let added = insert(&self.ledger, record, &Made(made_by)).map(|number| number.is_some());
        let added = added.map_err(|error| self.undone(error))?;
        self.open += usize::from(added);
        self.fresh += usize::from(added);
        if self.open >= GROUP {
            self.commit()?;
            // Months that have a whole part waiting; the others wait for more, or for the end of the run. So an
            // archive in no order of days makes few files.
            if self.fresh >= parts::FRESH {
                self.fresh = 0;
                parts::place(self, parts::FRESH)?;
            }
        }
        Ok(added)
    }

    /// Commits what was added and brings it into the tables of records.
    ///
    /// # Errors
    /// As [`Store::add`].
    pub fn finish(&mut self) -> Result<(), StoreError> {
        self.commit()?;
        parts::place(self, 1)
    }

    /// Makes the tables of what documents say together, where they do not stand.
    ///
    /// # Errors
    /// As [`Store::add`].
    pub fn tell(&mut self) -> Result<(), StoreError> {
        self.commit()?;
        together::settle(self)
    }

    /// Takes back what was not committed, of which half a record may be; gives the error for a person.
    pub(crate) fn undone(&mut self, error: rusqlite::Error) -> StoreError {
        self.open = 0;
        // A full disk has taken it back already.
        let _ = self.execute("ROLLBACK");
        StoreError::sql(&self.path)(error)
    }

    /// Begins a transaction where none is open.
    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        match self.ledger.is_autocommit() {
            true => self.execute("BEGIN IMMEDIATE"),
            false => Ok(()),
        }
    }

    /// Commits the open transaction, where there is one.
    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        self.open = 0;
        match self.ledger.is_autocommit() {
            true => Ok(()),
            false => self.execute("COMMIT"),
        }
    }

    pub(crate) fn execute(&self, sql: &str) -> Result<(), StoreError> {
        self.ledger.execute_batch(sql).map_err(StoreError::sql(&self.path))
    }
}
