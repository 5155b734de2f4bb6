//! Which of two texts that share a passage is the source of the other.
//!
//! Who says so himself comes first: a credit of an agency that is the other's outlet, then a mention of
//! the other's outlet or address. Else the earlier one is the source; of two that came at once, the
//! one whose key comes first, so that the answer is always the same.

use crate::Report;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// What is kept of a report to tell sources by.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) key: String,
    day: Option<String>,
    /// Nanoseconds since 1970, where the record has a time of day with its zone.
    time: Option<i128>,
    host: Option<String>,
    publisher: Option<String>,
    /// Whom it credits or names: agencies and organisations, in lower case.
    credited: Vec<String>,
    named: Vec<String>,
}

/// Names that are named of organisations are kept up to so many.
const MOST_NAMED: usize = 60;

impl Origin {
    pub(crate) fn of(report: &Report) -> Self {
        let lower = |s: &String| s.to_lowercase();
        let moment = report.published_at.as_deref();
        let outlets = report.names.iter().filter(|n| n.kind == "organisation");
        Origin {
            key: report.key.clone(),
            day: report.day().map(String::from),
            time: moment.and_then(|at| at.parse::<Timestamp>().ok()).map(Timestamp::as_nanosecond),
            host: report.host.clone(),
            publisher: report.publisher.as_ref().map(lower),
            credited: report.agencies.iter().map(lower).collect(),
            named: outlets.map(|n| n.name.clone()).take(MOST_NAMED).collect(),
        }
    }

    /// Whether this one has its text from the other.
    pub(crate) fn is_from(&self, other: &Origin) -> bool {
        let said = [credits, cites].iter().map(|says| (says(self, other), says(other, self)));
        let decided = said.into_iter().find(|(one, two)| one != two);
        decided.map_or_else(|| self.after(other).is_gt(), |(self_says, _)| self_says)
    }

    /// Whether both are from one host, or from hosts of one outlet.
    pub(crate) fn same_host(&self, other: &Origin) -> bool {
        let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        same(&self.host, &other.host) || same(&self.publisher, &other.publisher)
    }

    fn after(&self, other: &Origin) -> Ordering {
        let times = self.time.zip(other.time).map(|(a, b)| a.cmp(&b));
        let days = self.day.as_ref().zip(other.day.as_ref()).map(|(a, b)| a.cmp(b));
        let known = times.or(days).unwrap_or(Ordering::Equal);
        known.then_with(|| self.key.cmp(&other.key))
    }
}

/// Whether `a` credits the outlet of `b` as its agency.
fn credits(a: &Origin, b: &Origin) -> bool {
    b.publisher.as_ref().is_some_and(|outlet| a.credited.contains(outlet))
}

/// Whether `a` names the outlet of `b` or its address.
fn cites(a: &Origin, b: &Origin) -> bool {
    let other = a.publisher != b.publisher || b.publisher.is_none();
    let outlet = b.publisher.as_ref().is_some_and(|outlet| a.named.contains(outlet));
    let host = b.host.as_ref().filter(|h| a.host.as_ref() != Some(h));
    other && (outlet || host.is_some_and(|h| a.named.iter().any(|n| n.contains(h.as_str()))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Name;

    fn report(key: &str, at: &str, outlet: &str, agency: &str, named: &str) -> Origin {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_string());
        let name = Name { kind: "organisation".into(), name: named.into(), ..Name::default() };
        Origin::of(&Report {
            key: key.into(),
            published_at: some(at),
            publisher: some(outlet),
            agencies: some(agency).into_iter().collect(),
            names: vec![name],
            ..Report::default()
        })
    }

    /// Whether the first has it from the second; the second then never has it from the first.
    #[track_caller]
    fn check(a: &Origin, b: &Origin, wanted: bool) {
        assert_eq!((a.is_from(b), b.is_from(a)), (wanted, !wanted));
    }

    #[test]
    fn credit_then_citation_then_time_then_key() {
        let paper = report("1", "2031-03-05", "Daily Grain", "Harvest Press", "");
        let wire = report("2", "2031-03-06", "Harvest Press", "", "");
        check(&paper, &wire, true);
        let citing = report("3", "2031-03-04", "Evening Oats", "", "harvest press");
        check(&citing, &wire, true);
        let plain = report("4", "2031-03-07", "Evening Oats", "", "");
        check(&plain, &wire, true);
        check(&report("6", "", "", "", ""), &report("5", "", "", "", ""), true);
        let early = report("8", "2031-03-05T08:00:00Z", "", "", "");
        check(&report("7", "2031-03-05T12:00:00+02:00", "", "", ""), &early, true);
    }
}
