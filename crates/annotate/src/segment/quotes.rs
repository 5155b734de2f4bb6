//! Quotations by their marks.
//!
//! Marks are paired within a paragraph, innermost first. A quotation left open at the end of its
//! paragraph goes on into the next one if that opens with the same mark again, as print has it for
//! long quotations; else it ends there unclosed. Single marks are told from apostrophes by their
//! neighbours. Marks that close nothing are left alone.

use super::{is_double_quote, is_single_quote};
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
        let mut reader =
            Reader { text, paragraph: *paragraph, stack: Vec::new(), found: &mut found };
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
        Kind::TwoSingle => part.starts_with("''") || part.starts_with("``"),
        Kind::Single => false,
    }
}

struct Reader<'a> {
    text: &'a str,
    paragraph: Span,
    stack: Vec<Open>,
    found: &'a mut Vec<Quote>,
}

impl Reader<'_> {
    /// Reads the paragraph; returns what may go on in the next one. `skip` the first mark.
    fn run(mut self, skip: bool) -> Option<Open> {
        let (start, end) = (self.paragraph.start as usize, self.paragraph.end as usize);
        let mut at = start;
        while at < end {
            let Some(c) = self.text[at..end].chars().next() else { break };
            let two = matches!(c, '\'' | '`') && self.text[at + 1..end].starts_with(c);
            let n = if two { 2 } else { c.len_utf8() };
            if !(skip && at == start) {
                self.mark(at, n, c, two);
            }
            at += n;
        }
        self.leave_open(end)
    }

    fn mark(&mut self, at: usize, n: usize, c: char, two: bool) {
        let (before, after) = self.neighbours(at, n);
        let opens = is_edge(before) && !after.is_whitespace() && after != '\0';
        match c {
            '“' | '„' | '‟' => self.open(Kind::Curly, at, n),
            '”' => self.close_or_open(Kind::Curly, at, n, opens),
            '«' => self.open(Kind::Angle, at, n),
            '»' => {
                self.close(Kind::Angle, at, n);
            }
            '`' if two => self.open(Kind::TwoSingle, at, n),
            '\'' if two => self.toggle(Kind::TwoSingle, at, n, opens),
            c if is_double_quote(c) => self.toggle(Kind::Straight, at, n, opens),
            c if is_single_quote(c) => self.single(at, n, c, before, after),
            _ => {}
        }
    }

    fn neighbours(&self, at: usize, n: usize) -> (char, char) {
        let before = self.text[self.paragraph.start as usize..at].chars().next_back();
        let after = self.text[at + n..self.paragraph.end as usize].chars().next();
        (before.unwrap_or('\0'), after.unwrap_or('\0'))
    }

    fn is_open(&self, kind: Kind) -> bool {
        self.stack.iter().any(|o| o.kind == kind)
    }

    fn open(&mut self, kind: Kind, at: usize, n: usize) {
        self.stack.push(Open {
            kind,
            start: at,
            inner: at + n,
            single_paragraph: kind == Kind::Single,
        });
    }

    /// Closes the innermost quotation of `kind`; what was opened inside it and not closed is
    /// dropped, as a stray mark.
    fn close(&mut self, kind: Kind, at: usize, n: usize) -> bool {
        let Some(i) = self.stack.iter().rposition(|o| o.kind == kind) else { return false };
        let open = self.stack.swap_remove(i);
        self.stack.truncate(i);
        let (outer, inner) = (Span::new(open.start, at + n), Span::new(open.inner, at));
        self.found.push(Quote { outer, inner, closed: true });
        true
    }

    /// A closing mark that, as in Swedish print, may open as well: only where nothing is open.
    fn close_or_open(&mut self, kind: Kind, at: usize, n: usize, opens: bool) {
        if !self.close(kind, at, n) && opens {
            self.open(kind, at, n);
        }
    }

    /// Marks that open and close alike.
    fn toggle(&mut self, kind: Kind, at: usize, n: usize, opens: bool) {
        if !self.is_open(kind) {
            self.open(kind, at, n);
        } else if !(opens && self.is_doubtful(kind)) {
            self.close(kind, at, n);
        }
    }

    /// An opening-looking mark while one is open: it closes unless nothing was said yet.
    fn is_doubtful(&self, kind: Kind) -> bool {
        let open = self.stack.iter().rfind(|o| o.kind == kind);
        open.is_some_and(|o| o.inner >= self.paragraph.end as usize)
    }

    fn single(&mut self, at: usize, n: usize, c: char, before: char, after: char) {
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

    /// At the end of the paragraph: the outermost open double mark may go on; the rest ends here.
    fn leave_open(mut self, end: usize) -> Option<Open> {
        self.stack.retain(|o| !o.single_paragraph);
        let mut open = self.stack.drain(..);
        let first = open.next();
        let rest: Vec<Quote> = open.map(|o| unclosed(&o, end)).collect();
        self.found.extend(rest);
        first
    }
}

/// Whether a mark after `before` stands at the start of a word.
fn is_edge(before: char) -> bool {
    before == '\0'
        || before.is_whitespace()
        || is_double_quote(before)
        || matches!(before, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '‘')
}

/// "’90s", "’em": an apostrophe, though it stands where a quotation could open.
fn is_elision(after: &str) -> bool {
    let word = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    let digits = word.trim_end_matches('s');
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
        || ["em", "til", "tis", "twas", "cause", "n"].contains(&word.to_lowercase().as_str())
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
