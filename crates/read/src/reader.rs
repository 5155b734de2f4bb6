//! One unit of bytes to one document.

use crate::dates::Dates;
use crate::language::Languages;
use crate::limits::MAX_TEXT_BYTES;
use crate::outlets::Outlets;
use crate::section::{Cut, Rules, Sectioner};
use crate::story::{Given, Story};
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
    pub(crate) outlets: Outlets,
    pub(crate) dates: Dates,
    languages: Languages,
    any_language: bool,
}

impl Reader {
    /// Needs `outlets.tsv`, `territories.tsv`, `sections.tsv` and `languages.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let (rules, outlets) = (Rules::new(lexicons)?, Outlets::new(lexicons)?);
        let languages = Languages::new(lexicons)?;
        Ok(Reader { rules, outlets, dates: Dates::new(), languages, any_language: false })
    }

    /// Takes texts in any language, where by default only English is taken.
    #[must_use]
    pub fn any_language(mut self) -> Self {
        self.any_language = true;
        self
    }

    /// Reads a story that a caller hands in, total but for what [`Rejected`] names.
    pub fn story(&self, story: Story) -> Result<Document, Rejected> {
        let known = [&story.id, &story.url, &story.path].into_iter().flatten().next();
        let name = known.cloned().unwrap_or_else(|| "a story".to_string());
        self.told(story, &Given::default(), Vec::new()).map_err(|reason| Rejected { name, reason })
    }

    /// Reads a story; what is given counts where a text does not say it, and where a page shows none.
    pub(crate) fn told(
        &self,
        mut story: Story,
        given: &Given,
        mut notes: Vec<Note>,
    ) -> Result<Document, String> {
        notes.extend(self.unread_dates(&story));
        let (text, html) = (story.text.take(), story.html.take());
        if text.is_some() {
            story = story.or(given);
        }
        story.url = story.url.or_else(|| given.url.clone());
        story.title = story.title.or_else(|| given.title.clone());
        story.id = story.id.or_else(|| story.url.clone());
        match (text, html) {
            (Some(text), _) => self.text(text, story, notes),
            (None, Some(html)) => self.page(html, story, given, notes),
            (None, None) => Err("neither `text` nor `html` in this object".to_string()),
        }
    }

    /// A note on each date that comes with a story and that nobody can read.
    fn unread_dates(&self, story: &Story) -> Vec<Note> {
        let dates = [
            ("published_at", &story.published_at),
            ("modified_at", &story.modified_at),
            ("retrieved_at", &story.retrieved_at),
        ];
        let unread = dates.into_iter().filter_map(|(field, date)| {
            let date = date.as_ref().filter(|d| self.dates.find(d).is_none())?;
            let message = format!("`{field}` is {date:?}, no full date; write it as 2024-06-21");
            Some(Note { kind: Note::DATE.into(), message })
        });
        unread.collect()
    }

    pub(crate) fn text(
        &self,
        mut text: String,
        story: Story,
        mut notes: Vec<Note>,
    ) -> Result<Document, String> {
        if text.trim().is_empty() {
            return Err("no text".to_string());
        }
        notes.extend(cut_long(&mut text));
        let mut meta = self.given(&story);
        let published = meta.published_at.as_ref().map(|stamp| stamp.date);
        let cut = self.sectioner().cut(&text, story.title.as_deref(), published);
        meta.url = meta.url.or_else(|| cut.url.clone());
        let address = meta.url.as_deref();
        let host = || address.and_then(|u| self.outlets.of_url(u)).cloned();
        let state = || address.and_then(|u| self.outlets.by_state(u));
        meta.outlet = meta.outlet.or_else(host).or_else(state);
        meta.published_at = meta
            .published_at
            .or_else(|| cut.published.clone())
            .or_else(|| address.and_then(|u| self.dates.in_url(u)));
        meta.title = meta.title.or_else(|| cut.title.clone());
        self.finish(text, story, meta, cut, notes)
    }

    #[cfg(not(feature = "html"))]
    fn page(&self, _: String, _: Story, _: &Given, _: Vec<Note>) -> Result<Document, String> {
        Err("a page, and this program was built without the feature `html`".to_string())
    }

    /// What came beside the words.
    pub(crate) fn given(&self, story: &Story) -> Meta {
        let date = |text: &Option<String>| text.as_deref().and_then(|d| self.dates.find(d));
        Meta {
            path: story.path.clone(),
            title: story.title.clone(),
            url: story.url.clone(),
            byline: story.byline.clone(),
            language: story.language.as_deref().map(SmolStr::new),
            outlet: story.outlet.as_deref().map(|o| self.outlet(o)),
            published_at: date(&story.published_at),
            modified_at: date(&story.modified_at),
            retrieved_at: date(&story.retrieved_at),
            ..Meta::default()
        }
    }

    pub(crate) fn outlet(&self, name: &str) -> Outlet {
        let known = self.outlets.named(name).map(|(outlet, _)| outlet.clone());
        known.unwrap_or_else(|| Outlet { name: SmolStr::new(name), ..Outlet::default() })
    }

    pub(crate) fn sectioner(&self) -> Sectioner<'_> {
        Sectioner { rules: &self.rules, outlets: &self.outlets, dates: &self.dates }
    }

    /// Joins what the source says with what the lines say; the source wins.
    pub(crate) fn finish(
        &self,
        text: String,
        story: Story,
        mut meta: Meta,
        cut: Cut,
        notes: Vec<Note>,
    ) -> Result<Document, String> {
        meta.language =
            match self.languages.other(&coded_parts(&text, &cut), meta.language.as_deref()) {
                None => Some("en".into()),
                Some(other) if self.any_language => other.code,
                Some(other) => {
                    return Err(format!("language: {}; only English is coded", other.words));
                }
            };
        meta.outlet = meta.outlet.or(cut.credits.outlet);
        let byline = cut.credits.byline.and_then(|line| self.rules.byline(&line));
        meta.byline = meta.byline.or(byline);
        meta.agencies = cut.credits.agencies;
        meta.credits = cut.credits.photos;
        meta.related = cut.related;
        let id = story.id.unwrap_or_else(|| hash_id(&text));
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

/// The parts of the text that are the story.
fn coded_parts(text: &str, cut: &Cut) -> String {
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
    Some(Note { kind: Note::TRUNCATED.into(), message })
}

fn hash_id(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().take(8).map(|b| format!("{b:02x}")).collect();
    format!("sha256:{hex}")
}
