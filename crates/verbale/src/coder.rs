//! The library in one type: a story in, its record out.

use crate::recording::record_above;
use crate::{Error, Model, Pipeline, Worker};
use verbale_document::Lexicons;
use verbale_read::{Rejected, Story};
use verbale_record::Record;

/// Codes stories. Immutable; build it once and share it between threads.
pub struct Coder {
    pipeline: Pipeline,
    min_confidence: f64,
}

impl Coder {
    /// The English coder with its built-in tables and model. Takes about a sixth of a second.
    pub fn english() -> Self {
        Coder::over(Pipeline::builtin().expect("the built-in tables and models are sound"))
    }

    /// With tables or a model of your own.
    ///
    /// # Errors
    /// A table or a model that cannot be read; names it.
    pub fn new(lexicons: &Lexicons, model: &Model) -> Result<Self, Error> {
        Ok(Coder::over(Pipeline::new(lexicons, model)?))
    }

    fn over(pipeline: Pipeline) -> Self {
        Coder { pipeline, min_confidence: 0.0 }
    }

    /// Leaves out statements and events whose confidence (0..1) is below `least`, but not the
    /// statements that others are told by or nested in. Nothing is left out by default.
    ///
    /// ```
    /// # use verbale::{Coder, Story};
    /// let coder = Coder::english().min_confidence(0.99);
    /// let record = coder.code(Story::text("It seems that some called for something.")).expect("English");
    /// assert!(record.statements.is_empty() && record.events.is_empty());
    /// ```
    #[must_use]
    pub fn min_confidence(mut self, least: f64) -> Self {
        self.min_confidence = least;
        self
    }

    /// The record of a story.
    ///
    /// # Errors
    /// A story without words, or in another language.
    pub fn code(&self, story: Story) -> Result<Record, Rejected> {
        self.code_with(&mut self.worker(), story)
    }

    /// The same with scratch space that is used again, for many stories on one thread.
    ///
    /// # Errors
    /// As [`Coder::code`].
    pub fn code_with(&self, worker: &mut Worker, story: Story) -> Result<Record, Rejected> {
        self.pipeline.code_story(worker, story).map(|doc| record_above(&doc, self.min_confidence))
    }

    /// Fresh scratch space for one thread.
    pub fn worker(&self) -> Worker {
        self.pipeline.worker()
    }

    /// The stages one by one.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }
}
