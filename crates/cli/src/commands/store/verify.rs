//! `verbale verify`: whether a store is as it was written.

use crate::args::VerifyArgs;
use crate::message::{say, shown};
use crate::outcome::{Failure, Tally};
use crate::progress::Progress;
use std::io::{self, Write};
use verbale_store::Store;

/// Looks at everything and names what is damaged.
pub fn run(args: &VerifyArgs) -> Result<Tally, Failure> {
    let store = Store::read(&args.store)?;
    let counts = store.counts()?;
    let mut progress = Progress::new(args.quiet, usize::try_from(counts.documents).ok());
    let found = store.verify(|| progress.document(0));
    progress.finish();
    let found = found?;
    let mut tally = Tally { done: found.files, ..Tally::default() };
    for fault in &found.faults {
        tally.skip(fault);
    }
    if found.waiting > 0 && !args.quiet {
        say(format_args!(
            "{} documents are not in the tables yet; the next `verbale add` or `verbale gc` brings them there",
            found.waiting
        ));
    }
    if found.half_placed && !args.quiet {
        let what =
            "a run was ended before all was placed in stories; the next `verbale add` goes on";
        say(what);
    }
    let sound = if found.faults.is_empty() {
        "sound".to_string()
    } else {
        format!("{} faults", found.faults.len())
    };
    let line = format!(
        "{}: {sound}; {} documents, {} statements, {} events, {} files of tables as they were written",
        args.store.display(),
        counts.documents,
        counts.statements,
        counts.events,
        found.files
    );
    writeln!(io::stdout(), "{}", shown(&line)).map_err(|e| Failure::output(&e))?;
    Ok(tally)
}
