//! Numbers in figures and in words.

use super::Grammar;
use crate::atoms::What;
use crate::words::Word;

impl Grammar<'_> {
    /// A whole number: "14", "fourteen", "twenty-one", "two hundred and six".
    pub(super) fn cardinal(&self, at: usize) -> Option<(usize, i64)> {
        if let What::Digits(n, _) = self.atoms.get(at)?.what {
            return Some((at + 1, n));
        }
        self.spelled(at)
    }

    /// A number in words.
    pub(super) fn spelled(&self, at: usize) -> Option<(usize, i64)> {
        let Word::Number(first) = self.word(at)? else { return None };
        let (mut total, mut part, mut end) = (0, first, at + 1);
        loop {
            let and = self.is(end, "and") && part % 100 == 0 && part + total >= 100;
            let next = end + usize::from(and || self.is(end, "-"));
            let Some(Word::Number(n)) = self.word(next) else { break };
            match n {
                1000 if part < 1000 => (total, part) = (total + part * 1000, 0),
                100 if part < 100 => part *= 100,
                1..=9 if part % 100 >= 20 && part % 10 == 0 => part += n,
                1..=99 if part % 100 == 0 && part + total >= 100 => part += n,
                _ => break,
            }
            end = next + 1;
        }
        Some((end, total + part))
    }

    /// "21st", "first", "twenty-first".
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, i64)> {
        if let What::Digits(n, _) = self.atoms.get(at)?.what {
            let suffix = self.is_glued(at + 1) && self.is_any(at + 1, &["st", "nd", "rd", "th"]);
            return suffix.then_some((at + 2, n));
        }
        match self.word(at)? {
            Word::Ordinal(n) => Some((at + 1, n)),
            Word::Number(tens @ (20 | 30)) => {
                let next = self.past(at + 1, &["-"]);
                match self.word(next)? {
                    Word::Ordinal(n @ 1..=9) => Some((next + 1, tens + n)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The number of a day in its month.
    pub(super) fn day_number(&self, at: usize) -> Option<(usize, i8)> {
        let (end, n) = self.ordinal(at).or_else(|| match self.atoms.get(at)?.what {
            What::Digits(n, 1 | 2) => Some((at + 1, n)),
            _ => self.spelled(at),
        })?;
        let day = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        Some((end, day))
    }

    /// Digits of a fixed length.
    pub(super) fn digits(&self, at: usize, len: usize) -> Option<i64> {
        match self.atoms.get(at)?.what {
            What::Digits(n, l) if l == len => Some(n),
            _ => None,
        }
    }
}
