//! Events across reports: which mentions of a story tell one event, and what each report says of it.
//!
//! A pair of mentions is compared where its triggers have a stem, a word or a group of synonyms in
//! common; a logistic regression over what else agrees ([`features`]) says how probable it is that
//! they are one event, and average linkage ([`linkage`]) makes groups of pairs. Events of records must
//! agree beyond the trigger and may not clash ([`agreement`]); mentions that somebody else found are
//! of every kind, and the probability decides alone.
//!
//! Nothing is decided of what happened: a merged event ([`MergedEvent`]) keeps every value with the
//! reports that gave it, and a denial beside what it denies. The order of input does not matter.
//!
//! ```
//! use verbale_story::events::{Joiner, Tables};
//!
//! let lexicons = verbale_lexicons::english();
//! let tables = Tables::of(|name| lexicons.text(name).map(|text| &**text));
//! let joiner = Joiner::new(tables.expect("tables"));
//! assert!(joiner.expect("sound tables").merge(&[]).is_empty());
//! ```

mod agreement;
mod clash;
mod features;
mod lexicon;
mod linkage;
#[cfg(test)]
mod look_alikes;
mod merged;
mod never;
mod occurrence;
mod party;
mod persons;
mod series;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod words;

use agreement::{Agreement, agreement};
use features::{Counts, features, relation};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use verbale_record::{Record, ids};

pub use features::{FEATURES, Features};
pub use lexicon::{Lexicon, Relation, Tables};
pub use merged::{Count, Kind, MergedEvent, ReportOfEvent, Stand, Value, Who};
pub use occurrence::{Given, GivenParty, Occurrence};
pub use persons::join as join_persons;

/// How probable the pairs of a group of coded events must be on average. Low, for agreement is asked
/// of each pair besides.
const LEAST_CODED: f64 = 0.05;
/// What speaks for a pair of coded events with one stem of which too little agrees: not enough to join
/// them, but no reason against groups that others join.
const LITTLE: f64 = 0.049;
/// What speaks for a pair that clashes.
const CLASH: f64 = -0.1;
/// What speaks for a pair of other days: it keeps groups apart that hold several such pairs, for one day of many is
/// read wrongly now and then.
const OTHER_DAYS: f64 = -0.5;
/// What speaks for a pair that cannot be one: groups that hold such a pair are never joined.
const OTHERS: f64 = f64::NEG_INFINITY;
/// The same of given mentions.
const LEAST_GIVEN: f64 = 0.4;

/// A pair of mentions that may be one event, for whoever fits the weights.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// The earlier mention, as an index.
    pub a: usize,
    /// The later one.
    pub b: usize,
    /// How their triggers are related.
    pub relation: Relation,
    /// What they agree and differ in.
    pub features: Features,
}

/// Joins mentions of events. Immutable; build it once.
pub struct Joiner {
    lexicon: Lexicon,
}

/// One event of a story: its members as indices into the mentions, and its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// `v:` and 16 hex digits: a hash of the place of its earliest mention.
    pub id: String,
    /// Its mentions, in their order.
    pub members: Vec<usize>,
}

impl Joiner {
    /// With the tables of words and weights.
    ///
    /// # Errors
    /// As [`Lexicon::new`].
    pub fn new(tables: Tables<'_>) -> Result<Self, String> {
        Ok(Joiner { lexicon: Lexicon::new(tables)? })
    }

    /// The events of a record as they are compared.
    pub fn coded(&self, record: &Record) -> Vec<Occurrence> {
        let events = record.events.iter();
        events.filter_map(|e| Occurrence::coded(&self.lexicon, record, e)).collect()
    }

    /// Mentions that somebody else found in the text of a record.
    pub fn given(&self, record: &Record, given: &[Given]) -> Vec<Occurrence> {
        given.iter().map(|g| Occurrence::given(&self.lexicon, record, g)).collect()
    }

    /// The events of one story, each mention in exactly one; `all` is put into the order of time,
    /// document and text.
    pub fn group(&self, all: &mut [Occurrence]) -> Vec<Group> {
        order(all);
        let of = average_groups(all, |pair| self.link(all, pair), least(all));
        let mut groups: Vec<Group> = Vec::new();
        let mut at: FxHashMap<usize, usize> = FxHashMap::default();
        for (i, first) in of.into_iter().enumerate() {
            let group = *at.entry(first).or_insert_with(|| {
                groups.push(Group { id: id(&all[first]), members: Vec::new() });
                groups.len() - 1
            });
            groups[group].members.push(i);
        }
        groups
    }

