//! Which clauses are passive.
//!
//! After the relations of UD (`nsubj:pass`, `aux:pass`), and where English leaves the auxiliary out: reduced
//! relatives, conjuncts, absolute constructions. Who acts and who is acted upon, [`crate::Clause`] tells.

use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

impl View<'_> {
    /// Whether a verb is a gerund or participle: "beating them", "being beaten", "having beaten them".
    pub fn is_gerund(&self, verb: TokenIdx) -> bool {
        let ing = |t: TokenIdx| self.tree.token(t).xpos == "VBG";
        let auxiliary = |t: &&TokenIdx| self.tree.token(**t).deprel.universal() == "aux";
        let first = self.tree.children(verb).iter().find(auxiliary);
        first.map_or_else(|| ing(verb), |&t| ing(t))
    }

    /// Whether `verb` is passive: by its subject or auxiliary, as a reduced relative, or as the
    /// conjunct of a passive that shares its auxiliary.
    pub fn is_passive(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let kids = self.tree.children(verb);
        let has = |rel| kids.iter().any(|&k| self.tree.token(k).deprel == rel);
        if has(Deprel::NsubjPass) || has(Deprel::AuxPass) {
            return true;
        }
        if self.brought_about(verb).is_some() {
            return true;
        }
        // "those questioned in the inquiry": what modifies a noun without "who" is a participle, whatever its tag.
        let bare = ![Deprel::Nsubj, Deprel::Obj, Deprel::Ccomp].into_iter().any(has);
        if token.xpos == "VBD" && token.deprel == Deprel::Acl && bare {
            return true;
        }
        if token.xpos == "VBD" && self.is_victims(verb) {
            return true;
        }
        if token.xpos != "VBN" || has(Deprel::Aux) || self.is_misread_past(verb) {
            return false;
        }
        if has(Deprel::Nsubj) {
            return self.is_absolute(verb);
        }
        match (token.deprel, token.head) {
            (Deprel::Acl | Deprel::Advcl, _) => !has(Deprel::Obj) || self.is_taken_captive(verb),
            // "was a minister and *accused* of theft"
            (Deprel::Conj, Some(h)) => {
                let be = |rel| self.tree.child(h, rel).is_some();
                be(Deprel::AuxPass) || be(Deprel::Cop) && !has(Deprel::Obj) || self.is_absolute(h)
            }
            // "stands *accused* of theft"
            (Deprel::Xcomp, Some(h)) if self.is_of_class(h, "linking") => !has(Deprel::Obj),
            (Deprel::Xcomp, _) => !has(Deprel::Obj) && self.noun_in_front(verb).is_some(),
            (Deprel::Root, _) => has(Deprel::OblAgent),
            _ => false,
        }
    }

    /// "*had* the *editor* arrested": the verb whose subject brings about what a participle says, and to whom it is done;
    /// not "had his visa revoked by Togo" (Quirk et al. 1985, 16.54).
    pub fn brought_about(&self, verb: TokenIdx) -> Option<(TokenIdx, TokenIdx)> {
        let token = self.tree.token(verb);
        let has = |rel| self.tree.child(verb, rel).is_some();
        if token.xpos != "VBN" || has(Deprel::Obj) || has(Deprel::OblAgent) || has(Deprel::Aux) {
            return None;
        }
        let head = token.head?;
        let (have, object) = match token.deprel {
            Deprel::Xcomp => (head, self.tree.child(head, Deprel::Obj)?),
            Deprel::Acl => (self.tree.token(head).head?, head),
            _ => return None,
        };
        let causes = self.is_lemma(have, "have") && self.tree.token(have).upos == Upos::Verb;
        let noun = self.tree.token(object);
        let whom = noun.deprel == Deprel::Obj && have < object && object < verb;
        let owned = self.tree.child(object, Deprel::NmodPoss).is_some();
        let person = self.mention_of(object).is_some() || self.is_of_class(object, "people");
        (causes && whom && !owned && person).then_some((have, object))
    }

    /// "to remember ten bakers and others *killed* in a raid", read as what they did: nobody kills or wounds without whom.
    fn is_victims(&self, verb: TokenIdx) -> bool {
        let has = |rel| self.tree.child(verb, rel).is_some();
        let raid = |k: TokenIdx| self.case_of(k) == Some("in") && !self.is_time(k);
        let bare = has(Deprel::Nsubj) && !has(Deprel::Obj) && !has(Deprel::Aux);
        bare && self.is_of_class(verb, "harming")
            && self.tree.children_by(verb, Deprel::Obl).any(raid)
    }

    /// "visited the miners *wounded* in a raid": the persons right before a participle, which the tree hangs on their verb.
    pub fn persons_in_front(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let bare = ![Deprel::Mark, Deprel::Aux, Deprel::Obj]
            .into_iter()
            .any(|rel| self.tree.child(verb, rel).is_some());
        let beside = token.deprel == Deprel::Advcl && token.xpos == "VBN" && bare;
        let object = self.tree.child(token.head.filter(|_| beside)?, Deprel::Obj)?;
        let last = self.tree.subtree(object).last().is_some_and(|t| t + 1 == verb);
        let persons = self.is_of_class(object, "people") || self.is_of_class(object, "troops");
        Some(object).filter(|_| last && persons)
    }

    /// "ministers *taken* hostage": what somebody is taken or held as is no object.
    fn is_taken_captive(&self, verb: TokenIdx) -> bool {
        let held = matches!(self.lemma(verb), "take" | "hold");
        let captive = self.tree.child(verb, Deprel::Obj).filter(|_| held);
        captive.is_some_and(|o| o == verb + 1 && self.is_of_class(o, "captive"))
    }

    /// "responded to *shots* fired": the noun that a participle stands right behind and says something of, where the
    /// tree hangs both on one verb.
    pub fn noun_in_front(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let head = token.head.filter(|_| token.deprel == Deprel::Xcomp && token.xpos == "VBN")?;
        let mut phrases = self.tree.children_by(head, Deprel::Obl);
        phrases.find(|&noun| noun + 1 == verb && self.has_case(noun, "to"))
    }

    /// Whether a participle is the predicate of an absolute construction, which tells what was done to its
    /// subject: "with his rivals *jailed*".
    fn is_absolute(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let kids = self.tree.children(verb);
        let marked = |k: &TokenIdx| {
            let mark = matches!(self.tree.token(*k).deprel, Deprel::Mark | Deprel::Case);
            mark && (self.is_lemma(*k, "with") || self.is_lemma(*k, "without"))
        };
        let object = |k: &TokenIdx| self.tree.token(*k).deprel == Deprel::Obj;
        let below = token.deprel == Deprel::Advcl && token.xpos == "VBN";
        below && kids.iter().any(marked) && !kids.iter().any(object)
    }
}
