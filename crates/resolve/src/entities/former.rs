//! Who was something and is it no more: "former Acme secretary Ann Lee", "Ann Lee, former minister and a member of the
//! Green Party".
//!
//! Whoever left an office of state or party is one of its former holders; whoever left any other body is nobody of it.

use super::Linker;
use verbale_document::{ActorCode, TokenIdx};

impl Linker<'_> {
    /// "Ann Lee, former minister and a member of the Green Party": the party of somebody who holds an office no more.
    pub(super) fn party_now(&self, at: TokenIdx, code: Option<&ActorCode>) -> Option<ActorCode> {
        let own = code.filter(|c| c.sector() == Some("ELI"))?;
        let party = |c: &ActorCode| matches!(c.sector(), Some("PTY" | "OPP"));
        self.body_after(at).filter(|c| party(c) && c.country() == own.country())
    }

    /// The code of a body that ends before `end`; of one who was in it, that of former office
    /// holders, where it has offices.
    pub(super) fn now_or_once(&self, body: ActorCode, end: TokenIdx) -> Option<ActorCode> {
        let name = self.name_until(self.view.before_bracket(end))?.span;
        let first = self.view.doc.tokens_in(name).start;
        let once = |w: &str| self.view.tables.words.former.contains(&w.to_lowercase());
        if !once(self.view.word_before(first))
            && !once(self.view.word(self.view.before_bracket(end)))
        {
            return Some(body);
        }
        was(body, true)
    }
}

/// The code of somebody who is in a body, or `once` was: that of former office holders, where it has offices.
pub(super) fn was(body: ActorCode, once: bool) -> Option<ActorCode> {
    let office = matches!(body.sector(), Some("GOV" | "PTY" | "LEG" | "OPP"));
    match once {
        true => body.state().filter(|_| office).map(|state| ActorCode::new(format!("{state}.ELI"))),
        false => Some(body),
    }
}
