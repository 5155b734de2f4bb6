//! Maps written down in the order of their keys, so that the same state is the same bytes.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::Hash;

pub(crate) fn serialize<S: Serializer, K: Ord + Serialize, V: Serialize>(
    map: &FxHashMap<K, V>,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut all: Vec<(&K, &V)> = map.iter().collect();
    all.sort_unstable_by_key(|(key, _)| *key);
    to.collect_seq(all)
}

pub(crate) fn deserialize<'d, D, K, V>(from: D) -> Result<FxHashMap<K, V>, D::Error>
where
    D: Deserializer<'d>,
    K: Deserialize<'d> + Eq + Hash,
    V: Deserialize<'d>,
{
    Vec::<(K, V)>::deserialize(from).map(|all| all.into_iter().collect())
}
