//! What the settled names of a document tell: which words are taken, which states it speaks of, what
//! an ambiguous name stands for.

use super::find::{NameSpan, Sense};
use super::laid::Laid;
use rustc_hash::FxHashSet;
use std::ops::Deref;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::is_possessive;
use verbale_document::{SmolStr, TokenIdx, Upos};

/// A document whose names are settled.
pub(crate) struct Settled<'a> {
    laid: Laid<'a>,
    /// First and end tokens of organisations that no table knows.
    organisations: (FxHashSet<TokenIdx>, FxHashSet<TokenIdx>),
    /// Tokens in settled names.
    pub named: Vec<bool>,
    /// Places by the tagger's word: first and end tokens.
    pub locations: FxHashSet<(TokenIdx, TokenIdx)>,
    /// States that the document names, or towns of theirs.
    pub states: FxHashSet<SmolStr>,
    /// Territories whose name stands for a division of another state here, and that state.
    pub namesakes: Vec<(usize, SmolStr)>,
}

impl<'a> Deref for Settled<'a> {
    type Target = Laid<'a>;

    fn deref(&self) -> &Laid<'a> {
        &self.laid
    }
}

impl<'a> Settled<'a> {
    /// Takes note of what the settled names tell.
    pub(crate) fn new(laid: Laid<'a>, found: &[NameSpan]) -> Self {
        let mut named = vec![false; laid.tokens.len()];
        for item in found {
            named[item.first as usize..item.end as usize].fill(true);
        }
        let unknown = || found.iter().filter(|f| matches!(f.sense, Sense::Organisation(None)));
        let organisations =
            (unknown().map(|f| f.first).collect(), unknown().map(|f| f.end).collect());
        let locations = found.iter().filter(|f| f.sense == Sense::Location);
        let locations: FxHashSet<_> = locations.map(|f| (f.first, f.end)).collect();
        let mut states: FxHashSet<SmolStr> = FxHashSet::default();
        let mut divisions: FxHashSet<(SmolStr, SmolStr)> = FxHashSet::default();
        for item in found {
            match item.sense {
                Sense::Location => {
                    if let Some(spot) = laid.largest(item) {
                        states.insert(spot.iso3.clone());
                        divisions.insert((spot.iso3, spot.admin1));
                    }
                }
                Sense::Known(Known::Territory(_) | Known::Demonym(_) | Known::Seat(_)) => {
                    states.extend(laid.code_of(item).filter(|s| s.len() == 3));
                }
                _ => {}
            }
        }
        let namesakes = laid.divisions_named(found, &divisions, &states);
        Settled { laid, organisations, named, locations, states, namesakes }
    }

    /// The state or body of a known name: an ISO3 code, or the code of a body or organ, which has
    /// a dot. None for a territory's name that stands for a division of another state.
    pub(crate) fn state_of(&self, found: &NameSpan) -> Option<SmolStr> {
        let elsewhere = |i| self.namesakes.iter().any(|(t, _)| *t == i);
        let named = matches!(found.sense, Sense::Known(Known::Territory(i)) if elsewhere(i));
        self.code_of(found).filter(|_| !named)
    }

    /// A state's name, adjective or possessive ("Russia 's"), or a body's, that ends before `end`:
    /// where it begins and its code.
    pub(crate) fn state_until(&self, end: TokenIdx) -> Option<(TokenIdx, SmolStr)> {
        let mark = is_possessive(self.word_before(end)) || self.word_before(end) == "-";
        let found = self.known_until(end - TokenIdx::from(mark))?;
        Some((found.first, self.state_of(found)?))
    }

    /// "of Russia", "for the UN" at `at`: the code, and where it ends.
    pub(crate) fn state_after_of(&self, at: TokenIdx) -> Option<(SmolStr, TokenIdx)> {
        if !matches!(self.word(at), "of" | "for") {
            return None;
        }
        let start = at + 1 + TokenIdx::from(self.word(at + 1) == "the");
        let found = self.known_from(start)?;
        Some((self.state_of(found)?, found.end))
    }

    /// Steps over "(PPRP)" before `end`.
    pub(crate) fn before_bracket(&self, end: TokenIdx) -> TokenIdx {
        let bracket = end >= 3 && self.word_before(end) == ")" && self.word(end - 3) == "(";
        if bracket { end - 3 } else { end }
    }

    /// Whether a role from `first` to `end` is one in an organisation that no table knows: "Acme
    /// president", "president of the Acme Club".
    pub(crate) fn serves_unknown(&self, first: TokenIdx, end: TokenIdx) -> bool {
        let mark = is_possessive(self.word_before(first)) || self.word_before(first) == ")";
        let before = first.saturating_sub(TokenIdx::from(mark));
        let of = matches!(self.word(end), "of" | "for" | "at");
        let after = end + 1 + TokenIdx::from(self.word(end + 1) == "the");
        self.organisations.1.contains(&before) || (of && self.organisations.0.contains(&after))
    }

    /// Whether a name that is no state stands right before ("the Xinhua news agency").
    pub(crate) fn follows_name(&self, at: TokenIdx) -> bool {
        let before = at.checked_sub(1).and_then(|t| self.tokens.get(t as usize));
        before.is_some_and(|t| t.upos == Upos::Propn) && self.state_until(at).is_none()
    }
}
