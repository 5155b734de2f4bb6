//! `verbale show`: a document with its records, or an event with its reports, voices and words.

use crate::args::ShowArgs;
use crate::message::page;
use crate::outcome::{Failure, Tally};
use std::fmt::Write as _;
use std::io::{self, Write};
use verbale::Record;
use verbale::records::{Event, Statement};
use verbale_store::{Report, Shown, Store};

/// Prints what a name denotes.
pub fn run(args: &ShowArgs) -> Result<Tally, Failure> {
    let store = Store::read(&args.store)?;
    let (text, done) = match store.show(&args.what)? {
        Shown::Documents(records) => {
            let pages: Vec<String> = records.iter().map(document).collect();
            (pages.join("\n"), records.len())
        }
        Shown::Event { merged, reports } => {
            (event(&args.what, merged.as_deref(), &reports), reports.len())
        }
    };
    let mut out = io::stdout().lock();
    out.write_all(page(&text).as_bytes()).map_err(|e| Failure::output(&e))?;
    Ok(Tally { done, ..Tally::default() })
}

/// A document: where it is from, its records in a line each, its text.
fn document(record: &Record) -> String {
    let mut page = format!("{}  {}\n", record.doc.key, source(record));
    page += &record.to_string();
    for statement in &record.statements {
        let _ = writeln!(page, "  {}  {}", statement.id, quoted(record, statement));
    }
    page + "\n" + record.doc.text.trim_end() + "\n"
}

/// An event: a paragraph a report.
fn event(name: &str, merged: Option<&str>, reports: &[Report]) -> String {
    let n = reports.len();
    let mut page = match merged {
        Some(id) => format!("{id}: {n} reports\n"),
        None => format!("{name}: 1 report\n"),
    };
    for Report { record, event_id } in reports {
        let Some(event) = record.event(event_id) else { continue };
        page += &report(record, event);
    }
    page
}

fn report(record: &Record, event: &Event) -> String {
    let mut page = format!("\n{}  {}\n", record.global_id(&event.id), source(record));
    let _ = writeln!(page, "  {}", record.tell_event(event));
    let _ = writeln!(page, "  \"{}\"", line(record.words(event.sentence)));
    for (voice, depth) in record.voices(event).into_iter().zip(1..) {
        let _ = writeln!(page, "  voice {depth}: {}", record.tell_statement(voice));
        let _ = writeln!(page, "    {}", quoted(record, voice));
    }
    page
}

/// Which words of a statement are the speaker's own.
fn quoted(record: &Record, statement: &Statement) -> String {
    match statement.verbatim.is_empty() {
        true => "in the outlet's words".to_string(),
        false => format!("in the speaker's words: {}", line(&record.quote(&statement.verbatim))),
    }
}

/// Label, outlet, day and address of a document.
fn source(record: &Record) -> String {
    let doc = &record.doc;
    let outlet = doc.outlet.as_ref().map(|o| o.name.as_str());
    let parts = [Some(doc.id.as_str()), outlet, doc.published_at.as_deref(), doc.url.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
