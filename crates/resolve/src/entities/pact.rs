//! Names that hold an actor's name and mean none: treaties, and short forms that are somebody else's.

use super::Linker;
use super::find::{NameSpan, Sense};
use verbale_atlas::tables::known::Known;
use verbale_document::{ActorCode, SmolStr, Span, TokenIdx, Upos, is_state};

/// Words between a body and its treaty: "UN Framework Convention on".
const BETWEEN: TokenIdx = 2;
/// Letters of the longest short form that several groups may share.
const SHORT: usize = 4;
/// How many times as often as another state a story names its own where that one is but mentioned in it.
const ASIDE: f64 = 4.0;

impl Linker<'_> {
    /// "the UN Convention on the Law of the Sea", "the African Charter": a document named after those
    /// who made it, and no actor.
    pub(super) fn names_pact(&self, item: &NameSpan) -> bool {
        match item.sense {
            Sense::Organisation(_) => {
                let pact = |t: &TokenIdx| self.is_pact(*t);
                (item.first + 1..item.end)
                    .find(pact)
                    .is_some_and(|t| t + 1 == item.end || is_about(self.view.word(t + 1)))
            }
            Sense::Known(Known::Body(_) | Known::Group(_)) => {
                let part = |t: &TokenIdx| {
                    let upos = self.view.tokens.get(*t as usize).map(|t| t.upos);
                    matches!(upos, Some(Upos::Propn | Upos::Adj | Upos::Noun))
                        && self.view.word(*t).starts_with(char::is_uppercase)
                };
                let end = (item.end..item.end + BETWEEN).take_while(part).last();
                let end = end.map_or(item.end, |t| t + 1);
                let pact = (item.end..=end).find(|t| self.is_pact(*t));
                pact.is_some_and(|t| t == item.end || is_about(self.view.word(t + 1)))
            }
            _ => false,
        }
    }

    /// Whether a capitalised word for a treaty stands at `at`.
    fn is_pact(&self, at: TokenIdx) -> bool {
        let word = self.view.word(at);
        word.starts_with(char::is_uppercase)
            && self.view.tables.words.pact.contains(&word.to_lowercase())
    }

    /// Whether a short form is that of a group of a state which the text never speaks of, and the text
    /// does not name the group in full; or a name of common words that of one ("National Liberation Army").
    pub(super) fn is_far(&mut self, item: &NameSpan, group: usize) -> bool {
        let text = self.view.text(item);
        let short = text.len() <= SHORT && text.chars().all(char::is_uppercase);
        let entity = &self.atlas.groups[group];
        let common = self.is_of_common_words(item);
        let state = entity.code.state().filter(|_| common || short && entity.name != text);
        let unspoken = state.is_some_and(|s| self.is_unspoken(s));
        let text = self.view.doc.text();
        let in_full = || text.contains(entity.name.as_str());
        unspoken && (common || !*self.in_full.entry(group).or_insert_with(in_full))
    }

    /// Whether a name has only words of which parties and armed groups all over the world make theirs.
    pub(super) fn is_of_common_words(&self, item: &NameSpan) -> bool {
        let words = &self.view.tables.words.faction;
        let common = |t: TokenIdx| {
            let word = self.view.word(t).to_lowercase();
            words.contains(&word)
                || matches!(&*word, "the" | "of" | "and" | "for" | "'s" | "’s" | "’")
        };
        item.end - item.first > 1 && (item.first..item.end).all(common)
    }

    /// Whether a name that an organ of any state may have ("Supreme People's Court") is meant for another
    /// one than the tables know by it: the text never speaks of that one's state, or names another one
    /// behind it. A short form goes with the long one.
    pub(super) fn is_elsewhere(&self, item: &NameSpan, seat: usize) -> bool {
        let row = &self.atlas.seats[seat];
        let Some(own) = row.code.state().filter(|_| !row.town) else { return false };
        let other =
            self.view.state_beside(item).is_some_and(|state| is_state(&state) && state != own);
        let organ = || match item.end - item.first {
            1 => self.view.is_short_organ(item, seat, &self.ahead),
            _ => self.view.is_common_organ(item),
        };
        // "State Department": only one state has a department of that name.
        let words = self.view.words(item.first, item.end);
        let only = || self.atlas.roles.get(&words).is_some_and(|(role, _)| role.only);
        let aside = || self.is_aside(own) && !only();
        (other || self.is_unspoken(own) || aside()) && organ()
    }

    /// The state whose organ is meant in `span`, where it has the name of one of `state`: "director of the
    /// Environmental Protection Agency".
    pub(super) fn organ_meant(&self, state: &str, span: Span) -> Option<SmolStr> {
        let elsewhere = |t: TokenIdx| {
            let found = self.view.known_from(t).copied();
            found.is_some_and(|item| match item.sense {
                Sense::Known(Known::Seat(i)) => {
                    let code = &self.atlas.seats[i].code;
                    (code.country() == state || code.as_str() == state)
                        && self.is_elsewhere(&item, i)
                }
                _ => false,
            })
        };
        let code = ActorCode::new(state);
        let named = self.view.doc.tokens_in(span).any(elsewhere);
        self.organ_at_home(&code).filter(|_| named)
    }

    /// The organ of the story's state that is the one of `code` elsewhere; the state itself for a state.
    pub(super) fn organ_at_home(&self, code: &ActorCode) -> Option<SmolStr> {
        let home = self.context.home()?;
        Some(code.sector().map_or(home.clone(), |s| SmolStr::new(format!("{home}.{s}"))))
    }

    /// The story's own state where it names another one at most half as often.
    pub(super) fn home_before(&self, state: &str) -> Option<SmolStr> {
        let home = self.context.home().filter(|home| *home != state)?;
        let less = 2.0 * self.context.share(state) <= self.context.share(home);
        less.then(|| home.clone())
    }

    /// Whether a story that is at home somewhere else names that state many times as often.
    fn is_aside(&self, state: &str) -> bool {
        let home = self.context.home().filter(|home| *home != state);
        home.is_some_and(|home| self.context.share(home) >= ASIDE * self.context.share(state))
    }

    /// Whether a story that is at home somewhere else never names a state.
    pub(super) fn is_unspoken(&self, state: &str) -> bool {
        let elsewhere = self.context.home().is_some_and(|home| home != state);
        elsewhere && self.context.share(state) == 0.0
    }
}

/// Whether a word leads to what a treaty is about.
fn is_about(word: &str) -> bool {
    matches!(word, "on" | "for" | "of" | "against" | "to" | "relating" | "concerning")
}
