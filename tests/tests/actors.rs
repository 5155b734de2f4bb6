//! Mentions in brackets in the tables of `tests/cases/actors/` have the actor codes that they give, but
//! for those on the list beside each table. To write the lists anew:
//! `UPDATE=1 cargo test --release -p verbale-tests --test actors`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::Path;
use verbale::document::{Document, MentionKind, Span};
use verbale::{Pipeline, Story, Worker};
use verbale_tests::Misses;

/// A row: when and what was written, where in it the mention stands, and its code.
struct Case<'t> {
    date: &'t str,
    text: String,
    span: Span,
    code: &'t str,
}

fn case(line: &str) -> Case<'_> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    let (date, marked, code) = (cell(), cell(), cell());
    let at = |bracket| marked.find(bracket).expect("a mention in brackets");
    let span = Span::new(at('['), at(']') - 1);
    Case { date, text: marked.replace(['[', ']'], ""), span, code }
}

/// The code of the mention that ends with the brackets, else of the one that fills most of them.
fn code(doc: &Document, span: Span) -> String {
    let shared = |m: Span| m.end.min(span.end).saturating_sub(m.start.max(span.start));
    let mentions = doc.mentions.as_deref().unwrap_or(&[]).iter();
    let inside = mentions.filter(|m| m.kind != MentionKind::Time && shared(m.span) > 0).rev();
    let best = inside.max_by_key(|m| (m.span.end == span.end, shared(m.span)));
    best.and_then(|m| m.code.as_ref()).map_or("-".to_string(), ToString::to_string)
}

fn coded(pipeline: &Pipeline, worker: &mut Worker, case: &Case) -> Document {
    let story = Story::text(case.text.as_str()).published(case.date);
    pipeline.code_story(worker, story).expect("English text")
}

/// Checks that the mentions of a table have their codes, but for those that its list names.
#[track_caller]
fn check(table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/actors").join(table);
    let table = fs::read_to_string(&path).expect("a table of mentions");
    let rows = table.lines().filter(|l| !l.starts_with('#')).skip(1);
    let pipeline = Pipeline::builtin().expect("sound tables and models");
    let mut worker = pipeline.worker();
    let mut misses = Misses::of(&path);
    for line in rows {
        let case = case(line);
        let got = code(&coded(&pipeline, &mut worker, &case), case.span);
        let row: Vec<&str> = line.split('\t').take(3).collect();
        misses.count(&row.join("\t"), (got != case.code).then_some(got));
    }
    assert!(misses.rows() >= 400, "only {} mentions", misses.rows());
    misses.check();
}

/// The table by which the atlas was completed.
#[test]
fn mentions_have_their_actor_codes() {
    check("actors.tsv");
}

/// As many mentions that nobody looked at meanwhile.
#[test]
fn other_mentions_have_theirs() {
    check("others.tsv");
}
