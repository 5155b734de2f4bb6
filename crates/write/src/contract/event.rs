//! Events: who did what to whom, according to whom.

use super::Span;
use serde::Serialize;

/// One event as one clause tells it.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Event {
    /// `e1`, `e2`, ... in the order of the text.
    pub id: String,
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// PLOVER mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: u8,
    /// PLOVER base score.
    pub intensity: f64,
    /// Nearest CAMEO code.
    pub cameo: String,
    /// The words that name the event.
    pub trigger: Vec<Span>,
    /// The sentence they stand in.
    pub sentence: Span,
    /// Who did it.
    pub actors: Vec<Participant>,
    /// To whom.
    pub recipients: Vec<Participant>,
    /// When, as a TIMEX3 value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The mention the date was read from; absent where it is the document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_mention: Option<String>,
    /// Where: a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Statements that assert it, outermost first; empty: the outlet in its own voice.
    pub according_to: Vec<String>,
    /// `+` or `-`.
    pub polarity: &'static str,
    /// actual, future, hypothetical or historical.
    pub modality: &'static str,
    /// Numbers of people.
    pub size: Vec<Size>,
    /// Rule.
    pub by: String,
    /// 0..1.
    pub confidence: f64,
}

/// An actor, recipient or addressee.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The mention that says who it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// Entity id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A number of people.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Size {
    /// killed, injured, participants, detained.
    pub kind: String,
    /// How many.
    pub value: u64,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
}
