//! The headline: what names a story and is no sentence of it.

use super::lines::Line;
use super::rules::Rules;

/// Headlines are shorter.
pub(super) const MAX_TITLE_CHARS: usize = 180;
/// Headlines that end with a full stop or a question mark are shorter.
const MAX_STOPPED_CHARS: usize = 110;

/// Whether `line`, the first line of the story, is its headline; `below` are the lines under it.
///
/// An open end (no full stop) speaks for a headline, but not where the line below goes on with the
/// sentence. A full stop is let pass where the long words are capitalised, and where a blank line
/// follows and the line does not read like the first sentence of a story.
pub(super) fn is_headline(rules: &Rules, text: &str, line: &Line, below: &[Line]) -> bool {
    let words = &text[line.span.range()];
    let Some(next) = below.first().map(|l| &text[l.span.range()]) else { return false };
    let n = words.chars().count();
    if n > MAX_TITLE_CHARS || words.ends_with([',', ':', ';', '-', '–', '—']) || is_name(words)
    {
        return false;
    }
    let goes_on = !line.blank_below && next.starts_with(char::is_lowercase);
    if goes_on || is_filed(rules, words) || (!line.blank_below && is_wrapped(text, line, below)) {
        return false;
    }
    match words.chars().next_back() {
        Some('.') if is_title_case(words) => true,
        Some('.') => {
            let one = !words.trim_end_matches('.').contains(". ");
            let short = n <= MAX_STOPPED_CHARS && next.chars().count() > n;
            line.blank_below && below.len() >= 3 && one && short && !rules.reads_like_story(words)
        }
        Some('!' | '?') => n <= MAX_STOPPED_CHARS,
        Some('"' | '”') => is_title_case(words),
        _ => true,
    }
}

/// Whether the line opens with a dateline, as paragraphs do. "WORD: A Headline" does not.
fn is_filed(rules: &Rules, words: &str) -> bool {
    let found = rules.dateline(words, true);
    let label = |len: usize| words[..len].trim_end().ends_with(':') && is_title_case(words);
    found.is_some_and(|d| !label(d.len))
}

/// Two or three words in capitals: the author's name.
pub(super) fn is_name(words: &str) -> bool {
    let letters = |w: &str| w.chars().all(|c| c.is_uppercase() || "-’'.".contains(c));
    let n = words.split_whitespace().count();
    (2..=3).contains(&n) && words.split_whitespace().all(|w| w.len() > 1 && letters(w))
}

/// Lines of nearly one length without blank lines between them: a text broken at a margin.
fn is_wrapped(text: &str, line: &Line, below: &[Line]) -> bool {
    let n = |l: &Line| text[l.span.range()].chars().count();
    let near = below.iter().take(3).filter(|l| n(l).abs_diff(n(line)) <= 12).count();
    below.len() >= 3 && near >= 2 && (40..=100).contains(&n(line))
}

fn is_title_case(words: &str) -> bool {
    let long: Vec<&str> = words.split_whitespace().filter(|w| w.chars().count() > 3).collect();
    let capital =
        |w: &&&str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    long.len() >= 2 && long.iter().filter(capital).count() * 5 >= long.len() * 4
}

/// Whether a line is the headline that the source names: the same letters and digits, perhaps
/// without the site's name at the end.
pub(crate) fn same_headline(named: &str, line: &str) -> bool {
    let squeeze = |s: &str| -> String {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (named, line) = (squeeze(named), squeeze(line));
    named == line || (line.len() >= 20 && line.len() * 2 > named.len() && named.starts_with(&line))
}
