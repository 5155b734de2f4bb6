//! Slots: where in a clause or a noun phrase the actor or the recipient of an event stands.
//!
//! A frame in a lexicon is a list of slots in order of preference; the first slot that holds
//! anything wins. Slots are written with the names of UD relations, or with a preposition.

use crate::{Clause, View};
use verbale_document::{Deprel, MentionKind, SmolStr, TokenIdx, Upos};

/// One slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Slot {
    /// Who acts: the subject of an active verb, the "by" phrase of a passive one.
    Subject,
    /// What is acted upon: the object, or the subject of a passive.
    Object,
    /// The indirect object.
    Indirect,
    /// Who stands behind the object or the noun: possessor, people's adjective, "of" or "by" phrase.
    Owner,
    /// The person whose an act told by a noun is ("*his* arrest in Chad").
    Whose,
    /// The subject of a complement clause ("demanded that *Chad* leave").
    ClauseSubject,
    /// An actor named inside a complement clause ("refused to meet *the envoy*").
    Inner,
    /// An actor named in a clause that tells when or why ("sent aid after a flood hit *Chad*").
    Scene,
    /// A phrase with this preposition, of the verb or of its object.
    Preposition(SmolStr),
}

impl Slot {
    /// The slot called `name`; any other word is a preposition.
    pub fn parse(name: &str) -> Slot {
        match name {
            "subj" => Slot::Subject,
            "obj" => Slot::Object,
            "iobj" => Slot::Indirect,
            "owner" => Slot::Owner,
            "whose" => Slot::Whose,
            "csubj" => Slot::ClauseSubject,
            "inner" => Slot::Inner,
            "scene" => Slot::Scene,
            other => Slot::Preposition(SmolStr::from(other)),
        }
    }

    /// A comma-separated list of slots.
    pub fn parse_list(names: &str) -> Vec<Slot> {
        names.split(',').map(str::trim).filter(|n| !n.is_empty()).map(Slot::parse).collect()
    }
}

/// How deep complement clauses are searched for a participant.
pub(super) const MAX_DEPTH: usize = 3;

/// Verbs that set one thing beside another, or lay it at somebody's door.
const BESIDE: [&str; 7] =
    ["follow", "precede", "accompany", "succeed", "blame", "pin", "attribute"];

