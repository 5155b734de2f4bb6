//! What stands to a cue verb as its content, by the verb's frames: a clause, an infinitive, an object, a
//! phrase.
//!
//! Clauses are [`super::complement`]'s, phrases [`super::prepositional`]'s, and what stands beside the verb
//! [`super::parataxis`]'s. Who says it is [`super::verb`]'s.

use super::complement::{
    behind_that, below_document, clausal, is_remark, quoted_before, that_before_plural,
};
use super::cue::{Cue, Cues};
use super::extent::{content_of, runs};
use super::parataxis::{before_speaker, paratactic};
use super::prepositional::{in_order, infinitives, prepositional};
use super::verb::is_citing;
use crate::{Clause, View};
use verbale_document::{Act, Deprel, MentionKind, Sentence, Span, Stance, TokenIdx, Upos};

/// Content as a frame gives it.
pub(super) struct Found {
    pub spans: Vec<Span>,
    pub rule: &'static str,
    pub preposition: Option<TokenIdx>,
    pub quoted: bool,
    /// Whose word it is, where that stands in no slot of the verb.
    pub source: Option<TokenIdx>,
}

impl Found {
    pub(super) fn new(spans: Vec<Span>, rule: &'static str) -> Option<Found> {
        let some = !spans.is_empty();
        let found = Found { spans, rule, preposition: None, quoted: false, source: None };
        some.then_some(found)
    }
}

/// The first frame of the cue that the tree fills.
pub(super) fn content(
    view: &View,
    cues: &Cues,
    cue: &Cue,
    clause: &Clause,
    sentence: &Sentence,
) -> Option<Found> {
    let frames = &cue.frames;
    let verb = clause.predicate;
    if is_citing(view, verb)
        && let Some(&object) = clause.objects.first()
    {
        return Found::new(content_of(view, object, |_| false), "obj");
    }
    if let Some(found) = quoted_before(view, verb) {
        return Some(found);
    }
    let speech = cue.act != Act::Thought && frames.quote;
    if (frames.that || frames.quote)
        && !(frames.as_ && is_named(view, verb))
        && let Some(found) = before_speaker(view, verb)
            .or_else(|| that_before_plural(view, verb))
            .or_else(|| clausal(view, cues, verb))
            .or_else(|| behind_that(view, verb, sentence))
            .or_else(|| below_document(view, verb))
            .or_else(|| paratactic(view, cues, verb, sentence).filter(|_| speech))
    {
        return Some(found);
    }
    if let Some(found) = prepositional(view, cue, clause) {
        return Some(found);
    }
    if let (true, Some(found)) = (frames.as_, called(view, clause)) {
        return Some(found);
    }
    if let (true, true) = (clause.passive, frames.obj_of)
        && let Some(found) = charged(view, verb)
    {
        return Some(found);
    }
    // "called on Friday"
    let timeless = |t: &TokenIdx| !(clause.passive || frames.as_ && view.is_time(*t));
    let object = clause.objects.first().copied().filter(timeless);
    let addressed = object.or(clause.indirect.first().copied().filter(timeless));
    if let (Some(named), true) = (clause.indirect.first(), frames.as_)
        && let Some(object) = object
    {
        // "called the plan a mistake", read as two objects
        let both =
            [*named, object].into_iter().flat_map(|t| view.tree.subtree(t)).collect::<Vec<_>>();
        return Found::new(runs(view, &both), "object");
    }
    let infinitive = view.tree.child(verb, Deprel::Xcomp);
    if let (Some(object), true) =
        (addressed, frames.obj_to || frames.as_ || frames.obj_of || frames.obj_as)
        && let Some(found) = object_and_more(view, cues, cue, verb, object)
    {
        return Some(found);
    }
    let gerund = |t: &TokenIdx| frames.obj && view.is_gerund(*t);
    // "pleaded guilty" has none
    let verbal = |t: &TokenIdx| {
        view.tree.token(*t).upos == Upos::Verb || view.tree.child(*t, Deprel::Mark).is_some()
    };
    if let Some(infinitive) = infinitive.filter(|t| frames.to && verbal(t) || gerund(t)) {
        return Found::new(content_of(view, infinitive, |_| false), "to");
    }
    if let (true, None, Some(found)) = (frames.to, object, proposed(view, clause)) {
        return Some(found);
    }
    let object = object?;
    let document = || clause.subjects.first().is_some_and(|&s| cues.is_text(view.lemma(s)));
    if frames.obj_doc && document() {
        return Found::new(shown(view, verb, object), "obj");
    }
    // "denied them help" refuses it
    if cue.stance == Stance::Deny && !clause.indirect.is_empty() {
        return None;
    }
    // "dismissed the minister", "are questioning the suspects": no word of theirs
    if cue.stance == Stance::Deny && is_person(view, cues, object) {
        return None;
    }
    let named = view.mention_of(object).is_some() || view.tree.token(object).upos == Upos::Pron;
    let act = frames.obj_act && !named && cues.is_deed(view.lemma(object));
    let whole = act || frames.obj;
    Found::new(with_purpose(view, verb, object), "obj").filter(|_| whole)
}

