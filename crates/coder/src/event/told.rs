//! What the tables and the clauses say of a word, for who explains an event.
//!
//! Which rows list a word, why a word is not looked up at all, and which words negate a clause or
//! make it future or possible. Asks the rules; has none of its own.

use super::Events;
use super::lexicon::{Entry, Index};
use super::verb::entries;
use crate::View;
use crate::trace::{Reason, RowRef};
use verbale_document::{Deprel, TokenIdx, Upos};

/// Why a word is not looked up in the vocabulary.
pub(super) fn unread(view: &View<'_>, token: TokenIdx) -> Option<Reason> {
    match view.tree.token(token).upos {
        Upos::Verb | Upos::Noun | Upos::Adj if view.is_inside_name(token) => {
            Some(Reason::InsideName)
        }
        Upos::Verb if view.is_title(token) => Some(Reason::Title),
        Upos::Verb if view.names_people(token) => Some(Reason::People),
        Upos::Verb | Upos::Noun | Upos::Adj => None,
        other => Some(Reason::Tag(other)),
    }
}

impl Events {
    /// The rows under which a word is listed, with their parts of speech.
    pub fn listed(&self, view: &View<'_>, token: TokenIdx) -> Vec<(Upos, RowRef)> {
        let words = &self.vocabulary;
        let indexes: [(Upos, &Index); 3] = [
            (Upos::Verb, &words.verbs),
            (Upos::Adj, &words.adjectives),
            (Upos::Noun, &words.nouns),
        ];
        let rows = |(upos, index)| {
            let found: &[Entry] = entries(view, index, token).unwrap_or(&[]);
            found.iter().map(move |e| (upos, e.row))
        };
        indexes.into_iter().flat_map(rows).collect()
    }

    /// Why a word is not looked up, whatever the tables hold.
    pub fn unread(&self, view: &View<'_>, token: TokenIdx) -> Option<Reason> {
        unread(view, token)
    }
}

/// What the clause of a word says of whether it happened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// It is denied.
    pub negated: bool,
    /// It is to come.
    pub future: bool,
    /// It is no more than possible.
    pub possible: bool,
    /// It is told as background.
    pub background: bool,
    /// Words under it that deny.
    pub denials: Vec<TokenIdx>,
    /// Its auxiliaries and marks.
    pub auxiliaries: Vec<TokenIdx>,
}

impl View<'_> {
    /// "a report titled “*Free* the Poet”": what a title says is done by nobody.
    fn is_title(&self, verb: TokenIdx) -> bool {
        let named = |a: TokenIdx| {
            self.tree.token(a).xpos == "VBN" && self.is_of_class(a, "titling") && a < verb
        };
        self.is_quoted(verb) && self.tree.ancestors(verb).any(named)
    }

    /// "visited *the wounded*": a participle with an article names those to whom it happened.
    fn names_people(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let nominal =
            matches!(token.deprel.universal(), "nsubj" | "obj" | "iobj" | "obl" | "nmod" | "conj");
        let article = self.tree.child(verb, Deprel::Det).is_some_and(|d| self.is_lemma(d, "the"));
        nominal && article && matches!(token.xpos.as_str(), "VBN" | "VBD")
    }

    /// What the clause of `predicate` says of whether it happened.
    pub fn told(&self, predicate: TokenIdx) -> Told {
        let mood = self.mood(&self.clause(predicate));
        let auxiliary = |t: &TokenIdx| {
            let rel = self.tree.token(*t).deprel;
            matches!(rel, Deprel::Aux | Deprel::Mark)
        };
        let kids = self.tree.children(predicate).iter().copied();
        let below = kids.clone().flat_map(|k| self.tree.children(k).iter().copied());
        let mut denials: Vec<TokenIdx> =
            kids.clone().chain(below).filter(|t| self.denies(*t)).collect();
        denials.sort_unstable();
        Told {
            negated: mood.negated,
            future: mood.future,
            possible: mood.hypothetical,
            background: mood.background,
            denials,
            auxiliaries: kids.filter(auxiliary).collect(),
        }
    }

    /// Words by which a clause denies.
    fn denies(&self, token: TokenIdx) -> bool {
        let undone = ["no", "without", "instead", "rather", "nobody", "none", "nothing"];
        self.is_negation(token) || undone.iter().any(|w| self.is_lemma(token, w))
    }
}
