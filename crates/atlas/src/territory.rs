//! States and territories.

use verbale_document::{Lexicons, SmolStr, TableError};

/// A state or territory.
#[derive(Clone, Debug)]
pub(crate) struct Territory {
    pub iso3: SmolStr,
    pub iso2: SmolStr,
    pub qid: SmolStr,
    pub name: SmolStr,
    pub names: Vec<String>,
    pub adjectives: Vec<String>,
    pub capital: SmolStr,
}

pub(crate) fn list(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_string).collect()
}

pub(crate) fn territories(lexicons: &Lexicons) -> Result<Vec<Territory>, TableError> {
    let table = lexicons.table("territories.tsv", &["iso3", "name", "adjectives", "capital"])?;
    let mut all = Vec::new();
    for row in table.rows() {
        let iso3 = row.get("iso3");
        if iso3.len() != 3 || !iso3.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(row.error(format!("`{iso3}` is no ISO 3166 alpha-3 code")));
        }
        let mut names = vec![row.get("name").to_string()];
        names.extend(list(row.get("aliases")));
        all.push(Territory {
            iso3: iso3.into(),
            iso2: row.get("iso2").into(),
            qid: row.get("qid").into(),
            name: row.get("name").into(),
            names,
            adjectives: list(row.get("adjectives")),
            capital: row.get("capital").into(),
        });
    }
    Ok(all)
}
