//! Whose offer, law or remark it is that is named again: "Chad proposed a truce. Togo rejected *the proposal*."
//!
//! A noun with "the" for what somebody put to others or said means the last of its word of which the text tells
//! whose it was: by an owner or author, or by the subject of the verb that it is made from (Vieira and Poesio
//! 2000, on definite descriptions). Looks back two sentences; does not guess from what the story is about.

use crate::View;
use verbale_document::{SentenceIdx, TokenIdx, Upos};

/// How many sentences back it is looked for.
const WINDOW: SentenceIdx = 2;
/// Classes of what is put to others or said, and of what rulers, courts and parliaments give.
const PUT: [&str; 3] = ["put", "remark", "rule"];
/// Endings of nouns made from verbs, and how many letters of a verb may stand in their place.
const ENDINGS: [&str; 6] = ["ation", "ment", "ing", "ion", "al", "e"];
const SPARE: usize = 2;
/// Letters that such a noun and its verb share at least.
const STEM: usize = 3;

/// The heads of those whose the thing at `noun`, of the sentence `at`, is told to be before it.
pub fn authors(view: &View<'_>, noun: TokenIdx, at: SentenceIdx) -> Vec<TokenIdx> {
    let word = view.lemma(noun).to_lowercase();
    if !PUT.iter().any(|class| view.is_of_class(noun, class)) {
        return Vec::new();
    }
    let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
    let Some(first) = sentences.get(at.saturating_sub(WINDOW) as usize) else { return Vec::new() };
    let stem = ENDINGS.iter().find_map(|e| word.strip_suffix(e)).unwrap_or(&word);
    let of = |t: TokenIdx| {
        let lemma = view.lemma(t).to_lowercase();
        let made = || lemma.strip_prefix(stem).is_some_and(|rest| rest.len() <= SPARE);
        let heads = match view.tree.token(t).upos {
            Upos::Noun if lemma == word => view.authors(t),
            Upos::Verb if stem.len() >= STEM && made() => {
                let clause = view.clause(t);
                if clause.passive { clause.agents } else { clause.subjects }
            }
            _ => return None,
        };
        let known: Vec<TokenIdx> =
            heads.into_iter().filter(|&h| view.mention_of(h).is_some()).collect();
        Some(known).filter(|all| !all.is_empty())
    };
    (first.tokens.start..noun).rev().find_map(of).unwrap_or_default()
}
