//! Adjectives and participles that tell what somebody holds true: "is confident that ...", "were convinced
//! that ...", "was adamant that ...", and beside a clause ("A, he is sure, B").

use super::cue::{Cue, Cues};
use super::draft::Draft;
use super::extent::{content_of, cue_span, source_span};
use super::parataxis::is_set_off;
use crate::View;
use verbale_document::{Act, Deprel, TokenIdx, Upos};

/// The attribution of the cue adjective at `at`, if a finite clause fills it out.
pub(super) fn draft(view: &View, cues: &Cues, at: TokenIdx) -> Option<Draft> {
    let cue = cues.adjective(view.doc.word(at))?;
    let predicate = matches!(view.tree.token(at).upos, Upos::Adj | Upos::Verb);
    let behind = view.tree.child(at, Deprel::Ccomp).filter(|&c| c > at);
    let complement = behind.or_else(|| around(view, at)).filter(|_| predicate)?;
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
        content: content_of(view, complement, |t| t == at),
        act: cue.act,
        stance: cue.stance,
        negated: clause.negated,
        ..Draft::plain(at, "statement/adjective")
    })
}

/// "The farmers, *he is convinced*, were never asked": what an aside with a subject of its own stands in.
fn around(view: &View, at: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(at);
    let aside = matches!(token.deprel, Deprel::Ccomp | Deprel::Parataxis | Deprel::Advcl);
    let bare = view.tree.child(at, Deprel::Mark).is_none();
    let subject = [Deprel::Nsubj, Deprel::NsubjPass].iter().find_map(|&r| view.tree.child(at, r));
    let own = subject.is_some_and(|s| s < at && !view.is_relative_pronoun(s));
    token.head.filter(|&h| h > at && aside && bare && own && is_set_off(view, at))
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
