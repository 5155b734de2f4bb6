//! The language engine: from text to quotations, sentences, tokens with tags, lemmas and
//! dependency trees, and names; and, on top of these, times and coreference.
//!
//! [`Engine`] is immutable and shared by all threads; what a thread scribbles on is its
//! [`Worker`]. Every method is total: any text gives a result. Tags, trees and names come from one
//! network, distilled from a larger one; quotations, sentences and tokens from rules and word lists.
//! Trees follow Universal Dependencies 2.16 as in the English Web Treebank and GUM.
//!
//! It does not know who the names denote (that is the `atlas` crate) and reads no files: model
//! files and lexicons are handed in as bytes and text.
//!
//! ```
//! use verbale_annotate::{Engine, LEXICONS, Models};
//! use verbale_document::{Document, Lexicons, Upos};
//!
//! let models = Models {
//!     network: include_bytes!("../../../models/default.bin"),
//!     lemmas: include_bytes!("../../../models/lemmas.bin"),
//! };
//! let lexicons = Lexicons::from_pairs(LEXICONS.iter().copied());
//! let engine = Engine::new(&lexicons, models).expect("the models are whole");
//! let mut doc = Document::new("d", "Ministers met in Almaty. They left.".to_string());
//! let syntax = engine.syntax(&mut engine.worker(), &doc);
//! assert_eq!(syntax.sentences.len(), 2);
//! doc.tokens = Some(syntax.tokens);
//! assert_eq!(doc.word(1), "met");
//! assert_eq!((doc.token(1).upos, doc.token(1).lemma.as_str()), (Upos::Verb, "meet"));
//! assert_eq!(doc.token(0).head, Some(1), "`met` governs `Ministers`");
//! ```

pub mod coreference;
mod engine;
mod error;
mod file;
mod hash;
mod lemmas;
mod names;
mod network;
mod segment;
pub mod times;
pub mod training;
mod word;

pub use engine::{Engine, Models, Syntax, Worker};
pub use error::ModelError;

use verbale_document::SmolStr;

/// The tables that the stages of this crate read, by file name.
pub const LEXICONS: &[(&str, &str)] = &[
    ("abbreviations.tsv", include_str!("../../../lexicons/abbreviations.tsv")),
    ("tokens.tsv", include_str!("../../../lexicons/tokens.tsv")),
    ("times.tsv", include_str!("../../../lexicons/times.tsv")),
    ("pronouns.tsv", include_str!("../../../lexicons/pronouns.tsv")),
    ("anaphors.tsv", include_str!("../../../lexicons/anaphors.tsv")),
    ("people.tsv", include_str!("../../../lexicons/people.tsv")),
    ("minds.tsv", include_str!("../../../lexicons/minds.tsv")),
    ("naming.tsv", include_str!("../../../lexicons/naming.tsv")),
    ("honorifics.tsv", include_str!("../../../lexicons/honorifics.tsv")),
    ("given_names.tsv", include_str!("../../../lexicons/given_names.tsv")),
];

const VERSION: &str = env!("CARGO_PKG_VERSION");
