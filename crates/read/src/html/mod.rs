//! The article in a page.
//!
//! Extraction is the work of the `trafilatura` crate (fallback on, comments excluded, precision
//! favoured); what a page says of itself is read by [`metadata`]. Extractors walk the tree recursively, and
//! a stack that overflows cannot be caught: [`guard`] refuses pages that nest too deep or hold too
//! much before an extractor sees them, and extraction runs on a thread of its own with a large stack
//! and a net under panics. No clock ends it: the limits bound the work, so that the outcome does not depend
//! on what else the machine does, and nothing that is given up goes on working.

mod attributes;
mod guard;
mod metadata;
mod paragraphs;

use crate::limits::{EXTRACTION_STACK, MAX_FIELD_CHARS, MAX_HTML_BYTES};
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

/// The words of HTML that no page stands around, a paragraph a line; says why not where it is too much.
#[cfg(feature = "feeds")]
pub(crate) fn text_of(html: &str) -> Result<String, String> {
    match guard::refusal(html) {
        Some(refusal) => Err(refusal),
        None => Ok(paragraphs::of_text(html)),
    }
}

/// Runs on a large stack; a panic ends the thread and nothing else.
fn isolated(html: String) -> Result<Page, String> {
    let thread = thread::Builder::new().name("extract".into()).stack_size(EXTRACTION_STACK);
    match thread.spawn(move || parse(&html)) {
        Ok(work) => work.join().unwrap_or_else(|_| Err("the extractor failed on this page".into())),
        Err(error) => Err(format!("no thread to extract with: {error}")),
    }
}

fn parse(html: &str) -> Result<Page, String> {
    if let Some(refusal) = guard::refusal(html) {
        return Err(refusal);
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
    let head = metadata::metadata(html);
    page.published.extend(head.published);
    page.published.extend(meta.date.map(|d| d.to_string()));
    page.modified = head.modified;
    page.byline = page.byline.or(head.author);
    page.site = page.site.or(head.site);
    Ok(page)
}

/// What a page says of itself, unless it is empty or far too long for what it should be.
fn some(text: String) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().nth(MAX_FIELD_CHARS).is_none();
    fits.then(|| text.to_string())
}
