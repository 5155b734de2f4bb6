//! What stands to a cue verb as its content, by the verb's frames: a clause, an infinitive, an object, a
//! phrase.
//!
//! The tree gives the words; where it hangs them elsewhere ("said A, and B", "said in a report that A")
//! they are found by their place. Who says it is [`super::verb`]'s.

use super::cue::Cue;
use super::extent::{content_of, runs};
use super::verb::is_citing;
use crate::{Clause, View};
use verbale_document::{Act, Deprel, Sentence, SmolStr, Span, Stance, TokenIdx, Upos};

/// Content as a frame gives it.
pub(super) struct Found {
    pub spans: Vec<Span>,
    pub rule: &'static str,
    pub preposition: Option<TokenIdx>,
    pub stance: Option<Stance>,
    pub quoted: bool,
}

impl Found {
    fn new(spans: Vec<Span>, rule: &'static str) -> Option<Found> {
        let some = !spans.is_empty();
        let found = Found { spans, rule, preposition: None, stance: None, quoted: false };
        some.then_some(found)
    }
}

/// The first frame of the cue that the tree fills.
pub(super) fn content(
    view: &View,
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
    let speech = cue.act != Act::Thought && frames.quote;
    if (frames.that || frames.quote)
        && let Some(found) = clausal(view, verb)
            .or_else(|| behind_that(view, verb, sentence))
            .or_else(|| below_document(view, verb))
            .or_else(|| paratactic(view, verb, sentence).filter(|_| speech))
    {
        return Some(found);
    }
    if let Some(found) = prepositional(view, &frames.prepositions, clause) {
        return Some(found);
    }
    if let (true, true) = (clause.passive, frames.obj_of)
        && let Some(found) = charged(view, verb)
    {
        return Some(found);
    }
    let object = clause.objects.first().copied().filter(|_| !clause.passive);
    if let (Some(named), true) = (clause.indirect.first(), frames.as_)
        && let Some(object) = object
    {
        // "called the plan a mistake", read as two objects
        let both =
            [*named, object].into_iter().flat_map(|t| view.tree.subtree(t)).collect::<Vec<_>>();
        return Found::new(runs(view, &both), "object");
    }
    let infinitive = view.tree.child(verb, Deprel::Xcomp);
    if let (Some(object), true) = (object, frames.obj_to || frames.as_ || frames.obj_of)
        && let Some(found) = object_and_more(view, verb, object)
    {
        return Some(found);
    }
    if let (Some(infinitive), true) = (infinitive, frames.to) {
        return Found::new(content_of(view, infinitive, |_| false), "to");
    }
    let object = object.filter(|_| frames.obj || frames.obj_of)?;
    Found::new(with_purpose(view, verb, object), "obj")
}

/// An object with the infinitive that fills it out, wherever the tree hangs it: "requested support to
/// rebuild the port".
fn with_purpose(view: &View, verb: TokenIdx, object: TokenIdx) -> Vec<Span> {
    let mut tokens = view.tree.subtree(object);
    let end = tokens.last().copied().unwrap_or(object);
    let infinitive = |k: &TokenIdx| {
        let clause = matches!(view.tree.token(*k).deprel, Deprel::Xcomp | Deprel::Advcl);
        let to = view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "to"));
        clause && to && *k > end
    };
    let more = view.tree.children(verb).iter().copied().filter(infinitive);
    more.for_each(|k| tokens.extend(view.tree.subtree(k)));
    runs(view, &in_order(tokens))
}

/// A finite clause under the verb.
fn clausal(view: &View, verb: TokenIdx) -> Option<Found> {
    let kids = view.tree.children(verb).iter().copied();
    let below =
        kids.filter(|&k| is_citing(view, k)).find_map(|k| view.tree.child(k, Deprel::Ccomp));
    let complement = view.tree.child(verb, Deprel::Ccomp).or(below)?;
    if is_adding(view, complement) {
        return None;
    }
    let cut = |t: TokenIdx| t == verb || is_adding(view, t);
    let mut tokens = view.tree.subtree_without(complement, cut);
    tokens.extend(coordinated(view, verb, complement));
    Found::new(runs(view, &in_order(tokens)), "that")
}

/// "said A, and B": what the tree coordinates with the cue or hangs on it behind the complement, though
/// it is said as well: a clause with a subject of its own, or one that gives the reason or the time.
fn coordinated(view: &View, verb: TokenIdx, complement: TokenIdx) -> Vec<TokenIdx> {
    let said_first = complement < verb;
    let joins = |k: &TokenIdx| {
        let token = view.tree.token(*k);
        let mark = view.tree.child(*k, Deprel::Mark).map(|m| view.lemma(m)).unwrap_or_default();
        let subject = view.tree.child(*k, Deprel::Nsubj).or(view.tree.child(*k, Deprel::NsubjPass));
        match token.deprel {
            _ if said_first || *k < complement || token.upos == Upos::Punct => false,
            Deprel::Conj => {
                subject.is_some() && !view.clause(*k).subjects.is_empty() && !has_ccomp(view, *k)
            }
            Deprel::Advcl => {
                subject.is_some()
                    && matches!(
                        mark,
                        "after"
                            | "because"
                            | "if"
                            | "unless"
                            | "until"
                            | "although"
                            | "so"
                            | "since"
                    )
            }
            _ => false,
        }
    };
    let kids = view.tree.children(verb).iter().copied().filter(joins);
    kids.flat_map(|k| view.tree.subtree(k)).collect()
}

/// Whether a verb has something said of its own.
fn has_ccomp(view: &View, verb: TokenIdx) -> bool {
    view.tree.child(verb, Deprel::Ccomp).is_some()
}

