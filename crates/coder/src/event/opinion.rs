//! Pieces of opinion: what their writer proposes, asks and generalises is no event.
//!
//! A story in which the writer speaks of himself, asks questions and says what must be, outside all that
//! others are said to say, in every hundred and fortieth word, is one of opinion (the signs of
//! subjectivity of Wiebe et al. 2004, "Learning subjective language", that need no table of adjectives).
//! In his own voice it tells an event where it reports what was done, or who does it to whom; not in a
//! question, a possibility or a general truth, nor where the writer himself is a party. Does not look at
//! what others are said to say there.

use super::lexicon::WordClasses;
use crate::View;
use verbale_document::{Deprel, Event, Modality, Participant, Sentence, TokenIdx, Upos};

/// Signs of opinion that make a story one of opinion, and of how many words each.
const SIGNS: usize = 6;
const ONE_OF: usize = 140;

/// Whether a document is a piece of opinion.
pub fn is_opinion(view: &View<'_>, classes: &WordClasses) -> bool {
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let own = |t: &TokenIdx| !view.is_reported(*t) && !view.is_quoted(*t);
    let mine: Vec<TokenIdx> = (0..n).filter(own).collect();
    let words = mine.iter().filter(|&&t| view.tree.token(t).upos != Upos::Punct).count();
    let signs = mine.iter().filter(|&&t| is_sign(view, classes, t)).count();
    signs >= SIGNS && signs * ONE_OF >= words
}

/// "I", "must", "?"
fn is_sign(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> bool {
    let obliges = || classes.is_word(view, "obligation", token);
    is_writer(view, classes, token)
        || view.tree.token(token).xpos == "MD" && obliges()
        || view.doc.word(token) == "?"
}

/// "I", "our": the writer, with others or alone.
fn is_writer(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> bool {
    let pronoun = view.tree.token(token).upos == Upos::Pron;
    pronoun && classes.is("writer", &view.doc.word(token).to_lowercase())
}

/// Whether a piece of opinion reports an event: one that somebody else tells, one that is past, or one of
/// parties who are both known.
pub fn reports(view: &View<'_>, classes: &WordClasses, sentence: &Sentence, event: &Event) -> bool {
    if !event.according_to.is_empty() {
        return true;
    }
    let asked = sentence.tokens.clone().last().is_some_and(|t| view.doc.word(t) == "?");
    let mut parties = event.actors.iter().chain(&event.recipients);
    let writer = |p: &Participant| {
        p.code.is_none() && view.doc.tokens_in(p.span).any(|t| is_writer(view, classes, t))
    };
    if asked || event.modality == Modality::Hypothetical || parties.any(writer) {
        return false;
    }
    let coded = |all: &[Participant]| all.iter().filter(|p| p.code.is_some()).count();
    let (actors, recipients) = (coded(&event.actors), coded(&event.recipients));
    let both = actors > 0 && recipients > 0 || actors > 1;
    let word = event.trigger.first().map(|span| view.doc.tokens_in(*span).start);
    both || word.is_some_and(|t| is_past(view, t))
}

/// Whether the clause around a word is told as past: by the tense of its verb or of an auxiliary.
fn is_past(view: &View<'_>, token: TokenIdx) -> bool {
    let mut clauses = std::iter::once(token).chain(view.tree.ancestors(token));
    clauses.find_map(|t| tense(view, t)).unwrap_or(false)
}

/// Whether a finite verb is in the past or the perfect; `None` of what is not finite.
fn tense(view: &View<'_>, token: TokenIdx) -> Option<bool> {
    let kids = view.tree.children(token).iter().copied();
    let auxiliary = |k: &TokenIdx| {
        matches!(view.tree.token(*k).deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
    };
    let forms: Vec<TokenIdx> = kids.filter(auxiliary).chain(std::iter::once(token)).collect();
    let finite =
        |t: &&TokenIdx| matches!(view.tree.token(**t).xpos.as_str(), "VBD" | "VBZ" | "VBP" | "MD");
    let first = *forms.iter().find(finite)?;
    let perfect = first != token && view.is_lemma(first, "have");
    Some(perfect || view.tree.token(first).xpos == "VBD")
}
