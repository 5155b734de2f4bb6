//! Who makes records, in words that are the same where the maker is: version, model, tables.

use verbale::Model;
use verbale::document::Lexicons;
use verbale_store::fingerprint;

/// The maker of records with these tables and this model.
pub fn maker(lexicons: &Lexicons, model: &Model) -> String {
    let tables = lexicons.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
    let tables = fingerprint(tables);
    let model = match model {
        Model::Default => "built-in".to_string(),
        Model::Bytes(bytes) => fingerprint([bytes.as_slice()]),
    };
    let version = env!("CARGO_PKG_VERSION");
    serde_json::json!({ "version": version, "model": model, "tables": tables }).to_string()
}