    /// Every pair of a story's mentions that is compared; `all` is ordered as [`Joiner::group`] does.
    pub fn pairs(&self, all: &mut [Occurrence]) -> Vec<Pair> {
        order(all);
        compared(all)
    }

    /// What the records of one story tell, joined.
    pub fn merge(&self, records: &[&Record]) -> Vec<MergedEvent> {
        let mut all: Vec<Occurrence> = records.iter().flat_map(|r| self.coded(r)).collect();
        let groups = self.group(&mut all);
        let persons = persons::join(records);
        let of: FxHashMap<&str, &Record> =
            records.iter().map(|r| (r.doc.key.as_str(), *r)).collect();
        groups.iter().map(|g| merged::merge(g, &all, &of, &persons)).collect()
    }

    /// What speaks for a pair, from [`OTHERS`] to 1; nothing where it is not compared.
    fn link(&self, all: &[Occurrence], pair: &Pair) -> Option<f64> {
        let (a, b) = (&all[pair.a], &all[pair.b]);
        let probability = self.lexicon.probability(pair.relation, &pair.features);
        if a.kind.is_none() || b.kind.is_none() {
            return Some(probability);
        }
        match agreement(a, b, pair.relation, &pair.features) {
            Agreement::Little => (pair.relation == Relation::Same).then_some(LITTLE),
            Agreement::Clash => Some(CLASH),
            Agreement::OtherDays => Some(OTHER_DAYS),
            Agreement::Others => Some(OTHERS),
            Agreement::May => Some(probability),
        }
    }
}

/// How probable the pairs of a group of these mentions must be on average.
pub fn least(all: &[Occurrence]) -> f64 {
    if all.iter().any(|o| o.kind.is_none()) { LEAST_GIVEN } else { LEAST_CODED }
}

fn average_groups(
    all: &[Occurrence],
    link: impl Fn(&Pair) -> Option<f64>,
    least: f64,
) -> Vec<usize> {
    let pairs = compared(all);
    let links: Vec<_> = pairs.iter().filter_map(|p| Some((p.a, p.b, link(p)?))).collect();
    linkage::average(all.len(), &links, least)
}

/// By day of publication, then document, place and id.
fn order(all: &mut [Occurrence]) {
    let key = |o: &Occurrence| (o.published.is_none(), o.published.clone(), o.doc.clone());
    all.sort_by_cached_key(|o| (key(o), o.span, o.id.clone()));
}

/// Pairs whose triggers are related, found by what they share and not one by one.
fn compared(all: &[Occurrence]) -> Vec<Pair> {
    let counts = Counts::of(all);
    let mut seen: FxHashMap<Shared<'_>, Vec<usize>> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (b, one) in all.iter().enumerate() {
        let mut before: BTreeSet<usize> = BTreeSet::new();
        for shared in shared(one) {
            let holders = seen.entry(shared).or_default();
            before.extend(holders.iter());
            holders.push(b);
        }
        for a in before {
            let Some(relation) = relation(&all[a], one) else { continue };
            let features = features(&all[a], one, &counts);
            pairs.push(Pair { a, b, relation, features });
        }
    }
    pairs
}

/// What makes two mentions worth a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Shared<'o> {
    Stem(&'o str),
    Group(u32),
}

fn shared(one: &Occurrence) -> impl Iterator<Item = Shared<'_>> {
    let stems = one.stems.iter().filter(|s| **s != one.stem).map(|s| Shared::Stem(s.as_str()));
    let groups = one.groups.iter().map(|g| Shared::Group(*g));
    std::iter::once(Shared::Stem(&one.stem)).chain(stems).chain(groups)
}

/// An id that stays while the event's earliest mention does.
fn id(first: &Occurrence) -> String {
    id_of_first(&first.doc, &first.id)
}

/// The id of an event of which this report is the earliest: the key of a document and the id in it.
pub fn id_of_first(doc: &str, event: &str) -> String {
    format!("v:{}", &ids::text_hash(&ids::global(doc, event))[..16])
}
