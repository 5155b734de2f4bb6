//! From raw text to quotations, tokens and sentences, by rules and word lists.

pub(crate) mod paragraphs;
pub(crate) mod quotes;
pub(crate) mod sentences;
pub(crate) mod tokens;

/// Whether `c` opens or closes quotations as a double mark.
pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‟' | '＂')
}

/// Whether `c` can be an apostrophe or a single quotation mark.
pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}
