//! A feed to its entries: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), JSON Feed 1 and 1.1.
//!
//! Parsing is the work of the `feed-rs` crate; [`guard`] refuses what would cost it more than its size
//! is worth. Dates are kept as they were written: `feed-rs` gives moments in UTC, in which a story of the
//! evening may be of the next day. Ids are not taken, for those that a feed leaves out are made up. Nothing
//! is fetched, and nothing here says whether a text is the whole story: [`is_whole`] does, of a document.

mod guard;
mod whole;

use crate::decode::decode;
use crate::html::text_of;
use crate::limits::{MAX_FIELD_CHARS, MAX_HTML_BYTES};
use crate::page::with_title;
use crate::raw::{InputKind, Raw};
use crate::reader::Reader;
use crate::story::{Given, Story};
use chrono::{DateTime, Utc};
use feed_rs::model;
use feed_rs::parser::Builder;
use scraper::Html;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use verbale_document::{Document, Note};
pub use whole::is_whole;

/// What a site says of its newest stories.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Feed {
    /// Its title.
    pub title: Option<String>,
    /// Its entries, in their order.
    pub entries: Vec<Entry>,
}

/// What a feed says of one story.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Entry {
    /// The address of its page, over HTTP.
    pub url: Option<String>,
    /// Its headline, without markup.
    pub title: Option<String>,
    /// When it was published, as it was written; where that is left out, when it was changed.
    pub published: Option<String>,
    /// When it was changed, likewise.
    pub changed: Option<String>,
    /// Who publishes it: the title of the feed.
    pub outlet: Option<String>,
    /// The words of it that stand in the feed, as HTML.
    pub words: Option<String>,
    /// Whether the feed calls these words a summary.
    pub is_summary: bool,
}

impl Feed {
    /// Reads a feed, decoded as pages are; `encoding` is the one that came with it, `address` its own, for
    /// links that lack the first part.
    ///
    /// # Errors
    /// What is no feed, is broken, or would cost too much; says why.
    pub fn read(
        bytes: &[u8],
        encoding: Option<&str>,
        address: Option<&str>,
    ) -> Result<Feed, String> {
        if bytes.len() > MAX_HTML_BYTES {
            return Err(format!("a feed of more than {} MB", MAX_HTML_BYTES >> 20));
        }
        let (text, _) = decode(bytes, true, encoding);
        let text = undeclared(&text);
        if let Some(refusal) = guard::refusal(text) {
            return Err(refusal);
        }
        let written: Arc<Mutex<Vec<String>>> = Arc::default();
        let (list, base) = (Arc::clone(&written), address.filter(|a| is_web(a)));
        let parser = Builder::new()
            .base_uri(base)
            .id_generator(|_, _, _| String::new())
            .timestamp_parser(move |date| numbered(&list, date))
            .build();
        let parsed = catch_unwind(AssertUnwindSafe(|| parser.parse(text.as_bytes())));
        let parsed = parsed.map_err(|_| "the parser of feeds failed on this one".to_string())?;
        let feed = parsed.map_err(|error| {
            format!("no feed (RSS, Atom or JSON Feed) that can be read ({error})")
        })?;
        let dates = written.lock().map(|dates| dates.clone()).unwrap_or_default();
        let title = feed.title.as_ref().and_then(plain);
        let entry = |e: model::Entry| Entry { outlet: title.clone(), ..entry(e, &dates) };
        Ok(Feed { entries: feed.entries.into_iter().map(entry).collect(), title })
    }
}

impl Entry {
    /// What the feed says of the story, where its page does not say it.
    pub fn given(&self) -> Given {
        Given {
            title: self.title.clone(),
            published_at: self.published.clone(),
            url: None,
            outlet: self.outlet.clone(),
        }
    }

    /// A unit of the words that stand in the feed; none where there are none.
    pub fn unit(&self, name: impl Into<String>) -> Option<Raw> {
        let words = self.words.clone()?.into_bytes();
        let (url, given) = (self.url.clone(), Arc::new(self.given()));
        Some(Raw { url, given, ..Raw::new(name, InputKind::Entry, words) })
    }
}

