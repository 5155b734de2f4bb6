//! Ids that hold everywhere, not only in their document.
//!
//! A document's key is a hash of where it stands and what it says; `key#s1` is a statement of it,
//! whoever coded it. What the atlas does not know is told apart by document (`x:KEY:HASH`) until
//! something joins it.

use sha2::{Digest, Sha256};

/// Hex digits of a key: 96 bits, so that two among a thousand million documents agree with a chance
/// of one in ten thousand million.
const DIGITS: usize = 24;

/// The key of the document that stands at `place` (an address, else a path, else nothing) and says
/// `text`.
pub fn document_key(place: &str, text: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(place.as_bytes());
    hash.update([0]);
    hash.update(text.as_bytes());
    hex(&hash.finalize())[..DIGITS].to_string()
}

/// SHA-256 of a text, in hex.
pub fn text_hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// The global id of a mention, statement or event.
pub fn global(key: &str, id: &str) -> String {
    format!("{key}#{id}")
}

/// The id of an entity that only its document vouches for; `id` is `x:` and a hash of its name.
pub fn local_entity(key: &str, id: &str) -> String {
    let hash = id.strip_prefix("x:").unwrap_or(id);
    format!("x:{key}:{hash}")
}

/// Bytes in hex, two digits each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_place_and_text_apart() {
        let key = document_key("https://a.example/1", "Rain fell.");
        assert_eq!(key.len(), DIGITS);
        assert_eq!(key, document_key("https://a.example/1", "Rain fell."));
        assert_ne!(key, document_key("https://b.example/1", "Rain fell."));
        assert_ne!(key, document_key("https://a.example/1", "Snow fell."));
        assert_ne!(document_key("a", "b"), document_key("ab", ""));
        assert_eq!(local_entity("k", "x:00ff"), "x:k:00ff");
    }
}
