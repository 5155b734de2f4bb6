//! The terms of a report by field, before they are weighed.
//!
//! Fields are those of Miranda et al. (2018, "Multilingual Clustering of Streaming News": tokens and
//! entities of title and body) and, beside them, pairs of neighbouring words (streets, full names,
//! ages), the keys of events (type with actor, recipient, place or day) and the days that are named.

use crate::Report;
use crate::copies::touches;
use crate::terms::{Hash, background, words};
use rustc_hash::FxHashMap;

/// Words of a text that are looked at: what comes later tells of other things.
const MAX_WORDS: usize = 1500;
/// Words of the lead.
const LEAD: usize = 80;
/// Words that stand for a headline where there is none.
const OPENING: usize = 15;
/// A word that this share of documents has makes no pair with its neighbour.
const GENERIC: f32 = 0.06;

/// Terms with how often they stand there, by field.
#[derive(Default)]
pub(crate) struct Terms {
    pub(crate) words: FxHashMap<u32, u32>,
    pub(crate) lead: FxHashMap<u32, u32>,
    pub(crate) title: FxHashMap<u32, u32>,
    pub(crate) pairs: FxHashMap<u32, u32>,
    pub(crate) persons: FxHashMap<u32, u32>,
    pub(crate) places: FxHashMap<u32, u32>,
    /// Not counted over reports.
    pub(crate) countries: FxHashMap<u32, u32>,
    pub(crate) events: FxHashMap<u32, u32>,
}

impl Terms {
    pub(crate) fn of(report: &Report) -> Self {
        let title = words(report.title.as_deref().unwrap_or_default());
        let title: Vec<String> = title.into_iter().map(|w| w.text).take(MAX_WORDS).collect();
        let body = body(report);
        let all: Vec<&str> = title.iter().chain(&body).map(String::as_str).collect();
        let title_or_opening =
            if title.is_empty() { &body[..body.len().min(OPENING)] } else { &title };
        let names = |kind: &'static str| report.names.iter().filter(move |n| n.kind == kind);
        let name = |field: u8| move |n: &crate::Name| (term(field, &n.name), n.count);
        Terms {
            words: count(all.iter().map(|w| (background::term(w), 1))),
            lead: count(
                all[..all.len().min(title.len() + LEAD)].iter().map(|w| (background::term(w), 1)),
            ),
            title: count(title_or_opening.iter().map(|w| (background::term(w), 1))),
            pairs: count(all.windows(2).filter_map(|w| Some((pair(w[0], w[1])?, 1)))),
            persons: count(names("person").map(name(b'p'))),
            places: count(names("place").map(name(b'l'))),
            countries: count(names("country").map(name(b'c'))),
            events: count(report.events.iter().flat_map(event).map(|t| (t, 1))),
        }
    }

    /// Every term that is counted over reports, each once.
    pub(crate) fn all(&self) -> impl Iterator<Item = u32> + '_ {
        let fields = [&self.words, &self.pairs, &self.persons, &self.places, &self.events];
        fields.into_iter().flat_map(|f| f.keys().copied())
    }
}

/// The words of the text without those that the host repeats.
fn body(report: &Report) -> Vec<String> {
    let repeated = |at: usize| touches(&report.repeated, at, 1);
    let own = words(&report.text).into_iter().enumerate().filter(|(at, _)| !repeated(*at));
    own.map(|(_, word)| word.text).take(MAX_WORDS).collect()
}

fn count(terms: impl Iterator<Item = (u32, u32)>) -> FxHashMap<u32, u32> {
    let mut all = FxHashMap::default();
    for (term, n) in terms {
        *all.entry(term).or_default() += n;
    }
    all
}

fn term(field: u8, text: &str) -> u32 {
    Hash::new(field).text(text).narrow()
}

/// A pair of neighbours that says more than its words: both are rather rare, or the first is a number
/// before a year of age or a block of a street.
fn pair(first: &str, second: &str) -> Option<u32> {
    let generic = |w: &str| background::share(background::term(w)) >= GENERIC;
    let number = first.bytes().all(|b| b.is_ascii_digit());
    let counted = number && matches!(second, "year" | "block");
    let pair = counted || !(generic(first) || generic(second));
    pair.then(|| Hash::new(b'b').text(first).text(second).narrow())
}

/// The keys of an event: its type alone and with each of what came with it.
fn event(event: &crate::EventKey) -> Vec<u32> {
    let key =
        |part: &str, value: &str| Hash::new(b'e').text(&event.kind).text(part).text(value).narrow();
    let actors = event.actors.iter().map(|a| key("actor", a));
    let recipients = event.recipients.iter().map(|r| key("recipient", r));
    let place = event.place.iter().map(|p| key("place", p));
    let day = event.days.iter().map(|(first, _)| key("day", first));
    [key("", "")].into_iter().chain(actors).chain(recipients).chain(place).chain(day).collect()
}
