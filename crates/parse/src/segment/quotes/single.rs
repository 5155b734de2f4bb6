//! Single marks: quotation marks told from apostrophes by their neighbours.

use super::Kind;
use super::reader::{Reader, is_edge};

impl Reader<'_> {
    pub(super) fn single(&mut self, at: usize, n: usize, c: char, before: char, after: char) {
        let from = at + n;
        if c == '‘' {
            if !is_elision(&self.text[from..self.paragraph.end as usize]) {
                self.open(Kind::Single, at, n);
            }
        } else if self.is_open(Kind::Single) && !before.is_whitespace() && !after.is_alphanumeric()
        {
            // A quotation that opened has to end: "states’" is a possessive if a mark is left.
            let possessive = before == 's' && after == ' ' && self.closes_later(from, true);
            if !possessive {
                self.close(Kind::Single, at, n);
            }
        } else if c != '’'
            && is_edge(before)
            && after.is_alphanumeric()
            && self.closes_later(from, false)
            && !is_elision(&self.text[from..self.paragraph.end as usize])
        {
            self.open(Kind::Single, at, n);
        }
    }

    /// Whether a mark that can close a single quotation follows before the next that opens one;
    /// one that could as well be a possessive counts as such if `plurals`.
    fn closes_later(&self, from: usize, plurals: bool) -> bool {
        let rest = &self.text[from..self.paragraph.end as usize];
        let mut before = ' ';
        let mut chars = rest.chars().peekable();
        while let Some(c) = chars.next() {
            let after = chars.peek().copied().unwrap_or(' ');
            match c {
                '‘' => return false,
                '"' | '“' | '”' if before != ',' && before != '.' => return false,
                '\'' | '’' if is_edge(before) => return false,
                '\'' | '’' if !after.is_alphanumeric() && (before != 's' || after != ' ') => {
                    return true;
                }
                '\'' | '’' if !after.is_alphanumeric() => {
                    let next = chars.clone().nth(1).unwrap_or(' ');
                    if plurals || !next.is_lowercase() {
                        return true;
                    }
                }
                _ => {}
            }
            before = c;
        }
        false
    }
}

/// "’90s", "’em": an apostrophe, though it stands where a quotation could open.
fn is_elision(after: &str) -> bool {
    let word = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    let digits = word.trim_end_matches('s');
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
        || ["em", "til", "tis", "twas", "cause", "n"].contains(&word.to_lowercase().as_str())
}
