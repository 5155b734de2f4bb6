//! Events named by verbs and predicative adjectives.

use super::decided;
use super::draft::Draft;
use super::frame::{is_one_of, is_phrase};
use super::lexicon::{Entry, Index, WordClasses};
use super::mutual;
use super::ontology::{AID, ASSAULT, SUPPORT};
use super::retold;
use super::slot::Slot;
use super::unsaid;
use crate::trace::Reason;
use crate::{Clause, View};
use verbale_document::{Deprel, MentionKind, SmolStr, TokenIdx, Upos};

/// Weight of a verb alone, and of one with its object, particle or subject as the entry asks.
const PLAIN: f32 = 0.75;
const SPECIFIC: f32 = 0.85;

/// The events that the verb or adjective at `token` may name, before its governors, the likeliest
/// first; none behind a row that says that it names none.
pub fn drafts(
    view: &View<'_>,
    index: &Index,
    classes: &WordClasses,
    token: TokenIdx,
) -> Vec<Draft> {
    let Some(entries) = entries(view, index, token) else { return Vec::new() };
    let mut clause = view.counted_clause(token, classes);
    unsaid::complete(view, &mut clause, entries);
    let fits = |e: &&Entry| match unmet(view, &clause, e) {
        Some(why) => {
            view.log.drop(token, Some(e.row), why);
            false
        }
        None => true,
    };
    let blocked = |e: &Entry, draft| view.log.found(draft, token, Some(e.row), Reason::Blocked);
    let fitting = entries.iter().filter(fits);
    fitting.map_while(|entry| blocked(entry, draft(view, &clause, entry))).collect()
}

fn draft(view: &View<'_>, clause: &Clause, entry: &Entry) -> Option<Draft> {
    let specific =
        !entry.objects.is_empty() || entry.particle.is_some() || !entry.subjects.is_empty();
    let weight = if specific { SPECIFIC } else { PLAIN };
    let trigger = trigger(view, clause, entry);
    let by = format!("events.tsv:{}", entry.lemma);
    // "found that the minister had *not* lied": nobody is blamed.
    let finds = entry.needs.governed && entry.recipient.contains(&Slot::ClauseSubject);
    let mut found = view.tree.children_by(clause.predicate, Deprel::Ccomp);
    if finds && found.any(|c| view.clause(c).negated) {
        return None;
    }
    let mut draft = Draft::new(entry, trigger, by, weight)?;
    // "to lift the sanctions, which were imposed by Chad": two acts share the word before "which".
    let word = view.tree.token(clause.predicate);
    let shared = word.head.filter(|_| word.deprel == Deprel::AclRelcl);
    draft.consumed.retain(|&t| Some(t) != shared);
    draft.actors = actors(view, clause, entry);
    draft.recipients = recipients(view, clause, entry, &draft);
    draft.mutual = mutual::is_mutual(view, &draft.actors, &draft.recipients);
    if draft.actors.is_empty()
        && let Some(both) = mutual::whose_tie(view, clause)
    {
        (draft.actors, draft.recipients, draft.mutual) = (both.clone(), both, true);
    }
    draft.under(view.mood(clause));
    Some(draft)
}

/// To whom; of a phrase that is part of the act ("went *on strike*") to nobody.
fn recipients(view: &View<'_>, clause: &Clause, entry: &Entry, draft: &Draft) -> Vec<TokenIdx> {
    let words = draft.trigger.iter().filter(|&&t| view.mention_of(t).is_none());
    let all: Vec<TokenIdx> = draft.actors.iter().chain(words).copied().collect();
    let slot = |s: &Slot| {
        let taken = if matches!(s, Slot::Preposition(_)) { &all } else { &draft.actors };
        let mut heads = fill(view, clause, std::slice::from_ref(s), taken);
        // "Chad and Togo warned that *they* would leave"
        heads.retain(|&h| !view.means_all(h, &draft.actors));
        heads
    };
    let mut slots = entry.recipient.iter().map(|s| (s, slot(s)));
    let (first, heads) = slots.find(|(_, heads)| !heads.is_empty()).unzip();
    let heads: Vec<TokenIdx> = heads.unwrap_or_default();
    // "rejecting criticism *from Chad*"
    let named = |t: &TokenIdx| view.participant(*t).mention.is_some();
    let from = entry.recipient.contains(&Slot::Preposition("from".into()));
    let nobody = from && first == Some(&Slot::Object) && !heads.iter().any(named);
    let behind = heads.iter().filter(|_| nobody).flat_map(|&h| view.source_behind(h));
    let authors: Vec<TokenIdx> = behind.collect();
    if authors.is_empty() { heads } else { authors }
}

