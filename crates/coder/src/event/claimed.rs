//! A claim that is answered is that of whoever spoke last: "Chad said Togo had lied. Lome rejected *the claim*."
//!
//! Only for a definite noun of the class `claim` that says itself neither whose it is nor what it holds, and only
//! for what was said in this sentence or the one before. Acts that are named again are [`super::retold`]'s.

use super::lexicon::WordClasses;
use super::ontology::{ACCUSE, REJECT, SUPPORT};
use crate::View;
use verbale_document::{EventType, Participant, SentenceIdx, TokenIdx};

/// Gives a claim among the recipients of an answer the code of who made it, unless that is who answers.
pub(super) fn settle(
    view: &View<'_>,
    classes: &WordClasses,
    kind: &EventType,
    (actors, recipients): (&[Participant], &mut Vec<Participant>),
    sentence: SentenceIdx,
) {
    if ![ACCUSE, REJECT, SUPPORT].contains(kind) {
        return;
    }
    for p in recipients.iter_mut().filter(|p| p.code.is_none() && p.mention.is_none()) {
        if !names_claim(view, classes, p) {
            continue;
        }
        let statements = view.doc.statements.as_deref().unwrap_or(&[]).iter();
        let last = statements
            .filter(|s| s.sentence <= sentence && s.sentence + 1 >= sentence)
            .filter(|s| s.content.iter().all(|c| c.end <= p.span.start))
            .max_by_key(|s| s.content.iter().map(|c| c.end).max());
        let code = last.and_then(|s| s.speaker.as_ref()?.code.clone());
        let answers = |code: &_| actors.iter().any(|a| a.code.as_ref() == Some(code));
        p.code = code.filter(|code| !answers(code));
    }
}

/// "the claim", and nothing beside it.
fn names_claim(view: &View<'_>, classes: &WordClasses, p: &Participant) -> bool {
    let claim = |t: &TokenIdx| classes.is_word(view, "claim", *t);
    let pointing = |word: &str| matches!(word, "the" | "this" | "that" | "these" | "those");
    let noun = view.doc.tokens_in(p.span).find(claim);
    noun.is_some_and(|noun| view.has_only_articles(noun, pointing))
}
