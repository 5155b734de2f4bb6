//! The record contract: what Verbale says about a document, as it leaves the program.
//!
//! One [`Record`] per document. Offsets are Unicode code points into `doc.text`, half open. Keys
//! that would be empty are left out, but for the lists that say "looked and found none". Field
//! order is that of the structs; numbers are rounded, so that the same document gives the same
//! bytes. `docs/schema/record.schema.json` states the same form for other programs.

mod build;
mod carried;
mod event;
mod mention;
mod meta;
mod statement;

pub use build::record;
pub use event::{Event, Participant, Size};
pub use mention::{Alternative, Mention, Place, Time};
pub use meta::{Agency, Doc, Note, Outlet, Related, Section};
pub use statement::{Speaker, Statement};

use serde::Serialize;

/// Number of the contract; it changes when the meaning of a field does.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything said of one document.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Record {
    /// [`SCHEMA_VERSION`].
    pub schema: u32,
    /// Version of the program.
    pub version: &'static str,
    /// The document: source, text, sections.
    pub doc: Doc,
    /// Who, where, when: names, and whatever else a statement or an event rests on.
    pub mentions: Vec<Mention>,
    /// Who said what, through whom.
    pub statements: Vec<Statement>,
    /// Who did what to whom, according to whom.
    pub events: Vec<Event>,
    /// Who made each layer.
    pub layers: Vec<Layer>,
    /// What a user should know of how the document was read.
    pub notes: Vec<Note>,
}

/// The producer of a layer.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Layer {
    /// `tokens`, `names`, `mentions`, ...
    pub layer: &'static str,
    /// Rule set or model.
    pub producer: String,
    /// Its version.
    pub version: String,
    /// Hash of its model or tables.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hash: String,
}

/// A stretch of `doc.text` in code points.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Two decimals, so that the same figure is always the same bytes.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}
