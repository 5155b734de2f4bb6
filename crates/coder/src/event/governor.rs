//! Words that govern an event and change what it is: "agreed to", "refused to", "threatened",
//! "held", "called off", "denied".
//!
//! Implicative and other complement-taking predicates after Karttunen (1971) and the light verbs of
//! event nouns, as `implicatives.tsv` lists them. A governor is found by walking from the event
//! word up the tree; whether it changes the type, the polarity or the modality is its [`Effect`].

use super::lexicon::WordClasses;
use crate::View;
use crate::trace::RowRef;
use rustc_hash::FxHashMap;
use verbale_document::{Classes, Deprel, Lexicons, SmolStr, TableError, TokenIdx, Upos};

/// How many governors above an event word are read.
const MAX_GOVERNORS: usize = 4;

/// Prepositions of verbs that a clause may follow in place of a noun.
const CLAUSAL: [&str; 5] = ["against", "for", "on", "of", "from"];

/// What a governor does to the event below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing: light verbs ("held talks"), beginnings ("launched an attack").
    Do,
    /// It is planned or announced.
    Future,
    /// It is arranged or expected for a time to come ("are scheduled to"): no promise or threat.
    Arrange,
    /// It was so once and is no more ("used to").
    Past,
    /// It is agreed, promised or offered.
    Agree,
    /// It is refused or rejected.
    Refuse,
    /// It did not happen ("failed to", "skipped").
    Fail,
    /// It is threatened.
    Threaten,
    /// It is done to the governor's subject ("faced criticism from").
    Undergo,
    /// Nothing, and the governor's subject does not do it: it brings it about ("led to clashes") or speaks of it
    /// ("brought up the raid").
    Apart,
    /// It is done to the governor's object ("unrest gripped Togo", "was rocked by protests").
    Befall,
    /// Somebody else is asked for it.
    Request,
    /// Somebody else is allowed it.
    Allow,
    /// Somebody else is accused of it: the governor's object does it.
    Accuse,
    /// It is ended, suspended or lifted.
    End,
    /// It is called off before it began.
    Cancel,
    /// It is said not to be so.
    Deny,
    /// Others say that it is so, and are contradicted ("rejected claims that").
    Belie,
    /// Somebody else is kept from it: the governor's object does not do it.
    Hinder,
    /// It is tried, wanted, considered: no more than possible.
    Maybe,
    /// It is done by the very words: "I would like to thank Chad".
    Perform,
}

impl Effect {
    fn parse(name: &str) -> Option<Effect> {
        Some(match name {
            "do" => Effect::Do,
            "future" => Effect::Future,
            "arrange" => Effect::Arrange,
            "past" => Effect::Past,
            "agree" => Effect::Agree,
            "refuse" => Effect::Refuse,
            "fail" => Effect::Fail,
            "threaten" => Effect::Threaten,
            "undergo" => Effect::Undergo,
            "apart" => Effect::Apart,
            "befall" => Effect::Befall,
            "request" => Effect::Request,
            "allow" => Effect::Allow,
            "accuse" => Effect::Accuse,
            "end" => Effect::End,
            "cancel" => Effect::Cancel,
            "deny" => Effect::Deny,
            "belie" => Effect::Belie,
            "hinder" => Effect::Hinder,
            "maybe" => Effect::Maybe,
            _ => return None,
        })
    }
}

#[derive(Debug)]
struct Governor {
    particle: Option<SmolStr>,
    tag: Option<SmolStr>,
    slots: Vec<SmolStr>,
    effect: Effect,
    row: RowRef,
}

/// A governor in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// The governing word.
    pub head: TokenIdx,
    /// What it does.
    pub effect: Effect,
    /// Where it is listed.
    pub row: RowRef,
}

/// `implicatives.tsv`, by lemma.
#[derive(Debug, Default)]
pub struct Governors {
    by_lemma: FxHashMap<SmolStr, Vec<Governor>>,
}

