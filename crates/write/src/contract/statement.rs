//! Statements: who said what, through whom.

use super::{Participant, Span};
use serde::Serialize;

/// One attribution.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Statement {
    /// `s1`, `s2`, ... in the order of the text.
    pub id: String,
    /// direct, indirect or mixed.
    pub kind: &'static str,
    /// Who says it, as written.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// The parts of the content in quotation marks.
    pub verbatim: Vec<Span>,
    /// Who says it, after coreference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// Intermediaries, outermost first.
    pub via: Vec<Speaker>,
    /// To whom.
    pub addressee: Vec<Participant>,
    /// The statement it is nested in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// assert, deny, accuse, ask, promise or believe.
    pub stance: &'static str,
    /// The attribution itself is denied.
    pub negated: bool,
    /// When it was said, as a TIMEX3 value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The mention the date was read from; absent where it is the document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_mention: Option<String>,
    /// Where it was said: a mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// speech, writing, thought or document.
    pub act: &'static str,
    /// The sentence of its cue.
    pub sentence: Span,
    /// Rule.
    pub by: String,
    /// 0..1.
    pub confidence: f64,
}

/// Who said it.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// The mention, a pronoun if that is what the text has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// Entity id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name, else the words of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the text names the speaker.
    pub named: bool,
}
