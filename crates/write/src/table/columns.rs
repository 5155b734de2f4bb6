//! What stands in each column.

use super::{Cell, Field};
use crate::contract::{Event, Mention, Participant, Record, Span, Statement};

/// The rows of a record for each table, in the order of [`super::TABLES`].
pub(crate) fn rows(record: &Record) -> [Vec<Vec<Field>>; 4] {
    let text = Words::new(&record.doc.text);
    [
        vec![document(record)],
        record.mentions.iter().map(|m| mention(record, m)).collect(),
        record.statements.iter().map(|s| statement(record, &text, s)).collect(),
        record.events.iter().map(|e| event(record, &text, e)).collect(),
    ]
}

/// The columns of each table, from an empty record: names and types without a row to look at.
pub(crate) fn columns() -> [Vec<Field>; 4] {
    let record = crate::contract::record(&sample());
    rows(&record).map(|mut rows| rows.swap_remove(0))
}

/// A document with one record of each kind.
fn sample() -> verbale_document::Document {
    use verbale_document::*;
    let mut doc = Document::new("", String::new());
    let by = Producer::default;
    let mention = Mention::new(Span::default(), 0, MentionKind::Person, Form::Name);
    doc.mentions = Some(Layer::new(by(), vec![mention]));
    doc.statements = Some(Layer::new(by(), vec![empty_statement()]));
    doc.events = Some(Layer::new(by(), vec![empty_event()]));
    doc
}

pub(crate) fn empty_statement() -> verbale_document::Statement {
    use verbale_document::*;
    Statement {
        kind: StatementKind::Direct,
        source: vec![],
        cue: vec![],
        content: vec![],
        verbatim: vec![],
        speaker: None,
        via: vec![],
        addressee: vec![],
        parent: None,
        stance: Stance::Assert,
        negated: false,
        date: None,
        place: None,
        act: Act::Speech,
        sentence: 0,
        by: SmolStr::default(),
        confidence: 0.0,
    }
}

fn empty_event() -> verbale_document::Event {
    use verbale_document::*;
    Event {
        kind: EventType::Agree,
        mode: None,
        contexts: vec![],
        intensity: 0.0,
        cameo: SmolStr::default(),
        trigger: vec![],
        sentence: 0,
        actors: vec![],
        recipients: vec![],
        date: None,
        place: None,
        according_to: vec![],
        polarity: Polarity::Positive,
        modality: Modality::Actual,
        size: vec![],
        by: SmolStr::default(),
        confidence: 0.0,
    }
}

fn document(r: &Record) -> Vec<Field> {
    let d = &r.doc;
    let outlet = d.outlet.as_ref();
    vec![
        ("doc_id", Cell::text(&d.id)),
        ("url", Cell::option(d.url.as_ref())),
        ("canonical_url", Cell::option(d.canonical_url.as_ref())),
        ("outlet", Cell::option(outlet.map(|o| &o.name))),
        ("outlet_country", Cell::option(outlet.and_then(|o| o.country.as_ref()))),
        ("agencies", Cell::list(d.agencies.iter().map(|a| a.name.clone()))),
        ("byline", Cell::option(d.byline.as_ref())),
        ("title", Cell::option(d.title.as_ref())),
        ("language", Cell::option(d.language.as_ref())),
        ("published_at", Cell::option(d.published_at.as_ref())),
        ("n_mentions", Cell::Int(Some(r.mentions.len() as i64))),
        ("n_statements", Cell::Int(Some(r.statements.len() as i64))),
        ("n_events", Cell::Int(Some(r.events.len() as i64))),
        ("sha256", Cell::text(&d.sha256)),
        ("text", Cell::text(&d.text)),
        ("version", Cell::text(r.version)),
    ]
}

fn mention(r: &Record, m: &Mention) -> Vec<Field> {
    let place = m.place.as_ref();
    let time = m.time.as_ref();
    vec![
        ("doc_id", Cell::text(&r.doc.id)),
        ("mention_id", Cell::text(&m.id)),
        ("kind", Cell::text(m.kind)),
        ("form", Cell::text(m.form)),
        ("start", Cell::Int(Some(m.span.start.into()))),
        ("end", Cell::Int(Some(m.span.end.into()))),
        ("text", Cell::text(&m.text)),
        ("entity", Cell::option(m.entity.as_ref())),
        ("code", Cell::option(m.code.as_ref())),
        ("name", Cell::option(m.name.as_ref())),
        ("chain", Cell::option(m.chain.as_ref())),
        ("members", Cell::list(m.members.iter().cloned())),
        ("geonameid", Cell::Int(place.and_then(|p| p.geonameid).map(i64::from))),
        ("place", Cell::option(place.map(|p| &p.name))),
        ("place_country", Cell::option(place.and_then(|p| p.country.as_ref()))),
        ("lat", Cell::Float(place.map(|p| p.lat))),
        ("lon", Cell::Float(place.map(|p| p.lon))),
        ("time_type", Cell::Text(time.map(|t| t.kind.to_string()))),
        ("time_value", Cell::option(time.map(|t| &t.value))),
        ("time_start", Cell::option(time.and_then(|t| t.start.as_ref()))),
        ("time_end", Cell::option(time.and_then(|t| t.end.as_ref()))),
        ("by", Cell::text(&m.by)),
        ("confidence", Cell::Float(Some(m.confidence))),
    ]
}

