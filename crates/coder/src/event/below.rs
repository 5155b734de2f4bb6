//! Parties named below a verb: in the clauses that tell what is said, asked or refused, in those that tell
//! when or why, and in phrases that the tree hangs deeper than they belong.
//!
//! For the slots `csubj`, `inner` and `scene`, and for prepositions of which the verb has none. Does not say
//! what the clauses mean.

use crate::{Clause, View};
use verbale_document::{Deprel, Form, MentionKind, TokenIdx, Upos};

/// Words before clauses that tell when, why or under which condition.
const CIRCUMSTANCE: [&str; 15] = [
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless",
    "until", "when", "whenever", "whereas", "while",
];

/// Words before what goes on meanwhile.
const MEANWHILE: [&str; 5] = ["after", "at", "before", "during", "following"];

impl View<'_> {
    /// Who does what the participle `verb` beside `noun` tells, where the noun names nobody: the subject of
    /// the verb whose object it is ("*Chad* issued a report accusing Togo"), or which it tells the time of
    /// ("*Chad* issued a report after a meeting, accusing Togo").
    pub fn issuer(&self, verb: TokenIdx, noun: TokenIdx) -> Option<Vec<TokenIdx>> {
        let modifies =
            self.tree.token(verb).deprel == Deprel::Acl && self.tree.token(verb).head == Some(noun);
        // "accuses KPX of lying": who lies is whoever is accused, known or not.
        let of = self.tree.child(verb, Deprel::Mark).is_some_and(|m| self.is_lemma(m, "of"));
        let accused = of && self.tree.token(noun).upos == Upos::Propn;
        if !modifies || accused || self.mention_of(noun).is_some() || !self.owners(noun).is_empty()
        {
            return None;
        }
        let beside = |t: TokenIdx| {
            let time = self.marker_of(t).is_some_and(|case| MEANWHILE.contains(&case));
            matches!(self.tree.token(t).deprel, Deprel::Obl | Deprel::Nmod) && time
        };
        let mut at = noun;
        if beside(at) {
            at = self.tree.token(at).head?;
        }
        let token = self.tree.token(at);
        // "Chad, after a letter accusing Togo, said ..."
        if at != noun && token.deprel.is_subject() && self.mention_of(at).is_some() {
            return Some(self.conjuncts(at));
        }
        let governor = match token.deprel {
            Deprel::Obj => token.head?,
            _ if at != noun && token.upos == Upos::Verb => at,
            _ => return None,
        };
        let subjects = self.clause(governor).subjects;
        (!subjects.is_empty()).then_some(subjects)
    }

    /// Whom the clauses beside a verb act upon.
    pub fn participants_of_scene(&self, verb: TokenIdx) -> Vec<TokenIdx> {
        let scenes = self.complements(verb).filter(|&k| self.is_circumstance(k));
        let found = scenes.filter_map(|k| self.inner_participant(k)).next();
        found.map_or_else(Vec::new, |t| self.conjuncts(t))
    }

    /// The first place or state behind "in" under a predicate.
    pub fn place_below(&self, predicate: TokenIdx) -> Option<TokenIdx> {
        let located = |&t: &TokenIdx| {
            let kind = self.actor_at(t).map(|m| self.doc.mention(m).kind);
            matches!(kind, Some(MentionKind::Place | MentionKind::Country))
                && self.has_case(t, "in")
        };
        self.tree.subtree(predicate).into_iter().find(located)
    }

    /// The first actor behind "to" under a predicate ("provide data on projects *to Chad*").
    pub fn addressee_below(&self, predicate: TokenIdx) -> Option<TokenIdx> {
        let below = self.tree.subtree(predicate).into_iter();
        let actor = |t: TokenIdx| self.mention_of(t).map(|m| self.doc.mention(m).kind);
        let who = |&t: &TokenIdx| actor(t).is_some_and(|k| k != MentionKind::Place);
        below.filter(|&t| self.has_case(t, "to")).find(who)
    }

    /// The first actor behind "from" under the object ("requested help with the vote *from the army*").
    pub fn source_below(&self, clause: &Clause) -> Vec<TokenIdx> {
        let objects = self.logical_objects(clause).iter();
        let mut below = objects.flat_map(|&o| self.tree.subtree(o));
        let actor = |t: TokenIdx| self.mention_of(t).map(|m| self.doc.mention(m).kind);
        let who = |t: TokenIdx| {
            actor(t).is_some_and(|k| !matches!(k, MentionKind::Place | MentionKind::Country))
        };
        let source = below.find(|&t| who(t) && self.has_case(t, "from"));
        source.map_or_else(Vec::new, |t| self.conjuncts(t))
    }

    /// Clauses that complement `head`, left to right.
    pub fn complements(&self, head: TokenIdx) -> impl Iterator<Item = TokenIdx> + '_ {
        let fits = |r: Deprel| matches!(r.universal(), "xcomp" | "ccomp" | "advcl" | "acl");
        self.tree.children(head).iter().copied().filter(move |&k| fits(self.tree.token(k).deprel))
    }

    /// "met the envoy, *angering* the opposition": a participle behind a comma tells what came of it.
    pub fn is_result(&self, clause: TokenIdx) -> bool {
        let token = self.tree.token(clause);
        token.deprel == Deprel::Advcl && token.xpos == "VBG" && self.is_behind_comma(clause)
    }

    /// Clauses that tell what is said or meant, and not when, why or under which condition.
    fn contents(&self, head: TokenIdx) -> impl Iterator<Item = TokenIdx> + '_ {
        self.complements(head).filter(|&k| !self.is_circumstance(k))
    }

    /// "after Chad left", "because it left", "if it leaves"
    fn is_circumstance(&self, clause: TokenIdx) -> bool {
        let adverbial = self.tree.token(clause).deprel.universal() == "advcl";
        let mut kids = self.tree.children(clause).iter();
        adverbial && kids.any(|&k| k < clause && CIRCUMSTANCE.contains(&self.lemma(k)))
    }

    /// "stressed the need for *Chad* to leave"
    pub fn subjects_below_objects(&self, clause: &Clause) -> Vec<TokenIdx> {
        let objects = self.logical_objects(clause).iter();
        let mut clauses = objects.flat_map(|&o| self.tree.children_by(o, Deprel::Acl));
        let subject = clauses.find_map(|c| self.tree.child(c, Deprel::Nsubj));
        subject.map_or_else(Vec::new, |s| self.conjuncts(s))
    }

    /// Who does what a complement clause says: its subject, or the agent of a passive.
    pub fn clause_subjects(&self, head: TokenIdx) -> Vec<TokenIdx> {
        let subject = |c: TokenIdx| {
            let clause = self.clause(c);
            if let (true, Some(&agent)) = (clause.passive, clause.agents.first()) {
                return Some(agent);
            }
            let kids = self.tree.children(c).iter().copied();
            let own = kids.rev().find(|&k| self.tree.token(k).deprel.universal() == "nsubj");
            // "alleged that *the guards* were beaten": they did nothing.
            let somebody =
                |k| self.tree.token(k).upos != Upos::Pron && self.mention_of(k).is_some();
            let own = own.filter(|&k| !(clause.passive && somebody(k)));
            own.or_else(|| self.subject_behind_for(c))
        };
        let found = self.contents(head).find_map(subject);
        found.map_or_else(Vec::new, |s| self.conjuncts(s))
    }

    /// "demanded that the hostages *be freed*": whether a clause behind `head` tells what is to be done to somebody, and
    /// not by whom.
    pub fn wants_it_done(&self, head: TokenIdx) -> bool {
        self.contents(head).any(|c| {
            let undergoes = self.tree.child(c, Deprel::NsubjPass).is_some();
            undergoes && self.clause(c).agents.is_empty()
        })
    }

    /// Actors that the complement clauses of `head` act upon, nearest first: names, else a place
    /// behind "in", else common nouns that denote actors.
    pub fn inner_participants(&self, head: TokenIdx, depth: usize) -> Vec<TokenIdx> {
        if depth == 0 {
            return Vec::new();
        }
        let complements: Vec<TokenIdx> = self.contents(head).collect();
        let own = complements.iter().find_map(|&c| self.inner_participant(c));
        own.map(|t| self.conjuncts(t)).unwrap_or_else(|| {
            let deeper = complements.iter().map(|&c| self.inner_participants(c, depth - 1));
            deeper.into_iter().find(|d| !d.is_empty()).unwrap_or_default()
        })
    }

    fn inner_participant(&self, predicate: TokenIdx) -> Option<TokenIdx> {
        let clause = self.clause(predicate);
        let acted = clause.objects.iter().chain(&clause.indirect);
        let objects = acted.chain(clause.agents.iter().filter(|_| clause.passive)).copied();
        let obliques = clause.obliques.iter().map(|&(_, t)| t);
        let all: Vec<TokenIdx> = objects.chain(obliques).filter(|&t| !self.is_time(t)).collect();
        let who = |t: TokenIdx| self.mention_of(t).or_else(|| self.owner_of(t));
        let named =
            |&t: &TokenIdx| who(t).is_some_and(|m| self.doc.mention(m).form != Form::Nominal);
        let first = all.iter().copied().find(named);
        first
            .or_else(|| self.addressee_below(predicate))
            .or_else(|| self.place_below(predicate).filter(|&t| self.is_country(t)))
            .or_else(|| all.iter().copied().find(|&t| who(t).is_some()))
            .or_else(|| all.iter().find_map(|&t| self.modifier_actors(t).first().copied()))
    }
}
