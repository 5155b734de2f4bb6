//! Somebody's: "the German government's coordinator for the coast, Ann Lee", "the president's wife, Ann Lee", "the
//! president's press secretary, Ann Lee".
//!
//! Whoever is an organ's somebody has its code; family is of the people of a state's officer, and who works for him of
//! his government. Does not read bodies behind "of" and before nouns, which [`super::affiliation`] does.

use super::Linker;
use super::affiliation::TOLD;
use verbale_document::{ActorCode, Deprel, Mention, MentionKind};

impl Linker<'_> {
    /// "the German government's coordinator for the coast" beside a name: the organ whose somebody is.
    pub(super) fn owner_beside(&self, mention: &Mention) -> Option<ActorCode> {
        let token = &self.view.tokens[mention.head as usize];
        let beside = |rel| matches!(rel, Deprel::Appos | Deprel::Flat | Deprel::NmodDesc);
        let noun = token.head.filter(|_| beside(token.deprel))?;
        let owns = |m: &&Mention| self.view.tokens[m.head as usize].deprel == Deprel::NmodPoss;
        let below = self.index.below.get(&noun)?.iter().map(|i| &self.mentions[*i]);
        let owner = below.into_iter().find(owns)?;
        let entity = owner.entity.map(|e| &self.pool.entities[e as usize]);
        let code = owner.code.clone().or_else(|| entity?.code.clone())?;
        let state = code.state().filter(|_| owner.kind == MentionKind::Person);
        let lemma = self.view.tokens[noun as usize].lemma.to_lowercase();
        match (owner.kind, state) {
            (MentionKind::Organisation, _) => Some(code).filter(|_| owner.confidence >= TOLD),
            // "the president's wife, Ann Lee": one of his people.
            (_, Some(state)) if self.view.tables.anaphora.is_kin(&lemma) => {
                Some(ActorCode::new(format!("{state}.CVL")))
            }
            // "the president's communications director, Ann Lee": one of his government.
            (_, Some(state)) if code.sector() == Some("GOV") && self.is_aide(&lemma) => {
                Some(ActorCode::new(format!("{state}.GOV")))
            }
            _ => None,
        }
    }

    /// Whether a noun is for somebody who works in an office ("director", "adviser").
    fn is_aide(&self, noun: &str) -> bool {
        self.view.tables.words.head.contains(noun)
            || self.atlas.roles.get(noun).is_some_and(|(role, _)| role.code.starts_with("GOV"))
    }
}
