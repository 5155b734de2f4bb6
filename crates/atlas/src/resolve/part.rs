//! Parts of states ("Bavarian", "New South Wales", "New York"), and names whose meaning hangs on the
//! document: seats by date, Georgia the U.S. state.

use super::find::{Found, What};
use super::view::View;
use crate::tables::fold::fold;
use crate::tables::known::Known;
use crate::tables::place::{Kind, Spot};
use rustc_hash::{FxHashMap, FxHashSet};
use verbale_document::{SmolStr, TokenIdx};

/// Words of the longest name of a division or town before a role.
const LONGEST: TokenIdx = 4;
/// A town of this many people is known by its name alone.
const LARGE: u32 = 100_000;
/// How many people a division counts for.
const DIVISION: u32 = 400_000;

/// A state, or a part of one, before or after a role.
#[derive(Clone, Debug)]
pub(crate) struct Land {
    pub first: TokenIdx,
    /// ISO3, or the code of a body or organ, which has a dot.
    pub code: SmolStr,
    /// Where it is a region, division or town: the states that have one of that name.
    pub part: Vec<SmolStr>,
}

impl View<'_> {
    /// A state, body or part of a state that ends before `end`.
    pub(crate) fn land_until(&self, end: TokenIdx) -> Option<Land> {
        if let Some((first, code)) = self.state_until(end) {
            return Some(Land { first, code, part: Vec::new() });
        }
        let mark = matches!(self.word_before(end), "'s" | "’s" | "'" | "’");
        let bare = end.checked_sub(TokenIdx::from(mark))?;
        if let Some(found) = self.known_until(bare) {
            let code = self.part_of(found)?;
            return Some(Land { first: found.first, code: code.clone(), part: vec![code] });
        }
        (bare.saturating_sub(LONGEST)..bare).find_map(|first| {
            let part = self.states_around(first, bare);
            Some(Land { first, code: part.first()?.clone(), part })
        })
    }

    /// The same after "of" or "for" at `at`.
    pub(crate) fn land_after_of(&self, at: TokenIdx) -> Option<Land> {
        if let Some((code, _)) = self.state_after_of(at) {
            return Some(Land { first: at, code, part: Vec::new() });
        }
        if !matches!(self.word(at), "of" | "for" | "in") {
            return None;
        }
        let first = at + 1 + TokenIdx::from(self.word(at + 1) == "the");
        if let Some(found) = self.known_from(first) {
            let code = self.part_of(found).filter(|_| self.word(at) != "in")?;
            return Some(Land { first: at, code: code.clone(), part: vec![code] });
        }
        let stop = (first + LONGEST).min(self.len());
        (first + 1..=stop).rev().find_map(|end| {
            let part = self.states_around(first, end);
            Some(Land { first: at, code: part.first()?.clone(), part })
        })
    }

    /// The state of a known region, or of the division that a territory's name stands for here.
    fn part_of(&self, found: &Found) -> Option<SmolStr> {
        let What::Known(known) = found.what else { return None };
        match known {
            Known::Region(i) | Known::Native(i) => self.atlas.regions[i].place.country.clone(),
            Known::Territory(i) => {
                let own = self.namesakes.iter().find(|(t, _)| *t == i);
                own.map(|(_, state)| state.clone())
            }
            _ => None,
        }
    }

    /// The states around the divisions or towns that the words name: first those that the document
    /// speaks of, then by size.
    fn states_around(&self, first: TokenIdx, end: TokenIdx) -> Vec<SmolStr> {
        let capital = |t: TokenIdx| self.word(t).starts_with(char::is_uppercase);
        if end > self.len() || !capital(first) || !capital(end - 1) {
            return Vec::new();
        }
        let tagged = self.locations.contains(&(first, end));
        let free = tagged || !(first..end).any(|t| self.named[t as usize]);
        let name = self.words(first, end);
        let people = |s: &Spot| if s.kind == Kind::Division { DIVISION } else { s.population };
        let large = |s: &Spot| tagged || people(s) >= LARGE;
        let spots = self.atlas.places.named(&name).filter(|_| free && name.len() > 3).filter(large);
        let mut spots: Vec<Spot> = spots.collect();
        spots.sort_by_key(|s| std::cmp::Reverse((self.states.contains(&s.iso3), people(s))));
        spots.into_iter().map(|s| s.iso3.clone()).collect()
    }

    /// Takes note of places, of the states they lie in, and of territories' namesakes.
    pub(super) fn settle_places(&mut self, found: &[Found]) {
        let mut divisions: FxHashSet<(SmolStr, SmolStr)> = FxHashSet::default();
        for item in found {
            match item.what {
                What::Location => {
                    self.locations.insert((item.first, item.end));
                    if let Some(spot) = self.largest(item) {
                        let (state, division) = (spot.iso3.clone(), spot.admin1.clone());
                        self.states.insert(state.clone());
                        divisions.insert((state, division));
                    }
                }
                What::Known(Known::Territory(_) | Known::Demonym(_) | Known::Seat(_)) => {
                    let state = self.state_of(item).filter(|s| s.len() == 3);
                    self.states.extend(state);
                }
                _ => {}
            }
        }
        self.namesakes = self.divisions_named(found, &divisions);
    }

    /// The largest place of a name, or of its first words ("Lahore airport").
    fn largest(&self, item: &Found) -> Option<Spot> {
        (item.first + 1..=item.end).rev().find_map(|end| {
            self.atlas.places.named(&self.words(item.first, end)).max_by_key(|s| s.population)
        })
    }

    /// Territories that share their name with a division of another state ("Georgia"), where the
    /// document names a town of that division, or says that it is a state of the other one, and has
    /// no word for the territory's own people or capital.
    fn divisions_named(
        &self,
        found: &[Found],
        divisions: &FxHashSet<(SmolStr, SmolStr)>,
    ) -> Vec<(usize, SmolStr)> {
        let mut out: Vec<(usize, SmolStr)> = Vec::new();
        let mut at_home: FxHashMap<usize, bool> = FxHashMap::default();
        for item in found.iter().chain(&self.known) {
            let What::Known(Known::Territory(i)) = item.what else { continue };
            let own = &self.atlas.territories.rows[i].iso3;
            let proper = |k: &Found| match k.what {
                What::Known(Known::Demonym(d)) => d == i,
                What::Known(Known::Seat(s)) => self.atlas.seats[s].code.country() == own.as_str(),
                _ => false,
            };
            let at_home = at_home.entry(i).or_insert_with(|| self.known.iter().any(proper));
            if *at_home || out.iter().any(|(t, _)| *t == i) {
                continue;
            }
            let mut spots =
                self.atlas.places.named(self.text(item)).filter(|s| s.kind == Kind::Division);
            let Some(division) = spots.find(|s| s.iso3 != *own) else { continue };
            let town = divisions.contains(&(division.iso3.clone(), division.admin1.clone()));
            let of = self.word_before(item.first) == "of"
                && item.first >= 2
                && self.word(item.first - 2) == "state"
                && self.states.contains(&division.iso3);
            if town || of {
                out.push((i, division.iso3.clone()));
            }
        }
        out
    }

    /// What a seat's name stands for at the document's date and among the states it speaks of.
    pub(crate) fn seat(&self, at: usize) -> usize {
        let date = self.doc.meta.published_at.as_ref().map(|s| s.date);
        let mut rows = self.atlas.known(&fold(&self.atlas.seats[at].name));
        let fits = |known: Known| match known {
            Known::Seat(i) => {
                let seat = &self.atlas.seats[i];
                let named = !seat.unless.is_empty() && self.states_known(&seat.unless);
                Some(i).filter(|_| seat.at(date) && !named)
            }
            _ => None,
        };
        rows.find_map(fits).unwrap_or(at)
    }

    /// Whether the document has a state's own name or adjective.
    fn states_known(&self, iso3: &str) -> bool {
        self.known.iter().any(|k| match k.what {
            What::Known(Known::Territory(i) | Known::Demonym(i)) => {
                self.atlas.territories.rows[i].iso3 == iso3
            }
            _ => false,
        })
    }
}
