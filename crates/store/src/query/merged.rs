//! Merged events of which a report answers a question.

use super::Question;
use crate::together::{READ, read};
use crate::{Store, StoreError};
use rusqlite::params_from_iter;
use std::collections::BTreeSet;
use verbale_record::together::Merged;

impl Store {
    /// Hands over each merged event of which a report answers the question, once, in the order of the days
    /// of these reports; gives their number.
    ///
    /// # Errors
    /// A question that cannot be asked, a damaged ledger, what `with` gives.
    pub fn merged<E: From<StoreError>>(
        &self,
        question: &Question,
        mut with: impl FnMut(&Merged) -> Result<(), E>,
    ) -> Result<usize, E> {
        let (from, day, conditions) = question.conditions()?;
        let order = if day == "p.day" { "p.day, p.event" } else { "e.day, e.id" };
        let sql = format!(
            "SELECT reports.merged FROM {from} CROSS JOIN reports ON reports.event = e.id
             WHERE {} ORDER BY {order}",
            conditions.joined()
        );
        let failed = StoreError::sql(&self.path);
        let mut find = self.ledger.prepare(&sql).map_err(&failed)?;
        let one = format!("SELECT {READ} FROM merged m WHERE m.id = ?1");
        let mut one = self.ledger.prepare(&one).map_err(&failed)?;
        let mut rows = find.query(params_from_iter(conditions.values)).map_err(&failed)?;
        let mut seen: BTreeSet<i64> = BTreeSet::new();
        while seen.len() < question.most.unwrap_or(usize::MAX) {
            let Some(row) = rows.next().map_err(&failed)? else { break };
            let id: i64 = row.get(0).map_err(&failed)?;
            if seen.insert(id) {
                with(&one.query_row([id], read).map_err(&failed)?)?;
            }
        }
        Ok(seen.len())
    }
}
