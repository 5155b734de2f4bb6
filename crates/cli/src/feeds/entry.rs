//! What comes of an entry: its page, else its words in the feed, else the reason why neither.

use super::got::{Answer, Asked, Got};
use super::{Feeds, FromFeed, Item, Open, Stopped, Story, noted};
use std::sync::Arc;
use verbale::read::{Entry, Given, InputKind, Raw, SourceError};
use verbale_store::Fetched;

impl Feeds {
    /// What comes of an entry of a feed.
    pub(super) fn entry(&mut self, feed: &Open, entry: &Entry) -> Result<Item, Stopped> {
        let name = match &entry.url {
            Some(url) if !feed.is_file => url.clone(),
            _ => format!("{}:{}", feed.name, feed.taken),
        };
        let Some(url) = entry.url.as_deref() else {
            return Ok(self.words(feed, entry, name, "its feed gives no address".into(), false));
        };
        if !self.seen.insert(url.to_string()) {
            return Ok(Item::Known(None));
        }
        if feed.is_file && !self.fetch {
            return Ok(self.words(feed, entry, name, "--fetch asks for its page".into(), false));
        }
        let known = match self.store.fetched(url) {
            Ok(Some(known)) if known.changed == entry.changed => return Ok(Item::Known(None)),
            Ok(known) => known.unwrap_or_default(),
            Err(error) => return Ok(failed(feed, name, error.to_string(), true)),
        };
        match self.get(url, &known, Asked::Page) {
            Got::Answer(answer) => Ok(self.page(feed, entry, name, url, answer)),
            Got::Unchanged => {
                let known = Fetched { changed: entry.changed.clone(), ..known };
                Ok(Item::Known(Some((url.to_string(), known))))
            }
            Got::Failed(why, again) => Ok(self.words(feed, entry, name, why, again)),
            Got::Stopped => Err(Stopped),
        }
    }

    /// The page of an entry, where the answer is one.
    fn page(&self, feed: &Open, entry: &Entry, name: String, url: &str, answer: Answer) -> Item {
        let Some(kind) = kind(answer.media_type.as_deref()) else {
            let what = answer.media_type.unwrap_or_default();
            return self.words(feed, entry, name, format!("no page but {what}"), false);
        };
        let noted = noted(url, &answer, Some(entry));
        let (given, Answer { address, bytes, encoding, date, .. }) = (self.given(entry), answer);
        let raw = Raw::new(name, kind, bytes);
        let (url, given) = (Some(address), Arc::new(given));
        let raw = Raw { url, retrieved_at: date, encoding, given, ..raw };
        Item::Story(Box::new(Story { raw, from_feed: None, noted }))
    }

    /// The words of an entry in the place of its page.
    fn words(&self, feed: &Open, entry: &Entry, name: String, why: String, again: bool) -> Item {
        let Some(raw) = entry.unit(&name) else {
            return failed(feed, name, format!("{why}; its feed has no text of it"), again);
        };
        let given = Arc::new(self.given(entry));
        let raw = Raw { path: feed.is_file.then(|| feed.name.clone()), given, ..raw };
        let asked = !feed.is_file || self.fetch;
        let (feed, is_summary) = (feed.number, entry.is_summary);
        let from_feed = Some(FromFeed { feed, is_summary, why, again, asked });
        let known = Fetched { changed: entry.changed.clone(), ..Fetched::default() };
        let noted = entry.url.clone().filter(|_| asked).map(|url| (url, known));
        Item::Story(Box::new(Story { raw, from_feed, noted }))
    }

    /// What is said of a story where its page does not say it.
    fn given(&self, entry: &Entry) -> Given {
        let (told, own) = (entry.given(), &self.given);
        Given {
            outlet: own.outlet.clone().or(told.outlet),
            published_at: told.published_at.or_else(|| own.published_at.clone()),
            ..told
        }
    }
}

fn failed(feed: &Open, name: String, what: String, again: bool) -> Item {
    Item::Failed(feed.number, SourceError { name, what }, again)
}

/// What an answer holds, by its media type; none where it is no page.
fn kind(media_type: Option<&str>) -> Option<InputKind> {
    match media_type.map(str::to_ascii_lowercase).as_deref() {
        None | Some("") => Some(InputKind::Auto),
        Some("text/html" | "application/xhtml+xml") => Some(InputKind::Html),
        Some("text/plain") => Some(InputKind::Text),
        Some(_) => None,
    }
}
