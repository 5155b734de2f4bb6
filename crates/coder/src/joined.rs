//! Verbs coordinated with the verb of a clause between, where the tree hangs them on the verb above it.
//!
//! Coordination joins likes (Huddleston and Pullum 2002, chapter 15, section 2): the past tense goes with a past tense
//! rather than with what is told as going on now, and whoever only speaks of those who did something does not
//! fight in the same breath. A comma before the conjunction ends the clause between.

use crate::View;
use verbale_document::{Deprel, TokenIdx};

impl View<'_> {
    /// "is asking the guards after a fire killed ten and *injured* two", "seeks the men who took a car and *shot* a
    /// guard": the past tense in the clause between, with which a past tense is coordinated rather than with a
    /// present or a verb under an auxiliary, whatever the tree says.
    pub fn joins_inner(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let outer = token.head.filter(|&h| token.deprel == Deprel::Conj && h < verb)?;
        let past = |t: TokenIdx| self.tree.token(t).xpos == "VBD";
        let helped = |t: TokenIdx| self.tree.child(t, Deprel::Aux).is_some();
        let between = |&k: &TokenIdx| {
            (outer < k && k < verb)
                && past(k)
                && self.is_whole_clause(k)
                && self.tree.child(k, Deprel::Nsubj).is_some()
        };
        if !past(verb) || past(outer) || helped(verb) {
            return None;
        }
        let now = matches!(self.tree.token(outer).xpos.as_str(), "VBG" | "VBZ" | "VBP");
        let finite = || self.tree.children(outer).iter().copied().find(between);
        let whole = Some(()).filter(|()| helped(outer)).and_then(|()| finite());
        whole.or_else(|| self.relative_between(outer, verb).filter(|_| now))
    }

    /// The past tense of the last relative clause between two verbs, right before whose conjunct stands no comma.
    pub fn relative_between(&self, outer: TokenIdx, verb: TokenIdx) -> Option<TokenIdx> {
        let joint = self.tree.child(verb, Deprel::Cc)?;
        let comma = joint.checked_sub(1).is_some_and(|t| self.is_lemma(t, ","));
        let inner = |&k: &TokenIdx| {
            let token = self.tree.token(k);
            token.deprel == Deprel::AclRelcl
                && token.xpos == "VBD"
                && self.tree.ancestors(k).any(|a| a == outer)
        };
        (outer + 1..joint).rev().find(inner).filter(|_| !comma && outer < joint && joint < verb)
    }

    /// Verbs that go on a relative clause at `inner`, though the tree hangs them on the verb above it.
    pub fn joined_to(&self, inner: TokenIdx) -> Vec<TokenIdx> {
        let relative = self.tree.token(inner).deprel == Deprel::AclRelcl;
        let above = self.tree.ancestors(inner).filter(|_| relative);
        let conjuncts = above.flat_map(|a| self.tree.children_by(a, Deprel::Conj));
        conjuncts.filter(|&k| k > inner && self.joins_inner(k) == Some(inner)).collect()
    }

    /// "condemned the *men* who took a car and shot a guard": those of whom somebody only speaks, as the doers of
    /// what `verb` says.
    pub fn doers_spoken_of(&self, verb: TokenIdx) -> Option<Vec<TokenIdx>> {
        let token = self.tree.token(verb);
        let outer = token.head.filter(|&h| token.deprel == Deprel::Conj && h < verb)?;
        let speaks = ["performative", "cue:accuse"].iter().any(|c| self.is_of_class(outer, c));
        let fights = self.is_of_class(outer, "word-or-blow");
        let relative = self.relative_between(outer, verb).filter(|_| speaks && !fights)?;
        self.tree.token(relative).head.map(|noun| self.conjuncts(noun))
    }
}
