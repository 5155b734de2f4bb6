//! What the settled names of a document tell: which words are taken, which states it speaks of, what
//! an ambiguous name stands for.

use super::find::{NameSpan, Sense};
use super::laid::Laid;
use rustc_hash::FxHashSet;
use std::ops::Deref;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::{fold, is_possessive};
use verbale_document::{SentenceIdx, SmolStr, Token, TokenIdx, Upos};

/// Words of the field of a spokesperson ("health", "public works").
const FIELD: TokenIdx = 3;
/// Words that say what a body is before its name ("main opposition party").
const DESCRIBED: TokenIdx = 4;

/// A document whose names are settled.
pub(crate) struct Settled<'a> {
    laid: Laid<'a>,
    /// First and end tokens of organisations that no table knows.
    organisations: (FxHashSet<TokenIdx>, FxHashSet<TokenIdx>),
    /// The same of those that have the name of a state or place in theirs.
    national: (FxHashSet<TokenIdx>, FxHashSet<TokenIdx>),
    /// Tokens in settled names.
    pub named: Vec<bool>,
    /// First tokens of names of persons.
    pub persons: FxHashSet<TokenIdx>,
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
        let edges = |of: &dyn Fn(&Sense) -> bool| {
            let those = || found.iter().filter(|f| of(&f.sense));
            (those().map(|f| f.first).collect(), those().map(|f| f.end).collect())
        };
        let organisations = edges(&|sense| matches!(sense, Sense::Organisation(None)));
        let national = edges(&|sense| matches!(sense, Sense::Organisation(Some(_))));
        let persons = found.iter().filter(|f| matches!(f.sense, Sense::Person(_)));
        let persons = persons.map(|f| f.first).collect();
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
        Settled { laid, organisations, national, named, persons, locations, states, namesakes }
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
        let Some(found) = self.known_from(start) else { return self.body_described(start) };
        Some((self.state_of(found)?, found.end))
    }

    /// "main opposition party Renamo" at `at`: the code of a body behind what it is, and where it ends.
    fn body_described(&self, at: TokenIdx) -> Option<(SmolStr, TokenIdx)> {
        let common = |t: &TokenIdx| {
            let token = &self.tokens[*t as usize];
            let described = matches!(token.upos, Upos::Noun | Upos::Adj);
            described && !self.named[*t as usize] && self.word(*t).starts_with(char::is_lowercase)
        };
        let noun = (at..(at + DESCRIBED).min(self.len())).take_while(common).last()?;
        let found = self.known_from(noun + 1)?;
        let apposed = self.tokens[noun as usize].upos == Upos::Noun;
        let code = self.state_of(found).filter(|code| apposed && code.contains('.'))?;
        Some((code, found.end))
    }

    /// Steps over "Mr" and "Dr" before `at`.
    pub(crate) fn before_honorifics(&self, mut at: TokenIdx) -> TokenIdx {
        while self.tables.honorific(self.word_before(at)).is_some() {
            at -= 1;
        }
        at
    }

    /// Steps over "(PPRP)" before `end`.
    pub(crate) fn before_bracket(&self, end: TokenIdx) -> TokenIdx {
        let bracket = end >= 3 && self.word_before(end) == ")" && self.word(end - 3) == "(";
        if bracket { end - 3 } else { end }
    }

    /// Whether a role from `first` to `end` is one in an organisation that no table knows: "Acme
    /// president", "president of the Acme Club".
    pub(crate) fn serves_unknown(&self, first: TokenIdx, end: TokenIdx) -> bool {
        self.serves(&self.organisations, first, end)
    }

    /// Steps over the field of an office before `at`: "finance" before "spokesperson".
    pub(crate) fn before_field(&self, at: TokenIdx) -> TokenIdx {
        let field = |t: &TokenIdx| {
            let token = &self.tokens[*t as usize];
            let noun = matches!(token.upos, Upos::Noun | Upos::Adj);
            noun && !self.named[*t as usize] && self.word(*t).starts_with(char::is_lowercase)
        };
        (at.saturating_sub(FIELD)..at).rev().take_while(field).last().unwrap_or(at)
    }

    /// Steps over the field of whoever heads a part of a body: "operations of the" in "director of operations of
    /// the World Bank".
    pub(crate) fn behind_field(&self, at: TokenIdx) -> TokenIdx {
        let field = |t: &TokenIdx| {
            let noun = matches!(self.tokens[*t as usize].upos, Upos::Noun | Upos::Adj);
            noun && !self.named[*t as usize]
        };
        let end = (at..(at + FIELD).min(self.len())).take_while(field).last().map_or(at, |t| t + 1);
        if end == at || !matches!(self.word(end), "of" | "at" | "for") {
            return at;
        }
        end + 1 + TokenIdx::from(self.word(end + 1) == "the")
    }

    /// Whether an office that clubs have as well as states is one of an organisation, be it one with the
    /// name of a state: "president of the Kenyan Bar Association".
    pub(crate) fn chairs(&self, role: &str, first: TokenIdx, end: TokenIdx) -> bool {
        (is_chief(role) || is_shared(role)) && self.serves(&self.national, first, end)
    }

    fn serves(
        &self,
        (begin, stop): &(FxHashSet<TokenIdx>, FxHashSet<TokenIdx>),
        first: TokenIdx,
        end: TokenIdx,
    ) -> bool {
        let mark = is_possessive(self.word_before(first)) || self.word_before(first) == ")";
        let before = first.saturating_sub(TokenIdx::from(mark));
        let of = matches!(self.word(end), "of" | "for" | "at");
        let after = end + 1 + TokenIdx::from(self.word(end + 1) == "the");
        stop.contains(&before) || (of && begin.contains(&after))
    }

    /// The sector that a word of a name tells: of its head ("Institute" in "Acme Institute of Mining"),
    /// else any ("Acme Steel Producers Association"). An association is of those whom it names.
    pub(crate) fn sector_of(&self, first: TokenIdx, end: TokenIdx) -> Option<SmolStr> {
        let words: Vec<String> = (first..end).map(|t| self.word(t).to_lowercase()).collect();
        let sectors = &self.tables.words;
        let joint = |w: &String| matches!(w.as_str(), "of" | "for" | "on" | "in");
        let head = words.iter().position(joint).map(|at| &words[..at]);
        // "Group of 20" is no firm.
        if head.is_some_and(|head| head == ["group"]) {
            return None;
        }
        let head =
            head.and_then(|head| sectors.sector(head)).filter(|sector| sector.as_str() != "SOC");
        head.or_else(|| sectors.sector(&words)).filter(|_| words.len() > 1).cloned()
    }

    /// Whether a name is one that an organ of any state may have: "Supreme Court", "Environmental Protection
    /// Agency".
    pub(crate) fn is_common_organ(&self, item: &NameSpan) -> bool {
        let states = |t: TokenIdx| {
            let mut known = self.atlas.known(&fold(self.word(t)));
            known.any(|k| matches!(k, Known::Territory(_) | Known::Demonym(_)))
        };
        let organ = |s: SmolStr| matches!(s.as_str(), "JUD" | "LEG" | "COP" | "GOV" | "MIL");
        self.sector_of(item.first, item.end).is_some_and(organ)
            && !(item.first..item.end).any(states)
    }

    /// Whether a name is the short form of an organ that the document names in full by a name which an organ
    /// of any state may have: "EPA" beside "Environmental Protection Agency".
    pub(crate) fn is_short_organ(&self, item: &NameSpan, seat: usize, all: &[NameSpan]) -> bool {
        let label = self.atlas.seats[seat].label.as_str();
        let same = |name: &str| {
            let rest = label.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" of "))
        };
        let long = |f: &&NameSpan| same(self.text(f)) && self.is_common_organ(f);
        item.end - item.first == 1 && all.iter().filter(|f| f.names_body()).any(|f| long(&f))
    }

    /// The state beside a name, before it or behind "of": "Syria's Foreign Ministry".
    pub(crate) fn state_beside(&self, item: &NameSpan) -> Option<SmolStr> {
        let before = self.state_until(item.first).map(|(_, state)| state);
        before.or_else(|| self.state_after_of(item.end).map(|(state, _)| state))
    }

    /// The sentence of the token at `at`.
    fn sentence(&self, at: TokenIdx) -> Option<SentenceIdx> {
        self.doc.sentence_at(self.tokens.get(at as usize)?.span.start)
    }

    /// Whether a name that is no state stands right before ("the Xinhua news agency"). For or against whom
    /// somebody is ("a pro-Lee mayor") says nothing of what he is the mayor of.
    pub(crate) fn follows_name(&self, at: TokenIdx) -> bool {
        let before = at.checked_sub(1).and_then(|t| self.tokens.get(t as usize));
        let before = before.filter(|t| self.doc.sentence_at(t.span.start) == self.sentence(at));
        let side = |t: &Token| {
            let word = self.doc.slice(t.span).to_lowercase();
            word.starts_with("pro-") || word.starts_with("anti-")
        };
        before.is_some_and(|t| t.upos == Upos::Propn && !side(t)) && self.state_until(at).is_none()
    }
}

/// Whether an office is one that firms and clubs have as well as states.
pub(super) fn is_chief(code: &str) -> bool {
    matches!(code, "GOV.PRES" | "GOV.VP" | "GOV.HOS")
}

/// Whether an office is one that every organisation may have: a leader, a general secretary, a spokesperson.
pub(super) fn is_shared(code: &str) -> bool {
    matches!(code, "GOV" | "GOV.SPOX")
}

/// Whether a sector is an occupation, which one has whatever the organisation is.
pub(super) fn is_occupation(code: &str) -> bool {
    matches!(code, "AGR" | "BUS" | "EDU" | "JRN" | "LAB" | "MED" | "REL")
}

/// Whether a sector is an occupation or one whose offices no club or firm has.
pub(super) fn is_of_state(code: &str) -> bool {
    is_occupation(code) || matches!(code, "LEG" | "JUD" | "COP" | "MIL" | "PTY" | "OPP" | "REB")
}

/// Whether a sector says what somebody is, not which office is his.
pub(super) fn is_standing(code: &str) -> bool {
    is_occupation(code) || matches!(code, "ELI" | "CVL" | "REF" | "SOC")
}
