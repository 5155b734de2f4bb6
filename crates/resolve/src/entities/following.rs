//! Names of peoples, faiths and followings: "Muslims" and "the Kurds" are role nouns, "the Liberals" a party.
//! And role nouns before what they do ("a police raid"), which are more than what kind of deed it is.
//!
//! Leaves adjectives ("Muslim women", "a Liberal senator") to what they modify, and followings that neither
//! the roles nor the parties know to the tagger.

use super::Linker;
use super::find::NameSpan;
use verbale_document::folding::fold;
use verbale_document::{Deprel, MentionKind, TokenIdx, Upos};

/// Sectors of those who are told by a trade or rank and of whom a noun before a deed tells that they do it.
const DOERS: [&str; 7] = ["COP", "MIL", "REB", "GOV", "UAF", "PRM", "SPY"];

impl Linker<'_> {
    /// Whether the name of a people or faith is a role noun of its own.
    pub(super) fn is_role_noun(&self, item: &NameSpan) -> bool {
        let role = self.view.role_until(item.end).filter(|(first, ..)| *first >= item.first);
        // "Separatists" at the beginning of a sentence
        let people =
            role.is_some_and(|(_, role, plural)| plural || role.kind == MentionKind::Group);
        people && !self.is_modifier(item.end - 1)
    }

    /// Whether the name of a following is one by which a party at home goes.
    pub(super) fn is_following(&self, item: &NameSpan) -> bool {
        let one = item.end - item.first == 1 && !self.is_modifier(item.end - 1);
        one && !self.parties_called(&fold(self.view.text(item))).is_empty()
    }

    /// "Labour", "the Liberals": the parties of that name and "Party" in the state where the story is at home,
    /// as indexes of their rows; none of names of several words.
    pub(super) fn parties_called(&self, name: &str) -> Vec<usize> {
        let Some(home) = self.context.home().filter(|_| !name.contains(' ')) else {
            return Vec::new();
        };
        let all = &self.atlas.parties;
        let named = |word: &str| {
            let rows = all.named(&format!("{word} party"));
            rows.filter(|i| all.rows[*i].iso3 == *home).collect::<Vec<_>>()
        };
        let one = named(name);
        let many = || name.strip_suffix('s').map(named).unwrap_or_default();
        if one.is_empty() { many() } else { one }
    }

    /// Whether the noun at `at` stands before what it does to others: "police" in "a police raid".
    pub(super) fn does(&self, at: TokenIdx) -> bool {
        let token = &self.view.tokens[at as usize];
        let before = token.deprel == Deprel::Compound && token.upos != Upos::Adj;
        let deed = token.head.filter(|head| before && *head > at);
        let done = &self.view.tables.words.done;
        deed.is_some_and(|d| done.contains(&self.view.word(d).to_lowercase()))
            && self.view.role_until(at + 1).is_some_and(|(_, role, _)| {
                let sector = role.code.split('.').next().unwrap_or_default();
                role.kind != MentionKind::Person || DOERS.contains(&sector)
            })
    }
}
