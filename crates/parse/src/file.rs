//! The format of model files.
//!
//! Eight bytes of magic (`VERBALE` and the letter of the kind), the version (four bytes, little
//! endian), the SHA-256 of the rest, and the rest: numbers as LEB128, strings with their length.

use crate::ModelError;
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 7] = b"VERBALE";
const VERSION: u32 = 2;
const HEADER: usize = 8 + 4 + 32;

/// Kinds of model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Lemmas,
    Network,
}

impl Kind {
    fn letter(self) -> u8 {
        match self {
            Kind::Lemmas => b'L',
            Kind::Network => b'W',
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Lemmas => "lemmas",
            Kind::Network => "network",
        }
    }
}

/// Reads the body of a model file.
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
    hash: String,
}

impl<'b> Reader<'b> {
    /// Checks magic, version and hash.
    pub(crate) fn open(kind: Kind, bytes: &'b [u8]) -> Result<Self, ModelError> {
        let magic = bytes.get(..8).ok_or(ModelError::Foreign(kind.name()))?;
        if &magic[..7] != MAGIC || magic[7] != kind.letter() {
            return Err(ModelError::Foreign(kind.name()));
        }
        let version = bytes.get(8..12).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
        let found = version.ok_or(ModelError::Damaged)?;
        if found != VERSION {
            return Err(ModelError::Version { kind: kind.name(), found, expected: VERSION });
        }
        let hash = bytes.get(12..HEADER).ok_or(ModelError::Damaged)?;
        if Sha256::digest(&bytes[HEADER..])[..] != *hash {
            return Err(ModelError::Damaged);
        }
        Ok(Reader { rest: &bytes[HEADER..], hash: hex(&hash[..8]) })
    }

    /// The first 16 hex digits of the body's SHA-256.
    pub(crate) fn hash(&self) -> &str {
        &self.hash
    }

    /// One byte.
    #[inline]
    pub(crate) fn byte(&mut self) -> Result<u8, ModelError> {
        let (&first, rest) = self.rest.split_first().ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(first)
    }

    /// An unsigned number.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<u32, ModelError> {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(ModelError::Damaged)
    }

    /// A number of things to follow, each of at least one byte.
    pub(crate) fn count(&mut self) -> Result<usize, ModelError> {
        let n = self.number()? as usize;
        if n > self.rest.len() { Err(ModelError::Damaged) } else { Ok(n) }
    }

    /// So many bytes.
    pub(crate) fn bytes(&mut self, n: usize) -> Result<&'b [u8], ModelError> {
        let (head, rest) = self.rest.split_at_checked(n).ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(head)
    }

    /// A string.
    pub(crate) fn string(&mut self) -> Result<&'b str, ModelError> {
        let n = self.count()?;
        std::str::from_utf8(self.bytes(n)?).map_err(|_| ModelError::Damaged)
    }
}

/// Writes a model file.
#[derive(Default)]
pub(crate) struct Writer {
    body: Vec<u8>,
}

impl Writer {
    /// One byte.
    pub(crate) fn byte(&mut self, byte: u8) {
        self.body.push(byte);
    }

    /// An unsigned number.
    pub(crate) fn number(&mut self, mut n: u32) {
        while n >= 0x80 {
            self.body.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.body.push(n as u8);
    }

    /// A string.
    pub(crate) fn string(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.body.extend_from_slice(text.as_bytes());
    }

    /// The file.
    pub(crate) fn finish(self, kind: Kind) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.push(kind.letter());
        file.extend_from_slice(&VERSION.to_le_bytes());
        file.extend_from_slice(&Sha256::digest(&self.body));
        file.extend_from_slice(&self.body);
        file
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut out = Writer::default();
        out.number(300);
        out.string("né");
        out.finish(Kind::Lemmas)
    }

    #[test]
    fn numbers_and_strings_come_back() {
        let file = sample();
        let mut input = Reader::open(Kind::Lemmas, &file).expect("opens");
        assert_eq!(input.number().expect("number"), 300);
        assert_eq!(input.string().expect("string"), "né");
        assert!(matches!(input.byte(), Err(ModelError::Damaged)), "nothing is left");
    }

    #[test]
    fn says_what_is_wrong_with_a_file() {
        let check = |edit: &dyn Fn(&mut Vec<u8>), expected: &str| {
            let mut file = sample();
            edit(&mut file);
            let error = Reader::open(Kind::Lemmas, &file).err().expect("is refused");
            assert!(error.to_string().contains(expected), "{error}");
        };
        check(&|f| f.clear(), "no Verbale lemmas");
        check(&|f| f[0] = b'x', "no Verbale lemmas");
        check(&|f| f[7] = b'P', "no Verbale lemmas");
        check(&|f| f[8] = 9, "version 9");
        check(&|f| f.truncate(20), "damaged");
        check(&|f| f.truncate(f.len() - 1), "damaged");
        check(&|f| *f.last_mut().expect("a body") ^= 1, "damaged");
    }
}
