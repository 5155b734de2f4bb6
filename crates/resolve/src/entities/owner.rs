//! Whose a role noun is: the states, parts of states, bodies and organs named around it.

use super::Linker;
use verbale_atlas::Role;
use verbale_document::folding::is_possessive;
use verbale_document::is_state;
use verbale_document::{ActorCode, Deprel, Mention, MentionKind, SmolStr, TokenIdx, Upos};

impl Linker<'_> {
    /// "leader of the Reform Party", "commander of the Wagner Group": whoever heads a body has its code.
    pub(super) fn body_headed(&self, end: TokenIdx, role: &Role) -> Option<ActorCode> {
        let head = role.noun.rsplit(' ').next().unwrap_or(&role.noun);
        let heads = role.kind == MentionKind::Person && self.view.tables.words.head.contains(head);
        let after = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
        let body = self.body_from(after).filter(|_| self.view.word(end) == "of")?;
        heads.then_some(body)
    }

    /// Whose a role of a body is: what the body's name means here, and of "the BJP government" the state.
    pub(super) fn of_body(&self, state: SmolStr, first: TokenIdx, role: &Role) -> SmolStr {
        if !state.contains('.') {
            return state;
        }
        let meant = self.body_until(self.skip_adjectives(first));
        let code = meant.unwrap_or_else(|| ActorCode::new(state));
        let governs = role.kind == MentionKind::Organisation && role.code.starts_with("GOV");
        let party =
            code.state().filter(|_| governs && matches!(code.sector(), Some("PTY" | "OPP")));
        SmolStr::new(party.unwrap_or(code.as_str()))
    }

    /// "the Reform Party's watchdog", "the bank's chairman": the code of the organisation that owns a part
    /// of it or whose head somebody is.
    pub(super) fn body_owning(&self, first: TokenIdx, role: &Role) -> Option<ActorCode> {
        let head = role.noun.rsplit(' ').next().unwrap_or(&role.noun);
        let heads = role.kind == MentionKind::Person && self.view.tables.words.head.contains(head);
        let part = heads || role.kind == MentionKind::Organisation;
        let end = self.skip_adjectives(first);
        let owner = part && is_possessive(self.view.word_before(end));
        self.body_until(end.checked_sub(1).filter(|_| owner)?).filter(|code| !code.is_unplaced())
    }

    /// The office of the person named last in the sentence: "her Austrian counterpart" has the same.
    pub(super) fn office_before(&self, at: TokenIdx) -> Option<ActorCode> {
        let start = self.view.tokens[at as usize].span.start;
        let sentence = self.view.doc.sentence_at(start)?;
        let here = |m: &&Mention| {
            let before = m.kind == MentionKind::Person && m.span.end <= start;
            before && self.view.doc.sentence_at(m.span.start) == Some(sentence)
        };
        let named = self.mentions.iter().filter(here).max_by_key(|m| m.span.start)?;
        named.code.clone().filter(|c| c.state().is_some())
    }

    /// States of a role: a list after "of", or adjectives and possessives before it.
    pub(super) fn states_of(&self, first: TokenIdx, end: TokenIdx) -> Vec<SmolStr> {
        let listed = self.states_listed_after(end);
        if !listed.is_empty() {
            return listed;
        }
        let before = self.states_listed_before(self.skip_adjectives(first));
        if !before.is_empty() {
            return before;
        }
        self.view.state_after_of(end).map(|(state, _)| state).into_iter().collect()
    }

    /// The state of a part named before a role or after it: "Toronto police", "the governor of Texas".
    pub(super) fn part_of_role(&self, first: TokenIdx, end: TokenIdx) -> Option<SmolStr> {
        let before = self.view.land_until(self.skip_adjectives(first));
        let land = before.or_else(|| self.view.land_after_of(end))?;
        (!land.part.is_empty()).then_some(land.code)
    }

    /// "the Indian army's spokesman", "a spokesman for the ministry": whoever speaks for an organ has
    /// its code.
    pub(super) fn organ_spoken_for(&self, first: TokenIdx, end: TokenIdx) -> Option<SmolStr> {
        let mark = TokenIdx::from(is_possessive(self.view.word_before(first)));
        if let Some((at, organ, _)) = self.view.role_until(first - mark.min(first))
            && organ.kind == MentionKind::Organisation
        {
            let state = self.states_of(at, first - mark).into_iter().next()?;
            return Some(SmolStr::new(format!("{state}.{}", organ.code)));
        }
        if !matches!(self.view.word(end), "for" | "of") {
            return None;
        }
        let start = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
        let found = self.view.known_from(start)?;
        let state = self.view.state_of(found).filter(|s| is_state(s))?;
        let (_, organ) = self.view.role_from(found.end)?;
        let body = organ.kind == MentionKind::Organisation;
        body.then(|| SmolStr::new(format!("{state}.{}", organ.code)))
    }

    /// Steps over adjectives between a state and its role ("Russian senior officials").
    pub(super) fn skip_adjectives(&self, first: TokenIdx) -> TokenIdx {
        let mut at = first;
        while at > 0 && first - at < 3 {
            let token = &self.view.tokens[at as usize - 1];
            let rank = self.view.tables.words.rank.contains(&self.view.word(at - 1).to_lowercase());
            let field = token.upos == Upos::Noun && token.deprel == Deprel::Compound;
            if self.view.state_until(at).is_some() || !(rank || field || token.upos == Upos::Adj) {
                break;
            }
            at -= 1;
        }
        at
    }

    /// "the former president": no office any more.
    pub(super) fn is_former(&self, first: TokenIdx) -> bool {
        let before = self.view.word_before(self.skip_adjectives(first)).to_lowercase();
        let beside = self.view.word_before(first).to_lowercase();
        let former = &self.view.tables.words.former;
        former.contains(&beside) || former.contains(&before)
    }
}
