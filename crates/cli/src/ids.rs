//! Ids that several documents of one run have.
//!
//! An id is the name of a file, or what a line of JSON gives: two may be the same. The key of a
//! record tells documents apart; this only notices. It holds two hashes of 64 bits a document.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The ids so far.
#[derive(Default)]
pub struct Ids {
    /// By the hash of an id: the hash of the key that came with it first; nothing once it was told.
    met: HashMap<u64, Option<u64>>,
}

impl Ids {
    /// A line for a person when an id comes for the second time, and then no more.
    pub fn meet(&mut self, id: &str, key: &str) -> Option<String> {
        let key = hash(key);
        let first = match self.met.entry(hash(id)) {
            Entry::Vacant(new) => {
                new.insert(Some(key));
                return None;
            }
            Entry::Occupied(mut old) => old.insert(None)?,
        };
        let what = match first == key {
            true => "this document came more than once; its records have the same key",
            false => "several documents have this id; their keys differ",
        };
        Some(format!("{id}: {what}"))
    }
}

/// The same in every run.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_told_once() {
        let mut ids = Ids::default();
        let mut check = |id: &str, key: &str, want: Option<&str>| {
            let told = ids.meet(id, key);
            assert_eq!(told.is_some(), want.is_some(), "{told:?}");
            assert!(told.is_none_or(|t| t.starts_with(id) && t.contains(want.unwrap_or_default())));
        };
        check("a", "1", None);
        check("b", "1", None);
        check("a", "2", Some("their keys differ"));
        check("a", "3", None);
        check("b", "1", Some("more than once"));
        check("b", "2", None);
    }
}
