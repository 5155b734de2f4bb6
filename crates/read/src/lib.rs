//! From bytes to documents.
//!
//! [`Sources`] (feature `files`) walks files, folders, standard input, gzip, JSON and web archives and yields
//! [`Raw`] units of work; [`Reader`] turns a unit, or a [`Story`] that a caller hands in, into a
//! document: decodes it, finds the article in a page (feature `html`), tells its language, its date and
//! its credits, and cuts the text into sections. [`Feed`] (feature `feeds`) has the entries of a feed, each of
//! which is a unit where it holds words. What a user has of their own beside inputs
//! is read here too ([`tables_in`], [`table_text`]). The text of plain and JSON Lines input is kept exactly
//! as it came.
//!
//! Nothing linguistic happens here, and nothing here decides what a story says.
//!
//! ```
//! use verbale_read::{Reader, Story};
//!
//! let reader = Reader::new(&verbale_atlas::lexicons()).expect("sound tables");
//! let doc = reader.story(Story::text("Talks opened in Nairobi on Monday.")).expect("English text");
//! assert_eq!(doc.text(), "Talks opened in Nairobi on Monday.");
//! ```

#[cfg(feature = "files")]
mod bytes;
mod dates;
#[cfg(feature = "files")]
mod decode;
#[cfg(feature = "feeds")]
mod feed;
#[cfg(feature = "html")]
mod html;
mod language;
mod limits;
#[cfg(feature = "files")]
mod listing;
mod outlets;
#[cfg(feature = "html")]
mod page;
#[cfg(feature = "files")]
mod raw;
mod reader;
#[cfg(feature = "files")]
mod remedy;
mod section;
#[cfg(feature = "files")]
mod source;
mod story;
#[cfg(feature = "files")]
mod tables;
#[cfg(feature = "files")]
mod units;
#[cfg(feature = "files")]
mod unpacked;
#[cfg(feature = "files")]
mod warc;

pub use dates::is_date;
#[cfg(feature = "feeds")]
pub use feed::{Entry, Feed, is_whole};
pub use limits::{MAX_DEPTH, MAX_HTML_BYTES, MAX_NODES, MAX_TEXT_BYTES};
#[cfg(feature = "files")]
pub use raw::{InputKind, Raw};
pub use reader::{Reader, Rejected};
#[cfg(feature = "files")]
pub use remedy::remedy;
#[cfg(feature = "feeds")]
pub use source::bytes_of;
#[cfg(feature = "files")]
pub use source::{SourceError, Sources};
pub use story::{Given, Story};
#[cfg(feature = "files")]
pub use tables::{file_bytes, table_text, tables_in};
