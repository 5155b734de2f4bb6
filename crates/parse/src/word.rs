//! Shapes of words.

/// The kind of a character in a shape: capital `X`, small letter `x`, digit `0`, or the character itself.
pub(crate) fn kind_of(c: char) -> char {
    match c {
        '0' => '0',
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c => c,
    }
}
