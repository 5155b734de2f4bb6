//! A paragraph as the rules see it: words, blanks between them, closing and opening marks.

use crate::segment::words::{Role, Words};
use crate::segment::{is_double_quote, is_single_quote};
use verbale_document::Span;

/// No note in brackets has more tokens than this.
const LONGEST_NOTE: usize = 8;
/// No sentence opens or closes with more marks than this.
const MOST_MARKS: usize = 16;

pub(super) struct Paragraph<'a> {
    text: &'a str,
    tokens: &'a [Span],
    pub(super) lists: &'a Words,
    /// Whether the writer opens sentences in lower case.
    pub(super) is_lower: bool,
}

impl<'a> Paragraph<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Span], lists: &'a Words) -> Self {
        let mut paragraph = Paragraph { text, tokens, lists, is_lower: false };
        paragraph.is_lower = is_lower(paragraph.word(0))
            || (1..tokens.len()).any(|i| paragraph.word(i) == "i" && !paragraph.is_glued(i));
        paragraph
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token, empty beyond the paragraph.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| &self.text[t.range()])
    }

    /// The token before `at`, empty if there is none.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    pub(super) fn is(&self, at: usize, role: Role) -> bool {
        self.lists.is(self.word(at), role)
    }

    /// Whether a capitalised word that opens sentences stands at `at`.
    pub(super) fn is_starter(&self, at: usize) -> bool {
        is_upper(self.word(at)) && self.is(at, Role::Starter)
    }

    /// Whether no blank stands between `at` and the token before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.tokens[at - 1].end == self.tokens[at].start
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(is_double_quote)
            || (word.chars().count() == 2 && word.chars().all(is_single_quote))
    }

    /// Skips what belongs to the sentence that ended before `at`: marks that close a quotation or a
    /// bracket, notes ("[17]"), emoticons.
    pub(super) fn after_closers(&self, mut at: usize) -> usize {
        for _ in 0..MOST_MARKS {
            if let Some(end) = self.note_end(at) {
                at = end;
            } else if self.closes(at) || self.lists.is_emoticon(self.word(at)) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    fn closes(&self, at: usize) -> bool {
        let word = self.word(at);
        let Some(c) = word.chars().next() else { return false };
        let quote = (is_double_quote(c) || is_single_quote(c)) && !matches!(c, '“' | '‘' | '„');
        match c {
            ')' | ']' | '}' | '”' | '»' => true,
            '"' => self.is_glued(at) || at + 1 == self.len(),
            _ => quote && word.chars().all(is_single_quote) && self.is_glued(at),
        }
    }

    /// End of the note at `at`: numbers or small words in brackets ("[2, 3]", "[citation needed]"),
    /// or a bare number before a word that opens sentences, or between the stop and a capital.
    fn note_end(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let is_number = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
        if !word.is_empty() && word.len() <= 3 && is_number(word) {
            let glued = self.is_glued(at) && is_upper(self.word(at + 1));
            let opens = glued || self.is_starter(at + 1);
            return (opens && !self.is_glued(at + 1)).then_some(at + 1);
        }
        if word != "[" {
            return None;
        }
        let end = (at + 1..at + LONGEST_NOTE).find(|&i| self.word(i) == "]")?;
        let mut inner = (at + 1..end).map(|i| self.word(i));
        let numbers = inner.clone().all(|w| is_number(w) || matches!(w, "," | "-" | "–"));
        let words = inner.all(is_lower) && !is_lower(self.word(end + 1));
        (numbers || words).then_some(end + 1)
    }

    /// The first token from `at` on that is no opening mark.
    pub(super) fn after_openers(&self, at: usize) -> usize {
        let opens = |c: char| {
            is_double_quote(c)
                || is_single_quote(c)
                || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '.')
        };
        let end = self.len().min(at + MOST_MARKS);
        (at..end).find(|&i| !self.word(i).chars().all(opens)).unwrap_or(end)
    }

    /// First character of the first word from `at` on.
    pub(super) fn first_letter(&self, at: usize) -> char {
        self.word(self.after_openers(at)).chars().next().unwrap_or('\0')
    }
}

pub(super) fn is_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether `word` is all in small letters.
pub(super) fn is_lower(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_lowercase)
}
