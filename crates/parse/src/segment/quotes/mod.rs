//! Quotations by their marks.
//!
//! Marks are paired within a paragraph, innermost first. A quotation left open at the end of its
//! paragraph goes on into the next one if that opens with the same mark again, as print has it for
//! long quotations; else it ends there unclosed. Marks that close nothing are left alone.

mod reader;
mod single;

use reader::Reader;
use verbale_document::{Quote, Span};

/// A continuation over more paragraphs than this is a forgotten mark.
const MOST_PARAGRAPHS: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Straight,
    Curly,
    Angle,
    TwoSingle,
    Single,
}

struct Open {
    kind: Kind,
    start: usize,
    inner: usize,
    single_paragraph: bool,
}

/// Quotations of `text`, whose paragraphs are given, in the order of their opening marks.
pub(crate) fn quotes(text: &str, paragraphs: &[Span]) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut carried: Option<(Open, usize)> = None;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let mut reader = Reader::new(text, *paragraph, &mut found);
        if let Some((open, n)) = carried.take() {
            if n < MOST_PARAGRAPHS && reopens(text, *paragraph, open.kind) {
                reader.stack.push(open);
                carried = reader.run(true).map(|open| (open, n + 1));
                continue;
            }
            let end = paragraphs[i - 1].end as usize;
            reader.found.push(unclosed(&open, end));
        }
        carried = reader.run(false).map(|open| (open, 1));
    }
    if let (Some((open, _)), Some(last)) = (carried, paragraphs.last()) {
        found.push(unclosed(&open, last.end as usize));
    }
    found.sort_by_key(|q| (q.outer.start, std::cmp::Reverse(q.outer.end)));
    found
}

fn unclosed(open: &Open, end: usize) -> Quote {
    let end = end.max(open.inner);
    Quote { outer: Span::new(open.start, end), inner: Span::new(open.inner, end), closed: false }
}

/// Whether a paragraph opens with a mark that continues a quotation of `kind`.
fn reopens(text: &str, paragraph: Span, kind: Kind) -> bool {
    let part = &text[paragraph.range()];
    match kind {
        Kind::Straight => part.starts_with('"'),
        Kind::Curly => part.starts_with(['“', '”', '„']),
        Kind::Angle => part.starts_with(['«', '»']),
        Kind::TwoSingle => ["''", "``", "‘‘"].iter().any(|mark| part.starts_with(mark)),
        Kind::Single => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::paragraphs::paragraphs;
    use verbale_document::Document;

    fn check(text: &str, expected: &[(&str, bool)]) {
        let doc = Document::new("d", text.to_string());
        let found = quotes(text, &paragraphs(&doc));
        let found: Vec<_> = found.iter().map(|q| (doc.slice(q.inner), q.closed)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn pairs_of_marks() {
        check("“We agree,” he said. “We sign.”", &[("We agree,", true), ("We sign.", true)]);
        check("\"We agree,\" he said, \"and sign.\"", &[("We agree,", true), ("and sign.", true)]);
        check("``We agree,'' he said.", &[("We agree,", true)]);
        check("‘‘We agree,’’ he said.", &[("We agree,", true)]);
        check("“We agree,’’ he said. “We sign.’’", &[("We agree,", true), ("We sign.", true)]);
        check("\"We agree,'' he said, \"and sign.\"", &[("We agree,", true), ("and sign.", true)]);
        check("\"We agree,” he said. \"We sign.”", &[("We agree,", true), ("We sign.", true)]);
        check("“We agree,\" he said. “We sign.\"", &[("We agree,", true), ("We sign.", true)]);
        check("“A pipe of 6\" would do,” he said.", &[("A pipe of 6\" would do,", true)]);
        check("«We agree», he said.", &[("We agree", true)]);
        check("He called it 'a farce' and left.", &[("a farce", true)]);
    }

    #[test]
    fn nested_quotations_come_after_the_outer_one() {
        let inner = "He called it ‘a farce’ and left,";
        check(&format!("“{inner}” she said."), &[(inner, true), ("a farce", true)]);
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        check("The ministers' talks didn't end in the '90s.", &[]);
        check("The ministers’ talks didn’t end in the ’90s.", &[]);
        check("He spoke of ‘the states’ rights’ there.", &[("the states’ rights", true)]);
    }

    #[test]
    fn long_quotations_go_on_where_the_next_paragraph_reopens() {
        let text = "“One.\n\n“Two,” he said.\n\nThree.";
        check(text, &[("One.\n\n“Two,", true)]);
        check("“One.\n\nTwo.", &[("One.", false)]);
    }
}