fn statement(r: &Record, text: &Words, s: &Statement) -> Vec<Field> {
    let speaker = s.speaker.as_ref();
    let named = |s: &crate::contract::Speaker| s.name.clone().unwrap_or_default();
    vec![
        ("doc_id", Cell::text(&r.doc.id)),
        ("statement_id", Cell::text(&s.id)),
        ("published_at", Cell::option(r.doc.published_at.as_ref())),
        ("kind", Cell::text(s.kind)),
        ("act", Cell::text(s.act)),
        ("stance", Cell::text(s.stance)),
        ("negated", Cell::Bool(s.negated)),
        ("speaker", Cell::option(speaker.and_then(|s| s.name.as_ref()))),
        ("speaker_code", Cell::option(speaker.and_then(|s| s.code.as_ref()))),
        ("speaker_entity", Cell::option(speaker.and_then(|s| s.entity.as_ref()))),
        ("via", Cell::list(s.via.iter().map(named))),
        ("addressee_codes", Cell::list(codes(&s.addressee))),
        ("source", text.cell(&s.source)),
        ("cue", text.cell(&s.cue)),
        ("content", text.cell(&s.content)),
        ("verbatim", text.cell(&s.verbatim)),
        ("content_start", first(&s.content)),
        ("content_end", last(&s.content)),
        ("parent", Cell::option(s.parent.as_ref())),
        ("date", Cell::option(s.date.as_ref())),
        ("place", place_name(r, s.place.as_ref())),
        ("sentence", text.cell(&[s.sentence])),
        ("by", Cell::text(&s.by)),
        ("confidence", Cell::Float(Some(s.confidence))),
    ]
}

fn event(r: &Record, text: &Words, e: &Event) -> Vec<Field> {
    let size = |s: &crate::contract::Size| format!("{} {}", s.kind, s.value);
    vec![
        ("doc_id", Cell::text(&r.doc.id)),
        ("event_id", Cell::text(&e.id)),
        ("published_at", Cell::option(r.doc.published_at.as_ref())),
        ("date", Cell::option(e.date.as_ref())),
        ("type", Cell::text(e.kind)),
        ("mode", Cell::option(e.mode.as_ref())),
        ("contexts", Cell::list(e.contexts.iter().cloned())),
        ("quad", Cell::Int(Some(e.quad.into()))),
        ("intensity", Cell::Float(Some(e.intensity))),
        ("cameo", Cell::text(&e.cameo)),
        ("actor_codes", Cell::list(codes(&e.actors))),
        ("actors", Cell::list(names(&e.actors))),
        ("recipient_codes", Cell::list(codes(&e.recipients))),
        ("recipients", Cell::list(names(&e.recipients))),
        ("according_to", Cell::list(e.according_to.iter().cloned())),
        ("according_to_names", Cell::list(speakers(r, &e.according_to))),
        ("polarity", Cell::text(e.polarity)),
        ("modality", Cell::text(e.modality)),
        ("size", Cell::list(e.size.iter().map(size))),
        ("place", place_name(r, e.place.as_ref())),
        ("trigger", text.cell(&e.trigger)),
        ("trigger_start", first(&e.trigger)),
        ("trigger_end", last(&e.trigger)),
        ("sentence", text.cell(&[e.sentence])),
        ("by", Cell::text(&e.by)),
        ("confidence", Cell::Float(Some(e.confidence))),
    ]
}

fn first(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.start.into()).min())
}

fn last(spans: &[Span]) -> Cell {
    Cell::Int(spans.iter().map(|s| s.end.into()).max())
}

fn codes(all: &[Participant]) -> impl Iterator<Item = String> {
    all.iter().map(|p| p.code.clone().unwrap_or_else(|| "-".to_string()))
}

fn names(all: &[Participant]) -> impl Iterator<Item = String> {
    all.iter().map(|p| p.name.clone().unwrap_or_else(|| p.text.clone()))
}

fn place_name(r: &Record, id: Option<&String>) -> Cell {
    let mention = id.and_then(|id| r.mentions.iter().find(|m| m.id == *id));
    Cell::option(mention.map(|m| m.name.as_ref().unwrap_or(&m.text)))
}

fn speakers(r: &Record, ids: &[String]) -> Vec<String> {
    let name = |id: &String| {
        let s = r.statements.iter().find(|s| s.id == *id)?;
        s.speaker.as_ref()?.name.clone()
    };
    ids.iter().map(|id| name(id).unwrap_or_else(|| "unnamed".to_string())).collect()
}

/// Cuts code-point spans out of a text.
struct Words<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        let ends = std::iter::once(text.len());
        Words { text, starts: text.char_indices().map(|(i, _)| i).chain(ends).collect() }
    }

    fn cell(&self, spans: &[Span]) -> Cell {
        let cut = |s: &Span| &self.text[self.starts[s.start as usize]..self.starts[s.end as usize]];
        let parts: Vec<&str> = spans.iter().map(cut).collect();
        Cell::Text((!parts.is_empty()).then(|| parts.join(" … ")))
    }
}
