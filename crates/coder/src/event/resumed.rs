//! Parties told by a quantity alone: "killed three soldiers and injured *seven more*", "*many in Chad* blame Togo".
//!
//! A number, "more" or "others" as the object of a clause that goes on from another one counts more of those in the
//! object of that one (noun ellipsis; Halliday and Hasan 1976, 4.2). "Many in Chad" are people of Chad.

use crate::View;
use verbale_document::{ActorCode, Deprel, TokenIdx, Upos};

/// Words that stand for people of the place behind them.
const SOME: [&str; 7] = ["many", "some", "most", "several", "few", "those", "thousand"];

impl View<'_> {
    /// Of those counted by a quantity alone: the object of the clause from which its own goes on.
    pub fn resumed(&self, quantity: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(quantity);
        let counts = token.upos == Upos::Num
            || matches!(token.lemma.as_str(), "more" | "many" | "much" | "other");
        let acted_upon = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass);
        let verb = token.head.filter(|_| counts && acted_upon)?;
        let above = self.tree.token(verb);
        let before = above.head.filter(|_| above.deprel == Deprel::Conj)?;
        let clause = self.clause(before);
        self.logical_objects(&clause).first().copied().filter(|&o| o != quantity)
    }

    /// "*many* in Chad": the code of the people of a place that a pronoun of quantity counts.
    pub fn people_in(&self, quantity: TokenIdx) -> Option<ActorCode> {
        if !SOME.contains(&self.lemma(quantity)) {
            return None;
        }
        let within = |k: &TokenIdx| ["in", "across", "from"].iter().any(|p| self.has_case(*k, p));
        let place = self.tree.children_by(quantity, Deprel::Nmod).find(within)?;
        let mention = self.doc.mention(self.actor_at(place)?);
        let town = mention.place.as_ref().and_then(|p| p.country.as_deref());
        let state = town.or_else(|| mention.code.as_ref().and_then(|c| c.state()))?;
        Some(ActorCode::new(format!("{state}.CVL")))
    }
}
