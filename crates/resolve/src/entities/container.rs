//! What stands after a place's name and says where it lies: "Texas" in "Paris, Texas".

use super::find::{NameSpan, Sense};
use super::settled::Settled;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::{SmolStr, TokenIdx};

/// What a name says of where the place before it lies.
pub(super) struct Container {
    pub iso3: SmolStr,
    pub admin1: Option<SmolStr>,
    /// Its words, where they name a division.
    pub words: Option<(TokenIdx, TokenIdx)>,
}

impl Container {
    pub(super) fn holds(&self, spot: &Spot) -> bool {
        self.iso3 == spot.iso3 && self.admin1.as_ref().is_none_or(|a| *a == spot.admin1)
    }
}

impl Settled<'_> {
    /// The state or division after a comma or bracket; `spots` are the readings of the item's name.
    pub(super) fn container(&self, item: &NameSpan, spots: &[Spot]) -> Option<Container> {
        if !matches!(self.word(item.end), "," | "(") {
            return None;
        }
        let at = item.end + 1;
        if let Some(found) = self.known_from(at)
            && let Sense::Known(Known::Territory(i)) = found.sense
        {
            let iso3 = self.atlas.territories.rows[i].iso3.clone();
            let division = self.division(found.first, found.end, spots);
            let state = Container { iso3, admin1: None, words: None };
            return division.or(Some(state));
        }
        (at + 1..=at + 4).rev().find_map(|end| self.division(at, end, spots))
    }

    /// The division that the words from `first` name and that holds one of the places.
    fn division(&self, first: TokenIdx, end: TokenIdx, spots: &[Spot]) -> Option<Container> {
        if end > self.len()
            || self.word_before(end) == "."
            || !self.word(first).starts_with(char::is_uppercase)
        {
            return None;
        }
        let words = self.words(first, end);
        let holds = |d: &Spot| spots.iter().any(|t| t.iso3 == d.iso3 && t.admin1 == d.admin1);
        let places = &self.atlas.places;
        let mut named = places.named(&words).filter(|s| s.kind == Kind::Division);
        let postal = || places.by_code("USA", &words).filter(|_| words.len() == 2);
        let division = named.find(holds).or_else(|| postal().filter(holds))?;
        let admin1 = Some(division.admin1.clone());
        Some(Container { iso3: division.iso3, admin1, words: Some((first, end)) })
    }
}
