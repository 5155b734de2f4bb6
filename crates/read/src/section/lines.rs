//! The lines of a text.

use verbale_document::Span;

/// A line that is not blank, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub span: Span,
    /// Whether a blank line, or nothing, is below it.
    pub blank_below: bool,
}

/// Lines that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let mut out: Vec<Line> = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        if !span.is_empty() {
            out.push(Line { span, blank_below: false });
        } else if let Some(last) = out.last_mut() {
            last.blank_below = true;
        }
        at += line.len();
    }
    if let Some(last) = out.last_mut() {
        last.blank_below = true;
    }
    out
}
