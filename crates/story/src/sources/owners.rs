//! Who owns an outlet, by the table of outlets (`outlets.tsv`).
//!
//! Only what the table says: an outlet without an owner there may have one all the same.

use crate::report::host;
use crate::table::rows;
use rustc_hash::FxHashMap;
use verbale_record::Record;

const NAME: &str = "outlets.tsv";

/// Owners by outlet.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    /// By names and web domains, in lower case.
    of: FxHashMap<String, String>,
}

impl Owners {
    /// Reads `outlets.tsv`, which comes as text.
    ///
    /// # Errors
    /// A column that is missing; names it.
    pub fn new(table: &str) -> Result<Self, String> {
        let mut of = FxHashMap::default();
        for [name, domains, owner] in rows(NAME, table, ["name", "domain", "owner"])? {
            let keys = domains.split('|').chain([name]).filter(|k| !k.is_empty());
            of.extend(
                keys.filter(|_| !owner.is_empty()).map(|k| (k.to_lowercase(), owner.to_string())),
            );
        }
        Ok(Owners { of })
    }

    /// The owner of the outlet that published a document; subdomains are looked through.
    pub fn of(&self, record: &Record) -> Option<&str> {
        let doc = &record.doc;
        let outlet = doc.outlet.as_ref();
        let named = outlet.and_then(|o| self.of.get(&o.name.to_lowercase()));
        let domain = || outlet.and_then(|o| self.of_domain(o.domain.as_deref()?));
        let url = || doc.canonical_url.as_deref().or(doc.url.as_deref());
        let address = || self.of_domain(&host(url()?)?);
        named.map(String::as_str).or_else(domain).or_else(address)
    }

    fn of_domain(&self, domain: &str) -> Option<&str> {
        let mut domain = domain;
        loop {
            if let Some(owner) = self.of.get(domain) {
                return Some(owner);
            }
            domain = domain.split_once('.')?.1;
        }
    }
}
