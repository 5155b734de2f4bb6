//! Who does what a gerund or an infinitive beside a noun or a verb says, where it is neither the subject nor
//! the noun: whoever is bidden ("an order to the army *to leave*"), and whoever is judged or punished ("the
//! arrest of an envoy *for spying*").
//!
//! Control by an argument that is not the subject (Quirk et al. 1985, 15.51 and 16.36). Where nobody of the kind
//! is there, says that nobody is known, since an act that is judged is not done by the judgement.

use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Words by which somebody is asked, told or allowed to do something.
const BIDDING: [&str; 22] = [
    "invitation",
    "order",
    "instruction",
    "directive",
    "command",
    "permission",
    "authorisation",
    "authorization",
    "permit",
    "licence",
    "license",
    "request",
    "appeal",
    "call",
    "plea",
    "demand",
    "warning",
    "ultimatum",
    "mandate",
    "consent",
    "advice",
    "summons",
];

/// Words by which somebody says what he will do.
const PROMISES: [&str; 6] = ["pledge", "promise", "vow", "assurance", "guarantee", "undertaking"];

/// Prepositions before those who are bidden.
const BIDDEN: [&str; 4] = ["to", "for", "on", "with"];
/// Prepositions before those who are judged, punished or praised.
const JUDGED: [&str; 6] = ["of", "against", "on", "at", "with", "to"];

impl View<'_> {
    /// "an invitation to *Togo* to visit Chad", "gave the *army* an order to leave": who is to do what the
    /// infinitive says.
    pub fn bidden(&self, verb: TokenIdx) -> Option<Vec<TokenIdx>> {
        let to = self.tree.child(verb, Deprel::Mark).filter(|&m| self.is_lemma(m, "to"))?;
        let noun = self.bidding(verb)?;
        let beside = self.phrases_before(noun, to, &BIDDEN).or_else(|| {
            let governor = self.tree.token(noun).head.filter(|_| self.is_acted_upon(noun))?;
            let first =
                |rel| self.tree.child(governor, rel).filter(|&t| t < noun && self.may_act(t));
            first(Deprel::Iobj)
                .or_else(|| first(Deprel::Obj))
                .or_else(|| self.phrases_before(governor, to, &["to"]))
        });
        beside.map(|t| self.conjuncts(t))
    }

    /// "an *invitation* to Togo to visit Chad", "agreed with the *call* on Togo to leave": the noun that bids what
    /// the infinitive `verb` says, wherever the tree hangs it.
    pub fn bidding(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let to = self.tree.child(verb, Deprel::Mark).filter(|&m| self.is_lemma(m, "to"))?;
        let head = token.head?;
        let bids = |t: TokenIdx| t < to && BIDDING.contains(&self.lemma(t));
        match token.deprel {
            Deprel::Acl => Some(head).filter(|&n| bids(n)),
            Deprel::Advcl | Deprel::Xcomp => {
                let argument = |k: &TokenIdx| {
                    *k > head && matches!(self.tree.token(*k).deprel, Deprel::Obj | Deprel::Obl)
                };
                let kids = self.tree.children(head).iter().copied();
                kids.filter(argument).find(|&k| bids(k))
            }
            _ => None,
        }
    }

    /// "won a *pledge* from Togo to leave", read as a purpose: the noun that promises what the infinitive says.
    pub fn promising(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let to = self.tree.child(verb, Deprel::Mark).filter(|&m| self.is_lemma(m, "to"))?;
        let head = token.head.filter(|_| matches!(token.deprel, Deprel::Advcl | Deprel::Xcomp))?;
        let mut objects = self.tree.children_by(head, Deprel::Obj);
        objects.find(|&o| head < o && o < to && PROMISES.contains(&self.lemma(o)))
    }

    /// "condemned *Chad* for lying", "the arrest of an *envoy* for spying", "hit *Chad* with sanctions for
    /// lying": who did what is judged. Nobody, rather than the judgement, where nobody is there.
    pub fn answerable(&self, verb: TokenIdx) -> Option<Vec<TokenIdx>> {
        let token = self.tree.token(verb);
        let mark = self.tree.child(verb, Deprel::Mark).or(self.tree.child(verb, Deprel::Case));
        let mark = mark.filter(|&m| self.is_lemma(m, "for") && token.xpos == "VBG")?;
        let head = token.head?;
        if token.deprel == Deprel::Advcl {
            let object = self.tree.child(head, Deprel::Obj);
            let object = object.filter(|&o| o < verb && self.may_act(o));
            let judged = object.or_else(|| self.phrases_before(head, mark, &JUDGED[..5]));
            return judged.map(|t| self.conjuncts(t));
        }
        let noun = self.tree.token(head).upos == Upos::Noun && self.mention_of(head).is_none();
        if token.deprel != Deprel::Acl || !noun {
            return None;
        }
        let judged = self.phrases_before(head, mark, &JUDGED);
        let above = || {
            let governor = self.tree.token(head).head?;
            let object = self.tree.child(governor, Deprel::Obj).filter(|&o| o != head);
            let object = object.or_else(|| self.tree.child(governor, Deprel::Iobj));
            let person = object.filter(|&o| o < verb && self.may_act(o));
            person.or_else(|| self.phrases_before(governor, mark, &JUDGED))
        };
        match judged.or_else(above) {
            Some(judged) => Some(self.conjuncts(judged)),
            // "Togo's plan for leaving": its owner's.
            None if self.is_owned(head) => None,
            None => Some(Vec::new()),
        }
    }

    /// The last phrase of `head` before `end` behind one of `cases`, where it names somebody.
    fn phrases_before(&self, head: TokenIdx, end: TokenIdx, cases: &[&str]) -> Option<TokenIdx> {
        let phrase = |k: &TokenIdx| {
            matches!(self.tree.token(*k).deprel.universal(), "nmod" | "obl")
                && self.case_of(*k).is_some_and(|c| cases.contains(&c))
        };
        let mut kids = self.tree.children(head).iter().copied();
        kids.rfind(|&k| k < end && phrase(&k) && self.may_act(k))
    }

    fn is_acted_upon(&self, noun: TokenIdx) -> bool {
        matches!(self.tree.token(noun).deprel, Deprel::Obj | Deprel::NsubjPass)
    }

    /// Somebody by name or role, or whoever may act by the form of the word.
    fn may_act(&self, token: TokenIdx) -> bool {
        !self.is_time(token) && (self.mention_of(token).is_some() || self.can_act(token))
    }
}
