//! Property tests for every reader of foreign bytes.
//!
//! A [`Target`] is a plain function of bytes that panics when a property does not hold. The bytes are
//! choices: most targets take a seed made by us (a story, a page, a table, a model), edit it as the bytes
//! say, and look at what the reader makes of it. `tests/targets.rs` runs each target a fixed number of
//! rounds from a fixed seed; the program of this package runs one for as long as one likes. Stable Rust
//! and nothing to install; what drives the rounds is [`run`], because a test must count rounds and not
//! seconds, and a failure must come back from two numbers.
//!
//! No target knows how a reader works, only what its documentation promises.

pub mod dice;
pub mod edit;
pub mod memory;
pub mod model;
pub mod run;
pub mod tables;
pub mod targets;
pub mod told;

pub use targets::{TARGETS, Target};
