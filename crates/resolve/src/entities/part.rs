//! Parts of states: "Bavarian", "New South Wales", "New York".

use super::find::{NameSpan, Sense};
use super::settled::Settled;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::folding::is_possessive;
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

impl Settled<'_> {
    /// A state, body or part of a state that ends before `end`.
    pub(crate) fn land_until(&self, end: TokenIdx) -> Option<Land> {
        if let Some((first, code)) = self.state_until(end) {
            return Some(Land { first, code, part: Vec::new() });
        }
        let mark = is_possessive(self.word_before(end));
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
    fn part_of(&self, found: &NameSpan) -> Option<SmolStr> {
        let Sense::Known(known) = found.sense else { return None };
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
        let own = self.doc.meta.outlet.as_ref().and_then(|o| o.country.as_ref());
        let near = |s: &Spot| (self.states.contains(&s.iso3), own == Some(&s.iso3));
        let mut spots: Vec<Spot> = spots.collect();
        spots.sort_by_key(|s| std::cmp::Reverse((near(s), people(s))));
        spots.into_iter().map(|s| s.iso3.clone()).collect()
    }
}
