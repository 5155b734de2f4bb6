//! The order of the stages: the only place that knows it.
//!
//! ```text
//! read -> parse -> times -> resolve -> statements -> events -> record
//! ```
//!
//! Everything here is immutable and shared between threads; what a thread scribbles on is its
//! [`Worker`]. A pipeline opens no files.

use crate::explain::Traces;
use crate::{Error, builtin_lexicons};
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use verbale_atlas::Atlas;
use verbale_coder::event::Events;
use verbale_coder::statement::Statements;
use verbale_document::{Document, Layer, Lexicons, Quote};
use verbale_parse::{Engine, Models};
#[cfg(feature = "files")]
use verbale_read::Raw;
use verbale_read::{Reader, Rejected, Story};
use verbale_resolve::Resolver;
use verbale_times::Times;

/// The language model: tags, trees and names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Model {
    /// The small network that is built into the program (`models/README.md`).
    #[default]
    Default,
    /// The bytes of a model file, such as `training/train.sh` writes.
    Bytes(Vec<u8>),
}

impl Model {
    /// The bytes of a model file; none of the built-in one.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Model::Default => None,
            Model::Bytes(bytes) => Some(bytes),
        }
    }

    fn network(&self) -> Cow<'_, [u8]> {
        self.bytes().map_or_else(|| Cow::Owned(verbale_models::network()), Cow::Borrowed)
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
        let network = model.network();
        let models = Models { network: &network, lemmas: verbale_models::LEMMAS };
        let engine = Engine::new(lexicons, models)?;
        Ok(Language { reader: Reader::new(lexicons)?, engine })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> verbale_parse::Worker {
        self.engine.worker()
    }

    /// Reads one input: its text, sections and metadata, nothing more.
    #[cfg(feature = "files")]
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        self.reader.read(raw)
    }

    /// Adds quotes, sentences, tokens, trees and names.
    pub fn parse(&self, worker: &mut verbale_parse::Worker, doc: &mut Document) {
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
    pub fn parse_tokens(&self, worker: &mut verbale_parse::Worker, doc: &mut Document) {
        let (tokens, names) = self.engine.analyse_tokens(worker, doc);
        doc.tokens = Some(tokens);
        doc.names = Some(names);
    }
}

/// All stages, built once and shared by all threads.
pub struct Pipeline {
    language: Language,
    times: Times,
    resolver: Resolver,
    pub(crate) statements: Statements,
    pub(crate) events: Events,
}

/// What is said of a document on which the program panicked ([`Pipeline::guarded`]).
pub const DEFECT: &str = "a defect of verbale stopped this document; please report it";

/// Scratch space of one thread.
pub struct Worker {
    engine: verbale_parse::Worker,
    times: verbale_times::Worker,
}

impl Pipeline {
    /// With the built-in lexicons and the default model.
    pub fn builtin() -> Result<Self, Error> {
        Self::new(&builtin_lexicons(), &Model::default())
    }

    /// With `lexicons`, which must hold every table that a stage reads.
    pub fn new(lexicons: &Lexicons, model: &Model) -> Result<Self, Error> {
        verbale_coder::vocabulary::check(lexicons)?;
        Ok(Pipeline {
            language: Language::new(lexicons, model)?,
            times: Times::new(lexicons)?,
            resolver: Resolver::new(lexicons)?,
            statements: Statements::new(lexicons)?,
            events: Events::new(lexicons)?,
        })
    }

    /// Fresh scratch space.
    pub fn worker(&self) -> Worker {
        Worker { engine: self.language.worker(), times: verbale_times::Worker::default() }
    }

    /// The work on one document; none where it panics: that is our defect, and the worker begins anew.
    pub fn guarded<T>(
        &self,
        worker: &mut Worker,
        work: impl FnOnce(&mut Worker) -> T,
    ) -> Option<T> {
        let done = catch_unwind(AssertUnwindSafe(|| work(worker)));
        if done.is_err() {
            *worker = self.worker();
        }
        done.ok()
    }

    /// Reads one input: its text, sections and metadata, nothing more.
    #[cfg(feature = "files")]
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        self.language.read(raw)
    }

    /// Reads and codes one input.
    #[cfg(feature = "files")]
    pub fn code(&self, worker: &mut Worker, raw: Raw) -> Result<Document, Rejected> {
        let mut doc = self.read(raw)?;
        self.annotate(worker, &mut doc);
        Ok(doc)
    }

    /// Codes a story that a caller hands in.
    pub fn code_story(&self, worker: &mut Worker, story: Story) -> Result<Document, Rejected> {
        let mut doc = self.language.reader.story(story)?;
        self.annotate(worker, &mut doc);
        Ok(doc)
    }

    /// Everything after reading.
    pub fn annotate(&self, worker: &mut Worker, doc: &mut Document) {
        self.parse(worker, doc);
        self.resolve(worker, doc);
        self.code_layers(doc);
    }

    /// Adds quotes, sentences, tokens, trees and names.
    pub fn parse(&self, worker: &mut Worker, doc: &mut Document) {
        self.language.parse(&mut worker.engine, doc);
    }

    /// Analyses tokens and sentences that are there already (of a treebank).
    pub fn parse_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        self.language.parse_tokens(&mut worker.engine, doc);
    }

    /// Analyses and resolves a document with tokens and sentences of its own (of a treebank);
    /// quotations are those of its text.
    pub fn resolve_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        doc.quotes = Some(self.language.quotes(doc));
        self.parse_tokens(worker, doc);
        self.resolve(worker, doc);
    }

    /// Adds mentions and entities: times, then who is meant.
    pub fn resolve(&self, worker: &mut Worker, doc: &mut Document) {
        let times = self.times.annotate(&mut worker.times, doc);
        let resolution = self.resolver.resolve(doc, times);
        doc.entities = Some(resolution.entities);
        doc.mentions = Some(resolution.mentions);
    }

    /// Adds statements and events.
    pub fn code_layers(&self, doc: &mut Document) {
        doc.statements = Some(self.statements.annotate(doc));
        doc.events = Some(self.events.annotate(doc));
    }

    /// Everything after reading, with a trace of what the coders dropped and why.
    pub fn traced(&self, worker: &mut Worker, doc: &mut Document) -> Traces {
        self.parse(worker, doc);
        self.resolve(worker, doc);
        let (statements, of_statements) = self.statements.traced(doc);
        doc.statements = Some(statements);
        let (events, of_events) = self.events.traced(doc);
        doc.events = Some(events);
        Traces { statements: of_statements, events: of_events }
    }

    /// Who is who.
    pub fn atlas(&self) -> &Atlas {
        self.resolver.atlas()
    }
}
