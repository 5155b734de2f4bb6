//! From names and role nouns in a document to mentions with entities and codes.
//!
//! 1. [`find`] lays the atlas's names and the tagger's names over the text and settles overlaps.
//! 2. [`person`] reads titles around persons' names, links surnames to full names, and asks the
//!    tables at the document's date where the text gives no title.
//! 3. [`nominal`] adds role nouns ("Turkish troops", "the Polish prime minister") and groups ("the
//!    CSTO countries", "foreign ministers of A, B and C").
//!
//! Mentions come out sorted; a mention's span is the name alone.

mod find;
mod nominal;
mod organisation;
mod person;
mod place;
mod pool;

use crate::Atlas;
use find::{Found, What, find};
use pool::Pool;
use verbale_document::{
    Date, Document, Entity, Form, Layer, Mention, MentionKind, Producer, SectionKind, Span, Token,
};

/// What the resolver found in a document.
#[derive(Debug)]
pub struct Resolution {
    /// Mentions by position.
    pub mentions: Layer<Mention>,
    /// Entities in the order of their first mention.
    pub entities: Layer<Entity>,
}

/// Scratch space of one thread.
#[derive(Default)]
pub struct Worker {
    _private: (),
}

/// One document being resolved.
pub(crate) struct Resolver<'a> {
    pub atlas: &'a Atlas,
    pub doc: &'a Document,
    pub tokens: &'a [Token],
    pub date: Option<Date>,
    pub pool: Pool,
    pub mentions: Vec<Mention>,
}

impl Atlas {
    /// Resolves the names of `doc`. Needs tokens; names make it better. Total over any document.
    pub fn resolve(&self, _worker: &mut Worker, doc: &Document) -> Resolution {
        let mut resolver = Resolver {
            atlas: self,
            doc,
            tokens: doc.tokens.as_deref().unwrap_or(&[]),
            date: doc.meta.published_at.as_ref().map(|s| s.date),
            pool: Pool::default(),
            mentions: Vec::new(),
        };
        resolver.run();
        let by = || Producer::new("atlas", env!("CARGO_PKG_VERSION"));
        Resolution {
            mentions: Layer::new(by(), resolver.mentions),
            entities: Layer::new(by(), resolver.pool.entities),
        }
    }
}

impl Resolver<'_> {
    fn run(&mut self) {
        let found = find(self);
        self.full_names(&found);
        for item in &found {
            self.emit(item);
        }
        self.nominals();
        self.mentions.sort_by_key(|m| (m.span.start, m.span.end));
    }

    fn emit(&mut self, item: &Found) {
        match item.what {
            What::Known(known) => self.emit_known(item, known),
            What::Person(known) => self.person(item, known),
            What::Organisation(inner) => self.organisation(item, inner),
            What::Location => self.location(item),
        }
    }

    fn emit_known(&mut self, item: &Found, known: crate::gazetteer::Known) {
        use crate::gazetteer::Known;
        let (kind, form) = match known {
            Known::Territory(_) => (MentionKind::Country, Form::Name),
            Known::Demonym(_) => (MentionKind::Country, Form::Demonym),
            Known::Epithet(_) => (MentionKind::Organisation, Form::Nominal),
            Known::Seat(i) => return self.seat(item, i),
            Known::Body(_) | Known::Group(_) | Known::Person(_) => {
                (MentionKind::Organisation, Form::Name)
            }
        };
        let entity = self.pool.known(self.atlas, known, self.date);
        self.push(item, kind, form, Some(entity), "atlas/name");
    }

    /// Adds a mention whose code is that of its entity.
    fn push(
        &mut self,
        item: &Found,
        kind: MentionKind,
        form: Form,
        entity: Option<u32>,
        by: &'static str,
    ) {
        let code = entity.and_then(|e| self.pool.entities[e as usize].code.clone());
        let mention = Mention::new(item.span, self.head(item), kind, form);
        self.mentions.push(Mention { entity, code, by: by.into(), ..mention });
    }

    /// Whether a span stands in a headline, where every word has a capital.
    fn in_title(&self, span: Span) -> bool {
        let kind = self.doc.section_at(span.start);
        matches!(kind, SectionKind::Title | SectionKind::Related)
    }

    /// The token of a stretch whose governor lies outside it.
    fn head(&self, item: &Found) -> u32 {
        let inside = |t: u32| (item.first..item.end).contains(&t);
        let outer = |t: &u32| self.tokens[*t as usize].head.is_none_or(|h| !inside(h));
        (item.first..item.end).find(outer).unwrap_or(item.first)
    }
}
