//! Political parties, whose names many states share.

use crate::fold::fold;
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
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let table = lexicons.table("parties.tsv", &["iso3", "name", "short", "qid"])?;
        let mut all = Parties { rows: Vec::new(), by_name: FxHashMap::default() };
        for row in table.rows() {
            for name in [row.get("name"), row.get("short")] {
                if !name.is_empty() {
                    all.by_name.entry(fold(name)).or_default().push(all.rows.len());
                }
            }
            let (iso3, name, qid) =
                (row.get("iso3").into(), row.get("name").into(), row.get("qid").into());
            all.rows.push(Party { iso3, name, qid });
        }
        Ok(all)
    }

    /// Parties of this name (folded), in the order of the table.
    pub(crate) fn named(&self, key: &str) -> impl Iterator<Item = usize> + '_ {
        self.by_name.get(key).map_or(&[][..], Vec::as_slice).iter().copied()
    }
}
