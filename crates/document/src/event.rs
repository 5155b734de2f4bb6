//! Events: who did what to whom, according to whom.
//!
//! Types, modes, contexts and scores are those of PLOVER 2.0 (Halterman et al. 2023).

use crate::statement::words;
use crate::{MentionIdx, Participant, SentenceIdx, SmolStr, Span, StatementIdx, When};
use std::fmt;

/// One event as one clause tells it.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// PLOVER type.
    pub kind: EventType,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: u8,
    /// PLOVER mode.
    pub mode: Option<SmolStr>,
    /// PLOVER contexts.
    pub contexts: Vec<SmolStr>,
    /// PLOVER base score of the mode or type, -10..10.
    pub intensity: f32,
    /// Nearest CAMEO code ("112").
    pub cameo: SmolStr,
    /// The words that name the event.
    pub trigger: Vec<Span>,
    /// Where they stand.
    pub sentence: SentenceIdx,
    /// Who did it. Reciprocal acts list all parties here.
    pub actors: Vec<Participant>,
    /// To whom.
    pub recipients: Vec<Participant>,
    /// When.
    pub date: Option<When>,
    /// Where: a place or country mention.
    pub place: Option<MentionIdx>,
    /// The statement that it is the making of: an ACCUSE and its accusation.
    pub statement: Option<StatementIdx>,
    /// Statements that assert it, outermost first; empty: the outlet in its own voice.
    pub according_to: Vec<StatementIdx>,
    /// `Negative`: denied, refused, did not happen.
    pub polarity: Polarity,
    /// Whether it is told as fact, plan, possibility or background.
    pub modality: Modality,
    /// Numbers of people, where told.
    pub size: Vec<Size>,
    /// Rule that found it.
    pub by: SmolStr,
    /// The probability that it is right in all, 0..1.
    pub confidence: f32,
}

/// A number attached to an event.
#[derive(Clone, PartialEq, Debug)]
pub struct Size {
    /// `killed`, `injured`, `participants`, `detained`.
    pub kind: SmolStr,
    /// How many.
    pub value: u64,
    /// The words.
    pub span: Span,
}

/// The type of an event, by name. Which types there are is said by a table of the coder
/// (`plover.tsv`: the 16 of PLOVER), so that a user can add one of her own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EventType(SmolStr);

impl EventType {
    /// The type called `name`.
    pub fn new(name: &str) -> Self {
        EventType(SmolStr::new(name))
    }

    /// The type called `name`, as a constant.
    pub const fn fixed(name: &'static str) -> Self {
        EventType(SmolStr::new_static(name))
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

words! {
    /// Whether the clause says that it happened or that it did not.
    Polarity {
        /// It happened, or will, or may.
        Positive = "+",
        /// It did not, will not, was denied or refused.
        Negative = "-",
    }
}

words! {
    /// The clause's hold on reality.
    Modality {
        /// Told as having happened or happening.
        Actual = "actual",
        /// Planned, announced, about to happen.
        Future = "future",
        /// Possible, conditional, wished.
        Hypothetical = "hypothetical",
        /// Background from before the story.
        Historical = "historical",
    }
}
