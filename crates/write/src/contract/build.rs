//! From a document to its record.

use super::carried::carried;
use super::{Layer, Record, SCHEMA_VERSION, Span, rounded};
use super::{event, mention, meta, statement};
use sha2::{Digest, Sha256};
use verbale_document as document;
use verbale_document::{CodePoints, Document, MentionIdx, SmolStr, StatementIdx};

/// The record of `doc`. Layers that did not run give empty lists.
pub fn record(doc: &Document) -> Record {
    let build = Builder { doc, points: CodePoints::new(doc.text()) };
    Record {
        schema: SCHEMA_VERSION,
        version: env!("CARGO_PKG_VERSION"),
        doc: build.doc(),
        mentions: carried(doc).map(|(i, m)| build.mention(i, m)).collect(),
        statements: numbered(doc.statements.as_deref(), |i, s| build.statement(i, s)),
        events: numbered(doc.events.as_deref(), |i, e| build.event(i, e)),
        layers: layers(doc),
        notes: doc.notes.iter().map(note).collect(),
    }
}

fn numbered<T, R>(layer: Option<&[T]>, build: impl Fn(usize, &T) -> R) -> Vec<R> {
    layer.unwrap_or(&[]).iter().enumerate().map(|(i, item)| build(i, item)).collect()
}

fn note(n: &document::Note) -> meta::Note {
    meta::Note { kind: n.kind.to_string(), message: n.message.clone() }
}

