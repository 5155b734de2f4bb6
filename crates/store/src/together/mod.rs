//! What documents say together: stories, copies, events that several reports tell.
//!
//! Who groups is no part of the store. He asks for a [`Plan`], reads its documents batch after batch and
//! hands over plain values; then he joins the events of the stories that have changed ([`Store::unjoined`]).
//! The store sees to it that the answer hangs on the documents and their order alone:
//!
//! - Batches are days in their order, then what has no day. A document whose day is settled already came
//!   late and is placed before the others, with those that came with it.
//! - A day is settled when a later one has come. What is not settled is placed anew with what has come
//!   since, so that a day that comes in pieces is grouped as if it had come at once.
//! - What a run that was killed has begun is gone on with before anything is added.
//! - What the grouping keeps in mind is laid beside the ledger ([`Store::keep`]) and made again from the
//!   settled documents where it is lost.
//!
//! An id of a story is made of the key of a document, and leads to the story which that document is in
//! now ([`Store::story_now`]); an id of a merged event leads to where its first report is now.

mod joined;
mod placed;
mod plan;
mod state;
mod tables;
#[cfg(test)]
mod tests;

pub use joined::{Joined, Member};
pub(crate) use joined::{READ, read};
pub use placed::Copied;
pub use plan::{Batch, Plan};
pub(crate) use tables::{is_together, placement, settle};
