//! Parties in brackets behind a name: "Ann Lee (SPD)", "Ann Lee (NDC-Tema West)", "Ann Lee (D-Ohio)".
//!
//! A party alone is whose member somebody is; with a place behind it, that is where somebody was elected
//! to a parliament. Does not read other brackets.

use super::Linker;
use verbale_document::folding::fold;
use verbale_document::{ActorCode, TokenIdx};

impl Linker<'_> {
    /// "(SPD)" at `at`: the party of whose member the name is.
    pub(super) fn party_in_brackets(&self, at: TokenIdx) -> Option<ActorCode> {
        let name = self.name_from(at + 1).map(|m| self.view.doc.tokens_in(m.span).end);
        let end = name.unwrap_or(at + 2);
        let alone = self.view.word(at) == "(" && self.view.word(end) == ")";
        let body =
            self.body_from(at + 1).or_else(|| self.party_of_home(at + 1)).filter(|_| alone)?;
        Some(body).filter(|b| matches!(b.sector(), Some("PTY" | "OPP")))
    }

    /// "(NDC-Tema West)", "(D-Ohio)" at `at`: a party and where somebody was elected.
    pub(super) fn elected_in_brackets(&self, at: TokenIdx) -> Option<ActorCode> {
        let short = self.view.word(at + 1);
        let capitals = short.chars().all(char::is_uppercase) && short.chars().count() <= 6;
        let dash = matches!(self.view.word(at + 2), "-" | "–" | "—");
        let named = self.view.word(at + 3).starts_with(char::is_uppercase);
        let close = (at + 4..at + 9).find(|t| self.view.word(*t) == ")");
        if self.view.word(at) != "(" || !(capitals && dash && named) || close.is_none() {
            return None;
        }
        let initial = self.view.tables.words.initial.contains(&short.to_lowercase());
        let state = match initial {
            true => self.view.land_until(close?).map(|land| land.code).filter(|c| c == "USA"),
            false => self.context.home().cloned(),
        };
        let known = self.body_from(at + 1).or_else(|| self.party_of_home(at + 1));
        let party = known.is_none_or(|c| matches!(c.sector(), Some("PTY" | "OPP")));
        let state = state.filter(|_| party && (initial || short.chars().count() > 1))?;
        Some(ActorCode::new(format!("{state}.LEG")))
    }

    /// The party of where the story is at home that the short form at `at` stands for.
    pub(super) fn party_of_home(&self, at: TokenIdx) -> Option<ActorCode> {
        let short = self.view.word(at);
        let capitals = short.chars().count() > 1 && short.chars().all(char::is_uppercase);
        let home = self.context.home().filter(|_| capitals)?;
        let own = |i: &usize| self.atlas.parties.rows[*i].iso3 == *home;
        let party = self.atlas.parties.named(&fold(short)).find(own)?;
        self.atlas.party_candidate(party).entity.code
    }
}
