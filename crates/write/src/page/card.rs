//! A card: one record in a sentence.

use crate::contract::{Event, Participant, Record, Speaker, Statement};
use serde::Serialize;

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
    let chars: Vec<char> = record.doc.text.chars().collect();
    let mut all: Vec<Card> = record.statements.iter().map(|s| statement(&chars, s)).collect();
    all.extend(record.events.iter().map(|e| event(record, e)));
    all.sort_by_key(|c| c.start);
    all
}

fn who(speaker: Option<&Speaker>) -> String {
    let Some(s) = speaker else { return "unnamed".to_string() };
    let name = s.name.clone().unwrap_or_else(|| "unnamed".to_string());
    s.code.as_ref().map_or(name.clone(), |code| format!("{name} ({code})"))
}

fn people(all: &[Participant]) -> String {
    let one = |p: &Participant| {
        let name = p.name.as_ref().unwrap_or(&p.text);
        p.code.as_ref().map_or(name.clone(), |code| format!("{name} ({code})"))
    };
    all.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn line(lines: &mut Vec<(String, String)>, name: &str, value: String) {
    if !value.is_empty() {
        lines.push((name.to_string(), value));
    }
}

fn statement(chars: &[char], s: &Statement) -> Card {
    let cut = |s: &crate::contract::Span| -> String {
        chars[s.start as usize..s.end as usize].iter().collect()
    };
    let mut lines = Vec::new();
    line(&mut lines, "says", s.content.iter().map(cut).collect::<Vec<_>>().join(" … "));
    line(&mut lines, "to", people(&s.addressee));
    line(&mut lines, "via", s.via.iter().map(|v| who(Some(v))).collect::<Vec<_>>().join(", "));
    line(&mut lines, "within", s.parent.clone().unwrap_or_default());
    line(&mut lines, "date", s.date.clone().unwrap_or_default());
    let mut tags = vec![s.kind.to_string(), s.act.to_string(), s.stance.to_string()];
    if s.negated {
        tags.push("not said".to_string());
    }
    let start = s.sentence.start;
    let head = who(s.speaker.as_ref());
    Card {
        id: s.id.clone(),
        record: "statement",
        head,
        lines,
        claim: false,
        tags,
        by: s.by.clone(),
        start,
    }
}

fn event(record: &Record, e: &Event) -> Card {
    let mode = e.mode.as_ref().map_or(String::new(), |m| format!(" · {m}"));
    let mut lines = Vec::new();
    line(&mut lines, "actor", people(&e.actors));
    line(&mut lines, "recipient", people(&e.recipients));
    line(&mut lines, "when", e.date.clone().unwrap_or_default());
    line(&mut lines, "where", place(record, e.place.as_ref()));
    let size = e.size.iter().map(|s| format!("{} {}", s.value, s.kind));
    line(&mut lines, "size", size.collect::<Vec<_>>().join(", "));
    line(&mut lines, "according to", voices(record, e));
    let mut tags = vec![e.modality.to_string()];
    if e.polarity == "-" {
        tags.insert(0, "did not happen".to_string());
    }
    tags.extend(e.contexts.iter().cloned());
    Card {
        id: e.id.clone(),
        record: "event",
        head: format!("{}{mode}", e.kind),
        lines,
        claim: !e.according_to.is_empty(),
        tags,
        by: e.by.clone(),
        start: e.sentence.start,
    }
}

fn place(record: &Record, id: Option<&String>) -> String {
    let mention = id.and_then(|id| record.mentions.iter().find(|m| m.id == *id));
    mention.map_or(String::new(), |m| m.name.clone().unwrap_or_else(|| m.text.clone()))
}

/// Whose claim an event is, outermost first; the outlet's own voice where it is nobody's.
fn voices(record: &Record, e: &Event) -> String {
    if e.according_to.is_empty() {
        return "the outlet, in its own voice".to_string();
    }
    let speaker = |id: &String| {
        let s = record.statements.iter().find(|s| s.id == *id);
        format!("{} [{id}]", who(s.and_then(|s| s.speaker.as_ref())))
    };
    e.according_to.iter().map(speaker).collect::<Vec<_>>().join(" > ")
}
