//! The commands over a store, a file each.

pub mod add;
mod answers;
pub mod export;
pub mod gc;
mod joining;
mod placing;
pub mod query;
pub mod recode;
pub mod show;
pub mod verify;

use serde::Serialize;
use serde_json::Value;
use verbale::Model;
use verbale::document::Lexicons;

/// The maker of records with these tables and this model.
fn made_by(lexicons: &Lexicons, model: &Model) -> String {
    let model = match model {
        Model::Default => None,
        Model::Bytes(bytes) => Some(bytes.as_slice()),
    };
    verbale_store::maker(lexicons.iter(), model)
}

/// The word that stands in tables for a value without parts, such as a kind of copy.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        other => unreachable!("it is a word: {other:?}"),
    }
}
