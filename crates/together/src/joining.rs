//! Events that several reports of a story tell, joined, with their independent sources.

use crate::word;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use verbale_record::together::Merged;
use verbale_record::{Event, Record};
use verbale_store::{Joined, Store, StoreError};
use verbale_story::copies;
use verbale_story::events::{
    Joiner, MergedEvent, Occurrence, Stand, Who, id_of_first, join_persons,
};
use verbale_story::sources::{Owners, Provenance, Reason};

/// Joins the events of the stories that have changed; whether of all of them.
pub fn join(
    store: &mut Store,
    joiner: &Joiner,
    owners: &Owners,
    stop: impl Fn() -> bool,
) -> Result<bool, StoreError> {
    for story in store.unjoined()? {
        if stop() {
            return Ok(false);
        }
        let (mut records, mut copies) = (Vec::new(), Vec::new());
        for (number, copied) in store.of_story(&story)? {
            let Some(record) = store.numbered(number)? else { continue };
            copies.extend(copied.and_then(|(of, kind)| copy(&record, of, &kind)));
            records.push(record);
        }
        let provenance = Provenance::new(&records, &copies, owners);
        let events = Telling { story: &story, provenance }.joined(joiner, &records);
        store.join(&story, &events)?;
    }
    store.all_joined()?;
    Ok(true)
}

/// What the ledger says of a document that has its text from another.
fn copy(record: &Record, of: String, kind: &str) -> Option<copies::Copy> {
    let kind = serde_json::from_value(kind.into()).ok()?;
    Some(copies::Copy { doc: record.doc.key.clone(), of, kind })
}

/// A story whose events are joined.
struct Telling<'s> {
    story: &'s str,
    provenance: Provenance<'s>,
}

impl Telling<'_> {
    /// Every event of the records, with its reports; those that have no words of their own are told once.
    fn joined(&self, joiner: &Joiner, records: &[Record]) -> Vec<Joined> {
        let of: HashMap<&str, &Record> = records.iter().map(|r| (r.doc.key.as_str(), r)).collect();
        let persons = join_persons(&records.iter().collect::<Vec<_>>());
        let mut all: Vec<Occurrence> = records.iter().flat_map(|r| joiner.coded(r)).collect();
        let groups = joiner.group(&mut all);
        let known: HashSet<(&str, &str)> =
            all.iter().map(|o| (o.doc.as_str(), o.id.as_str())).collect();
        let mut told: Vec<(String, Vec<(&Record, &Event)>)> = Vec::new();
        for group in &groups {
            let reports = group.members.iter().filter_map(|m| {
                let record = *of.get(all[*m].doc.as_str())?;
                Some((record, record.event(&all[*m].id)?))
            });
            told.push((group.id.clone(), reports.collect()));
        }
        for record in records {
            let key = record.doc.key.as_str();
            for event in record.events.iter().filter(|e| !known.contains(&(key, e.id.as_str()))) {
                told.push((id_of_first(key, &event.id), vec![(record, event)]));
            }
        }
        let merged = |(id, reports): &(String, Vec<(&Record, &Event)>)| {
            let all = MergedEvent::of(id, reports, &persons);
            let name = |(r, e): &(&Record, &Event)| (r.doc.key.clone(), e.id.clone());
            Joined {
                merged: self.merged(all, reports),
                reports: reports.iter().map(name).collect(),
            }
        };
        told.iter().map(merged).collect()
    }

    fn merged(&self, all: MergedEvent, reports: &[(&Record, &Event)]) -> Merged {
        let documents: BTreeSet<&str> = reports.iter().map(|(r, _)| r.doc.key.as_str()).collect();
        let kind = most(reports.iter().map(|(_, e)| e.kind.as_str())).unwrap_or_default();
        let typical = reports.iter().map(|(_, e)| e).find(|e| e.kind == kind);
        let sources = self.provenance.sources(&all);
        let ties: BTreeSet<(Reason, &str)> =
            sources.links.iter().map(|l| (l.reason, l.through.as_str())).collect();
        let denied = all.stands.iter().filter(|s| s.value == Stand::Denied);
        let side = |side: Vec<verbale_story::events::Value<Who>>| {
            side.into_iter().map(|v| (v.value.name, v.value.code)).collect()
        };
        Merged {
            id: all.id,
            story: self.story.to_string(),
            day: day(reports),
            quad: typical.map_or(0, |e| e.quad),
            intensity: typical.map_or(0.0, |e| e.intensity),
            kind: kind.to_string(),
            actors: side(all.actors),
            recipients: side(all.recipients),
            places: all.places.into_iter().map(|v| v.value).collect(),
            sizes: all
                .sizes
                .iter()
                .map(|v| format!("{} {}", v.value.kind, v.value.value))
                .collect(),
            n_reports: reports.len(),
            n_documents: documents.len(),
            n_claims: reports.iter().filter(|(_, e)| e.is_claim()).count(),
            n_denied: denied.map(|s| s.reports.len()).sum(),
            sources_least: sources.at_least,
            sources_most: sources.at_most,
            ties: ties.iter().map(|(why, through)| format!("{} {through}", word(why))).collect(),
        }
    }
}

/// The first day that most reports give, else that on which the first was published.
fn day(reports: &[(&Record, &Event)]) -> Option<String> {
    let known = |day: &&str| day.parse::<Date>().is_ok();
    let days = reports.iter().filter_map(|(_, e)| e.date.as_ref()?.start.as_deref());
    let published = reports.iter().filter_map(|(r, _)| r.doc.published_at.as_deref()?.get(..10));
    most(days.filter(known)).or_else(|| published.filter(known).min()).map(str::to_string)
}

/// What comes most often, of as many the first.
fn most<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut count: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *count.entry(one).or_default() += 1);
    let best = count.values().copied().max();
    count.into_iter().find(|(_, n)| Some(*n) == best).map(|(one, _)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_say_stands_for_all() {
        assert_eq!(most(["b", "a", "b", "a", "c"].into_iter()), Some("a"));
        assert_eq!(most(["b", "a", "b"].into_iter()), Some("b"));
        assert_eq!(most(std::iter::empty::<u8>()), None);
        assert_eq!(word(Reason::SoleSpeaker), "sole-speaker");
    }
}
