//! Outlets and wire services as organisations (`outlets.tsv`): who tells a story, and who passes on
//! what somebody said.
//!
//! The stage that reads pages has its own view of the table, by domain and by the names of credits.

use super::body::{Body, body};
use super::territory::{Territories, list};
use std::collections::BTreeMap;
use verbale_document::folding::fold;
use verbale_document::{ActorCode, Lexicons, Row, SmolStr, TableError};

/// The sector of the press, PLOVER's "journalists".
const PRESS: &str = "JRN";

/// An outlet and the web domains that are its own.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// The outlet as an organisation; its code is its state's with `JRN`.
    pub body: Body,
    /// Web domains, as in the table: `bbc.co.uk`.
    pub(crate) domains: Vec<SmolStr>,
}

/// All outlets, in the order of the table.
pub(crate) fn outlets(
    lexicons: &Lexicons,
    territories: &Territories,
) -> Result<Vec<Outlet>, TableError> {
    let table = lexicons.table("outlets.tsv", &["name", "aliases", "domain", "country", "qid"])?;
    table.rows().map(|row| outlet(&row, territories)).collect()
}

/// Whether a code, or the sector of one, is of the press.
pub fn is_press(code: &str) -> bool {
    code.rsplit('.').next() == Some(PRESS)
}

fn outlet(row: &Row, territories: &Territories) -> Result<Outlet, TableError> {
    let state = Some(territories.state(row, "country")?).filter(|c| !c.is_empty()).unwrap_or("UNK");
    let body = body(row, ActorCode::new(format!("{state}.{PRESS}")))?;
    let names = body.names.iter().map(|n| bare(n).to_string()).collect();
    let body = Body { names, ..body };
    let domains = list(row.get("domain")).iter().map(SmolStr::new).collect();
    Ok(Outlet { body, domains })
}

/// A name without its article, as texts have it ("a New York Times report").
fn bare(name: &str) -> &str {
    name.strip_prefix("The ").unwrap_or(name)
}

/// Names and domains that two outlets share, one line each.
pub(crate) fn shared<'o>(outlets: impl Iterator<Item = &'o Outlet>) -> Vec<String> {
    let (mut owners, mut wrong) = (BTreeMap::new(), Vec::new());
    for Outlet { body, domains } in outlets {
        let names = body.names.iter().chain(&body.weak).map(|n| fold(bare(n)));
        for name in names.chain(domains.iter().map(|d| fold(d))) {
            let owner = *owners.entry(name.clone()).or_insert(&body.name);
            if *owner != body.name {
                wrong.push(format!("{name}: both {owner} and {}", body.name));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Outlet> {
        let lexicons = crate::lexicons();
        let territories = Territories::new(&lexicons).expect("a sound table");
        outlets(&lexicons, &territories).expect("a sound table")
    }

    /// Members of the United Nations without one would be a gap of the table.
    #[test]
    fn every_member_state_has_an_outlet() {
        let lexicons = crate::lexicons();
        let territories = Territories::new(&lexicons).expect("a sound table");
        let un = crate::tables::body::bodies(&lexicons, &territories).expect("sound tables");
        let un = un.iter().find(|b| b.code.as_str() == "IGO.UN").expect("the UN");
        let outlets = rows();
        let has = |state: &str| outlets.iter().any(|o| o.body.code.country() == state);
        let without: Vec<_> = un.members(None).into_iter().filter(|m| !has(m.as_str())).collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn shared_names_and_domains_are_told() {
        let mut outlets = rows();
        assert_eq!(shared(outlets.iter()), Vec::<String>::new());
        let named = |name: &str| outlets.iter().find(|o| o.body.name == name).cloned();
        let mut twin = named("The Guardian").expect("a row");
        twin.body.name = "Guardian of Nowhere".into();
        outlets.push(twin);
        let wrong = shared(outlets.iter());
        assert!(wrong.iter().any(|w| w.starts_with("theguardian.com: both The Guardian")));
        assert!(wrong.iter().any(|w| w.starts_with("guardian: both")), "{wrong:?}");
    }
}
