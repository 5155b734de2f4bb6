//! Noun cues: "his claim that ...", "a pledge to ...".

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, source_span};
use crate::View;
use crate::trace::Reason;
use verbale_document::{Deprel, SmolStr, TokenIdx, Upos};

/// The attribution of the cue noun at `noun`, if a clause hangs on it and somebody owns it.
pub(super) fn draft(view: &View, cues: &Cues, noun: TokenIdx) -> Option<Draft> {
    let token = view.tree.token(noun);
    let cue = cues.noun(&token.lemma).filter(|_| token.upos == Upos::Noun)?;
    let kids = view.tree.children(noun);
    let clause = kids.iter().copied().find(|&k| is_content(view, k));
    let clause = view.log.found(clause, noun, Some(cue.row), Reason::NoClause)?;
    let source = view.log.found(owner(view, noun), noun, Some(cue.row), Reason::NoOwner)?;
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, noun)),
        cue: noun,
        cue_span: Some(view.span(noun)),
        content: content_of(view, clause, |_| false),
        addressee: Vec::new(),
        act: cue.act,
        stance: cue.stance,
        negated: false,
        voice: false,
        by: SmolStr::new_static("statement/noun"),
    })
}

/// A clause with "that" or "to" that fills the noun out (not a relative clause).
fn is_content(view: &View, kid: TokenIdx) -> bool {
    let token = view.tree.token(kid);
    let marked = view.tree.child(kid, Deprel::Mark);
    matches!(token.deprel, Deprel::Acl | Deprel::Ccomp)
        && marked.is_some_and(|m| matches!(view.lemma(m), "that" | "to"))
}

/// The possessor, else the subject of the verb that has the noun as object ("made a pledge to").
fn owner(view: &View, noun: TokenIdx) -> Option<TokenIdx> {
    if let Some(owner) = view.tree.child(noun, Deprel::NmodPoss) {
        return Some(owner);
    }
    let token = view.tree.token(noun);
    let verb = token.head.filter(|_| token.deprel == Deprel::Obj)?;
    let clause = view.clause(verb);
    clause.subjects.first().copied().filter(|_| !clause.passive)
}
