//! Organisations that the tables do not know, and seats that stand for governments.

use super::Resolver;
use super::find::Found;
use crate::gazetteer::Known;
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, SmolStr, TokenIdx};

impl Resolver<'_> {
    /// An organisation by the tagger's word: its code from the state and the role in its name.
    pub(super) fn organisation(&mut self, item: &Found, inner: Option<Known>) {
        let name = self.doc.slice(item.span).to_string();
        let entity = self.pool.unknown(&name, MentionKind::Organisation);
        let code = self.organisation_code(item, inner);
        let head_noun = self.doc.word(item.end - 1).to_lowercase();
        let e = &mut self.pool.entities[entity as usize];
        if e.code.is_none() {
            e.country = code.as_ref().map(|c| SmolStr::new(c.country())).filter(|c| c.len() == 3);
            e.code = code;
            e.classes.push(SmolStr::from(head_noun));
        }
        self.push(
            item,
            MentionKind::Organisation,
            Form::Name,
            Some(entity),
            "atlas/tagged-organisation",
        );
    }

    fn organisation_code(&self, item: &Found, inner: Option<Known>) -> Option<ActorCode> {
        let state = match inner {
            Some(Known::Territory(i) | Known::Demonym(i)) => {
                Some(self.atlas.territories[i].iso3.clone())
            }
            Some(Known::Seat(i)) => Some(SmolStr::new(self.atlas.seats[i].code.country())),
            Some(Known::Body(i)) => return Some(self.atlas.bodies[i].code.clone()),
            Some(Known::Group(i)) => return Some(self.atlas.groups[i].code.clone()),
            _ => self
                .country_ending_at(item.first)
                .map(|(_, c)| c)
                .or_else(|| self.country_after_of(item.end)),
        }?;
        if state.contains('.') {
            return Some(ActorCode::new(state));
        }
        let role = self.role_in(item);
        Some(ActorCode::new(role.map_or(state.to_string(), |role| format!("{state}.{role}"))))
    }

    /// The role noun in a name: at its end ("Senate"), or before "of" ("Ministry of Health").
    fn role_in(&self, item: &Found) -> Option<SmolStr> {
        let ends = (item.first + 1..=item.end).rev();
        let mut ends =
            ends.filter(|&end| end == item.end || self.doc.word(end).eq_ignore_ascii_case("of"));
        ends.find_map(|end| {
            let (first, role) = self.role_ending_at(end)?;
            (first >= item.first).then(|| role.code.clone())
        })
    }

    /// A seat: an actor where it acts, a place where something is in it.
    pub(super) fn seat(&mut self, item: &Found, at: usize) {
        let seat = &self.atlas.seats[at];
        if seat.town && !self.acts(item) {
            return self.location(item);
        }
        let entity = if seat.town { self.government(seat.code.country()) } else { None };
        let entity =
            entity.unwrap_or_else(|| self.pool.known(self.atlas, Known::Seat(at), self.date));
        let code = Some(self.atlas.seats[at].code.clone());
        let kind = if seat.town { MentionKind::Country } else { MentionKind::Organisation };
        let mention = Mention::new(item.span, self.head(item), kind, Form::Metonym);
        self.mentions.push(Mention {
            entity: Some(entity),
            code,
            by: "atlas/seat".into(),
            ..mention
        });
    }

    /// The entity of the state that a capital stands for.
    pub(super) fn government(&mut self, iso3: &str) -> Option<u32> {
        let at = self.atlas.territories.iter().position(|t| t.iso3 == iso3)?;
        Some(self.pool.known(self.atlas, Known::Territory(at), self.date))
    }

    /// Whether a town's name stands where an actor does: as a subject, owner or agent, or beside
    /// one ("talks between Moscow and Kyiv").
    fn acts(&self, item: &Found) -> bool {
        let mut at = self.head(item);
        for _ in 0..4 {
            let token = &self.tokens[at as usize];
            match (token.deprel, token.head) {
                (Deprel::Conj, Some(head)) => at = head,
                (Deprel::Nsubj | Deprel::OblAgent | Deprel::Iobj, _) => return true,
                (Deprel::NmodPoss, _) => return true,
                _ => return self.actor_case(at),
            }
        }
        false
    }

    fn actor_case(&self, at: TokenIdx) -> bool {
        let case = |t: &TokenIdx| {
            let token = &self.tokens[*t as usize];
            token.head == Some(at) && token.deprel == Deprel::Case
        };
        let window = at.saturating_sub(4)..at;
        window.clone().find(case).is_some_and(|c| {
            matches!(self.doc.word(c), "with" | "by" | "between" | "against" | "among")
        })
    }
}
