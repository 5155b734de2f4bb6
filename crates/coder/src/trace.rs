//! What the coders did at each word: what a record was made of, and why a word led to none.
//!
//! A [`Trace`] is filled only by who asks for one ([`crate::View::listening`]); without, a [`Log`] keeps
//! nothing and costs the test of a flag. It decides nothing: the rules write into it what they have
//! decided themselves, so that an explanation cannot differ from the coding.

mod reason;

pub use reason::Reason;

use std::cell::RefCell;
use std::ops::Range;
use verbale_document::{EventType, Form, Mention, Polarity, Span, TokenIdx};

/// A row of a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowRef {
    /// File name.
    pub table: &'static str,
    /// Line in the file, from 1.
    pub line: usize,
}

impl RowRef {
    /// The row of `table` at `line`.
    pub fn new(table: &'static str, line: usize) -> Self {
        RowRef { table, line }
    }
}

/// What the coders did with a document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Trace {
    /// What led to nothing, in the order of the rules.
    pub dropped: Vec<Dropped>,
    /// What statements were made of; some may have been dropped later.
    pub attributions: Vec<Attribution>,
    /// What events were made of; some may have been dropped later.
    pub codings: Vec<Coding>,
}

/// Words that led to nothing under one row, or under one rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Dropped {
    /// A word; all words of a sentence or document where the reason is one of the whole.
    pub tokens: Range<TokenIdx>,
    /// The row of a table that was tried.
    pub row: Option<RowRef>,
    /// Why.
    pub why: Reason,
}

/// The heads behind the spans of a statement.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    /// The cue word, or the word nearest to it where a rule needs none.
    pub cue: TokenIdx,
    /// Head of the source.
    pub source: Option<TokenIdx>,
    /// Where the cue stands in the statement.
    pub cue_span: Option<Span>,
    /// Its content; with `cue_span` it tells which statement is meant.
    pub content: Vec<Span>,
}

/// How an event came about.
#[derive(Clone, PartialEq, Debug)]
pub struct Coding {
    /// Words that name the event, with which it was found.
    pub trigger: Vec<TokenIdx>,
    /// Words that it speaks for, its own first; they name no other event.
    pub consumed: Vec<TokenIdx>,
    /// The word whose clause says when and whether it happened: the first, or the governor by which it
    /// became an act of its own.
    pub anchor: TokenIdx,
    /// The row that names it; a rule of its own has none.
    pub row: Option<RowRef>,
    /// What changed it, from within.
    pub governors: Vec<Governing>,
    /// Its type before it was told as planned or refused.
    pub named: EventType,
    /// Its type in the end.
    pub kind: EventType,
    /// Its polarity in the end.
    pub polarity: Polarity,
    /// Heads of the phrases of those who act.
    pub actors: Vec<TokenIdx>,
    /// Heads of those it is done to.
    pub recipients: Vec<TokenIdx>,
}

/// A word that governs an event.
#[derive(Clone, PartialEq, Debug)]
pub struct Governing {
    /// The word.
    pub head: TokenIdx,
    /// Its row.
    pub row: RowRef,
    /// What the event is under it.
    pub kind: EventType,
}

/// A trace in the making, or none.
#[derive(Debug, Default)]
pub struct Log(Option<RefCell<Trace>>);

impl Log {
    /// A log that keeps what it is told.
    pub(crate) fn listening() -> Self {
        Log(Some(RefCell::default()))
    }

    /// What was kept.
    pub(crate) fn into_trace(self) -> Trace {
        self.0.map(RefCell::into_inner).unwrap_or_default()
    }

    fn write(&self, change: impl FnOnce(&mut Trace)) {
        if let Some(trace) = &self.0 {
            change(&mut trace.borrow_mut());
        }
    }

    /// Notes why the word at `at` led to nothing.
    pub(crate) fn drop(&self, at: TokenIdx, row: Option<RowRef>, why: Reason) {
        self.drop_all(at..at + 1, row, why);
    }

    /// The same of several words.
    pub(crate) fn drop_all(&self, tokens: Range<TokenIdx>, row: Option<RowRef>, why: Reason) {
        self.write(|trace| trace.dropped.push(Dropped { tokens, row, why }));
    }

    /// Gives back what was found; where that is nothing, notes why.
    pub(crate) fn found<T>(
        &self,
        found: Option<T>,
        at: TokenIdx,
        row: Option<RowRef>,
        why: Reason,
    ) -> Option<T> {
        if found.is_none() {
            self.drop(at, row, why);
        }
        found
    }

    /// Notes what a statement was made of.
    pub(crate) fn attribute(&self, made: impl FnOnce() -> Attribution) {
        self.write(|trace| trace.attributions.push(made()));
    }

    /// Notes what an event was made of.
    pub(crate) fn code(&self, made: impl FnOnce() -> Coding) {
        self.write(|trace| trace.codings.push(made()));
    }
}

/// Whether the state in a mention's code was guessed from what the text speaks of: a role noun that
/// names no state of its own.
pub fn is_state_guessed(mention: &Mention) -> bool {
    let placed = mention.code.as_ref().is_some_and(|c| !c.is_unplaced());
    placed
        && mention.entity.is_none()
        && mention.form == Form::Nominal
        && mention.confidence <= GUESSED
}

/// Confidence of a mention whose state is a guess, at most.
const GUESSED: f32 = 0.5;
