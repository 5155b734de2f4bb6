//! Groups and parties whose names several states share: the one of the state that the text names.

use super::Linker;
use super::find::{NameSpan, Sense};
use verbale_atlas::tables::known::Known;
use verbale_document::folding::fold;
use verbale_document::is_state;
use verbale_document::{ActorCode, EntityIdx, Form, MentionKind, SmolStr, Span};

impl Linker<'_> {
    /// Adds the mention of an armed group, party, company or NGO of the tables.
    pub(super) fn group(&mut self, item: &NameSpan, first: usize) {
        let entity = self.group_meant(item, first);
        self.push(item, MentionKind::Organisation, Form::Name, entity, "atlas/name");
    }

    /// Of all groups and parties of a name: that of the state beside it, else the one of which the
    /// document speaks most, else the first of the table. A party of a state of which the tables
    /// know none by that name is one all the same, and so is one of the state where the story is at home.
    fn group_meant(&mut self, item: &NameSpan, first: usize) -> EntityIdx {
        let own = SmolStr::new(self.atlas.groups[first].code.country());
        if !is_state(&own) {
            return self.pool.known(self.atlas, Known::Group(first), self.date);
        }
        let key = fold(self.view.text(item));
        let groups = self.atlas.known(&key).filter_map(|k| match k {
            Known::Group(i) => Some((SmolStr::new(self.atlas.groups[i].code.country()), i, true)),
            _ => None,
        });
        let parties = self.atlas.parties.named(&key);
        let parties = parties.map(|i| (self.atlas.parties.rows[i].iso3.clone(), i, false));
        let all: Vec<(SmolStr, usize, bool)> = groups.chain(parties).collect();
        let beside = self.state_beside(item);
        let share = |state: &SmolStr| self.context.weight(state);
        let meant = match &beside {
            Some(state) => all.iter().find(|(s, ..)| s == state),
            None => all.iter().rev().max_by_key(|(s, ..)| share(s)).filter(|(s, ..)| share(s) > 0),
        };
        match (meant, beside) {
            (Some((_, i, true)), _) => self.pool.known(self.atlas, Known::Group(*i), self.date),
            (Some((_, i, false)), _) => self.pool.add(self.atlas.party_candidate(*i)),
            (None, Some(state)) if self.is_party(first) => self.party_of(item, state),
            // A name that parties of several states have, none of them spoken of.
            (None, None) if self.is_party(first) && all.iter().any(|(state, ..)| *state != own) => {
                match self.context.home().filter(|home| **home != own).cloned() {
                    Some(home) => self.party_of(item, home),
                    None => self.pool.known(self.atlas, Known::Group(first), self.date),
                }
            }
            _ => self.pool.known(self.atlas, Known::Group(first), self.date),
        }
    }

    /// The code of the group whose name stands in `span`, where the tables have `code` for its name and
    /// another group of that name is meant here.
    pub(super) fn body_meant(&mut self, code: &SmolStr, span: Span) -> Option<SmolStr> {
        let found = self.view.doc.tokens_in(span).find_map(|t| {
            let found = *self.view.known_from(t)?;
            let Sense::Known(Known::Group(i)) = found.sense else { return None };
            (self.atlas.groups[i].code.as_str() == code.as_str()).then_some((found, i))
        });
        let (found, group) = found?;
        let entity = self.group_meant(&found, group);
        let meant = self.pool.entities[entity as usize].code.as_ref()?;
        Some(SmolStr::new(meant.as_str()))
    }

    /// The state before a name or after it: "Iraq's Democratic Party", "the Labour Party of Malta".
    fn state_beside(&self, item: &NameSpan) -> Option<SmolStr> {
        let before = self.view.state_until(item.first).map(|(_, state)| state);
        let after = || self.view.state_after_of(item.end).map(|(state, _)| state);
        before.or_else(after).filter(|s| is_state(s))
    }

    fn is_party(&self, group: usize) -> bool {
        self.atlas.groups[group].code.sector() == Some("PTY")
    }

    pub(super) fn party_of(&mut self, item: &NameSpan, state: SmolStr) -> EntityIdx {
        let name = format!("{} of {state}", self.view.text(item));
        let entity = self.pool.unknown(&name, MentionKind::Organisation);
        let e = &mut self.pool.entities[entity as usize];
        e.code = Some(ActorCode::new(format!("{state}.PTY")));
        e.country = Some(state);
        e.classes.push("party".into());
        entity
    }
}
