//! Feeds as a stream of stories: the entries of each, their pages fetched where the feed is fetched itself.
//!
//! Feeds take turns, an entry each, so that the pause that a host is left in is another's turn; the order
//! follows from the feeds and from nothing else. A page that was had before is asked for again only where its
//! feed says that it changed. Whether the words of an entry are the whole story is said behind this, of the
//! document ([`verbale::read::is_whole`]); what was had is noted by who adds documents, so that a run that is
//! stopped has noted nothing that it has not added.

mod entry;
mod got;
#[cfg(not(feature = "feeds"))]
#[path = "offline.rs"]
mod web;
#[cfg(feature = "feeds")]
mod web;

use crate::args::FeedArgs;
use crate::outcome::Failure;
use crate::position::Position;
use got::{Answer, Asked, Got};
use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use verbale::read::{Entry, Feed, Given, Raw, SourceError, bytes_of};
use verbale_store::{Fetched, Store};
use web::Web;

/// An address and what is to be noted of it.
pub type Noted = (String, Fetched);

/// What comes of inputs and feeds, in their order.
pub enum Item {
    /// A unit that stands in no feed.
    Input(Result<Raw, SourceError>),
    /// A story that a feed names.
    Story(Box<Story>),
    /// A page that was had before; with what is new of it.
    Known(Option<Noted>),
    /// What could not be had, of the feed of this number, and whether it may be had later.
    Failed(usize, SourceError, bool),
    /// A feed of which nothing is left.
    Ended(usize, Option<Noted>),
}

/// A story that a feed names.
pub struct Story {
    /// Its page, or its words in the feed.
    pub raw: Raw,
    /// Why it is read from the feed, where it is.
    pub from_feed: Option<FromFeed>,
    /// What is to be noted of its page.
    pub noted: Option<Noted>,
}

/// The words of an entry in the place of its page.
pub struct FromFeed {
    /// The number of the feed.
    pub feed: usize,
    /// Whether the feed calls them a summary.
    pub is_summary: bool,
    /// Why the page is not read.
    pub why: String,
    /// Whether it may be had later.
    pub again: bool,
    /// Whether it was asked for.
    pub asked: bool,
}

/// The feeds of a run.
pub struct Feeds {
    waiting: VecDeque<(usize, String)>,
    open: VecDeque<Open>,
    web: Option<Web>,
    /// Whether the pages of entries of files are fetched as well.
    fetch: bool,
    store: Store,
    /// The pages that this run has come to.
    seen: HashSet<String>,
    given: Given,
    position: Position,
}

/// A feed of which entries are left.
struct Open {
    number: usize,
    name: String,
    is_file: bool,
    /// The entries that were taken.
    taken: usize,
    entries: VecDeque<Entry>,
    noted: Option<Noted>,
}

/// The user wants to stop.
struct Stopped;

impl Feeds {
    /// The feeds of the command line. `store` is read for what is known of addresses; `given` is said of
    /// stories where neither they nor their feed say it.
    ///
    /// # Errors
    /// Addresses where this program was built without what fetches, or that are none.
    pub fn new(args: &FeedArgs, store: Store, given: Given) -> Result<(Self, Position), Failure> {
        let web = match args.fetch || args.feeds.iter().any(|name| is_address(name)) {
            true => Some(Web::new(args)?),
            false => None,
        };
        let waiting = args.feeds.iter().cloned().enumerate().collect();
        let (open, seen, position) = (VecDeque::new(), HashSet::new(), Position::default());
        let fetch = args.fetch;
        let told = position.clone();
        let feeds = Feeds { waiting, open, web, fetch, store, seen, given, position };
        feeds.tell();
        Ok((feeds, told))
    }

    /// Says what is left.
    fn tell(&self) {
        let entries: usize = self.open.iter().map(|feed| feed.entries.len()).sum();
        let count = |n: usize, one: &str, many: &str| match n {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {many}")),
        };
        let feeds = count(self.waiting.len(), "feed", "feeds");
        let entries = count(entries, "entry of a feed", "entries of feeds");
        let left: Vec<String> = feeds.into_iter().chain(entries).collect();
        self.position.tell((!left.is_empty()).then(|| left.join(" and ")));
    }

    /// Opens a feed; what it gives at once.
    fn open(&mut self, number: usize, name: &str) -> Result<Option<Item>, Stopped> {
        let failed = |what: String, again| {
            let error = SourceError { name: name.to_string(), what };
            Ok(Some(Item::Failed(number, error, again)))
        };
        let (is_file, mut new) = (!is_address(name), None);
        let read = if is_file {
            match bytes_of(&PathBuf::from(name)) {
                Ok(bytes) => Feed::read(&bytes, None, None),
                Err(error) => return failed(error.what, false),
            }
        } else {
            let known = match self.store.fetched(name) {
                Ok(known) => known.unwrap_or_default(),
                Err(error) => return failed(error.to_string(), true),
            };
            match self.get(name, &known, Asked::Feed) {
                Got::Answer(answer) => {
                    new = noted(name, &answer, None);
                    Feed::read(&answer.bytes, answer.encoding.as_deref(), Some(&answer.address))
                }
                Got::Unchanged => return Ok(None),
                Got::Failed(why, again) => return failed(why, again),
                Got::Stopped => return Err(Stopped),
            }
        };
        let entries = match read {
            Ok(feed) => feed.entries.into(),
            Err(why) => return failed(why, false),
        };
        let name = name.to_string();
        self.open.push_back(Open { number, name, is_file, taken: 0, entries, noted: new });
        Ok(None)
    }

    /// The next item; none at the end.
    fn step(&mut self) -> Result<Option<Item>, Stopped> {
        while let Some((number, name)) = self.waiting.front().cloned() {
            let opened = self.open(number, &name)?;
            self.waiting.pop_front();
            if opened.is_some() {
                return Ok(opened);
            }
        }
        let Some(mut feed) = self.open.pop_front() else { return Ok(None) };
        let Some(entry) = feed.entries.pop_front() else {
            return Ok(Some(Item::Ended(feed.number, feed.noted)));
        };
        feed.taken += 1;
        let item = self.entry(&feed, &entry);
        if item.is_err() {
            feed.entries.push_front(entry);
        }
        self.open.push_back(feed);
        item.map(Some)
    }

    /// Asks for an address; `known` is what is known of it.
    fn get(&mut self, address: &str, known: &Fetched, asked: Asked) -> Got {
        match &mut self.web {
            Some(web) => web.get(address, known, asked),
            None => Got::Failed("nothing is fetched in this run".to_string(), true),
        }
    }
}

impl Iterator for Feeds {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let next = self.step();
        self.tell();
        next.ok().flatten()
    }
}

/// Whether a feed is named by its address.
fn is_address(name: &str) -> bool {
    name.contains("://")
}

/// What is to be noted of an address: validators, and of a page what its feed says of it. Of a feed without
/// validators there is nothing.
fn noted(address: &str, answer: &Answer, entry: Option<&Entry>) -> Option<Noted> {
    let (etag, modified) = (answer.etag.clone(), answer.modified.clone());
    let worth = entry.is_some() || etag.is_some() || modified.is_some();
    let changed = entry.and_then(|entry| entry.changed.clone());
    worth.then(|| (address.to_string(), Fetched { etag, modified, changed }))
}
