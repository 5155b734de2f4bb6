//! What is known of addresses that were fetched: validators (RFC 9110, 8.8) and what a feed says of a page, so
//! that a thing is asked for again only where it changed.
//!
//! No page is kept here and no clock time; what came of a page is its document.

use crate::{Store, StoreError};
use rusqlite::{OptionalExtension, params};

/// What is known of an address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fetched {
    /// `ETag` of the last answer, as the server wrote it.
    pub etag: Option<String>,
    /// `Last-Modified`, likewise.
    pub modified: Option<String>,
    /// When the page was changed, as its feed wrote it.
    pub changed: Option<String>,
}

impl Store {
    /// What is known of an address; none where it was never fetched.
    ///
    /// # Errors
    /// A damaged ledger.
    pub fn fetched(&self, address: &str) -> Result<Option<Fetched>, StoreError> {
        let sql = "SELECT etag, modified, changed FROM fetched WHERE address = ?1";
        let mut find = self.ledger.prepare_cached(sql).map_err(StoreError::sql(&self.path))?;
        let known = find.query_row([address], |row| {
            Ok(Fetched { etag: row.get(0)?, modified: row.get(1)?, changed: row.get(2)? })
        });
        known.optional().map_err(StoreError::sql(&self.path))
    }

    /// Notes what is known of an address, in the place of what was; committed with the documents that were
    /// added before it, or after them.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn note_fetched(&mut self, address: &str, known: &Fetched) -> Result<(), StoreError> {
        self.begin()?;
        let sql = "INSERT OR REPLACE INTO fetched (address, etag, modified, changed)
            VALUES (?1, ?2, ?3, ?4)";
        let Fetched { etag, modified, changed } = known;
        let noted = self
            .ledger
            .prepare_cached(sql)
            .and_then(|mut note| note.execute(params![address, etag, modified, changed]));
        noted.map(drop).map_err(|error| self.undone(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_kept_and_replaced() {
        let name = format!("verbale-store-{}-fetched", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        let text = |words: &str| Some(words.to_string());
        let page = Fetched { changed: text("Wed, 05 Mar 2031"), ..Fetched::default() };
        let feed = Fetched { etag: text("W/\"7\""), modified: text("x"), changed: None };
        let mut store = Store::create(&folder).expect("a store");
        assert_eq!(store.fetched("https://news.example/feed").expect("sound"), None);
        store.note_fetched("https://news.example/feed", &page).expect("room");
        store.note_fetched("https://news.example/feed", &feed).expect("room");
        store.note_fetched("https://news.example/grain", &page).expect("room");
        let reader = Store::read(&folder).expect("a store");
        assert_eq!(
            reader.fetched("https://news.example/feed").expect("sound"),
            None,
            "not committed"
        );
        store.finish().expect("room");
        assert_eq!(reader.fetched("https://news.example/feed").expect("sound"), Some(feed));
        assert_eq!(reader.fetched("https://news.example/grain").expect("sound"), Some(page));
        std::fs::remove_dir_all(&folder).expect("a folder");
    }
}
