//! What the pages of one host repeat: menus, calls to follow or subscribe, notes on the outlet.
//!
//! Fingerprints are counted for each host; what stands in its pages of so many days is no part of a
//! story. So is what pages of any host have for weeks, as papers of one publisher do. Versions of one
//! story repeat one another as well, but not for so long, and then all of their text: a page that would
//! lose nearly everything keeps it. Where pages of several hosts have had all of that for weeks, it is a
//! form that stands in place of an article, and nothing that one of them has from another.

use crate::terms::Hash;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days (without a date: pages) on which a host must repeat a passage.
const DAYS: u16 = 3;
/// Days on which pages of any host must have it, and from the first of them to the last.
const ANYWHERE: (u16, i32) = (4, 30);
/// A page of which less than this would be left keeps all.
const LEAST_LEFT: f32 = 0.05;
/// Words of a range that is no turn of phrase.
const LEAST: u32 = 8;
/// Days between two looks for what has left the window.
const SWEEP: i32 = 7;

/// Counts of passages by host.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Hosts {
    seen: BTreeMap<u32, Seen>,
    swept: i32,
}

#[derive(Serialize, Deserialize, Default)]
struct Seen {
    days: u16,
    first: i32,
    last: i32,
    /// The host that had it first, as a hash, and whether another has it.
    host: u32,
    others: bool,
}

impl Seen {
    /// Whether pages of any host have had it for weeks.
    fn long(&self) -> bool {
        self.days >= ANYWHERE.0 && self.last - self.first >= ANYWHERE.1
    }
}

/// A page: its host, its day where it has one, the fingerprints of its text, and how many words it has.
pub(crate) struct Page<'p> {
    pub(crate) host: Option<&'p str>,
    pub(crate) day: Option<i32>,
    pub(crate) prints: &'p [(usize, u32)],
    pub(crate) words: usize,
}

impl Hosts {
    /// Counts a page; `today` stands for its day where it has none.
    pub(crate) fn add(&mut self, page: &Page, today: i32) {
        let host = page.host.map_or(0, |host| Hash::new(b'H').text(host).narrow());
        let keys = page.prints.iter().flat_map(|(_, print)| {
            [Some(key("", *print)), page.host.map(|host| key(host, *print))]
        });
        for key in keys.flatten() {
            let day = page.day.unwrap_or(today);
            let new = Seen { first: day, host, ..Seen::default() };
            let seen = self.seen.entry(key).or_insert(new);
            seen.others |= seen.host != host;
            if seen.days == 0 || page.day.is_none_or(|day| day != seen.last) {
                seen.days = seen.days.saturating_add(1);
            }
            seen.last = day;
        }
    }

    /// The ranges of words that the host repeats.
    pub(crate) fn repeated(&self, page: &Page) -> Vec<(u32, u32)> {
        let seen = |host: &str, print: u32| self.seen.get(&key(host, print));
        let here = |print: u32| page.host.and_then(|host| seen(host, print));
        let often = |print: u32| {
            let anywhere = || seen("", print).is_some_and(Seen::long);
            here(print).is_some_and(|s| s.days >= DAYS) || anywhere()
        };
        let ranges = ranges(page, often);
        if left(page, &ranges) < LEAST_LEFT { Vec::new() } else { ranges }
    }

    /// Whether pages of several hosts have had nearly all of a page for weeks.
    pub(crate) fn is_form(&self, page: &Page) -> bool {
        let of_many = |print: u32| {
            let seen = self.seen.get(&key("", print));
            seen.is_some_and(|s| s.long() && s.others)
        };
        left(page, &ranges(page, of_many)) < LEAST_LEFT
    }

    /// Forgets, now and then, what no page has had since `oldest`.
    pub(crate) fn forget(&mut self, today: i32, oldest: i32) {
        if today - self.swept >= SWEEP {
            self.swept = today;
            self.seen.retain(|_, seen| seen.last >= oldest);
        }
    }
}

fn key(host: &str, print: u32) -> u32 {
    Hash::new(b'h').text(host).number(u64::from(print)).narrow()
}

/// The words of a page with the fingerprints that are `often` there, and what stands between two of them.
fn ranges(page: &Page, often: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    let ends = page.prints.iter().skip(1).map(Some).chain([None]);
    for ((at, print), next) in page.prints.iter().zip(ends) {
        if !often(*print) {
            continue;
        }
        let end = match next {
            Some((next, print)) if often(*print) => *next,
            _ => (at + super::shingles::WIDTH).min(page.words),
        };
        match ranges.last_mut() {
            Some(last) if last.1 >= *at as u32 => last.1 = end as u32,
            _ => ranges.push((*at as u32, end as u32)),
        }
    }
    ranges
}

/// The share of a page that ranges leave.
fn left(page: &Page, ranges: &[(u32, u32)]) -> f32 {
    let gone: u32 = ranges.iter().map(|(start, end)| end - start).sum();
    1.0 - gone as f32 / page.words.max(1) as f32
}

/// Ranges that are more than a single fingerprint, which may be a turn of phrase.
pub(crate) fn passages(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    ranges.iter().copied().filter(|(start, end)| end - start >= LEAST).collect()
}
