//! Records leave Verbale here, in four forms of one contract: JSON Lines, CSV, Parquet, and a page
//! to read.
//!
//! [`contract::record`] turns a document into its record (offsets become code points); [`Writer`]
//! streams records to a file, a folder or standard output in bounded memory. [`conllu`] prints
//! trees. Nothing here decides what is said of a document.
//!
//! ```
//! use verbale_document::Document;
//! use verbale_write::contract;
//!
//! let doc = Document::new("d1", "Talks opened.".to_string());
//! let record = contract::record(&doc);
//! assert_eq!(record.doc.text, "Talks opened.");
//! assert!(record.events.is_empty());
//! ```

pub mod conllu;
pub mod contract;
mod error;
mod jsonl;
mod page;
mod table;
mod writer;

pub use error::WriteError;
pub use writer::{Destination, Format, Writer};

/// The JSON Schema (draft 2020-12) of a record.
pub const SCHEMA: &str = include_str!("../../../docs/schema/record.schema.json");
