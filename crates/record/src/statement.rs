//! Statements: who said what, through whom.

use crate::{Participant, Site, Span, When};
use serde::{Deserialize, Serialize};

/// One attribution.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Statement {
    /// `s1`, `s2`, ... in the order of the text.
    pub id: String,
    /// direct, indirect or mixed.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::STATEMENT_KINDS))))]
    pub kind: String,
    /// Who says it, as written.
    #[serde(default)]
    pub source: Vec<Span>,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Vec<Span>,
    /// What is said.
    #[serde(default)]
    pub content: Vec<Span>,
    /// The parts of the content in quotation marks.
    #[serde(default)]
    pub verbatim: Vec<Span>,
    /// Who says it, after coreference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// Intermediaries, outermost first.
    #[serde(default)]
    pub via: Vec<Speaker>,
    /// To whom.
    #[serde(default)]
    pub addressee: Vec<Participant>,
    /// The statement it is nested in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// assert, deny, accuse, ask, promise or believe.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::STANCES))))]
    pub stance: String,
    /// The attribution itself is denied.
    pub negated: bool,
    /// There only to tell that what it holds is others' word ("allegedly"), not the outlet's: nobody
    /// is named who said it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voice: bool,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// Where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Site>,
    /// speech, writing, thought or document.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::ACTS))))]
    pub act: String,
    /// The sentence of its cue.
    pub sentence: Span,
    /// Rule.
    pub by: String,
    /// The probability that it is right in all, 0..1 (docs/confidence.md).
    pub confidence: f64,
}

/// Who said it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Speaker {
    /// The mention, a pronoun if that is what the text has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// Entity id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name, else the words of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the text names the speaker.
    pub named: bool,
}
