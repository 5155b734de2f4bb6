//! One unit of bytes to one document.

use crate::dates::Dates;
use crate::decode::decode;
use crate::html::{self, Page};
use crate::language::{Language, language};
use crate::limits::MAX_TEXT_BYTES;
use crate::outlets::Outlets;
use crate::raw::{InputKind, Raw};
use crate::section::{Cut, Rules, Sectioner};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use verbale_document::{Document, Lexicons, Meta, Note, Outlet, SmolStr, TableError};

/// A unit that does not become a document; says why.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {reason}")]
pub struct Rejected {
    /// Path, `-`, or `path:line`.
    pub name: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Reads units of bytes. Immutable; share it between threads.
pub struct Reader {
    rules: Rules,
    outlets: Outlets,
    dates: Dates,
}

/// One line of JSON Lines. Unknown fields are ignored.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Line {
    id: Option<serde_json::Value>,
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    url: Option<String>,
    published_at: Option<String>,
    retrieved_at: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
}

impl Reader {
    /// Needs `outlets.tsv` and `sections.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let (rules, outlets) = (Rules::new(lexicons)?, Outlets::new(lexicons)?);
        Ok(Reader { rules, outlets, dates: Dates::new() })
    }

    /// Reads one unit. A function of the unit alone, total but for what [`Rejected`] names.
    pub fn read(&self, raw: Raw) -> Result<Document, Rejected> {
        let name = raw.name.clone();
        let result = match raw.kind {
            InputKind::Jsonl => self.json_line(&raw),
            InputKind::Html => self.page_bytes(&raw, Line::default()),
            InputKind::Text => self.text_bytes(&raw, Line::default()),
            InputKind::Auto if looks_like_html(&raw.bytes) => {
                self.page_bytes(&raw, Line::default())
            }
            InputKind::Auto => self.text_bytes(&raw, Line::default()),
        };
        result.map_err(|reason| Rejected { name, reason })
    }

    fn json_line(&self, raw: &Raw) -> Result<Document, String> {
        let bytes = std::str::from_utf8(&raw.bytes).map_err(|_| "not UTF-8, as JSON must be")?;
        let mut line: Line = serde_json::from_str(bytes)
            .map_err(|e| format!("not a JSON object of a story: {e}"))?;
        let id = line.id.take().map(|id| match id {
            serde_json::Value::String(id) => id,
            other => other.to_string(),
        });
        let id = id.or_else(|| line.url.clone());
        match (line.text.take(), line.html.take()) {
            (Some(text), _) => self.text(text, id, line, None),
            (None, Some(html)) => self.page(html, id, line, None),
            (None, None) => Err("neither `text` nor `html` in this object".to_string()),
        }
    }

    fn text_bytes(&self, raw: &Raw, line: Line) -> Result<Document, String> {
        let (text, note) = decode(&raw.bytes, false);
        self.text(text, raw.id.clone(), line, note)
    }

    fn page_bytes(&self, raw: &Raw, line: Line) -> Result<Document, String> {
        let (html, note) = decode(&raw.bytes, true);
        self.page(html, raw.id.clone(), line, note)
    }

    fn text(
        &self,
        mut text: String,
        id: Option<String>,
        line: Line,
        note: Option<Note>,
    ) -> Result<Document, String> {
        if text.trim().is_empty() {
            return Err("no text".to_string());
        }
        let mut notes: Vec<Note> = note.into_iter().collect();
        notes.extend(cut_long(&mut text));
        let cut = self.sectioner().cut(&text, line.title.as_deref());
        let meta = Meta {
            title: line.title.clone().or_else(|| cut.title.clone()),
            url: line.url.clone(),
            byline: line.byline.clone(),
            outlet: line.outlet.as_deref().map(|o| self.outlet(o)),
            published_at: line.published_at.as_deref().and_then(|d| self.dates.find(d)),
            retrieved_at: line.retrieved_at.as_deref().and_then(|d| self.dates.find(d)),
            ..Meta::default()
        };
        self.finish(text, id, meta, cut, notes)
    }

    fn page(
        &self,
        html: String,
        id: Option<String>,
        line: Line,
        note: Option<Note>,
    ) -> Result<Document, String> {
        let page = html::extract(html)?;
        if page.text.trim().is_empty() {
            return Err("no article found in this page".to_string());
        }
        let text = with_title(&page);
        let title = page.title.clone().or_else(|| line.title.clone());
        let cut = self.sectioner().cut(&text, title.as_deref());
        let meta = self.page_meta(&page, title, &line);
        self.finish(text, id, meta, cut, note.into_iter().collect())
    }

    fn page_meta(&self, page: &Page, title: Option<String>, line: &Line) -> Meta {
        let url = line.url.clone();
        let address = page.canonical.as_deref().or(url.as_deref());
        let dated = || page.published.iter().find_map(|d| self.dates.find(d));
        let published_at = line.published_at.as_deref().and_then(|d| self.dates.find(d));
        Meta {
            title,
            outlet: self.page_outlet(page, line),
            byline: line.byline.clone().or_else(|| page.byline.clone()),
            language: page.language.as_deref().map(SmolStr::new),
            published_at: published_at
                .or_else(dated)
                .or_else(|| address.and_then(|a| self.dates.in_url(a))),
            modified_at: page.modified.as_deref().and_then(|d| self.dates.find(d)),
            retrieved_at: line.retrieved_at.as_deref().and_then(|d| self.dates.find(d)),
            canonical_url: page.canonical.clone(),
            url,
            ..Meta::default()
        }
    }

    fn page_outlet(&self, page: &Page, line: &Line) -> Option<Outlet> {
        if let Some(name) = &line.outlet {
            return Some(self.outlet(name));
        }
        let host = page.host.as_deref();
        let known = host.and_then(|h| self.outlets.of_host(h)).cloned();
        let named = || page.site.as_deref().map(|s| self.outlet(s));
        let mut outlet = known.or_else(named)?;
        outlet.domain = outlet.domain.or_else(|| host.map(SmolStr::new));
        Some(outlet)
    }

    fn outlet(&self, name: &str) -> Outlet {
        let known = self.outlets.named(name).map(|(outlet, _)| outlet.clone());
        known.unwrap_or_else(|| Outlet { name: SmolStr::new(name), ..Outlet::default() })
    }

    fn sectioner(&self) -> Sectioner<'_> {
        Sectioner { rules: &self.rules, outlets: &self.outlets, dates: &self.dates }
    }

    /// Joins what the source says with what the lines say; the source wins.
    fn finish(
        &self,
        text: String,
        id: Option<String>,
        mut meta: Meta,
        cut: Cut,
        notes: Vec<Note>,
    ) -> Result<Document, String> {
        if let Language::Other(code) = language(&story(&text, &cut)) {
            return Err(format!("language `{code}`: only English is coded"));
        }
        meta.language = Some("en".into());
        meta.published_at = meta.published_at.or(cut.published);
        meta.outlet = meta.outlet.or(cut.credits.outlet);
        meta.byline = meta.byline.or(cut.credits.byline);
        meta.agencies = cut.credits.agencies;
        meta.credits = cut.credits.photos;
        meta.related = cut.related;
        let id = id.unwrap_or_else(|| hash_id(&text));
        let mut doc = Document::new(id, text);
        doc.sections = cut.sections;
        doc.notes = notes;
        if meta.published_at.is_none() {
            doc.notes.push(no_date());
        }
        doc.meta = meta;
        Ok(doc)
    }
}

