//! Mentions of places, and the places that other mentions carry.

use super::Linker;
use super::container::Container;
use super::find::NameSpan;
use super::inner::Inner;
use super::nominal::role_mention;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, Place, TokenIdx};

/// A town inside a name is meant where the document names it elsewhere, where other places of the
/// document speak for it, or where it is large.
const SUPPORTED: f64 = 0.7;
/// The whole of a name needs more.
const TWICE: f64 = 1.5;
const LARGE: u32 = 100_000;

impl Linker<'_> {
    /// A location by the tagger's word, or a capital where nobody acts.
    pub(super) fn location(&mut self, item: &NameSpan) {
        let spots = self.atlas.spots(self.view.text(item));
        let container = self.view.container(item, &spots);
        let spot = self.spot(item, spots, container.as_ref());
        let place = spot.map(|s| self.atlas.places.place(&s));
        let (entity, confidence, by) = match &place {
            Some(place) => (self.pool.place(place.clone()), 0.8, "atlas/place"),
            None => {
                let entity = self.pool.unknown(self.view.text(item), MentionKind::Place);
                (entity, 0.5, "atlas/tagged-location")
            }
        };
        let place = place.or_else(|| self.place_in(item));
        if let Some(mention) = self.city_of(item, place.as_ref()) {
            self.mentions.push(mention);
        }
        let head = self.view.head(item);
        let mention = Mention::new(item.span, head, MentionKind::Place, Form::Name);
        let entity = Some(entity);
        self.mentions.push(Mention { entity, place, by: by.into(), confidence, ..mention });
        container.into_iter().for_each(|c| self.container_mention(c));
    }

    /// "the City of Windhoek" where it acts: a government, which the place's name alone is not.
    fn city_of(&self, item: &NameSpan, place: Option<&Place>) -> Option<Mention> {
        let before =
            || item.first.checked_sub(2).filter(|_| self.view.word_before(item.first) == "of");
        let within = item.end > item.first + 2 && self.view.word(item.first + 1) == "of";
        let noun = if within { item.first } else { before()? };
        let word = self.view.word(noun);
        let town = word.starts_with(char::is_uppercase) && {
            let words = &self.atlas.place_words;
            let word = word.to_lowercase();
            words.town.contains(&word) || words.division.contains(&word)
        };
        let token = &self.view.tokens[noun as usize];
        let acts = matches!(
            token.deprel,
            Deprel::Nsubj | Deprel::OblAgent | Deprel::Obj | Deprel::NmodPoss
        );
        let state = place?.country.as_ref().filter(|_| town && acts)?;
        let mention = role_mention(token.span, noun, MentionKind::Organisation);
        Some(Mention { code: Some(ActorCode::new(format!("{state}.GOV"))), ..mention })
    }

    /// "Ga." after "Athens," is a place of its own.
    fn container_mention(&mut self, container: Container) {
        let (Some(admin1), Some((first, end))) = (container.admin1, container.words) else {
            return;
        };
        let Some(spot) = self.atlas.places.by_code(&container.iso3, &admin1) else { return };
        let place = self.atlas.places.place(&spot);
        let entity = Some(self.pool.place(place.clone()));
        let span = self.view.span(first, end);
        let mention = Mention::new(span, first, MentionKind::Place, Form::Name);
        let by = "atlas/division".into();
        self.mentions.push(Mention { entity, place: Some(place), by, ..mention });
        self.done = self.done.max(end);
    }

    /// The place that the words after the name tell, else the one that it means in this document.
    fn spot(
        &self,
        item: &NameSpan,
        spots: Vec<Spot>,
        container: Option<&Container>,
    ) -> Option<Spot> {
        if let Some(container) = container
            && let Some(spot) = spots.iter().find(|s| container.holds(s))
        {
            return Some(spot.clone());
        }
        let meant = self.context.toponyms.meant(self.view.text(item));
        meant.and_then(|m| m.spot.clone()).or(spots.into_iter().next())
    }

    /// The place in a name that the document, or its size, vouches for: the first of those that it
    /// names elsewhere, else the first.
    pub(super) fn place_in(&self, item: &NameSpan) -> Option<Place> {
        let parts = self.view.places_in(item).into_iter();
        parts
            .filter_map(|(part, inner)| match inner {
                Inner::Territory(i) => Some((true, self.state_or_namesake(&part, i)?)),
                Inner::Place(place) => Some((true, place)),
                Inner::Spots(spots) => {
                    let meant = self.context.toponyms.meant(self.view.text(&part));
                    let spot = meant.and_then(|m| m.spot.as_ref()).or(spots.first())?;
                    let whole = part.span == item.span;
                    let vouched = meant.is_some_and(|m| m.plain)
                        || matches!(spot.kind, Kind::Division | Kind::County)
                        || meant.is_some_and(|m| m.support > if whole { TWICE } else { SUPPORTED })
                        || !whole && spot.population >= LARGE;
                    let plain = meant.is_some_and(|m| m.plain);
                    vouched.then(|| (plain, self.atlas.places.place(spot)))
                }
            })
            .reduce(|first, next| if next.0 && !first.0 { next } else { first })
            .map(|(_, place)| place)
    }

    fn state_or_namesake(&self, part: &NameSpan, territory: usize) -> Option<Place> {
        let state = &self.atlas.territories.rows[territory];
        let name = self.view.is_name_of(part, territory);
        let meant = self.context.toponyms.meant(self.view.text(part)).filter(|_| name);
        match meant.and_then(|m| m.spot.as_ref()) {
            Some(spot) => Some(self.atlas.places.place(spot)),
            None => state.place.clone(),
        }
    }

    /// Whether a state's name stands for something in another state: a town ("Lebanon, Pa."), or a
    /// division ("Georgia") after a town that lies there, or by what else the document names.
    pub(super) fn is_namesake(&self, item: &NameSpan, territory: usize) -> bool {
        let own = &self.atlas.territories.rows[territory];
        if self.view.namesakes.iter().any(|(t, _)| *t == territory) {
            return true;
        }
        let text = self.view.text(item);
        let spots = self.atlas.spots(text);
        let container = self.view.container(item, &spots);
        if container.is_some_and(|c| c.iso3 != own.iso3 && c.admin1.is_some()) {
            return true;
        }
        let after_town = |division: &Spot| {
            division.kind == Kind::Division
                && division.iso3 != own.iso3
                && self.view.word_before(item.first) == ","
                && item.first >= 2
                && self.is_town_in(item.first - 2, division)
        };
        let meant = self.context.toponyms.meant(text).and_then(|m| m.spot.as_ref());
        spots.iter().any(after_town) || meant.is_some_and(|s| s.iso3 != own.iso3)
    }

    fn is_town_in(&self, at: TokenIdx, division: &Spot) -> bool {
        let mut towns = self.atlas.places.named(self.view.word(at));
        towns.any(|t| t.iso3 == division.iso3 && t.admin1 == division.admin1)
    }

    /// Gives the mention last added the place in its name.
    pub(super) fn carry_place(&mut self, item: &NameSpan) {
        let place = self.place_in(item);
        if let Some(mention) = self.mentions.last_mut() {
            mention.place = mention.place.take().or(place);
        }
    }
}
