//! The page in the block of a record: an answer over HTTP (RFC 9112) with its payload unpacked, or the
//! payload itself.

use super::{MAX_FIELDS, Record, fields::Fields, kind};
use crate::limits::MAX_INPUT_BYTES;
use crate::raw::InputKind;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::{BufRead, Cursor, Read};

/// A page and what came with it.
pub(super) struct Page {
    pub kind: InputKind,
    pub bytes: Vec<u8>,
    pub url: Option<String>,
    pub retrieved_at: Option<String>,
    /// The encoding that the server names.
    pub encoding: Option<String>,
}

/// Whether a record may hold a page.
pub(super) fn wanted(fields: &Fields) -> bool {
    let media_type = fields.get("content-type").unwrap_or_default();
    match fields.get("warc-type").unwrap_or_default() {
        "response" => media_type.to_ascii_lowercase().starts_with("application/http"),
        "resource" | "conversion" => kind(media_type).is_some(),
        _ => false,
    }
}

/// The page in a block.
pub(super) fn page(fields: &Fields, block: Vec<u8>) -> Record {
    let web = |url: &&str| url.starts_with("http://") || url.starts_with("https://");
    let url = fields.get("warc-target-uri").map(|u| u.trim_matches(['<', '>'])).filter(web);
    let url = url.map(str::to_string);
    let retrieved_at = fields.get("warc-date").map(str::to_string);
    if fields.get("warc-type") != Some("response") {
        let media_type = fields.get("content-type").unwrap_or_default();
        let Some(kind) = kind(media_type) else { return Record::Other };
        let encoding = charset(media_type);
        return Record::Page(Box::new(Page { kind, bytes: block, url, retrieved_at, encoding }));
    }
    let mut answer = Cursor::new(block);
    let mut status = String::new();
    let line = (&mut answer).take(MAX_FIELDS as u64).read_line(&mut status);
    if line.is_err() || !status.starts_with("HTTP/") {
        return Record::Unreadable("an answer that is not HTTP".to_string());
    }
    if status.split_whitespace().nth(1) != Some("200") {
        return Record::Other;
    }
    let Ok(fields) = Fields::read(&mut answer, MAX_FIELDS) else {
        return Record::Unreadable("an answer whose fields do not end".to_string());
    };
    let media_type = fields.get("content-type").unwrap_or_default();
    let Some(kind) = kind(media_type) else { return Record::Other };
    let encoding = charset(media_type);
    let at = usize::try_from(answer.position()).unwrap_or(usize::MAX);
    let payload = answer.into_inner().split_off(at);
    match payload_of(&fields, payload) {
        Ok(bytes) => Record::Page(Box::new(Page { kind, bytes, url, retrieved_at, encoding })),
        Err(what) => Record::Unreadable(what),
    }
}

/// The payload as it was before it was sent. Archives often keep it unpacked and leave the field.
fn payload_of(fields: &Fields, mut payload: Vec<u8>) -> Result<Vec<u8>, String> {
    if fields.get("transfer-encoding").is_some_and(|e| e.eq_ignore_ascii_case("chunked")) {
        payload = joined(&payload).unwrap_or(payload);
    }
    let most = MAX_INPUT_BYTES as u64;
    let mut bytes = Vec::new();
    let packed = |read: std::io::Result<usize>| match read {
        Ok(_) => Ok(()),
        Err(_) => Err("a page whose packing is damaged".to_string()),
    };
    match fields.get("content-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" if payload.starts_with(&[0x1F, 0x8B]) => {
            packed(MultiGzDecoder::new(&payload[..]).take(most).read_to_end(&mut bytes))?;
        }
        "deflate" if payload.first() == Some(&0x78) => {
            packed(ZlibDecoder::new(&payload[..]).take(most).read_to_end(&mut bytes))?;
        }
        coding @ ("br" | "zstd") if std::str::from_utf8(&payload).is_err() => {
            return Err(format!("a page packed with {coding}, which is not read"));
        }
        _ => return Ok(payload),
    }
    Ok(bytes)
}

/// The chunks of a payload in one (RFC 9112, 7.1); none where there are no chunks.
fn joined(payload: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut whole) = (payload, Vec::new());
    loop {
        let end = rest.iter().position(|b| *b == b'\n')?;
        let size = std::str::from_utf8(&rest[..end]).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(..size)?);
        rest = rest.get(size..)?;
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    }
}

fn charset(media_type: &str) -> Option<String> {
    let named = media_type.split(';').filter_map(|part| part.split_once('='));
    let (_, value) =
        named.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(value.trim().trim_matches('"').to_string())
}
