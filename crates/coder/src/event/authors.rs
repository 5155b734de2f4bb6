//! Who stands behind a thing that somebody made, said or put to others: "Chad's draft", "an offer of talks from
//! Chad", "a text presented by Chad".
//!
//! What is made and what is put to others say the classes `making` and `put` of `classes.tsv`; whether the thing is an
//! act is the lexicons' business.

use crate::View;
use verbale_document::{Deprel, TokenIdx};

impl View<'_> {
    /// Who stands behind a thing: its owner, else a "by" or "from" phrase, else the agent of a
    /// participle beside it ("a draft presented by Chad").
    pub fn authors(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let owners = self.owners(noun);
        if !owners.is_empty() {
            return owners;
        }
        let phrases: Vec<TokenIdx> =
            ["by", "from"].into_iter().flat_map(|p| self.nominal_modifiers(noun, p)).collect();
        if !phrases.is_empty() {
            return phrases;
        }
        let below = self.put_by(noun);
        if !below.is_empty() {
            return below;
        }
        self.makers(noun)
    }

    /// Who made or gave a thing by the clause beside it: "a draft presented by *Chad*", "the appeal that *Chad* filed".
    pub fn makers(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let makes = |verb: TokenIdx| self.is_of_class(verb, "making");
        let found = self.agents_beside(noun, makes);
        if !found.is_empty() {
            return found;
        }
        let told = ["put", "accusation", "demand", "utterance"];
        let told = told.iter().any(|class| self.is_of_class(noun, class));
        if told { self.subjects_beside(noun, makes) } else { Vec::new() }
    }

    /// The subject of a relative clause whose object is the noun: "the appeal that *Chad* filed".
    pub fn subjects_beside(
        &self,
        noun: TokenIdx,
        does: impl Fn(TokenIdx) -> bool,
    ) -> Vec<TokenIdx> {
        // "an appeal that Chad, the host, filed", which the tree may have as a participle with a subject
        let whole = |&v: &TokenIdx| self.tree.child(v, Deprel::Nsubj).is_some_and(|s| s > noun);
        let other = self.tree.child(noun, Deprel::Acl).filter(|v| does(*v) && whole(v));
        let gap = |o: &TokenIdx| self.is_lemma(*o, "that");
        if let Some(clause) = other.map(|v| self.clause(v)).filter(|c| c.objects.iter().all(gap)) {
            return clause.subjects;
        }
        let relative = self.tree.child(noun, Deprel::AclRelcl).filter(|&v| does(v));
        let relative = relative.map(|v| self.clause(v)).filter(|c| !c.passive);
        let gap = relative.filter(|c| c.objects.contains(&noun) && !c.subjects.contains(&noun));
        gap.map(|c| c.subjects).unwrap_or_default()
    }

    /// "an offer *from Chad*", "an offer of talks *from Chad*", "a plan for a truce *by Togo*": of whom what is put to
    /// somebody comes, also where the tree hangs that on what is offered.
    pub fn put_by(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        if !self.is_of_class(noun, "put") {
            return Vec::new();
        }
        let phrase = |at: TokenIdx, cases: [&'static str; 2]| {
            let all = self.tree.children_by(at, Deprel::Nmod);
            all.filter(move |&k| cases.iter().any(|c| self.case_of(k) == Some(*c)))
        };
        let what = phrase(noun, ["of", "for"]).filter(|&k| self.mention_of(k).is_none());
        let heads = std::iter::once(noun).chain(what);
        let found = heads.flat_map(|h| phrase(h, ["from", "by"]));
        found.filter(|&t| self.mention_of(t).is_some()).flat_map(|t| self.conjuncts(t)).collect()
    }

    /// The verb of the relative clause, else of the participle, beside a noun.
    pub fn clause_beside(&self, noun: TokenIdx) -> Option<TokenIdx> {
        let clause = |relation| self.tree.child(noun, relation);
        clause(Deprel::AclRelcl).or_else(|| clause(Deprel::Acl))
    }

    /// The agent of a participle beside a noun that tells who did or made it ("a draft presented *by
    /// Chad*", not "a draft rejected by Chad"): one whose verb `does` so.
    pub fn agents_beside(&self, noun: TokenIdx, does: impl Fn(TokenIdx) -> bool) -> Vec<TokenIdx> {
        let participle = self.tree.child(noun, Deprel::Acl).filter(|&v| does(v));
        let participle = participle.map(|v| self.clause(v));
        participle.filter(|c| c.passive).map(|c| c.agents).unwrap_or_default()
    }
}
