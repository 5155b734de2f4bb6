//! A title in the plural before the names of several persons: "Senators Ann Lee and Bo Lund", "two MPs --
//! A, B and C".
//!
//! Each of them has it, by whatever separates the names: commas, "and", parties in brackets, states behind
//! "of". One name alone behind such a noun is not called so. An office that a state has but once
//! ("foreign ministers A and B") is only told where the state is.

use super::nominal::is_peer;
use super::settled::Settled;
use super::title::Title;
use verbale_document::folding::is_possessive;
use verbale_document::{MentionKind, TokenIdx, is_state};

/// Names of a list that are looked at.
const LIST: usize = 12;
/// Words of the longest name.
const NAME: TokenIdx = 6;

impl Settled<'_> {
    /// The title that the name from `first` to `end` shares with others.
    pub(super) fn title_shared(&self, first: TokenIdx, end: TokenIdx) -> Option<Title> {
        let mut at = self.before_honorifics(first);
        let mut several = self.goes_on(end);
        for _ in 0..LIST {
            let mark = matches!(self.word_before(at), "," | ":" | "-" | "--" | "–" | "—");
            let title = self.office_of_several(at).or_else(|| {
                let before = at.checked_sub(1).filter(|_| mark)?;
                self.office_of_several(before)
            });
            if title.is_some() {
                return title.filter(|_| several);
            }
            at = self.name_before(at)?;
            several = true;
        }
        None
    }

    /// "When oil ministers met, *Chad's* Ann Lee ...": who comes of a state among the holders of an office who are the
    /// subject of a clause in the sentence, or of the one before, is one of them.
    pub(super) fn title_of_peers(&self, first: TokenIdx) -> Option<Title> {
        let mark = first.checked_sub(1).filter(|&t| is_possessive(self.word(t)))?;
        let (begin, state) = self.state_until(first).filter(|(_, code)| is_state(code))?;
        let here = self.doc.sentence_at(self.tokens[mark as usize].span.start)?;
        let sentences = self.doc.sentences.as_deref()?;
        let from = sentences[here.saturating_sub(1) as usize].tokens.start;
        let peers = |end: TokenIdx| {
            let (_, role, plural) = self.role_until(end)?;
            let office = plural && role.kind == MentionKind::Person && role.code.starts_with("GOV");
            let many =
                office && !is_peer(&role.noun) && self.tokens[end as usize - 1].deprel.is_subject();
            many.then_some(role)
        };
        let role = (from + 1..=begin).rev().find_map(peers)?;
        let mut title = Title::default();
        title.take(role);
        title.country = Some(state);
        Some(title)
    }

    fn office_of_several(&self, at: TokenIdx) -> Option<Title> {
        let (first, role, plural) = self.role_until(at)?;
        let people = plural && role.kind == MentionKind::Person && !is_peer(&role.noun);
        let mut title = Title::default();
        title.take(role);
        title.former = self.is_ex(first);
        self.leave_club(&mut title, role, (first, at));
        self.before_role(&mut title, first);
        let once = title.role.as_deref().is_some_and(|role| role.contains('.'));
        (people && title.role.is_some() && (!once || title.country.is_some())).then_some(title)
    }

    /// Whether another name of a list follows at `at`.
    fn goes_on(&self, at: TokenIdx) -> bool {
        let bracket = self.word(at) == "(" && self.word(at + 2) == ")";
        let at = at + if bracket { 3 } else { 0 };
        let at = self.state_after_of(at).map_or(at, |(_, end)| end);
        let comma = at + TokenIdx::from(self.word(at) == ",");
        let joint = comma + TokenIdx::from(matches!(self.word(comma), "and" | "&"));
        let name = joint + TokenIdx::from(self.tables.honorific(self.word(joint)).is_some());
        joint > at && self.persons.contains(&name)
    }

    /// Where the name before `at` in a list begins, its honorific included.
    fn name_before(&self, at: TokenIdx) -> Option<TokenIdx> {
        let word = at - TokenIdx::from(matches!(self.word_before(at), "and" | "&"));
        let joint = word - TokenIdx::from(self.word_before(word) == ",");
        let end = Some(self.before_bracket(joint)).filter(|_| joint < at)?;
        let land = self.state_until(end).filter(|(first, _)| self.word_before(*first) == "of");
        let end = land.map_or(end, |(first, _)| first - 1);
        let named = |t: TokenIdx| self.named[t as usize];
        let inside = (end.saturating_sub(NAME)..end).rev().take_while(|t| named(*t));
        let first = inside.into_iter().find(|t| self.persons.contains(t))?;
        Some(self.before_honorifics(first))
    }
}