/// "said that ..." without a clause in the tree: the rest of the sentence.
fn behind_that(view: &View, verb: TokenIdx, sentence: &Sentence) -> Option<Found> {
    let that = Some(verb + 1).filter(|t| sentence.tokens.contains(t))?;
    let opens = view.is_lemma(that, "that") && view.tree.token(that).upos == Upos::Sconj;
    let rest: Vec<TokenIdx> = (that..sentence.tokens.end).collect();
    if opens { Found::new(runs(view, &rest), "behind-that") } else { None }
}

/// "said in a report that ...": the tree may hang the clause on the document.
fn below_document(view: &View, verb: TokenIdx) -> Option<Found> {
    let that = |k: &TokenIdx| {
        let clause = matches!(view.tree.token(*k).deprel, Deprel::Acl | Deprel::Ccomp);
        clause && view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "that"))
    };
    let phrases =
        view.tree.children(verb).iter().copied().filter(|&k| {
            k > verb && matches!(view.tree.token(k).deprel, Deprel::Obl | Deprel::Obj)
        });
    let clause = phrases.flat_map(|k| view.tree.children(k).iter().copied()).find(that)?;
    Found::new(content_of(view, clause, |_| false), "that")
}

/// ", adding that ...": the speaker of the sentence goes on.
pub(super) fn is_adding(view: &View, verb: TokenIdx) -> bool {
    let comma = verb.checked_sub(1).is_some_and(|t| view.doc.word(t) == ",");
    view.is_lemma(verb, "add") && view.tree.token(verb).xpos == "VBG" && comma
}

/// "A, he said, B", "A, he is expected to say": the verb hangs on what is said.
fn paratactic(view: &View, verb: TokenIdx, sentence: &Sentence) -> Option<Found> {
    let top = outermost(view, verb);
    let token = view.tree.token(top);
    let head = token.head.filter(|h| sentence.tokens.contains(h))?;
    let aside = token.deprel == Deprel::Parataxis || is_tag(view, top, head);
    if !aside || view.tree.child(verb, Deprel::Obj).is_some() {
        return None;
    }
    let spans = content_of(view, head, |t| t == top);
    Found::new(spans, "parataxis")
}

/// The verb that "say" completes: "is expected to say".
fn outermost(view: &View, verb: TokenIdx) -> TokenIdx {
    let token = view.tree.token(verb);
    match token.head {
        Some(head) if token.deprel == Deprel::Xcomp && head < verb => head,
        _ => verb,
    }
}

/// "A, X said (on Monday).": a comma, a subject and a finite verb with nothing said after it.
fn is_tag(view: &View, verb: TokenIdx, head: TokenIdx) -> bool {
    let Some(subject) = view.tree.child(verb, Deprel::Nsubj).filter(|&s| s < verb) else {
        return false;
    };
    let start = start_of(view, subject);
    let comma = start.checked_sub(1).is_some_and(|t| view.doc.word(t) == ",");
    let finite = matches!(view.tree.token(verb).xpos.as_str(), "VBD" | "VBZ");
    let relative = matches!(view.tree.token(subject).xpos.as_str(), "WP" | "WDT");
    head < start && comma && finite && !relative
}

/// The first word of a noun phrase, the whole name and title of its mention included.
fn start_of(view: &View, noun: TokenIdx) -> TokenIdx {
    let word = |t: &TokenIdx| view.tree.token(*t).upos != Upos::Punct;
    let first = view.tree.subtree(noun).into_iter().find(word).unwrap_or(noun);
    let named = view.actor_at(noun).map(|m| view.doc.mention(m));
    let span = named.map(|m| m.title.map_or(m.span, |t| t.cover(m.span)));
    span.map_or(first, |span| first.min(view.doc.tokens_in(span).start))
}

/// "called for calm", "spoke about the war".
fn prepositional(view: &View, wanted: &[SmolStr], clause: &Clause) -> Option<Found> {
    let fits = |(case, _): &&(SmolStr, TokenIdx)| wanted.contains(case);
    let (case, head) = clause.obliques.iter().find(fits)?;
    let preposition = view.tree.child(*head, Deprel::Case)?;
    let tokens = view.tree.subtree_without(*head, |t| t == preposition);
    let mut found = Found::new(runs(view, &tokens), "prep")?;
    if case == "on" {
        let act = view.tree.child(clause.predicate, Deprel::Xcomp)?;
        found.spans = runs(view, &joined(view, *head, act, preposition));
    }
    found.preposition = Some(preposition).filter(|&p| p == clause.predicate + 1);
    Some(found)
}

fn joined(view: &View, head: TokenIdx, act: TokenIdx, preposition: TokenIdx) -> Vec<TokenIdx> {
    let mut tokens = view.tree.subtree_without(head, |t| t == preposition);
    tokens.extend(view.tree.subtree(act));
    in_order(tokens)
}

/// Tokens of several subtrees, each once.
fn in_order(mut tokens: Vec<TokenIdx>) -> Vec<TokenIdx> {
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// "urged Chad to withdraw", "accused Togo of ...", "called the vote a farce".
fn object_and_more(view: &View, verb: TokenIdx, object: TokenIdx) -> Option<Found> {
    let more: Vec<TokenIdx> = view
        .tree
        .children(verb)
        .iter()
        .copied()
        .filter(|&k| k > object && belongs(view, k))
        .collect();
    if more.is_empty() {
        return None;
    }
    let mut tokens = view.tree.subtree(object);
    more.iter().for_each(|&k| tokens.extend(view.tree.subtree(k)));
    Found::new(runs(view, &in_order(tokens)), "object")
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
