//! Where the reports of a story come from: what their records tell, who copies whom, who owns whom.

use super::{Origin, Owners, Sources, sources};
use crate::copies::{Copy, CopyKind};
use crate::events::MergedEvent;
use rustc_hash::FxHashMap;
use verbale_record::Record;

/// What is known of the origin of the reports of one story. Make it once a story and ask it for each
/// of its merged events.
pub struct Provenance<'s> {
    /// Records of the story by the keys of their documents.
    records: FxHashMap<&'s str, &'s Record>,
    /// For each copy the document that it has its text from.
    from: FxHashMap<&'s str, &'s str>,
    owners: &'s Owners,
}

impl<'s> Provenance<'s> {
    /// Of the records of a story; of `copies`, those of other documents are not asked for, and who shares
    /// only boilerplate depends on nobody. The order of either does not matter as long as each document
    /// is named as a copy once.
    pub fn new(
        records: impl IntoIterator<Item = &'s Record>,
        copies: impl IntoIterator<Item = &'s Copy>,
        owners: &'s Owners,
    ) -> Self {
        let copies = copies.into_iter().filter(|c| c.kind > CopyKind::Boilerplate);
        Provenance {
            records: records.into_iter().map(|r| (r.doc.key.as_str(), r)).collect(),
            from: copies.map(|c| (c.doc.as_str(), c.of.as_str())).collect(),
            owners,
        }
    }

    /// How many independent sources tell an event: at least so many, at most so many, and why reports
    /// are taken to depend on one another. Reports whose records are not there are left out.
    pub fn sources(&self, event: &MergedEvent) -> Sources {
        let origins: Vec<Origin> =
            event.reports.iter().filter_map(|report| self.origin(&report.event)).collect();
        sources(&origins)
    }

    /// The origin of an event of a record, by its global id (`KEY#e1`).
    fn origin(&self, id: &str) -> Option<Origin> {
        let (key, event) = id.rsplit_once('#')?;
        let record = *self.records.get(key)?;
        let mut origin = Origin::of(record, record.event(event)?);
        origin.owner = self.owners.of(record).map(str::to_string);
        origin.copies = self.root(key).map(str::to_string);
        Some(origin)
    }

    /// The first document of a chain of copies; none for what copies nobody.
    fn root(&self, key: &str) -> Option<&'s str> {
        let mut root = *self.from.get(key)?;
        // Copies never go round; were they handed in so, the chain would end after all of them.
        for _ in 0..self.from.len() {
            match self.from.get(root) {
                Some(next) => root = next,
                None => break,
            }
        }
        Some(root)
    }
}
