//! The commands over a store, a file each.

pub mod add;
mod answers;
pub mod export;
pub mod gc;
pub mod query;
pub mod recode;
pub mod show;
pub mod verify;

use crate::outcome::Failure;
use verbale::Model;
use verbale::document::Lexicons;
use verbale_together::Together;

/// The maker of records with these tables and this model.
fn made_by(lexicons: &Lexicons, model: &Model) -> String {
    verbale_store::maker(lexicons.iter(), model.bytes())
}

/// Who groups documents and joins events, with these tables.
fn together(lexicons: &Lexicons) -> Result<Together, Failure> {
    Together::of(|name| lexicons.text(name).map(|text| &**text)).map_err(Failure::Message)
}
