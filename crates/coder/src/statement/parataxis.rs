//! A cue verb that stands beside what is said: "A, he said, B", "A, X said on Monday".
//!
//! The tree hangs the verb on what is said, or takes it for a relative clause.

use super::complement::says;
use super::cue::Cues;
use super::extent::{clause_around, content_of, runs};
use super::frame::Found;
use crate::View;
use verbale_document::{Deprel, Sentence, TokenIdx, Upos};

/// "A, he said, B", "A, he is expected to say": the verb hangs on what is said.
pub(super) fn paratactic(
    view: &View,
    cues: &Cues,
    verb: TokenIdx,
    sentence: &Sentence,
) -> Option<Found> {
    let top = outermost(view, verb);
    let token = view.tree.token(top);
    let head = token.head.filter(|h| sentence.tokens.contains(h))?;
    // A verb between quotation marks has nothing outside them as its content; nor is a dateline said.
    if view.is_quoted(verb) && !view.is_quoted(head) || view.is_dateline(head) {
        return None;
    }
    let aside =
        token.deprel == Deprel::Parataxis || is_tag(view, top, head) || is_aside(view, top, head);
    let inverted = speaker_behind(view, verb);
    if !aside || view.tree.child(verb, Deprel::Obj).is_some_and(|o| Some(o) != inverted) {
        return None;
    }
    let noun = matches!(view.tree.token(head).upos, Upos::Noun | Upos::Propn | Upos::Pron);
    let head = if noun && is_set_off(view, top) { clause_around(view, head) } else { head };
    let stranded = stranded_subject(view, top);
    let other = |t: TokenIdx| view.tree.token(t).deprel == Deprel::Conj && says(view, cues, t);
    let spans = content_of(view, head, |t| t == top || Some(t) == stranded || other(t));
    Found::new(spans, "parataxis").map(|found| Found { source: inverted, ..found })
}

/// "A, says a report": behind what is said the object is the subject; not of "tell", whose object is told.
pub(super) fn speaker_behind(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let comma = verb > 0 && view.tree.token(verb - 1).upos == Upos::Punct;
    let behind = |rel| view.tree.child(verb, rel).filter(|&o| o > verb);
    let object = behind(Deprel::Obj).or_else(|| behind(Deprel::Iobj));
    let subject =
        [Deprel::Nsubj, Deprel::NsubjPass].iter().any(|&r| view.tree.child(verb, r).is_some());
    let alone = view.tree.child(verb, Deprel::Ccomp).is_none_or(|c| c < verb);
    let tells = view.is_lemma(verb, "tell");
    object.filter(|_| comma && !subject && alone && !tells && !view.is_passive(verb))
}

/// "The wells are dry, a survey found", read as if the survey were dry: the noun phrase between a comma or a
/// quotation mark and a verb without a subject is its subject, whatever verb before it the tree gives it to.
pub(super) fn stranded_subject(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let own = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Aux];
    let finite = matches!(view.tree.token(verb).xpos.as_str(), "VBD" | "VBZ");
    if !finite || own.iter().any(|&rel| view.tree.child(verb, rel).is_some()) {
        return None;
    }
    let fits = |&t: &TokenIdx| {
        let token = view.tree.token(t);
        let tokens = view.tree.subtree(t);
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else { return false };
        let apart = first > 0 && view.tree.token(first - 1).upos == Upos::Punct;
        let ends = last < verb && (last + 1..verb).all(|a| view.tree.token(a).upos == Upos::Adv);
        let behind = token.head.is_some_and(|h| h < first && h != verb);
        token.deprel == Deprel::Nsubj && apart && ends && behind
    };
    let sentences = view.doc.sentences.as_deref()?;
    let sentence = &sentences[view.doc.sentence_at(view.span(verb).start)? as usize];
    (sentence.tokens.start..verb).rev().find(fits)
}

