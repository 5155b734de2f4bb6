//! Outlets and wire services by name, alias and domain (`atlas/outlets.tsv`).

use std::collections::BTreeMap;
use verbale_document::folding::{fold, id_of};
use verbale_document::{Agency, Lexicons, Outlet, SmolStr, TableError};

/// The table of who publishes and who supplies.
pub(crate) struct Outlets {
    rows: Vec<Outlet>,
    agency: Vec<bool>,
    by_name: BTreeMap<String, usize>,
    by_domain: BTreeMap<String, usize>,
    /// States by their top-level domain ("na").
    states: BTreeMap<String, SmolStr>,
    /// States by their names, adjectives and capitals as hosts have them ("elsalvador"), longest first.
    spelled: Vec<(String, SmolStr)>,
}

/// Letters of the shortest name of a state that is looked for in a host ("oman" is in "woman").
const SPELLED: usize = 5;

/// Top-level domains that stand for a state and are used by everybody.
const VANITY: [&str; 14] =
    ["ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "to", "tv", "vc", "ws"];

impl Outlets {
    pub(crate) fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let columns = ["name", "kind", "aliases", "domain", "country", "qid"];
        let table = lexicons.table("outlets.tsv", &columns)?;
        let mut all = Outlets {
            rows: Vec::new(),
            agency: Vec::new(),
            by_name: BTreeMap::new(),
            by_domain: BTreeMap::new(),
            states: states(lexicons)?,
            spelled: spelled(lexicons)?,
        };
        for row in table.rows() {
            let kind = row.get("kind");
            if !matches!(kind, "agency" | "outlet") {
                return Err(row.error(format!("kind `{kind}` is neither agency nor outlet")));
            }
            let at = all.rows.len();
            let cell = |c: &str| Some(SmolStr::new(row.get(c))).filter(|s| !s.is_empty());
            let names = ["aliases", "weak"].into_iter().flat_map(|c| row.get(c).split('|'));
            let names = names.chain([row.get("name")]);
            all.by_name
                .extend(names.filter(|n| !n.is_empty()).map(|n| (n.trim().to_lowercase(), at)));
            let domains = row.get("domain").split('|').filter(|d| !d.is_empty());
            all.by_domain.extend(domains.clone().map(|d| (d.trim().to_lowercase(), at)));
            all.agency.push(kind == "agency");
            let name = SmolStr::new(row.get("name"));
            let domain = domains.map(SmolStr::new).next();
            let (country, entity) = (cell("country"), Some(id_of(row.get("qid"), &name)));
            all.rows.push(Outlet { name, domain, country, entity });
        }
        Ok(all)
    }

    /// The outlet or agency of this name, and whether it is an agency.
    pub(crate) fn named(&self, name: &str) -> Option<(&Outlet, bool)> {
        let at = *self.by_name.get(&name.trim().to_lowercase())?;
        Some((&self.rows[at], self.agency[at]))
    }

    /// Whether every one of `names` ("Reuters/AFP") is an outlet or agency.
    pub(crate) fn all_known(&self, names: &str) -> bool {
        names.split(['/', ',']).all(|name| self.named(name).is_some())
    }

    /// The outlet of an address, if it is known.
    pub(crate) fn of_url(&self, url: &str) -> Option<&Outlet> {
        self.of_host(host(url))
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

    /// The state whose top-level domain a host has ("economist.com.na"), else the one whose name begins
    /// or ends the host's own ("todaynicaragua.com").
    pub(crate) fn state_of(&self, host: &str) -> Option<&SmolStr> {
        self.top_level(host).or_else(|| {
            let (rest, _) = host.trim_end_matches('.').rsplit_once('.')?;
            let own = rest.rsplit('.').next()?.to_lowercase();
            let tells = |name: &str| own.starts_with(name) || own.ends_with(name);
            self.spelled.iter().find(|(name, _)| tells(name)).map(|(_, state)| state)
        })
    }

    /// The state of a top-level domain, those left out that are used by everybody.
    fn top_level(&self, host: &str) -> Option<&SmolStr> {
        let (rest, top) = host.trim_end_matches('.').rsplit_once('.')?;
        let second = rest.rsplit('.').next().unwrap_or_default();
        let own = matches!(second, "com" | "co" | "org" | "net" | "gov");
        self.states.get(&top.to_lowercase()).filter(|_| own || !VANITY.contains(&top))
    }

    /// What is known of the outlet of an address that the table does not have: its host and state.
    pub(crate) fn by_state(&self, url: &str) -> Option<Outlet> {
        let host = host(url).trim_start_matches("www.");
        let country = Some(self.state_of(host)?.clone());
        let name = SmolStr::new(host);
        Some(Outlet { domain: Some(name.clone()), name, country, entity: None })
    }

    /// A wire service credited as `text`.
    pub(crate) fn agency(&self, text: &str) -> Option<Agency> {
        let (row, _) = self.named(text).filter(|(_, agency)| *agency)?;
        let (name, entity) = (row.name.clone(), row.entity.clone());
        Some(Agency { text: SmolStr::new(text.trim()), name, entity })
    }
}

/// The host of an address.
fn host(url: &str) -> &str {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    &host[..host.find(['/', ':', '?', '#']).unwrap_or(host.len())]
}

/// ISO 3166 alpha-3 by top-level domain, which is alpha-2 but for the United Kingdom's.
fn states(lexicons: &Lexicons) -> Result<BTreeMap<String, SmolStr>, TableError> {
    let table = lexicons.table("territories.tsv", &["iso3", "iso2"])?;
    let row = |row: verbale_document::Row| {
        let top = row.get("iso2").to_lowercase();
        (if top == "gb" { "uk".to_string() } else { top }, SmolStr::new(row.get("iso3")))
    };
    Ok(table.rows().map(row).filter(|(top, _)| !top.is_empty()).collect())
}

/// ISO 3166 alpha-3 by what a host may be called after; of two states neither.
fn spelled(lexicons: &Lexicons) -> Result<Vec<(String, SmolStr)>, TableError> {
    let table = lexicons.table("territories.tsv", &["iso3", "name", "adjectives", "capital"])?;
    let mut names: BTreeMap<String, Option<SmolStr>> = BTreeMap::new();
    for row in table.rows() {
        let cells = ["name", "adjectives", "capital"];
        for name in cells.into_iter().flat_map(|c| row.get(c).split('|')) {
            let letters: String = fold(name).chars().filter(char::is_ascii_alphanumeric).collect();
            let state = SmolStr::new(row.get("iso3"));
            let known = names.entry(letters).or_insert_with(|| Some(state.clone()));
            *known = known.take().filter(|k| *k == state);
        }
    }
    let long = |(name, _): &(String, Option<SmolStr>)| name.len() >= SPELLED;
    let names = names.into_iter().filter(long);
    let mut names: Vec<_> = names.filter_map(|(name, state)| Some((name, state?))).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_tell_of_states() {
        let outlets = Outlets::new(&verbale_atlas::lexicons()).expect("sound tables");
        let check = |url: &str, want: Option<&str>| {
            let state = outlets.by_state(url).and_then(|o| o.country);
            assert_eq!(state.as_deref(), want, "{url}");
        };
        check("https://www.gazette.example.com.na/a", Some("NAM"));
        check("http://paper.co.uk", Some("GBR"));
        check("https://paper.example.ca:8080/x?y", Some("CAN"));
        check("https://channel.tv/a", None);
        check("https://paper.com/a", None);
        check("https://www.elsalvadorpaper.example.com/a", None);
        check("https://elsalvadorpaper.com/a", Some("SLV"));
        check("https://papernigeria.org/a", Some("NGA"));
        check("https://thewoman.com/a", None);
    }
}
