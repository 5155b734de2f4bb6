//! What stands to a cue verb in a phrase with a preposition of its row: "called for calm", "called on Chad to
//! withdraw", "apologised for shelling the port", "lashed out at Chad for shelling it".

use super::cue::Cue;
use super::extent::runs;
use super::frame::Found;
use crate::{Clause, View};
use verbale_document::{Deprel, MentionKind, SmolStr, Stance, TokenIdx};

/// "called for calm", "spoke about the war", "called on Chad to withdraw".
pub(super) fn prepositional(view: &View, cue: &Cue, clause: &Clause) -> Option<Found> {
    let fits = |(case, head): &&(SmolStr, TokenIdx)| {
        // "called for Chad to leave" has its content in a clause.
        cue.frames.prepositions.contains(case) && !view.is_behind_for(*head)
    };
    let told = || topic_below(view, clause).filter(|topic| fits(&topic));
    let Some((case, head)) = &clause.obliques.iter().find(fits).cloned().or_else(told) else {
        return clausal(view, cue, clause.predicate);
    };
    let preposition = view.tree.child(*head, Deprel::Case)?;
    let act = infinitives(view, clause.predicate).find(|k| k > head);
    // Whom one calls on or appeals to is no content without what is asked.
    let asked = cue.stance == Stance::Ask && matches!(case.as_str(), "on" | "to");
    if cue.stance == Stance::Assert && names_topic(view, clause.predicate, case, *head) {
        return None;
    }
    let tokens = match act {
        Some(act) if asked || case == "for" => joined(view, *head, act, preposition),
        _ if asked => return None,
        _ if cue.stance == Stance::Accuse => {
            with_charge(view, clause.predicate, *head, preposition)
        }
        _ if case == "to" => with_name(view, clause.predicate, *head, preposition),
        _ => view.tree.subtree_without(*head, |t| t == preposition),
    };
    let mut found = Found::new(runs(view, &tokens), "prep")?;
    found.preposition = Some(preposition).filter(|&p| p == clause.predicate + 1);
    Some(found)
}

/// "told reporters *about the raid*", where the tree hangs the phrase on those who are told: people are about nothing.
fn topic_below(view: &View, clause: &Clause) -> Option<(SmolStr, TokenIdx)> {
    let hearers = clause.objects.iter().chain(&clause.indirect);
    let people = hearers.filter(|&&h| {
        let mention = view.mention_of(h).map(|m| view.doc.mention(m).kind);
        matches!(mention, Some(MentionKind::Person | MentionKind::Group))
            || view.is_of_class(h, "people")
    });
    let mut below = people.flat_map(|&h| view.tree.children_by(h, Deprel::Nmod));
    below.find(|&k| view.has_case(k, "about")).map(|k| ("about".into(), k))
}

/// "spoke of the president", "Referring to the ruling, she said ...", "'It burns,' she said, referring to the ruling":
/// whom or what one speaks of, and nothing that is said of it.
fn names_topic(view: &View, verb: TokenIdx, case: &str, head: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    let gloss = view.is_of_class(verb, "referring");
    let fronted = token.deprel == Deprel::Advcl && token.head.is_some_and(|h| gloss || verb < h);
    let actor = view.mention_of(head).map(|m| view.doc.mention(m));
    let actor =
        actor.is_some_and(|m| m.kind != MentionKind::Place && m.by != "coreference/document");
    let called = with_name(view, verb, head, head).len() > view.tree.subtree(head).len();
    let quoted = view.tree.subtree(head).into_iter().any(|t| view.is_quoted(t));
    let participle = token.xpos == "VBG" && fronted && case == "to";
    (actor || participle) && !called && !quoted
}

/// "called for freezing the accounts", "complained of being beaten", "called for the court to hear her": a gerund behind
/// the preposition, or an infinitive with a subject of its own, which the tree may hang on the cue.
fn clausal(view: &View, cue: &Cue, verb: TokenIdx) -> Option<Found> {
    let marker = |k: TokenIdx| {
        let mark = view.tree.child(k, Deprel::Mark).or(view.tree.child(k, Deprel::Case))?;
        let fits = cue.frames.prepositions.iter().any(|p| view.is_lemma(mark, p));
        let to = |m: TokenIdx| view.is_lemma(m, "to");
        let infinitive =
            view.is_lemma(mark, "for") && view.tree.children_by(k, Deprel::Mark).any(to);
        (fits && (infinitive || view.is_gerund(k))).then_some((k, mark))
    };
    let kids = view.tree.children(verb).iter().copied().filter(|&k| k > verb);
    let (clause, mark) = kids.clone().find_map(marker)?;
    let subject = kids.filter(|k| (mark..clause).contains(k) && *k != mark);
    let mut tokens = view.tree.subtree_without(clause, |t| t == mark);
    tokens.extend(subject.flat_map(|k| view.tree.subtree(k)));
    let mut found = Found::new(runs(view, &in_order(tokens)), "prep")?;
    found.preposition = Some(mark).filter(|&p| p == verb + 1);
    Some(found)
}

/// Infinitives under a verb: "for Chad *to withdraw*".
pub(super) fn infinitives(view: &View, verb: TokenIdx) -> impl Iterator<Item = TokenIdx> {
    let to = |k: TokenIdx| view.tree.child(k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "to"));
    let clause = |k: TokenIdx| matches!(view.tree.token(k).deprel, Deprel::Xcomp | Deprel::Advcl);
    view.tree.children(verb).iter().copied().filter(move |&k| clause(k) && to(k))
}

/// "referred to the war as a disaster": a phrase with what it is called.
fn with_name(view: &View, verb: TokenIdx, head: TokenIdx, preposition: TokenIdx) -> Vec<TokenIdx> {
    let named = |k: &TokenIdx| {
        let clause = matches!(view.tree.token(*k).deprel, Deprel::Obl | Deprel::Advcl);
        let as_ = view.tree.child(*k, Deprel::Mark).or(view.tree.child(*k, Deprel::Case));
        clause && *k > head && as_.is_some_and(|m| view.is_lemma(m, "as"))
    };
    with_phrase(view, head, view.tree.children(verb).iter().copied().find(named), preposition)
}

/// "lashed out at the council for closing schools": whom one blames with what one blames him for.
fn with_charge(
    view: &View,
    verb: TokenIdx,
    head: TokenIdx,
    preposition: TokenIdx,
) -> Vec<TokenIdx> {
    let charge = |k: &TokenIdx| {
        let for_ = view.tree.child(*k, Deprel::Mark).or(view.tree.child(*k, Deprel::Case));
        *k > head && for_.is_some_and(|m| matches!(view.lemma(m), "for" | "over"))
    };
    with_phrase(view, head, view.tree.children(verb).iter().copied().find(charge), preposition)
}

/// A phrase with another one of its verb, where there is one.
fn with_phrase(
    view: &View,
    head: TokenIdx,
    more: Option<TokenIdx>,
    preposition: TokenIdx,
) -> Vec<TokenIdx> {
    match more {
        Some(more) => joined(view, head, more, preposition),
        None => view.tree.subtree_without(head, |t| t == preposition),
    }
}

fn joined(view: &View, head: TokenIdx, act: TokenIdx, preposition: TokenIdx) -> Vec<TokenIdx> {
    let mut tokens = view.tree.subtree_without(head, |t| t == preposition);
    tokens.extend(view.tree.subtree(act));
    in_order(tokens)
}

/// Tokens of several subtrees, each once.
pub(super) fn in_order(mut tokens: Vec<TokenIdx>) -> Vec<TokenIdx> {
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}
