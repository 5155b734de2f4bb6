//! Which reports of the window a new one may belong with: those that share its rarest terms.
//!
//! An inverted index; the terms of a query are looked up from the rarest on, until so many postings
//! have been read. What a report costs so does not grow with the window.

use super::profile::Profile;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// Reports that are looked at closely.
const PARTNERS: usize = 40;
/// Of these, how many must be of its story for there to be more than were looked at.
pub(crate) const FULL: usize = 30;
/// Postings that are read for a report.
const MAX_POSTINGS: usize = 20_000;

/// Reports by their rarest terms; numbers rise in the order of arrival.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Index(BTreeMap<u32, VecDeque<u32>>);

impl Index {
    pub(crate) fn add(&mut self, number: u32, profile: &Profile) {
        for (term, _) in &profile.rarest {
            self.0.entry(*term).or_default().push_back(number);
        }
    }

    /// Takes out the report that came first of those that are left.
    pub(crate) fn remove_first(&mut self, number: u32, profile: &Profile) {
        for (term, _) in &profile.rarest {
            let Some(postings) = self.0.get_mut(term) else { continue };
            if postings.front() == Some(&number) {
                postings.pop_front();
            }
            if postings.is_empty() {
                self.0.remove(term);
            }
        }
    }

    /// The reports that share most with this one among those that `may` be compared with it, itself left
    /// out, in the order of numbers.
    pub(crate) fn like(
        &self,
        number: u32,
        profile: &Profile,
        may: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let mut terms: Vec<_> = profile
            .rarest
            .iter()
            .filter_map(|(term, worth)| {
                let postings = self.0.get(term)?;
                (postings.len() > 1).then_some((postings, *worth, *term))
            })
            .collect();
        terms.sort_unstable_by_key(|(postings, _, term)| (postings.len(), *term));
        let (mut score, mut read) = (FxHashMap::<u32, f32>::default(), 0);
        for (postings, worth, _) in terms {
            read += postings.len();
            if read > MAX_POSTINGS {
                break;
            }
            for other in postings {
                *score.entry(*other).or_default() += worth * worth;
            }
        }
        score.remove(&number);
        let mut best: Vec<(u32, f32)> =
            score.into_iter().filter(|(other, _)| may(*other)).collect();
        best.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.truncate(PARTNERS);
        best.sort_unstable_by_key(|(other, _)| *other);
        best.into_iter().map(|(other, _)| other).collect()
    }
}