/// The entries of a word, by the first of its forms that has any.
pub fn entries<'i>(view: &View<'_>, index: &'i Index, token: TokenIdx) -> Option<&'i [Entry]> {
    view.forms(token).iter().find_map(|form| index.get(form.as_str())).map(Vec::as_slice)
}

/// Who acts. A phrase that tells where counts only where it names a state ("was arrested *in Chad*"), any
/// other where it names somebody and no town ("aid received *from the bank*"); the subject
/// of a participle beside an unowned object is that of its verb ("issued a report *accusing* ...").
fn actors(view: &View<'_>, clause: &Clause, entry: &Entry) -> Vec<TokenIdx> {
    let acts = |t: &TokenIdx, case: &str| {
        let kind = view.mention_of(*t).map(|m| view.doc.mention(m).kind);
        match kind {
            Some(MentionKind::Country) => true,
            Some(MentionKind::Place) | None => false,
            Some(_) => case != "in",
        }
    };
    if clause.passive && clause.agents.is_empty() && is_intransitive(entry) {
        return clause.subjects.clone();
    }
    if clause.inherited
        && entry.kind == Some(ASSAULT)
        && let Some(doers) = (view.doers_spoken_of(clause.predicate))
            .or_else(|| view.doers_of_outcome(clause.predicate))
    {
        return doers;
    }
    let slot = |s: &Slot| -> Vec<TokenIdx> {
        let heads = fill(view, clause, std::slice::from_ref(s), &[]).into_iter();
        let able = |t: &TokenIdx| match s {
            Slot::Preposition(case) => acts(t, case),
            _ => true,
        };
        heads.filter(able).collect()
    };
    let heads = entry.actor.iter().map(slot).find(|h| !h.is_empty()).unwrap_or_default();
    if heads.is_empty() && clause.passive && entry.kind.as_ref().is_some_and(decided::is_ruled) {
        return decided::deciders(view, clause);
    }
    if heads.is_empty() && entry.kind.as_ref().is_some_and(|k| [AID, SUPPORT].contains(k)) {
        return giver(view, clause);
    }
    match heads.as_slice() {
        &[noun]
            if clause.inherited
                && !clause.passive
                && view.tree.token(clause.predicate).upos != Upos::Adj =>
        {
            view.issuer(clause.predicate, noun).unwrap_or(heads)
        }
        _ => heads,
    }
}

/// "*Togo's* support provided to Chad": whose it is that is given.
fn giver(view: &View<'_>, clause: &Clause) -> Vec<TokenIdx> {
    let given = match (clause.passive && clause.inherited, clause.subjects.as_slice()) {
        (true, &[noun]) if view.mention_of(noun).is_none() => Some(noun),
        _ => None,
    };
    given.map(|noun| view.owners(noun)).unwrap_or_default()
}

/// A verb that takes no object has no passive: the tree is mistaken ("thousands *protested*").
fn is_intransitive(entry: &Entry) -> bool {
    entry.objects.is_empty() && !entry.recipient.iter().any(|s| matches!(s, Slot::Object))
}

