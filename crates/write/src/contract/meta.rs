//! The document's own fields.

use super::Span;
use serde::Serialize;

/// Source, text and sections.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Doc {
    /// The input's id.
    pub id: String,
    /// Where it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address that the page names as its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Outlet>,
    /// Wire services credited, in order.
    pub agencies: Vec<Agency>,
    /// Authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Photo and other credits.
    pub credits: Vec<String>,
    /// Headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// ISO 639-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// RFC 3339 or a plain date; the reference for relative dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// Last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified_at: Option<String>,
    /// When it was fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved_at: Option<String>,
    /// The article's text.
    pub text: String,
    /// SHA-256 of the text, hex.
    pub sha256: String,
    /// Its parts.
    pub sections: Vec<Section>,
    /// Links to other stories.
    pub related: Vec<Related>,
}

/// A publisher.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Outlet {
    /// Name.
    pub name: String,
    /// Web domain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// ISO 3166 alpha-3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Wikidata id, else an own id of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

/// A wire service credited.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Agency {
    /// As written.
    pub text: String,
    /// Preferred name.
    pub name: String,
    /// Wikidata id, else an own id of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

/// A part of the text.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// title, dateline, lede, body, caption, related, credit or boilerplate.
    pub kind: &'static str,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

/// A link to another story.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Its headline.
    pub title: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Something to know of how the document was read.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// A stable word.
    pub kind: String,
    /// A sentence.
    pub message: String,
}