fn layers(doc: &Document) -> Vec<Layer> {
    let of = |layer, p: Option<&document::Producer>| {
        p.map(|p| Layer {
            layer,
            producer: p.name.to_string(),
            version: p.version.to_string(),
            hash: p.hash.to_string(),
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

fn text_of(s: &SmolStr) -> String {
    s.to_string()
}

fn optional(s: Option<&SmolStr>) -> Option<String> {
    s.map(text_of)
}

fn mention_id(m: Option<MentionIdx>) -> Option<String> {
    m.map(|m| format!("m{}", m + 1))
}

fn statement_id(s: StatementIdx) -> String {
    format!("s{}", s + 1)
}

fn form(form: document::Form) -> &'static str {
    match form {
        document::Form::Name => "name",
        document::Form::Demonym => "demonym",
        document::Form::Metonym => "metonym",
        document::Form::Nominal => "nominal",
        document::Form::Pronoun => "pronoun",
    }
}

/// Coordinates to five decimals, about a metre.
fn degrees(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

struct Builder<'d> {
    doc: &'d Document,
    points: CodePoints<'d>,
}

impl Builder<'_> {
    fn span(&self, span: document::Span) -> Span {
        let (start, end) = self.points.span(span);
        Span { start, end }
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

    fn entity_id(&self, entity: Option<document::EntityIdx>) -> Option<String> {
        entity.map(|e| self.doc.entity(e).id.to_string())
    }

    fn doc(&self) -> meta::Doc {
        let m = &self.doc.meta;
        let stamp = |s: &Option<document::Stamp>| s.as_ref().map(|s| s.text.to_string());
        let section = |s: &document::Section| meta::Section {
            kind: s.kind.as_str(),
            span: self.span(s.span),
        };
        let related =
            |r: &document::Related| meta::Related { title: r.title.clone(), url: r.url.clone() };
        meta::Doc {
            id: self.doc.id.clone(),
            url: m.url.clone(),
            canonical_url: m.canonical_url.clone(),
            outlet: m.outlet.as_ref().map(outlet),
            agencies: m.agencies.iter().map(agency).collect(),
            byline: m.byline.clone(),
            credits: m.credits.clone(),
            title: m.title.clone(),
            language: optional(m.language.as_ref()),
            published_at: stamp(&m.published_at),
            modified_at: stamp(&m.modified_at),
            retrieved_at: stamp(&m.retrieved_at),
            text: self.doc.text().to_string(),
            sha256: hex(&Sha256::digest(self.doc.text().as_bytes())),
            sections: self.doc.sections.iter().map(section).collect(),
            related: m.related.iter().map(related).collect(),
        }
    }

    fn mention(&self, i: usize, m: &document::Mention) -> mention::Mention {
        let entity = m.entity.map(|e| self.doc.entity(e));
        mention::Mention {
            id: format!("m{}", i + 1),
            kind: m.kind.as_str(),
            form: form(m.form),
            span: self.span(m.span),
            text: self.words(m.span),
            title: m.title.map(|t| self.span(t)),
            entity: entity.map(|e| e.id.to_string()),
            code: m.code.as_ref().map(ToString::to_string),
            name: entity.map(|e| e.name.to_string()),
            chain: m.chain.map(|c| format!("c{}", c + 1)),
            members: m.members.iter().map(ToString::to_string).collect(),
            place: m.place.as_ref().map(place),
            time: m.time.as_ref().map(time),
            alternatives: m.alternatives.iter().map(alternative).collect(),
            by: text_of(&m.by),
            confidence: rounded(m.confidence),
        }
    }

    fn statement(&self, i: usize, s: &document::Statement) -> statement::Statement {
        statement::Statement {
            id: statement_id(i as StatementIdx),
            kind: s.kind.as_str(),
            source: self.spans(&s.source),
            cue: self.spans(&s.cue),
            content: self.spans(&s.content),
            verbatim: self.spans(&s.verbatim),
            speaker: s.speaker.as_ref().map(|s| self.speaker(s)),
            via: s.via.iter().map(|s| self.speaker(s)).collect(),
            addressee: self.participants(&s.addressee),
            parent: s.parent.map(statement_id),
            stance: s.stance.as_str(),
            negated: s.negated,
            date: s.date.as_ref().map(|d| text_of(&d.value)),
            date_mention: mention_id(s.date.as_ref().and_then(|d| d.mention)),
            place: mention_id(s.place),
            act: s.act.as_str(),
            sentence: self.sentence(s.sentence),
            by: text_of(&s.by),
            confidence: rounded(s.confidence),
        }
    }

    fn speaker(&self, s: &document::Speaker) -> statement::Speaker {
        statement::Speaker {
            mention: mention_id(s.mention),
            entity: self.entity_id(s.entity),
            code: s.code.as_ref().map(ToString::to_string),
            name: optional(s.name.as_ref()),
            named: s.named,
        }
    }

    fn participants(&self, all: &[document::Participant]) -> Vec<event::Participant> {
        let one = |p: &document::Participant| event::Participant {
            span: self.span(p.span),
            text: self.words(p.span),
            mention: mention_id(p.mention),
            entity: self.entity_id(p.entity),
            code: p.code.as_ref().map(ToString::to_string),
            name: optional(p.name.as_ref()),
        };
        all.iter().map(one).collect()
    }

    fn event(&self, i: usize, e: &document::Event) -> event::Event {
        let size = |s: &document::Size| event::Size {
            kind: text_of(&s.kind),
            value: s.value,
            span: self.span(s.span),
            text: self.words(s.span),
        };
        event::Event {
            id: format!("e{}", i + 1),
            kind: e.kind.as_str(),
            mode: optional(e.mode.as_ref()),
            contexts: e.contexts.iter().map(text_of).collect(),
            quad: e.kind.quad(),
            intensity: rounded(e.intensity),
            cameo: text_of(&e.cameo),
            trigger: self.spans(&e.trigger),
            sentence: self.sentence(e.sentence),
            actors: self.participants(&e.actors),
            recipients: self.participants(&e.recipients),
            date: e.date.as_ref().map(|d| text_of(&d.value)),
            date_mention: mention_id(e.date.as_ref().and_then(|d| d.mention)),
            place: mention_id(e.place),
            according_to: e.according_to.iter().map(|s| statement_id(*s)).collect(),
            polarity: e.polarity.as_str(),
            modality: e.modality.as_str(),
            size: e.size.iter().map(size).collect(),
            by: text_of(&e.by),
            confidence: rounded(e.confidence),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn outlet(o: &document::Outlet) -> meta::Outlet {
    meta::Outlet {
        name: text_of(&o.name),
        domain: optional(o.domain.as_ref()),
        country: optional(o.country.as_ref()),
        entity: optional(o.entity.as_ref()),
    }
}

fn agency(a: &document::Agency) -> meta::Agency {
    meta::Agency {
        text: text_of(&a.text),
        name: text_of(&a.name),
        entity: optional(a.entity.as_ref()),
    }
}

fn place(p: &document::Place) -> mention::Place {
    mention::Place {
        geonameid: p.geonameid,
        name: text_of(&p.name),
        lat: degrees(p.lat),
        lon: degrees(p.lon),
        country: optional(p.country.as_ref()),
        admin1: optional(p.admin1.as_ref()),
        kind: text_of(&p.kind),
    }
}

fn time(t: &document::Time) -> mention::Time {
    mention::Time {
        kind: t.kind.as_str(),
        value: text_of(&t.value),
        start: t.start.map(|d| d.to_string()),
        end: t.end.map(|d| d.to_string()),
    }
}

fn alternative(a: &document::Alternative) -> mention::Alternative {
    mention::Alternative {
        entity: text_of(&a.id),
        name: text_of(&a.name),
        confidence: rounded(a.confidence),
    }
}