impl View<'_> {
    /// Heads of the phrases in `slot` of a verb's clause.
    pub fn slot_of_verb(&self, clause: &Clause, slot: &Slot) -> Vec<TokenIdx> {
        match slot {
            Slot::Subject if clause.passive => clause.agents.clone(),
            Slot::Subject => clause.subjects.clone(),
            Slot::Object => self.logical_objects(clause).to_vec(),
            // "*Togo* was granted a loan"
            Slot::Indirect if clause.passive && !clause.objects.is_empty() => {
                clause.subjects.clone()
            }
            Slot::Indirect if clause.indirect.is_empty() => self.bare_recipient(clause),
            Slot::Indirect => clause.indirect.clone(),
            Slot::Owner => self.owners_in(clause),
            Slot::ClauseSubject => {
                let own = self.clause_subjects(clause.predicate);
                if own.is_empty() { self.subjects_below_objects(clause) } else { own }
            }
            Slot::Inner => self.inner_participants(clause.predicate, MAX_DEPTH),
            Slot::Whose => Vec::new(),
            Slot::Scene => self.participants_of_scene(clause.predicate),
            Slot::Preposition(p) => self.prepositional(clause, p),
        }
    }

    /// Heads of the phrases in `slot` of an event noun, outside any verb's frame.
    pub fn slot_of_noun(&self, noun: TokenIdx, slot: &Slot) -> Vec<TokenIdx> {
        match slot {
            Slot::Owner | Slot::Subject => self.listed_owners(noun),
            Slot::Preposition(p) => self.of_noun(noun, p),
            Slot::ClauseSubject => self.clause_subjects(noun),
            Slot::Inner => self.inner_participants(noun, MAX_DEPTH),
            Slot::Object => self.undergoes(noun),
            Slot::Whose => self.person_possessing(noun).into_iter().collect(),
            Slot::Indirect | Slot::Scene => Vec::new(),
        }
    }

    /// The person who possesses a noun.
    fn person_possessing(&self, noun: TokenIdx) -> Option<TokenIdx> {
        let whose = self.tree.child(noun, Deprel::NmodPoss)?;
        let person = |m| self.doc.mention(m).kind == MentionKind::Person;
        self.mention_of(whose).is_some_and(person).then_some(whose)
    }

    /// Who is in or under something: "*Chad* is under sanctions", "*the envoy* remains in detention", "held
    /// *the envoy* in custody".
    fn undergoes(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        if !self.marker_of(noun).is_some_and(|case| matches!(case, "under" | "in")) {
            return Vec::new();
        }
        let token = self.tree.token(noun);
        let verb = token.head.filter(|&h| {
            token.deprel.universal() == "obl" && self.tree.token(h).upos == Upos::Verb
        });
        let known = |all: Vec<TokenIdx>| -> Vec<TokenIdx> {
            all.into_iter().filter(|&t| self.mention_of(t).is_some()).collect()
        };
        match verb.map(|v| self.clause(v)) {
            None => known(self.clause(noun).subjects),
            Some(c) if c.passive || c.objects.is_empty() => known(c.subjects),
            Some(c) => known(c.objects),
        }
    }

    /// What the verb acts upon, in either voice; a person alone after a verb is its object, also where
    /// the tree has an indirect one ("accused *him* of lying").
    pub fn logical_objects<'c>(&self, clause: &'c Clause) -> &'c [TokenIdx] {
        match clause.passive {
            true => &clause.subjects,
            false if clause.objects.is_empty() => &clause.indirect,
            false => &clause.objects,
        }
    }

    /// "sent *Togo* medicine", read as one phrase: the name of a state, unlike its adjective or letters
    /// ("US troops"), seldom modifies what is sent.
    fn bare_recipient(&self, clause: &Clause) -> Vec<TokenIdx> {
        let first = clause.predicate + 1;
        let compound = |&o: &TokenIdx| {
            o > first && self.tree.children_by(o, Deprel::Compound).any(|k| k == first)
        };
        let letters = |t: TokenIdx| self.doc.word(t).chars().all(char::is_uppercase);
        let named = |t: TokenIdx| (self.is_country(t) && !letters(t)).then_some(t);
        clause.objects.iter().find(|o| compound(o)).and_then(|_| named(first)).into_iter().collect()
    }

    /// Possessors, people's adjectives and names before a noun.
    pub fn owners(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let rank = |k: TokenIdx| match self.tree.token(k).deprel {
            Deprel::NmodPoss => Some(0),
            Deprel::Amod | Deprel::Compound | Deprel::NmodDesc => Some(1),
            _ => None,
        };
        let named = |k: TokenIdx| self.mention_of(k).is_some();
        let kids = self.tree.children(noun).iter().copied();
        let best =
            kids.filter_map(|k| rank(k).filter(|r| *r == 0 || named(k)).map(|r| (r, k))).min();
        best.map_or_else(Vec::new, |(_, k)| self.hyphenated_pair(k))
    }

    /// "the *Russia-Ukraine* war", "*Turkish-Syrian* talks": both names, wherever the tree hangs the first;
    /// else a name and its conjuncts.
    fn hyphenated_pair(&self, name: TokenIdx) -> Vec<TokenIdx> {
        let n = self.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
        let other = |dash: TokenIdx, t: TokenIdx| {
            let whole = self.span(dash.min(t)).end == self.span(dash.max(t)).start;
            let hyphen = whole && matches!(self.doc.word(dash), "-" | "–" | "/");
            let (own, its) = (self.actor_at(name), self.actor_at(t));
            (hyphen && own.is_some() && its.is_some() && own != its).then_some(t)
        };
        let before = name.checked_sub(2).and_then(|t| other(name - 1, t));
        let after = (name + 2 < n).then(|| other(name + 1, name + 2)).flatten();
        match before.or(after) {
            Some(t) => vec![name.min(t), name.max(t)],
            None => self.conjuncts(name),
        }
    }

    /// The owners of an act, or of the first of a list of acts without articles ("*Chad's* raids and
    /// attacks").
    fn listed_owners(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let own = self.owners(noun);
        let listed = self.tree.token(noun).deprel == Deprel::Conj
            && self.tree.child(noun, Deprel::Det).is_none();
        let first = self.tree.token(noun).head.filter(|_| own.is_empty() && listed);
        let acts = |h: &TokenIdx| self.tree.child(*h, Deprel::NmodPoss).is_some();
        first.filter(acts).map(|h| self.owners(h)).unwrap_or(own)
    }

    /// Modifiers of a noun behind the preposition `p`, conjuncts included; also those that hang on
    /// a time beside it ("strikes Friday *on Chad*").
    pub fn nominal_modifiers(&self, noun: TokenIdx, p: &str) -> Vec<TokenIdx> {
        let kids = self.tree.children(noun).iter().copied();
        let timed = kids.clone().filter(|&k| self.is_time(k));
        let late = timed.flat_map(|k| self.tree.children(k).iter().copied());
        let all = kids.chain(late).filter(|&k| {
            matches!(self.tree.token(k).deprel.universal(), "nmod" | "obl") && self.has_case(k, p)
        });
        let own: Vec<TokenIdx> = all.flat_map(|k| self.conjuncts(k)).collect();
        match own.is_empty() {
            false => own,
            true if p == "of" => self.shared_modifiers(noun, p),
            true => match self.misplaced_modifiers(noun, p) {
                found if found.is_empty() => self.shared_modifiers(noun, p),
                found => found,
            },
        }
    }

    /// "the arrest and killing *of the envoy*", "raids and attacks *by Chad*": what stands behind the last
    /// of a list without articles, where nothing stands behind the others.
    fn shared_modifiers(&self, noun: TokenIdx, p: &str) -> Vec<TokenIdx> {
        let phrase = |k: TokenIdx| self.tree.token(k).deprel == Deprel::Nmod;
        let bare = !self.tree.children(noun).iter().any(|&k| phrase(k) && k > noun);
        let last = self.tree.children_by(noun, Deprel::Conj).last();
        let whose = |l| {
            self.tree
                .children(l)
                .iter()
                .any(|&k| matches!(self.tree.token(k).deprel, Deprel::Det | Deprel::NmodPoss))
        };
        let last = last.filter(|&l| bare && !whose(l));
        let all = last.into_iter().flat_map(|l| self.tree.children_by(l, Deprel::Nmod));
        let found = all.filter(|&k| self.has_case(k, p) && self.names_somebody(k));
        found.flat_map(|k| self.conjuncts(k)).collect()
    }

    /// "the attack by Chad *on Togo*", "the arrest of an admiral *by Togo*", where the tree hangs the
    /// last phrase on the name before it.
    fn misplaced_modifiers(&self, noun: TokenIdx, p: &str) -> Vec<TokenIdx> {
        let parties = self.tree.children_by(noun, Deprel::Nmod);
        // Behind who is hit stands who hits, and the other way round: "aggression against Chad and
        // sanctions *on Togo*" tells of two acts.
        let does = |case: &str| matches!(case, "by" | "from");
        let other = |case: &str| match case {
            "of" => true,
            "by" | "on" | "against" | "from" => does(case) != does(p),
            _ => false,
        };
        // "the raid in the hills by Togo": where it was done.
        let place = |case: &str| p == "by" && matches!(case, "in" | "at" | "near" | "outside");
        let party = |k: &TokenIdx| {
            let case = self.marker_of(*k);
            case.is_some_and(place) || case.is_some_and(other) && self.names_somebody(*k)
        };
        let below = parties.filter(party).flat_map(|k| self.tree.children_by(k, Deprel::Nmod));
        let found = below.filter(|&k| self.has_case(k, p) && self.names_somebody(k));
        found.flat_map(|k| self.conjuncts(k)).collect()
    }

    /// Whether the phrase of `head` stands behind the preposition `p`.
    pub fn has_case(&self, head: TokenIdx, p: &str) -> bool {
        self.marker_of(head).is_some_and(|c| c.eq_ignore_ascii_case(p))
    }

    /// The preposition before a phrase, also where the parser hung it on a word before the head
    /// ("*with* former president Karzai").
    pub fn marker_of(&self, head: TokenIdx) -> Option<&str> {
        self.case_of(head).or_else(|| {
            let mut kids = self.tree.children(head).iter().filter(|&&k| k < head);
            let before =
                |rel: Deprel| matches!(rel.universal(), "nmod" | "amod" | "compound" | "flat");
            kids.find(|&&k| before(self.tree.token(k).deprel) && !self.is_possessor(k))
                .and_then(|&k| self.case_of(k))
        })
    }

    fn is_possessor(&self, token: TokenIdx) -> bool {
        self.tree.token(token).deprel == Deprel::NmodPoss
    }

    /// Phrases of the verb, else of its object, else of a participle beside its object ("sanctions
    /// imposed *on Chad*"). Behind "in" only phrases that name an actor or a place count.
    fn prepositional(&self, clause: &Clause, p: &str) -> Vec<TokenIdx> {
        let fits = |t: &TokenIdx| p != "in" || self.names_somebody(*t);
        // "out of Chad"
        let leaves =
            |t: TokenIdx| self.tree.child(t, Deprel::Case).is_some_and(|c| self.is_lemma(c, "out"));
        let behind = |c: &str, t: TokenIdx| c == p || p == "from" && (c == "out" || leaves(t));
        let own = clause.obliques.iter().filter(|(c, t)| behind(c, *t)).map(|&(_, t)| t);
        let own: Vec<TokenIdx> = own.filter(fits).collect();
        let named = |all: &[TokenIdx]| all.iter().any(|&t| self.mention_of(t).is_some());
        let objects = self.logical_objects(clause).iter();
        let inside: Vec<TokenIdx> =
            objects.flat_map(|&o| self.of_noun(o, p)).filter(fits).collect();
        // "voiced praise *for Chad* for its restraint"
        if !own.is_empty() && (named(&own) || !named(&inside)) {
            return own;
        }
        match (inside.is_empty(), p) {
            (true, "in") => self.place_below(clause.predicate).into_iter().collect(),
            (true, "from") => self.source_below(clause),
            (true, "of") => self.on_whose_behalf(clause),
            (true, "to") => match self.meant_for(clause) {
                found if found.is_empty() => self.hung_below(clause, p),
                found => found,
            },
            (true, "against") => self.hung_below(clause, p),
            (true, "with") => self.partners_below(clause),
            _ => inside,
        }
    }

    /// Modifiers of a noun, or of a participle beside it, behind the preposition `p`.
    pub fn of_noun(&self, noun: TokenIdx, p: &str) -> Vec<TokenIdx> {
        let own = self.nominal_modifiers(noun, p);
        if !own.is_empty() {
            return own;
        }
        let beside = if p == "from" { self.source_behind(noun) } else { Vec::new() };
        if !beside.is_empty() {
            return beside;
        }
        let participle = self.tree.child(noun, Deprel::Acl).map(|v| self.clause(v));
        // "a visit followed by talks": what comes before or after does not do it.
        let beside = |c: &Clause| BESIDE.contains(&self.lemma(c.predicate));
        let participle = participle.filter(|c| !beside(c));
        if let Some(clause) = participle.as_ref().filter(|c| p == "by" && !c.agents.is_empty()) {
            return clause.agents.clone();
        }
        let Some(clause) = participle else { return Vec::new() };
        let obliques = clause.obliques.iter().filter(|(c, _)| c == p).map(|&(_, t)| t);
        let found: Vec<TokenIdx> = obliques.collect();
        // "charges levelled by Chad *against Togo*", where the tree hangs the last phrase on the agent.
        let aimed = found.is_empty() && matches!(p, "against" | "on" | "at");
        let agents = clause.agents.iter().filter(|_| aimed);
        let below = agents.flat_map(|&a| self.tree.children_by(a, Deprel::Nmod));
        found.into_iter().chain(below.filter(|&k| self.has_case(k, p))).collect()
    }

    /// Whether a phrase holds the mention of an actor or a place.
    pub fn names_somebody(&self, head: TokenIdx) -> bool {
        self.mention_of(head).is_some()
            || self.doc.tokens_in(self.phrase(head)).any(|t| self.actor_at(t).is_some())
    }

    /// Whether a token names a state.
    pub fn is_country(&self, token: TokenIdx) -> bool {
        self.mention_of(token).is_some_and(|m| self.doc.mention(m).kind == MentionKind::Country)
    }

    /// Who stands behind the object, or behind a thing in a phrase of a verb without object ("responded to
    /// *Chad's* demands").
    fn owners_in(&self, clause: &Clause) -> Vec<TokenIdx> {
        let objects = self.logical_objects(clause);
        if !objects.is_empty() {
            return objects.iter().flat_map(|&o| self.authors(o)).collect();
        }
        let beside = |case: &str| matches!(case, "to" | "against" | "with");
        let things = clause.obliques.iter().filter(|(case, _)| beside(case)).map(|&(_, t)| t);
        let things = things.filter(|&t| self.mention_of(t).is_none() && !self.is_time(t));
        things.flat_map(|t| self.authors(t)).collect()
    }

    /// Named modifiers of a noun behind any preposition.
    pub fn modifier_actors(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let kids = self.tree.children(noun).iter().copied();
        kids.filter(|&k| self.tree.token(k).deprel == Deprel::Nmod && self.marker_of(k).is_some())
            .filter(|&k| self.mention_of(k).or_else(|| self.owner_of(k)).is_some())
            .filter(|&k| !self.is_time(k))
            .collect()
    }
}
