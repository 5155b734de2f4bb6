//! One line: a record of some kind with some properties, demanded or forbidden.

use crate::case::{Kind, Record};
use crate::{fields, nearest};
use serde_json::Value;

/// What the records of a document must, or must not, contain.
#[derive(Debug)]
pub struct Expectation {
    /// The line as written.
    pub line: String,
    /// Demanded or forbidden.
    pub kind: Kind,
    /// `gap ...`: known not to hold yet.
    pub gap: bool,
    pub(crate) record: Record,
    pub(crate) tests: Vec<Test>,
}

/// One property.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) key: String,
    pub(crate) operator: Operator,
    pub(crate) want: String,
}

/// How a value is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operator {
    /// `=`: the whole value.
    Is,
    /// `~`: a part of it.
    Has,
}

impl Expectation {
    /// Whether the record of a document satisfies this expectation.
    pub fn holds(&self, record: &Value) -> bool {
        let candidates = self.candidates(record).into_iter();
        let found = candidates.filter(|item| self.fits(record, item)).count();
        match (self.kind, self.count()) {
            (Kind::Forbidden, _) => found == 0,
            (_, Some(n)) => n.parse() == Ok(found),
            (_, None) => found > 0,
        }
    }

    /// Why it does not hold: the offenders of a forbidden record, else the records that come
    /// nearest and what they lack. One line each.
    pub fn explain(&self, record: &Value) -> Vec<String> {
        nearest::explain(self, record)
    }

    /// The records of this kind.
    pub(crate) fn candidates<'r>(&self, record: &'r Value) -> Vec<&'r Value> {
        match self.record {
            Record::Doc => vec![&record["doc"]],
            Record::Section => fields::list(&record["doc"]["sections"]),
            Record::Mention => fields::list(&record["mentions"]),
            Record::Statement => fields::list(&record["statements"]),
            Record::Event => fields::list(&record["events"]),
        }
    }

    pub(crate) fn fits(&self, record: &Value, item: &Value) -> bool {
        self.properties().all(|test| fields::satisfies(record, item, test))
    }

    /// The tests that a single record can pass or fail.
    pub(crate) fn properties(&self) -> impl Iterator<Item = &Test> {
        self.tests.iter().filter(|test| test.key != "count")
    }

    fn count(&self) -> Option<&str> {
        self.tests.iter().find(|test| test.key == "count").map(|test| test.want.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record() -> Value {
        let mfa = json!({"code": "RUS.GOV.MFA", "name": "Foreign Ministry", "named": true});
        json!({
            "doc": {"text": "Å blamed B.", "published_at": "2024-01-02", "agencies": [{"name": "TASS"}],
                    "sections": [{"kind": "body", "start": 0, "end": 11}]},
            "mentions": [{"id": "m1", "kind": "place", "start": 9, "end": 10, "place": {"name": "Bo"},
                          "members": ["FJI", "TON"]}],
            "statements": [{"id": "s1", "speaker": mfa, "via": [{"name": "TASS"}], "negated": false,
                            "parent": null, "content": [{"start": 0, "end": 1}, {"start": 9, "end": 10}]}],
            "events": [{"id": "e1", "type": "ACCUSE", "actors": [mfa], "recipients": [{"code": "IGO.EU"}],
                        "according_to": ["s1"], "polarity": "+", "place": {"mention": "m1", "name": "Bo"}, "size": [{"value": 12}]},
                       {"id": "e2", "type": "CONSULT", "actors": [{"code": "PER"}, {"code": "CHL"}],
                        "recipients": [], "according_to": []}],
        })
    }

    #[test]
    fn expectations_can_fail() {
        let record = record();
        let check = |line: &str, want: bool| {
            let expectation = crate::case::expectation(line).expect(line);
            assert_eq!(expectation.holds(&record), want, "{line}");
        };
        check("event type=ACCUSE actor=RUS recipient=EU place~Bo size=12", true);
        check("event type=ACCUSE actor=RUS.MFA according_to=RUS count=1", true);
        check("event type=ACCUSE actor=GOV.USA", false);
        check("event type=ACCUSE actor=RUS,USA", false);
        check("event type=ACCUSE actor=EU", false);
        check("event type=THREATEN|ACCUSE actor=USA|RUS", true);
        check("event type=THREATEN|AID", false);
        check("event type=ACCUSE actor=-", false);
        check("statement speaker=-", false);
        check("no statement", false);
        check("event type=ACCUSE count=2", false);
        check("event type=ACCUSE according_to=*", true);
        check("event type=CONSULT according_to=*", false);
        check("mention text=B", true);
        check("section text=blamed", false);
        check("event type=CONSULT actor=PER recipient=CHL according_to=-", true);
        check("no event type=ACCUSE according_to=-", true);
        check("no event type=ACCUSE", false);
        check("gap event type=ACCUSE", true);
        check("gap no event type=ACCUSE", false);
        check("statement speaker=RUS content~\"Å B\" via=TASS negated=false parent=no", true);
        check("statement speaker=RUS parent=yes", false);
        check("statement speaker=RUS via=AFP", false);
        check("mention text~B members=TON,FJI", true);
        check("mention text~B members=NRU", false);
        check("section kind=body text~blamed", true);
        check("section kind=related text~blamed", false);
        check("doc published_at=2024-01-02 agency~TASS", true);
        check("doc published_at=2024", false);
    }

    #[test]
    fn failures_are_explained() {
        let record = record();
        let check = |line: &str, want: &str| {
            let why = crate::case::expectation(line).expect(line).explain(&record).join("\n");
            assert!(why.contains(want), "{line}: {why}");
        };
        check("event type=ACCUSE actor=USA", "e1 ACCUSE [RUS.GOV.MFA] -> [IGO.EU]");
        check("event type=ACCUSE actor=USA", "(lacks actor)");
        check("no event type=CONSULT", "e2 CONSULT [PER, CHL]");
        check("event type=AID actor=USA", "no such record");
        check("doc published_at=2023-01-01", "2024-01-02");
    }
}
