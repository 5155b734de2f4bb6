//! `verbale show`: a document with its records, an event with its reports, voices and words, or a story.

use super::query::{merged_line, names};
use crate::args::{AnswerFormat, ShowArgs};
use crate::message::page;
use crate::outcome::{Failure, Tally};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use verbale::Record;
use verbale::records::together::{Merged, Placement};
use verbale::records::{Event, Statement};
use verbale_store::{Report, Shown, Store, Story};
use verbale_story::events::{MergedEvent, Stand, Value, join_persons};

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
        Shown::Story(story) => (self::story(&store, &story)?, story.documents.len()),
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

/// An event: what its reports say together, then a paragraph a report.
fn event(name: &str, merged: Option<&Merged>, reports: &[Report]) -> String {
    let n = counted(reports.len(), "report");
    let mut page = match merged {
        Some(merged) => format!("{}: {n}\n{}", merged.id, together(merged, reports)),
        None => format!("{name}: {n}\n"),
    };
    for Report { record, event_id } in reports {
        let Some(event) = record.event(event_id) else { continue };
        page += &report(record, event);
    }
    page
}

/// What all reports say: the same in one line, what differs side by side with who says it.
fn together(merged: &Merged, reports: &[Report]) -> String {
    let told: Vec<(&Record, &Event)> =
        reports.iter().filter_map(|r| Some((&r.record, r.record.event(&r.event_id)?))).collect();
    let records: Vec<&Record> = told.iter().map(|(record, _)| *record).collect();
    let all = MergedEvent::of(&merged.id, &told, &join_persons(&records));
    let mut page = format!(
        "  {} {} -> {}, {}\n  story {}\n",
        merged.kind,
        names(&merged.actors),
        names(&merged.recipients),
        merged.day.as_deref().unwrap_or("no day"),
        merged.story
    );
    let documents = counted(merged.n_documents, "document");
    let (least, most) = (merged.sources_least, merged.sources_most);
    let _ = writeln!(page, "  {documents}; independent sources: {least} to {most}");
    for tie in &merged.ties {
        let _ = writeln!(page, "    tied by {tie}");
    }
    let mut kinds: BTreeMap<&str, Vec<(String, &[String])>> = BTreeMap::new();
    for size in &all.sizes {
        let number = (size.value.value.to_string(), size.reports.as_slice());
        kinds.entry(&size.value.kind).or_default().push(number);
    }
    for (kind, numbers) in kinds {
        let differ = if numbers.len() > 1 { "  (they differ)" } else { "" };
        let _ = writeln!(page, "  {kind}{differ}");
        for (number, reports) in numbers {
            let _ = writeln!(page, "    {number}: {}", reports.join(", "));
        }
    }
    let places = all.places.iter().map(|v| (v.value.as_str(), v.reports.as_slice()));
    differing(&mut page, "places", places.collect());
    let dates = all.dates.iter().map(|v| (v.value.as_str(), v.reports.as_slice()));
    differing(&mut page, "dates", dates.collect());
    let stand = |stand: &Value<Stand>| match stand.value {
        Stand::Told => ("told", stand.reports.clone()),
        Stand::Denied => ("denied", stand.reports.clone()),
    };
    let stands: Vec<(&str, Vec<String>)> = all.stands.iter().map(stand).collect();
    if stands.iter().any(|(stand, _)| *stand == "denied") {
        for (stand, reports) in stands {
            let _ = writeln!(page, "  {stand}: {}", reports.join(", "));
        }
    }
    page
}

/// Values that differ, each with who gives it; nothing where there is one.
fn differing(page: &mut String, what: &str, values: Vec<(&str, &[String])>) {
    if values.len() > 1 {
        let _ = writeln!(page, "  {what}  (they differ)");
        for (value, reports) in values {
            let _ = writeln!(page, "    {value}: {}", reports.join(", "));
        }
    }
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

/// A story: its documents in the order of days, with what they copy, then what they tell, an event in a
/// line, then each event with its reports.
fn story(store: &Store, story: &Story) -> Result<String, Failure> {
    let documents = counted(story.documents.len(), "document");
    let mut page = format!("{}: {documents}\n\n", story.id);
    for (place, outlet) in &story.documents {
        let _ = writeln!(page, "{}  {}", place.doc_key, placed(place, outlet.as_deref()));
    }
    if !story.events.is_empty() {
        let rows: Vec<_> = story.events.iter().map(merged_line).collect();
        let mut table = Vec::new();
        super::answers::print(&mut table, AnswerFormat::Table, &super::query::MERGED, &rows)?;
        page += "\n";
        page += &String::from_utf8_lossy(&table);
    }
    for merged in &story.events {
        if let Shown::Event { merged, reports } = store.show(&merged.id)? {
            page += "\n";
            page += &event(&story.id, merged.as_deref(), &reports);
        }
    }
    Ok(page)
}

/// Label, outlet and day of a document, and its source.
fn placed(place: &Placement, outlet: Option<&str>) -> String {
    let parts = [Some(place.doc_id.as_str()), outlet, place.published_on.as_deref()];
    let mut line = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if let (Some(of), Some(kind)) = (&place.copy_of, &place.copy_kind) {
        let _ = write!(line, "  ({kind}: {of})");
    }
    line
}

/// A number of things.
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
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
