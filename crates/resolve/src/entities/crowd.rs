//! Crowds and armed groups whose name tells of no state: "Acme supporters", "the Acme militia".

use super::Linker;
use verbale_atlas::Role;
use verbale_document::TokenIdx;

impl Linker<'_> {
    /// Whether a role noun behind a name denotes many where the story says in which state it plays: people gather and
    /// fight there, whatever they are called. Households are at home elsewhere.
    pub(super) fn is_crowd(&self, first: TokenIdx, role: &Role) -> bool {
        let sector = role.code.split('.').next().unwrap_or_default();
        let gathers = matches!(sector, "CVL" | "OPP" | "SOC" | "PRM" | "UAF" | "LAB" | "AGR");
        let many = || !self.view.tables.words.household.contains(role.noun.as_str());
        let plays = |state| self.context.plays_in(&self.view, first, state);
        gathers && many() && self.context.local(&self.view, first).is_some_and(plays)
    }
}
