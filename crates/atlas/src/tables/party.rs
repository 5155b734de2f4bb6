//! Political parties, whose names many states share.

use super::index::{Index, Lists, add};
use super::territory::Territories;
use verbale_document::folding::fold;
use verbale_document::{Lexicons, Row, SmolStr, TableError};

/// A party of a state.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its state, ISO 3166 alpha-3.
    pub iso3: SmolStr,
    /// Preferred name.
    pub name: SmolStr,
    /// Wikidata id; empty where there is none.
    pub qid: SmolStr,
}

/// Parties by folded name and short name.
pub struct Parties {
    /// All parties, in the order of the table.
    pub rows: Vec<Party>,
    names: Index,
}

/// The rows of the table.
fn parties(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<(Party, SmolStr)>, TableError> {
    let table = lexicons.table("parties.tsv", &["iso3", "name", "short", "qid"])?;
    let party = |row: Row| {
        let (iso3, name, qid) =
            (territories.state(&row, "iso3")?, row.required("name")?, row.get("qid"));
        let party = Party { iso3: iso3.into(), name: name.into(), qid: qid.into() };
        Ok((party, row.get("short").into()))
    };
    table.rows().map(party).collect()
}

/// Rows by folded name, short name and name without the state's.
pub(crate) fn party_names(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Index, TableError> {
    let mut names = Lists::new();
    for (i, (party, short)) in (0..).zip(parties(lexicons, territories)?) {
        let name = fold(&party.name);
        let without = without_state(&name, &party.iso3, territories);
        for name in [name, fold(&short), without] {
            add(&mut names, name, i);
        }
    }
    names.remove("");
    Ok(Index::new(&names))
}

impl Parties {
    pub(crate) fn new(
        lexicons: &Lexicons,
        territories: &Territories,
        names: Index,
    ) -> Result<Self, TableError> {
        let rows = parties(lexicons, territories)?.into_iter().map(|(party, _)| party).collect();
        Ok(Parties { rows, names })
    }

    /// Indexes into [`Parties::rows`] of the parties of this name (folded), in the order of the
    /// table.
    pub fn named(&self, key: &str) -> impl Iterator<Item = usize> + '_ {
        self.names.get(key).map(|i| i as usize)
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
