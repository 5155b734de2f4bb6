//! Records made by hand: the words of a text, and events that point at them.

use super::{Joiner, Tables};
use verbale_record::{Event, Mention, Participant, Record, Site, Size, Span, Statement, When};

/// A joiner with the built-in tables.
pub fn joiner() -> Joiner {
    let lexicons = verbale_lexicons::english();
    let tables = Tables::of(|name| lexicons.text(name).map(|text| &**text));
    Joiner::new(tables.expect("tables")).expect("sound tables")
}

/// A record of one sentence without events.
pub fn record(key: &str, day: &str, text: &str) -> Record {
    let mut record = Record::default();
    record.doc.key = key.to_string();
    record.doc.id = format!("label of {key}");
    record.doc.published_at = Some(day.to_string());
    record.doc.text = text.to_string();
    record
}

/// Where words stand in an ASCII text.
pub fn span(record: &Record, words: &str) -> Span {
    let start = record.doc.text.find(words).unwrap_or_else(|| panic!("no {words:?}")) as u32;
    Span::new(start, start + words.len() as u32)
}

/// Adds a mention of a person or place, by name.
pub fn mention(record: &mut Record, kind: &str, words: &str, entity: Option<&str>) {
    let mut mention = Mention::default();
    mention.id = format!("m{}", record.mentions.len() + 1);
    mention.kind = kind.to_string();
    mention.form = "name".to_string();
    mention.span = span(record, words);
    mention.text = words.to_string();
    mention.name = Some(words.to_string());
    mention.entity = entity.map(str::to_string);
    record.mentions.push(mention);
    record.mentions.sort_by_key(|m| m.span);
}

/// Adds an actual event with its trigger; who takes part is named by words of the text.
pub fn event(record: &mut Record, kind: &str, trigger: &str, actors: &[&str], to: &[&str]) {
    let mut event = Event::default();
    event.id = format!("e{}", record.events.len() + 1);
    event.kind = kind.to_string();
    event.quad = if kind == "ASSAULT" || kind == "COERCE" { 4 } else { 3 };
    event.trigger = vec![span(record, trigger)];
    event.sentence = Span::new(0, record.doc.text.len() as u32);
    event.actors = actors.iter().map(|words| participant(record, words)).collect();
    event.recipients = to.iter().map(|words| participant(record, words)).collect();
    event.polarity = "+".to_string();
    event.modality = "actual".to_string();
    record.events.push(event);
}

fn participant(record: &Record, words: &str) -> Participant {
    let mut participant = Participant::default();
    participant.span = span(record, words);
    participant.text = words.to_string();
    let named = record.mentions.iter().find(|m| m.text == words);
    participant.name = named.and_then(|m| m.name.clone());
    participant.entity = named.and_then(|m| m.entity.clone());
    participant.mention = named.map(|m| m.id.clone());
    participant
}

/// The last event of a record.
pub fn last(record: &mut Record) -> &mut Event {
    record.events.last_mut().expect("an event")
}

/// A number of people.
pub fn size(kind: &str, value: u64) -> Size {
    let mut size = Size::default();
    size.kind = kind.to_string();
    size.value = value;
    size
}

/// A place by name.
pub fn site(name: &str) -> Site {
    let mut site = Site::default();
    site.text = name.to_string();
    site
}

/// A day that words of the text tell.
pub fn day(value: &str) -> When {
    let mut when = When::default();
    when.value = value.to_string();
    when.start = Some(value.to_string());
    when.end = Some(value.to_string());
    when.mention = Some("m9".to_string());
    when
}

/// A statement that asserts the last event of the record, with a stance.
pub fn said(record: &mut Record, stance: &str) {
    let mut statement = Statement::default();
    statement.id = format!("s{}", record.statements.len() + 1);
    statement.stance = stance.to_string();
    let id = statement.id.clone();
    record.statements.push(statement);
    last(record).according_to.push(id);
}
