//! Whose an organ or a spokesperson is where the words beside it do not say: what the sentences before it
//! tell, and which outlet cites it.
//!
//! A definite organ is the one of its name that was last told of with its state ("the coast guard" after "the
//! Chinese coast guard"), that of a state which has just been said to answer ("Chad's reply came at night.
//! The government ..."), or that of the state whose own news agency cites it. Ministers and other holders of
//! offices are not looked at here: [`super::introduced`] and coreference do that.

use super::Linker;
use super::find::Sense;
use verbale_atlas::Role;
use verbale_atlas::tables::known::Known;
use verbale_document::{Deprel, Form, MentionKind, SentenceIdx, SmolStr, TokenIdx, Upos, is_state};

/// How many sentences before an organ its like is looked for.
const LATELY: SentenceIdx = 3;

impl Linker<'_> {
    /// The state of the organ from `first` to before `end`, of which its phrase does not tell whose it is.
    pub(super) fn told_before(
        &self,
        first: TokenIdx,
        end: TokenIdx,
        role: &Role,
    ) -> Option<SmolStr> {
        let definite = matches!(self.view.word_before(first), "the" | "The");
        let sector = role.code.split('.').next().unwrap_or_default();
        let organ = matches!(sector, "GOV" | "MIL" | "COP" | "SPY" | "LEG" | "JUD");
        if !definite || !organ || role.kind != MentionKind::Organisation {
            return None;
        }
        if let Some(state) = self.state_citing(end - 1) {
            return Some(state);
        }
        let alone = !self.context.is_named_beside(&self.view, first);
        let told = || self.named_lately(first, role).or_else(|| self.who_replied(first));
        if alone { told() } else { None }
    }

    fn sentence_of(&self, at: TokenIdx) -> Option<SentenceIdx> {
        self.view.doc.sentence_at(self.view.tokens[at as usize].span.start)
    }

    /// The state of the last organ of the same name before `at` that says whose it is.
    fn named_lately(&self, at: TokenIdx, role: &Role) -> Option<SmolStr> {
        let here = self.sentence_of(at)?;
        let sentences = self.view.doc.sentences.as_deref()?;
        let first = sentences[here.saturating_sub(LATELY) as usize].tokens.start;
        (first + 1..at).rev().find_map(|end| {
            let (begin, other, _) = self.view.role_until(end)?;
            let same = other.noun == role.noun && begin >= first;
            let own = || self.sole_state(begin, end).or_else(|| self.state_citing(end - 1));
            if same { own() } else { None }
        })
    }

    /// "the Chadian government and *the rebels*": those whom a state's organ is named together with, and who
    /// are not of a state by themselves, are of that state.
    pub(super) fn paired(&self, first: TokenIdx, role: &Role) -> Option<SmolStr> {
        let sector = role.code.split('.').next().unwrap_or_default();
        if !matches!(sector, "REB" | "UAF" | "PRM" | "OPP" | "LAB") {
            return None;
        }
        let at = self.skip_adjectives(first);
        let at = at - TokenIdx::from(self.view.word_before(at) == "the");
        let end = at.checked_sub(1).filter(|&t| self.view.word(t) == "and")?;
        let (begin, organ, _) = self.view.role_until(end)?;
        let governs = matches!(organ.code.as_str(), "GOV" | "MIL" | "COP");
        if governs { self.sole_state(begin, end) } else { None }
    }

    /// The state of the noun between `begin` and `end`, where the words beside it tell one and no other.
    fn sole_state(&self, begin: TokenIdx, end: TokenIdx) -> Option<SmolStr> {
        let states = self.states_of(begin, end);
        let [state] = states.as_slice() else { return None };
        Some(state.clone()).filter(|s| is_state(s))
    }

    /// The state that is the subject of the sentence before `at`, or whose its subject is, where that tells
    /// of an answer.
    fn who_replied(&self, at: TokenIdx) -> Option<SmolStr> {
        let before = self.sentence_of(at)?.checked_sub(1)?;
        let range = self.view.doc.sentences.as_deref()?[before as usize].tokens.clone();
        let tokens = self.view.tokens;
        let root = range.clone().find(|t| tokens[*t as usize].deprel == Deprel::Root)?;
        let mut subjects = range.filter(|t| {
            let token = &tokens[*t as usize];
            token.deprel.is_subject() && token.head == Some(root)
        });
        let subject = subjects.next()?;
        let replies = |t: TokenIdx| {
            self.view.tables.anaphora.replies(&tokens[t as usize].lemma.to_lowercase())
        };
        self.subject_of(before, false).filter(|_| replies(root) || replies(subject))
    }

    /// The state whose own agency or broadcaster cites the organ at `at`: "state news agency Acme reported,
    /// citing the coast guard".
    fn state_citing(&self, at: TokenIdx) -> Option<SmolStr> {
        let tokens = self.view.tokens;
        let token = &tokens[at as usize];
        let cite = token.head.filter(|_| token.deprel == Deprel::Obj)?;
        let cites = matches!(tokens[cite as usize].lemma.as_str(), "cite" | "quote");
        let report = tokens[cite as usize].head.filter(|_| cites)?;
        let here = self.sentence_of(at)?;
        let range = self.view.doc.sentences.as_deref()?[here as usize].tokens.clone();
        let reports = |t: TokenIdx| {
            let mut up = t;
            for _ in 0..3 {
                let token = &tokens[up as usize];
                if token.deprel.is_subject() {
                    return token.head == Some(report);
                }
                match token.head {
                    Some(head) => up = head,
                    None => return false,
                }
            }
            false
        };
        let outlet = |t: TokenIdx| {
            let found = self.view.known_from(t)?;
            let Sense::Known(Known::Outlet(i)) = found.sense else { return None };
            let state = SmolStr::new(self.atlas.outlets[i].body.code.country());
            let national = |w: TokenIdx| self.view.word(w).eq_ignore_ascii_case("state");
            let own = (t.saturating_sub(4).max(range.start)..t).any(national)
                || self.subject_of(here, false).as_ref() == Some(&state);
            (own && is_state(&state) && reports(self.view.head(found))).then_some(state)
        };
        range.clone().find_map(outlet)
    }

    /// The body that a sentence speaks of, as its subject, by a noun of its name alone: "The Commission".
    pub(super) fn body_spoken_of(&self, sentence: SentenceIdx) -> Option<SmolStr> {
        let range = self.view.doc.sentences.as_deref()?.get(sentence as usize)?.tokens.clone();
        let tokens = self.view.tokens;
        let subject = range.clone().find(|t| tokens[*t as usize].deprel.is_subject())?;
        let definite = matches!(self.view.word_before(subject), "the" | "The");
        let noun = tokens[subject as usize].lemma.to_lowercase();
        let body = matches!(tokens[subject as usize].upos, Upos::Noun | Upos::Propn);
        if !(definite && body && self.view.tables.anaphora.is_body(&noun)) {
            return None;
        }
        let called = |m: &&verbale_document::Mention| {
            let named = m.form == Form::Name && m.kind == MentionKind::Organisation;
            let last = self.view.last_of_body(m).map(str::to_lowercase);
            named && m.head < subject && last.as_deref() == Some(noun.as_str())
        };
        let last = self.mentions.iter().filter(called).max_by_key(|m| m.head)?;
        last.code.as_ref().filter(|c| !c.is_unplaced()).map(|c| SmolStr::new(c.as_str()))
    }

    /// Whether words name those of a region of several states ("European").
    pub(super) fn is_wide(&self, begin: TokenIdx, end: TokenIdx) -> bool {
        let place = self.atlas.homeland(&self.view.words(begin, end));
        place.is_some_and(|p| p.country.is_none())
    }

    /// "Andean leaders", "West African health ministers": people of several states.
    pub(super) fn is_of_region(&self, first: TokenIdx) -> bool {
        let at = self.skip_adjectives(first);
        let several = |end: TokenIdx| {
            let region = self.view.region_until(end).is_some_and(|begin| begin + 1 >= at);
            region || (at.saturating_sub(1)..end).any(|begin| self.is_wide(begin, end))
        };
        (at + 1..=first).any(several)
    }
}
