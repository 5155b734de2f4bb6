//! The document that flows through Verbale: one immutable text and layers of findings over it.
//!
//! Every stage reads a [`Document`] and returns a [`Layer`] of spans over its text; the pipeline
//! attaches the layer. A layer that is `None` did not run; an empty one ran and found nothing.
//! Layers refer to one another by index, never by copy.
//!
//! This crate does no input or output, knows no stage and has next to no dependencies. The form
//! in which records leave the program (code-point offsets, JSON names) is the business of the
//! `write` crate.
//!
//! ```
//! use verbale_document::{Document, Span};
//!
//! let doc = Document::new("d1", "Talks opened in Almaty.".to_string());
//! let almaty = Span::new(16, 22);
//! assert_eq!(doc.slice(almaty), "Almaty");
//! assert!(doc.tokens.is_none(), "no stage has run yet");
//! ```

mod actor;
mod classes;
mod document;
mod event;
pub mod folding;
mod layer;
mod lexicon;
mod mention;
mod mention_index;
mod meta;
mod offsets;
mod quotations;
mod span;
mod statement;
mod syntax;
mod table;
mod tree;

pub use actor::{ActorCode, Participant, is_state};
pub use classes::Classes;
pub use document::Document;
pub use event::{Event, EventType, Modality, Polarity, Size};
pub use layer::{Layer, Producer};
pub use lexicon::{Lexicons, TableText};
pub use mention::{
    Alternative, Entity, EntityIdx, Form, Gender, Mention, MentionIdx, MentionKind, Name,
    NameLabel, Place, Time, TimeType, When,
};
pub use mention_index::MentionIndex;
pub use meta::{Agency, Meta, Note, Outlet, Related, Section, SectionKind, Stamp};
pub use offsets::CodePoints;
pub use quotations::Quotations;
pub use smol_str::SmolStr;
pub use span::Span;
pub use statement::{Act, Speaker, Stance, Statement, StatementIdx, StatementKind};
pub use syntax::{Deprel, Quote, Sentence, SentenceIdx, Token, TokenIdx, Upos};
pub use table::{Origin, Row, Table, TableError};
pub use tree::Tree;

/// A calendar date (proleptic Gregorian), as the `jiff` crate has it.
pub use jiff::civil::Date;
