//! Adjectives and participles that tell what somebody holds true: "is confident that ...", "were convinced
//! that ...", "was adamant that ...".

use super::cue::{Cue, Cues};
use super::draft::Draft;
use super::extent::{content_of, cue_span, source_span};
use crate::View;
use verbale_document::{Act, Deprel, TokenIdx, Upos};

/// The attribution of the cue adjective at `at`, if a finite clause fills it out.
pub(super) fn draft(view: &View, cues: &Cues, at: TokenIdx) -> Option<Draft> {
    let cue = cues.adjective(view.doc.word(at))?;
    let predicate = matches!(view.tree.token(at).upos, Upos::Adj | Upos::Verb);
    let complement = view.tree.child(at, Deprel::Ccomp).filter(|&c| predicate && c > at)?;
    let copular = [Deprel::Cop, Deprel::AuxPass].iter().any(|&r| view.tree.child(at, r).is_some());
    let above = above(view, cues, cue, at);
    if !copular && above.is_none() {
        return None;
    }
    let clause = view.clause(at);
    let source = *clause.subjects.first()?;
    let pronoun = &*view.lemma(source).to_lowercase();
    // "it is clear that", and what the writer is sure of
    let nobody = view.tree.token(source).deprel == Deprel::Expl || cue.personal && pronoun == "it";
    if nobody || matches!(pronoun, "i" | "we") {
        return None;
    }
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, at)),
        cue_span: Some(
            above.map_or(cue_span(view, at), |v| cue_span(view, v).cover(view.span(at))),
        ),
        content: content_of(view, complement, |_| false),
        act: cue.act,
        stance: cue.stance,
        negated: clause.negated,
        ..Draft::plain(at, "statement/adjective")
    })
}

/// "remains confident", "made (it) clear": the verb that the adjective completes. Who makes sure of
/// something does something.
fn above(view: &View, cues: &Cues, cue: &Cue, at: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(at);
    let verb = token.head.filter(|_| token.deprel == Deprel::Xcomp)?;
    let lemma = view.lemma(verb);
    let makes = lemma == "make" && cue.act == Act::Speech;
    (makes || cues.is_linking(lemma)).then_some(verb)
}
