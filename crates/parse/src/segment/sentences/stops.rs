//! Boundaries at stops, abbreviations, ellipses, emoticons and dashes.
//!
//! A full stop that is a token of its own ends a sentence unless a small letter follows; before one
//! it does so too where it cannot belong to an abbreviation. A stop that belongs to an abbreviation
//! ends a sentence only where the next word is one that opens sentences. "?" and "!" end one unless
//! what follows goes on in lower case or says who asked.

use super::paragraph::{Paragraph, is_lower, is_upper};
use crate::segment::words::{Abbreviation, Role};

impl Paragraph<'_> {
    /// The token after the sentence that began at `start` and ends with the mark at `at`, if it does.
    pub(super) fn stop_end(&self, start: usize, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word.ends_with(char::is_alphanumeric) {
            return None;
        }
        if matches!(word, "—" | "–" | "--") {
            return self.breaks_off(start, at).then_some(at + 1);
        }
        let next = self.after_closers(at + 1);
        if self.word(next).starts_with(is_stop) {
            return None;
        }
        let ends = match word {
            "." if self.before(at) == "." => self.ellipsis_ends(next),
            "." | "。" => !self.is_label(start, at) && self.plain_ends(at, next),
            "…" => self.ellipsis_ends(next),
            w if w.starts_with(['!', '?']) => self.plain_ends(at, next),
            w if w.ends_with("..") || is_omission(w) => at > start && self.ellipsis_ends(next),
            w if w.ends_with('.') => self.abbreviation_ends(at, next),
            w if self.lists.is_emoticon(w) => self.opens(next) && !self.is_glued(next),
            _ => false,
        };
        ends.then_some(next)
    }

    fn opens(&self, next: usize) -> bool {
        self.first_letter(next).is_uppercase()
    }

    /// "1." or "2.1." at the head of what it numbers, also where a colon opens the list.
    fn is_label(&self, start: usize, at: usize) -> bool {
        let parts = || self.before(at).split('.');
        at > start
            && (at == self.after_openers(start) + 1 || self.before(at - 1) == ":")
            && parts().all(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    }

    fn plain_ends(&self, at: usize, next: usize) -> bool {
        if self.is_glued(next) {
            return self.opens(next) && (self.is_quote(next - 1) || self.lacks_blank(at, next));
        }
        if self.is_year(next) || self.names_speaker(at, next) {
            return false;
        }
        !self.first_letter(next).is_lowercase() || self.opens_in_lower_case(at, next)
    }

    /// "end.Start": a blank is missing.
    fn lacks_blank(&self, at: usize, next: usize) -> bool {
        let before = self.before(at);
        next == at + 1 && is_lower(before) && before.len() > 1
    }

    /// "(1965)" says when the work was made whose title ends in the stop.
    fn is_year(&self, next: usize) -> bool {
        let year = self.word(next + 1);
        self.word(next) == "("
            && self.word(next + 2) == ")"
            && year.len() == 4
            && year.bytes().all(|b| b.is_ascii_digit())
    }

    /// A question or an exclamation whose speaker follows in the same sentence: "... now?” Ann Roe
    /// asked."
    fn names_speaker(&self, at: usize, next: usize) -> bool {
        if next == at + 1 || self.word(at) == "." || self.is_starter(next) {
            return false;
        }
        let mut names = (next..next + 5).skip_while(|&i| is_upper(self.word(i)));
        names.next().is_some_and(|i| i > next && self.is(i, Role::Saying))
    }

    /// Whether a sentence opens at `next` although it does so in lower case.
    fn opens_in_lower_case(&self, at: usize, next: usize) -> bool {
        let first = self.word(self.after_openers(next));
        let bracket = self.word(at) == "." && self.word(next) == "(";
        if first.contains("://") || first.starts_with("www.") || first.contains('@') {
            return bracket;
        }
        let inner_capital = first.contains(char::is_uppercase) && !first.contains('.');
        let quoted = self.is_quote(next - 1);
        bracket || inner_capital || (!quoted && (self.is_lower || self.is_true_stop(at, next)))
    }

    /// Whether the stop at `at` cannot belong to an abbreviation: it follows a word in small letters
    /// with a vowel.
    fn is_true_stop(&self, at: usize, next: usize) -> bool {
        let before = self.before(at);
        let vowels = ['a', 'e', 'i', 'o', 'u', 'y'];
        self.word(at) == "."
            && next == at + 1
            && before.len() > 2
            && is_lower(before)
            && before.contains(vowels)
    }

    /// Dots that trail off end a sentence if a capital follows.
    fn ellipsis_ends(&self, next: usize) -> bool {
        if self.is_glued(next) { self.is_starter(next) } else { self.opens(next) }
    }

    /// Whether an abbreviation with its stop also ends the sentence.
    fn abbreviation_ends(&self, at: usize, next: usize) -> bool {
        if next >= self.len() || self.is_glued(next) || !self.opens(next) {
            return false;
        }
        let word = self.word(at);
        let starter = self.is(self.after_openers(next), Role::Starter);
        if word.chars().count() == 2 && is_upper(word) {
            // "plan B. The"; but "John F. Long" and, at the head of an answer, "A. It".
            return starter && is_lower(self.before(at));
        }
        match self.lists.abbreviation(word) {
            Some(Abbreviation::Title | Abbreviation::Lead | Abbreviation::BeforeNumber) => false,
            _ => starter || self.is_quote(next),
        }
    }

    /// Speech broken off at a dash: a small word before it and after it one that opens sentences,
    /// unless it takes up what was said ("they can — They can't").
    fn breaks_off(&self, start: usize, at: usize) -> bool {
        let next = self.word(at + 1);
        let repeats = || {
            let lower = next.to_lowercase();
            (start.max(at.saturating_sub(3))..at).any(|i| self.word(i).to_lowercase() == lower)
        };
        let fragment = self.before(at).ends_with('-') && at > start;
        at > start
            && !self.is_glued(at + 1)
            && (is_lower(self.before(at)) || fragment)
            && next != "I"
            && self.is_starter(at + 1)
            && !repeats()
    }
}

/// Dots in brackets, where words of a quotation are left out.
fn is_omission(word: &str) -> bool {
    matches!(word, "[...]" | "[…]")
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}
