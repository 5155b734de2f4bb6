//! Records are read again: this version of the contract, and older ones.

use crate::upgrade::upgrade;
use crate::{Record, SCHEMA_VERSION};
use serde_json::Value;

/// A line that is no record.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No JSON, or not in the shape of a record.
    #[error("not a record: {0}")]
    Shape(#[from] serde_json::Error),
    /// A contract that this version does not know.
    #[error(
        "schema {found}: this version reads schemas 1 to {SCHEMA_VERSION}; use a newer verbale"
    )]
    Schema {
        /// Its number.
        found: u64,
    },
    /// JSON without a number of its contract.
    #[error("not a record: no field `schema`; records are what `verbale code` writes")]
    NoSchema,
    /// An offset outside the text, or an id that no record has.
    #[error("not a record: {0}")]
    Inconsistent(String),
}

impl Record {
    /// Reads one line of JSON, of any schema up to [`SCHEMA_VERSION`]; what an older one could not
    /// say is left out. Unknown fields are passed over.
    ///
    /// # Errors
    /// What is no record, or one of a later schema, or one that points outside its own text.
    pub fn parse(line: &str) -> Result<Self, ReadError> {
        let mut value: Value = serde_json::from_str(line)?;
        match value.get("schema").and_then(Value::as_u64) {
            Some(1) => upgrade(&mut value),
            Some(found) if found == u64::from(SCHEMA_VERSION) => {}
            Some(found) => return Err(ReadError::Schema { found }),
            None => return Err(ReadError::NoSchema),
        }
        let record: Record = serde_json::from_value(value)?;
        record.check().map_err(ReadError::Inconsistent)?;
        Ok(record)
    }

    /// One line of JSON without its end.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a record has only string keys and finite numbers")
    }

    /// What does not hold together: an offset outside the text, an id of no statement.
    fn check(&self) -> Result<(), String> {
        let n = self.doc.text.chars().count() as u32;
        let mentions = self.mentions.iter().map(|m| (&m.id, m.span));
        let statements = self.statements.iter().flat_map(|s| {
            let spans = s.source.iter().chain(&s.cue).chain(&s.content).chain(&s.verbatim);
            spans.chain([&s.sentence]).map(|span| (&s.id, *span))
        });
        let events = self.events.iter().flat_map(|e| {
            let parties = e.actors.iter().chain(&e.recipients).map(|p| p.span);
            let spans = e.trigger.iter().copied().chain(parties).chain([e.sentence]);
            spans.map(|span| (&e.id, span))
        });
        for (id, span) in mentions.chain(statements).chain(events) {
            if span.start > span.end || span.end > n {
                return Err(format!("{id} points outside the text ({}..{})", span.start, span.end));
            }
        }
        let known = |id: &String| self.statements.iter().any(|s| s.id == *id);
        let parents = self.statements.iter().filter_map(|s| s.parent.as_ref());
        let voices = self.events.iter().flat_map(|e| e.according_to.iter().chain(&e.statement));
        match parents.chain(voices).find(|id| !known(id)) {
            Some(lost) => Err(format!("there is no statement {lost}")),
            None => Ok(()),
        }
    }
}
