//! Boundaries without a stop, where text has lost the line breaks of print.
//!
//! Labels of figures ("Figure 1.2 The harbour"), picture credits ("The harbour Photo: Ann Roe"),
//! lines that hold a date alone, the stamps of messages, and the closing words of letters. Each is
//! known by its form; nothing here guesses where a headline or a name ends.

use super::paragraph::{Paragraph, is_upper};
use crate::segment::words::Role;

impl Paragraph<'_> {
    /// The token after the line that began at `start` and ends at `at`, if it does.
    pub(super) fn line_end(&self, start: usize, at: usize) -> Option<usize> {
        let next = at + 1;
        let ends = next < self.len()
            && (self.is_caption_label(at)
                || self.is_credit(start, next)
                || self.is_date_line(start, next)
                || self.is_stamp_edge(next)
                || self.is_closing(start, at));
        ends.then_some(next)
    }

    /// "Figure 1.2" at the head of a paragraph, before a capital or a bracket.
    fn is_caption_label(&self, at: usize) -> bool {
        at == 1
            && self.word(1).starts_with(|c: char| c.is_ascii_digit())
            && is_upper(self.word(0))
            && (is_upper(self.word(2)) || self.word(2) == "(")
            && self.is(0, Role::Caption)
    }

    /// "Photo: ..." at `next`, after words and not in a bracket.
    fn is_credit(&self, start: usize, next: usize) -> bool {
        next > start
            && self.word(next + 1) == ":"
            && is_upper(self.word(next))
            && self.before(next).ends_with(|c: char| c.is_alphanumeric() || c == '.')
            && self.is(next, Role::Credit)
    }

    /// A date alone: one that ends a paragraph without a stop begins its line, one that opens a
    /// paragraph and has a capital after it ends it.
    fn is_date_line(&self, start: usize, next: usize) -> bool {
        if next + 6 == self.len() {
            let before = self.before(next);
            let full = self.date_end(next) == Some(self.len()) && self.is(next, Role::Weekday);
            return full
                && !before.ends_with([',', ':', '(', '-', '–', '—'])
                && !is_preposition(before);
        }
        start == 0
            && (next == 4 || next == 6)
            && is_upper(self.word(next))
            && self.date_end(0) == Some(next)
    }

    /// End of the date at `at`: "May 7, 2015" or "Thursday, May 7, 2015".
    fn date_end(&self, at: usize) -> Option<usize> {
        let is_number = |i: usize, lengths: std::ops::RangeInclusive<usize>| {
            let word = self.word(i);
            lengths.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
        };
        let weekday = self.word(at + 1) == "," && self.is(at, Role::Weekday);
        let month = if weekday { at + 2 } else { at };
        let whole = self.word(month + 2) == ","
            && is_number(month + 1, 1..=2)
            && is_number(month + 3, 4..=4)
            && is_upper(self.word(month))
            && self.is(month, Role::Month);
        whole.then_some(month + 4)
    }

    /// Before or after "04/26/2001 07:17 AM", unless a preposition binds it.
    fn is_stamp_edge(&self, next: usize) -> bool {
        if next >= 3 && self.is_stamp(next - 3) {
            return self.word(next).starts_with(char::is_alphanumeric);
        }
        let before = self.before(next);
        self.is_stamp(next)
            && before.ends_with(|c: char| c.is_alphanumeric() || c == '>')
            && !is_preposition(before)
    }

    fn is_stamp(&self, at: usize) -> bool {
        let figures = |i: usize, mark: char| {
            let word = self.word(i);
            word.starts_with(|c: char| c.is_ascii_digit())
                && word.matches(mark).count() > 0
                && word.chars().all(|c| c.is_ascii_digit() || c == mark)
        };
        matches!(self.word(at + 2), "AM" | "PM") && figures(at, '/') && figures(at + 1, ':')
    }

    /// "Best regards," as all that the sentence has, before a capital.
    fn is_closing(&self, start: usize, at: usize) -> bool {
        self.word(at) == ","
            && (1..=2).contains(&(at - start))
            && is_upper(self.word(at + 1))
            && !self.is_starter(at + 1)
            && self.word(at + 2) != "."
            && is_upper(self.word(start))
            && self.is(at - 1, Role::Closing)
    }
}

fn is_preposition(word: &str) -> bool {
    let words =
        ["on", "at", "of", "by", "since", "until", "till", "before", "after", "from", "to", "for"];
    words.contains(&word) || matches!(word, "and" | "or" | "this" | "last" | "next" | "in")
}
