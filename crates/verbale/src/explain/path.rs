//! Paths in a tree: `said <-nsubj- Lavrov`.
//!
//! An arrow points from a word to the word that governs it.

use super::Explainer;
use verbale_document::{Span, TokenIdx};

impl Explainer<'_> {
    /// The way from one word to another of its sentence; the word alone where the two are one.
    pub(super) fn path(&self, from: TokenIdx, to: TokenIdx) -> String {
        let up = |t: TokenIdx| -> Vec<TokenIdx> {
            std::iter::once(t).chain(self.view.tree.ancestors(t)).collect()
        };
        let (left, right) = (up(from), up(to));
        let Some(meet) = left.iter().find(|t| right.contains(t)) else {
            let word = |t| self.doc.word(t);
            return format!("“{}” and “{}” stand in different sentences", word(from), word(to));
        };
        let rel = |t: TokenIdx| self.view.tree.token(t).deprel;
        let mut line = self.doc.word(from).to_string();
        for pair in left.windows(2).take_while(|pair| pair[0] != *meet) {
            line += &format!(" -{}-> {}", rel(pair[0]), self.doc.word(pair[1]));
        }
        let down: Vec<TokenIdx> = right.iter().take_while(|t| *t != meet).copied().collect();
        for &t in down.iter().rev() {
            line += &format!(" <-{}- {}", rel(t), self.doc.word(t));
        }
        line
    }

    /// The word of a span that governs the others: the first whose governor lies outside.
    pub(super) fn head_of(&self, span: Span) -> Option<TokenIdx> {
        let inside = |t: TokenIdx| span.contains(self.view.span(t));
        let outer = |t: &TokenIdx| {
            let token = self.view.tree.token(*t);
            let punctuation = token.upos == verbale_document::Upos::Punct;
            !punctuation && token.head.is_none_or(|h| !inside(h))
        };
        self.doc.tokens_in(span).find(outer)
    }
}
