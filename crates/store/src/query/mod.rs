//! Questions to a store: events by who, whom, what, when, where, whose word and which words; counts by
//! dyad and month; and SQL.
//!
//! A day is the first one of an event, else that of its publication. Answers come in the order of
//! days, then in that in which documents were added.

mod count;
mod events;
mod merged;
mod question;
mod sql;

pub use count::{By, Count};
pub use events::Answer;
pub use question::{Question, Who};
pub use sql::Selection;
