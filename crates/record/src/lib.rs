//! The record: what Verbale says of a document, as it leaves the program and as it is read again.
//!
//! The only door between the half of the house that reads documents and the half that joins what many
//! documents say. One [`Record`] a document, one line of JSON each. Offsets are Unicode **code points**
//! into `doc.text`, half open. [`Record::parse`] reads this version of the contract and the older ones
//! ([`SCHEMA_VERSION`]). [`columns`] says what stands in the tables made of records: their Arrow
//! schema, their CSV and their documentation come from that one list.
//!
//! It knows nothing of how records come about, and reads no files.
//!
//! ```
//! use verbale_record::Record;
//!
//! let line = r#"{"schema":1,"version":"0.1.0","doc":{"id":"a","text":"Rain fell.","sha256":""},
//!     "mentions":[],"statements":[],"events":[],"layers":[],"notes":[]}"#;
//! let record = Record::parse(line).expect("a record");
//! assert_eq!(record.doc.text, "Rain fell.");
//! assert_eq!(record.schema, 2, "older records are read as today's");
//! ```

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod columns;
mod display;
mod doc;
mod event;
pub mod ids;
mod mention;
mod parse;
mod record;
#[cfg(feature = "schema")]
mod schema;
mod statement;
pub mod together;
mod upgrade;
pub mod values;
mod words;

pub use doc::{Agency, Doc, Note, Outlet, Related, Section};
pub use event::{Event, Participant, Site, Size, When};
pub use mention::{Alternative, Mention, Place, Time};
pub use parse::ReadError;
pub use record::{Layer, Record, SCHEMA_VERSION, Span};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use statement::{Speaker, Statement};
pub use words::Words;