impl Governors {
    /// Reads the table.
    pub fn new(lexicons: &Lexicons, classes: &Classes) -> Result<Self, TableError> {
        let mut by_lemma: FxHashMap<SmolStr, Vec<Governor>> = FxHashMap::default();
        let columns = ["lemma", "particle", "slots", "effect", "tag"];
        for row in lexicons.table("implicatives.tsv", &columns)?.rows() {
            let word = |c: &str| Some(row.get(c)).filter(|w| !w.is_empty()).map(SmolStr::from);
            let bad = || row.error(format!("no such effect: `{}`", row.get("effect")));
            let effect = Effect::parse(row.get("effect")).ok_or_else(bad)?;
            let at = RowRef::new("implicatives.tsv", row.line());
            for lemma in classes.words(&row, "lemma")? {
                let slots = row.get("slots").split(',').map(|s| SmolStr::from(s.trim())).collect();
                let governor = Governor {
                    particle: word("particle"),
                    tag: word("tag"),
                    slots,
                    effect,
                    row: at,
                };
                by_lemma.entry(lemma).or_default().push(governor);
            }
        }
        by_lemma.values_mut().for_each(|g| g.sort_by_key(|g| g.particle.is_none()));
        Ok(Governors { by_lemma })
    }

    /// Governors of `event`, nearest first.
    pub fn of(&self, view: &View<'_>, classes: &WordClasses, event: TokenIdx) -> Vec<Link> {
        let mut links = Vec::new();
        let mut at = event;
        while links.len() < MAX_GOVERNORS {
            let Some((noun, slot)) = view.governing(at, classes) else { break };
            let answered = view.answering(noun, slot, classes).map(|verb| (verb, "claim"));
            let (head, slot) = answered.unwrap_or((noun, slot));
            let gerund = noun == head && view.tree.token(at).upos == Upos::Verb;
            let Some(governor) = self.effect(view, head, (slot, gerund)) else { break };
            let clause = slot == "that";
            // "suspended classes *to let* them vote": what it is ended for.
            let purpose =
                || view.tree.token(at).deprel == Deprel::Advcl && view.has_mark(at, &["to"]);
            if governor.effect == Effect::End && purpose()
                || clause && governor.effect == Effect::Request && view.is_indicative(at)
                || clause && governor.effect == Effect::Agree && !view.is_to_be(at)
            {
                break;
            }
            links.push(Link { head, effect: governor.effect, row: governor.row });
            at = head;
        }
        links
    }

    /// Who does what a noun names by a clause beside it that adds nothing: "protests *led by farmers*",
    /// "the raid that *Chad launched*", and not "attacks condemned by Chad".
    pub fn doers(&self, view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
        let does =
            |verb| self.effect(view, verb, ("obj", false)).is_some_and(|g| g.effect == Effect::Do);
        let agents = view.agents_beside(noun, does);
        if agents.is_empty() { view.subjects_beside(noun, does) } else { agents }
    }

    fn effect(
        &self,
        view: &View<'_>,
        head: TokenIdx,
        (slot, gerund): (&str, bool),
    ) -> Option<&Governor> {
        let is = |s: &SmolStr| s == slot || gerund && s.strip_suffix("+v") == Some(slot);
        let fits = |g: &&Governor| {
            g.slots.iter().any(is)
                && g.tag.as_ref().is_none_or(|t| view.tree.token(head).xpos.starts_with(t.as_str()))
                && g.particle.as_ref().is_none_or(|p| view.has_particle(head, p))
        };
        let lemma = view.lemma(head).to_lowercase();
        self.by_lemma.get(lemma.as_str())?.iter().find(fits)
    }
}

