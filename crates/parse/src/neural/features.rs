//! What the small network sees of a word: rows of tables, as `training/verbale_training/features.py`
//! computes them.
//!
//! Hashes are 32-bit FNV-1a over the numbers of characters (Fowler, Noll & Vo).

use crate::word::kind_of;
use verbale_document::folding::{lower_case, normal};

/// Tables of hashed features: the normal form, its first three and last two to four characters, and
/// its shape.
pub(crate) const HASHED: usize = 6;

/// Hashes of a word, one for each table; the first one is also its key in the vocabulary.
pub(crate) type Hashes = [u32; HASHED];

const BASIS: u32 = 0x811C_9DC5;
const PRIME: u32 = 0x0100_0193;

#[inline]
fn add(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(PRIME)
}

/// The hashes of a word.
pub(crate) fn hashes(word: &str) -> Hashes {
    let (mut norm, mut prefix, mut shape) = (BASIS, BASIS, BASIS);
    let mut last = ['\0'; 4];
    let mut kinds = ['\0'; 2];
    let mut n = 0;
    for c in word.chars().map(normal) {
        let small = lower_case(c);
        norm = add(norm, small);
        if n < 3 {
            prefix = norm;
        }
        last = [last[1], last[2], last[3], small];
        let kind = kind_of(c);
        if kinds != [kind; 2] {
            shape = add(shape, kind);
            kinds = [kinds[1], kind];
        }
        n += 1;
    }
    let ending = |k: usize| last[4 - k.min(n)..].iter().fold(BASIS, |hash, c| add(hash, *c));
    [norm, prefix, ending(2), ending(3), ending(4), shape]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fnv(text: &str) -> u32 {
        text.chars().fold(BASIS, add)
    }

    #[test]
    fn hashes_the_parts_of_a_word() {
        let expected = ["mi-00", "mi-", "00", "-00", "i-00", "Xx-00"].map(fnv);
        assert_eq!(hashes("Mi-24"), expected);
        assert_eq!(hashes("A"), ["a", "a", "a", "a", "a", "X"].map(fnv));
        assert_eq!(hashes("NATO’s"), ["nato's", "nat", "'s", "o's", "to's", "XX'x"].map(fnv));
        assert_eq!(hashes(""), [BASIS; HASHED]);
    }
}
