//! Who is meant: names to entities at the document's date, then who else is meant by "he", "the
//! alliance", "his country".
//!
//! [`Resolver`] is immutable and shared by all threads. It lays the atlas over a document ([`entities`]),
//! puts times and actors into one layer of mentions, and links what refers to the same thing
//! ([`chains`]). All coreference is in this room; what the world is like is in the atlas.
//!
//! It decides nothing about what anybody did or said.
//!
//! ```
//! use verbale_document::{Date, Document, Layer, Producer, Sentence, Span, Stamp, Token};
//! use verbale_resolve::Resolver;
//!
//! let resolver = Resolver::new(&verbale_atlas::lexicons()).expect("the built-in tables are sound");
//! let mut doc = Document::new("d", "NATO met.".to_string());
//! let words = [Span::new(0, 4), Span::new(5, 8), Span::new(8, 9)];
//! let sentence = Sentence { span: Span::new(0, 9), tokens: 0..3 };
//! doc.sentences = Some(Layer::new(Producer::default(), vec![sentence]));
//! doc.tokens = Some(Layer::new(Producer::default(), words.map(Token::bare).to_vec()));
//! let found = resolver.resolve(&doc, Layer::default());
//! assert_eq!(found.mentions[0].code.as_ref().map(|c| c.as_str()), Some("IGO.NATO"));
//! ```

mod chains;
mod entities;
mod honorifics;
mod resolver;
mod words;

pub use resolver::{Resolution, Resolver};