/// "called the vote “unfair”", read as a clause: an object with what it is called has no subject in it.
fn is_named(view: &View, verb: TokenIdx) -> bool {
    let own = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Mark];
    let bare = |c: TokenIdx| own.iter().all(|&rel| view.tree.child(c, rel).is_none());
    let object = view.tree.child(verb, Deprel::Obj).filter(|&o| o > verb);
    let name = view.tree.child(verb, Deprel::Ccomp);
    object.is_some_and(|o| name.is_some_and(|c| c > o && bare(c)))
}

/// Whether an object denotes a person or people.
fn is_person(view: &View, cues: &Cues, object: TokenIdx) -> bool {
    let mention = view.mention_of(object).map(|m| view.doc.mention(m).kind);
    mention == Some(MentionKind::Person)
        || view.tree.token(object).upos == Upos::Noun && cues.is_person(view.lemma(object))
}

/// "proposed to the states to meet": an infinitive behind whom it is said to.
fn proposed(view: &View, clause: &Clause) -> Option<Found> {
    let (_, to) = clause.obliques.iter().find(|(case, _)| case == "to")?;
    let infinitive = infinitives(view, clause.predicate).find(|k| k > to)?;
    Found::new(content_of(view, infinitive, |_| false), "to")
}

/// An object with the infinitive that fills it out, wherever the tree hangs it: "requested support to
/// rebuild the port".
fn with_purpose(view: &View, verb: TokenIdx, object: TokenIdx) -> Vec<Span> {
    let mut tokens = view.tree.subtree_without(object, |t| t == verb || is_remark(view, t));
    let end = tokens.last().copied().unwrap_or(object);
    let more = infinitives(view, verb).filter(|&k| k > end);
    more.for_each(|k| tokens.extend(view.tree.subtree(k)));
    runs(view, &in_order(tokens))
}

/// An object with what a document tells of it: "the poll shows the party ahead".
fn shown(view: &View, verb: TokenIdx, object: TokenIdx) -> Vec<Span> {
    let more = |k: &TokenIdx| {
        let rel = view.tree.token(*k).deprel;
        *k > object && matches!(rel, Deprel::Xcomp | Deprel::Obl | Deprel::Advmod)
    };
    let kids = view.tree.children(verb).iter().copied().filter(more);
    let all = std::iter::once(object).chain(kids);
    runs(view, &in_order(all.flat_map(|k| view.tree.subtree(k)).collect()))
}

/// "what it called a farce", "the vote, described by Chad as a farce": what something that stands
/// outside the clause is called.
fn called(view: &View, clause: &Clause) -> Option<Found> {
    let verb = clause.predicate;
    let relative = |t: &TokenIdx| view.is_relative_pronoun(*t);
    let kids = view.tree.children(verb).iter().copied();
    let subject = kids.clone().find(|&k| view.tree.token(k).deprel == Deprel::Nsubj);
    let gap =
        view.tree.token(verb).deprel == Deprel::AclRelcl && subject.is_some_and(|s| !relative(&s));
    let named = |k: &TokenIdx| match view.tree.token(*k).deprel {
        Deprel::Obl | Deprel::Advcl => view.has_case(*k, "as"),
        Deprel::Obj => gap && !relative(k),
        Deprel::Xcomp => true,
        _ => false,
    };
    let names: Vec<TokenIdx> = kids.filter(|k| *k > verb && named(k)).collect();
    let &[name] = names.as_slice() else { return None };
    let name = Some(name).filter(|_| gap || clause.passive)?;
    let as_ = view.tree.child(name, Deprel::Case);
    // "is called a farce by Chad", where the tree hangs Chad on the farce
    let by = |k: &TokenIdx| clause.agents.is_empty() && view.has_case(*k, "by");
    let agent = view.tree.children_by(name, Deprel::Nmod).find(by).filter(|_| clause.passive);
    let cut = |t: TokenIdx| Some(t) == as_ || Some(t) == agent;
    Found::new(content_of(view, name, cut), "called").map(|f| Found { source: agent, ..f })
}

