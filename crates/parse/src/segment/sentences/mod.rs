//! Sentence boundaries, decided on the tokens of a paragraph in one pass.
//!
//! Three things end a sentence: a stop (`stops`), what print sets on a line of its own although the
//! line break is lost (`lines`), and speech broken off at a dash (`stops`). Closing quotation marks
//! and brackets stay with the sentence before; a quotation of several sentences is split at their
//! ends. Semicolons and colons end nothing. Sentences of extreme length are cut at a semicolon,
//! comma or wherever else, so that no later stage meets one it cannot afford.

mod lines;
mod paragraph;
mod stops;

use super::tokens::Tokeniser;
use paragraph::Paragraph;
use std::ops::Range;
use verbale_document::Span;

/// Longer sentences are cut.
pub(crate) const MOST_TOKENS: usize = 240;

/// Splits the tokens of one paragraph; `out` receives ranges into `tokens`.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Span],
    tokeniser: &Tokeniser,
    mut out: impl FnMut(Range<usize>),
) {
    let paragraph = Paragraph::new(text, tokens, tokeniser.words());
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        let end = paragraph.line_end(start, at).or_else(|| paragraph.stop_end(start, at));
        if let Some(end) = end.filter(|end| *end < tokens.len()) {
            cut(text, tokens, start..end, &mut out);
            (start, at) = (end, end);
        } else {
            at += 1;
        }
    }
    cut(text, tokens, start..tokens.len(), &mut out);
}

/// Hands on `range`, in pieces if it is too long.
fn cut(text: &str, tokens: &[Span], mut range: Range<usize>, out: &mut impl FnMut(Range<usize>)) {
    while range.len() > MOST_TOKENS {
        let piece = range.start + MOST_TOKENS / 2..range.start + MOST_TOKENS;
        let find = |marks: &[&str]| {
            piece.clone().rev().find(|&i| marks.contains(&&text[tokens[i].range()]))
        };
        let at = find(&[";", ":", "|"]).or_else(|| find(&[",", "–", "—"])).unwrap_or(piece.end - 1);
        out(range.start..at + 1);
        range.start = at + 1;
    }
    if !range.is_empty() {
        out(range);
    }
}

#[cfg(test)]
mod tests;
