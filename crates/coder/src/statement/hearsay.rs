//! What is told as others' word without saying whose: "allegedly", "an alleged attack", "is said to
//! have fled", "the rumour that ...", a quotation of nobody.
//!
//! Such a statement is there only so that what it holds is not taken for the outlet's own word: it has
//! no source, and is marked as a `voice`. Words are `@hearsay` of `classes.tsv`. Does not look for the
//! source: what has one is found by the other rules.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::content_of;
use super::noun::{is_relative, misread, predicated};
use crate::View;
use verbale_document::{Deprel, Span, TokenIdx, Upos};

/// The hearsay that the word at `at` tells of.
pub(super) fn draft(view: &View, cues: &Cues, at: TokenIdx) -> Option<Draft> {
    let token = view.tree.token(at);
    if let Some(content) = predicated(view, at).filter(|_| cues.noun(&token.lemma).is_some()) {
        return voice(at, Some(view.span(at)), content);
    }
    let told = adverb(view, cues, at)
        .or_else(|| passive(view, cues, at))
        .or_else(|| heard(view, cues, at))
        .or_else(|| noun(view, cues, at))?;
    let all = std::iter::once(told).chain(view.joined_to(told));
    let content = all.flat_map(|verb| content_of(view, verb, |t| t == at)).collect();
    voice(at, Some(view.span(at)), content)
}

/// A statement of nobody.
pub(super) fn voice(cue: TokenIdx, cue_span: Option<Span>, content: Vec<Span>) -> Option<Draft> {
    let some = !content.is_empty();
    some.then(|| Draft { cue_span, content, voice: true, ..Draft::plain(cue, "statement/hearsay") })
}

/// "allegedly" beside a verb, "alleged" before a noun: what they qualify.
fn adverb(view: &View, cues: &Cues, at: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(at);
    let qualifies = matches!(token.deprel, Deprel::Advmod | Deprel::Amod);
    let word = view.doc.word(at).to_lowercase();
    token.head.filter(|_| qualifies && cues.is_hearsay(&word))
}

/// "is said to have fled", "it is alleged that ...", "is supposed to have fled" (who is supposed to flee has to): the
/// clause.
fn passive(view: &View, cues: &Cues, at: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(at);
    let have = |k: TokenIdx| view.is_lemma(k, "have");
    let past = |x: TokenIdx| view.tree.children_by(x, Deprel::Aux).any(have);
    let supposed = || {
        let infinitive = view.tree.child(at, Deprel::Xcomp);
        view.is_lemma(at, "suppose") && infinitive.is_some_and(past)
    };
    let told = token.xpos == "VBN" && (cues.is_hearsay(&token.lemma) || supposed());
    let clause = told.then(|| view.clause(at))?;
    let nobody = clause.passive && clause.agents.is_empty();
    let content = view.tree.child(at, Deprel::Xcomp).or(view.tree.child(at, Deprel::Ccomp));
    content.filter(|_| nobody)
}

/// "the inquest *heard* that ...", "the jury *was told* how ...": what somebody says in court.
fn heard(view: &View, cues: &Cues, at: TokenIdx) -> Option<TokenIdx> {
    let clause =
        ["hear", "tell"].into_iter().any(|v| view.is_lemma(at, v)).then(|| view.clause(at))?;
    let told = clause.passive == view.is_lemma(at, "tell") && clause.agents.is_empty();
    let court = clause.subjects.first().is_some_and(|&s| cues.hears(view.lemma(s)));
    view.tree.child(at, Deprel::Ccomp).filter(|_| told && court)
}

/// "the rumour that ...", of nobody.
fn noun(view: &View, cues: &Cues, at: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(at);
    cues.noun(&token.lemma).filter(|_| token.upos == Upos::Noun)?;
    let that = |k: &TokenIdx| {
        let clause = matches!(view.tree.token(*k).deprel, Deprel::Acl | Deprel::Ccomp)
            || cues.is_hearsay_noun(&token.lemma) && view.is_marked_relative(*k);
        let that = view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "that"));
        clause && that && !is_relative(view, cues, *k)
    };
    let kids = || view.tree.children(at).iter().copied();
    let charge = || kids().find(|&k| is_charge(view, cues, at, k));
    let bare = || kids().find(|&k| cues.is_hearsay_noun(&token.lemma) && is_whole(view, k));
    let about = || emerged(view, cues, at);
    kids().find(that).or_else(|| misread(view, at)).or_else(charge).or_else(bare).or_else(about)
}

/// "reports *emerged* that ...", "speculation is *rife* that ...": the clause, which the tree hangs on the verb.
fn emerged(view: &View, cues: &Cues, noun: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(noun);
    let subject = token.head.filter(|_| token.deprel == Deprel::Nsubj);
    let next = || {
        Some(noun + 1)
            .filter(|&t| view.doc.tokens.as_ref().is_some_and(|all| (t as usize) < all.len()))
    };
    let verb = subject
        .or_else(next)
        .filter(|&v| matches!(view.tree.token(v).upos, Upos::Verb | Upos::Adj))?;
    if cues.verb_at(view, verb).is_some() {
        return None;
    }
    let that = |k: &TokenIdx| {
        view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "that") && m > verb)
    };
    let clauses = [Deprel::Ccomp, Deprel::Csubj];
    clauses.into_iter().flat_map(|rel| view.tree.children_by(verb, rel)).find(that)
}

/// "accusations *he beat and robbed a guard*", read as a relative clause: with a subject and, after its first verb or
/// its second, an object, it has no place for what it would stand beside ("accusations he denied").
fn is_whole(view: &View, clause: TokenIdx) -> bool {
    let token = view.tree.token(clause);
    let subject = view.tree.child(clause, Deprel::Nsubj);
    let relative = |noun: TokenIdx| {
        let own = view.tree.children(noun).iter().copied();
        let mut words = own.chain([noun]).map(|t| view.tree.token(t));
        words.any(|t| matches!(t.xpos.as_str(), "WP" | "WDT" | "WP$" | "WRB"))
    };
    let own = |v: TokenIdx| {
        let filled = [Deprel::Obj, Deprel::Ccomp];
        filled.iter().any(|&rel| view.tree.child(v, rel).is_some_and(|o| !relative(o)))
    };
    let verbs = std::iter::once(clause).chain(view.tree.children_by(clause, Deprel::Conj));
    token.deprel == Deprel::AclRelcl
        && subject.is_some_and(|s| !relative(s))
        && verbs.into_iter().any(own)
}

/// "on charges of plotting to kill", "claims about torture": a gerund or an act behind the preposition; not
/// "in charge of planning".
fn is_charge(view: &View, cues: &Cues, noun: TokenIdx, kid: TokenIdx) -> bool {
    let case = view.tree.child(kid, Deprel::Mark).or(view.tree.child(kid, Deprel::Case));
    let lemma = case.map(|m| view.lemma(m)).unwrap_or_default();
    let reported = view.is_lemma(noun, "report");
    let about = lemma == "of" || !reported && matches!(lemma, "about" | "concerning" | "regarding");
    let token = view.tree.token(kid);
    let act = match token.deprel {
        Deprel::Acl => token.xpos == "VBG",
        Deprel::Nmod => token.upos == Upos::Noun && cues.is_deed(&token.lemma),
        _ => false,
    };
    act && about && cues.is_hearsay_noun(view.lemma(noun)) && !view.has_case(noun, "in")
}
