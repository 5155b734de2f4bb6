//! Whether the clause around a time looks back or ahead, by its verb.
//!
//! It reads trees where there are any: the verbs above a word, their auxiliaries and the words of
//! kind `future` ("will", "scheduled"). Without a tree, an auxiliary near by decides.

use super::atoms::{Atom, What};
use super::words::Word;
use std::ops::Range;
use verbale_document::{Document, Sentence, Token, TokenIdx, Upos};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// What reading a tense needs.
pub(super) struct Clause<'a> {
    pub(super) doc: &'a Document,
    pub(super) sentence: &'a Sentence,
    pub(super) atoms: &'a [Atom],
}

impl Clause<'_> {
    /// The tense of what governs the token `at`.
    pub(super) fn tense(&self, at: TokenIdx) -> Tense {
        let mut link = self.token(at);
        for _ in 0..12 {
            let Some(head) = link.head else { break };
            match self.tense_of(head) {
                Some(known) => return known,
                None => link = self.token(head),
            }
        }
        if self.token(at).head.is_some() { Tense::Unknown } else { self.tense_nearby(at) }
    }

    fn token(&self, at: TokenIdx) -> &Token {
        &self.doc.tokens.as_deref().unwrap_or(&[])[at as usize]
    }

    /// What a verb and its auxiliaries say; `None` where they do not: go on to what governs it. What
    /// "was expected" may be ahead or behind.
    fn tense_of(&self, verb: TokenIdx) -> Option<Tense> {
        let token = self.token(verb);
        let ahead =
            self.is_future_word(verb) && !token.xpos.starts_with("NN") && token.xpos != "VBD";
        let mut past = token.xpos == "VBD";
        for t in self.near(verb).filter(|&t| self.token(t).head == Some(verb)) {
            let child = self.token(t);
            if child.upos == Upos::Aux && self.is_future_word(t) {
                return Some(Tense::Future);
            }
            let had = matches!(child.lemma.as_str(), "have" | "be" | "do");
            past |=
                child.upos == Upos::Aux && (child.xpos == "VBD" || (had && self.is_perfect(verb)));
        }
        let verbal = matches!(token.upos, Upos::Verb | Upos::Aux) || past;
        if ahead {
            return Some(if past { Tense::Unknown } else { Tense::Future });
        }
        if token.deprel.universal() == "acl" && self.is_to_be_done(verb) {
            return Some(Tense::Future);
        }
        (past && verbal).then_some(Tense::Past)
    }

    /// "a meeting to be held".
    fn is_to_be_done(&self, verb: TokenIdx) -> bool {
        let child = |is: &dyn Fn(&Token) -> bool| {
            self.near(verb).any(|t| self.token(t).head == Some(verb) && is(self.token(t)))
        };
        child(&|t| t.xpos == "TO") && child(&|t| t.upos == Upos::Aux && t.lemma == "be")
    }

    /// Where a verb's auxiliaries stand.
    fn near(&self, verb: TokenIdx) -> Range<TokenIdx> {
        let sentence = &self.sentence.tokens;
        verb.saturating_sub(25).max(sentence.start)..(verb + 10).min(sentence.end)
    }

    /// "has met": a participle.
    fn is_perfect(&self, verb: TokenIdx) -> bool {
        let perfect =
            |t: TokenIdx| self.token(t).head == Some(verb) && self.token(t).lemma == "have";
        self.token(verb).xpos == "VBN" && self.near(verb).any(perfect)
    }

    fn is_future_word(&self, at: TokenIdx) -> bool {
        let found = self.atoms.partition_point(|a| a.last < at);
        self.atoms.get(found).is_some_and(|a| a.what == What::Word(Word::Future))
    }

    /// Without a tree: a word of the future within eight words.
    fn tense_nearby(&self, at: TokenIdx) -> Tense {
        let near = |a: &&Atom| a.first.abs_diff(at) <= 8 && a.what == What::Word(Word::Future);
        match self.atoms.iter().find(near) {
            Some(_) => Tense::Future,
            None => Tense::Unknown,
        }
    }
}
