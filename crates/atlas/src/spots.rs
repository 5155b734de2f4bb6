//! What a name in running text may mean as a place: the tables' names with the words around them
//! that say what kind of place it is ("Kermanshah province", "Walker Co.", "the city of Suffolk").

use crate::Atlas;
use crate::tables::place::{Kind, Spot};
use verbale_document::Place;

/// The most readings of a name that are weighed, the largest places.
const MOST: usize = 30;

impl Atlas {
    /// All readings of a name as a town, county or division, the most people first.
    pub fn spots(&self, name: &str) -> Vec<Spot> {
        let mut spots: Vec<Spot> = self.places.named(name).collect();
        if spots.is_empty() {
            spots = self.of_kind(name);
        }
        if self.place_words.vague.contains(&name.to_lowercase()) {
            spots.clear();
        }
        spots.sort_by_key(|s| (std::cmp::Reverse(s.population), s.geonameid));
        spots.truncate(MOST);
        spots
    }

    /// "Enugu State", "County Cork", "Davao City": the name without the word for its kind.
    fn of_kind(&self, name: &str) -> Vec<Spot> {
        let first = name.split_once(' ');
        let last = name.rsplit_once(' ').map(|(rest, word)| (word, rest));
        for (word, rest) in [last, first].into_iter().flatten() {
            let word = word.to_lowercase();
            let rest = rest.strip_prefix("of ").unwrap_or(rest);
            let spots = self.places.named(rest);
            let found: Vec<Spot> = if self.place_words.division.contains(&word) {
                spots.filter(|s| matches!(s.kind, Kind::County | Kind::Division)).collect()
            } else if self.place_words.town.contains(&word) {
                spots.filter(|s| matches!(s.kind, Kind::Town | Kind::Capital)).collect()
            } else {
                continue;
            };
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The place of a people or a bloc: Ohio of "Ohioans", Europe of "the EU".
    pub fn homeland(&self, name: &str) -> Option<&Place> {
        self.homelands.get(&crate::tables::key::key(name))
    }
}
