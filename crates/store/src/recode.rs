//! Documents whose records another maker would make otherwise.
//!
//! The ledger knows who made each record: version, model and a hash of all tables. What is not by the
//! maker of today is coded again from its own text, and only a record that comes out otherwise is
//! replaced.

use crate::add::GROUP;
use crate::ledger::{Made, confirm, replace};
use crate::{Store, StoreError};
use rusqlite::params;
use verbale_record::Record;

/// A document that may have to be coded again.
pub struct Held {
    /// Its number in this store.
    pub(crate) number: i64,
    /// Its record.
    pub record: Record,
}

impl Store {
    /// How many documents were not made by `made_by`.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn outdated(&self, made_by: &str) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM documents JOIN producers ON producers.id = producer
            WHERE made_by <> ?1";
        self.value(sql, [made_by])
    }

    /// Up to `most` documents that were not made by `made_by`, behind the one of number `after` (0: from
    /// the first on). A damaged record is an error in its place.
    ///
    /// # Errors
    /// A damaged ledger.
    #[allow(clippy::type_complexity)]
    pub fn held(
        &self,
        made_by: &str,
        after: i64,
        most: usize,
    ) -> Result<Vec<(i64, Result<Held, StoreError>)>, StoreError> {
        let sql = "SELECT documents.id FROM documents JOIN producers ON producers.id = producer
            WHERE made_by <> ?1 AND documents.id > ?2 ORDER BY documents.id LIMIT ?3";
        let numbers = self.numbers(sql, params![made_by, after, most])?;
        let held = |number| self.record(number).map(|record| Held { number, record });
        Ok(numbers.into_iter().map(|number| (number, held(number))).collect())
    }

    /// Puts a new record in the place of one that is held; whether it is another one. Only who made it
    /// is noted where it is the same. Stories are forgotten where one is another: they are to be placed
    /// anew.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn replace(
        &mut self,
        held: &Held,
        record: &Record,
        made_by: &str,
    ) -> Result<bool, StoreError> {
        self.begin()?;
        let (number, made) = (held.number, Made(made_by));
        let other = held.record != *record;
        if other {
            self.forget_stories()?;
        }
        let done = match other {
            true => replace(&self.ledger, number, &held.record, record, &made),
            false => confirm(&self.ledger, number, &made),
        };
        done.map_err(|error| self.undone(error))?;
        self.open += 1;
        if self.open >= GROUP {
            self.commit()?;
        }
        Ok(other)
    }
}
