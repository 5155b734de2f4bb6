//! Mentions: who, where, when.

use crate::Span;
use serde::{Deserialize, Serialize};

/// A stretch of text that denotes an actor, a place or a time.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention {
    /// `m1`, `m2`, ... in the order of the text; numbers of mentions that are not carried are missing.
    pub id: String,
    /// person, organisation, country, place, group or time.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::MENTION_KINDS))))]
    pub kind: String,
    /// name, demonym, metonym, nominal or pronoun.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::FORMS))))]
    pub form: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The title beside a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Span>,
    /// Wikidata id, else `x:` and a hash of the name; `x:KEY:HASH` where only this document knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code at the document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Coreference chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
    /// Codes of a group's members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The point on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The normalised time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Other readings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// Rule or model.
    pub by: String,
    /// 0..1.
    pub confidence: f64,
}

/// A point on the map.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// GeoNames id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonameid: Option<u32>,
    /// GeoNames name.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 alpha-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// First-order division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin1: Option<String>,
    /// city, capital, region, country, sea or facility.
    pub kind: String,
}

/// A normalised time, as TIMEX3.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time {
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::TIME_TYPES))))]
    pub kind: String,
    /// "2024-06-21", "P3D", "PAST_REF".
    pub value: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

/// A reading that was not chosen.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Alternative {
    /// Entity id.
    pub entity: String,
    /// Preferred name.
    pub name: String,
    /// 0..1.
    pub confidence: f64,
}
