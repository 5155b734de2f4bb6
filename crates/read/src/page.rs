//! A page to a document: what the page says of its story, and what came beside it.

use crate::html::{self, Page};
use crate::reader::Reader;
use crate::section::same_headline;
use crate::story::{Given, Story};
use verbale_document::{Document, Meta, Note, Outlet, SmolStr, Stamp};

impl Reader {
    pub(crate) fn page(
        &self,
        html: String,
        story: Story,
        given: &Given,
        notes: Vec<Note>,
    ) -> Result<Document, String> {
        let page = html::extract(html)?;
        if page.text.trim().is_empty() {
            return Err("no article found in this page".to_string());
        }
        let title = page.title.as_deref().or(story.title.as_deref());
        let text = with_title(&page.text, title);
        let meta = self.page_meta(&page, &story);
        let published = meta.published_at.as_ref().map(|stamp| stamp.date);
        let cut = self.sectioner().cut(&text, title, published);
        let fallback = || given.published_at.as_deref().and_then(|date| self.dates.find(date));
        let published_at = meta.published_at.or_else(|| cut.published.clone()).or_else(fallback);
        let outlet = meta.outlet.or_else(|| given.outlet.as_deref().map(|o| self.outlet(o)));
        self.finish(text, story, Meta { published_at, outlet, ..meta }, cut, notes)
    }

    /// The day that comes with a page or stands in its address.
    fn page_published(&self, page: &Page, story: &Story) -> Option<Stamp> {
        let address = page.canonical.as_ref().or(story.url.as_ref());
        let given = story.published_at.iter().chain(&page.published);
        let given = given.into_iter().find_map(|date| self.dates.find(date));
        given.or_else(|| address.and_then(|a| self.dates.in_url(a)))
    }

    /// What the page says of the story; what came beside the page wins.
    fn page_meta(&self, page: &Page, story: &Story) -> Meta {
        let mut meta = self.given(story);
        meta.published_at = self.page_published(page, story);
        let modified = || page.modified.as_deref().and_then(|d| self.dates.find(d));
        meta.modified_at = meta.modified_at.or_else(modified);
        meta.title = page.title.clone().or(meta.title);
        let byline = || page.byline.as_deref().and_then(|line| self.sectioner().rules.byline(line));
        meta.byline = meta.byline.or_else(byline);
        meta.language = meta.language.or_else(|| page.language.as_deref().map(SmolStr::new));
        meta.outlet = self.page_outlet(page, story);
        meta.canonical_url = page.canonical.clone();
        meta
    }

    fn page_outlet(&self, page: &Page, story: &Story) -> Option<Outlet> {
        if let Some(name) = &story.outlet {
            return Some(self.outlet(name));
        }
        let host = page.host.as_deref();
        let known = host.and_then(|h| self.outlets.of_host(h)).cloned();
        let named = || page.site.as_deref().map(|s| self.outlet(s));
        let address = story.url.as_deref();
        let of_address = || address.and_then(|url| self.outlets.of_url(url)).cloned();
        let mut outlet = known.or_else(named).or_else(of_address)?;
        outlet.domain = outlet.domain.or_else(|| host.map(SmolStr::new));
        let state = || host.and_then(|h| self.outlets.state_of(h)).cloned();
        outlet.country = outlet.country.or_else(state);
        Some(outlet)
    }
}

/// The article with its headline above it, unless it begins with it.
pub(crate) fn with_title(text: &str, title: Option<&str>) -> String {
    let first = text.trim_start().lines().next().unwrap_or_default();
    match title {
        Some(title) if !same_headline(title, first) => {
            format!("{}\n\n{text}", title.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => text.to_string(),
    }
}
