//! Reports by keys: bands of their sketch and fingerprints of their text.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// Reports of a key that are looked at, the first and the latest: a passage that hundreds share is found
/// with some of them as well as with all.
const FIRST: usize = 8;
const MOST: usize = 24;
/// Fingerprints that a pair must share to be looked at; bands are enough one by one.
pub(crate) const PRINTS: u32 = 2;

/// Numbers of reports, which rise in the order of arrival, by key. A tree, not a table: what comes and goes keeps
/// the same memory, and is written down in order.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Index(BTreeMap<u32, VecDeque<u32>>);

impl Index {
    pub(crate) fn add(&mut self, number: u32, keys: &[u32]) {
        for key in keys {
            let numbers = self.0.entry(*key).or_default();
            if numbers.back() != Some(&number) {
                numbers.push_back(number);
            }
            if numbers.len() > MOST {
                numbers.remove(FIRST);
            }
        }
    }

    /// Takes out a report; all that came before it are gone already.
    pub(crate) fn remove_first(&mut self, number: u32, keys: &[u32]) {
        for key in keys {
            let Some(numbers) = self.0.get_mut(key) else { continue };
            if numbers.front() == Some(&number) {
                numbers.pop_front();
            }
            if numbers.is_empty() {
                self.0.remove(key);
            }
        }
    }

    /// How many of the keys other reports share.
    pub(crate) fn shared(&self, number: u32, keys: &[u32]) -> BTreeMap<u32, u32> {
        let mut shared = BTreeMap::new();
        let numbers = keys.iter().filter_map(|key| self.0.get(key)).flatten();
        for other in numbers.filter(|other| **other != number) {
            *shared.entry(*other).or_default() += 1;
        }
        shared
    }
}
