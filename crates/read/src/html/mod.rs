//! The article in a page.
//!
//! Extraction is the work of the `trafilatura` crate (fallback on, comments excluded, precision
//! favoured), publication dates that of `dom_smoothie` first. Both walk the tree recursively, and
//! a stack that overflows cannot be caught: [`guard`] refuses pages that nest too deep before any
//! parser sees them, and extraction runs on a thread of its own with a large stack, a time limit
//! and a net under panics. A page that is given up leaves its thread behind until it ends.

mod guard;
mod paragraphs;

use crate::limits::{EXTRACTION_STACK, MAX_DEPTH, MAX_EXTRACTION, MAX_HTML_BYTES};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use trafilatura::{ExtractionFocus, Options};

/// What was found in a page. Empty strings of the extractors are `None` here.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The article, a paragraph a line.
    pub text: String,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub site: Option<String>,
    pub host: Option<String>,
    pub canonical: Option<String>,
    pub language: Option<String>,
    /// Publication dates as the extractors gave them, best first.
    pub published: Vec<String>,
    pub modified: Option<String>,
}

/// Extracts the article of a page, or says why not.
pub(crate) fn extract(html: String) -> Result<Page, String> {
    if html.len() > MAX_HTML_BYTES {
        return Err(format!("a page of more than {} MB", MAX_HTML_BYTES >> 20));
    }
    isolated(html)
}

fn isolated(html: String) -> Result<Page, String> {
    let (send, receive) = channel();
    let work = move || {
        let page = catch_unwind(AssertUnwindSafe(|| parse(&html)));
        let _ = send.send(page.unwrap_or_else(|_| Err("the extractor failed on this page".into())));
    };
    let thread = thread::Builder::new().name("extract".into()).stack_size(EXTRACTION_STACK);
    if let Err(error) = thread.spawn(work) {
        return Err(format!("no thread to extract with: {error}"));
    }
    receive.recv_timeout(MAX_EXTRACTION).unwrap_or_else(|error| match error {
        RecvTimeoutError::Timeout => {
            Err(format!("extraction took longer than {} s", MAX_EXTRACTION.as_secs()))
        }
        RecvTimeoutError::Disconnected => Err("the extractor failed on this page".into()),
    })
}

fn parse(html: &str) -> Result<Page, String> {
    if guard::nests_deeper(html, MAX_DEPTH) {
        return Err(format!("a page nested deeper than {MAX_DEPTH} elements"));
    }
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_focus(ExtractionFocus::FavorPrecision);
    let found =
        trafilatura::extract(html, &options).map_err(|_| "no article found in this page")?;
    let meta = found.metadata;
    let mut page = Page {
        text: paragraphs::paragraphs(&found.content_html),
        title: some(meta.title),
        byline: some(meta.author),
        site: some(meta.sitename),
        host: some(meta.hostname),
        canonical: some(meta.url),
        language: some(meta.language),
        ..Page::default()
    };
    add_dates(&mut page, html);
    page.published.extend(meta.date.map(|d| d.to_string()));
    Ok(page)
}

fn add_dates(page: &mut Page, html: &str) {
    let Ok(reader) = dom_smoothie::Readability::new(html, None, None) else { return };
    let meta = reader.get_article_metadata(reader.parse_json_ld());
    page.published.extend(meta.published_time.map(|t| t.to_string()));
    page.modified = meta.modified_time.map(|t| t.to_string());
    page.byline = page.byline.take().or(meta.byline.map(|b| b.to_string()));
    page.site = page.site.take().or(meta.site_name.map(|s| s.to_string()));
}

fn some(text: String) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_string())
}
