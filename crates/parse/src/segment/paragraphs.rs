//! Paragraphs: stretches that no sentence crosses.
//!
//! A blank line or the edge of a section ends a paragraph. A single line break does too (news text
//! has one paragraph per line), unless the text is wrapped at a margin, or the line is long,
//! ends without a stop and the next one goes on in lower case.

use verbale_document::{Document, Span};

/// Lines as long as this may be wrapped; shorter ones are headings, captions, list items.
const LONG_LINE: usize = 45;
/// No margin of wrapped text is wider.
const WIDEST_MARGIN: usize = 100;

/// The paragraphs of `doc`, trimmed and not empty, in the order of the text.
pub(crate) fn paragraphs(doc: &Document) -> Vec<Span> {
    let text = doc.text();
    let wrapped = is_wrapped(text);
    let mut edges: Vec<u32> =
        doc.sections.iter().flat_map(|s| [s.span.start, s.span.end]).collect();
    edges.sort_unstable();
    let mut out = Vec::new();
    let mut start = 0u32;
    for edge in edges.into_iter().chain([text.len() as u32]) {
        if edge > start && text.is_char_boundary(edge as usize) {
            split(text, Span { start, end: edge }, wrapped, &mut out);
            start = edge;
        }
    }
    out
}

fn split(text: &str, block: Span, wrapped: bool, out: &mut Vec<Span>) {
    let mut open: Option<Span> = None;
    let mut at = block.start;
    for line in text[block.range()].split_inclusive(['\n', '\u{2028}', '\u{2029}']) {
        let span = Span { start: at, end: at + line.len() as u32 }.trim(text);
        at += line.len() as u32;
        open = match open {
            _ if span.is_empty() => {
                out.extend(open);
                None
            }
            Some(before) if goes_on(text, before, span, wrapped) => Some(before.cover(span)),
            _ => {
                out.extend(open);
                Some(span)
            }
        };
    }
    out.extend(open);
}

/// Whether `line` continues the paragraph `before`.
fn goes_on(text: &str, before: Span, line: Span, wrapped: bool) -> bool {
    let last = text[before.range()].lines().next_back().unwrap_or_default().trim_end();
    let stops = last.ends_with(['.', '!', '?', ':', ';', '"', '”']);
    let lower = text[line.range()].starts_with(char::is_lowercase);
    let n = last.chars().count();
    if wrapped { n >= LONG_LINE } else { n >= LONG_LINE && lower && !stops }
}

/// Whether most lines of the text reach for a common margin.
fn is_wrapped(text: &str) -> bool {
    let (mut lines, mut long, mut open) = (0, 0, 0);
    for line in text.lines().map(str::trim_end).filter(|l| !l.is_empty()) {
        let n = line.chars().count();
        if n > WIDEST_MARGIN {
            return false;
        }
        lines += 1;
        long += u32::from(n >= LONG_LINE);
        open += u32::from(n >= LONG_LINE && !line.ends_with(['.', '!', '?', ':', '"', '”']));
    }
    lines >= 5 && long * 3 > lines * 2 && open * 2 > lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let doc = Document::new("d", text.to_string());
        let found: Vec<&str> = paragraphs(&doc).into_iter().map(|p| doc.slice(p)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn lines_and_blank_lines() {
        check(
            "Talks open\n\nMinisters met.\nThey left.",
            &["Talks open", "Ministers met.", "They left."],
        );
        check(" \n\n", &[]);
        let long = "The ministers of the five states met on Tuesday and signed\nthe accord.";
        check(long, &[long]);
    }

    #[test]
    fn wrapped_text_is_joined() {
        let text = "The ministers of the five states met on Tuesday in the\n\
            capital and signed the accord that their deputies had\n\
            prepared since the spring, a spokesman for the host\n\
            said. Reporters were not let in, though some of them\n\
            had come from far\n\nA second paragraph begins.";
        let first = text.split("\n\n").next().expect("two paragraphs");
        check(text, &[first, "A second paragraph begins."]);
    }
}
