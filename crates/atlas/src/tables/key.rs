//! Keys under which names of places are looked up.

use verbale_document::folding::fold;

/// The folded name without full stops and with its first word shortened as in print: "St. Louis"
/// and "Saint Louis", "Ft. Worth" and "Fort Worth", "W.Va." and "W.Va".
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    write_key(name, &mut key);
    key
}

/// The key of a name, into a string that is used again.
pub(crate) fn write_key(name: &str, key: &mut String) {
    key.clear();
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b'\'' | b'.');
    if name.bytes().all(plain) && !name.contains("  ") {
        key.extend(
            name.trim().bytes().filter(|b| *b != b'.').map(|b| b.to_ascii_lowercase() as char),
        );
    } else {
        key.push_str(&fold(name));
        key.retain(|c| c != '.');
    }
    for (long, short) in [("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")] {
        if key.starts_with(long) {
            key.replace_range(..long.len(), short);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_of_names() {
        let check = |one: &str, other: &str| assert_eq!(key(one), key(other));
        check("St. Louis", "Saint Louis");
        check("Ft. Worth", "Fort Worth");
        check("W.Va.", "W.Va");
        check("Şırnak", "Sirnak");
    }
}
