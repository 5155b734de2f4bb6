//! Verbale reads news stories and writes who said what about whom, who did what to whom, and
//! according to whom, as records that point at the words that justify them.
//!
//! [`Coder`] takes a [`Story`] and gives its [`Record`]. [`Pipeline`] is the one place that knows the
//! order of the stages. The command line is `verbale-cli`; records as tables and pages are
//! `verbale-write`.
//!
//! ```
//! use verbale::{Coder, Story};
//!
//! let coder = Coder::english();
//! let story = Story::text("Ghana's president accused Togo of closing the border.")
//!     .published("2024-06-21")
//!     .url("https://news.example/border");
//! let record = coder.code(story).expect("English text");
//! let event = &record.events[0];
//! assert_eq!((event.kind.as_str(), event.is_claim()), ("ACCUSE", false));
//! assert_eq!(event.actors[0].code.as_deref(), Some("GHA.GOV.PRES"));
//! assert_eq!(record.words(event.sentence), record.doc.text);
//! ```
//!
//! [`explain`] says why a record was made, and why a word led to none.
//!
//! Features, all on unless you say `default-features = false`: `html` finds the article in web pages;
//! `files` reads bytes of any encoding, files, folders, gzip and JSON Lines; `language` tells whether
//! a text is English.

mod coder;
mod error;
pub mod explain;
pub mod heads;
mod lexicons;
#[cfg(feature = "files")]
pub mod own;
mod pipeline;
mod recording;

pub use coder::Coder;
pub use error::Error;
pub use lexicons::{builtin_lexicons, overlooked};
pub use pipeline::{DEFECT, Language, Model, Pipeline, Worker};
pub use recording::{document_again, document_key, record, record_above};
pub use verbale_read::{Rejected, Story};
pub use verbale_record::Record;

pub use verbale_atlas as atlas;
pub use verbale_coder::confidence;
pub use verbale_document as document;
pub use verbale_read as read;
pub use verbale_record as records;
