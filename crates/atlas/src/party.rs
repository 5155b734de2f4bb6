//! Political parties, whose names many states share.

use crate::fold::fold;
use crate::territory::Territories;
use rustc_hash::FxHashMap;
use verbale_document::{Lexicons, SmolStr, TableError};

/// A party.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    pub iso3: SmolStr,
    pub name: SmolStr,
    pub qid: SmolStr,
}

/// Parties by folded name and short name.
pub(crate) struct Parties {
    pub rows: Vec<Party>,
    by_name: FxHashMap<String, Vec<usize>>,
}

impl Parties {
    pub(crate) fn new(lexicons: &Lexicons, territories: &Territories) -> Result<Self, TableError> {
        let table = lexicons.table("parties.tsv", &["iso3", "name", "short", "qid"])?;
        let mut all = Parties { rows: Vec::new(), by_name: FxHashMap::default() };
        for row in table.rows() {
            let without = without_state(&fold(row.get("name")), row.get("iso3"), territories);
            for name in [fold(row.get("name")), fold(row.get("short")), without] {
                let bearers = all.by_name.entry(name).or_default();
                if bearers.last() != Some(&all.rows.len()) {
                    bearers.push(all.rows.len());
                }
            }
            let (iso3, name, qid) =
                (row.get("iso3").into(), row.get("name").into(), row.get("qid").into());
            all.rows.push(Party { iso3, name, qid });
        }
        all.by_name.remove("");
        Ok(all)
    }

    /// Parties of this name (folded), in the order of the table.
    pub(crate) fn named(&self, key: &str) -> impl Iterator<Item = usize> + '_ {
        self.by_name.get(key).map_or(&[][..], Vec::as_slice).iter().copied()
    }
}

/// "awami league" of "bangladesh awami league", "democratic party" of "democratic party of japan":
/// what a party is called at home; empty where its name has no state in it.
fn without_state(name: &str, iso3: &str, territories: &Territories) -> String {
    let Some(at) = territories.at(iso3) else { return String::new() };
    let t = &territories.rows[at];
    let states = t.names.iter().chain(&t.adjectives).map(|n| fold(n));
    let rest = states.into_iter().find_map(|state| {
        let before = name.strip_prefix(&state).and_then(|n| n.strip_prefix(' '));
        let after = || name.strip_suffix(&state).and_then(|n| n.strip_suffix(" of "));
        before.or_else(after).map(str::to_string)
    });
    rest.filter(|n| n.contains(' ')).unwrap_or_default()
}
