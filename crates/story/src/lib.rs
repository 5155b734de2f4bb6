//! What many records say together: which document copies which, which documents tell one story, and
//! which stories belong to one thread.
//!
//! Its only input are records ([`Report::of`]); it knows no tokens and no trees, reads no files, and
//! makes nothing that was said a fact.
//!
//! - [`copies`]: near duplicates and shared passages, found without comparing every pair.
//! - [`events`]: one event from many reports.
//! - [`grouping`]: documents to stories, stories to threads, a day at a time.
//! - [`sources`]: how many sources of an event are independent, at least and at most, and why.
//! - [`Stream`]: both together, as they help one another; [`Whole`]: of a collection, to its end.
//!
//! ```
//! use verbale_story::{Report, Stream};
//!
//! let report = |key: &str, day: &str, text: &str| Report {
//!     key: key.to_string(),
//!     doc: key.to_string(),
//!     published_at: Some(day.to_string()),
//!     text: text.to_string(),
//!     ..Report::default()
//! };
//! let text = "Divers found a bronze bell under the lighthouse of Skerra that had been lost for a century.";
//! let mut stream = Stream::default();
//! let first = stream.day(vec![report("a", "2031-03-05", text)]);
//! let next = stream.day(vec![
//!     report("b", "2031-03-06", &format!("{text} It will be rung on Sunday.")),
//!     report("c", "2031-03-06", "Wheat prices fell in Odesa after ships had come back to the port."),
//! ]);
//! assert_eq!(next.placed[0].story, first.placed[0].story);
//! assert_ne!(next.placed[1].story, first.placed[0].story);
//! assert_eq!((next.copies[0].doc.as_str(), next.copies[0].of.as_str()), ("b", "a"));
//! ```

pub mod copies;
pub mod events;
pub mod grouping;
mod report;
pub mod sources;
mod stream;
mod table;
pub mod terms;
mod whole;

pub use report::{EventKey, Name, Report};
pub use stream::{Day, Stream};
pub use whole::Whole;

/// The tables that decide on stories: of two programs with other ones, or with another form of what a
/// [`Stream`] keeps ([`FORM`]), neither goes on with what the other has begun.
pub fn tables() -> [&'static str; 2] {
    [grouping::TABLE, terms::TABLE]
}

/// The number of the form in which a [`Stream`] is written down.
pub const FORM: u32 = 1;