/// The first slot of `slots` that holds anything besides `taken`.
fn fill(view: &View<'_>, clause: &Clause, slots: &[Slot], taken: &[TokenIdx]) -> Vec<TokenIdx> {
    let free = |heads: Vec<TokenIdx>| -> Vec<TokenIdx> {
        heads.into_iter().filter(|h| !taken.contains(h) && !view.is_time(*h)).collect()
    };
    slots
        .iter()
        .map(|s| free(view.slot_of_verb(clause, s)))
        .find(|h| !h.is_empty())
        .unwrap_or_default()
}

/// The first thing that an entry asks for and the clause does not have.
fn unmet(view: &View<'_>, clause: &Clause, entry: &Entry) -> Option<Reason> {
    let particle = entry.particle.as_ref().is_none_or(|p| view.has_particle(clause.predicate, p));
    let needs = entry.needs;
    Some(match () {
        _ if !particle => Reason::NoParticle,
        _ if !(entry.objects.is_empty() || required(view, clause, entry).is_some()) => {
            Reason::OtherObject
        }
        _ if !(entry.subjects.is_empty() || required_subject(view, clause, entry).is_some()) => {
            Reason::OtherSubject
        }
        _ if needs.no_complement && is_called_something(view, clause.predicate) => {
            Reason::Complement
        }
        _ if needs.no_clause && has_clause(view, clause) => Reason::Complement,
        _ if needs.governed && !has_complement(view, clause.predicate) => Reason::NoComplement,
        _ if needs.asked && !view.asks_for_something(clause.predicate) => Reason::NothingAsked,
        _ if needs.negated && !view.mood(clause).negated => Reason::NotNegated,
        _ if needs.passive && !clause.passive => Reason::NotPassive,
        _ if needs.object && clause.objects.is_empty() => Reason::NoObject,
        _ if !has_recipient(view, clause, entry) => Reason::NoRecipient,
        _ => return None,
    })
}

/// Whether the recipient that the entry needs is there.
fn has_recipient(view: &View<'_>, clause: &Clause, entry: &Entry) -> bool {
    let needs = entry.needs;
    if !(needs.recipient || needs.known_recipient || needs.person) {
        return true;
    }
    let heads = fill(view, clause, &entry.recipient, &[]);
    let answers = entry.kind.as_ref().is_some_and(|k| retold::ANSWERS.contains(k));
    let fits = |&h: &TokenIdx| match (needs.person, needs.known_recipient) {
        (true, _) => {
            let sent = || view.is_of_class(h, "agent") && view.names_somebody(h);
            view.mention_of(h).is_some() || view.lists_members(h) || sent()
        }
        // "called *the ban* unfair": whose it is has been told before.
        (_, true) => view.names_somebody(h) || answers && retold::points_back(view, h),
        _ => true,
    };
    let several =
        || clause.subjects.len() > 1 || clause.subjects.iter().any(|&s| view.lists_members(s));
    heads.iter().any(fits) || (entry.reciprocal && several())
}

