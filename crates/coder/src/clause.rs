//! Clauses: the arguments of a predicate, with subjects found across clause borders.
//!
//! Follows the enhanced dependencies of UD (Schuster and Manning 2016) for what a basic tree leaves
//! out: subjects shared by coordinated verbs, controlled subjects, antecedents of relative clauses.
//! Does not decide what a predicate means; that is the lexicons' business.

use crate::View;
use verbale_document::{Deprel, SmolStr, TokenIdx, Upos};

/// Words that tell which of several did something.
const RANKS: [&str; 9] =
    ["first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole"];

/// How many clause borders a missing subject is looked for across.
const MAX_BORDERS: usize = 4;

/// A predicate and what fills its slots. Lists hold heads of noun phrases, conjuncts included.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// The verb, or the noun or adjective of a copular clause.
    pub predicate: TokenIdx,
    /// Surface subjects (of a passive: those acted upon).
    pub subjects: Vec<TokenIdx>,
    /// Whether the subjects were found outside the clause.
    pub inherited: bool,
    /// Direct objects.
    pub objects: Vec<TokenIdx>,
    /// Indirect objects.
    pub indirect: Vec<TokenIdx>,
    /// "by" phrases of a passive.
    pub agents: Vec<TokenIdx>,
    /// Oblique phrases with the lemma of their preposition ("" where they have none).
    pub obliques: Vec<(SmolStr, TokenIdx)>,
    /// Verb particle ("call off" -> "off").
    pub particle: Option<SmolStr>,
    /// Passive voice, reduced passives ("troops killed by ...") included.
    pub passive: bool,
    /// Under "not", "never", "no longer", or with a "no" subject or object.
    pub negated: bool,
    /// Lemma of the modal or future auxiliary.
    pub modal: Option<SmolStr>,
    /// Lemmas of all auxiliaries, left to right.
    pub auxiliaries: Vec<SmolStr>,
}

impl Clause {
    /// Whom a verb of speech may address: indirect objects and "to" phrases.
    pub fn addressees(&self) -> Vec<TokenIdx> {
        let to = self.obliques.iter().filter(|(case, _)| case == "to");
        self.indirect.iter().copied().chain(to.map(|(_, head)| *head)).collect()
    }
}

