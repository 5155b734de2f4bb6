//! What the documents of a store say together follows what is added to it: stories, copies, events that
//! several reports tell, and how many of their sources are independent.
//!
//! `verbale-story` groups and joins and knows no files; `verbale-store` keeps and knows no stories. Here
//! the one is asked and the other told, in batches that the store plans, so that the answer hangs on the
//! documents and their order alone. Nothing here codes a document or decides what happened.
//!
//! ```
//! use verbale_record::Record;
//! use verbale_store::Store;
//! use verbale_together::{Tables, Together};
//!
//! let lexicons = verbale_lexicons::english();
//! let tables = Tables::of(|name| match name {
//!     "outlets.tsv" => Ok("name\tdomain\towner\n"),
//!     _ => lexicons.text(name).map(|text| &**text),
//! });
//! let together = Together::new(&tables.expect("tables")).expect("sound tables");
//! let folder = std::env::temp_dir().join(format!("verbale-together-{}", std::process::id()));
//! # let _ = std::fs::remove_dir_all(&folder);
//! let line = r#"{"schema":2,"version":"0.1.0","doc":{"id":"a","key":"k1","text":"Rain fell.",
//!     "sha256":"","published_at":"2031-03-05"},"mentions":[],"statements":[],"events":[]}"#;
//! let mut store = Store::create(&folder).expect("a folder");
//! store.add(&Record::parse(line).expect("a record"), "tables").expect("room on the disk");
//! store.finish().expect("room on the disk");
//! together.follow(&mut store, None, || false).expect("room on the disk");
//! let placed = store.select("SELECT story FROM stories", None).expect("a table");
//! assert_eq!(placed.rows.len(), 1);
//! # std::fs::remove_dir_all(&folder).expect("a folder");
//! ```

mod joining;
mod placing;

use serde::Serialize;
use serde_json::Value;
use std::fmt::Display;
use verbale_store::{Store, StoreError, fingerprint};
use verbale_story::events::Joiner;
use verbale_story::sources::Owners;
use verbale_story::{FORM, events};

/// Days in which documents are compared, where nobody says otherwise.
pub const WINDOW: u16 = 30;

/// The tables that decide which events are one, and whose sources.
pub struct Tables<'t> {
    /// What joins events.
    pub events: events::Tables<'t>,
    /// `outlets.tsv`: which outlets have one owner.
    pub outlets: &'t str,
}

impl<'t> Tables<'t> {
    /// The tables as `text` gives them by their names.
    ///
    /// # Errors
    /// Those of `text`.
    pub fn of<E>(text: impl Fn(&str) -> Result<&'t str, E>) -> Result<Self, E> {
        Ok(Tables { events: events::Tables::of(&text)?, outlets: text("outlets.tsv")? })
    }
}

/// Who groups and joins: immutable, to be used for many stores.
pub struct Together {
    joiner: Joiner,
    owners: Owners,
    /// The program, the form of what it keeps, and its tables, in a word: what another one has placed is
    /// placed anew.
    engine: String,
}

impl Together {
    /// With the tables that `text` gives by their names.
    ///
    /// # Errors
    /// Those of `text`, and tables that are not sound.
    pub fn of<'t, E: Display>(text: impl Fn(&str) -> Result<&'t str, E>) -> Result<Self, String> {
        Together::new(&Tables::of(text).map_err(|e| e.to_string())?)
    }

    /// With these tables.
    ///
    /// # Errors
    /// A table that is not as it has to be; names it and the line.
    pub fn new(tables: &Tables) -> Result<Self, String> {
        let events::Tables { synonyms, pairs, irregular, others, numbers, people } = tables.events;
        let (version, form) = (env!("CARGO_PKG_VERSION"), FORM.to_string());
        let own = [synonyms, pairs, irregular, others, numbers, people, tables.outlets];
        let all = [version, &form].into_iter().chain(verbale_story::tables()).chain(own);
        Ok(Together {
            joiner: Joiner::new(tables.events)?,
            owners: Owners::new(tables.outlets)?,
            engine: fingerprint(all.map(str::as_bytes)),
        })
    }

    /// Places what was added, joins the events of the stories that have changed, and makes their tables.
    /// `window` is in days; none for that of the store, or [`WINDOW`]. Once `stop` says so, it leaves the
    /// rest to the next call.
    ///
    /// # Errors
    /// A full disk, a damaged ledger.
    pub fn follow(
        &self,
        store: &mut Store,
        window: Option<u16>,
        stop: impl Fn() -> bool,
    ) -> Result<(), StoreError> {
        if stop() {
            return Ok(());
        }
        while let Some(plan) = store.plan(&self.engine, window, WINDOW)? {
            if !placing::place(store, &plan, &stop)? {
                return Ok(());
            }
            store.all_placed()?;
        }
        if joining::join(store, &self.joiner, &self.owners, &stop)? { store.tell() } else { Ok(()) }
    }

    /// Goes on with what a run had begun that was killed: to be called before anything is added.
    ///
    /// # Errors
    /// As of [`Together::follow`].
    pub fn go_on(
        &self,
        store: &mut Store,
        window: Option<u16>,
        stop: impl Fn() -> bool,
    ) -> Result<(), StoreError> {
        if store.is_half_placed()? { self.follow(store, window, stop) } else { Ok(()) }
    }
}

/// The word that stands in tables for a value without parts, such as a kind of copy.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        other => unreachable!("it is a word: {other:?}"),
    }
}
