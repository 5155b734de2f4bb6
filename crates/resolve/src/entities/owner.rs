//! Whose a role noun is: the states, parts of states, bodies and organs named around it.

use super::Linker;
use super::find::{NameSpan, Sense};
use verbale_atlas::Role;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::outlet::is_press;
use verbale_document::folding::is_possessive;
use verbale_document::is_state;
use verbale_document::{
    ActorCode, Deprel, Mention, MentionKind, SentenceIdx, SmolStr, TokenIdx, Upos,
};

/// How many words before its sentence "its" may refer to.
const LATELY: TokenIdx = 40;
/// The first word of a land, or "of the" and the first word of its name.
const PREPOSITION: TokenIdx = 3;
/// Who speaks for somebody.
pub(super) const SPOKEN: &str = "GOV.SPOX";

/// Whether bodies as well as states have such people: spokespeople, envoys.
pub(super) fn is_sent(role: Option<&str>) -> bool {
    matches!(role, Some(SPOKEN | "GOV" | "GOV.AMB"))
}

impl Linker<'_> {
    /// Whom "its" at `at` refers to: the subject before it in the sentence if it belongs to a subject itself ("Chad
    /// will send troops to Togo, *its* minister said"), the state named last before it in the sentence, or the body
    /// where `body`; else the subject of the sentence before, else the state named last.
    pub(super) fn owner(&self, at: TokenIdx, body: bool) -> Option<SmolStr> {
        let here = self.view.doc.sentence_at(self.view.tokens[at as usize].span.start)?;
        let first = self.view.doc.sentences.as_deref()?.get(here as usize)?.tokens.start;
        let subject = self.view.tokens[at as usize].head.filter(|&h| {
            matches!(self.view.tokens[h as usize].deprel, Deprel::Nsubj | Deprel::NsubjPass)
        });
        let fits = |(_, code): &(TokenIdx, SmolStr)| body || is_state(code);
        // "to Lithuania, *whose* president left": the name right before it.
        if self.view.word(at) == "whose"
            && let Some((_, code)) =
                self.names(first, at).filter(fits).last().filter(|(t, _)| t + 2 >= at)
        {
            return Some(code);
        }
        let mut before = self.names(first, at).filter(fits).filter(|(t, _)| self.is_of_subject(*t));
        if let Some((_, code)) = subject.and_then(|_| before.next()) {
            return Some(code);
        }
        let state = self.context.between(first, at).last();
        let named = self.names(first, at).filter(|_| body).last();
        let named = named.filter(|(t, _)| state.is_none_or(|(s, _)| t > s)).map(|(_, code)| code);
        let lately = || self.context.between(first.saturating_sub(LATELY), at).last();
        named
            .or_else(|| state.map(|(_, state)| state.clone()))
            .or_else(|| self.subject_of(here.checked_sub(1)?, body))
            .or_else(|| lately().map(|(_, state)| state.clone()))
    }

    /// Whom "their" at the word before `at` means: the states of the last list of them that is a subject,
    /// in the sentence before `at` or in the one before.
    pub(super) fn listed_before(&self, at: TokenIdx) -> Vec<SmolStr> {
        let start = self.view.tokens[at as usize].span.start;
        let Some(here) = self.view.doc.sentence_at(start) else { return Vec::new() };
        let sentences = self.view.doc.sentences.as_deref().unwrap_or(&[]);
        let before = here.checked_sub(1).map(|s| sentences[s as usize].tokens.clone());
        let own = sentences[here as usize].tokens.start..at;
        let lists = [Some(own), before].into_iter().flatten();
        lists.map(|range| self.listed(range)).find(|list| list.len() > 1).unwrap_or_default()
    }

    /// The states of the last list in `range` that is a subject.
    fn listed(&self, range: std::ops::Range<TokenIdx>) -> Vec<SmolStr> {
        let names: Vec<(TokenIdx, SmolStr)> = self.names(range.start, range.end).collect();
        let state = |(_, code): &&(TokenIdx, SmolStr)| is_state(code);
        let first = |(at, _): &&(TokenIdx, SmolStr)| {
            let subject = self.view.tokens[*at as usize].deprel;
            matches!(subject, Deprel::Nsubj | Deprel::NsubjPass)
        };
        let Some((head, _)) = names.iter().filter(state).rfind(first) else { return Vec::new() };
        let joined = |(at, _): &&(TokenIdx, SmolStr)| {
            let token = &self.view.tokens[*at as usize];
            at == head || token.deprel == Deprel::Conj && token.head == Some(*head)
        };
        names.iter().filter(state).filter(joined).map(|(_, code)| code.clone()).collect()
    }

    /// For whom a spokesman at `at` speaks whom the text gives to nobody: the subject of the sentence
    /// before, or of this one, unless they are two.
    pub(super) fn speaks_for(&self, at: TokenIdx) -> Option<SmolStr> {
        let here = self.view.doc.sentence_at(self.view.tokens[at as usize].span.start)?;
        let before = here.checked_sub(1).and_then(|before| {
            self.subject_of(before, true).or_else(|| self.body_spoken_of(before))
        });
        let own = self.subject_of(here, true);
        match (before, own) {
            // A state has no spokesperson; its government has.
            (Some(before), Some(own)) if before.contains('.') && is_state(&own) => Some(before),
            (Some(before), Some(own)) => (before == own).then_some(own),
            (before, own) => before.or(own),
        }
    }

    /// The state, or body where `body`, that is the first subject of a sentence or whose it is.
    pub(super) fn subject_of(&self, sentence: SentenceIdx, body: bool) -> Option<SmolStr> {
        let sentence = self.view.doc.sentences.as_deref()?.get(sentence as usize)?;
        let mut names = self.names(sentence.tokens.start, sentence.tokens.end);
        let fits = |code: &str| body || is_state(code);
        names.find(|(at, code)| fits(code) && self.is_of_subject(*at)).map(|(_, code)| code)
    }

    /// Known states and bodies from `first` to before `end`, but for outlets, with the heads of their names.
    fn names(
        &self,
        first: TokenIdx,
        end: TokenIdx,
    ) -> impl Iterator<Item = (TokenIdx, SmolStr)> + '_ {
        let known = (first..end).filter_map(|t| self.view.known_from(t));
        let named =
            known.filter_map(|name| Some((self.view.head(name), self.view.state_of(name)?)));
        named.filter(|(_, code)| !is_press(code))
    }

    /// Whether a name is a subject, or says whose a subject is ("Chad's ministry", "Chadian troops").
    fn is_of_subject(&self, mut at: TokenIdx) -> bool {
        for _ in 0..3 {
            let token = &self.view.tokens[at as usize];
            match (token.deprel, token.head) {
                (Deprel::Nsubj | Deprel::NsubjPass, _) => return true,
                (Deprel::NmodPoss | Deprel::Amod | Deprel::Compound | Deprel::Flat, Some(head)) => {
                    at = head;
                }
                _ => return false,
            }
        }
        false
    }

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

    /// States of a role: a list after "of", or adjectives and possessives before it. Somebody's troops or
    /// envoys "from Chad" come from there and are not Chad's.
    pub(super) fn states_of(&self, first: TokenIdx, end: TokenIdx) -> Vec<SmolStr> {
        let outer = self.skip_adjectives(first);
        let before = self.states_listed_before(outer);
        let owned = || {
            let whose = self.view.word_before(outer).to_lowercase();
            matches!(whose.as_str(), "its" | "their" | "his" | "her")
                || before.first().is_some_and(|code| is_state(code))
        };
        let from = self.view.word(end) == "from" && owned();
        let listed = if from { Vec::new() } else { self.states_listed_after(end) };
        if !listed.is_empty() {
            return listed;
        }
        if !before.is_empty() {
            return before;
        }
        self.view.state_after_of(end).map(|(state, _)| state).into_iter().collect()
    }

    /// The state or body of a known name; of a short form that several groups share, the one that it stands for
    /// here, and of an organ that any state may have, that of the story's.
    pub(super) fn state_meant(&self, found: &NameSpan) -> Option<SmolStr> {
        let named = || self.name_from(found.first).filter(|m| m.span == found.span);
        let meant = match found.sense {
            Sense::Known(Known::Group(_)) => {
                named().and_then(|m| m.code.as_ref()).map(|c| SmolStr::new(c.as_str()))
            }
            Sense::Known(Known::Seat(i)) if self.is_elsewhere(found, i) => {
                self.organ_at_home(&self.atlas.seats[i].code)
            }
            _ => None,
        };
        meant.or_else(|| self.view.state_of(found))
    }

    /// The state of a part named before a role or after it: "Toronto police", "the governor of Texas".
    pub(super) fn part_of_role(&self, first: TokenIdx, end: TokenIdx) -> Option<SmolStr> {
        let before = self.view.land_until(self.skip_adjectives(first));
        let land = before.or_else(|| self.view.land_after_of(end))?;
        // "Brighton police": a town of that name in a state of which the story does not speak.
        let name = land.first..land.first + PREPOSITION;
        let stray = || name.clone().any(|t| self.context.is_stray(t, &land.code));
        (!land.part.is_empty() && !stray()).then(|| land.code.clone())
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
        let mark = TokenIdx::from(is_possessive(self.view.word(found.end)));
        let (_, organ) = self.view.role_from(found.end + mark)?;
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
            let steps = rank || field || token.upos == Upos::Adj;
            let whose =
                || self.view.state_until(at).is_some() || self.region_listed(at, true).is_some();
            if !steps || whose() {
                break;
            }
            at -= 1;
        }
        at
    }

    /// "the former president", "a former Chadian president": no office any more.
    pub(super) fn is_former(&self, first: TokenIdx) -> bool {
        let former = |at: TokenIdx| {
            self.view.tables.words.former.contains(&self.view.word_before(at).to_lowercase())
        };
        let outer = self.skip_adjectives(first);
        let state = || self.view.state_until(outer).is_some_and(|(at, _)| former(at));
        former(first) || former(outer) || state() || self.view.is_ex(first)
    }
}
