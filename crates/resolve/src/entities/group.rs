//! Several states in one noun phrase: "foreign ministers of A and B", "the CSTO countries",
//! "Turkish and Syrian forces".

use super::Linker;
use super::find::Sense;
use super::nominal::role_mention;
use verbale_atlas::tables::known::Known;
use verbale_document::{ActorCode, Mention, MentionKind, SmolStr, TokenIdx, Upos};

/// Of no known state.
const NOWHERE: &str = "UNK";

impl Linker<'_> {
    /// "of Russia, Belarus and Kazakhstan": the states of the list.
    pub(super) fn states_listed_after(&self, end: TokenIdx) -> Vec<SmolStr> {
        match self.view.word(end) {
            "of" | "from" => self.states_listed_at(end + 1),
            _ => Vec::new(),
        }
    }

    /// "their counterparts *in Chad*": whose office it is that somebody has elsewhere.
    pub(super) fn states_of_peers(&self, end: TokenIdx) -> Vec<SmolStr> {
        match self.view.word(end) {
            "in" | "of" | "from" => self.states_listed_at(end + 1),
            _ => Vec::new(),
        }
    }

    /// The states of a list that begins at `at`.
    fn states_listed_at(&self, mut at: TokenIdx) -> Vec<SmolStr> {
        let mut states = Vec::new();
        loop {
            let word = self.view.word(at);
            if self.view.tables.words.list.contains(word) || word == "the" {
                at += 1;
                continue;
            }
            let Some(found) = self.view.known_from(at) else { return states };
            let Some(state) = self.state_meant(found) else { return states };
            if states.last().is_some_and(|last: &SmolStr| last.contains('.')) {
                return states;
            }
            states.push(state);
            at = found.end;
        }
    }

    /// "Russian, Chinese and Iranian" before `end`, in the order of the text.
    pub(super) fn states_listed_before(&self, end: TokenIdx) -> Vec<SmolStr> {
        let mut states = Vec::new();
        let mut at = end;
        while let Some((first, state)) =
            self.view.state_until(at).or_else(|| self.region_listed(at, states.is_empty()))
        {
            let meant = self.view.known_from(first).and_then(|found| self.state_meant(found));
            states.push(meant.unwrap_or(state));
            let place = self.view.word_before(first).to_lowercase();
            let other = states.len() > 1 && !self.is_listed_with(first, end);
            if other || states.len() > 1 && self.view.tables.words.place.contains(&place) {
                states.pop(); // "In Bamako, Danish and Swedish ministers"
                break;
            }
            let mut next = first;
            while self.view.tables.words.list.contains(self.view.word_before(next)) {
                next -= 1;
            }
            if next == first {
                break;
            }
            at = next;
        }
        if states.iter().all(|s| s == NOWHERE) {
            states.clear();
        }
        states.reverse();
        states
    }

    /// Whether the name at `first` may tell of whom a noun at `end` is, as the adjective right before the noun does:
    /// "*Turkish* and Syrian rebels", "*US* and Syrian troops", and not "*Turkey* and Syrian rebels".
    fn is_listed_with(&self, first: TokenIdx, end: TokenIdx) -> bool {
        let sense = |at| self.view.known_from(at).map(|found| found.sense);
        let adjective = |at| matches!(sense(at), Some(Sense::Known(Known::Demonym(_))));
        let name = matches!(sense(first), Some(Sense::Known(Known::Territory(_) | Known::Body(_))));
        let short = self.view.word(first).chars().all(|c| c.is_uppercase() || c == '.');
        let nearest = self.view.known_until(end).map(|found| found.first);
        !nearest.is_some_and(adjective) || !name || short
    }

    /// "Iranian and *European* diplomats": a region before `end` in a list of whose, which is no state of them.
    pub(super) fn region_listed(&self, end: TokenIdx, last: bool) -> Option<(TokenIdx, SmolStr)> {
        let listed = |first: &TokenIdx| {
            !last || self.view.tables.words.list.contains(self.view.word_before(*first))
        };
        let people = || {
            let first = end.checked_sub(1).filter(listed)?;
            self.is_wide(first, end).then_some(first)
        };
        let first =
            self.view.region_until(end).map_or_else(people, |at| Some(at).filter(listed))?;
        Some((first, SmolStr::new_static(NOWHERE)))
    }

    /// Members of a body with a role each; none where the table has no members.
    pub(super) fn members_with(&self, body: &str, role: &str) -> Vec<ActorCode> {
        let members = self.members(body);
        members.iter().map(|m| ActorCode::new(format!("{m}.{role}"))).collect()
    }

    fn members(&self, body: &str) -> Vec<ActorCode> {
        let row = self.atlas.bodies.iter().find(|b| b.code.as_str() == body);
        row.map(|b| b.members(self.date)).unwrap_or_default()
    }

    /// "CSTO countries", "EU leaders" before `end`: a group with the body's members at the date.
    pub(super) fn members_of_body(&self, end: TokenIdx) -> Option<(TokenIdx, Mention)> {
        let noun = self.view.word_before(end).to_lowercase();
        let words = &self.view.tables.words;
        let people = words.people.contains(&noun);
        if !people && !words.members.contains(&noun) {
            return None;
        }
        let role = self.view.role_until(end).filter(|_| people);
        let mut first = role.map_or(end - 1, |(first, ..)| first);
        while first > 0 && matches!(self.view.word_before(first), "member" | "-" | "partner") {
            first -= 1;
        }
        let (start, code) = self.view.state_until(first).filter(|(_, c)| c.contains('.'))?;
        // "Turkish and NATO officials": those of the body, not of its members.
        if role.is_some() && self.states_listed_before(first).len() > 1 {
            return None;
        }
        let meant = self.body_until(first).map(|c| SmolStr::new(c.as_str()));
        let code = meant.unwrap_or(code);
        if !matches!(self.view.tokens[end as usize - 1].upos, Upos::Noun | Upos::Propn) {
            return None;
        }
        let members = match role {
            Some((_, role, _)) => self.members_with(&code, &role.code),
            None => self.members(&code),
        };
        let mention = role_mention(self.view.span(start, end), end - 1, MentionKind::Group);
        let code = Some(ActorCode::new(code));
        // The body keeps its own mention; the walk goes on before the noun.
        Some((
            first.max(start + 1),
            Mention { members, code, by: "atlas/members".into(), ..mention },
        ))
    }
}
