//! Whether a complement clause tells what somebody is to do, or what is so.
//!
//! What is asked for stands in the infinitive ("told Chad *to leave*"), in the subjunctive ("suggested that
//! Chad *leave*") or with an auxiliary of obligation; the indicative only reports ("suggested that Chad
//! *left*"). After Huddleston and Pullum (2002), chapter 11, section 7.1.

use crate::View;
use verbale_document::{Deprel, TokenIdx};

/// Auxiliaries of what is to be done.
const OBLIGATION: [&str; 4] = ["should", "must", "shall", "ought"];

/// Auxiliaries of what is to come, also in reported speech.
const TO_BE: [&str; 6] = ["will", "wo", "'ll", "shall", "would", "'d"];

impl View<'_> {
    /// Whether a clause behind `verb`, that completes it, tells what is asked for.
    pub fn asks_for_something(&self, verb: TokenIdx) -> bool {
        self.complements(verb).any(|clause| clause > verb && self.is_asked_for(clause))
    }

    /// Whether the clause at `predicate` is in the indicative, and not of what must be done.
    pub fn is_indicative(&self, predicate: TokenIdx) -> bool {
        match self.first_auxiliary(predicate) {
            Some(aux) if self.tree.token(aux).xpos == "MD" => !self.obliges(aux),
            Some(aux) => matches!(self.tree.token(aux).xpos.as_str(), "VBD" | "VBZ" | "VBP"),
            None => matches!(self.tree.token(predicate).xpos.as_str(), "VBD" | "VBZ"),
        }
    }

    /// Whether the clause at `predicate` tells what is to come ("promised that it *would* leave"), which alone
    /// can be promised.
    pub fn is_to_be(&self, predicate: TokenIdx) -> bool {
        let clause = self.clause(predicate);
        // "would have paid" tells what was.
        let was = clause.auxiliaries.iter().any(|a| a == "have");
        clause.modal.is_some_and(|m| TO_BE.contains(&m.as_str()) && !was)
            || self.mood(&self.clause(predicate)).future
    }

    /// Whether a relative clause opens with "that" as a conjunction and has a subject behind it: then it
    /// tells what the noun says ("reports that Chad left", "its demand that Chad leave").
    pub fn is_marked_relative(&self, verb: TokenIdx) -> bool {
        let that = self.tree.children_by(verb, Deprel::Mark).find(|&m| self.is_lemma(m, "that"));
        let subject =
            self.tree.children(verb).iter().find(|&&k| self.tree.token(k).deprel.is_subject());
        let conjunction = matches!((that, subject), (Some(that), Some(&s)) if that < s);
        self.tree.token(verb).deprel == Deprel::AclRelcl
            && (conjunction || self.is_subjunctive(verb))
    }

    /// "that Chad *leave*", "that it *be* freed": the plain form behind "that" and a subject in the singular,
    /// wherever the tree hangs the clause and its "that". What is put so is asked for, and is no fact.
    pub fn is_subjunctive(&self, verb: TokenIdx) -> bool {
        let that = self.tree.children(verb).iter().find(|&&k| self.is_lemma(k, "that"));
        let subject = self.tree.child(verb, Deprel::Nsubj);
        let behind = matches!((that, subject), (Some(&that), Some(s)) if that < s);
        behind && self.first_auxiliary(verb).is_none() && self.is_bare_of_one(verb, verb)
    }

    /// An infinitive with "to", a subjunctive, or an obligation.
    fn is_asked_for(&self, predicate: TokenIdx) -> bool {
        let word = match self.first_auxiliary(predicate) {
            Some(aux) if self.obliges(aux) => return true,
            Some(aux) => aux,
            None => predicate,
        };
        let kids = self.tree.children(predicate).iter();
        let to = self.tree.children_by(predicate, Deprel::Mark).any(|k| self.is_lemma(k, "to"));
        let subject = kids.into_iter().any(|&k| self.tree.token(k).deprel.is_subject());
        let bare = self.tree.token(word).xpos == "VB" || self.is_bare_of_one(predicate, word);
        bare && (to || subject)
    }

    /// "that Chad *leave*": the plain form with a subject in the singular, which a present would not have,
    /// whatever the tag.
    fn is_bare_of_one(&self, predicate: TokenIdx, word: TokenIdx) -> bool {
        let subject = self.tree.child(predicate, Deprel::Nsubj);
        let one = |s: TokenIdx| {
            let pronoun = matches!(self.lemma(s), "he" | "she" | "it");
            (pronoun || matches!(self.tree.token(s).xpos.as_str(), "NN" | "NNP"))
                && self.tree.child(s, Deprel::Conj).is_none()
                && !self.is_of_class(s, "always-plural")
        };
        self.tree.token(word).xpos == "VBP" && subject.is_some_and(one)
    }

    fn obliges(&self, auxiliary: TokenIdx) -> bool {
        OBLIGATION.iter().any(|modal| self.is_lemma(auxiliary, modal))
    }

    fn first_auxiliary(&self, predicate: TokenIdx) -> Option<TokenIdx> {
        let helps = |k: &TokenIdx| matches!(self.tree.token(*k).deprel.universal(), "aux" | "cop");
        self.tree.children(predicate).iter().copied().find(helps)
    }
}