/// "urged Chad to withdraw", "accused Togo of ...", "called the vote a farce".
fn object_and_more(
    view: &View,
    cues: &Cues,
    cue: &Cue,
    verb: TokenIdx,
    object: TokenIdx,
) -> Option<Found> {
    let kids = view.tree.children(verb).iter().copied().filter(|&k| k > object);
    let somebody = view.tree.token(object).upos == Upos::Pron
        || view.mention_of(object).is_some()
        || cues.is_speaker(view.lemma(object));
    // one expects anything to happen, but asks somebody
    let asks = cue.frames.obj_to && (somebody || cue.act == Act::Thought && !cue.frames.as_);
    let asked = |k: TokenIdx| asks && infinitives(view, verb).any(|i| i == k);
    let named = |k: TokenIdx| {
        cue.frames.as_
            && view.tree.token(k).deprel == Deprel::OblUnmarked
            && view.tree.child(k, Deprel::Det).is_some_and(|d| !view.is_lemma(d, "this"))
            && !view.is_time(k)
    };
    let seen = |k: TokenIdx| cue.frames.obj_as && is_as(view, k);
    let over = |k: TokenIdx| cue.stance == Stance::Accuse && view.has_case(k, "over");
    let fits = |&k: &TokenIdx| belongs(view, k) || over(k) || asked(k) || named(k) || seen(k);
    let more: Vec<TokenIdx> = kids.filter(fits).collect();
    if cue.frames.obj_as && !more.iter().any(|&k| view.has_case(k, "as") || is_as(view, k)) {
        return None;
    }
    let mut tokens = view.tree.subtree(object);
    // "urged residents of the town to leave", read as "the town to leave"
    let charged = |t: TokenIdx| cue.frames.obj_of && is_charge(view, t);
    let inside = tokens.iter().any(|&t| charged(t))
        || asks && tokens.iter().any(|&t| t != object && is_asked(view, t));
    if more.is_empty() && !inside {
        return None;
    }
    more.iter().for_each(|&k| tokens.extend(view.tree.subtree(k)));
    if let Some(last) = more.iter().rev().find(|&&k| asked(k)) {
        let behind = view.tree.children(verb).iter().copied();
        let behind = behind.filter(|k| k > last && goes_with(view, *k));
        behind.for_each(|k| tokens.extend(view.tree.subtree(k)));
    }
    Found::new(runs(view, &in_order(tokens)), "object")
}

/// "of spying": in "accused a man working for Chad of spying" the tree may hang it on the man's work.
fn is_charge(view: &View, at: TokenIdx) -> bool {
    let of = view.tree.child(at, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "of"));
    of && matches!(view.tree.token(at).deprel, Deprel::Advcl | Deprel::Acl)
}

/// "as being unfair", "as too late".
fn is_as(view: &View, at: TokenIdx) -> bool {
    let as_ = |k: &TokenIdx| {
        let rel = view.tree.token(*k).deprel;
        matches!(rel, Deprel::Mark | Deprel::Advmod) && view.is_lemma(*k, "as")
    };
    let as_ = view.tree.children(at).first().is_some_and(as_);
    as_ && view.tree.child(at, Deprel::Nsubj).is_none()
}

/// "before levelling off": a gerund behind what is expected or asked for is part of it.
fn goes_with(view: &View, at: TokenIdx) -> bool {
    let mark = view.tree.child(at, Deprel::Mark).map(|m| view.lemma(m)).unwrap_or_default();
    let gerund = view.tree.token(at).xpos == "VBG" && view.tree.token(at).deprel == Deprel::Advcl;
    gerund && matches!(mark, "before" | "after" | "without" | "by")
}

/// An infinitive that hangs on a noun.
fn is_asked(view: &View, at: TokenIdx) -> bool {
    let to = view.tree.child(at, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "to"));
    to && view.tree.token(at).deprel == Deprel::Acl
}

/// "is accused of crimes": what the subject of a passive is charged with.
fn charged(view: &View, verb: TokenIdx) -> Option<Found> {
    let mut kids = view.tree.children(verb).iter().copied();
    let charge = kids.find(|&k| k > verb && belongs(view, k))?;
    let marks = [Deprel::Case, Deprel::Mark].map(|rel| view.tree.child(charge, rel));
    let spans = content_of(view, charge, |t| marks.contains(&Some(t)));
    Found::new(spans, "charged")
}

/// Complements that say what the object is charged with, asked for or called.
fn belongs(view: &View, kid: TokenIdx) -> bool {
    match view.tree.token(kid).deprel {
        Deprel::Xcomp | Deprel::Ccomp => true,
        Deprel::Obl | Deprel::Advcl => {
            let mark = view.tree.child(kid, Deprel::Mark).or(view.tree.child(kid, Deprel::Case));
            mark.is_some_and(|m| matches!(view.lemma(m), "of" | "for" | "as" | "against"))
        }
        _ => false,
    }
}
