//! A clause with "as" that tells whose word the clause beside it is: "as X put it", "as X said", "as
//! reported by X".
//!
//! The verb has nothing said of its own; what is said is the clause that it hangs on. "As X announced the
//! plan" has, and tells when. Nothing is somebody's word for having been promised or asked for.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, cue_span, qualified, source_span};
use crate::{Clause, View};
use verbale_document::{Act, Deprel, Stance, TokenIdx, Upos};

/// The attribution of the verb at `verb`, if it stands in such a clause.
pub(super) fn draft(view: &View, cues: &Cues, verb: TokenIdx) -> Option<Draft> {
    let token = view.tree.token(verb);
    let as_ = view.tree.child(verb, Deprel::Mark).filter(|&m| view.is_lemma(m, "as"))?;
    let head = token.head.filter(|_| token.upos == Upos::Verb && token.deprel == Deprel::Advcl)?;
    let clause = view.clause(verb);
    let act = act(view, cues, &clause)?;
    let heads = if clause.passive { &clause.agents } else { &clause.subjects };
    let source = *heads.first().filter(|_| clause.passive || !clause.inherited)?;
    let cue = cue_span(view, verb);
    let it = clause.objects.last().filter(|&&o| o == verb + 1);
    let cue = it.map_or(cue, |&it| cue.cover(view.span(it)));
    let cue = if as_ + 1 == verb { cue.cover(view.span(as_)) } else { cue };
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, verb)),
        cue_span: Some(cue),
        content: content_of(view, qualified(view, head, as_), |t| t == verb),
        act,
        ..Draft::plain(verb, "statement/as")
    })
}

/// The act of a verb that says what stands beside its clause; none where it has an object of its own.
fn act(view: &View, cues: &Cues, clause: &Clause) -> Option<Act> {
    let verb = clause.predicate;
    let own =
        [Deprel::Ccomp, Deprel::Xcomp].iter().any(|&rel| view.tree.child(verb, rel).is_some());
    let it = clause.objects.iter().all(|&o| view.is_lemma(o, "it") || view.is_lemma(o, "so"));
    if own || !it {
        return None;
    }
    if !clause.objects.is_empty() && cues.is_wording(view.lemma(verb)) {
        return Some(Act::Speech);
    }
    let cue = cues.verb_at(view, verb)?;
    let says = cue.frames.that && cue.stance == Stance::Assert;
    let told = !clause.passive || !cue.frames.to;
    (says && told && clause.objects.is_empty()).then_some(cue.act)
}
