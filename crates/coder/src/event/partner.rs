//! The other party of an act that a noun names, where the noun has but one beside it: "in cooperation with Chad,
//! *Togo* built a road", "*Togo* ended the boycott following talks with Chad", "the invasion *of Togo* in Chad",
//! "despite threats from Chad *Togo* left".
//!
//! Who meets or works with somebody is whose doing the clauses around tell. Also whose deed it is that others speak
//! of. Does not look beyond the sentence.

use super::lexicon::{Entry, Index};
use super::ontology::{ACCUSE, ASSAULT, COERCE, PROTEST, REJECT, REQUEST, THREATEN};
use super::slot::Slot;
use super::verb;
use crate::View;
use verbale_document::{Deprel, EventType, MentionKind, SmolStr, TokenIdx, Upos};

/// Prepositions before whom an attack hits.
const HIT: [&str; 5] = ["in", "against", "on", "upon", "into"];

/// Prepositions that set an act beside another in time.
const MEANWHILE: [&str; 10] =
    ["in", "during", "after", "before", "at", "with", "on", "upon", "following", "ahead"];

/// Who does something during, before or after a meeting of theirs: "*Togo* signed it on a visit to Chad", "in talks with
/// Chad, *Togo* asked ...", "*the envoy*, on a visit to Chad, ...".
pub fn meanwhile(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let token = view.tree.token(noun);
    let beside = view.marker_of(noun).is_some_and(|case| MEANWHILE.contains(&case));
    let Some(head) = token.head.filter(|_| beside) else { return Vec::new() };
    let known = |t: &TokenIdx| {
        let kind = view.mention_of(*t).map(|m| view.doc.mention(m).kind);
        kind.is_some_and(|k| k != MentionKind::Place)
    };
    let comma = || view.tree.child(noun, Deprel::Case).is_some_and(|c| view.is_behind_comma(c));
    match token.deprel {
        Deprel::Nmod if comma() => view.conjuncts(head).into_iter().filter(known).collect(),
        Deprel::Obl => {
            // "“A,” he said after talks": a phrase belongs to no verb before the one that it stands behind.
            let between =
                |&a: &TokenIdx| head < a && a < noun && view.tree.token(a).upos == Upos::Verb;
            let verb = view.tree.ancestors(head).filter(between).max().unwrap_or(head);
            view.clause(verb).subjects.into_iter().filter(known).collect()
        }
        _ => Vec::new(),
    }
}

/// Who does something together with others: "in cooperation with Chad, *Togo* built a road", "the school built
/// by *Togo* in partnership with Chad".
pub fn who_does(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let clause = view.tree.token(noun).head.map(|h| view.clause(h));
    clause.map(|c| if c.passive { c.agents } else { c.subjects }).unwrap_or_default()
}

/// Who meets somebody, by the nearest clause around that has somebody as its subject: "*Togo* praised the progress
/// in talks with Chad", "*the envoy* ended a tour that included a meeting with the king".
pub fn who_meets(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let with = view.nominal_modifiers(noun, "with");
    let above = |a: TokenIdx| view.is_of_class(a, "presence");
    if with.is_empty() || view.tree.ancestors(noun).any(above) {
        return Vec::new();
    }
    let somebody = |t: &TokenIdx| {
        let mention = view.mention_of(*t).map(|m| view.doc.mention(m));
        let who =
            mention.is_some_and(|m| !matches!(m.kind, MentionKind::Place | MentionKind::Time));
        who && !with.iter().any(|w| view.is_same_one(*w, *t))
    };
    let verbs = view.tree.ancestors(noun).filter(|&a| view.tree.token(a).upos == Upos::Verb);
    let subjects = verbs.map(|v| view.clause(v)).map(|c| (c.passive, c.subjects));
    for (passive, subjects) in subjects {
        if subjects.iter().any(somebody) {
            let told = !passive && subjects.iter().all(somebody);
            return if told { subjects } else { Vec::new() };
        }
    }
    Vec::new()
}

