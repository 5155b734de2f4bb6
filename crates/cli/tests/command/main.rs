//! The program as a user meets it: arguments in; bytes, lines on standard error and an exit code out.
//!
//! A file a command, and a file for each promise that all of them keep.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod archives;
mod arguments;
mod atlas;
mod claims;
mod code;
mod confidence;
mod csv;
mod evaluate;
mod explain;
mod extract;
mod feeds;
#[cfg(feature = "feeds")]
mod fetch;
mod ids;
mod inputs;
#[cfg(unix)]
mod interrupt;
#[cfg(all(feature = "feeds", unix))]
mod manners;
mod manual;
mod messages;
mod output;
mod parse;
mod peers;
mod program;
mod same;
#[cfg(feature = "feeds")]
mod server;
mod skips;
mod store;
mod stories;
mod tables;
mod together;
