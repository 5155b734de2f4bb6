//! From bytes to documents.
//!
//! [`Sources`] walks files, folders, standard input, gzip and JSON Lines and yields [`Raw`] units
//! of work; [`Reader`] turns one unit into a document: decodes it, finds the article in a page,
//! tells its language, its date and its credits, and cuts the text into sections. The text of plain
//! and JSON Lines input is kept exactly as it came.
//!
//! Nothing linguistic happens here, and nothing here decides what a story says.
//!
//! ```
//! use verbale_document::Lexicons;
//! use verbale_read::{InputKind, LEXICONS, Raw, Reader};
//!
//! let reader = Reader::new(&Lexicons::from_pairs(LEXICONS.iter().copied())).expect("sound tables");
//! let raw = Raw::new("a.txt", InputKind::Text, b"Talks opened in Nairobi on Monday.".to_vec());
//! let doc = reader.read(raw).expect("English text");
//! assert_eq!(doc.text(), "Talks opened in Nairobi on Monday.");
//! ```

pub mod conllu;
mod dates;
mod decode;
pub mod entities;
mod html;
mod jsonl;
mod language;
mod limits;
mod outlets;
mod raw;
mod reader;
mod section;
mod source;

pub use limits::{MAX_DEPTH, MAX_HTML_BYTES, MAX_TEXT_BYTES};
pub use raw::{InputKind, Raw};
pub use reader::{Reader, Rejected};
pub use source::{SourceError, Sources};

/// The tables this stage reads.
pub const LEXICONS: &[(&str, &str)] = &[
    ("outlets.tsv", include_str!("../../../atlas/outlets.tsv")),
    ("sections.tsv", include_str!("../../../lexicons/sections.tsv")),
];
