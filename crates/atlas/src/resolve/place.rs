//! Places: which town of that name.

use super::Resolver;
use super::find::Found;
use verbale_document::{Entity, Form, Mention, MentionKind, Place, SmolStr, TokenIdx};

impl Resolver<'_> {
    /// A location by the tagger's word, or a capital where nobody acts.
    pub(super) fn location(&mut self, item: &Found) {
        let name = self.doc.slice(item.span);
        let near = self.states_near(item);
        let town = self.town(name, &near).cloned();
        let entity = match &town {
            Some(place) => self.pool.add(entity_of(place)),
            None => {
                let name = name.to_string();
                self.pool.unknown(&name, MentionKind::Place)
            }
        };
        let confidence = if town.is_some() { 0.8 } else { 0.5 };
        let by = if town.is_some() { "atlas/town" } else { "atlas/tagged-location" }.into();
        let mention = Mention::new(item.span, self.head(item), MentionKind::Place, Form::Name);
        self.mentions.push(Mention {
            entity: Some(entity),
            place: town,
            by,
            confidence,
            ..mention
        });
    }

    /// Of the towns of a name: one in a state named beside it, else the capital or largest.
    fn town(&self, name: &str, near: &[SmolStr]) -> Option<&Place> {
        let inside = |p: &&Place| p.country.as_ref().is_some_and(|c| near.contains(c));
        let towns = || self.atlas.places.named(name);
        towns().find(inside).or_else(|| towns().next())
    }

    /// States named a few words before or after.
    fn states_near(&self, item: &Found) -> Vec<SmolStr> {
        let first = item.first.saturating_sub(6);
        let last = (item.end + 6).min(self.tokens.len() as TokenIdx);
        let spans = (first..=last).filter_map(|end| self.country_ending_at(end));
        spans.map(|(_, country)| country).filter(|c| c.len() == 3).collect()
    }
}

fn entity_of(place: &Place) -> Entity {
    let id = place.geonameid.map_or_else(
        || crate::fold::own_id(&place.name),
        |id| SmolStr::from(format!("geonames:{id}")),
    );
    Entity {
        id,
        name: place.name.clone(),
        kind: MentionKind::Place,
        code: None,
        country: place.country.clone(),
        gender: None,
        classes: vec!["city".into(), "town".into()],
        members: Vec::new(),
    }
}
