//! Places: which town of that name.
//!
//! A town is chosen by the words around it ("Paris, Texas", "the Kazakh city of Almaty"), by the
//! states that the document speaks of, and by size: the usual minimal cues of toponym resolution
//! (Leidner 2007; Lieberman and Samet 2012).

use super::Resolver;
use super::find::{Found, What};
use crate::fold::fold;
use crate::gazetteer::Known;
use crate::place::{Kind, Spot};
use verbale_document::{Form, Mention, MentionKind, SmolStr, TokenIdx};

/// How many words away a state still tells where a town is.
const NEAR: TokenIdx = 6;
/// Weights of the cues.
const SIZE: f64 = 1.5; // for each power of ten of people
const CONTAINER: f64 = 20.0;
const STATE_NEAR: f64 = 2.0;
const STATE_SHARE: f64 = 2.0;
const DIVISION_SHARE: f64 = 3.0;
const CAPITAL: f64 = 1.0;
/// A division counts as a town of some 150,000 people.
const DIVISION: f64 = 5.2;

/// What a name says of where the place before it lies: "Texas" in "Paris, Texas".
struct Container {
    iso3: SmolStr,
    admin1: Option<SmolStr>,
    /// Its words, where no table knows them as a state.
    words: Option<(TokenIdx, TokenIdx)>,
}