/// "recalled the murder of an envoy *by Chad*", where the tree hangs the last phrase on the verb: an active verb has no
/// agent.
pub fn agents_beside_verb(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let token = view.tree.token(noun);
    let Some(verb) = token.head.filter(|_| token.deprel == Deprel::Obj) else { return Vec::new() };
    let clause = view.clause(verb);
    let who = |t: TokenIdx| {
        let kind = view.mention_of(t).map(|m| view.doc.mention(m).kind);
        kind.is_some_and(|k| !matches!(k, MentionKind::Place | MentionKind::Time))
    };
    let agent = |(case, t): &&(SmolStr, TokenIdx)| case == "by" && *t > noun && who(*t);
    let active = !clause.passive && view.nominal_modifiers(noun, "of").iter().any(|&t| t > noun);
    let all = clause.obliques.iter().filter(agent).map(|&(_, t)| t);
    if active { all.collect() } else { Vec::new() }
}

/// Who is said to have done it: "blamed the attack on *Togo*", "*Togo* was behind the attack".
pub fn culprits(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let token = view.tree.token(noun);
    let blamed = |h: TokenIdx| view.is_lemma(h, "blame") || view.is_lemma(h, "pin");
    let object = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass);
    if let Some(verb) = token.head.filter(|&h| object && blamed(h)) {
        let own = view.nominal_modifiers(noun, "on");
        let obliques = view.clause(verb).obliques.into_iter();
        let beside = || obliques.filter(|(case, _)| case == "on").map(|(_, t)| t).collect();
        return if own.is_empty() { beside() } else { own };
    }
    match view.has_case(noun, "behind") {
        true => view.clause(noun).subjects,
        false => Vec::new(),
    }
}

/// Whom words against a deed are against: not those to whom it was done ("criticised the arrest of *a Chadian*"),
/// but who did it, or the state where it was done.
pub fn doers_blamed(view: &View<'_>, nouns: &Index, heads: &[TokenIdx]) -> Vec<TokenIdx> {
    let deed = |h: TokenIdx| {
        let noun = view.tree.token(h).head.filter(|_| view.has_case(h, "of"))?;
        let entry = act_of(view, nouns, noun).filter(|e| is_harm(e))?;
        let suffered = entry.recipient.contains(&Slot::Preposition("of".into()));
        (suffered && view.tree.token(noun).upos == Upos::Noun).then_some(noun)
    };
    let instead = |noun: TokenIdx| {
        let doers = view.authors(noun);
        if doers.is_empty() { states_inside(view, noun) } else { doers }
    };
    // "condemned the coup *in Chad*": what those who hold a state do to its people.
    let held = |h: TokenIdx| {
        let noun = view.tree.token(h).upos == Upos::Noun && view.mention_of(h).is_none();
        let act = act_of(view, nouns, h);
        let coerces = act.is_some_and(|e| e.kind == Some(COERCE)) && view.authors(h).is_empty();
        Some(states_inside(view, h)).filter(|all| noun && coerces && !all.is_empty())
    };
    // "investigates allegations *against the mayor*": whom they are against.
    let charged = |h: TokenIdx| {
        let against = view.nominal_modifiers(h, "against").into_iter();
        let named: Vec<TokenIdx> = against.filter(|&t| view.mention_of(t).is_some()).collect();
        let alleges = view.is_of_class(h, "accusation") && view.authors(h).is_empty();
        Some(named).filter(|all| alleges && !all.is_empty())
    };
    let one = |h: TokenIdx| {
        charged(h).or_else(|| deed(h).map(instead)).or_else(|| held(h)).unwrap_or_else(|| vec![h])
    };
    heads.iter().flat_map(|&h| one(h)).collect()
}

/// Whom a deed that "drew criticism" is blamed on: who did it ("the arrest of a Chadian *by Togo*"), else the state where
/// it was done; the head itself where it names no such deed.
pub fn doers_of(view: &View<'_>, nouns: &Index, head: TokenIdx) -> Vec<TokenIdx> {
    let noun = view.tree.token(head).upos == Upos::Noun && view.actor_at(head).is_none();
    let harm = act_of(view, nouns, head).filter(|e| noun && is_harm(e));
    let Some(entry) = harm else { return vec![head] };
    let by = || view.nominal_modifiers(head, "by").into_iter();
    let owns = entry.actor.contains(&Slot::Owner) && !entry.recipient.contains(&Slot::Owner);
    let states = || view.owners(head).into_iter().filter(|&t| view.is_country(t));
    let doers: Vec<TokenIdx> =
        if owns { view.authors(head) } else { by().chain(states()).collect() };
    if doers.is_empty() { states_inside(view, head) } else { doers }
}

