//! Outlets and wire services by name, alias and domain (`lexicons/outlets.tsv`).

use std::collections::BTreeMap;
use verbale_document::{Agency, Lexicons, Outlet, SmolStr, TableError};

/// The table of who publishes and who supplies.
pub(crate) struct Outlets {
    rows: Vec<Outlet>,
    agency: Vec<bool>,
    by_name: BTreeMap<String, usize>,
    by_domain: BTreeMap<String, usize>,
}

impl Outlets {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["name", "kind", "aliases", "domain", "country", "qid"];
        let table = lexicons.table("outlets.tsv", &columns)?;
        let mut all = Outlets {
            rows: Vec::new(),
            agency: Vec::new(),
            by_name: BTreeMap::new(),
            by_domain: BTreeMap::new(),
        };
        for row in table.rows() {
            let kind = row.get("kind");
            if !matches!(kind, "agency" | "outlet") {
                return Err(row.error(format!("kind `{kind}` is neither agency nor outlet")));
            }
            let at = all.rows.len();
            let cell = |c: &str| Some(SmolStr::new(row.get(c))).filter(|s| !s.is_empty());
            let names = row.get("aliases").split('|').chain([row.get("name")]);
            all.by_name
                .extend(names.filter(|n| !n.is_empty()).map(|n| (n.trim().to_lowercase(), at)));
            all.by_domain.extend(cell("domain").map(|d| (d.to_lowercase(), at)));
            all.agency.push(kind == "agency");
            let name = SmolStr::new(row.get("name"));
            let (domain, country, entity) = (cell("domain"), cell("country"), cell("qid"));
            all.rows.push(Outlet { name, domain, country, entity });
        }
        Ok(all)
    }

    /// The outlet or agency of this name, and whether it is an agency.
    pub(crate) fn named(&self, name: &str) -> Option<(&Outlet, bool)> {
        let at = *self.by_name.get(&name.trim().to_lowercase())?;
        Some((&self.rows[at], self.agency[at]))
    }

    /// The outlet of a host: `www.` and subdomains are looked through.
    pub(crate) fn of_host(&self, host: &str) -> Option<&Outlet> {
        let mut host = host.trim_start_matches("www.").to_lowercase();
        loop {
            if let Some(&at) = self.by_domain.get(&host) {
                return Some(&self.rows[at]);
            }
            host = host.split_once('.').map(|(_, rest)| rest.to_string())?;
        }
    }

    /// A wire service credited as `text`.
    pub(crate) fn agency(&self, text: &str) -> Option<Agency> {
        let (row, _) = self.named(text).filter(|(_, agency)| *agency)?;
        let (name, entity) = (row.name.clone(), row.entity.clone());
        Some(Agency { text: SmolStr::new(text.trim()), name, entity })
    }
}
