//! Counts of events by dyad, month and type, kept with every record that comes or goes.
//!
//! Every level of a code has its rows, so that a question on a state, a ministry or anybody at all is
//! the reading of a few rows and no sum over events.

use super::pairs::{Pair, pairs};
use crate::{month, pack};
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeSet;
use verbale_record::{Event, Record};

/// Anybody, or nobody.
pub(crate) const ANY: &str = "*";

/// Counts the events of a record: `sign` is 1 for one that comes and -1 for one that goes.
pub(super) fn count(ledger: &Connection, record: &Record, sign: i64) -> rusqlite::Result<()> {
    let sql =
        "INSERT INTO summaries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET
        n_events = n_events + excluded.n_events, n_claims = n_claims + excluded.n_claims,
        n_denied = n_denied + excluded.n_denied, intensity = intensity + excluded.intensity";
    let mut insert = ledger.prepare_cached(sql)?;
    let drop = "DELETE FROM summaries WHERE actor = ?1 AND recipient = ?2 AND month = ?3
        AND type = ?4 AND n_events = 0";
    let mut drop = ledger.prepare_cached(drop)?;
    for event in &record.events {
        let month = month::of(day(record, event));
        let (claim, denied) = (i64::from(event.is_claim()), i64::from(event.is_negative()));
        for (actor, recipient) in rows(pairs(event)) {
            let intensity = event.intensity * sign as f64;
            insert.execute(params![
                actor,
                recipient,
                month,
                event.kind,
                sign,
                sign * claim,
                sign * denied,
                intensity
            ])?;
            if sign < 0 {
                drop.execute(params![actor, recipient, month, event.kind])?;
            }
        }
    }
    Ok(())
}

/// The day of an event: its first one, else that of publication.
pub(crate) fn day<'r>(record: &'r Record, event: &'r Event) -> Option<&'r str> {
    let start = event.date.as_ref().and_then(|d| d.start.as_deref());
    let known = start.filter(|day| verbale_record::arrow::days(day).is_some());
    known.or_else(|| month::day(&record.doc))
}

/// The rows in which pairs count: each level of each side with each of the other.
pub(crate) fn rows<'e>(pairs: BTreeSet<Pair<'e>>) -> BTreeSet<Pair<'e>> {
    let both = |(actor, recipient)| {
        let with = move |actor| levels(recipient).map(move |recipient| (actor, recipient));
        levels(actor).flat_map(with)
    };
    pairs.into_iter().flat_map(both).collect()
}

/// Anybody, then the levels of a code from the head down: `*`, `RUS`, `RUS.GOV`.
fn levels(code: &str) -> impl Iterator<Item = &str> {
    let ends = code.match_indices('.').map(|(at, _)| at).chain([code.len()]);
    [ANY].into_iter().chain(ends.filter(|end| *end > 0).map(|end| &code[..end]))
}

/// Counts what a ledger holds that had no summaries.
pub(super) fn fill(tx: &Transaction) -> rusqlite::Result<()> {
    let mut records = tx.prepare("SELECT schema, body FROM records ORDER BY document")?;
    let mut rows = records.query([])?;
    while let Some(row) = rows.next()? {
        let body: Vec<u8> = row.get(1)?;
        // What cannot be read has no summary; `verify` names it.
        if let Ok(record) = pack::unpacked(&body, row.get(0)?) {
            count(tx, &record, 1)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_counts_once() {
        let of = |pairs: &[Pair<'static>]| rows(pairs.iter().copied().collect());
        let want = [("*", "*"), ("*", "UGA"), ("KEN", "*"), ("KEN", "UGA"), ("KEN.GOV", "*")];
        let got = of(&[("KEN.GOV", "UGA")]);
        assert!(want.iter().all(|row| got.contains(row)) && got.len() == 6, "{got:?}");
        assert_eq!(of(&[("KEN", ""), ("KEN.GOV", "")]).len(), 3, "anybody, KEN and KEN.GOV");
        assert_eq!(of(&[("", "")]), BTreeSet::from([(ANY, ANY)]));
    }
}