impl View<'_> {
    /// Whether `verb` has the particle `p`, or a phrase behind it as a preposition; of two words, a phrase of
    /// just this noun ("put it *on hold*").
    pub fn has_particle(&self, verb: TokenIdx, p: &str) -> bool {
        if let Some((case, noun)) = p.split_once(' ') {
            let mut phrases = self.tree.children_by(verb, Deprel::Obl);
            return phrases.any(|k| self.is_lemma(k, noun) && self.has_case(k, case));
        }
        self.tree.children(verb).iter().any(|&k| match self.tree.token(k).deprel {
            Deprel::CompoundPrt | Deprel::Advmod | Deprel::Case => self.is_lemma(k, p),
            // "walked *out* of the talks", not "held drills *off* the coast"
            Deprel::Obl if k > verb && !self.is_time(k) => {
                let mut cases = self.tree.children_by(k, Deprel::Case);
                let next = cases.any(|c| c == verb + 1 && self.is_lemma(c, p));
                next || p != "off" && self.has_case(k, p)
            }
            // "voted *against* extending it", "pressed *for* Chad to leave"
            Deprel::Advcl | Deprel::Ccomp | Deprel::Xcomp => {
                let mark = self.tree.child(k, Deprel::Mark);
                k > verb && CLAUSAL.contains(&p) && mark.is_some_and(|m| self.is_lemma(m, p))
            }
            _ => false,
        })
    }

    /// The word that governs `at` and the slot that `at` fills: "v" (infinitive, gerund or bare
    /// complement), "that" (finite clause), "obj", "subj", "compound" or a preposition.
    fn governing(&self, mut at: TokenIdx, classes: &WordClasses) -> Option<(TokenIdx, &str)> {
        for _ in 0..MAX_GOVERNORS {
            let token = self.tree.token(at);
            let head = token.head?;
            if let Some(governor) = self.governor_before_for(at) {
                return Some((governor, "v"));
            }
            if let Some(noun) = self.bidding(at).or_else(|| self.promising(at)) {
                return Some((noun, "v"));
            }
            if let Some((verb, mark)) = self.verb_before_agent(at) {
                return Some((verb, mark));
            }
            if let Some(verb) = self.verb_before_accused(at) {
                return Some((verb, "of"));
            }
            match token.deprel {
                Deprel::Conj if self.finite_above(at).is_some() => at = self.finite_above(at)?,
                Deprel::Conj if self.shares_subject(at) => at = head,
                _ if self.use_above(at).is_some() => at = self.use_above(at)?,
                Deprel::Advcl if self.is_means(at) => at = head,
                Deprel::Nmod if self.is_counted(at, head, classes) => at = head,
                Deprel::Nmod if self.is_charged(head) && self.has_case(at, "of") => {
                    return self.tree.token(head).head.map(|verb| (verb, "of"));
                }
                Deprel::Xcomp => return Some((head, "v")),
                Deprel::Ccomp | Deprel::Advcl | Deprel::Acl => {
                    return Some((head, self.clause_slot(at)));
                }
                Deprel::Obj if self.is_marginal_preposition(head) => return None,
                Deprel::Obj | Deprel::NsubjPass => return Some((head, "obj")),
                Deprel::AclRelcl if self.is_marked_relative(at) => return Some((head, "that")),
                Deprel::AclRelcl | Deprel::Root | Deprel::Parataxis => return None,
                Deprel::Nsubj => return Some((head, "subj")),
                Deprel::Compound => return Some((head, "compound")),
                Deprel::Obl | Deprel::Nmod | Deprel::OblAgent => {
                    let noun = self.object_before(at, head).unwrap_or(head);
                    return self.marker_of(at).map(|case| (noun, case));
                }
                _ => return None,
            }
        }
        None
    }

    /// "was *accused* by Togo of lying": the passive verb whose gerund the tree hangs on its agent, and the
    /// preposition before it.
    fn verb_before_agent(&self, gerund: TokenIdx) -> Option<(TokenIdx, &str)> {
        let verb = self.above_agent(gerund)?;
        let mark =
            self.tree.child(gerund, Deprel::Mark).or_else(|| self.tree.child(gerund, Deprel::Case));
        mark.map(|m| (verb, self.lemma(m)))
    }

    /// "*accuses* Chad of lying": the verb whose gerund behind "of" the tree hangs on its object.
    fn verb_before_accused(&self, gerund: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(gerund);
        let of = self.tree.child(gerund, Deprel::Mark).is_some_and(|m| self.is_lemma(m, "of"));
        let accused = token.head.filter(|_| of && token.deprel == Deprel::Acl)?;
        let above = self.tree.token(accused);
        let person = self.mention_of(accused).is_some() || self.can_act(accused);
        above.head.filter(|_| person && matches!(above.deprel, Deprel::Obj | Deprel::NsubjPass))
    }

    /// "accused *Chad* of a raid", where the tree hangs the raid on Chad.
    fn is_charged(&self, object: TokenIdx) -> bool {
        let token = self.tree.token(object);
        let acted_upon = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass);
        let charges = |v| matches!(self.lemma(v), "accuse" | "suspect" | "convict" | "acquit");
        acted_upon && token.head.is_some_and(charges) && self.mention_of(object).is_some()
    }

    /// "*rejected* claims that Chad lied": the verb that has others' word as its object.
    fn answering(&self, noun: TokenIdx, slot: &str, classes: &WordClasses) -> Option<TokenIdx> {
        let token = self.tree.token(noun);
        let acted_upon = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass);
        let claim = slot == "that" && classes.is_word(self, "claim", noun);
        token.head.filter(|_| acted_upon && claim)
    }

    /// "*calls* by Togo for Chad to leave": the word before "for" and a subject, past the names between.
    fn governor_before_for(&self, verb: TokenIdx) -> Option<TokenIdx> {
        let mut head = self.tree.token(self.subject_behind_for(verb)?).head?;
        while self.actor_at(head).is_some() && self.tree.token(head).deprel == Deprel::Nmod {
            head = self.tree.token(head).head?;
        }
        (head < verb).then_some(head)
    }

    /// "joined *calls* for his resignation": the object of `verb` right before the preposition of `noun`, to
    /// which the phrase belongs wherever the tree hangs it.
    fn object_before(&self, noun: TokenIdx, verb: TokenIdx) -> Option<TokenIdx> {
        let case = self.tree.child(noun, Deprel::Case)?;
        let mut objects = self.tree.children_by(verb, Deprel::Obj);
        objects.find(|&o| o + 1 == case && self.mention_of(o).is_none())
    }

    /// "*considering* the violence": a participle that serves as a preposition (Quirk et al. 1985, 9.8), with neither
    /// a subject nor anybody whose act it is.
    fn is_marginal_preposition(&self, word: TokenIdx) -> bool {
        let token = self.tree.token(word);
        let alone = self.shares_subject(word) && self.tree.child(word, Deprel::Mark).is_none();
        let fronted = token.deprel == Deprel::Advcl && token.head.is_some_and(|verb| word < verb);
        fronted
            && alone
            && matches!(token.lemma.as_str(), "consider" | "regard" | "concern" | "give")
    }

    /// "a series *of attacks*", "months *of fighting*"
    fn is_counted(&self, at: TokenIdx, head: TokenIdx, classes: &WordClasses) -> bool {
        self.has_case(at, "of") && classes.is_word(self, "measure", head)
    }

    /// Whether a conjunct has no subject of its own.
    fn shares_subject(&self, at: TokenIdx) -> bool {
        !self.tree.children(at).iter().any(|&k| self.tree.token(k).deprel.is_subject())
    }

    /// The slot of a complement clause: by its mark ("accused *of* lying"), "v" for infinitives and
    /// bare gerunds, "that" for finite clauses. Participle clauses beside a verb fill none.
    fn clause_slot(&self, at: TokenIdx) -> &str {
        let token = self.tree.token(at);
        let kids = self.tree.children(at).iter().copied();
        let marks =
            |&k: &TokenIdx| matches!(self.tree.token(k).deprel, Deprel::Mark | Deprel::Case);
        let modal = self.tree.child(at, Deprel::Aux).is_some();
        match (kids.filter(marks).map(|k| self.lemma(k)).next(), token.deprel) {
            _ if self.is_subjunctive(at) => "that",
            (Some("to"), _) => "v",
            (Some("that"), _) => "that",
            (Some(mark), _) => mark,
            (None, Deprel::Ccomp) if self.is_set_off(at) => "",
            (None, Deprel::Ccomp) if token.xpos == "VBG" && self.shares_subject(at) => "v",
            (None, Deprel::Ccomp) => "that",
            // "an offer to sign", not "a pact that they will sign"
            (None, Deprel::Acl) if token.xpos == "VB" && !modal => "v",
            _ => "",
        }
    }
}
