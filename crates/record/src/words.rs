//! Words at offsets in code points.

use crate::Span;

/// A text that can be cut at code points in constant time.
pub struct Words<'t> {
    text: &'t str,
    /// The byte at which each code point begins, and the end. Empty where bytes and code points are
    /// the same.
    starts: Vec<u32>,
}

impl<'t> Words<'t> {
    /// Counts the code points of `text`, which is shorter than 4 GiB.
    pub fn new(text: &'t str) -> Self {
        let starts = match text.is_ascii() {
            true => Vec::new(),
            false => {
                let all = text.char_indices().map(|(at, _)| at as u32);
                all.chain([text.len() as u32]).collect()
            }
        };
        Words { text, starts }
    }

    /// The words at a span; what lies past the end of the text is left out.
    pub fn at(&self, span: Span) -> &'t str {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        self.text.get(start..end.max(start)).unwrap_or_default()
    }

    /// The words of several spans, an ellipsis between them.
    pub fn joined(&self, spans: &[Span]) -> String {
        spans.iter().map(|s| self.at(*s)).collect::<Vec<_>>().join(" … ")
    }

    fn byte(&self, point: u32) -> usize {
        match self.starts.is_empty() {
            true => (point as usize).min(self.text.len()),
            false => self.starts.get(point as usize).map_or(self.text.len(), |b| *b as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_code_points() {
        let cut = |text, start, end| Words::new(text).at(Span::new(start, end)).to_string();
        assert_eq!(cut("Škoda said no", 6, 10), "said");
        assert_eq!(cut("Skoda said no", 6, 10), "said");
        assert_eq!(cut("Škoda", 3, 99), "da");
        assert_eq!(cut("", 0, 1), "");
    }
}
