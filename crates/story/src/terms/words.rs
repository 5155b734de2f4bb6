//! The words of a text, in their order.
//!
//! Runs of letters and digits, in lower case; apostrophes inside a word are dropped, the genitive goes,
//! and plurals lose their ending by the rules of Harman's S-stemmer (1991, "How Effective Is
//! Suffixing?"), which are the weakest that help.

/// Quotation marks that open and close alike, and those that do not.
const BOTH: [char; 2] = ['"', '\u{ff02}'];
const OPENING: [char; 3] = ['“', '„', '«'];
const CLOSING: [char; 2] = ['”', '»'];
/// A quotation that is not closed ends here, in words: some mark was forgotten.
const MAX_QUOTED: usize = 80;

/// What a mark does to a quotation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    /// Opens one where none is open, else closes it.
    Either,
    Nothing,
}

/// What a character does to a quotation. A mark that opens and closes alike opens behind a space and before a
/// word, and closes behind a word and before a space, so that one that was forgotten turns nothing round. Two
/// grave accents and two apostrophes are marks as well.
fn turn(before: Option<char>, c: char, next: Option<char>) -> Turn {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match c {
        _ if OPENING.contains(&c) => Turn::Opens,
        _ if CLOSING.contains(&c) => Turn::Closes,
        '`' if next == Some('`') => Turn::Opens,
        '\'' if next == Some('\'') => Turn::Closes,
        _ if !BOTH.contains(&c) => Turn::Nothing,
        _ => match (space(before), space(next)) {
            (true, false) => Turn::Opens,
            (false, true) => Turn::Closes,
            _ => Turn::Either,
        },
    }
}

/// A word of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// Its normal form.
    pub text: String,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// Whether a full stop, a mark like it or a line ends behind it; abbreviations are not told apart.
    pub ends: bool,
    /// Whether that is the end of a line without such a mark, as in lists and headings.
    pub broken: bool,
}

/// Whether a sentence may end with a character; `next` is the one behind it.
fn is_end(c: char, next: Option<&char>) -> bool {
    let goes_on = next.is_some_and(|n| n.is_alphanumeric());
    c == '\n' || (matches!(c, '.' | '!' | '?') && !goes_on)
}

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let (mut word, mut quoted, mut before) = (String::new(), None, None);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let inner = matches!(c, '\'' | '’') && next.is_some_and(char::is_alphanumeric);
        match c {
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if inner && !word.is_empty() => word.push('\''),
            _ => {
                end(&mut all, &mut word, quoted.is_some());
                if let Some(last) = all.last_mut().filter(|_| is_end(c, next.as_ref())) {
                    last.broken |= c == '\n' && !last.ends;
                    last.ends = true;
                }
                quoted = match (turn(before, c, next), quoted) {
                    (Turn::Opens, _) | (Turn::Either, None) => Some(all.len()),
                    (Turn::Closes, _) | (Turn::Either, Some(_)) => None,
                    (Turn::Nothing, open) => open.filter(|from| all.len() <= from + MAX_QUOTED),
                };
            }
        }
        before = Some(c);
    }
    end(&mut all, &mut word, quoted.is_some());
    all
}

fn end(all: &mut Vec<Word>, word: &mut String, quoted: bool) {
    if !word.is_empty() {
        all.push(Word { text: normal(word), quoted, ends: false, broken: false });
        word.clear();
    }
}

/// A word without its ending.
fn normal(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
    let long = |n: usize| word.chars().nth(n).is_some();
    match word.as_str() {
        w if long(4) && w.ends_with("ies") => format!("{}y", &w[..w.len() - 3]),
        w if ["ss", "us", "is"].iter().any(|e| w.ends_with(e)) => word,
        w if long(3) && w.ends_with('s') => w[..w.len() - 1].to_string(),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> String {
        words(text).into_iter().map(|w| w.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn endings_and_case_go() {
        assert_eq!(texts("The Ministers' cities, Ghana's glass"), "the minister city ghana glass");
        assert_eq!(texts("Łódź’s 15-year-old won’t"), "łódź 15 year old wont");
        assert_eq!(texts("gas bus yes ties"), "gas bus yes tie");
        assert_eq!(texts(" … "), "");
    }

    #[test]
    fn ends_of_sentences_are_marked() {
        let last = |text: &str| {
            let last = words(text).into_iter().filter(|w| w.ends);
            last.map(|w| w.text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(last("Rain fell. “It rained!” she said\nIt is 3.5 m"), "fell rained said");
        let broken: Vec<bool> = words("Rain\nIt fell.\n").iter().map(|w| w.broken).collect();
        assert_eq!(broken, [true, false, false]);
    }

    #[test]
    fn quotations_are_marked() {
        let quoted = |text: &str| {
            let inside = words(text).into_iter().filter(|w| w.quoted);
            inside.map(|w| w.text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(quoted("He said “rain fell” and left."), "rain fell");
        assert_eq!(quoted("\"Rain,\" he said, \"fell.\""), "rain fell");
        assert_eq!(quoted("``Rain,'' he said, ``fell.'' And left."), "rain fell");
        assert_eq!(quoted("It's the farmers' day"), "");
        assert_eq!(
            quoted("A \"dry spell, he said. \"Rain fell,\" she said. It is."),
            "dry spell he said rain fell"
        );
        let open = format!("“{}", "rain. ".repeat(400));
        assert!(quoted(&open).split(' ').count() < 200, "a quotation without an end");
    }
}
