//! JSON Lines: the contract itself.

use crate::contract::Record;

/// A record as one line, newline included.
pub(crate) fn line(record: &Record) -> Vec<u8> {
    let mut line = serde_json::to_vec(record).expect("a record has string keys only");
    line.push(b'\n');
    line
}
