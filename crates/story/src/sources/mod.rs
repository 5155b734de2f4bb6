//! How many of the reports of an event are independent of one another.
//!
//! Reports that copy one another, credit one wire service, pass on the word of one outlet, belong to
//! one owner or rest on one quoted person are joined (union-find, Tarjan 1975), and each link keeps its
//! reason. What comes out is an interval: at least as many sources as there are parts when every link
//! is taken for dependence, at most as many as there are outlets. That two reports share no link does
//! not show that they are independent; that they share one does not show the contrary.

mod origin;
mod owners;
mod provenance;
#[cfg(test)]
mod tests;

pub use origin::Origin;
pub use owners::Owners;
pub use provenance::Provenance;

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many sources a set of reports has.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
pub struct Sources {
    /// Parts of reports that no link joins.
    pub at_least: usize,
    /// Outlets, a document of no known outlet counted as one.
    pub at_most: usize,
    /// Why reports are taken to depend on one another.
    pub links: Vec<Link>,
}

/// Two documents that may depend on one another; the first of those with one reason stands for all.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Link {
    /// Key of a document.
    pub a: String,
    /// Key of another.
    pub b: String,
    /// Why.
    pub reason: Reason,
    /// Who or what they share: the agency, the outlet, the owner, the person.
    pub through: String,
}

/// Why two reports may depend on one another.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// One copies the other, or both a third.
    Copy,
    /// One outlet.
    Outlet,
    /// Both credit an agency, or one is the agency's.
    Agency,
    /// One by-line.
    Byline,
    /// Both tell it by the word of an outlet, or one is the outlet's.
    AccordingTo,
    /// One owner.
    Owner,
    /// All that both quote on it is one speaker.
    SoleSpeaker,
}

/// The sources of reports; the order of `origins` does not matter, and a document that is there
/// several times counts once.
pub fn sources(origins: &[Origin]) -> Sources {
    let mut all: BTreeMap<&str, Origin> = BTreeMap::new();
    for origin in origins {
        match all.get_mut(origin.doc.as_str()) {
            Some(told) => told.add(origin),
            None => drop(all.insert(&origin.doc, origin.clone())),
        }
    }
    let mut holders: BTreeMap<(Reason, String), Vec<(usize, Tie)>> = BTreeMap::new();
    for (at, origin) in all.values().enumerate() {
        for (reason, through, tie) in origin.ties() {
            holders.entry((reason, through)).or_default().push((at, tie));
        }
    }
    let docs: Vec<&str> = all.keys().copied().collect();
    let (mut parts, mut links) = (Parts::of(docs.len()), Vec::new());
    for ((reason, through), held) in holders {
        if held.iter().all(|(_, tie)| *tie == Tie::Itself) {
            continue;
        }
        let ats: BTreeSet<usize> = held.into_iter().map(|(at, _)| at).collect();
        let Some(first) = ats.first().copied() else { continue };
        for at in ats.into_iter().skip(1) {
            parts.join(first, at);
            let (a, b) = (docs[first].to_string(), docs[at].to_string());
            links.push(Link { a, b, reason, through: through.clone() });
        }
    }
    links.sort();
    let outlet = |(doc, o): (&&str, &Origin)| o.outlet.clone().unwrap_or(doc.to_string());
    let outlets: BTreeSet<String> = all.iter().map(outlet).collect();
    Sources { at_least: parts.count(), at_most: outlets.len(), links }
}

/// What a report is to what it shares with others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Tie {
    /// It rests on it.
    Rests,
    /// It is the thing itself: the agency's own report, the text that others copy.
    Itself,
}

/// Disjoint sets with path halving.
struct Parts(Vec<usize>);

impl Parts {
    fn of(n: usize) -> Self {
        Parts((0..n).collect())
    }

    fn top(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.top(a), self.top(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn count(&self) -> usize {
        self.0.iter().enumerate().filter(|(i, top)| i == *top).count()
    }
}