/// The first row of a noun that names an act.
fn act_of<'i>(view: &View<'_>, nouns: &'i Index, noun: TokenIdx) -> Option<&'i Entry> {
    verb::entries(view, nouns, noun)?.iter().find(|e| e.kind.is_some())
}

fn is_harm(entry: &Entry) -> bool {
    entry.kind.as_ref().is_some_and(|k| [ASSAULT, COERCE].contains(k))
}

/// "the arrest *in Chad*": the states where it was done.
fn states_inside(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let inside = view.nominal_modifiers(noun, "in").into_iter();
    inside.filter(|&t| view.is_country(t)).collect()
}

/// "the invasion *of Chad* in Togo", "Chad's" in other words: of two states behind an attack, the one behind "of"
/// comes and the other is where it goes. Killings are of those who are killed.
pub fn of_two_states(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> Vec<TokenIdx> {
    let has = |p: &str| entry.recipient.contains(&Slot::Preposition(p.into()));
    let state = |h: &TokenIdx| {
        let mention = view.mention_of(*h).map(|m| view.doc.mention(m));
        mention.is_some_and(|m| m.kind == MentionKind::Country && m.head == *h)
    };
    if entry.kind != Some(ASSAULT) || !has("into") || !has("against") {
        return Vec::new();
    }
    let of = view.nominal_modifiers(noun, "of");
    let hit = HIT.iter().flat_map(|p| view.nominal_modifiers(noun, p));
    let hit: Vec<TokenIdx> = hit.filter(|h| !of.contains(h)).collect();
    let two = hit.iter().any(state) && !of.is_empty() && of.iter().all(state);
    if two { of } else { Vec::new() }
}

/// Who is given what the noun names: "granted *the rebels* an amnesty", "*the rebels* were offered talks".
pub fn given(view: &View<'_>, head: TokenIdx, noun: TokenIdx, taken: &[TokenIdx]) -> Vec<TokenIdx> {
    if view.tree.token(head).upos == Upos::Noun {
        return Vec::new();
    }
    let clause = view.clause(head);
    let object = clause.objects.contains(&noun);
    let mut heads = if clause.passive { clause.subjects } else { clause.indirect };
    heads.retain(|h| object && !taken.contains(h));
    heads
}

/// Against whom words are that somebody disregards, answers or acts upon: "*Togo* closed the border despite appeals from
/// Chad", "*Togo* sold the jets over the objections of Chad", "in response to criticism from Chad, *Togo* left".
pub fn answers(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> Vec<TokenIdx> {
    const WORDS: [EventType; 5] = [ACCUSE, PROTEST, REJECT, REQUEST, THREATEN];
    let objects = view.is_of_class(noun, "objection");
    let verbal = entry.kind.as_ref().is_some_and(|k| WORDS.contains(k));
    if !verbal || !objects && !view.is_of_class(noun, "deterring") {
        return Vec::new();
    }
    // Who answers allegations need not be the one against whom they are.
    let told = view.is_of_class(noun, "hearsay-noun");
    let above = view.tree.token(noun).head.filter(|&h| {
        let reply = view.is_of_class(h, "replying") && view.has_case(h, "in");
        reply && view.has_case(noun, "to") && !told
    });
    let phrase = match view.marker_of(noun) {
        Some("despite" | "notwithstanding") => Some(noun),
        Some("over") if objects => Some(noun),
        Some("after" | "following" | "amid") if view.is_of_class(noun, "swaying") => Some(noun),
        _ => above,
    };
    let token = phrase.map(|t| view.tree.token(t));
    let verb = token.and_then(|t| t.head.filter(|_| t.deprel == Deprel::Obl));
    let clause = verb.filter(|&v| view.tree.token(v).upos == Upos::Verb).map(|v| view.clause(v));
    let Some(clause) = clause else { return Vec::new() };
    let mut does = if clause.passive { clause.agents } else { clause.subjects };
    does.retain(|&t| view.mention_of(t).is_some());
    does
}