impl View<'_> {
    /// Reads the clause of `predicate`.
    pub fn clause(&self, predicate: TokenIdx) -> Clause {
        let mut clause =
            Clause { predicate, passive: self.is_passive(predicate), ..Clause::default() };
        for &kid in self.tree.children(predicate) {
            self.fill(&mut clause, kid);
        }
        self.part_objects(&mut clause);
        if clause.subjects.is_empty() {
            let misread = self.bare_subject(predicate).or_else(|| self.adjacent_subject(predicate));
            clause.subjects.extend(misread);
        }
        if clause.subjects.is_empty() {
            clause.subjects = self.outer_subjects(predicate, MAX_BORDERS);
            clause.inherited = !clause.subjects.is_empty();
        } else {
            clause.subjects = self.antecedents(predicate, &clause.subjects);
        }
        self.fill_object_gap(&mut clause);
        // "no tents", "neither of them", and not "tents but no medicine".
        let firsts = clause.subjects.first().into_iter().chain(clause.objects.first());
        clause.negated |= firsts.into_iter().any(|&t| self.has_no(t)) || self.fronts_no(predicate);
        clause
    }

    /// "*At no point* did Chad attack": a phrase with "no" that brings the auxiliary before the subject.
    fn fronts_no(&self, predicate: TokenIdx) -> bool {
        let kids = self.tree.children(predicate).iter().copied();
        let first = |of: fn(Deprel) -> bool| kids.clone().find(|&k| of(self.tree.token(k).deprel));
        let auxiliary = first(|rel| matches!(rel, Deprel::Aux | Deprel::AuxPass));
        match (auxiliary, first(Deprel::is_subject)) {
            (Some(auxiliary), Some(subject)) if auxiliary < subject => {
                let mut fronted = self.tree.children_by(predicate, Deprel::Obl);
                fronted.any(|k| k < auxiliary && self.has_no(k))
            }
            _ => false,
        }
    }

    /// "granted Togo a loan", read as two objects: the first is the indirect one.
    fn part_objects(&self, clause: &mut Clause) {
        let objects: Vec<TokenIdx> = self.tree.children_by(clause.predicate, Deprel::Obj).collect();
        if let (&[first, second], true) = (objects.as_slice(), clause.indirect.is_empty())
            && clause.predicate < first
        {
            clause.indirect = self.conjuncts(first);
            clause.objects = self.conjuncts(second);
        }
    }

    fn fill(&self, clause: &mut Clause, kid: TokenIdx) {
        let token = self.tree.token(kid);
        match token.deprel {
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => {
                clause.subjects.extend(self.conjuncts(kid));
            }
            Deprel::Obj => clause.objects.extend(self.conjuncts(kid)),
            Deprel::Iobj => clause.indirect.extend(self.conjuncts(kid)),
            Deprel::OblAgent => clause.agents.extend(self.conjuncts(kid)),
            Deprel::Obl | Deprel::OblUnmarked => self.fill_oblique(clause, kid),
            Deprel::CompoundPrt => clause.particle = Some(token.lemma.clone()),
            Deprel::Aux | Deprel::AuxPass => {
                clause.auxiliaries.push(token.lemma.clone());
                if token.xpos == "MD" {
                    clause.modal = Some(token.lemma.clone());
                }
            }
            // "accused of spying by Togo", "forced to leave by Togo", "shot dead by soldiers"
            Deprel::Advcl | Deprel::Xcomp
                if clause.passive
                    && clause.agents.is_empty()
                    && !self.is_passive(kid)
                    && token.xpos != "VBN" =>
            {
                let by =
                    |k: &TokenIdx| self.case_of(*k) == Some("by") && self.actor_at(*k).is_some();
                clause.agents.extend(self.tree.children(kid).iter().copied().filter(by).take(1));
            }
            // "nor did Chad leave", "neither came nor wrote"
            Deprel::Advmod | Deprel::Cc | Deprel::CcPreconj if self.is_negation(kid) => {
                clause.negated = true;
            }
            _ => {}
        }
    }

    fn fill_oblique(&self, clause: &mut Clause, kid: TokenIdx) {
        let case = SmolStr::from(self.case_of(kid).unwrap_or_default());
        let before = matches!(
            case.as_str(),
            "on" | "against" | "with" | "of" | "for" | "from" | "to" | "into" | "in" | "at"
        );
        if clause.passive && clause.agents.is_empty() && before {
            clause.agents.extend(self.agent_below(kid));
        }
        if clause.passive && case == "by" {
            clause.agents.extend(self.conjuncts(kid));
        } else {
            let all = self.conjuncts(kid).into_iter();
            clause.obliques.extend(all.map(|t| (case.clone(), t)));
        }
    }

    /// "sanctions were imposed on firms by Canada", "taken to a cell by police": an agent that hangs on
    /// the phrase before it.
    fn agent_below(&self, noun: TokenIdx) -> Option<TokenIdx> {
        let mut nmods = self.tree.children_by(noun, Deprel::Nmod);
        nmods.find(|&t| self.case_of(t) == Some("by") && self.actor_at(t).is_some())
    }

    /// "not", "n't", "never", "hardly", and "no" of "no longer".
    pub fn is_negation(&self, token: TokenIdx) -> bool {
        let only = self.doc.tokens.as_ref().is_some_and(|t| (token as usize + 1) < t.len())
            && matches!(self.lemma(token + 1), "only" | "just" | "merely");
        if only {
            return false;
        }
        let no_longer = |t| self.tree.children(t).iter().any(|&k| self.is_lemma(k, "no"));
        matches!(self.lemma(token), "not" | "n't" | "never" | "hardly" | "neither" | "nor")
            || (self.is_lemma(token, "long") && no_longer(token))
    }

    /// "no tents", "neither side", "nobody"
    pub fn has_no(&self, noun: TokenIdx) -> bool {
        let no = |k: TokenIdx| self.is_lemma(k, "no") || self.is_lemma(k, "neither");
        let neither = |k: TokenIdx| k < noun && self.is_lemma(k, "neither");
        self.tree.children_by(noun, Deprel::Det).any(no)
            || self.tree.subtree(noun).into_iter().any(neither)
            || matches!(self.lemma(noun), "nobody" | "none" | "nothing")
    }

    /// Subjects of `verb` from outside its clause: of the verb it is coordinated with, of the verb
    /// that controls it, or the noun that it modifies.
    fn outer_subjects(&self, verb: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        let token = self.tree.token(verb);
        let (Some(head), true) = (token.head, borders > 0) else { return Vec::new() };
        if let Some(subject) = self.subject_behind_for(verb) {
            return self.conjuncts(subject);
        }
        match token.deprel {
            Deprel::Acl if self.ranking(verb).is_some() => {
                self.ranking(verb).map_or(Vec::new(), |above| self.subjects_of(above, borders))
            }
            Deprel::Acl if self.above_agent(verb).is_some() => {
                self.above_agent(verb).map_or(Vec::new(), |above| self.subjects_of(above, borders))
            }
            Deprel::Acl | Deprel::AclRelcl if self.tree.token(head).upos != Upos::Verb => {
                self.conjuncts(head)
            }
            Deprel::Xcomp => self.controller(head, borders),
            Deprel::Conj if self.joins_outer(verb) => {
                self.tree.token(head).head.map_or(Vec::new(), |o| self.subjects_of(o, borders))
            }
            Deprel::Advcl if self.bare_subject(verb).is_some() => {
                self.bare_subject(verb).map_or_else(Vec::new, |s| self.conjuncts(s))
            }
            Deprel::Advcl if self.is_done_by_object(verb) => self.controller(head, borders),
            Deprel::Conj | Deprel::Advcl | Deprel::Parataxis => self.subjects_of(head, borders),
            // "Togo, which Chad says *attacked* it"
            Deprel::Ccomp if self.tree.token(head).deprel == Deprel::AclRelcl => {
                let noun = self.tree.token(head).head.filter(|_| self.has_relative(head));
                noun.map_or_else(Vec::new, |n| self.conjuncts(n))
            }
            _ => Vec::new(),
        }
    }

    /// "said that they would meet and left": a past tense without a subject is coordinated with the past
    /// tense above the complement, not with the modal or present in it, whatever the tree says.
    pub fn joins_outer(&self, verb: TokenIdx) -> bool {
        let token = self.tree.token(verb);
        let Some(inner) = token.head.filter(|_| token.deprel == Deprel::Conj) else { return false };
        let complement = self.tree.token(inner);
        let outer = complement.head.filter(|_| complement.deprel == Deprel::Ccomp && inner < verb);
        let past = |t: TokenIdx| self.tree.token(t).xpos == "VBD";
        let own = |k: &TokenIdx| {
            let rel = self.tree.token(*k).deprel;
            rel.universal() == "nsubj" || matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        };
        let now = |k: &TokenIdx| matches!(self.tree.token(*k).xpos.as_str(), "MD" | "VBZ" | "VBP");
        let timed = |k: &TokenIdx| {
            let rel = self.tree.token(*k).deprel;
            matches!(rel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop) && now(k)
        };
        let present = self.tree.token(inner).xpos != "VBN"
            && (now(&inner) || self.tree.children(inner).iter().any(timed));
        let bare = past(verb) && !self.tree.children(verb).iter().any(own);
        outer.is_some_and(|o| past(o) && o < inner) && bare && present
    }

    /// "*became* the first leader to visit", "is the only state to refuse": the predicate that tells who did
    /// what the infinitive `verb` says.
    pub fn ranking(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(verb);
        let noun = token.head.filter(|_| token.deprel == Deprel::Acl)?;
        let rank = |k: &TokenIdx| *k < noun && RANKS.contains(&self.lemma(*k));
        let to = self.tree.child(verb, Deprel::Mark).is_some_and(|m| self.is_lemma(m, "to"));
        let ranked = self.tree.children(noun).iter().any(rank) || RANKS.contains(&self.lemma(noun));
        if !(to && ranked) {
            return None;
        }
        let becomes = |h: &TokenIdx| self.is_lemma(*h, "become");
        match self.tree.child(noun, Deprel::Cop) {
            Some(_) => Some(noun),
            None => self.tree.token(noun).head.filter(becomes),
        }
    }

    /// "was *accused* by Togo of lying", where the tree hangs the gerund behind "of" on the agent.
    pub fn above_agent(&self, gerund: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(gerund);
        let agent = token.head.filter(|_| token.deprel == Deprel::Acl && token.xpos == "VBG")?;
        let of = |rel| self.tree.child(gerund, rel).is_some_and(|m| self.is_lemma(m, "of"));
        let above = self.tree.token(agent);
        let by = above.deprel == Deprel::OblAgent && (of(Deprel::Mark) || of(Deprel::Case));
        above.head.filter(|_| by)
    }

    fn subjects_of(&self, verb: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        let subject = |k: &&TokenIdx| self.tree.token(**k).deprel.universal() == "nsubj";
        match self.tree.children(verb).iter().find(subject) {
            Some(&s) => self.antecedents(verb, &self.conjuncts(s)),
            None => match self.adjacent_subject(verb) {
                Some(subject) => vec![subject],
                None => self.outer_subjects(verb, borders - 1),
            },
        }
    }

    /// "which", "that", "who", "what": by its tag.
    pub fn is_relative_pronoun(&self, token: TokenIdx) -> bool {
        matches!(self.tree.token(token).xpos.as_str(), "WDT" | "WP")
    }

    /// Whether a relative pronoun fills a slot of `verb` as its object.
    fn has_relative(&self, verb: TokenIdx) -> bool {
        self.tree.children_by(verb, Deprel::Obj).any(|k| self.is_relative_pronoun(k))
    }

    /// "calls for *Chad* to leave": the noun behind "for" right before an infinitive, wherever the tree
    /// hangs them.
    pub fn subject_behind_for(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let to = self.tree.child(verb, Deprel::Mark).filter(|&m| self.is_lemma(m, "to"))?;
        let last = to.checked_sub(1)?;
        let before = std::iter::once(last).chain(self.tree.ancestors(last));
        let mut phrase = before.take_while(|&t| t < to && self.tree.token(t).upos != Upos::Verb);
        let acted_upon = self.tree.child(verb, Deprel::AuxPass).is_some();
        phrase.find(|&t| {
            let somebody = acted_upon || self.actor_at(t).is_some() || self.can_act(t);
            self.case_of(t) == Some("for") && somebody
        })
    }

    /// "kept Chad *from leaving*", "pushed Chad *into leaving*": the object of the verb above acts.
    fn is_done_by_object(&self, verb: TokenIdx) -> bool {
        let mark =
            self.tree.child(verb, Deprel::Mark).or_else(|| self.tree.child(verb, Deprel::Case));
        let object = self.tree.token(verb).head.and_then(|h| self.tree.child(h, Deprel::Obj));
        mark.is_some_and(|m| matches!(self.lemma(m), "from" | "into" | "of"))
            && object.is_some_and(|o| o < verb && (self.actor_at(o).is_some() || self.can_act(o)))
    }

    /// Personal pronouns and nouns in the plural behind "other", "any": whoever they are, they act.
    fn can_act(&self, token: TokenIdx) -> bool {
        matches!(self.tree.token(token).xpos.as_str(), "PRP" | "NNS")
    }

    /// Object control where the governor has an object ("urged Chad to leave"), else subject control.
    fn controller(&self, governor: TokenIdx, borders: usize) -> Vec<TokenIdx> {
        let object = self.tree.child(governor, Deprel::Iobj);
        match object.or_else(|| self.tree.child(governor, Deprel::Obj)) {
            Some(object) => self.conjuncts(object),
            None => self.subjects_of(governor, borders),
        }
    }

    /// "the ship that rebels seized": the antecedent is the object. Also "who(m)" objects.
    fn fill_object_gap(&self, clause: &mut Clause) {
        if self.tree.token(clause.predicate).deprel != Deprel::AclRelcl || clause.passive {
            return;
        }
        let Some(noun) = self.tree.token(clause.predicate).head else { return };
        let relative = |t: &TokenIdx| self.is_relative_pronoun(*t);
        let gap = clause.objects.is_empty() && !clause.inherited && clause.subjects != [noun];
        if gap || clause.objects.iter().any(relative) {
            clause.objects = vec![noun];
        }
    }
}
