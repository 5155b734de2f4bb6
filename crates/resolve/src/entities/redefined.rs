//! Short forms that the document itself gives to somebody else than the tables do: "Pakistan
//! Tehreek-e-Insaf (PTI)" is no news agency.
//!
//! A short form in brackets stands for the words before it where its letters begin them (Schwartz and
//! Hearst 2003). Where these share no word with the name that the tables know by it, the tables' bearer
//! is not meant anywhere in the document. Who is meant, [`super::short_form`] finds.

use super::short_form::{initials, is_subsequence};
use rustc_hash::FxHashSet;
use verbale_atlas::Atlas;
use verbale_document::folding::fold;
use verbale_document::{Document, Token, Upos};

/// Words of the longest name before its short form.
const LONGEST: usize = 8;
/// Letters of words that tell names apart ("of", "the" do not).
const TELLS: usize = 4;

/// The short forms (folded) that the document gives to others.
pub(super) fn redefined(atlas: &Atlas, doc: &Document, tokens: &[Token]) -> FxHashSet<String> {
    let word = |t: usize| doc.slice(tokens[t].span);
    let mut out = FxHashSet::default();
    for open in 1..tokens.len().saturating_sub(2) {
        let short = word(open + 1);
        let capital = short.chars().count() > 1 && short.chars().all(char::is_uppercase);
        if word(open) != "(" || word(open + 2) != ")" || !capital {
            continue;
        }
        let key = fold(short);
        let named = |t: &usize| {
            let joint = matches!(tokens[*t].upos, Upos::Adp | Upos::Det | Upos::Cconj);
            let glued = tokens[*t].span.end == tokens[*t + 1].span.start
                || tokens[*t - 1].span.end == tokens[*t].span.start;
            glued || joint || word(*t).starts_with(char::is_uppercase)
        };
        let first = (open.saturating_sub(LONGEST).max(1)..open).rev().take_while(named).last();
        let Some(first) = first else { continue };
        let begins = |t: &usize| {
            let long = doc.slice(tokens[*t].span.cover(tokens[open - 1].span));
            let letters = initials(long);
            letters.chars().next() == key.chars().next() && is_subsequence(&key, &letters)
        };
        let Some(start) = (first..open).rev().find(begins) else { continue };
        let long = fold(doc.slice(tokens[start].span.cover(tokens[open - 1].span)));
        let other = |name: &str| !shares_word(&fold(name), &long);
        let mut known = atlas.known(&key);
        if known.next().is_some_and(|k| other(&atlas.candidate(k, None).entity.name)) {
            out.insert(key);
        }
    }
    out
}

/// Whether two folded names have a word in common that tells names apart, as far as its stem goes.
fn shares_word(a: &str, b: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        let split = s.split([' ', '-']).filter(|w| w.chars().count() >= TELLS);
        split.map(|w| w.chars().take(TELLS).collect()).collect()
    };
    let known = words(a);
    words(b).iter().any(|w| known.contains(w))
}
