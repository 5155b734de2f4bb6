//! Positions that do not depend on white space.

use verbale::document::{Document, Span};

/// Maps byte offsets of a text to counts of the characters before them that are no white space.
pub(crate) struct Squeezed {
    before: Vec<u32>,
}

impl Squeezed {
    pub(crate) fn new(doc: &Document) -> Self {
        let text = doc.text();
        let mut before = vec![0; text.len() + 1];
        let mut n = 0;
        for (at, c) in text.char_indices() {
            before[at] = n;
            n += u32::from(!c.is_whitespace());
        }
        before[text.len()] = n;
        Squeezed { before }
    }

    /// `(start, end)` in characters that are no white space.
    pub(crate) fn span(&self, span: Span) -> (u32, u32) {
        (self.before[span.start as usize], self.before[span.end as usize])
    }
}
