//! Which events a table without a column for whose word they are may have: those that the outlet itself
//! tells as having happened.

use std::fmt;
use verbale_record::{Event, Record, Statement};

/// Whether an event is in the table.
pub(super) enum Choice {
    Taken,
    LeftOut(Why),
}

/// Why an event is not in the table, the first of these that holds.
#[derive(Clone, Copy)]
pub(super) enum Why {
    /// It did not happen.
    NotHappened,
    /// It is planned, possible or wished.
    NotYet,
    /// It is background of a day that the text does not tell: the document's date is not its own.
    Undated,
    /// It is somebody's word, but not put forward as true: asked, promised, believed, denied, or not said.
    Unsaid,
    /// It is somebody's word.
    Claimed,
}

/// How many events a table does not have, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct LeftOut {
    /// Somebody's word, which the table would have taken in as such if it had been asked to.
    pub claimed: usize,
    /// Somebody's question, promise, belief or denial.
    pub unsaid: usize,
    /// Planned, possible or wished.
    pub not_yet: usize,
    /// Did not happen.
    pub not_happened: usize,
    /// Background of an unknown day.
    pub undated: usize,
}

/// Whether the table has the event; with `claims` also where somebody else asserts it.
pub(super) fn choose(record: &Record, event: &Event, claims: bool) -> Choice {
    let dated = event.date.as_ref().is_some_and(|d| d.mention.is_some());
    Choice::LeftOut(match event.modality.as_str() {
        _ if event.polarity != "+" => Why::NotHappened,
        "historical" if !dated => Why::Undated,
        "actual" | "historical" => match voices(record, event) {
            Voices::Outlet => return Choice::Taken,
            Voices::Assert if claims => return Choice::Taken,
            Voices::Assert => Why::Claimed,
            Voices::Else => Why::Unsaid,
        },
        _ => Why::NotYet,
    })
}

/// What those who tell an event do with it.
enum Voices {
    Outlet,
    Assert,
    Else,
}

fn voices(record: &Record, event: &Event) -> Voices {
    let asserts = |s: &Statement| !s.negated && matches!(s.stance.as_str(), "assert" | "accuse");
    let all = record.voices(event);
    match () {
        () if event.according_to.is_empty() => Voices::Outlet,
        () if all.len() == event.according_to.len() && all.iter().all(|s| asserts(s)) => {
            Voices::Assert
        }
        () => Voices::Else,
    }
}

impl LeftOut {
    pub(super) fn count(&mut self, why: Why) {
        *match why {
            Why::Claimed => &mut self.claimed,
            Why::Unsaid => &mut self.unsaid,
            Why::NotYet => &mut self.not_yet,
            Why::NotHappened => &mut self.not_happened,
            Why::Undated => &mut self.undated,
        } += 1;
    }

    fn parts(&self) -> [(usize, &'static str); 5] {
        [
            (self.claimed, "somebody's word"),
            (self.unsaid, "somebody's question, promise, belief or denial"),
            (self.not_yet, "planned, possible or wished"),
            (self.not_happened, "told as not having happened"),
            (self.undated, "background of a day that is not told"),
        ]
    }

    /// How many in all.
    pub fn total(&self) -> usize {
        self.parts().iter().map(|(n, _)| n).sum()
    }
}

/// In one line, for a person: `3 events are not in the table: 2 somebody's word, 1 ...`.
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts().into_iter().filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts.map(|(n, what)| format!("{n} {what}")).collect();
        let events = if self.total() == 1 { "event is" } else { "events are" };
        write!(f, "{} {events} not in the table: {}", self.total(), parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_record::When;

    fn event(polarity: &str, modality: &str, according_to: &[&str]) -> Event {
        let mut event = Event::default();
        event.polarity = polarity.to_string();
        event.modality = modality.to_string();
        event.according_to = according_to.iter().map(ToString::to_string).collect();
        event
    }

    fn record() -> Record {
        let mut record = Record::default();
        for (id, stance) in [("s1", "assert"), ("s2", "ask"), ("s3", "accuse")] {
            let mut statement = Statement::default();
            (statement.id, statement.stance) = (id.to_string(), stance.to_string());
            record.statements.push(statement);
        }
        record
    }

    #[track_caller]
    fn check(event: &Event, facts: bool, with_claims: bool) {
        let taken = |claims| matches!(choose(&record(), event, claims), Choice::Taken);
        assert_eq!((taken(false), taken(true)), (facts, with_claims));
    }

    #[test]
    fn a_table_has_what_the_outlet_tells_and_claims_only_where_asked() {
        check(&event("+", "actual", &[]), true, true);
        check(&event("+", "actual", &["s1"]), false, true);
        check(&event("+", "actual", &["s1", "s3"]), false, true);
        check(&event("+", "actual", &["s1", "s2"]), false, false);
        check(&event("+", "actual", &["s9"]), false, false);
        check(&event("-", "actual", &[]), false, false);
        check(&event("+", "future", &[]), false, false);
        check(&event("+", "hypothetical", &["s1"]), false, false);
    }

    #[test]
    fn background_counts_with_a_day_of_its_own() {
        let mut event = event("+", "historical", &[]);
        check(&event, false, false);
        let mut date = When::default();
        date.mention = Some("m1".to_string());
        event.date = Some(date);
        check(&event, true, true);
    }

    #[test]
    fn what_was_left_out_is_told_in_a_line() {
        let mut left = LeftOut::default();
        left.count(Why::Claimed);
        assert_eq!(left.to_string(), "1 event is not in the table: 1 somebody's word");
        left.count(Why::NotYet);
        left.count(Why::NotYet);
        let told =
            "3 events are not in the table: 1 somebody's word, 2 planned, possible or wished";
        assert_eq!(left.to_string(), told);
    }
}
