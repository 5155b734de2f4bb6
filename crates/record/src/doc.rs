//! The document's own fields.

use crate::Span;
use serde::{Deserialize, Serialize};

/// Source, text and sections.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Doc {
    /// Its label: the input's id, file stem or address, else `sha256:` and 16 hex digits.
    pub id: String,
    /// Its key in every collection: a hash of address (else path) and text.
    #[serde(default)]
    pub key: String,
    /// The file it was read from, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address that the page names as its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Outlet>,
    /// Wire services credited, in order.
    #[serde(default)]
    pub agencies: Vec<Agency>,
    /// Authors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Photo and other credits.
    #[serde(default)]
    pub credits: Vec<String>,
    /// Headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// ISO 639-1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// RFC 3339 or a plain date; the reference for relative dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// Last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_at: Option<String>,
    /// When it was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved_at: Option<String>,
    /// The article's text.
    pub text: String,
    /// SHA-256 of the text, hex.
    pub sha256: String,
    /// Its parts.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Links to other stories.
    #[serde(default)]
    pub related: Vec<Related>,
}

/// A publisher.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Outlet {
    /// Name.
    pub name: String,
    /// Web domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// ISO 3166 alpha-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Wikidata id, else an own id of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

/// A wire service credited.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agency {
    /// As written.
    pub text: String,
    /// Preferred name.
    pub name: String,
    /// Wikidata id, else an own id of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

/// A part of the text.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// title, dateline, lede, body, caption, related, credit or boilerplate.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::values::names(crate::values::SECTION_KINDS))))]
    pub kind: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

/// A link to another story.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Related {
    /// Its headline.
    pub title: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Something to know of how the document was read.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Note {
    /// A stable word.
    pub kind: String,
    /// A sentence.
    pub message: String,
}
