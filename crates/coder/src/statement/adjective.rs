//! Adjectives and participles that tell what somebody holds true: "is confident that ...", "were convinced
//! that ...", "was adamant that ...".

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, cue_span, source_span};
use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// The attribution of the cue adjective at `at`, if a finite clause fills it out.
pub(super) fn draft(view: &View, cues: &Cues, at: TokenIdx) -> Option<Draft> {
    let cue = cues.adjective(view.doc.word(at))?;
    let predicate = matches!(view.tree.token(at).upos, Upos::Adj | Upos::Verb);
    let complement = view.tree.child(at, Deprel::Ccomp).filter(|&c| predicate && c > at)?;
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
        cue_span: Some(cue_span(view, at)),
        content: content_of(view, complement, |_| false),
        act: cue.act,
        stance: cue.stance,
        negated: clause.negated,
        ..Draft::plain(at, "statement/adjective")
    })
}
