//! `verbale gc`: a store put in order.

use crate::args::GcArgs;
use crate::message::say;
use crate::outcome::{Failure, Tally};
use verbale_store::{Cleaned, Store};

/// Puts the store in order and says what was done.
pub fn run(args: &GcArgs) -> Result<Tally, Failure> {
    let Cleaned { remade, joined, parts } = Store::open(&args.store)?.clean()?;
    if !args.quiet {
        let store = args.store.display();
        say(format_args!("{store}: {parts} parts; {remade} made again, {joined} joined to others"));
    }
    Ok(Tally { done: parts, ..Tally::default() })
}
