//! The order of the stages: the only place that knows it.
//!
//! ```text
//! bytes -> read -> syntax -> names -> times -> resolve -> coreference -> statements -> events
//! ```
//!
//! Everything here is immutable and shared between threads; what a thread scribbles on is its
//! [`Worker`]. A pipeline opens no files.

use crate::{Error, builtin_lexicons};
use std::str::FromStr;
use verbale_annotate::coreference::{self, Coreference};
use verbale_annotate::times::{self, Times};
use verbale_annotate::{Engine, Models};
use verbale_atlas::Atlas;
use verbale_code::event::Events;
use verbale_code::statement::Statements;
use verbale_document::{Document, Layer, Lexicons, Mention};
use verbale_read::{InputKind, Raw, Reader, Rejected};

/// The language models by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Model {
    /// Averaged perceptrons (`models/README.md`): small and fast, built into the binary.
    #[default]
    Fast,
}

impl FromStr for Model {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "fast" | "default" => Ok(Model::Fast),
            _ => Err("known models: fast (the default)".to_string()),
        }
    }
}

impl Model {
    /// The files of the model, as built into the program.
    pub fn files(self) -> Models<'static> {
        match self {
            Model::Fast => Models {
                tagger: include_bytes!("../../../models/tagger.bin"),
                parser: include_bytes!("../../../models/parser.bin"),
                names: include_bytes!("../../../models/names.bin"),
                lemmas: include_bytes!("../../../models/lemmas.bin"),
            },
        }
    }
}

/// All stages, built once and shared by all threads.
pub struct Pipeline {
    reader: Reader,
    engine: Engine,
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
        Self::new(&builtin_lexicons(), Model::default())
    }

    /// With `lexicons`, which must hold every table that a stage reads.
    pub fn new(lexicons: &Lexicons, model: Model) -> Result<Self, Error> {
        Ok(Pipeline {
            reader: Reader::new(lexicons)?,
            engine: Engine::new(lexicons, model.files())?,
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
            engine: self.engine.worker(),
            times: times::Worker::default(),
            atlas: verbale_atlas::Worker::default(),
            coreference: coreference::Worker::default(),
        }
    }

    /// Reads one input: its text, sections and metadata, nothing more.
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        self.reader.read(raw)
    }

    /// Reads and codes one input.
    pub fn code(&self, worker: &mut Worker, raw: Raw) -> Result<Document, Rejected> {
        let mut doc = self.reader.read(raw)?;
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
        let syntax = self.engine.syntax(&mut worker.engine, doc);
        doc.quotes = Some(syntax.quotes);
        doc.sentences = Some(syntax.sentences);
        doc.tokens = Some(syntax.tokens);
        doc.names = Some(self.engine.names(&mut worker.engine, doc));
    }

    /// Analyses tokens and sentences that are there already (of a treebank).
    pub fn annotate_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        doc.tokens = Some(self.engine.analyse_tokens(&mut worker.engine, doc));
    }

    /// Analyses and resolves a document with tokens and sentences of its own (of a treebank);
    /// quotations are those of its text.
    pub fn resolve_tokens(&self, worker: &mut Worker, doc: &mut Document) {
        doc.quotes = Some(self.engine.syntax(&mut worker.engine, doc).quotes);
        self.annotate_tokens(worker, doc);
        doc.names = Some(self.engine.names(&mut worker.engine, doc));
        self.resolve(worker, doc);
    }

    /// Adds mentions and entities: times, then who is who, then who is meant by "he".
    pub fn resolve(&self, worker: &mut Worker, doc: &mut Document) {
        let times = self.times.annotate(&mut worker.times, doc);
        let resolution = self.atlas.resolve(&mut worker.atlas, doc);
        doc.entities = Some(resolution.entities);
        doc.mentions = Some(merged(resolution.mentions, times));
        doc.mentions = Some(self.coreference.annotate(&mut worker.coreference, doc));
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