/// The object ("was handed *a sentence*" as well), the predicate complement ("found *guilty*") or the
/// phrase ("on/strike"), also one that hangs on the object ("stripped *Togo of its seat*"), that the entry
/// asks for.
fn required(view: &View<'_>, clause: &Clause, entry: &Entry) -> Option<TokenIdx> {
    // "declared that Togo was a war to win" declares none.
    let is_said_of = |k: TokenIdx| {
        let has = |rel| view.tree.child(k, rel).is_some();
        view.tree.token(k).upos == Upos::Noun && has(Deprel::Cop) && has(Deprel::Nsubj)
    };
    // "met the envoy to *demand* it", "suspended flights to *search* for the wreck": what the row means is an object.
    let is_purpose = |k: TokenIdx| {
        let token = view.tree.token(k);
        let infinitive = token.deprel == Deprel::Advcl && token.xpos == "VB";
        let meant = || entry.kind.is_some() && view.any_of_class(&[k], "purpose");
        infinitive && !clause.objects.is_empty() && !meant()
    };
    let own = |&k: &TokenIdx| !is_said_of(k) && !view.is_result(k) && !is_purpose(k);
    let complements = view.complements(clause.predicate).filter(own);
    let kept = if clause.passive { clause.objects.as_slice() } else { &[] };
    // "held Chad *responsible*", read as one phrase
    let objects = || view.logical_objects(clause).iter().copied();
    let behind = |o| view.tree.children_by(o, Deprel::Amod).filter(move |&k| k > o);
    let said = objects().flat_map(behind);
    // "seized a *vessel* fishing there"
    let busy = objects().filter(|&o| view.doc.word(o).ends_with("ing"));
    let busy = busy.flat_map(|o| view.tree.children_by(o, Deprel::Compound));
    let mut heads =
        objects().chain(kept.iter().copied()).chain(complements).chain(said).chain(busy);
    heads.find(|&h| is_one_of(view, h, &entry.objects)).or_else(|| {
        let asked = |(case, t): &&(SmolStr, TokenIdx)| is_phrase(view, case, *t, &entry.objects);
        clause.obliques.iter().find(asked).map(|&(_, t)| t).or_else(|| {
            let behind = view.logical_objects(clause).iter().flat_map(|&o| view.tree.children(o));
            let asked = |k: TokenIdx| {
                let case = view.case_of(k).filter(|_| view.tree.token(k).deprel == Deprel::Nmod);
                case.is_some_and(|case| is_phrase(view, case, k, &entry.objects))
            };
            behind.copied().find(|&k| asked(k)).or_else(|| qualified(view, clause, entry))
        })
    })
}

/// The adjective that the entry asks for, of what somebody is called ("called Togo a *reliable* neighbour",
/// "described it as a *reckless* step").
fn qualified(view: &View<'_>, clause: &Clause, entry: &Entry) -> Option<TokenIdx> {
    let adjectives = |noun: TokenIdx| view.tree.children_by(noun, Deprel::Amod);
    let complements = view.tree.children_by(clause.predicate, Deprel::Xcomp);
    // "called Togo a neighbour", read as two objects
    let second = view.tree.children_by(clause.predicate, Deprel::Obj).skip(1);
    let mut named = complements.chain(second).flat_map(adjectives);
    named.find(|&k| is_one_of(view, k, &entry.objects)).or_else(|| {
        let phrases = clause.obliques.iter().filter(|(case, _)| case == "as");
        let mut behind = phrases.flat_map(|&(_, noun)| adjectives(noun));
        behind.find(|&k| is_phrase(view, "as", k, &entry.objects))
    })
}

/// The subject that the entry asks for; of a passive whose agent is told, the agent.
fn required_subject(view: &View<'_>, clause: &Clause, entry: &Entry) -> Option<TokenIdx> {
    let told = clause.passive && !clause.agents.is_empty();
    let who = if told { &clause.agents } else { &clause.subjects };
    // Where a row lists fire it means a blaze.
    who.iter().copied().find(|&h| is_one_of(view, h, &entry.subjects) && !view.is_gunfire(h))
}

fn has_complement(view: &View<'_>, verb: TokenIdx) -> bool {
    let clause = |&k: &TokenIdx| matches!(view.tree.token(k).deprel, Deprel::Xcomp | Deprel::Ccomp);
    view.tree.children(verb).iter().any(clause) || is_called_something(view, verb)
}

/// Whether one party alone says something of others in a complement clause.
fn has_clause(view: &View<'_>, clause: &Clause) -> bool {
    let finite = |k: TokenIdx| {
        let own = view.tree.children(k).iter().copied();
        own.filter(|&t| view.tree.token(t).deprel.is_subject())
            .any(|t| view.tree.token(t).upos != Upos::Pron)
    };
    clause.subjects.len() < 2 && view.tree.children_by(clause.predicate, Deprel::Ccomp).any(finite)
}

