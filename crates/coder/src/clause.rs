//! Clauses: the arguments of a predicate.
//!
//! Fills the slots of a verb from its children in the tree; a subject that the tree does not hang on it
//! comes from [`crate::subject`]. Does not decide what a predicate means; that is the lexicons' business.

use crate::View;
use crate::subject::MAX_BORDERS;
use verbale_document::{Deprel, Form, MentionKind, SmolStr, TokenIdx, Upos};

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
        if let Some((have, object)) = self.brought_about(predicate) {
            clause.subjects = self.conjuncts(object);
            clause.agents = self.clause(have).subjects;
        }
        self.part_objects(&mut clause);
        if clause.objects.is_empty() && clause.indirect.is_empty() {
            let told = self.misread_object(predicate);
            clause.indirect.extend(told.into_iter().flat_map(|t| self.conjuncts(t)));
        }
        if clause.objects.is_empty() && clause.indirect.is_empty() && !clause.passive {
            clause.objects = self.object_behind(&clause);
            if clause.objects.is_empty() {
                clause.objects = self.shared_object(predicate);
            }
        }
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
        clause.negated |= firsts.into_iter().any(|&t| self.has_no(t))
            || clause.subjects.first().is_some_and(|&t| self.has_few(t))
            || self.fronts_no(predicate);
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
        let first = match (objects.as_slice(), clause.indirect.as_slice()) {
            (&[one], []) | ([], &[one]) => one,
            _ => return,
        };
        if let Some(time) = self.time_given(clause.predicate, first) {
            clause.indirect = self.conjuncts(first);
            clause.objects = vec![time];
        }
    }

    /// "gave Togo *two weeks* to leave", "*a week*": a number of days that is given for something, read as a time.
    fn time_given(&self, verb: TokenIdx, first: TokenIdx) -> Option<TokenIdx> {
        let one = |t| self.tree.child(t, Deprel::Det).is_some_and(|d| self.is_lemma(d, "a"));
        let counted = |&t: &TokenIdx| self.tree.child(t, Deprel::Nummod).is_some() || one(t);
        let times = self.tree.children_by(verb, Deprel::OblUnmarked);
        let time = times.filter(counted).find(|&t| t > first)?;
        let next = self.tree.subtree(time).first()
            == self.tree.subtree(first).last().map(|t| t + 1).as_ref();
        let given = self.is_of_class(verb, "giving") || self.is_lemma(verb, "allow");
        (given && next && self.asks_for_something(verb)).then_some(time)
    }

    /// "condemned in the strongest terms *Chad's raid*": a heavy object behind a phrase of manner, which the tree has
    /// in apposition to it; an apposition would stand behind a comma.
    fn object_behind(&self, clause: &Clause) -> Vec<TokenIdx> {
        let mut manner =
            clause.obliques.iter().filter(|(case, t)| case == "in" && *t > clause.predicate);
        let beside = |&(_, t): &(SmolStr, TokenIdx)| {
            let object = self.tree.child(t, Deprel::Appos)?;
            let begins = self.tree.subtree(object).first().copied()? == t + 1;
            let first = self.tree.token(t + 1);
            let led = matches!(first.deprel, Deprel::Det | Deprel::NmodPoss);
            (begins && led && self.mention_of(t).is_none()).then_some(object)
        };
        let object = manner.find_map(beside);
        object.map(|o| self.conjuncts(o)).unwrap_or_default()
    }

    /// "*arrested* and later freed *two traders*": the object of a verb right behind, for one that takes no other.
    fn shared_object(&self, verb: TokenIdx) -> Vec<TokenIdx> {
        let token = self.tree.token(verb);
        let mut kids = self.tree.children_by(verb, Deprel::Conj);
        let second = kids.next().filter(|&k| self.tree.token(k).xpos == token.xpos);
        let Some(second) = second.filter(|_| self.is_of_class(verb, "transitive")) else {
            return Vec::new();
        };
        let between = (verb + 1..second).all(|t| self.tree.token(t).head == Some(second));
        let object = self.tree.child(second, Deprel::Obj).filter(|&o| between && o > second);
        object.map(|o| self.conjuncts(o)).unwrap_or_default()
    }

    fn fill(&self, clause: &mut Clause, kid: TokenIdx) {
        let token = self.tree.token(kid);
        match token.deprel {
            // "“Go home,” Ann Lee told *Bo Lund*", read as a second subject
            Deprel::Nsubj
                if kid > clause.predicate
                    && !clause.subjects.is_empty()
                    && self.is_lemma(clause.predicate, "tell") =>
            {
                clause.indirect.extend(self.conjuncts(kid));
            }
            Deprel::Nsubj if self.misread_addressee(clause.predicate) == Some(kid) => {}
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter
                if !clause.subjects.iter().any(|&s| {
                    self.is_named_by(s, kid) || self.is_title_of(s, kid) && self.tells_more(s, kid)
                }) =>
            {
                clause.subjects.retain(|&s| !self.is_title_of(s, kid));
                match clause.subjects.iter().position(|&s| self.is_told_of(s, kid)) {
                    Some(i) if self.tells_more(kid, clause.subjects[i]) => {
                        clause.subjects[i] = kid;
                    }
                    Some(_) => {}
                    None => clause.subjects.extend(self.conjuncts(kid)),
                }
            }
            Deprel::Obj => clause.objects.extend(self.conjuncts(kid)),
            Deprel::Iobj => clause.indirect.extend(self.conjuncts(kid)),
            // "charges levelled by some against Chad": a second agent, which is none.
            Deprel::OblAgent if self.case_of(kid).is_some_and(|c| !matches!(c, "by" | "from")) => {
                self.fill_oblique(clause, kid);
            }
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

    /// "the president at the time, *Ann Lee*, left": a name between commas behind a role, which the tree has as
    /// a second subject, says who holds it.
    fn is_named_by(&self, role: TokenIdx, name: TokenIdx) -> bool {
        let mention = |t| self.actor_at(t).map(|m| self.doc.mention(m));
        let holds = mention(role).is_some_and(|m| m.form == Form::Nominal);
        let comma = |t: Option<TokenIdx>| t.is_some_and(|t| self.is_lemma(t, ","));
        let predicate = self.tree.token(name).head;
        let between = role < name && predicate.is_some_and(|p| name < p);
        between && holds && self.is_person_named(name) && comma(name.checked_sub(1))
    }

    /// "Ann Lee, *the head of the army* left": a role with "the" behind a person's name and a comma, which the tree has
    /// as a second subject, says who that is.
    fn is_told_of(&self, name: TokenIdx, role: TokenIdx) -> bool {
        let holder = self.actor_at(role).map(|m| self.doc.mention(m));
        let holds = holder.is_some_and(|m| m.form == Form::Nominal && m.head == role);
        let the = || self.tree.children_by(role, Deprel::Det).any(|d| self.is_lemma(d, "the"));
        let comma = || {
            self.tree.subtree(name).last().is_some_and(|&end| {
                end + 2 < role && self.is_lemma(end + 1, ",") && self.is_lemma(end + 2, "the")
            })
        };
        name < role && holds && self.is_person_named(name) && the() && comma()
    }

    /// Whether a token is in a person's name.
    fn is_person_named(&self, token: TokenIdx) -> bool {
        let mention = self.actor_at(token).map(|m| self.doc.mention(m));
        mention.is_some_and(|m| m.form == Form::Name && m.kind == MentionKind::Person)
    }

    /// "journalist *Ann Lee* said": a title and the person's name right behind it, which the tree has as two
    /// subjects.
    pub fn is_title_of(&self, title: TokenIdx, name: TokenIdx) -> bool {
        let person = self.is_person_named(name);
        let end = || self.tree.subtree(title).last().copied();
        let start = || self.tree.subtree(name).first().copied();
        let beside =
            || end().is_some_and(|end| start() == Some(end + 1) && !self.is_lemma(end, ","));
        title < name && person && self.tree.token(title).upos != Upos::Pron && beside()
    }

    /// Whether a title says whom somebody acts for, and the name behind it does not.
    pub fn tells_more(&self, title: TokenIdx, name: TokenIdx) -> bool {
        let coded = |t| self.actor_at(t).is_some_and(|m| self.doc.mention(m).code.is_some());
        !coded(name) && self.tree.subtree(title).into_iter().any(coded)
    }

    fn fill_oblique(&self, clause: &mut Clause, kid: TokenIdx) {
        let case = self.case_of(kid).or_else(|| self.is_behind_for(kid).then_some("for"));
        let case = SmolStr::from(case.unwrap_or_default());
        let before = matches!(
            case.as_str(),
            "on" | "against" | "with" | "of" | "for" | "from" | "to" | "into" | "in" | "at"
        );
        // "was opposed to the plan by Togo": whoever is opposed to something is nobody's object.
        let opposed = case == "to" && self.is_lemma(clause.predicate, "oppose");
        if clause.passive && clause.agents.is_empty() && before && !opposed {
            clause
                .agents
                .extend(self.agent_below(kid).map_or_else(Vec::new, |t| self.conjuncts(t)));
        }
        if kid < clause.predicate && !clause.subjects.is_empty() && self.is_companion(kid) {
            clause.subjects.extend(self.conjuncts(kid));
        } else if clause.passive && case == "by" {
            clause.agents.extend(self.conjuncts(kid));
        } else {
            let all = self.conjuncts(kid).into_iter();
            clause.obliques.extend(all.map(|t| (case.clone(), t)));
        }
    }

    /// "Chad, *along with Togo*, left": whoever is named behind such words does the same.
    fn is_companion(&self, kid: TokenIdx) -> bool {
        let with = self.tree.children_by(kid, Deprel::Case).find(|&c| self.is_lemma(c, "with"));
        let before = with.and_then(|c| c.checked_sub(1));
        let along = before.is_some_and(|t| matches!(self.lemma(t), "along" | "together"));
        along && self.actor_at(kid).is_some()
    }

    /// "sanctions were imposed on firms by Canada", "taken to a cell by police": an agent that hangs on
    /// the phrase before it.
    fn agent_below(&self, noun: TokenIdx) -> Option<TokenIdx> {
        let mut nmods = self.tree.children_by(noun, Deprel::Nmod);
        nmods.find(|&t| {
            let named = self.conjuncts(t).into_iter().any(|c| self.actor_at(c).is_some());
            self.case_of(t) == Some("by") && named
        })
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

    /// Whether nothing stands beside a noun but its article, one of which `fits` ("*the* claim").
    pub fn has_only_articles(&self, noun: TokenIdx, fits: impl Fn(&str) -> bool) -> bool {
        let kids = self.tree.children(noun);
        let article = |&k: &TokenIdx| self.tree.token(k).deprel == Deprel::Det;
        kids.iter().all(article) && kids.iter().any(|&k| fits(self.lemma(k)))
    }

    /// "no tents", "neither side", "nobody"
    pub fn has_no(&self, noun: TokenIdx) -> bool {
        let no = |k: TokenIdx| self.is_lemma(k, "no") || self.is_lemma(k, "neither");
        let neither = |k: TokenIdx| k < noun && self.is_lemma(k, "neither");
        self.tree.children_by(noun, Deprel::Det).any(no)
            || self.tree.subtree(noun).into_iter().any(neither)
            || matches!(self.lemma(noun), "nobody" | "none" | "nothing")
    }

    /// "few lawmakers", and not "a few lawmakers"
    fn has_few(&self, noun: TokenIdx) -> bool {
        let few =
            |k: TokenIdx| self.is_lemma(k, "few") && self.doc.word(k).eq_ignore_ascii_case("few");
        let kids = self.tree.children(noun).iter().copied();
        self.tree.child(noun, Deprel::Det).is_none() && kids.into_iter().any(few)
    }

    /// "which", "that", "who", "what": by its tag.
    pub fn is_relative_pronoun(&self, token: TokenIdx) -> bool {
        matches!(self.tree.token(token).xpos.as_str(), "WDT" | "WP")
    }

    /// Whether a relative pronoun fills a slot of `verb` as its object.
    pub fn has_relative(&self, verb: TokenIdx) -> bool {
        self.tree.children_by(verb, Deprel::Obj).any(|k| self.is_relative_pronoun(k))
    }

    /// "an accusation *that* Chad rejects": the noun that a relative pronoun stands for; any other word itself.
    pub fn antecedent_noun(&self, word: TokenIdx) -> TokenIdx {
        let relative = self.is_relative_pronoun(word) || self.is_lemma(word, "that");
        let verb = self.tree.token(word).head.filter(|_| relative);
        let clause = verb.map(|v| self.tree.token(v)).filter(|v| v.deprel == Deprel::AclRelcl);
        clause.and_then(|v| v.head).unwrap_or(word)
    }

    /// "the ship that rebels seized": the antecedent is the object. Also "who(m)" objects.
    fn fill_object_gap(&self, clause: &mut Clause) {
        if self.tree.token(clause.predicate).deprel != Deprel::AclRelcl || clause.passive {
            return;
        }
        let Some(noun) = self.tree.token(clause.predicate).head else { return };
        let relative = |t: &TokenIdx| self.is_relative_pronoun(*t);
        // "the talks *in which* Chad mediates": the noun fills another slot.
        let other = clause.obliques.iter().any(|(_, t)| relative(t));
        let gap =
            clause.objects.is_empty() && !clause.inherited && !other && clause.subjects != [noun];
        if gap || clause.objects.iter().any(relative) {
            clause.objects = vec![noun];
        }
    }
}
