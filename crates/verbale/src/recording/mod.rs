//! From a document to its record: offsets become code points, indices become ids.
//!
//! Numbers are rounded, so that the same figure is always the same bytes. Nothing is decided here but
//! which mentions a record carries ([`carried`]), and which statements and events ([`kept`]).

mod again;
mod carried;
mod doc;
mod event;
mod kept;
mod mention;
mod statement;

pub use again::document_again;
use carried::carried;
use kept::Kept;
use verbale_document as document;
use verbale_document::{CodePoints, Document, MentionIdx, SmolStr, StatementIdx};
use verbale_record::{Layer, Participant, Record, Site, Span, When, ids};

/// The record of `doc` with all its statements and events. Layers that did not run give empty lists.
pub fn record(doc: &Document) -> Record {
    record_above(doc, 0.0)
}

/// The same with those statements and events whose confidence is `least` (0..1) or more, and the
/// statements that they are told by or nested in.
pub fn record_above(doc: &Document, least: f64) -> Record {
    let build = Builder { doc, points: CodePoints::new(doc.text()), key: document_key(doc) };
    let mut record = Record::default();
    record.schema = verbale_record::SCHEMA_VERSION;
    record.version = env!("CARGO_PKG_VERSION").to_string();
    record.doc = build.doc();
    let kept = Kept::new(doc, least);
    record.mentions = carried(doc, &kept).map(|(i, m)| build.mention(i, m)).collect();
    record.statements = kept.statements(doc).map(|(i, s)| build.statement(i, s)).collect();
    record.events = kept.events(doc).map(|(i, e)| build.event(i, e)).collect();
    record.layers = layers(doc);
    let notes = doc.notes.iter().filter(|note| note.kind != document::Note::IGNORED);
    record.notes = notes.map(doc::note).collect();
    record
}

/// The key of a document, known before it is coded: a hash of its address (else its path) and its text.
pub fn document_key(doc: &Document) -> String {
    let place = doc.meta.url.as_deref().or(doc.meta.canonical_url.as_deref());
    let place = place.or(doc.meta.path.as_deref()).unwrap_or_default();
    ids::document_key(place, doc.text())
}

fn layers(doc: &Document) -> Vec<Layer> {
    let of = |layer: &str, p: Option<&document::Producer>| {
        p.map(|p| {
            let mut made = Layer::default();
            made.layer = layer.to_string();
            made.producer = p.name.to_string();
            made.version = p.version.to_string();
            made.hash = p.hash.to_string();
            made
        })
    };
    let all = [
        of("sentences", doc.sentences.as_ref().map(|l| &l.producer)),
        of("tokens", doc.tokens.as_ref().map(|l| &l.producer)),
        of("names", doc.names.as_ref().map(|l| &l.producer)),
        of("mentions", doc.mentions.as_ref().map(|l| &l.producer)),
        of("statements", doc.statements.as_ref().map(|l| &l.producer)),
        of("events", doc.events.as_ref().map(|l| &l.producer)),
    ];
    all.into_iter().flatten().collect()
}

fn optional(s: Option<&SmolStr>) -> Option<String> {
    s.map(ToString::to_string)
}

fn mention_id(m: MentionIdx) -> String {
    format!("m{}", m + 1)
}

fn statement_id(s: StatementIdx) -> String {
    format!("s{}", s + 1)
}

/// Two decimals.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}

/// Coordinates to five decimals, about a metre.
fn degrees(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

/// One document on its way to a record.
struct Builder<'d> {
    doc: &'d Document,
    points: CodePoints<'d>,
    key: String,
}

impl Builder<'_> {
    fn span(&self, span: document::Span) -> Span {
        let (start, end) = self.points.span(span);
        Span::new(start, end)
    }

    fn spans(&self, spans: &[document::Span]) -> Vec<Span> {
        spans.iter().map(|s| self.span(*s)).collect()
    }

    fn words(&self, span: document::Span) -> String {
        self.doc.slice(span).to_string()
    }

    fn sentence(&self, at: document::SentenceIdx) -> Span {
        let sentence = self.doc.sentences.as_deref().and_then(|s| s.get(at as usize));
        self.span(sentence.map_or(document::Span::default(), |s| s.span))
    }

    /// The id of an entity; one that the atlas does not know is its document's own.
    fn entity_id(&self, entity: document::EntityIdx) -> String {
        let entity = self.doc.entity(entity);
        match entity.local {
            true => ids::local_entity(&self.key, &entity.id),
            false => entity.id.to_string(),
        }
    }

    fn participants(&self, all: &[document::Participant]) -> Vec<Participant> {
        all.iter().map(|p| self.participant(p)).collect()
    }

    fn participant(&self, p: &document::Participant) -> Participant {
        let mut out = Participant::default();
        out.span = self.span(p.span);
        out.text = self.words(p.span);
        out.mention = p.mention.map(mention_id);
        out.entity = p.entity.map(|e| self.entity_id(e));
        out.code = p.code.as_ref().map(ToString::to_string);
        out.name = optional(p.name.as_ref());
        out
    }

    fn when(&self, w: &document::When) -> When {
        let mut out = When::default();
        out.value = w.value.to_string();
        out.start = w.start.map(|d| d.to_string());
        out.end = w.end.map(|d| d.to_string());
        out.mention = w.mention.map(mention_id);
        out
    }

    fn site(&self, at: MentionIdx) -> Site {
        let mention = self.doc.mention(at);
        let place = mention.place.as_ref();
        let mut out = Site::default();
        out.mention = mention_id(at);
        out.text = self.words(mention.span);
        let name = mention.entity.map(|e| self.doc.entity(e).name.to_string());
        out.name = Some(name.unwrap_or_else(|| out.text.clone()));
        out.geonameid = place.and_then(|p| p.geonameid);
        out.lat = place.map(|p| degrees(p.lat));
        out.lon = place.map(|p| degrees(p.lon));
        out.country = place.and_then(|p| optional(p.country.as_ref()));
        out
    }
}
