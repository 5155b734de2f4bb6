//! Events: who did what to whom, according to whom.

use crate::Span;
use serde::{Deserialize, Serialize};

/// One event as one clause tells it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Event {
    /// `e1`, `e2`, ... in the order of the text.
    pub id: String,
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: String,
    /// PLOVER mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// PLOVER contexts.
    #[serde(default)]
    pub contexts: Vec<String>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: u8,
    /// PLOVER base score.
    pub intensity: f64,
    /// Nearest CAMEO code.
    pub cameo: String,
    /// The words that name the event.
    #[serde(default)]
    pub trigger: Vec<Span>,
    /// The sentence they stand in.
    pub sentence: Span,
    /// Who did it.
    #[serde(default)]
    pub actors: Vec<Participant>,
    /// To whom.
    #[serde(default)]
    pub recipients: Vec<Participant>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Site>,
    /// The statement that the event is the making of (an ACCUSE and its accusation).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Statements that assert it, outermost first; empty: the outlet in its own voice.
    #[serde(default)]
    pub according_to: Vec<String>,
    /// `+` or `-`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::POLARITIES))))]
    pub polarity: String,
    /// actual, future, hypothetical or historical.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::MODALITIES))))]
    pub modality: String,
    /// Numbers of people.
    #[serde(default)]
    pub size: Vec<Size>,
    /// Rule.
    pub by: String,
    /// The probability that it is right in all, 0..1 (docs/confidence.md).
    pub confidence: f64,
}

/// When something was.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct When {
    /// TIMEX3 value: "2024-06-21", "2024-06".
    pub value: String,
    /// First day of the stretch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Last day of the stretch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// The mention it was read from; absent where it is the document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
}

/// Where something was.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Site {
    /// The mention of the place.
    pub mention: String,
    /// Its words.
    #[serde(default)]
    pub text: String,
    /// Its preferred name, else its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// GeoNames id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonameid: Option<u32>,
    /// Degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// ISO 3166 alpha-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// An actor, recipient or addressee.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Participant {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The mention that says who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// Entity id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A number of people.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
