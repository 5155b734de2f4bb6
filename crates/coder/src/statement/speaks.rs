//! Who can say something: persons, bodies, states, documents; not results, campaigns or "that".
//!
//! What a noun denotes is in `noun_classes.tsv` (after WordNet); `@speaker` of `classes.tsv` holds the
//! classes that speak. Does not look for the source; the rules do.

use super::cue::Cues;
use super::draft::Draft;
use crate::View;
use crate::trace::Reason;
use verbale_document::{Act, Deprel, TokenIdx, Upos};

/// Whether a draft is a statement: its source can speak, means somebody, and does not only say of
/// itself what it thinks in the midst of what it says.
pub(super) fn states(view: &View, cues: &Cues, draft: &Draft) -> bool {
    let Some(source) = draft.source else { return true };
    let why = match source {
        _ if !can_speak(view, cues, source) => Reason::CannotSpeak(source),
        _ if is_generic(view, draft, source) => Reason::Nobody(source),
        _ if is_aside(view, draft, source) => Reason::Aside,
        _ => return true,
    };
    view.log.drop(draft.cue, None, why);
    false
}

fn can_speak(view: &View, cues: &Cues, head: TokenIdx) -> bool {
    let lemma = view.lemma(head).to_lowercase();
    match view.tree.token(head).upos {
        Upos::Pron | Upos::Det => !matches!(&*lemma, "that" | "this" | "which" | "what" | "there"),
        Upos::Noun => {
            let of = |k: &TokenIdx| view.has_case(*k, "of") && can_speak(view, cues, *k);
            let counted = || view.tree.children_by(head, Deprel::Nmod).any(|k| of(&k));
            view.mention_of(head).is_some()
                || cues.is_speaker(&lemma)
                || is_abbreviation(view.doc.word(head))
                || cues.is_quantity(&lemma) && counted()
        }
        Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj | Upos::Adv => false,
        _ => true,
    }
}

/// "the OC", "the DGP": capitals stand for an office or a body.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// "one would have expected", "you think", "some might say", "no evidence proves": nobody in particular.
fn is_generic(view: &View, draft: &Draft, source: TokenIdx) -> bool {
    let lemma = view.lemma(source).to_lowercase();
    let modal = view.clause(draft.cue).modal;
    let unsure =
        modal.as_deref().is_some_and(|m| matches!(m, "might" | "could" | "should" | "would"));
    let anybody = matches!(&*lemma, "one" | "you" | "some" | "people" | "anyone" | "many" | "who");
    lemma == "you" || anybody && unsure || view.has_no(source)
}

/// "I think", "we demand", "our hope" inside what the same speaker says: part of his words. What he
/// tells of having said is another statement ("I told them").
fn is_aside(view: &View, draft: &Draft, source: TokenIdx) -> bool {
    let first = matches!(&*view.lemma(source).to_lowercase(), "i" | "we" | "my" | "our");
    let told = view.tree.token(draft.cue).xpos == "VBD" && draft.act != Act::Thought;
    first && view.is_quoted(draft.cue) && !told
}
