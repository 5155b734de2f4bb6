//! `verbale query`: what a store says of who did what to whom, according to whom.

use super::answers::{print, value};
use crate::args::{AnswerFormat, CountBy, QueryArgs};
use crate::message::say;
use crate::outcome::{Failure, Tally};
use serde_json::{Value, json};
use std::io::{self, BufWriter, Write};
use verbale::records::columns::{self, Together};
use verbale::records::together::Merged;
use verbale_store::{Answer, By, Count, Question, Store, Who};
use verbale_write::CsvRows;

/// The columns of [`merged_line`].
pub const MERGED: [&str; 8] =
    ["day", "type", "actors", "recipients", "reports", "denied", "sources", "event"];

/// Answers in a table for a person, where no limit is given.
const SHOWN: usize = 100;

/// Asks the store and prints the answers.
pub fn run(args: &QueryArgs) -> Result<Tally, Failure> {
    let store = Store::read(&args.store)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let tally = match (&args.sql, args.count) {
        (Some(sql), _) => select(&store, args, sql, &mut out),
        (None, Some(by)) => count(&store, args, by, &mut out),
        (None, None) if args.merged => merged(&store, args, &mut out),
        (None, None) => events(&store, args, &mut out),
    }?;
    out.flush().map_err(|e| Failure::output(&e))?;
    Ok(tally)
}

fn question(args: &QueryArgs) -> Question {
    let who = |words: &Option<String>| words.as_deref().map(Who::from);
    Question {
        who: who(&args.who),
        whom: who(&args.whom),
        kinds: args.kinds.iter().map(|kind| kind.to_uppercase()).collect(),
        since: args.since.clone(),
        until: args.until.clone(),
        place: args.place.clone(),
        voice: args.voice.clone(),
        text: args.text.clone(),
        most: args.limit,
    }
}

fn events(store: &Store, args: &QueryArgs, out: &mut impl Write) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut bad = 0;
    let mut question = question(args);
    let told = |error: verbale_store::StoreError| {
        bad += 1;
        say(error);
    };
    tally.done = match args.format {
        AnswerFormat::Table => {
            question.most = question.most.or(Some(SHOWN));
            let mut rows = Vec::new();
            let n = store.events::<Failure>(
                &question,
                |a| {
                    rows.push(line(a));
                    Ok(())
                },
                told,
            )?;
            let columns = ["day", "type", "actors", "recipients", "according to", "event"];
            print(out, args.format, &columns, &rows)?;
            say_of_more(args, n);
            n
        }
        AnswerFormat::Csv => {
            let output = |e| Failure::output(&e);
            let mut csv = CsvRows::new(Answer::table(), out).map_err(output)?;
            let n = store.events(&question, |a| csv.write(a.row).map_err(output), told)?;
            csv.finish().map_err(output)?;
            n
        }
        AnswerFormat::Json => {
            let columns: Vec<&str> = Answer::table().columns.iter().map(|c| c.name).collect();
            store.events(
                &question,
                |a| {
                    let row = a.row.iter().map(value).collect();
                    print(out, args.format, &columns, &[row])
                },
                told,
            )?
        }
    };
    tally.skipped = bad;
    Ok(tally)
}

/// Says that there may be more answers than a table shows.
fn say_of_more(args: &QueryArgs, n: usize) {
    if args.limit.is_none() && n == SHOWN {
        say(format_args!("the first {SHOWN} answers; --limit N shows more, --format csv all"));
    }
}

/// An event in a line of a table.
fn line(answer: &Answer) -> Vec<Value> {
    let Answer { record, event, .. } = answer;
    let all = |side: &[verbale::records::Participant]| {
        side.iter().map(|p| p.label()).collect::<Vec<_>>().join(", ")
    };
    let not = if event.is_negative() { "not " } else { "" };
    let day = event.date.as_ref().map(|d| d.value.clone());
    vec![
        json!(day),
        json!(format!("{not}{}", event.kind)),
        json!(all(&event.actors)),
        json!(all(&event.recipients)),
        json!(record.voice_label(event)),
        json!(record.global_id(&event.id)),
    ]
}

/// A row an event, whatever the number of its reports.
fn merged(store: &Store, args: &QueryArgs, out: &mut impl Write) -> Result<Tally, Failure> {
    let table = columns::together("merged").expect("merged events are a table");
    let mut question = question(args);
    let output = |e| Failure::output(&e);
    let done = match args.format {
        AnswerFormat::Table => {
            question.most = question.most.or(Some(SHOWN));
            let mut rows = Vec::new();
            let n = store.merged::<Failure>(&question, |event| {
                rows.push(merged_line(event));
                Ok(())
            })?;
            print(out, args.format, &MERGED, &rows)?;
            say_of_more(args, n);
            n
        }
        AnswerFormat::Csv => {
            let mut csv = CsvRows::new(table, out).map_err(output)?;
            let n = store.merged(&question, |event| {
                csv.write(&table.row(Together::Merged(event))).map_err(output)
            })?;
            csv.finish().map_err(output)?;
            n
        }
        AnswerFormat::Json => {
            let columns: Vec<&str> = table.columns.iter().map(|c| c.name).collect();
            store.merged(&question, |event| {
                let row = table.row(Together::Merged(event)).iter().map(value).collect();
                print(out, args.format, &columns, &[row])
            })?
        }
    };
    Ok(Tally { done, ..Tally::default() })
}

/// A merged event in a line of a table.
pub fn merged_line(event: &Merged) -> Vec<Value> {
    let sources = match event.sources_least == event.sources_most {
        true => event.sources_least.to_string(),
        false => format!("{}-{}", event.sources_least, event.sources_most),
    };
    vec![
        json!(event.day),
        json!(event.kind),
        json!(names(&event.actors)),
        json!(names(&event.recipients)),
        json!(event.n_reports),
        json!(event.n_denied),
        json!(sources),
        json!(event.id),
    ]
}

/// Names with their codes.
pub fn names(side: &[(String, Option<String>)]) -> String {
    let label = |(name, code): &(String, Option<String>)| match code {
        Some(code) => format!("{name} ({code})"),
        None => name.clone(),
    };
    side.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn count(
    store: &Store,
    args: &QueryArgs,
    by: CountBy,
    out: &mut impl Write,
) -> Result<Tally, Failure> {
    let (by, name) = match by {
        CountBy::Month => (By::Month, "month"),
        CountBy::Type => (By::Type, "type"),
        CountBy::Who => (By::Who, "who"),
        CountBy::Whom => (By::Whom, "whom"),
    };
    let counts = store.summary(&question(args), by)?;
    let rows: Vec<Vec<Value>> = counts.iter().map(Count::cells).collect();
    let columns = [name].into_iter().chain(Count::COLUMNS).collect::<Vec<_>>();
    print(out, args.format, &columns, &rows)?;
    Ok(Tally { done: rows.len(), ..Tally::default() })
}

fn select(
    store: &Store,
    args: &QueryArgs,
    sql: &str,
    out: &mut impl Write,
) -> Result<Tally, Failure> {
    let shown = (args.format == AnswerFormat::Table).then_some(SHOWN);
    let found = store.select(sql, args.limit.or(shown))?;
    let columns: Vec<&str> = found.columns.iter().map(String::as_str).collect();
    print(out, args.format, &columns, &found.rows)?;
    if shown.is_some() {
        say_of_more(args, found.rows.len());
    }
    Ok(Tally { done: found.rows.len(), ..Tally::default() })
}