/// A predicate complement that is no infinitive ("called him *a liar*").
fn is_called_something(view: &View<'_>, verb: TokenIdx) -> bool {
    let infinitive = |k: TokenIdx| view.tree.child(k, Deprel::Mark).is_some();
    let object = |&&k: &&TokenIdx| {
        matches!(view.tree.token(k).deprel, Deprel::Obj | Deprel::Iobj) && !view.is_time(k)
    };
    view.tree.children_by(verb, Deprel::Xcomp).any(|k| !infinitive(k))
        || view.tree.children(verb).iter().filter(object).count() > 1
}

/// The verb, its particle and the noun that the entry asks for.
fn trigger(view: &View<'_>, clause: &Clause, entry: &Entry) -> Vec<TokenIdx> {
    let mut words = vec![clause.predicate];
    if let Some(p) = &entry.particle {
        let kids = view.tree.children(clause.predicate).iter().copied();
        words.extend(kids.filter(|&k| view.is_lemma(k, p)).take(1));
    }
    if !entry.objects.is_empty() {
        words.extend(required(view, clause, entry));
    }
    if !entry.subjects.is_empty() {
        words.extend(required_subject(view, clause, entry));
    }
    words
}

impl View<'_> {
    /// Whether a word has a subject and an object, as only verbs have, whatever its tag ("Rebels *Attack*
    /// Garrison").
    pub fn heads_clause(&self, token: TokenIdx) -> bool {
        let has = |rel: Deprel| self.tree.child(token, rel).is_some();
        has(Deprel::Nsubj) && has(Deprel::Obj)
    }

    /// The clause of `verb`, with those counted in place of quantities among its arguments
    /// ("withdrew some of its *troops*").
    fn counted_clause(&self, verb: TokenIdx, classes: &WordClasses) -> Clause {
        let mut clause = self.clause(verb);
        for (case, head) in clause.obliques.iter_mut().filter(|(case, _)| case.is_empty()) {
            *case = self.marker_of(*head).map(SmolStr::from).unwrap_or_default();
        }
        let count = |heads: &mut Vec<TokenIdx>| {
            *heads = heads.iter().flat_map(|&h| self.counted(h, classes)).collect();
        };
        if clause.objects.is_empty() && !clause.passive {
            clause.objects = self.bare_objects(&clause);
        }
        count(&mut clause.objects);
        count(&mut clause.subjects);
        count(&mut clause.agents);
        clause
    }

    /// What the parser may have taken for something else, after a verb without object: a noun
    /// phrase without preposition that is no time, or a noun coordinated without conjunction.
    fn bare_objects(&self, clause: &Clause) -> Vec<TokenIdx> {
        let after = |t: &TokenIdx| *t > clause.predicate && !self.is_time(*t);
        let obliques = clause.obliques.iter().filter(|(case, _)| case.is_empty()).map(|&(_, t)| t);
        let nominal = |t: TokenIdx| matches!(self.tree.token(t).upos, Upos::Noun | Upos::Propn);
        let conjuncts = self
            .tree
            .children_by(clause.predicate, Deprel::Conj)
            .filter(|&t| nominal(t) && self.tree.child(t, Deprel::Cc).is_none());
        obliques.chain(conjuncts).filter(after).collect()
    }

    /// Those whom a quantity counts ("dozens of *activists*"); else the head itself.
    pub fn counted(&self, head: TokenIdx, classes: &WordClasses) -> Vec<TokenIdx> {
        let quantity = classes.is_word(self, "quantity", head);
        if !quantity || self.mention_of(head).is_some() {
            return vec![head];
        }
        let mut counted = self.nominal_modifiers(head, "of");
        if counted.is_empty() {
            // "some *within the party*"
            let inside = ["within", "inside", "among"].into_iter();
            let all = inside.flat_map(|case| self.nominal_modifiers(head, case));
            counted = all.filter(|&t| self.mention_of(t).is_some()).collect();
        }
        match counted.is_empty() {
            true => vec![head],
            false => counted.into_iter().flat_map(|c| self.counted(c, classes)).collect(),
        }
    }
}
