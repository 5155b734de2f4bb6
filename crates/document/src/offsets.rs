//! From bytes to code points: the one place where offsets change their unit.

use crate::Span;

/// Converts byte offsets of one text into Unicode code-point offsets.
///
/// Keeps one count per 64 bytes, so a conversion reads at most 63 bytes.
pub struct CodePoints<'t> {
    text: &'t str,
    before: Vec<u32>,
}

const STRIDE: usize = 64;

fn starts_char(byte: u8) -> bool {
    (byte & 0xC0) != 0x80
}

impl<'t> CodePoints<'t> {
    /// Counts `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut n = 0;
        for block in text.as_bytes().chunks(STRIDE) {
            before.push(n);
            n += block.iter().filter(|b| starts_char(**b)).count() as u32;
        }
        before.push(n);
        CodePoints { text, before }
    }

    /// Code points before byte `at`.
    pub fn at(&self, at: usize) -> u32 {
        let block = at / STRIDE;
        let rest = &self.text.as_bytes()[block * STRIDE..at];
        self.before[block] + rest.iter().filter(|b| starts_char(**b)).count() as u32
    }

    /// A span as code points `(start, end)`.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_chars() {
        let text = "“Ren’ai” – naïve Łódź 東京 ".repeat(9);
        let points = CodePoints::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(points.at(at) as usize, text[..at].chars().count(), "byte {at}");
        }
    }

    #[test]
    fn empty_text() {
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
