//! `Coder::code`: any text is coded, twice the same; its record holds together, and a claim stays a claim.

use super::record::spans;
use crate::dice::Dice;
use crate::told;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use verbale::records::{Event, Participant, Span, Statement, Words};
use verbale::{Coder, Record, Story};

static CODER: LazyLock<Coder> = LazyLock::new(Coder::english);

/// Types of acts that parties share.
static SHARED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let types = told::LEXICONS.table("plover.tsv", &["type", "reciprocal"]).expect("a table");
    let types = types.rows().filter(|r| r.get("reciprocal") == "yes");
    let mut all: BTreeSet<String> = types.map(|r| r.get("type").to_string()).collect();
    for name in ["events.tsv", "event_nouns.tsv"] {
        let entries = told::LEXICONS.table(name, &["type", "flags"]).expect("a table");
        let shared = entries.rows().filter(|r| r.get("flags").contains("reciprocal"));
        all.extend(shared.map(|r| r.get("type").to_string()));
    }
    all
});

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let published =
        dice.of(&["2024-06-21", "", "0001-01-01", "9999-12-31", "2024-02-29T23:59:59Z"]);
    let text = match dice.below(8) {
        0 => String::from_utf8_lossy(dice.rest()).into_owned(),
        _ => told::edited(&mut dice),
    };
    let story = || Story::text(text.as_str()).published(published).url("https://news.example/a");
    let (one, other) = (CODER.code(story()), CODER.code(story()));
    let (Ok(record), Ok(again)) = (one, other) else { return };
    let line = record.to_json();
    assert!(line == again.to_json(), "the same story gives other bytes");
    let read = Record::parse(&line).unwrap_or_else(|e| panic!("{e}: {text:?}"));
    assert!(read.to_json() == line, "read as another record: {text:?}");
    assert_eq!(record.doc.text, text);
    check(&record).unwrap_or_else(|wrong| panic!("{wrong}: {text:?}"));
}

fn check(record: &Record) -> Result<(), String> {
    let n = record.doc.text.chars().count() as u32;
    if let Some(span) = spans(record).into_iter().find(|s| s.start > s.end || s.end > n) {
        return Err(format!("{span:?} of {n}"));
    }
    check_words(record)?;
    check_ids(record)?;
    record.statements.iter().try_for_each(|s| not_its_own_ancestor(record, s))?;
    record.events.iter().try_for_each(|e| check_event(record, e))
}

/// What is said to be the words at a span stands there.
fn check_words(record: &Record) -> Result<(), String> {
    let words = Words::new(&record.doc.text);
    let mentions = record.mentions.iter().map(|m| (m.span, &m.text));
    let parties = record.statements.iter().flat_map(|s| &s.addressee);
    let parties =
        parties.chain(record.events.iter().flat_map(|e| e.actors.iter().chain(&e.recipients)));
    let parties = parties.map(|p| (p.span, &p.text));
    let sizes = record.events.iter().flat_map(|e| &e.size).map(|s| (s.span, &s.text));
    match mentions.chain(parties).chain(sizes).find(|(span, text)| words.at(*span) != text.as_str())
    {
        Some((span, text)) => Err(format!("{text:?} does not stand at {span:?}")),
        None => Ok(()),
    }
}

/// Ids are told apart, and name what is there.
fn check_ids(record: &Record) -> Result<(), String> {
    let mentions: BTreeSet<&str> = record.mentions.iter().map(|m| m.id.as_str()).collect();
    let statements: BTreeSet<&str> = record.statements.iter().map(|s| s.id.as_str()).collect();
    if mentions.len() != record.mentions.len() || statements.len() != record.statements.len() {
        return Err("two of one id".to_string());
    }
    let mut named: Vec<&Option<String>> = Vec::new();
    for s in &record.statements {
        named.extend(s.speaker.iter().chain(&s.via).map(|s| &s.mention));
        named.extend(s.addressee.iter().map(|p| &p.mention));
        named.extend(s.date.iter().map(|d| &d.mention));
    }
    for e in &record.events {
        named.extend(e.actors.iter().chain(&e.recipients).map(|p| &p.mention));
        named.extend(e.date.iter().map(|d| &d.mention));
    }
    let sites = record.statements.iter().filter_map(|s| s.place.as_ref());
    let sites =
        sites.chain(record.events.iter().filter_map(|e| e.place.as_ref())).map(|s| &s.mention);
    let lost = named.into_iter().flatten().chain(sites).find(|m| !mentions.contains(m.as_str()));
    lost.map_or(Ok(()), |m| Err(format!("no mention {m}")))
}

fn not_its_own_ancestor(record: &Record, statement: &Statement) -> Result<(), String> {
    let mut up = statement.parent.as_deref();
    for _ in 0..=record.statements.len() {
        let Some(id) = up else { return Ok(()) };
        up = record.statement(id).ok_or_else(|| format!("no statement {id}"))?.parent.as_deref();
    }
    Err(format!("{} is its own ancestor", statement.id))
}

fn check_event(record: &Record, event: &Event) -> Result<(), String> {
    let within =
        |spans: &[Span], t: Span| spans.iter().any(|s| s.start <= t.start && t.end <= s.end);
    let holds = |s: &&Statement| {
        event
            .trigger
            .iter()
            .all(|t| within(&s.content, *t) && !s.cue.iter().any(|c| c.overlaps(*t)))
    };
    for statement in record.statements.iter().filter(holds) {
        if !event.according_to.contains(&statement.id) {
            return Err(format!("{} is told by {} and does not say so", event.id, statement.id));
        }
    }
    let mut above =
        event.according_to.iter().filter_map(|id| record.statement(id)?.parent.as_ref());
    if let Some(lost) = above.find(|id| !event.according_to.contains(id)) {
        return Err(format!("{} is not according to {lost}, in which its statement is", event.id));
    }
    if event.trigger.is_empty() || event.actors.len() + event.recipients.len() == 0 {
        return Err(format!("{} has no trigger or no party", event.id));
    }
    let same = |a: &Participant, b: &Participant| {
        a.span == b.span || a.mention.is_some() && a.mention == b.mention
    };
    let both = event.actors.iter().any(|a| event.recipients.iter().any(|r| same(a, r)));
    if both && !SHARED.contains(&event.kind) {
        return Err(format!(
            "a party on both sides of {} ({}, {})",
            event.id, event.kind, event.by
        ));
    }
    Ok(())
}
