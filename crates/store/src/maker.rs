//! Who makes records, in words that are the same where the maker is: version, model, tables.

use crate::fingerprint;
use serde_json::json;

/// The maker of records with these tables (names and texts, in order) and this model; none is the built-in one.
pub fn maker<'t>(
    tables: impl IntoIterator<Item = (&'t str, &'t str)>,
    model: Option<&[u8]>,
) -> String {
    let tables = tables.into_iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
    let model = model.map_or_else(|| "built-in".to_string(), |bytes| fingerprint([bytes]));
    let (tables, version) = (fingerprint(tables), env!("CARGO_PKG_VERSION"));
    json!({ "version": version, "model": model, "tables": tables }).to_string()
}

/// The maker of records of which no more than the version is known: no maker of today.
pub fn maker_unknown(version: &str) -> String {
    json!({ "version": version, "model": "?", "tables": "?" }).to_string()
}
