//! A hash that is the same on every machine: FNV-1a (Fowler, Noll, Vo 1991) with the finaliser of
//! MurmurHash3 (Appleby 2011), for FNV alone spreads the high bits badly.

/// A hash that is fed piece by piece.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Begins with a number that tells kinds of things apart.
    pub(crate) fn new(kind: u8) -> Self {
        Hash(0xcbf2_9ce4_8422_2325).bytes(&[kind])
    }

    /// Takes in bytes.
    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        Hash(bytes.iter().fold(self.0, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)))
    }

    /// Takes in a text and its end, so that ("a", "bc") and ("ab", "c") differ.
    pub(crate) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes()).bytes(&[0xff])
    }

    /// Takes in a number.
    pub(crate) fn number(self, number: u64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    /// All 64 bits.
    pub(crate) fn wide(self) -> u64 {
        mix(self.0)
    }

    /// The upper 32 bits: enough for the terms of a window, of which there are some millions.
    pub(crate) fn narrow(self) -> u32 {
        (self.wide() >> 32) as u32
    }
}

/// Spreads every bit over all others.
pub(crate) fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_kinds_are_told_apart() {
        let two = |a, b| Hash::new(1).text(a).text(b).wide();
        assert_ne!(two("a", "bc"), two("ab", "c"));
        assert_ne!(Hash::new(1).text("a").wide(), Hash::new(2).text("a").wide());
        assert_eq!(two("a", "b"), two("a", "b"));
    }
}
