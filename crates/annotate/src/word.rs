//! Characters and words as tables are keyed.

use verbale_document::SmolStr;

/// A character as tables are keyed: digits as `0`, straight apostrophes, short dashes.
pub(crate) fn normal(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '–' => '-',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// A word in lower case, as tables are keyed; short ones take no allocation.
pub(crate) fn lower(word: &str) -> SmolStr {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// The first character of the lower case, which is all of it but for a few letters.
pub(crate) fn lower_case(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// Its kind in a shape: capital `X`, small letter `x`, digit `0`, or itself.
pub(crate) fn kind_of(c: char) -> char {
    match c {
        '0' => '0',
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c => c,
    }
}
