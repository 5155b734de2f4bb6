//! The record as a whole.

use crate::{Doc, Event, Mention, Note, Statement, Words};
use serde::{Deserialize, Serialize};

/// Number of the contract; it changes when the meaning of a field does.
pub const SCHEMA_VERSION: u32 = 2;

/// Everything said of one document.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Number of the contract.
    pub schema: u32,
    /// Version of the program.
    pub version: String,
    /// The document: source, text, sections.
    pub doc: Doc,
    /// Who, where, when: names, and whatever else a statement or an event rests on.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// Who said what, through whom.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Who did what to whom, according to whom.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Who made each layer.
    #[serde(default)]
    pub layers: Vec<Layer>,
    /// What a user should know of how the document was read.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// The producer of a layer.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Layer {
    /// `tokens`, `names`, `mentions`, ...
    pub layer: String,
    /// Rule set or model.
    pub producer: String,
    /// Its version.
    pub version: String,
    /// Hash of its model or tables.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hash: String,
}

/// A stretch of `doc.text` in code points.
#[derive(
    Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Span {
    /// First.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// From `start` to before `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// Whether the two share a code point.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl Record {
    /// The statement called `id`.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|s| s.id == id)
    }

    /// The event called `id`.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// The mention called `id`, if the record carries it.
    pub fn mention(&self, id: &str) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.id == id)
    }

    /// The statements that assert an event, outermost first; empty: the outlet in its own voice.
    pub fn voices(&self, event: &Event) -> Vec<&Statement> {
        event.according_to.iter().filter_map(|id| self.statement(id)).collect()
    }

    /// The statement that an event is the making of: the accusation behind an ACCUSE.
    pub fn statement_of(&self, event: &Event) -> Option<&Statement> {
        self.statement(event.statement.as_deref()?)
    }

    /// The words at a span: `record.words(event.sentence)`.
    pub fn words(&self, span: Span) -> &str {
        Words::new(&self.doc.text).at(span)
    }

    /// The words of several spans, an ellipsis between them: `record.quote(&statement.content)`.
    pub fn quote(&self, spans: &[Span]) -> String {
        Words::new(&self.doc.text).joined(spans)
    }

    /// The id of a mention, statement or event that holds in every collection.
    pub fn global_id(&self, id: &str) -> String {
        crate::ids::global(&self.doc.key, id)
    }
}
