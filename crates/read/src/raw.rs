//! One unit of work, before it is understood.

use crate::story::Given;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What an input holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum InputKind {
    /// To be told by extension, else by content.
    #[default]
    Auto,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// JSON Lines or an array of JSON objects; as a unit, one object of it.
    Jsonl,
    /// A web archive; its units are pages and texts.
    Warc,
    /// As a unit, the words of an entry of a feed: HTML that no page stands around.
    #[cfg(feature = "feeds")]
    Entry,
}

impl FromStr for InputKind {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "auto" => Ok(InputKind::Auto),
            "html" => Ok(InputKind::Html),
            "text" => Ok(InputKind::Text),
            "jsonl" => Ok(InputKind::Jsonl),
            "warc" => Ok(InputKind::Warc),
            _ => Err(format!("{name}: known inputs are auto, html, text, jsonl and warc")),
        }
    }
}

impl fmt::Display for InputKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            InputKind::Auto => "auto",
            InputKind::Html => "html",
            InputKind::Text => "text",
            InputKind::Jsonl => "jsonl",
            InputKind::Warc => "warc",
            #[cfg(feature = "feeds")]
            InputKind::Entry => "entry",
        })
    }
}

/// The bytes of one document.
#[derive(Clone, Debug)]
pub struct Raw {
    /// For messages: a path, `-`, or `path:line`.
    pub name: String,
    /// The file that the bytes are from, where they are from one.
    pub path: Option<String>,
    /// The document's id, where the source gives one; else a hash of the text is taken.
    pub id: Option<String>,
    /// The address that they were fetched from, where the source gives it.
    pub url: Option<String>,
    /// When they were fetched, likewise.
    pub retrieved_at: Option<String>,
    /// The encoding that came with them, as the Encoding Standard labels it, likewise.
    pub encoding: Option<String>,
    /// What the bytes are; `Auto` is resolved by content.
    pub kind: InputKind,
    /// The bytes, perhaps cut at the largest size that is read.
    pub bytes: Vec<u8>,
    /// What a person should know of how they were got.
    pub note: Option<String>,
    /// What is said of the document where it does not say it itself.
    pub given: Arc<Given>,
}

impl Raw {
    /// A unit without id.
    pub fn new(name: impl Into<String>, kind: InputKind, bytes: Vec<u8>) -> Self {
        let (name, given) = (name.into(), Arc::default());
        let (path, id, url, retrieved_at, encoding, note) = (None, None, None, None, None, None);
        Raw { name, path, id, url, retrieved_at, encoding, kind, bytes, note, given }
    }
}
