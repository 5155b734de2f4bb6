//! An event as all its reports tell it: each value with the reports that gave it.
//!
//! Nothing is averaged or chosen. Numbers that differ and denials stand beside one another; who
//! reads may count reports, and [`crate::sources`] says how many of them are independent.

use super::{Group, Occurrence};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use verbale_record::{Event, Participant, Record, ids};

/// One event of a story.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
pub struct MergedEvent {
    /// As in [`Group`].
    pub id: String,
    /// Types and modes.
    pub kinds: Vec<Value<Kind>>,
    /// Every mention of it, in the order of time, document and text.
    pub reports: Vec<ReportOfEvent>,
    /// Whether it happened.
    pub stands: Vec<Value<Stand>>,
    /// actual, future, hypothetical or historical.
    pub modalities: Vec<Value<String>>,
    /// Who did it.
    pub actors: Vec<Value<Who>>,
    /// To whom.
    pub recipients: Vec<Value<Who>>,
    /// When, as TIMEX3 values.
    pub dates: Vec<Value<String>>,
    /// Where: preferred names.
    pub places: Vec<Value<String>>,
    /// Numbers of people.
    pub sizes: Vec<Value<Count>>,
}

/// A value and who gave it. Lists of values begin with what most reports give.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Value<T> {
    /// The value.
    pub value: T,
    /// Global ids of the mentions that give it (`KEY#e1`).
    pub reports: Vec<String>,
}

/// One mention of the event.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct ReportOfEvent {
    /// Global id of the event of the record (`KEY#e1`).
    pub event: String,
    /// The document's label.
    pub doc: String,
    /// According to whom, outermost first; empty: the outlet in its own voice.
    pub according_to: Vec<String>,
}

/// Type and mode.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Kind {
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: String,
    /// PLOVER mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

/// Whether a report has the event happen.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Stand {
    /// It is told as having happened, or to come.
    Told,
    /// It is told as not having happened, or somebody denies it.
    Denied,
}

/// Who takes part.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Who {
    /// Preferred name, else the words.
    pub name: String,
    /// Entity id; of persons whom only documents vouch for, that of all who are joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// A number of people.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Count {
    /// killed, injured, participants or detained.
    pub kind: String,
    /// How many.
    pub value: u64,
}

/// Values with the reports that gave them.
struct Values<T>(BTreeMap<T, Vec<String>>);

impl<T: Ord + Clone> Values<T> {
    fn add(&mut self, value: T, report: &str) {
        let reports = self.0.entry(value).or_default();
        if reports.last().is_none_or(|last| last != report) {
            reports.push(report.to_string());
        }
    }

    /// What most reports give comes first, then the order of values.
    fn sorted(self) -> Vec<Value<T>> {
        let values = self.0.into_iter().map(|(value, reports)| Value { value, reports });
        let mut values: Vec<Value<T>> = values.collect();
        values.sort_by_key(|v| std::cmp::Reverse(v.reports.len()));
        values
    }
}

/// The values that `of` gives for each event.
fn values<T: Ord + Clone>(
    told: &[(String, &Record, &Event)],
    of: impl Fn(&Record, &Event) -> Vec<T>,
) -> Vec<Value<T>> {
    let mut values = Values(BTreeMap::new());
    for (report, record, event) in told {
        of(record, event).into_iter().for_each(|value| values.add(value, report));
    }
    values.sorted()
}

/// Puts together what the members of a group say.
pub(super) fn merge(
    group: &Group,
    all: &[Occurrence],
    records: &FxHashMap<&str, &Record>,
    persons: &FxHashMap<String, String>,
) -> MergedEvent {
    let told = group.members.iter().filter_map(|&m| {
        let record = *records.get(all[m].doc.as_str())?;
        Some((record, record.event(&all[m].id)?))
    });
    MergedEvent::of(&group.id, &told.collect::<Vec<_>>(), persons)
}

impl MergedEvent {
    /// What some reports say of the event that they all tell, in their order; `persons` are those of the
    /// story, joined ([`join_persons`](super::join_persons)).
    pub fn of(id: &str, told: &[(&Record, &Event)], persons: &FxHashMap<String, String>) -> Self {
        let named = |(r, e): &(&Record, &Event)| ids::global(&r.doc.key, &e.id);
        let told: Vec<(String, &Record, &Event)> =
            told.iter().map(|it| (named(it), it.0, it.1)).collect();
        let who = |all: &[Participant]| all.iter().map(|p| who(p, persons)).collect();
        MergedEvent {
            id: id.to_string(),
            kinds: values(&told, |_, e| vec![Kind { kind: e.kind.clone(), mode: e.mode.clone() }]),
            reports: told.iter().map(|(id, record, event)| report(id, record, event)).collect(),
            stands: values(&told, |record, event| vec![stand(record, event)]),
            modalities: values(&told, |_, e| vec![e.modality.clone()]),
            actors: values(&told, |_, e| who(&e.actors)),
            recipients: values(&told, |_, e| who(&e.recipients)),
            dates: values(&told, |_, e| e.date.iter().map(|d| d.value.clone()).collect()),
            places: values(&told, |_, e| {
                e.place.iter().map(|p| p.name.as_ref().unwrap_or(&p.text).clone()).collect()
            }),
            sizes: values(&told, |_, e| {
                e.size.iter().map(|s| Count { kind: s.kind.clone(), value: s.value }).collect()
            }),
        }
    }
}

fn who(p: &Participant, persons: &FxHashMap<String, String>) -> Who {
    let entity = p.entity.as_ref().map(|e| persons.get(e).unwrap_or(e).clone());
    Who { name: p.name.as_ref().unwrap_or(&p.text).clone(), entity, code: p.code.clone() }
}

fn report(id: &str, record: &Record, event: &Event) -> ReportOfEvent {
    let name = |s: &&verbale_record::Statement| {
        let named = s.speaker.as_ref().and_then(|speaker| speaker.name.clone());
        named.unwrap_or_else(|| record.quote(&s.source))
    };
    let according_to = record.voices(event).iter().map(name).filter(|n| !n.is_empty()).collect();
    ReportOfEvent { event: id.to_string(), doc: record.doc.id.clone(), according_to }
}

/// Denied in its own clause or by whoever is quoted with it.
fn stand(record: &Record, event: &Event) -> Stand {
    let denied = record.voices(event).iter().any(|s| s.stance == "deny" || s.negated);
    if denied || event.polarity == "-" { Stand::Denied } else { Stand::Told }
}
