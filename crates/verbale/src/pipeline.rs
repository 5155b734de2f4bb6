//! The order of the stages: the only place that knows it.
//!
//! ```text
//! bytes -> read -> syntax -> names -> times -> resolve -> coreference -> statements -> events
//! ```
//!
//! Everything here is immutable and shared between threads; what a thread scribbles on is its
//! [`Worker`]. A pipeline opens no files.

use crate::{Error, builtin_lexicons};
use verbale_annotate::coreference::{self, Coreference};
use verbale_annotate::times::{self, Times};
use verbale_annotate::{Engine, Models};
use verbale_atlas::Atlas;
use verbale_code::event::Events;
use verbale_code::statement::Statements;
use verbale_document::{Document, Layer, Lexicons, Mention, Quote};
use verbale_read::{InputKind, Raw, Reader, Rejected};

/// The language model: tags, trees and names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Model {
    /// The small network that is built into the program (`models/README.md`).
    #[default]
    Default,
    /// The bytes of a model file, such as `models/accurate.bin`.
    Bytes(Vec<u8>),
}

impl Model {
    fn files(&self) -> Models<'_> {
        let network = match self {
            Model::Default => include_bytes!("../../../models/default.bin"),
            Model::Bytes(bytes) => &bytes[..],
        };
        Models { network, lemmas: include_bytes!("../../../models/lemmas.bin") }
    }
}

/// The first stages alone: reading and the language engine, without the atlas.
pub struct Language {
    reader: Reader,
    engine: Engine,
}

impl Language {
    /// With `lexicons`, which must hold every table that a stage reads.
    pub fn new(lexicons: &Lexicons, model: &Model) -> Result<Self, Error> {
        let engine = Engine::new(lexicons, model.files())?;
        Ok(Language { reader: Reader::new(lexicons)?, engine })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> verbale_annotate::Worker {
        self.engine.worker()
    }

    /// Reads one input: its text, sections and metadata, nothing more.
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        self.reader.read(raw)
    }

    /// Adds quotes, sentences, tokens, trees and names.
    pub fn annotate(&self, worker: &mut verbale_annotate::Worker, doc: &mut Document) {
        let syntax = self.engine.syntax(worker, doc);
        doc.quotes = Some(syntax.quotes);
        doc.sentences = Some(syntax.sentences);
        doc.tokens = Some(syntax.tokens);
        doc.names = Some(syntax.names);
    }

    /// The quotations of a text.
    fn quotes(&self, doc: &Document) -> Layer<Quote> {
        self.engine.quotes(doc)
    }

    /// Analyses tokens and sentences that are there already (of a treebank).
    pub fn annotate_tokens(&self, worker: &mut verbale_annotate::Worker, doc: &mut Document) {
        let (tokens, names) = self.engine.analyse_tokens(worker, doc);
        doc.tokens = Some(tokens);
        doc.names = Some(names);
    }
}

/// All stages, built once and shared by all threads.
pub struct Pipeline {
    language: Language,
    times: Times,
    atlas: Atlas,
    coreference: Coreference,
    statements: Statements,
    events: Events,
}

/// Scratch space of one thread.
pub struct Worker {
    engine: verbale_annotate::Worker,
    times: times::Worker,
    atlas: verbale_atlas::Worker,
    coreference: coreference::Worker,
}

impl Pipeline {
    /// With the built-in lexicons and the default model.
    pub fn builtin() -> Result<Self, Error> {
        Self::new(&builtin_lexicons(), &Model::default())
    }

    /// With `lexicons`, which must hold every table that a stage reads.
    pub fn new(lexicons: &Lexicons, model: &Model) -> Result<Self, Error> {
        Ok(Pipeline {
            language: Language::new(lexicons, model)?,
            times: Times::new(lexicons)?,
            atlas: Atlas::new(lexicons)?,
            coreference: Coreference::new(lexicons)?,
            statements: Statements::new(lexicons)?,
            events: Events::new(lexicons)?,
        })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> Worker {
        Worker {
            engine: self.language.worker(),
            times: times::Worker::default(),
            atlas: verbale_atlas::Worker::default(),
            coreference: coreference::Worker::default(),
        }
    }

    /// Reads one input: its text, sections and metadata, nothing more.
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        self.language.read(raw)
    }

    /// Reads and codes one input.
    pub fn code(&self, worker: &mut Worker, raw: Raw) -> Result<Document, Rejected> {
        let mut doc = self.read(raw)?;
        self.annotate(worker, &mut doc);
        self.resolve(worker, &mut doc);
        self.record(&mut doc);
        Ok(doc)
    }

    /// Codes a plain text.
    pub fn code_text(
        &self,
        worker: &mut Worker,
        id: &str,
        text: &str,
    ) -> Result<Document, Rejected> {
        let mut raw = Raw::new(id, InputKind::Text, text.as_bytes().to_vec());
        raw.id = Some(id.to_string());
        self.code(worker, raw)
    }

    /// Adds quotes, sentences, tokens, trees and names.
    pub fn annotate(&self, worker: &mut Worker, doc: &mut Document) {
        self.language.annotate(&mut worker.engine, doc);
    }

    /// Analyses tokens and sentences that are there already (of a treebank).
    pub fn annotate_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        self.language.annotate_tokens(&mut worker.engine, doc);
    }

    /// Analyses and resolves a document with tokens and sentences of its own (of a treebank);
    /// quotations are those of its text.
    pub fn resolve_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        doc.quotes = Some(self.language.quotes(doc));
        self.annotate_tokens(worker, doc);
        self.resolve(worker, doc);
    }

    /// Adds mentions and entities: times, then who is who, then who is meant by "he".
    pub fn resolve(&self, worker: &mut Worker, doc: &mut Document) {
        let times = self.times.annotate(&mut worker.times, doc);
        self.resolve_outlets(doc);
        let resolution = self.atlas.resolve(&mut worker.atlas, doc);
        doc.entities = Some(resolution.entities);
        doc.mentions = Some(merged(resolution.mentions, times));
        doc.mentions = Some(self.coreference.annotate(&mut worker.coreference, doc));
    }

    /// Gives the outlets of the metadata the ids that mentions of them bear.
    fn resolve_outlets(&self, doc: &mut Document) {
        let outlet = doc.meta.outlet.iter_mut().map(|o| (&o.name, &mut o.entity));
        let agencies = doc.meta.agencies.iter_mut().map(|a| (&a.name, &mut a.entity));
        for (name, entity) in outlet.chain(agencies).filter(|(_, entity)| entity.is_none()) {
            *entity = self.atlas.outlet_id(name);
        }
    }

    /// Adds statements and events.
    pub fn record(&self, doc: &mut Document) {
        doc.statements = Some(self.statements.annotate(doc));
        doc.events = Some(self.events.annotate(doc));
    }

    /// Who is who.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }
}

/// Actors, places and times in one layer, by position.
fn merged(mut mentions: Layer<Mention>, times: Layer<Mention>) -> Layer<Mention> {
    mentions.items.extend(times.items);
    mentions.items.sort_by_key(|m| (m.span.start, m.span.end));
    mentions
}