impl Resolver<'_> {
    /// A location by the tagger's word, or a capital where nobody acts.
    pub(super) fn location(&mut self, item: &Found) {
        let key = fold(self.view.text(item));
        let spot = self.spot(item, &key);
        let entity = match &spot {
            Some(spot) => self.pool.place(self.atlas.places.place(spot)),
            None => self.pool.unknown(self.view.text(item), MentionKind::Place),
        };
        let (confidence, by) = match &spot {
            Some(_) => (0.8, "atlas/place"),
            None => (0.5, "atlas/tagged-location"),
        };
        let place = spot.map(|s| self.atlas.places.place(&s));
        let head = self.view.head(item);
        let mention = Mention::new(item.span, head, MentionKind::Place, Form::Name);
        let entity = Some(entity);
        self.mentions.push(Mention { entity, place, by: by.into(), confidence, ..mention });
        self.container_mention(item);
    }

    /// "Ga." after "Athens," is a place of its own.
    fn container_mention(&mut self, item: &Found) {
        let Some(Container { iso3, admin1: Some(admin1), words: Some((first, end)) }) =
            self.container(item)
        else {
            return;
        };
        let Some(spot) = self.atlas.places.by_code(&iso3, &admin1) else { return };
        let place = self.atlas.places.place(spot);
        let entity = Some(self.pool.place(place.clone()));
        let span = self.view.span(first, end);
        let mention = Mention::new(span, first, MentionKind::Place, Form::Name);
        let by = "atlas/division".into();
        self.mentions.push(Mention { entity, place: Some(place), by, ..mention });
        self.done = self.done.max(end);
    }

    /// The best spot; one that the words around decided holds for the whole document.
    fn spot(&mut self, item: &Found, key: &str) -> Option<Spot> {
        let container = self.container(item);
        if container.is_none()
            && let Some(spot) = self.context.decided.get(key)
        {
            return spot.clone();
        }
        let near = self.states_near(item);
        let score = |s: &&Spot| (1000.0 * self.score(s, container.as_ref(), &near)) as i64;
        let best = self.atlas.places.named(key).max_by_key(|s| (score(s), -i64::from(s.geonameid)));
        let best = best.cloned();
        self.context.decided.insert(key.to_string(), best.clone());
        best
    }

    fn score(&self, spot: &Spot, container: Option<&Container>, near: &[SmolStr]) -> f64 {
        let people = f64::from(spot.population.max(1)).log10();
        let size = match spot.kind {
            Kind::Division => DIVISION,
            Kind::Town => people,
            Kind::Capital => people + CAPITAL,
        };
        let inside = container.is_some_and(|c| {
            c.iso3 == spot.iso3 && c.admin1.as_ref().is_none_or(|a| *a == spot.admin1)
        });
        let near = if near.contains(&spot.iso3) { STATE_NEAR } else { 0.0 };
        let often = STATE_SHARE * self.context.share(&spot.iso3)
            + DIVISION_SHARE * self.context.division_share(&spot.iso3, &spot.admin1);
        SIZE * size + near + often + if inside { CONTAINER } else { 0.0 }
    }

    /// The state or division after a comma.
    fn container(&self, item: &Found) -> Option<Container> {
        if self.view.word(item.end) != "," {
            return None;
        }
        let at = item.end + 1;
        if let Some(found) = self.view.known_from(at)
            && let What::Known(Known::Territory(i)) = found.what
        {
            let iso3 = self.atlas.territories.rows[i].iso3.clone();
            let division = self.division(found.first, found.end, item);
            return division.or(Some(Container { iso3, admin1: None, words: None }));
        }
        (at + 1..=at + 3).rev().find_map(|end| self.division(at, end, item))
    }

    /// The division that the words from `first` name and that holds a town of the item's name.
    fn division(&self, first: TokenIdx, end: TokenIdx, item: &Found) -> Option<Container> {
        if end > self.view.len() {
            return None;
        }
        let words = self.view.words(first, end);
        if !words.starts_with(char::is_uppercase) {
            return None;
        }
        let places = &self.atlas.places;
        let towns: Vec<&Spot> = places.named(&fold(self.view.text(item))).collect();
        let holds = |d: &&Spot| towns.iter().any(|t| t.iso3 == d.iso3 && t.admin1 == d.admin1);
        let key = fold(&words);
        let named = places.named(&key).filter(|s| s.kind == Kind::Division);
        let postal = places.by_code("USA", &words).filter(|_| words.len() == 2);
        let division = named.chain(postal).find(holds)?;
        let admin1 = Some(division.admin1.clone());
        Some(Container { iso3: division.iso3.clone(), admin1, words: Some((first, end)) })
    }

    /// States named a few words before or after.
    fn states_near(&self, item: &Found) -> Vec<SmolStr> {
        let named = self.context.between(item.first.saturating_sub(NEAR), item.end + NEAR);
        let others = named.iter().filter(|(at, _)| !(item.first..item.end).contains(at));
        others.map(|(_, state)| state.clone()).collect()
    }

    /// Whether a state's name stands for something in another state: a town ("Lebanon, Pa."), or a
    /// division ("Georgia") after a town that lies there, or in a story about that other state that
    /// has no other word of the first.
    pub(super) fn is_namesake(&self, item: &Found, territory: usize) -> bool {
        let own = &self.atlas.territories.rows[territory];
        if self.view.namesakes.iter().any(|(t, _)| *t == territory) {
            return true;
        }
        if self.container(item).is_some_and(|c| c.iso3 != own.iso3 && c.admin1.is_some()) {
            return true;
        }
        let key = fold(self.view.text(item));
        let mut divisions = self.atlas.places.named(&key).filter(|s| s.kind == Kind::Division);
        let Some(division) = divisions.find(|s| s.iso3 != own.iso3) else { return false };
        let after_town = self.view.word_before(item.first) == ","
            && item.first >= 2
            && self.is_town_in(item.first - 2, division);
        let demonym =
            |k: &Found| matches!(k.what, What::Known(Known::Demonym(i)) if i == territory);
        let about = self.context.main().is_some_and(|m| *m == division.iso3);
        after_town || (about && !self.view.known.iter().any(demonym))
    }

    fn is_town_in(&self, at: TokenIdx, division: &Spot) -> bool {
        let key = fold(self.view.word(at));
        let mut towns = self.atlas.places.named(&key);
        towns.any(|t| t.iso3 == division.iso3 && t.admin1 == division.admin1)
    }
}
