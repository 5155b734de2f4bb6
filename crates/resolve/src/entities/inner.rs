//! Places inside other names: "Ohio" in "Ohio State University", "Texas" in "Northeast Texas".

use super::find::{NameSpan, Sense};
use super::settled::Settled;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::Spot;
use verbale_document::{Place, TokenIdx};

/// Words of the longest name of a place that is looked for.
const LONGEST: TokenIdx = 4;

/// What a stretch inside a name stands for.
pub(super) enum Inner {
    /// A state or its people.
    Territory(usize),
    /// A region, or the homeland of a people.
    Place(Place),
    /// The readings of a name of the tables.
    Spots(Vec<Spot>),
}

impl Settled<'_> {
    /// The names of places in a name, left to right; the whole name is one of them.
    pub(super) fn places_in(&self, item: &NameSpan) -> Vec<(NameSpan, Inner)> {
        let mut out = Vec::new();
        let mut at = item.first;
        let last = self.word_before(item.end).to_lowercase();
        if item.end - item.first > 1 && self.tables.words.street.contains(&last) {
            return out;
        }
        while at < item.end {
            match self.place_at(at, item) {
                Some((end, inner)) => {
                    let span = self.span(at, end);
                    out.push((NameSpan { first: at, end, span, ..*item }, inner));
                    at = end;
                }
                None => at += 1,
            }
        }
        out
    }

    fn place_at(&self, first: TokenIdx, item: &NameSpan) -> Option<(TokenIdx, Inner)> {
        if !self.word(first).starts_with(char::is_uppercase) {
            return None;
        }
        let leads = first == item.first
            || matches!(self.word_before(first), "of" | "at" | "in" | "for" | "the")
            || (item.sense == Sense::Location && self.word_before(first) == "-")
            || self.atlas.place_words.vague.contains(&self.word_before(first).to_lowercase());
        let named = matches!(item.sense, Sense::Known(_));
        (first + 1..=item.end.min(first + LONGEST)).rev().find_map(|end| {
            let words = self.words(first, end);
            let known = self.known_from(first).filter(|k| k.end == end).map(|k| k.sense);
            let inner = match known {
                Some(Sense::Known(Known::Territory(i) | Known::Demonym(i))) => Inner::Territory(i),
                Some(Sense::Known(Known::Region(i))) => {
                    Inner::Place(self.atlas.regions[i].place.clone())
                }
                _ => match self.atlas.homeland(&words) {
                    Some(place) => Inner::Place(place.clone()),
                    None if known.is_some_and(is_actor) => return None,
                    None => Inner::Spots(self.spots_inside(&words).filter(|_| leads && !named)?),
                },
            };
            Some((end, inner))
        })
    }

    /// Whether the words are a name of the state, not of its people.
    pub(super) fn is_name_of(&self, item: &NameSpan, territory: usize) -> bool {
        let text = self.text(item);
        self.atlas.territories.rows[territory].names.iter().any(|n| n == text)
    }

    /// The readings of a name unless its words are common in names of organisations.
    fn spots_inside(&self, words: &str) -> Option<Vec<Spot>> {
        let lower = words.to_lowercase();
        // The tables know campuses, too: "University of Texas".
        let common = lower.contains(" of ")
            || lower.chars().count() < 4 && !words.contains('.')
            || self.tables.words.common.contains(&lower)
            || self.atlas.roles.get(words).is_some();
        let mut spots = if common { Vec::new() } else { self.atlas.spots(words) };
        spots.retain(|s| !s.bare);
        Some(spots).filter(|s| !s.is_empty())
    }
}

/// A known name of somebody is no place.
fn is_actor(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Person(_) | Sense::Known(Known::Group(_) | Known::Body(_) | Known::Outlet(_))
    )
}
