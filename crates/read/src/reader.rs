//! One unit of bytes to one document.

use crate::dates::Dates;
use crate::decode::decode;
use crate::html::{self, Page};
use crate::jsonl::Line;
use crate::language::other_language;
use crate::limits::MAX_TEXT_BYTES;
use crate::outlets::Outlets;
use crate::raw::{InputKind, Raw};
use crate::section::{Cut, Rules, Sectioner, same_headline};
use sha2::{Digest, Sha256};
use verbale_document::{Document, Lexicons, Meta, Note, Outlet, SmolStr, Stamp, TableError};

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
        let mut line = Line::parse(&raw.bytes)?;
        let id = line.id.take().or_else(|| line.url.clone());
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
        let mut meta = self.line_meta(&line);
        let published = meta.published_at.as_ref().map(|stamp| stamp.date);
        let cut = self.sectioner().cut(&text, line.title.as_deref(), published);
        meta.url = meta.url.or_else(|| cut.url.clone());
        let address = meta.url.as_deref();
        let host = || address.and_then(|u| self.outlets.of_url(u)).cloned();
        meta.outlet = meta.outlet.or_else(host);
        meta.published_at = meta
            .published_at
            .or_else(|| cut.published.clone())
            .or_else(|| address.and_then(|u| self.dates.in_url(u)));
        meta.title = meta.title.or_else(|| cut.title.clone());
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
        let title = page.title.as_deref().or(line.title.as_deref());
        let text = with_title(&page.text, title);
        let published = self.page_published(&page, &line).map(|stamp| stamp.date);
        let cut = self.sectioner().cut(&text, title, published);
        let meta = self.page_meta(&page, &cut, &line);
        self.finish(text, id, meta, cut, note.into_iter().collect())
    }

    /// What a line of JSON says of the story.
    fn line_meta(&self, line: &Line) -> Meta {
        let date = |text: &Option<String>| text.as_deref().and_then(|d| self.dates.find(d));
        Meta {
            title: line.title.clone(),
            url: line.url.clone(),
            byline: line.byline.clone(),
            language: line.language.as_deref().map(SmolStr::new),
            outlet: line.outlet.as_deref().map(|o| self.outlet(o)),
            published_at: date(&line.published_at),
            modified_at: date(&line.modified_at),
            retrieved_at: date(&line.retrieved_at),
            ..Meta::default()
        }
    }

    /// The day that comes with a page or stands in its address.
    fn page_published(&self, page: &Page, line: &Line) -> Option<Stamp> {
        let address = page.canonical.as_ref().or(line.url.as_ref());
        let given = line.published_at.iter().chain(&page.published);
        let given = given.into_iter().find_map(|date| self.dates.find(date));
        given.or_else(|| address.and_then(|a| self.dates.in_url(a)))
    }

    /// What the page says of the story; what came beside the page wins.
    fn page_meta(&self, page: &Page, cut: &Cut, line: &Line) -> Meta {
        let mut meta = self.line_meta(line);
        meta.published_at = self.page_published(page, line).or_else(|| cut.published.clone());
        let modified = || page.modified.as_deref().and_then(|d| self.dates.find(d));
        meta.modified_at = meta.modified_at.or_else(modified);
        meta.title = page.title.clone().or(meta.title);
        meta.byline = meta.byline.or_else(|| page.byline.clone());
        meta.language = meta.language.or_else(|| page.language.as_deref().map(SmolStr::new));
        meta.outlet = self.page_outlet(page, line);
        meta.canonical_url = page.canonical.clone();
        meta
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
        if let Some(other) = other_language(&story(&text, &cut), meta.language.as_deref()) {
            return Err(format!("language: {other}; only English is coded"));
        }
        meta.language = Some("en".into());
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
fn with_title(text: &str, title: Option<&str>) -> String {
    let first = text.trim_start().lines().next().unwrap_or_default();
    match title {
        Some(title) if !same_headline(title, first) => {
            format!("{}\n\n{text}", title.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => text.to_string(),
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
