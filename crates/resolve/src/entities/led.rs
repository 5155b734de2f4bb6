//! Whom a leader or a delegate leads or is sent by, where the text names no state: "the leader of a street vendors'
//! union", "leaders of the farmers", "the delegates cheered"; and whose "his government" is.
//!
//! A state's leaders are told with their state ("the Chadian leader", "world leaders"). One alone behind "the" may have
//! been named before; any others are of no state of here. Who leads a group has its code, else that of somebody of whom
//! no more than the state of the story is known.

use super::Linker;
use super::title_before::LEADER;
use verbale_atlas::Role;
use verbale_document::folding::is_possessive;
use verbale_document::{ActorCode, EntityIdx, Form, Mention, MentionKind, SmolStr, TokenIdx, Upos};

/// Those who stand at the head of anything, or are sent to any meeting.
const ANYWHERE: [&str; 3] = [LEADER, "delegate", "deputy leader"];
/// How many words may stand between "his" and an office.
const FIELD: usize = 4;
/// How many words behind "of" those who are led may stand.
const FAR: TokenIdx = 7;

impl Linker<'_> {
    /// The code of a leader from `first` to `end` of whom no state is told, `None` inside where nobody knows it;
    /// outside where he may be a state's.
    pub(super) fn led(
        &self,
        (first, end): (TokenIdx, TokenIdx),
        role: &Role,
        plural: bool,
    ) -> Option<Option<ActorCode>> {
        let of = self.view.word(end) == "of" && !self.leads_country(end + 1);
        let anywhere = role.kind == MentionKind::Person && ANYWHERE.contains(&role.noun.as_str());
        // "the leaders", "both leaders", "the two leaders": those named before.
        let the = |t: TokenIdx| {
            let word = self.view.word(t).to_lowercase();
            matches!(&*word, "the" | "both" | "these" | "those" | "two")
        };
        let named = role.noun == LEADER && (first.saturating_sub(2)..first).any(the);
        (anywhere && (of || plural && !named)).then(|| {
            let group = self.group_behind(end).filter(|_| of);
            let here = || self.local(first, role).filter(|_| of);
            group.or_else(|| Some(ActorCode::new(format!("{}.UNK", here()?))))
        })
    }

    /// The state of the person after whom a government is called ("the Lukashenko regime"), or whose people
    /// they are ("Ann Lee's cabinet", "Ann Lee's relatives").
    pub(super) fn state_led(&self, first: TokenIdx, role: &Role) -> Option<SmolStr> {
        let governs = role.kind == MentionKind::Organisation && role.code == "GOV";
        let mark = TokenIdx::from(is_possessive(self.view.word_before(first)));
        let whose = governs || mark > 0;
        let leader = self.name_until(first.checked_sub(mark)?).filter(|_| whose)?;
        let leader = Some(leader).filter(|m| m.kind == MentionKind::Person)?;
        let state = |entity: EntityIdx| {
            let entity = &self.pool.entities[entity as usize];
            let code = entity.code.as_ref().and_then(|c| c.state()).map(SmolStr::new);
            entity.country.clone().or(code)
        };
        // "the Lee-Cole government": two surnames, each of somebody in the story.
        let parts =
            || self.view.doc.slice(leader.span).split('-').filter_map(|p| self.pool.called(p));
        state(leader.entity?).or_else(|| parts().find_map(state))
    }

    /// "*his* government" at `first`: the state of the person named last before it, in its sentence or the one before.
    pub(super) fn holder_before(&self, first: TokenIdx) -> Option<SmolStr> {
        // "*his* foreign and irrigation ministers"
        let within = |t: &TokenIdx| {
            let upos = self.view.tokens[*t as usize].upos;
            matches!(upos, Upos::Adj | Upos::Noun | Upos::Cconj)
        };
        let begin = (0..first).rev().take(FIELD).take_while(within).last().unwrap_or(first);
        let his = self.view.word_before(begin).to_lowercase();
        if !matches!(&*his, "his" | "her") {
            return None;
        }
        let start = self.view.tokens[first as usize].span.start;
        let here = self.view.doc.sentence_at(start)?;
        let near = |m: &&Mention| {
            let at = self.view.doc.sentence_at(m.span.start);
            m.kind == MentionKind::Person
                && m.span.end <= start
                && at.is_some_and(|s| s <= here && s + 1 >= here)
        };
        let person = self.mentions.iter().filter(near).max_by_key(|m| m.span.start)?;
        let entity = person.entity.map(|e| &self.pool.entities[e as usize]);
        let code = person.code.as_ref().or_else(|| entity?.code.as_ref());
        code.and_then(|c| c.state()).map(SmolStr::new)
    }

    /// "of *one of the largest unions*": the code of the first group in the phrase that begins at `at`.
    fn group_behind(&self, at: TokenIdx) -> Option<ActorCode> {
        let inside = |t: &TokenIdx| {
            let token = self.view.tokens.get(*t as usize);
            token.is_some_and(|t| !matches!(t.upos, Upos::Verb | Upos::Aux | Upos::Punct))
        };
        let last = (at..at + FAR).take_while(inside).last()?;
        let range = self.view.span(at, last + 1);
        let group = self.mentions.iter().filter(|m| {
            let body = matches!(m.kind, MentionKind::Group | MentionKind::Organisation);
            body && m.form == Form::Nominal && range.contains(m.span)
        });
        let code = group.min_by_key(|m| m.span.start)?.code.clone()?;
        Some(code).filter(|c| c.sector().is_some_and(|s| s != "GOV"))
    }

    /// "of his country", "of the nation's oldest kingdom": a state, whichever it is.
    fn leads_country(&self, at: TokenIdx) -> bool {
        let state = |t| matches!(self.view.word(t), "country" | "nation" | "state" | "countries");
        (at..at + FAR).take_while(|&t| self.view.word(t) != ".").any(state)
    }
}
