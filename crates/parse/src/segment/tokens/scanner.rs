//! The scanner of one stretch without blanks: which kind of token starts here, and where it ends.

use super::addresses::address;
use super::words::is_clitic;
use super::{is_wordlike, run_of};
use crate::segment::words::Words;
use crate::segment::{is_single_quote, straight};
use std::ops::Range;
use verbale_document::Span;

/// Reads one stretch without blanks.
pub(super) struct Scanner<'a> {
    pub(super) lists: &'a Words,
    pub(super) text: &'a str,
    start: usize,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) paragraph_end: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(
        lists: &'a Words,
        text: &'a str,
        stretch: Range<usize>,
        paragraph_end: usize,
    ) -> Self {
        let Range { start, end } = stretch;
        Scanner { lists, text, start, at: start, end, paragraph_end }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    /// Adds the tokens of the stretch to `out`.
    pub(super) fn run(mut self, out: &mut Vec<Span>) {
        while let Some(c) = self.rest().chars().next() {
            let n = self.token(c).max(c.len_utf8());
            self.emit(n, out);
            self.at += n;
        }
    }

    /// Length in bytes of the token that starts with `c`.
    fn token(&self, c: char) -> usize {
        let rest = self.rest();
        if let Some(n) = address(rest, &self.lists.domains) {
            return n;
        }
        match c {
            c if c.is_alphabetic() => self.word(),
            c if c.is_numeric() => self.number(),
            _ => self.marks(c),
        }
    }

    fn marks(&self, c: char) -> usize {
        let rest = self.rest();
        let group = self.lists.marks.iter().find(|m| rest.starts_with(m.as_str()));
        if let Some(n) = self.emoticon().or(group.map(String::len)) {
            return n;
        }
        match c {
            '.' | '-' | '*' | '=' | '_' | '~' | '|' | '+' => run_of(rest, |d| d == c),
            '!' | '?' => run_of(rest, |d| matches!(d, '!' | '?')),
            '#' if rest[1..].starts_with(char::is_alphabetic) => {
                1 + run_of(&rest[1..], is_wordlike)
            }
            '@' if rest[1..].starts_with(is_wordlike) => 1 + run_of(&rest[1..], is_wordlike),
            c if is_single_quote(c) => self.apostrophe(c),
            _ => 1,
        }
    }

    /// A face made of marks, with its mouth repeated or not. It stands for itself or after a stop,
    /// so that the bracket of "(such as:)" is none.
    fn emoticon(&self) -> Option<usize> {
        let before = self.text[self.start..self.at].chars().next_back();
        if before.is_some_and(|c| !matches!(c, '.' | '!' | '?')) {
            return None;
        }
        let rest = self.rest();
        let face = self.lists.emoticons.iter().find(|e| rest.starts_with(e.as_str()))?;
        let mouth = face.chars().next_back()?;
        let n = face.len() + run_of(&rest[face.len()..], |c| c == mouth);
        let is_over = rest[n..].chars().next().is_none_or(|c| matches!(c, '.' | ',' | '!' | '?'));
        is_over.then_some(n)
    }

    /// A word that starts with an apostrophe ("'s", "'em", "'90s"), or the mark alone.
    fn apostrophe(&self, c: char) -> usize {
        let rest = self.rest();
        let after = &rest[c.len_utf8()..];
        let letters = run_of(after, char::is_alphabetic);
        let whole = c.len_utf8() + letters;
        let lower = straight(&rest[..whole]);
        let digits = run_of(after, |c| c.is_ascii_digit());
        if letters > 0 && (is_clitic(&lower[1..]) || self.lists.wholes.contains(&lower)) {
            return whole;
        }
        if digits == 2 && !after[2..].starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return c.len_utf8() + 2 + usize::from(after[2..].starts_with('s'));
        }
        c.len_utf8()
    }

    /// What follows the stretch in the paragraph.
    pub(super) fn beyond(&self) -> &'a str {
        self.text[self.end..self.paragraph_end].trim_start()
    }

    /// Emits a token of `n` bytes, split where a word of the lists splits.
    fn emit(&self, n: usize, out: &mut Vec<Span>) {
        let split = self.split(&self.text[self.at..self.at + n]);
        if split > 0 {
            out.push(Span::new(self.at, self.at + split));
        }
        out.push(Span::new(self.at + split, self.at + n));
    }

    /// Where `token` splits; 0 if it does not. Two or three capitals are an acronym ("IM").
    fn split(&self, token: &str) -> usize {
        let acronym = token.len() <= 3 && token.bytes().all(|b| b.is_ascii_uppercase());
        if token.len() < 2 || acronym || !token.is_ascii() {
            return 0;
        }
        self.lists.splits.get(&straight(token)).copied().unwrap_or(0)
    }
}
