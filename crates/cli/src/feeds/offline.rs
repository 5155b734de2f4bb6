//! A program that was built without what fetches: it says so.

use super::got::{Asked, Got};
use crate::args::FeedArgs;
use crate::outcome::Failure;
use verbale_store::Fetched;

/// What fetches; there is none.
pub enum Web {}

impl Web {
    /// Refuses.
    ///
    /// # Errors
    /// Always; says how to build a program that fetches, and how to do without.
    pub fn new(_: &FeedArgs) -> Result<Self, Failure> {
        let what = "this program was built without what fetches; build it with `cargo install --path crates/cli \
            --features feeds`, or hand in what another program fetched: curl -s URL | verbale add STORE --feed -";
        Err(Failure::Usage(what.to_string()))
    }

    /// Never asked for anything.
    pub fn get(&mut self, _: &str, _: &Fetched, _: Asked) -> Got {
        match *self {}
    }
}
