//! Whether what a feed has of a story is the story.
//!
//! Feeds have whole texts, beginnings and teasers in the same elements (RSS Advisory Board, "RSS Best
//! Practices Profile", 2009, on `description` and `content:encoded`), and none says which. So a text counts as
//! whole only where nothing speaks against it: it is long enough for a report, longer where the feed itself
//! calls it a summary; it ends as a sentence does; and no paragraph near its end breaks off. A short report
//! may be missed that way; a beginning that is taken for the whole would be worse, for what follows it might
//! deny what it says.

use verbale_document::Document;

/// The fewest words of a whole text.
const MIN_WORDS: usize = 60;
/// The fewest words of one that the feed calls a summary.
const MIN_SUMMARY_WORDS: usize = 150;
/// The paragraphs at the end that must not break off: behind a beginning often stands where the rest is.
const LAST: usize = 3;
/// How a text breaks off.
const BREAKS: &[&str] = &["...", "…", "[...]", "[…]", "(...)", "(…)"];
/// What may stand behind the sign that ends a sentence.
const CLOSING: &[char] = &['"', '\'', '”', '’', '»', ')', ']'];

/// Whether a document that was read from a feed is likely the whole story.
pub fn is_whole(doc: &Document, is_summary: bool) -> bool {
    let parts = doc.sections.iter().filter(|s| s.kind.is_story());
    let lines: Vec<&str> = parts
        .flat_map(|s| doc.text()[s.span.range()].lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    is_whole_text(&lines, is_summary)
}

fn is_whole_text(lines: &[&str], is_summary: bool) -> bool {
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    let breaks = |line: &&&str| BREAKS.iter().any(|mark| line.ends_with(mark));
    let ends =
        lines.last().is_some_and(|line| line.trim_end_matches(CLOSING).ends_with(['.', '!', '?']));
    let least = if is_summary { MIN_SUMMARY_WORDS } else { MIN_WORDS };
    words >= least && ends && !lines.iter().rev().take(LAST).any(|line| breaks(&line))
}

#[cfg(test)]
mod tests {
    use super::is_whole_text;

    #[test]
    fn beginnings_are_not_whole() {
        let long = "The two ministers met in Nairobi and agreed on the price of grain. ".repeat(6);
        let check = |end: &[&str], is_summary, want| {
            let lines: Vec<&str> = [long.trim()].into_iter().chain(end.iter().copied()).collect();
            assert_eq!(is_whole_text(&lines, is_summary), want, "{end:?}");
        };
        check(&[], false, true);
        check(&[], true, false);
        check(&["\"We agreed,\" he said. \"It is done.\""], false, true);
        check(&["They will meet again [\u{2026}]"], false, false);
        check(&["They will meet...", "The full report stands on our site."], false, false);
        check(&["More on our site"], false, false);
        let longer = [long.trim(); 3];
        assert!(is_whole_text(&longer, true));
        assert!(!is_whole_text(&["The ministers met."], false));
        assert!(!is_whole_text(&[], false));
    }
}
