//! Records as the ledger keeps them: their line of JSON, packed (zlib, RFC 1950).

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use std::io::{Read, Write};
use verbale_record::{Record, SCHEMA_VERSION};

/// A record, packed.
pub(crate) fn packed(record: &Record) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(record.to_json().as_bytes()).expect("memory takes it");
    packer.finish().expect("memory takes it")
}

/// The record again, of whatever schema it was written in; else what is wrong with the bytes.
pub(crate) fn unpacked(bytes: &[u8], schema: u32) -> Result<Record, String> {
    let mut line = String::new();
    ZlibDecoder::new(bytes).read_to_string(&mut line).map_err(|e| e.to_string())?;
    // What we wrote ourselves is not looked through again.
    match schema == SCHEMA_VERSION {
        true => serde_json::from_str(&line).map_err(|e| e.to_string()),
        false => Record::parse(&line).map_err(|e| e.to_string()),
    }
}
