//! Records are read again: this version of the contract, and older ones.

use crate::upgrade::upgrade;
use crate::{Record, SCHEMA_VERSION};
use serde_json::Value;
use std::collections::HashSet;

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
        let sections = self.doc.sections.iter().map(|s| (&s.kind, s.span));
        let mentions = self.mentions.iter().flat_map(|m| {
            let spans = m.title.into_iter().chain([m.span]);
            spans.map(|span| (&m.id, span))
        });
        let statements = self.statements.iter().flat_map(|s| {
            let spans = s.source.iter().chain(&s.cue).chain(&s.content).chain(&s.verbatim);
            let addressees = s.addressee.iter().map(|p| &p.span);
            spans.chain(addressees).chain([&s.sentence]).map(|span| (&s.id, *span))
        });
        let events = self.events.iter().flat_map(|e| {
            let parties = e.actors.iter().chain(&e.recipients).map(|p| p.span);
            let spans = e.trigger.iter().copied().chain(parties).chain([e.sentence]);
            spans.chain(e.size.iter().map(|s| s.span)).map(|span| (&e.id, span))
        });
        for (id, span) in sections.chain(mentions).chain(statements).chain(events) {
            if span.start > span.end || span.end > n {
                return Err(format!("{id} points outside the text ({}..{})", span.start, span.end));
            }
        }
        let known: HashSet<&String> = self.statements.iter().map(|s| &s.id).collect();
        let parents = self.statements.iter().filter_map(|s| s.parent.as_ref());
        let voices = self.events.iter().flat_map(|e| e.according_to.iter().chain(&e.statement));
        match parents.chain(voices).find(|id| !known.contains(id)) {
            Some(lost) => Err(format!("there is no statement {lost}")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A record of four code points, with a span in every field that has one.
    fn sample() -> Value {
        let span = json!({"start": 0, "end": 4});
        let party = json!({"start": 0, "end": 4, "text": "Łódź"});
        json!({
            "schema": 2, "version": "0.1.0",
            "doc": {"id": "a", "text": "Łódź", "sha256": "",
                "sections": [{"kind": "body", "start": 0, "end": 4}]},
            "mentions": [{"id": "m1", "kind": "place", "form": "name", "start": 0, "end": 4,
                "text": "Łódź", "title": span, "by": "x", "confidence": 0.5}],
            "statements": [{"id": "s1", "kind": "direct", "source": [span], "cue": [span],
                "content": [span], "verbatim": [span], "addressee": [party], "stance": "assert",
                "negated": false, "act": "speech", "sentence": span, "by": "x", "confidence": 0.5}],
            "events": [{"id": "e1", "type": "AID", "quad": 2, "intensity": 1.0, "cameo": "070",
                "trigger": [span], "sentence": span, "actors": [party], "recipients": [party],
                "polarity": "+", "modality": "actual", "by": "x", "confidence": 0.5,
                "size": [{"kind": "killed", "value": 1, "start": 0, "end": 4, "text": "Łódź"}]}],
        })
    }

    fn parse(record: &Value) -> Result<Record, ReadError> {
        Record::parse(&record.to_string())
    }

    #[test]
    fn every_offset_lies_in_the_text() {
        assert!(parse(&sample()).is_ok());
        for at in [
            "/doc/sections/0/end",
            "/mentions/0/end",
            "/mentions/0/title/end",
            "/statements/0/source/0/end",
            "/statements/0/addressee/0/end",
            "/statements/0/sentence/end",
            "/events/0/trigger/0/end",
            "/events/0/recipients/0/end",
            "/events/0/size/0/end",
        ] {
            let mut record = sample();
            *record.pointer_mut(at).expect("a field") = json!(5);
            let error = parse(&record).expect_err(at);
            assert!(error.to_string().contains("outside the text (0..5)"), "{at}: {error}");
        }
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let mut record = sample();
        for number in [0.1, 2.0f64.sqrt() * 1e-9, f64::from_bits(0x0008_0000_0000_0001)] {
            record["events"][0]["intensity"] = json!(number);
            let read = parse(&record).expect("a record");
            assert_eq!(read.events[0].intensity.to_bits(), number.to_bits());
            assert_eq!(Record::parse(&read.to_json()).expect("its own line"), read);
        }
    }

    #[test]
    fn lists_may_be_left_out_in_schema_1_as_well() {
        for schema in [1, 2] {
            let doc = json!({"id": "a", "text": "Rain fell.", "sha256": ""});
            let record = parse(&json!({"schema": schema, "version": "0.1.0", "doc": doc}));
            assert!(record.expect("a record").events.is_empty());
        }
    }
}
