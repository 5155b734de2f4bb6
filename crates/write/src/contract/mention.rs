//! Mentions: who, where, when.

use super::Span;
use serde::Serialize;

/// A stretch of text that denotes an actor, a place or a time.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Mention {
    /// `m1`, `m2`, ... in the order of the text; numbers of mentions that are not carried are missing.
    pub id: String,
    /// person, organisation, country, place, group or time.
    pub kind: &'static str,
    /// name, demonym, metonym, nominal or pronoun.
    pub form: &'static str,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The title beside a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Span>,
    /// Wikidata id, else `x:` and a hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Actor code at the document's date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Preferred name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Coreference chain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
    /// Codes of a group's members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The point on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The normalised time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Other readings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// Rule or model.
    pub by: String,
    /// 0..1.
    pub confidence: f64,
}

/// A point on the map.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Place {
    /// GeoNames id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geonameid: Option<u32>,
    /// GeoNames name.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 alpha-3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// First-order division.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin1: Option<String>,
    /// city, capital, region, country, sea or facility.
    pub kind: String,
}

/// A normalised time, as TIMEX3.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Time {
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// "2024-06-21", "P3D", "PAST_REF".
    pub value: String,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

/// A reading that was not chosen.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Alternative {
    /// Entity id.
    pub entity: String,
    /// Preferred name.
    pub name: String,
    /// 0..1.
    pub confidence: f64,
}
