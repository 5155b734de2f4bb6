//! Numbers, and the units that split off them.

use super::run_of;
use super::scanner::Scanner;

impl Scanner<'_> {
    /// Length of the number, or of the word that begins with one ("4th", "3D").
    pub(super) fn number(&self) -> usize {
        let rest = self.rest();
        let n = number_end(rest);
        let after = &rest[n..];
        let letters = run_of(after, |c| c.is_alphabetic() || c == '.');
        let unit = after[..letters].to_lowercase();
        if letters == 0 || self.lists.units.contains(unit.trim_end_matches('.')) {
            return n;
        }
        n + run_of(after, char::is_alphanumeric)
    }
}

/// End of a number with its separators: "1,000.5", "12:14", "9/11", "555-0199", "2024-06-21".
fn number_end(rest: &str) -> usize {
    let digits = |text: &str| run_of(text, char::is_numeric);
    let mut n = digits(rest);
    while let Some(mark) = rest[n..].chars().next() {
        let after = digits(&rest[n + mark.len_utf8()..]);
        if after == 0 || !matches!(mark, '.' | ',' | ':' | '/') {
            break;
        }
        n += mark.len_utf8() + after;
    }
    n.max(code_end(rest))
}

/// End of the groups of digits of a date or telephone number; 0 if `rest` starts with none.
fn code_end(rest: &str) -> usize {
    let digits = |text: &str| run_of(text, char::is_numeric);
    let first = digits(rest);
    let (mut n, mut last, mut groups) = (first, first, 1);
    while rest[n..].starts_with('-') && digits(&rest[n + 1..]) > 0 {
        last = digits(&rest[n + 1..]);
        n += 1 + last;
        groups += 1;
    }
    let is_code = groups > 2 || (groups == 2 && first == 3 && last == 4);
    if is_code { n } else { 0 }
}
