//! What is known of a document besides its text: where it came from, when, and its parts.

use crate::{Date, SmolStr, Span};

/// Where a document comes from and when it was published.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meta {
    /// File it was read from.
    pub path: Option<String>,
    /// Address it was read from.
    pub url: Option<String>,
    /// Address that the page itself names as the original.
    pub canonical_url: Option<String>,
    /// Who publishes the page.
    pub outlet: Option<Outlet>,
    /// Wire services credited, in the order of the text.
    pub agencies: Vec<Agency>,
    /// Authors.
    pub byline: Option<String>,
    /// Photo and other credits.
    pub credits: Vec<String>,
    /// Headline.
    pub title: Option<String>,
    /// ISO 639-1 code.
    pub language: Option<SmolStr>,
    /// When it was published: the reference for relative dates.
    pub published_at: Option<Stamp>,
    /// When it was last changed.
    pub modified_at: Option<Stamp>,
    /// When it was fetched.
    pub retrieved_at: Option<Stamp>,
    /// Links to other stories.
    pub related: Vec<Related>,
}

/// A moment as the source gave it (RFC 3339 or a plain date) and its calendar day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// RFC 3339 or `YYYY-MM-DD`.
    pub text: SmolStr,
    /// Its day.
    pub date: Date,
}

/// A publisher.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outlet {
    /// Its name.
    pub name: SmolStr,
    /// Its web domain.
    pub domain: Option<SmolStr>,
    /// ISO 3166 alpha-3 code of its seat.
    pub country: Option<SmolStr>,
    /// Wikidata id, else an own id of the name.
    pub entity: Option<SmolStr>,
}

/// A wire service that a story credits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agency {
    /// As written.
    pub text: SmolStr,
    /// Its preferred name.
    pub name: SmolStr,
    /// Wikidata id, else an own id of the name.
    pub entity: Option<SmolStr>,
}

/// A link to another story.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// The headline it shows.
    pub title: String,
    /// Where it leads, where known.
    pub url: Option<String>,
}

/// Part of a document's text. Sections do not overlap and stand in the order of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Where it stands.
    pub span: Span,
}

/// Kinds of section.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SectionKind {
    /// The headline.
    Title,
    /// Place and date line before or inside the first paragraph, or a line that only dates the story.
    Dateline,
    /// Standfirst or summary above the body.
    Lede,
    /// The story.
    Body,
    /// Text under a picture.
    Caption,
    /// Links to other stories.
    Related,
    /// Bylines, sources, photo credits.
    Credit,
    /// Menus, comment forms, notices.
    Boilerplate,
}

impl SectionKind {
    /// The name in records.
    pub fn as_str(self) -> &'static str {
        match self {
            SectionKind::Title => "title",
            SectionKind::Dateline => "dateline",
            SectionKind::Lede => "lede",
            SectionKind::Body => "body",
            SectionKind::Caption => "caption",
            SectionKind::Related => "related",
            SectionKind::Credit => "credit",
            SectionKind::Boilerplate => "boilerplate",
        }
    }

    /// Whether statements and events are looked for in it.
    pub fn is_story(self) -> bool {
        matches!(self, SectionKind::Title | SectionKind::Lede | SectionKind::Body)
    }
}

/// Something a user should know about how a document was read (a guess, a cut, a skip).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// A short stable word: `encoding`, `truncated`, `date`, `no-date`, `feed`, `ignored`.
    pub kind: SmolStr,
    /// One sentence for a person.
    pub message: String,
}

impl Note {
    /// The kind of a note that only a part of the input was read.
    pub const TRUNCATED: &str = "truncated";
    /// The kind of a note on a date that came with the document and that nobody can read.
    pub const DATE: &str = "date";
    /// The kind of a note on a part of the input that says nothing of the document. No record has it.
    pub const IGNORED: &str = "ignored";
}