fn no_date() -> Note {
    let message = "no publication date found; relative dates stay open".to_string();
    Note { kind: "no-date".into(), message }
}

/// The article with its headline above it, unless it begins with it.
fn with_title(page: &Page) -> String {
    match &page.title {
        Some(title) if !page.text.trim_start().starts_with(title.as_str()) => {
            format!("{}\n\n{}", title.replace('\n', " "), page.text)
        }
        _ => page.text.clone(),
    }
}

/// The parts of the text that are the story.
fn story(text: &str, cut: &Cut) -> String {
    let parts = cut.sections.iter().filter(|s| s.kind.is_story());
    parts.map(|s| &text[s.span.range()]).collect::<Vec<_>>().join("\n")
}

/// Cuts a text that is too long at the end of a line.
fn cut_long(text: &mut String) -> Option<Note> {
    if text.len() <= MAX_TEXT_BYTES {
        return None;
    }
    let mut end = MAX_TEXT_BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind('\n').map_or(end, |i| i + 1);
    text.truncate(end);
    let message = format!("only the first {} MB were read", MAX_TEXT_BYTES >> 20);
    Some(Note { kind: "truncated".into(), message })
}

fn hash_id(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().take(8).map(|b| format!("{b:02x}")).collect();
    format!("sha256:{hex}")
}

/// Whether bytes of unknown kind open like a page.
fn looks_like_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<!doctype html")
        || ["<html", "<head", "<body"].iter().any(|tag| head.contains(tag))
}
