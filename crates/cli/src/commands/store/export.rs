//! `verbale export`: the records of a store, in every form in which `verbale code` writes them.

use crate::args::ExportArgs;
use crate::commands::code::destination;
use crate::interrupt;
use crate::message::say;
use crate::outcome::{Failure, Remarks, Tally};
use crate::progress::Progress;
use verbale_store::Store;
use verbale_write::Writer;

/// Writes every record, in the order in which they were added.
pub fn run(args: &ExportArgs) -> Result<Tally, Failure> {
    let store = Store::read(&args.store)?;
    let (format, destination) = destination(args.format, args.output.as_deref(), args.overwrite)?;
    let mut writer = Writer::open(format, destination)?;
    let counts = store.counts()?;
    let (mut tally, mut left) = (Tally::default(), counts.documents);
    let mut progress = Progress::new(args.quiet, usize::try_from(counts.documents).ok());
    interrupt::listen();
    store.records(|record| {
        if interrupt::asked() {
            return Ok(false);
        }
        left -= 1;
        match record {
            Ok(record) => {
                writer.record(&record)?;
                tally.done(Remarks::default());
                progress.document(0);
            }
            Err(error) => progress.suspend(|| tally.skip(&error)),
        }
        Ok::<bool, Failure>(true)
    })?;
    progress.finish();
    writer.finish()?;
    tally.left = (left > 0).then(|| format!("{left} documents"));
    if let (Some(path), false) =
        (args.output.as_deref().filter(|p| p.as_os_str() != "-"), args.quiet)
    {
        say(format_args!("{} documents written to {}", tally.done, path.display()));
    }
    Ok(tally)
}
