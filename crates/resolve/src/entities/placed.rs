//! How the name of a state stands to what is told beside it: as where it happens, as a party, as whose doing it is.
//!
//! By the words before the name and its place in the tree. What follows for "police" or "the minister" is
//! [`super::context`]'s business.

use super::find::NameSpan;
use super::settled::Settled;
use verbale_document::{Deprel, SmolStr, TokenIdx, Upos, is_state};

/// Whether a name stands after "in", "near" or "at", an article between, and tells where something
/// is, not where it was made.
pub(super) fn is_local(view: &Settled, at: TokenIdx) -> bool {
    let article = TokenIdx::from(view.word_before(at) == "the");
    let joint = at - article;
    let before = view.word_before(joint).to_lowercase();
    // "at the *Chinese-owned* smelter", "near the *Chinese* embassy"
    let beside = matches!(before.as_str(), "at" | "near" | "outside");
    let owned = view.word(at + 1) == "-";
    if owned || beside && view.tokens[at as usize].upos == Upos::Adj {
        return false;
    }
    let made = joint.checked_sub(1).map_or("", |t| view.word_before(t));
    view.tables.words.local.contains(&before)
        && !view.tables.words.origin.contains(made.to_lowercase().as_str())
}

/// Whether a name stands after "with", "against" or "to": a party to what is told, not where it plays. An envoy
/// "to Chad" is in Chad.
pub(super) fn is_counterparty(view: &Settled, at: TokenIdx) -> bool {
    let joint = at - TokenIdx::from(view.word_before(at) == "the");
    let before = view.word_before(joint).to_lowercase();
    let sent = |word: &str| view.tables.words.stateless.contains(word);
    let envoy = || joint.checked_sub(1).is_some_and(|t| sent(&view.word_before(t).to_lowercase()));
    view.tables.words.acts.contains(&before) && !(before == "to" && envoy())
}

/// Whether the noun at `noun` is part of what a verb acts upon that a state does to its own people ("arrest", "pardon").
pub(super) fn rules_over(view: &Settled, noun: TokenIdx) -> bool {
    let verb = argument(view, noun).map(|(_, verb)| &view.tokens[verb as usize]);
    verb.is_some_and(|v| view.tables.anaphora.rules_over(&v.lemma.to_lowercase()))
}

/// Whether the name at `name` is the subject of the clause in which the noun at `noun` is another argument, or part of
/// one.
pub(super) fn acts_upon(view: &Settled, name: TokenIdx, noun: TokenIdx) -> bool {
    let (own, other) = (argument(view, name), argument(view, whole(view, noun)));
    let subject = own.filter(|(rel, _)| rel.is_subject());
    let beside = other.filter(|(rel, _)| matches!(rel, Deprel::Obj | Deprel::Iobj | Deprel::Obl));
    subject.is_some_and(|(_, verb)| beside.is_some_and(|(_, other)| other == verb))
}

/// Whether a word stands in the subject of its sentence, and not in a clause within it.
pub(super) fn is_in_subject(view: &Settled, mut at: TokenIdx) -> bool {
    for _ in 0..6 {
        let token = &view.tokens[at as usize];
        let Some(head) = token.head else { return false };
        match token.deprel {
            rel if rel.is_subject() => return view.tokens[head as usize].deprel == Deprel::Root,
            Deprel::Acl | Deprel::AclRelcl | Deprel::Obl | Deprel::Obj => return false,
            _ => at = head,
        }
    }
    false
}

/// The noun of whose phrase a word is part ("the *release* of the leader").
fn whole(view: &Settled, mut at: TokenIdx) -> TokenIdx {
    for _ in 0..4 {
        let token = &view.tokens[at as usize];
        match token.head.filter(|_| matches!(token.deprel, Deprel::Nmod | Deprel::NmodPoss)) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// How the phrase of a word stands to its clause, and the head of that.
fn argument(view: &Settled, mut at: TokenIdx) -> Option<(Deprel, TokenIdx)> {
    for _ in 0..4 {
        let token = &view.tokens[at as usize];
        match token.deprel {
            Deprel::Compound | Deprel::Flat | Deprel::Amod | Deprel::Conj => at = token.head?,
            rel => return Some((rel, token.head?)),
        }
    }
    None
}

/// "Marib, Yemen" as one name: the state behind the comma.
pub(super) fn behind_comma(view: &Settled, item: &NameSpan) -> Option<SmolStr> {
    let found = view.known_until(item.end).filter(|k| k.first > item.first + 1)?;
    let state = view.state_of(found).filter(|code| is_state(code));
    state.filter(|_| view.word_before(found.first) == ",")
}
