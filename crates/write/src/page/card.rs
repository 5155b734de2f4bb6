//! A card: one record in a sentence.

use serde::Serialize;
use verbale_record::{Event, Participant, Record, Site, Speaker, Statement, Words};

/// What a card shows.
#[derive(Serialize)]
pub(super) struct Card {
    id: String,
    /// statement or event.
    record: &'static str,
    head: String,
    lines: Vec<(String, String)>,
    claim: bool,
    tags: Vec<String>,
    by: String,
    #[serde(skip)]
    start: u32,
}

impl Card {
    /// Where its sentence begins.
    pub(super) fn start(&self) -> u32 {
        self.start
    }
}

/// All records as cards, by sentence.
pub(super) fn cards(record: &Record) -> Vec<Card> {
    let words = Words::new(&record.doc.text);
    let mut all: Vec<Card> = record.statements.iter().map(|s| statement(&words, s)).collect();
    all.extend(record.events.iter().map(|e| event(record, e)));
    all.sort_by_key(|c| c.start);
    all
}

fn people(all: &[Participant]) -> String {
    all.iter().map(Participant::label).collect::<Vec<_>>().join(", ")
}

fn line(lines: &mut Vec<(String, String)>, name: &str, value: String) {
    if !value.is_empty() {
        lines.push((name.to_string(), value));
    }
}

fn statement(words: &Words, s: &Statement) -> Card {
    let mut lines = Vec::new();
    line(&mut lines, "says", words.joined(&s.content));
    line(&mut lines, "to", people(&s.addressee));
    line(&mut lines, "via", s.via.iter().map(Speaker::label).collect::<Vec<_>>().join(", "));
    line(&mut lines, "within", s.parent.clone().unwrap_or_default());
    line(&mut lines, "date", s.date.as_ref().map(|d| d.value.clone()).unwrap_or_default());
    let mut tags = vec![s.kind.clone(), s.act.clone(), s.stance.clone()];
    if s.negated {
        tags.push("not said".to_string());
    }
    Card {
        id: s.id.clone(),
        record: "statement",
        head: s.speaker_label(),
        lines,
        claim: false,
        tags,
        by: s.by.clone(),
        start: s.sentence.start,
    }
}

fn event(record: &Record, e: &Event) -> Card {
    let mode = e.mode.as_ref().map_or(String::new(), |m| format!(" · {m}"));
    let mut lines = Vec::new();
    line(&mut lines, "actor", people(&e.actors));
    line(&mut lines, "recipient", people(&e.recipients));
    line(&mut lines, "when", e.date.as_ref().map(|d| d.value.clone()).unwrap_or_default());
    line(&mut lines, "where", e.place.as_ref().map(place).unwrap_or_default());
    let size = e.size.iter().map(|s| format!("{} {}", s.value, s.kind));
    line(&mut lines, "size", size.collect::<Vec<_>>().join(", "));
    line(&mut lines, "according to", voices(record, e));
    let mut tags = vec![e.modality.clone()];
    if e.is_negative() {
        tags.insert(0, "did not happen".to_string());
    }
    tags.extend(e.contexts.iter().cloned());
    Card {
        id: e.id.clone(),
        record: "event",
        head: format!("{}{mode}", e.kind),
        lines,
        claim: e.is_claim(),
        tags,
        by: e.by.clone(),
        start: e.sentence.start,
    }
}

fn place(site: &Site) -> String {
    site.name.clone().unwrap_or_default()
}

/// Whose claim an event is, outermost first; the outlet's own voice where it is nobody's.
fn voices(record: &Record, e: &Event) -> String {
    if !e.is_claim() {
        return "the outlet, in its own voice".to_string();
    }
    let one = |s: &Statement| format!("{} [{}]", s.speaker_label(), s.id);
    record.voices(e).into_iter().map(one).collect::<Vec<_>>().join(" > ")
}
