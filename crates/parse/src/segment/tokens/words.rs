//! Words: how far they reach, which stops, hyphens and clitics belong to them.

use super::scanner::Scanner;
use super::{is_wordlike, run_of};
use crate::segment::is_single_quote;
use crate::segment::words::{Abbreviation, Role};

/// No word with inner stops is longer.
const LONGEST_STOPPED: usize = 64;

impl Scanner<'_> {
    /// Length of the word that starts here.
    pub(super) fn word(&self) -> usize {
        let rest = self.rest();
        let n = self.word_end(rest);
        let (word, after) = rest.split_at(n);
        if after.starts_with('$') && word.chars().all(char::is_uppercase) {
            return n + 1;
        }
        if after.starts_with('.') && self.keeps_stop(word, &after[1..]) {
            return n + 1;
        }
        if after.starts_with('-') && self.breaks_off(word, &after[1..]) {
            return n + 1;
        }
        n - clitic(word)
    }

    /// End of the letters, digits and inner marks of a word.
    fn word_end(&self, rest: &str) -> usize {
        let mut n = 0;
        let mut chars = rest.char_indices().peekable();
        let mut last = '\0';
        while let Some((i, c)) = chars.next() {
            let next = chars.peek().map_or('\0', |(_, c)| *c);
            let inner = match c {
                c if is_wordlike(c) => true,
                c if is_single_quote(c) && c != '`' => next.is_alphabetic(),
                '.' => self.keeps_inner_stop(&rest[..i], &rest[i + 1..]),
                '&' => is_initials(&rest[..i]) && next.is_uppercase(),
                '-' => self.keeps_hyphen(&rest[..i], next),
                '@' => last.is_alphanumeric() && next.is_alphanumeric(),
                _ => false,
            };
            if !inner {
                break;
            }
            n = i + c.len_utf8();
            last = c;
        }
        n
    }

    /// "U.S", "e.g", "Ph.D" go on; "end.Next" and "end.23" (a note) do not.
    fn keeps_inner_stop(&self, before: &str, after: &str) -> bool {
        let part = before.rsplit('.').next().unwrap_or(before);
        let next = &after[..run_of(after, char::is_alphanumeric)];
        let short = |s: &str| s.chars().count() == 1;
        let known = |stop: &str| self.lists.abbreviation(stop).is_some();
        let goes_on = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && !is_note(before, next, after)
            && !known(&format!("{before}."));
        !next.is_empty()
            && before.len() <= LONGEST_STOPPED
            && ((short(part) && (short(next) || before.contains('.') || next.chars().count() == 2))
                || (short(next) && before.contains('.'))
                || (part.chars().all(char::is_alphanumeric) && known(&format!("{before}.{next}.")))
                || goes_on)
    }

    fn keeps_hyphen(&self, before: &str, next: char) -> bool {
        next.is_alphanumeric()
            && (self.lists.prefixes.contains(&before.to_lowercase())
                || (before == "x" && next.is_ascii_digit()))
    }

    /// Whether the stop after `word` belongs to it; `after` is what follows the stop unspaced.
    fn keeps_stop(&self, word: &str, after: &str) -> bool {
        if after.starts_with('.') {
            return false;
        }
        if is_capital(word) {
            return self.is_initial(word, after);
        }
        match self.lists.abbreviation(&format!("{word}.")) {
            Some(Abbreviation::BeforeNumber) => self.is_before_number(after),
            Some(Abbreviation::Title) => word.starts_with(char::is_uppercase),
            Some(Abbreviation::Lead) => true,
            Some(Abbreviation::Ending) => !after.is_empty() || !self.is_before_sentence(),
            Some(Abbreviation::Other) => !self.is_last_word(word, after),
            None if word.contains('.') => {
                is_initials(word) || word.split('.').all(|p| p.chars().count() == 1)
            }
            None => false,
        }
    }

    /// "vol. 4", "b. May 1902".
    fn is_before_number(&self, after: &str) -> bool {
        let next = if after.is_empty() { self.beyond() } else { after };
        let letters = &next[..run_of(next, char::is_alphabetic)];
        let month =
            || letters.starts_with(char::is_uppercase) && self.lists.is(letters, Role::Month);
        next.starts_with(char::is_numeric) || month()
    }

    /// A word in lower case that ends its paragraph is rather the word than the abbreviation.
    fn is_last_word(&self, word: &str, after: &str) -> bool {
        let plain = word.starts_with(char::is_lowercase) && word.len() > 1 && !word.contains('.');
        let last = after.is_empty() && self.end == self.paragraph_end;
        plain && last
    }

    /// Whether nothing more or a capital follows the stretch.
    fn is_before_sentence(&self) -> bool {
        self.beyond().chars().next().is_none_or(char::is_uppercase)
    }

    /// Whether a capital with a stop is the initial of a name: a capital follows, or it stands after
    /// another initial and no word in lower case follows.
    fn is_initial(&self, word: &str, after: &str) -> bool {
        let next = self.beyond().chars().next().unwrap_or('\0');
        let capital = next.is_uppercase();
        let in_row = (next.is_numeric() || next == '(') && is_initial(self.word_before());
        after.is_empty()
            && if word == "I" { capital && is_name(self.word_before()) } else { capital || in_row }
    }

    /// What stands between blanks before the stretch.
    fn word_before(&self) -> &str {
        let before = self.text[..self.at].trim_end();
        before.rsplit(char::is_whitespace).next().unwrap_or_default()
    }

    /// A word that the speaker broke off ("th-"): one or two letters, or more if the word that
    /// follows takes them up again. "mid- and long-term" is none.
    fn breaks_off(&self, word: &str, after: &str) -> bool {
        let acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        if !(after.is_empty() || after.starts_with(',')) || acronym || !is_letters(word) {
            return false;
        }
        let beyond = self.beyond().trim_start_matches(|c: char| !c.is_alphanumeric());
        let next = &beyond[..run_of(beyond, char::is_alphabetic)];
        let next = next.to_lowercase();
        let repeats = || next.starts_with(&word.to_lowercase());
        !matches!(next.as_str(), "and" | "or" | "to") && (word.chars().count() <= 2 || repeats())
    }
}

/// A number of one or two digits right after the stop of a sentence: the mark of a note.
fn is_note(before: &str, next: &str, after: &str) -> bool {
    let word = before.len() > 3 && before.chars().all(char::is_lowercase);
    word && next.len() <= 2 && next.len() == after.len() && next.bytes().all(|b| b.is_ascii_digit())
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().nth(1).is_none()
}

/// "J." as it stands in the text.
fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(is_capital)
}

fn is_letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_letters(word)
}

/// Capitals with stops or none ("AT", "U.S").
fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.len() <= 8 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

pub(super) fn is_clitic(letters: &str) -> bool {
    matches!(letters, "s" | "ll" | "re" | "ve" | "d" | "m" | "t")
}

/// Length of the clitic that `word` ends in.
fn clitic(word: &str) -> usize {
    let Some((at, mark)) = word.char_indices().rev().find(|(_, c)| is_single_quote(*c)) else {
        return 0;
    };
    let (before, after) = (&word[..at], word[at + mark.len_utf8()..].to_lowercase());
    match after.as_str() {
        "t" if before.ends_with(['n', 'N']) && before.len() > 1 => word.len() - at + 1,
        "s" | "ll" | "re" | "ve" | "d" | "m" if at > 0 => word.len() - at,
        _ => 0,
    }
}
