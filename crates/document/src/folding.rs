//! Normal forms of characters, words and names, by which tables are keyed; and ids for what has none.

use crate::SmolStr;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character as tables are keyed: digits as `0`, straight apostrophes, short dashes.
pub fn normal(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '–' => '-',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// Whether a token is the mark of a possessor: "'s", or the apostrophe after a plural.
pub fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

/// A word in lower case; short ones take no allocation.
pub fn lower(word: &str) -> SmolStr {
    word.chars().flat_map(char::to_lowercase).collect()
}

/// The first character of the lower case, which is all of it but for a few letters.
pub fn lower_case(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// Lower case without diacritics (compatibility decomposition, Unicode UAX 15), with straight
/// apostrophes and hyphens and single spaces.
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        name.chars().for_each(|c| push(&mut out, c));
    } else {
        name.nfkd().filter(|c| !is_combining_mark(*c)).for_each(|c| push(&mut out, c));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Letters that have no decomposition, and marks that come in many shapes.
fn push(out: &mut String, c: char) {
    match c {
        'ł' | 'Ł' => out.push('l'),
        'ø' | 'Ø' => out.push('o'),
        'đ' | 'Đ' => out.push('d'),
        'ı' => out.push('i'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        '’' | '‘' | '`' | 'ʼ' | 'ʻ' => out.push('\''),
        '–' | '—' | '‑' => out.push('-'),
        _ if c.is_whitespace() => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => out.extend(c.to_lowercase()),
    }
}

/// `x:` and twelve hex digits of the SHA-256 of the normal form.
pub fn own_id(name: &str) -> SmolStr {
    let hash = Sha256::digest(fold(name).as_bytes());
    let hex: String = hash.iter().take(6).map(|b| format!("{b:02x}")).collect();
    SmolStr::from(format!("x:{hex}"))
}

/// The Wikidata id where there is one, else an own id of the name.
pub fn id_of(qid: &str, name: &str) -> SmolStr {
    if qid.is_empty() { own_id(name) } else { SmolStr::new(qid) }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        let check = |name: &str, want: &str| assert_eq!(fold(name), want);
        check("Recep Tayyip Erdoğan", "recep tayyip erdogan");
        check(" Côte  d’Ivoire ", "cote d'ivoire");
        check("Łódź", "lodz");
        check("Kraków–Żywiec", "krakow-zywiec");
        check("Ḩudaydah", "hudaydah");
    }
}
