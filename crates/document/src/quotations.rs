//! Quotations by place.

use crate::{Document, Quote, Span};

/// The quotations of a document, found by the words they may hold.
///
/// They stand in the order in which they open, one in another or apart. How far any of those up to one reaches
/// only grows, so that what lies wholly before a place is skipped by halving.
pub struct Quotations<'d> {
    quotes: &'d [Quote],
    /// Per quotation: the furthest end of it and of all before it.
    reach: Vec<u32>,
}

impl<'d> Quotations<'d> {
    /// Of a document; none where the layer did not run. In O(quotations).
    pub fn new(doc: &'d Document) -> Self {
        let quotes: &[Quote] = doc.quotes.as_deref().unwrap_or(&[]);
        let furthest = |end: &mut u32, quote: &Quote| {
            *end = quote.outer.end.max(*end);
            Some(*end)
        };
        Quotations { quotes, reach: quotes.iter().scan(0, furthest).collect() }
    }

    /// All that may share a byte with `span`, in order; others may be among them.
    pub fn near(&self, span: Span) -> &'d [Quote] {
        let first = self.reach.partition_point(|&end| end <= span.start);
        let end = self.quotes.partition_point(|q| q.outer.start < span.end);
        &self.quotes[first..end.max(first)]
    }

    /// The innermost one around `span`, marks not counted.
    pub fn around(&self, span: Span) -> Option<&'d Quote> {
        self.near(span).iter().rev().find(|q| q.inner.contains(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layer, Producer};

    #[test]
    fn a_quotation_is_found_around_words_and_beside_them() {
        let mut doc = Document::new("d", "“A ‘b’ ‘c’ d” e “f”".to_string());
        let quote = |from: usize, to: usize, mark: u32| {
            let outer = Span::new(from, to);
            let inner = Span { start: outer.start + mark, end: outer.end - mark };
            Quote { outer, inner, closed: true }
        };
        let text = doc.text().to_string();
        let at = |what: &str| text.find(what).expect("it stands there");
        let outer = quote(0, at(" e"), 3);
        let (b, c) = (quote(at("‘b"), at(" ‘c"), 3), quote(at("‘c"), at(" d"), 3));
        let f = quote(at("“f"), text.len(), 3);
        doc.quotes = Some(Layer::new(Producer::new("test", "1"), vec![outer, b, c, f]));
        let quotations = Quotations::new(&doc);
        let word = |what: &str| Span::new(at(what), at(what) + 1);
        assert_eq!(quotations.around(word("b")), Some(&b));
        assert_eq!(quotations.around(word("d")), Some(&outer));
        assert_eq!(quotations.around(word("e")), None);
        assert_eq!(quotations.around(word("f")), Some(&f));
        assert_eq!(quotations.near(word("e")), []);
        assert_eq!(quotations.near(word("f")), [f]);
    }
}
