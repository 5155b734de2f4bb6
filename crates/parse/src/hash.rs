//! Hashes of words in tables that are learnt and looked up by the same code.

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// One step of the mixing that makes hashes of sequences.
#[inline]
pub(crate) fn mix(h: u64, part: u32) -> u64 {
    (h.rotate_left(5) ^ u64::from(part)).wrapping_mul(K)
}

/// Hash of a string.
pub(crate) fn hash_str(text: &str) -> u32 {
    (text.chars().fold(1, |h, c| mix(h, c as u32)) >> 32) as u32
}
