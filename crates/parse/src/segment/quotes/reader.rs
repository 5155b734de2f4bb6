//! Reads one paragraph's marks and pairs them, innermost first.

use super::{Kind, Open, unclosed};
use crate::segment::{is_double_quote, is_single_quote};
use verbale_document::{Quote, Span};

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) paragraph: Span,
    pub(super) stack: Vec<Open>,
    pub(super) found: &'a mut Vec<Quote>,
    /// The curly mark that was looked for last, and where it stands; the end where there is none.
    curly: (usize, Option<char>),
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, paragraph: Span, found: &'a mut Vec<Quote>) -> Self {
        Reader { text, paragraph, stack: Vec::new(), found, curly: (0, None) }
    }

    /// Reads the paragraph; returns what may go on in the next one. `skip` the first mark.
    pub(super) fn run(mut self, skip: bool) -> Option<Open> {
        let (start, end) = (self.paragraph.start as usize, self.paragraph.end as usize);
        let mut at = start;
        while at < end {
            let Some(c) = self.text[at..end].chars().next() else { break };
            let doubled = self.text[at + c.len_utf8()..end].starts_with(c);
            let nested = c == '’' && self.is_open(Kind::Single);
            let two = doubled && matches!(c, '\'' | '`' | '‘' | '’') && !nested;
            let n = if two { 2 * c.len_utf8() } else { c.len_utf8() };
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
            '”' => self.closing(at, n, opens),
            '«' => self.open(Kind::Angle, at, n),
            '»' => {
                self.close(Kind::Angle, at, n);
            }
            '`' | '‘' if two => self.open(Kind::TwoSingle, at, n),
            '\'' | '’' if two => self.two_single(at, n, c, opens),
            c if is_double_quote(c) => self.straight(at, n, opens),
            c if is_single_quote(c) => self.single(at, n, c, before, after),
            _ => {}
        }
    }

    fn neighbours(&self, at: usize, n: usize) -> (char, char) {
        let before = self.text[self.paragraph.start as usize..at].chars().next_back();
        let after = self.text[at + n..self.paragraph.end as usize].chars().next();
        (before.unwrap_or('\0'), after.unwrap_or('\0'))
    }

    pub(super) fn is_open(&self, kind: Kind) -> bool {
        self.stack.iter().any(|o| o.kind == kind)
    }

    pub(super) fn open(&mut self, kind: Kind, at: usize, n: usize) {
        self.stack.push(Open {
            kind,
            start: at,
            inner: at + n,
            single_paragraph: kind == Kind::Single,
        });
    }

    /// Closes the innermost quotation of `kind`; what was opened inside it and not closed is
    /// dropped, as a stray mark.
    pub(super) fn close(&mut self, kind: Kind, at: usize, n: usize) -> bool {
        let Some(i) = self.stack.iter().rposition(|o| o.kind == kind) else { return false };
        let open = self.stack.swap_remove(i);
        self.stack.truncate(i);
        let (outer, inner) = (Span::new(open.start, at + n), Span::new(open.inner, at));
        self.found.push(Quote { outer, inner, closed: true });
        true
    }

    /// A closing curly mark: it closes what a straight one opened, where editors mix them, and opens, as in
    /// Swedish print, where nothing is open.
    fn closing(&mut self, at: usize, n: usize, opens: bool) {
        let closed =
            self.close(Kind::Curly, at, n) || (!opens && self.close(Kind::Straight, at, n));
        if !closed && opens {
            self.open(Kind::Curly, at, n);
        }
    }

    /// A straight mark: it closes what a curly one opened where no curly one does so later.
    fn straight(&mut self, at: usize, n: usize, opens: bool) {
        let mixed = !opens && !self.is_open(Kind::Straight) && self.is_open(Kind::Curly);
        if mixed && self.next_curly(at + n) != Some('”') {
            self.close(Kind::Curly, at, n);
        } else {
            self.toggle(Kind::Straight, at, n, opens);
        }
    }

    /// Two single marks close what two of them opened, else any double mark (“...’’); straight ones open as well.
    fn two_single(&mut self, at: usize, n: usize, c: char, opens: bool) {
        let other = [Kind::Curly, Kind::Straight].into_iter().find(|kind| self.is_open(*kind));
        match other.filter(|_| !opens && !self.is_open(Kind::TwoSingle)) {
            Some(kind) => _ = self.close(kind, at, n),
            None if c == '\'' => self.toggle(Kind::TwoSingle, at, n, opens),
            None => _ = self.close(Kind::TwoSingle, at, n),
        }
    }

    /// The next curly mark at or behind `from`, which never goes back: the paragraph is looked through once.
    fn next_curly(&mut self, from: usize) -> Option<char> {
        if self.curly.0 < from {
            let end = self.paragraph.end as usize;
            let next = self.text[from..end].char_indices().find(|(_, c)| matches!(c, '“' | '”'));
            self.curly = next.map_or((end, None), |(i, c)| (from + i, Some(c)));
        }
        self.curly.1
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
pub(super) fn is_edge(before: char) -> bool {
    before == '\0'
        || before.is_whitespace()
        || is_double_quote(before)
        || matches!(before, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '‘')
}
