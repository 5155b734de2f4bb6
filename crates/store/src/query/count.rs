//! Counts of events, and of merged events with their sources, from the summaries of dyads and months: a
//! few rows are read, whatever the number of events.

use super::question::first_day;
use super::{Question, Who};
use crate::ledger::summary::ANY;
use crate::month::UNKNOWN;
use crate::{Store, StoreError};
use rusqlite::params_from_iter;
use serde_json::Value;
use std::collections::BTreeMap;

/// What counts are told apart by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The month of the event.
    Month,
    /// Its PLOVER type.
    Type,
    /// The head of the actor's code: its state, or the kind of body.
    Who,
    /// The head of the recipient's code.
    Whom,
}

/// A count.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Count {
    /// The month, type or code.
    pub key: String,
    /// Events of records: reports.
    pub events: i64,
    /// Of these, how many are told as somebody's word.
    pub claims: i64,
    /// Of these, how many are said not to have happened.
    pub denied: i64,
    /// The mean of their base scores, -10 (conflict) to 10.
    pub intensity: f64,
    /// Merged events; 0 as long as none are joined. An event whose reports differ in its month or type
    /// counts where most of them have it.
    pub merged: i64,
    /// Of these, how many have two independent sources or more.
    pub sourced: i64,
    /// The sum of their independent sources, at least.
    pub sources_least: i64,
    /// The same at most.
    pub sources_most: i64,
}

impl Count {
    /// The names of [`Count::cells`]: reports, then merged events and their sources.
    pub const COLUMNS: [&str; 8] = [
        "events",
        "claims",
        "denied",
        "intensity",
        "merged",
        "sourced",
        "sources_least",
        "sources_most",
    ];

    /// The key, null where it is that of what has no month, and the counts.
    pub fn cells(&self) -> Vec<Value> {
        let key = (self.key != UNKNOWN).then(|| self.key.clone());
        let reports =
            [self.events.into(), self.claims.into(), self.denied.into(), self.intensity.into()];
        let merged = [self.merged, self.sourced, self.sources_least, self.sources_most];
        let merged = merged.map(Value::from);
        [Value::from(key)].into_iter().chain(reports).chain(merged).collect()
    }
}

impl Store {
    /// Counts of events, in the order of the keys.
    ///
    /// # Errors
    /// A question on more than codes, types and months; a damaged ledger.
    pub fn summary(&self, question: &Question, by: By) -> Result<Vec<Count>, StoreError> {
        let (key, conditions, values) = asked(question, by)?;
        let sql = |sums: &str| {
            format!("SELECT {key}, {sums} WHERE {conditions} GROUP BY {key} ORDER BY {key}")
        };
        let reports =
            sql("sum(n_events), sum(n_claims), sum(n_denied), sum(intensity) FROM summaries");
        let reports = self.rows(&reports, params_from_iter(&values), |row| {
            let (events, sum): (i64, f64) = (row.get(1)?, row.get(4)?);
            let (claims, denied) = (row.get(2)?, row.get(3)?);
            let intensity = (sum / events as f64 * 100.0).round() / 100.0;
            Ok(Count { key: row.get(0)?, events, claims, denied, intensity, ..Count::default() })
        })?;
        let mut counts: BTreeMap<String, Count> =
            reports.into_iter().map(|count| (count.key.clone(), count)).collect();
        let merged = sql("sum(n_events), sum(n_sourced), sum(sources_least), sum(sources_most)
            FROM merged_summaries");
        let merged = self.rows(&merged, params_from_iter(&values), |row| {
            Ok((row.get::<_, String>(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
        })?;
        for (key, [merged, sourced, sources_least, sources_most]) in merged {
            let count = counts.entry(key.clone()).or_insert(Count { key, ..Count::default() });
            *count = Count { merged, sourced, sources_least, sources_most, ..count.clone() };
        }
        Ok(counts.into_values().take(question.most.unwrap_or(usize::MAX)).collect())
    }
}

/// The column of the key, the conditions on summaries, and their values.
fn asked(question: &Question, by: By) -> Result<(&'static str, String, Vec<String>), StoreError> {
    let more = question.place.is_some() || question.voice.is_some() || question.text.is_some();
    let (actor, recipient) = (code(&question.who)?, code(&question.whom)?);
    if more {
        return Err(StoreError::Asked(KNOWN.to_string()));
    }
    let (mut sql, mut values) = (Vec::new(), Vec::new());
    for (column, code, own) in [("actor", actor, By::Who), ("recipient", recipient, By::Whom)] {
        match by == own && code == ANY {
            true => sql.push(format!("{column} <> '{ANY}' AND instr({column}, '.') = 0")),
            // A value that is no parameter finds the indexes of such rows.
            false if code == ANY => sql.push(format!("{column} = '{ANY}'")),
            false => {
                sql.push(format!("{column} = ?"));
                values.push(code);
            }
        }
    }
    if !question.kinds.is_empty() {
        sql.push(format!("type IN ({})", vec!["?"; question.kinds.len()].join(", ")));
        values.extend(question.kinds.iter().cloned());
    }
    for (when, sign) in [(&question.since, ">="), (&question.until, "<=")] {
        let Some(when) = when else { continue };
        first_day(when)?;
        if when.len() != "2024-06".len() {
            return Err(StoreError::Asked(KNOWN.to_string()));
        }
        sql.push(format!("month {sign} ?"));
        values.push(when.clone());
    }
    let key = match by {
        By::Month => "month",
        By::Type => "type",
        By::Who => "actor",
        By::Whom => "recipient",
    };
    Ok((key, sql.join(" AND "), values))
}

const KNOWN: &str = "counts know codes, types and months (2024-06); leave out the rest, or count what the \
    question without --count lists";

fn code(who: &Option<Who>) -> Result<String, StoreError> {
    match who {
        None => Ok(ANY.to_string()),
        Some(Who::Code(code)) => Ok(code.clone()),
        Some(_) => Err(StoreError::Asked(KNOWN.to_string())),
    }
}
