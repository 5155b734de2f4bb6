//! `verbale export`: the records of a store, in every form in which `verbale code` writes them, or a
//! table of what they say together.

use super::answers::value;
use crate::args::{ExportArgs, Format, TogetherTable};
use crate::commands::code::{claims, destination, say_left_out};
use crate::interrupt;
use crate::message::say;
use crate::outcome::{Failure, Remarks, Tally};
use crate::progress::Progress;
use serde_json::{Map, Value};
use std::io::{self, BufWriter, Write};
use verbale::records::columns;
use verbale_store::Store;
use verbale_write::{CsvRows, Options, Writer};

/// Writes every record, in the order in which they were added.
pub fn run(args: &ExportArgs) -> Result<Tally, Failure> {
    let store = Store::read(&args.store)?;
    if let Some(table) = args.table {
        return together(&store, table, args);
    }
    let (format, destination) = destination(args.format, args.output.as_deref(), args.overwrite)?;
    let options = Options { claims: claims(args.claims, args.format)?, ..Options::default() };
    let mut writer = Writer::open_with(format, destination, options)?;
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
    let left_out = writer.left_out();
    writer.finish()?;
    say_left_out(left_out, args.format, args.claims);
    tally.left = (left > 0).then(|| format!("{left} documents"));
    if let (Some(path), false) =
        (args.output.as_deref().filter(|p| p.as_os_str() != "-"), args.quiet)
    {
        say(format_args!("{} documents written to {}", tally.done, path.display()));
    }
    Ok(tally)
}

/// Writes a table of what documents say together.
fn together(store: &Store, table: TogetherTable, args: &ExportArgs) -> Result<Tally, Failure> {
    let name = match table {
        TogetherTable::Stories => "stories",
        TogetherTable::Reports => "reports",
        TogetherTable::Merged => "merged",
    };
    let table = columns::together(name).expect("each has a table");
    let mut out = BufWriter::new(io::stdout().lock());
    let failed = |e: io::Error| Failure::output(&e);
    let mut tally = Tally::default();
    match args.format {
        Format::Csv => {
            let mut csv = CsvRows::new(table, &mut out).map_err(failed)?;
            store.together::<Failure>(table, |row| {
                tally.done += 1;
                csv.write(row).map_err(failed)
            })?;
            csv.finish().map_err(failed)?;
        }
        Format::Jsonl => store.together::<Failure>(table, |row| {
            tally.done += 1;
            let cells = table.columns.iter().zip(row);
            let line: Map<String, Value> =
                cells.map(|(column, cell)| (column.name.to_string(), value(cell))).collect();
            writeln!(out, "{}", Value::Object(line)).map_err(failed)
        })?,
        _ => {
            let what = format!(
                "--table is written as jsonl or csv; in Parquet it stands in {}",
                args.store.join(name).display()
            );
            return Err(Failure::Usage(what));
        }
    }
    out.flush().map_err(failed)?;
    Ok(tally)
}
