//! What stands around a role noun and says where or for whom somebody works: "a lecturer of the University
//! of Nairobi", "officials in Chad"; and nouns that name a role in one use only ("third party").
//!
//! Does not read names, whose titles [`super::title`] reads, nor states before or behind "of", which
//! [`super::owner`] does.

use super::Linker;
use super::affiliation::AFTER;
use super::owner::is_sent;
use super::settled::is_standing;
use verbale_atlas::Role;
use verbale_document::{ActorCode, MentionKind, SmolStr, TokenIdx, Upos, is_state};

/// The noun that political parties share with those to a deal.
const PARTY: &str = "party";

impl Linker<'_> {
    /// "a lecturer of the University of Nairobi", "the Acme University researchers": who has an occupation
    /// in an organisation is of its state, and speaks for it.
    pub(super) fn serving(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> Option<ActorCode> {
        let people = matches!(role.kind, MentionKind::Person | MentionKind::Group);
        if !people || !is_standing(&role.code) {
            return None;
        }
        let after = end + 1 + TokenIdx::from(matches!(self.view.word(end + 1), "the" | "The"));
        let behind = matches!(self.view.word(end), "at" | "from" | "with");
        let body = match behind {
            true => self.body_from(after),
            false => self.body_until(first),
        };
        let own = ActorCode::new(format!("UNK.{}", role.code));
        let code = self.of_place(body?, &own)?;
        (!code.is_unplaced()).then_some(code)
    }

    /// "judges at the International Criminal Court": who has an office at a body of no state is of that body.
    pub(super) fn official_at(&self, end: TokenIdx, role: &Role) -> Option<ActorCode> {
        let people = matches!(role.kind, MentionKind::Person | MentionKind::Group);
        let office = matches!(role.code.as_str(), "GOV" | "JUD" | "LEG");
        let at = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
        let beside = matches!(self.view.word(end), "at" | "of" | "from" | "with");
        let found = self.view.known_from(at).filter(|_| people && office && beside)?;
        let code = ActorCode::new(self.state_meant(found)?);
        (code.country() == "IGO").then_some(code)
    }

    /// Who somebody is behind whose name at `at` an organisation or a place stands, where the text gave him
    /// the state of the story: "an economics lecturer of the University of Nairobi".
    pub(super) fn elsewhere(&self, at: TokenIdx, own: &ActorCode) -> Option<ActorCode> {
        let body = self.body_after(at).and_then(|body| self.of_place(body, own));
        body.or_else(|| self.placed_after(at, own))
    }

    /// ", a farmer from Mbour in Senegal" at `at`: the code with the state of the place.
    pub(super) fn placed_after(&self, at: TokenIdx, own: &ActorCode) -> Option<ActorCode> {
        if self.view.word(at) != "," {
            return None;
        }
        let stop = (at + 1 + AFTER).min(self.view.len());
        let ends = |t: &TokenIdx| {
            let verb = self.view.tokens[*t as usize].upos == Upos::Verb;
            verb && self.view.word(*t) != "based"
                || matches!(self.view.word(*t), ")" | ";" | "." | "who")
        };
        let words = (at + 1..stop).take_while(|t| !ends(t) && self.view.word(*t) != ",");
        let lies = |t: TokenIdx| {
            let article = TokenIdx::from(matches!(self.view.word(t + 1), "the" | "The"));
            let name = self.name_from(t + 1 + article)?;
            let place = matches!(name.kind, MentionKind::Place | MentionKind::Country);
            let code = name.code.as_ref().filter(|_| name.kind == MentionKind::Country);
            let land = name.place.as_ref().and_then(|p| p.country.clone());
            let state = land.or_else(|| Some(SmolStr::new(code?.state()?)))?;
            (place && !self.context.is_stray(t + 1 + article, &state)).then_some(state)
        };
        // "London-based"
        let seat = |t: TokenIdx| {
            let based = self.view.word(t) == "based" && self.view.word_before(t) == "-";
            self.view.land_until(t.checked_sub(1).filter(|_| based)?).map(|land| land.code)
        };
        let told = |t: TokenIdx| match self.view.word(t) {
            "in" | "from" => lies(t),
            _ => seat(t).filter(|code| is_state(code)),
        };
        let state = words.filter_map(told).last()?;
        Some(own.in_state(&state))
    }

    /// "officials in Chad", "rebels in eastern Chad" at the end of the noun: whoever has an office, or is one of an
    /// armed group, that the text gives to no state.
    pub(super) fn state_in(&self, end: TokenIdx, role: &Role) -> Option<SmolStr> {
        let office = matches!(role.code.as_str(), "GOV" | "LEG" | "JUD" | "COP");
        let armed = matches!(role.code.as_str(), "REB" | "PRM" | "CRM");
        let people = matches!(role.kind, MentionKind::Person | MentionKind::Group);
        // "an army base in Chad"
        let last = self.view.word_before(end).to_lowercase();
        let post = self.view.tables.words.post.contains(&last);
        if !post && (!(office || armed) || !people)
            || is_sent(Some(&role.code)) && role.code != "GOV"
        {
            return None;
        }
        if self.view.tables.words.stateless.contains(role.noun.as_str()) {
            return None;
        }
        let at = end + 1 + TokenIdx::from(self.view.word(end + 1) == "the");
        let part = self.atlas.place_words.vague.contains(&self.view.word(at).to_lowercase());
        let at = at + TokenIdx::from(part);
        let found = self.view.known_from(at).filter(|_| self.view.word(end) == "in")?;
        self.view.state_of(found).filter(|code| is_state(code))
    }

    /// "third party", "the parties concerned": to a deal or dispute, not political; "both parties" where
    /// the text names no political one.
    pub(super) fn is_party_to(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> bool {
        if role.noun != PARTY {
            return false;
        }
        let words = &self.view.tables.words;
        let before = self.view.word_before(first).to_lowercase();
        let political = || {
            let party = |code: &ActorCode| matches!(code.sector(), Some("PTY" | "OPP"));
            self.pool.entities.iter().any(|e| e.code.as_ref().is_some_and(party))
        };
        words.contracting.contains(&before)
            || words.contracting.contains(self.view.word(end))
            || words.counted.contains(&before) && !political()
    }

    /// "native speakers", "a speaker": not the one who presides; "his deputies", "a deputy to the mayor": not those of a parliament.
    pub(super) fn is_one_of_many(
        &self,
        (first, end): (TokenIdx, TokenIdx),
        role: &Role,
        plural: bool,
    ) -> bool {
        let to = self.view.word(end) == "to";
        let any = || matches!(self.view.word_before(first), "a" | "A" | "an" | "An" | "another");
        let owned = || {
            let before = first.checked_sub(1).map(|t| self.view.tokens[t as usize].xpos.as_str());
            matches!(before, Some("PRP$" | "POS"))
        };
        let words = &self.view.tables.words;
        words.single.contains(role.noun.as_str()) && (plural || any())
            || words.seconds.contains(role.noun.as_str()) && (owned() || to)
    }

    /// "thousands of tonnes", "lost thousands": a number that counts what is told beside it. Where it stands alone and
    /// does something it is people ("*thousands* marched").
    pub(super) fn is_mere_number(&self, first: TokenIdx, end: TokenIdx, role: &Role) -> bool {
        let acts = |t: TokenIdx| self.view.tokens[t as usize].deprel.is_subject();
        self.view.tables.words.number.contains(role.noun.as_str())
            && !((first..end).any(acts) && self.view.word(end) != "of")
    }
}
