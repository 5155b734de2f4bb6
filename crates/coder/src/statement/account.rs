//! By whose account: "by its own account", "in the words of the judge", "in Chad's view".
//!
//! An adverbial with a preposition and a noun that `@account` (`classes.tsv`) lists together, and with
//! whoever's it is. What is said is the clause that it qualifies. "According to" is [`super::according`]'s.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, qualified, source_span};
use crate::View;
use verbale_document::{Act, Deprel, Span, Stance, TokenIdx, Upos};

/// The attribution of the adverbial with the noun at `noun`.
pub(super) fn draft(view: &View, cues: &Cues, noun: TokenIdx) -> Option<Draft> {
    let token = view.tree.token(noun);
    let adverbial = token.upos == Upos::Noun && matches!(token.deprel, Deprel::Obl | Deprel::Nmod);
    let head = token.head.filter(|_| adverbial)?;
    let preposition = view.tree.child(noun, Deprel::Case).filter(|&p| p < noun)?;
    if !cues.is_account(view.lemma(preposition), &token.lemma) {
        return None;
    }
    let source = whose(view, noun)?;
    let first = view.tree.subtree(noun).first().copied().unwrap_or(noun);
    let (act, stance) =
        cues.noun(&token.lemma).map_or((Act::Speech, Stance::Assert), |cue| (cue.act, cue.stance));
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, noun)),
        cue_span: Some(match source > noun {
            true => {
                let of = view.tree.child(source, Deprel::Case).unwrap_or(noun);
                view.span(preposition).cover(view.span(of))
            }
            false => view.span(noun),
        }),
        content: content_of(view, clause_behind(view, head, first), |t| t == noun),
        act,
        stance,
        ..Draft::plain(noun, "statement/account")
    })
}

/// The clause that an adverbial which begins at `first` qualifies: behind a colon or semicolon the one that
/// follows, wherever the tree hangs the adverbial.
fn clause_behind(view: &View, head: TokenIdx, first: TokenIdx) -> TokenIdx {
    let mark = first.checked_sub(1).filter(|&t| matches!(view.doc.word(t), ":" | ";"));
    let parts = [Deprel::Parataxis, Deprel::Conj, Deprel::Ccomp];
    let behind = |k: &TokenIdx| *k > first && parts.contains(&view.tree.token(*k).deprel);
    let clause = mark.filter(|&m| head < m);
    let clause = clause.and_then(|_| view.tree.children(head).iter().copied().find(behind));
    clause.unwrap_or_else(|| qualified(view, head, first))
}

/// The possessor; or the "of" phrase of a noun with a determiner ("in the view of", not "in view of").
fn whose(view: &View, noun: TokenIdx) -> Option<TokenIdx> {
    let of = || {
        view.tree.child(noun, Deprel::Det)?;
        view.tree.children_by(noun, Deprel::Nmod).find(|&k| view.has_case(k, "of"))
    };
    view.tree.child(noun, Deprel::NmodPoss).or_else(of)
}

/// "in his view" inside what somebody says is part of his words.
pub(super) fn drop_own(view: &View, drafts: &mut Vec<Draft>) {
    let contents: Vec<Vec<Span>> = drafts.iter().map(|d| d.content.clone()).collect();
    let within = |cue: Span| contents.iter().flatten().any(|s| s.contains(cue));
    drafts.retain(|d| {
        let pronoun = d.source.is_some_and(|s| view.tree.token(s).upos == Upos::Pron);
        !(d.by == "statement/account" && pronoun && d.cue_span.is_some_and(within))
    });
}
