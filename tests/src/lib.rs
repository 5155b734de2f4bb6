//! Expectations about records, as lines of text beside a story, and what decides them.
//!
//! [`Case::parse`] splits a case file into its story and its expectations; [`Expectation::holds`]
//! looks for a record that satisfies one; [`run`] takes a case through the pipeline. [`Contrast`] is a
//! few short texts with expectations of their own. [`Misses`] holds what a table of cases misses against
//! a list. [`Family`] makes texts and pages of any size that repeat one thing.
//! The form of the files is described in `tests/cases/README.md`. Knows the JSON of the record
//! contract and nothing of how records come about.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod case;
mod codes;
mod contrast;
mod expectation;
mod fields;
mod hostile;
mod misses;
mod nearest;
mod run;

pub use case::{Case, Kind, Record};
pub use contrast::Contrast;
pub use expectation::Expectation;
pub use hostile::Family;
pub use misses::Misses;
pub use run::{Outcome, cases, run};