impl Reader {
    /// Reads the words of an entry: its headline above them, all that the feed says believed but for the
    /// outlet, which the address tells better.
    pub(crate) fn entry(&self, raw: Raw, notes: Vec<Note>) -> Result<Document, String> {
        let html = String::from_utf8_lossy(&raw.bytes);
        let text = text_of(&html)?;
        if text.trim().is_empty() {
            return Err("no text".to_string());
        }
        let Given { title, published_at, outlet, .. } = (*raw.given).clone();
        let text = with_title(&text, title.as_deref());
        let is_known = raw.url.as_deref().is_some_and(|url| self.outlets.of_url(url).is_some());
        let (id, outlet) = (raw.id.or_else(|| raw.url.clone()), outlet.filter(|_| !is_known));
        let Raw { path, url, .. } = raw;
        let story = Story { id, path, url, title, published_at, outlet, ..Story::default() };
        self.text(text, story, notes)
    }
}

/// The text behind its XML declaration, whose encoding holds no longer.
fn undeclared(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let rest = text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    rest.map_or(text, |(_, rest)| rest.trim_start())
}

/// A moment that stands for a date as it was written: its seconds are the place in the list.
fn numbered(list: &Mutex<Vec<String>>, date: &str) -> Option<DateTime<Utc>> {
    let mut list = list.lock().ok()?;
    let number = DateTime::from_timestamp(i64::try_from(list.len()).ok()?, 0)?;
    list.push(date.trim().to_string());
    Some(number)
}

fn entry(entry: model::Entry, dates: &[String]) -> Entry {
    let written = |number: DateTime<Utc>| {
        let at = usize::try_from(number.timestamp()).ok()?;
        dates.get(at).filter(|date| !date.is_empty() && date.len() <= MAX_FIELD_CHARS).cloned()
    };
    let published = entry.published.and_then(written);
    let changed = entry.updated.and_then(written);
    let content = entry.content.as_ref().and_then(|content| {
        let (ty, subty) = (content.content_type.ty(), content.content_type.subty());
        let is_text = ty == "text" || subty == "xhtml";
        let body = content.body.as_ref().filter(|body| is_text && !body.trim().is_empty())?;
        Some(html(body, subty != "plain"))
    });
    let summary = entry.summary.as_ref().filter(|s| !s.content.trim().is_empty());
    let summary = summary.map(|s| html(&s.content, s.content_type.subty() != "plain"));
    Entry {
        url: address(&entry),
        title: entry.title.as_ref().and_then(plain),
        published: published.or_else(|| changed.clone()),
        changed,
        outlet: None,
        is_summary: content.is_none(),
        words: content.or(summary),
    }
}

/// The address of the page: a link to it, else an id that is one.
fn address(entry: &model::Entry) -> Option<String> {
    let page = |link: &&model::Link| {
        let to_page = link.rel.as_deref().is_none_or(|rel| rel == "alternate");
        let kind = link.media_type.as_deref().unwrap_or("text/html");
        to_page && link.target.is_none() && kind.contains("html") && is_web(&link.href)
    };
    let link = entry.links.iter().find(page).map(|link| link.href.clone());
    link.or_else(|| Some(entry.id.trim().to_string()).filter(|id| is_web(id)))
}

fn is_web(url: &str) -> bool {
    let whole = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    whole && (url.starts_with("https://") || url.starts_with("http://"))
}

/// Words in one line without markup, unless they are far too many for what they should be.
fn plain(text: &model::Text) -> Option<String> {
    if text.content.len() > MAX_FIELD_CHARS * 4 {
        return None;
    }
    let words = match text.content.contains(['<', '&']) {
        true => Html::parse_fragment(&text.content).root_element().text().collect(),
        false => text.content.clone(),
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty() && words.chars().nth(MAX_FIELD_CHARS).is_none()).then_some(words)
}

/// Words as HTML; of plain ones, what a blank line parts is a paragraph.
fn html(words: &str, is_html: bool) -> String {
    if is_html {
        return words.to_string();
    }
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let paragraphs = escaped.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
    paragraphs.map(|p| format!("<p>{p}</p>")).collect()
}

#[cfg(test)]
mod tests;