/// "Ministers met, he said", read as if the ministers said so too: a verb has one subject, the nearest, and
/// what stands before its comma is said, as is a clause behind without a subject of its own ("Ministers,
/// he said, have met").
pub(super) fn before_speaker(view: &View, verb: TokenIdx) -> Option<Found> {
    let subjects: Vec<TokenIdx> = view.tree.children_by(verb, Deprel::Nsubj).collect();
    let &[first, speaker] = subjects.as_slice() else { return None };
    let end = if speaker < verb { start_of(view, speaker) } else { verb };
    let comma = end.checked_sub(1).filter(|&t| view.doc.word(t) == "," && t > first)?;
    let start = view.tree.subtree(first).first().copied().unwrap_or(first);
    let mut said: Vec<TokenIdx> = (start..comma).collect();
    let relative = |&t: &TokenIdx| view.tree.token(t).deprel == Deprel::AclRelcl;
    let tells = |&t: &TokenIdx| {
        let mut path = std::iter::once(t).chain(view.tree.ancestors(t)).take_while(|&a| a != verb);
        matches!(view.tree.token(t).upos, Upos::Verb | Upos::Aux) && !path.any(|a| relative(&a))
    };
    let own = [Deprel::Nsubj, Deprel::NsubjPass];
    let open = |c: &TokenIdx| *c > verb && own.iter().all(|&r| view.tree.child(*c, r).is_none());
    let behind = view.tree.child(verb, Deprel::Ccomp).filter(open);
    // "X, the agency for Y, said" says nothing
    if behind.is_none() && !said.iter().any(tells) {
        return None;
    }
    behind.iter().for_each(|&c| said.extend(view.tree.subtree(c)));
    Found::new(runs(view, &said), "parataxis").map(|found| Found { source: Some(speaker), ..found })
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
    let own = view.tree.child(verb, Deprel::Nsubj).filter(|&s| s < verb);
    let Some(subject) = own.or_else(|| stranded_subject(view, verb)) else {
        return false;
    };
    let start = start_of(view, subject);
    let comma = view.is_behind_comma(start);
    let finite = matches!(view.tree.token(verb).xpos.as_str(), "VBD" | "VBZ" | "NN");
    let relative = view.is_relative_pronoun(subject);
    head < start && comma && finite && !relative
}

/// "The soldiers, the army said, had fled", read as a clause that qualifies the other.
fn is_aside(view: &View, verb: TokenIdx, head: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    let bare = view.tree.child(verb, Deprel::Mark).is_none();
    let subject = view.tree.child(verb, Deprel::Nsubj).is_some_and(|s| s < verb);
    let clause = token.deprel == Deprel::Advcl && matches!(token.xpos.as_str(), "VBD" | "VBZ");
    clause && bare && subject && verb < head && is_set_off(view, verb)
}

/// "A, he said, B": commas on both sides set it off from all of the clause.
pub(super) fn is_set_off(view: &View, verb: TokenIdx) -> bool {
    let tokens = view.tree.subtree(verb);
    let comma = |t: TokenIdx| matches!(view.doc.word(t), "," | "–" | "—" | "-" | "--");
    let words = || tokens.iter().copied().filter(|&t| view.tree.token(t).upos != Upos::Punct);
    let (Some(first), Some(last)) = (words().next(), words().next_back()) else { return false };
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    first > 0 && comma(first - 1) && last + 1 < n && comma(last + 1)
}

/// The first word of a noun phrase, the whole name and title of its mention included.
fn start_of(view: &View, noun: TokenIdx) -> TokenIdx {
    let word = |t: &TokenIdx| view.tree.token(*t).upos != Upos::Punct;
    let first = view.tree.subtree(noun).into_iter().find(word).unwrap_or(noun);
    let named = view.actor_at(noun).map(|m| view.doc.mention(m));
    let span = named.map(|m| m.title.map_or(m.span, |t| t.cover(m.span)));
    span.map_or(first, |span| first.min(view.doc.tokens_in(span).start))
}
