//! Sentence boundaries, decided on the tokens of a paragraph.
//!
//! A full stop that is a token of its own ends a sentence unless the next word starts in lower
//! case; one that belongs to an abbreviation does so only where the next word is one that opens
//! sentences. Closing quotation marks and brackets stay with the sentence before; a quotation of
//! several sentences is split at their ends. Sentences of extreme length are cut at a semicolon,
//! comma or wherever else, so that no later stage meets one it cannot afford.

use super::tokens::{Abbreviation, Tokeniser};
use super::{is_double_quote, is_single_quote};
use std::ops::Range;
use verbale_document::Span;

/// Longer sentences are cut.
pub(crate) const MOST_TOKENS: usize = 400;

/// Splits the tokens of one paragraph; `out` receives ranges into `tokens`.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Span],
    lists: &Tokeniser,
    mut out: impl FnMut(Range<usize>),
) {
    let splitter = Splitter { text, tokens, lists };
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = splitter.boundary(at).filter(|end| *end < tokens.len()) {
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

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Span],
    lists: &'a Tokeniser,
}

impl<'a> Splitter<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| &self.text[t.range()])
    }

    /// Whether no blank stands between `at` and the token before it.
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && self.tokens[at - 1].end == self.tokens[at].start
    }

    /// The token after the sentence that ends with the stop at `at`, if one does.
    fn boundary(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let next = self.after_closers(at + 1);
        let opens = self.first_letter(next);
        let ends = match word {
            "." | "!" | "?" | "…" | "。" => self.is_plain_end(next, opens),
            w if w.starts_with(['!', '?']) => self.is_plain_end(next, opens),
            w if w.starts_with("..") => opens.is_uppercase() && self.is_spaced(next),
            w if w.ends_with('.') && w.len() > 1 => self.abbreviation_ends(w, next, opens),
            _ => false,
        };
        ends.then_some(next)
    }

    fn is_plain_end(&self, next: usize, opens: char) -> bool {
        self.is_spaced(next) && !opens.is_lowercase()
            || (self.is_quote(next - 1) && opens.is_uppercase())
    }

    fn is_spaced(&self, next: usize) -> bool {
        next >= self.tokens.len() || !self.is_glued(next)
    }

    fn is_quote(&self, at: usize) -> bool {
        self.word(at).starts_with(is_double_quote) || self.word(at) == "''"
    }

    /// Skips marks that close a quotation, a bracket or refer to a note ("[17]").
    fn after_closers(&self, mut at: usize) -> usize {
        loop {
            let word = self.word(at);
            let closes = word.chars().next().is_some_and(|c| {
                matches!(c, ')' | ']' | '}' | '”' | '»')
                    || ((is_double_quote(c) || is_single_quote(c))
                        && c != '“'
                        && c != '‘'
                        && word.len() <= 3)
            });
            let note = word == "["
                && self.word(at + 2) == "]"
                && self.word(at + 1).bytes().all(|b| b.is_ascii_digit());
            if note {
                at += 3;
            } else if closes && self.is_glued(at) {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// First character of the first word from `at` on, opening marks left out.
    fn first_letter(&self, at: usize) -> char {
        let mut words = (at..self.tokens.len()).map(|i| self.word(i));
        let opening = |w: &&str| {
            w.chars().all(|c| {
                is_double_quote(c)
                    || is_single_quote(c)
                    || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '.')
            })
        };
        words.find(|w| !opening(w)).and_then(|w| w.chars().next()).unwrap_or('\0')
    }

    /// Whether an abbreviation with its stop also ends the sentence.
    fn abbreviation_ends(&self, word: &str, next: usize, opens: char) -> bool {
        if next >= self.tokens.len() || !self.is_spaced(next) {
            return false;
        }
        let initial = word.chars().count() == 2 && word.starts_with(char::is_uppercase);
        let first = (next..self.tokens.len())
            .map(|i| self.word(i))
            .find(|w| w.starts_with(char::is_alphabetic));
        let starter = opens.is_uppercase() && first.is_some_and(|w| self.lists.is_starter(w));
        match self.lists.abbreviation(word) {
            Some(Abbreviation::Title | Abbreviation::BeforeNumber) => false,
            _ if initial => false,
            _ => starter || (opens.is_uppercase() && self.is_quote(next)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LEXICONS;
    use crate::segment::paragraphs::paragraphs;
    use verbale_document::{Document, Lexicons};

    fn lists() -> Tokeniser {
        let lexicons = Lexicons::from_pairs(LEXICONS.iter().copied());
        Tokeniser::new(&lexicons).expect("the built-in lexicons are well-formed")
    }

    /// Tokens are divided by blanks, sentences by ` | `.
    fn check(text: &str, expected: &str) {
        let lists = lists();
        let doc = Document::new("d", text.to_string());
        let mut found = Vec::new();
        for paragraph in paragraphs(&doc) {
            let mut tokens = Vec::new();
            lists.tokenise(text, paragraph, &mut tokens);
            sentences(text, &tokens, &lists, |r| {
                let words: Vec<&str> = tokens[r].iter().map(|t| doc.slice(*t)).collect();
                found.push(words.join(" "));
            });
        }
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn tokens_as_in_the_treebanks() {
        check("NATO's allies didn't go, we'll see.", "NATO 's allies did n't go , we 'll see .");
        check("NATO’s allies can’t; they cannot.", "NATO ’s allies ca n’t ; they can not .");
        check("The ministers' well-known e-mail", "The ministers ' well - known e-mail");
        check(
            "a non-proliferation treaty of 2024-06-21",
            "a non-proliferation treaty of 2024-06-21",
        );
        check("$1,000.5m or 50% at 7pm", "$ 1,000.5 m or 50 % at 7 pm");
        check(
            "See https://example.org/a.b?c=d, or a.b@example.org.",
            "See https://example.org/a.b?c=d , or a.b@example.org .",
        );
        check("@user: #tag (and/or)... -- why?!", "@user : #tag ( and / or ) ... -- why ?!");
        check("“Ren’ai” O'Brien—gone", "“ Ren’ai ” O'Brien — gone");
    }

    #[test]
    fn sentence_ends() {
        check("Gen. J. Smith left. He spoke.", "Gen. J. Smith left . | He spoke .");
        check(
            "The U.S. Army came. It left the U.S. The rest stayed.",
            "The U.S. Army came . | It left the U.S. | The rest stayed .",
        );
        check("“Go. Stay.” He left.", "“ Go . | Stay . ” | He left .");
        check("\"Why?\" he asked.", "\" Why ? \" he asked .");
        check(
            "It rose 2.5 percent at Acme Inc. in May.",
            "It rose 2.5 percent at Acme Inc. in May .",
        );
        check("They waited... and left.", "They waited ... and left .");
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "word, ".repeat(1000);
        let lists = lists();
        let doc = Document::new("d", text.clone());
        let mut tokens = Vec::new();
        lists.tokenise(&text, paragraphs(&doc)[0], &mut tokens);
        let mut lengths = Vec::new();
        sentences(&text, &tokens, &lists, |r| lengths.push(r.len()));
        assert!(lengths.iter().all(|n| *n <= MOST_TOKENS));
        assert_eq!(lengths.iter().sum::<usize>(), tokens.len());
    }
}
