//! The language engine: from text to quotations, sentences, tokens with tags, lemmas and
//! dependency trees, and names.
//!
//! [`Engine`] is immutable and shared by all threads; what a thread scribbles on is its
//! [`Worker`]. Every method is total: any text gives a result. Tags, trees and names come from one
//! network, distilled from a larger one; quotations, sentences and tokens from rules and word lists.
//! Trees follow Universal Dependencies 2.16 as in the English Web Treebank and GUM.
//!
//! It does not know whom the names denote (that is the business of `verbale-resolve`) and reads no
//! files: models and lexicons are handed in as bytes and text.
//!
//! ```
//! use verbale_document::{Document, Upos};
//! use verbale_parse::{Engine, Models};
//!
//! let network = verbale_models::network();
//! let models = Models { network: &network, lemmas: verbale_models::LEMMAS };
//! let engine = Engine::new(&verbale_lexicons::english(), models).expect("the models are whole");
//! let mut doc = Document::new("d", "Ministers met in Almaty. They left.".to_string());
//! let syntax = engine.syntax(&mut engine.worker(), &doc);
//! assert_eq!(syntax.sentences.len(), 2);
//! doc.tokens = Some(syntax.tokens);
//! assert_eq!(doc.word(1), "met");
//! assert_eq!((doc.token(1).upos, doc.token(1).lemma.as_str()), (Upos::Verb, "meet"));
//! assert_eq!(doc.token(0).head, Some(1), "`met` governs `Ministers`");
//! ```

mod engine;
mod error;
mod file;
mod hash;
mod lemmas;
mod names;
mod neural;
mod segment;
pub mod training;
mod word;

pub use engine::{Engine, Models, Syntax, Worker};
pub use error::ModelError;

const VERSION: &str = env!("CARGO_PKG_VERSION");
