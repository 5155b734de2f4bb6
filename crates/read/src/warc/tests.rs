//! Archives made by hand, whole and broken.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Cursor, Write};

const PAGE: &str = "<html><body><p>Rain fell.</p></body></html>";

/// A record with its length.
fn record(kind: &str, media_type: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/rain\r\n\
         WARC-Date: 2031-03-05T10:00:00Z\r\nContent-Type: {media_type}\r\n\
         Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn response(head: &str, payload: &str) -> String {
    record("response", "application/http; msgtype=response", &format!("{head}\r\n\r\n{payload}"))
}

/// The same with a payload that is no text.
fn bytes_of(head: &str, payload: &[u8]) -> Vec<u8> {
    let mark = "-".repeat(payload.len());
    let whole = response(head, &mark).into_bytes();
    let end = whole.len() - 4;
    [&whole[..end - payload.len()], payload, &whole[end..]].concat()
}

/// Pages by their text, errors behind an exclamation mark, each with its name.
fn read(archive: impl AsRef<[u8]>) -> Vec<String> {
    let input = Opened::new(Box::new(Cursor::new(archive.as_ref().to_vec()))).expect("opens");
    let mut warc = Warc::new("x".into(), input, Arc::default());
    std::iter::from_fn(|| warc.next())
        .map(|unit| match unit {
            Ok(raw) => format!("{} {}", raw.name, String::from_utf8_lossy(&raw.bytes)),
            Err(error) => format!("{} ! {}", error.name, error.what),
        })
        .collect()
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"";

#[test]
fn pages_come_with_address_and_moment() {
    let archive =
        record("warcinfo", "application/warc-fields", "software: none") + &response(OK, PAGE);
    let input = Opened::new(Box::new(Cursor::new(archive))).expect("opens");
    let mut warc = Warc::new("day.warc".into(), input, Arc::default());
    let raw = warc.next().expect("a page").expect("a page");
    assert_eq!((raw.name.as_str(), raw.kind), ("day.warc:2", InputKind::Html));
    assert_eq!(raw.url.as_deref(), Some("https://news.example/rain"));
    assert_eq!(raw.retrieved_at.as_deref(), Some("2031-03-05T10:00:00Z"));
    assert_eq!((raw.encoding.as_deref(), raw.path.as_deref()), (Some("utf-8"), Some("day.warc")));
    assert_eq!(raw.bytes, PAGE.as_bytes());
    assert!(warc.next().is_none());
}

#[test]
fn what_is_no_page_is_passed_over() {
    let archive = [
        record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
        response("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE),
        response("HTTP/1.1 200 OK\r\nContent-Type: image/png", "PNG"),
        record("conversion", "text/plain", "Snow fell."),
        record("metadata", "application/warc-fields", "fetchTimeMs: 7"),
        response(OK, PAGE),
    ];
    assert_eq!(read(archive.concat()), ["x:4 Snow fell.".to_string(), format!("x:6 {PAGE}")]);
    assert_eq!(read(archive[..3].concat()), ["x ! no page of a news site in this web archive"]);
}

#[test]
fn payloads_are_unpacked() {
    let chunked = format!("{OK}\r\nTransfer-Encoding: chunked");
    let chunks =
        format!("8;a=b\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", &PAGE[..8], PAGE.len() - 8, &PAGE[8..]);
    assert_eq!(read(response(&chunked, &chunks)), [format!("x:1 {PAGE}")]);
    assert_eq!(read(response(&chunked, PAGE)), [format!("x:1 {PAGE}")], "kept without chunks");
    let named = format!("{OK}\r\nContent-Encoding: gzip");
    assert_eq!(read(response(&named, PAGE)), [format!("x:1 {PAGE}")], "kept unpacked");
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(PAGE.as_bytes()).expect("memory takes it");
    let packed = packed.finish().expect("memory takes it");
    assert_eq!(read(bytes_of(&named, &packed)), [format!("x:1 {PAGE}")]);
    let damaged = [bytes_of(&named, &packed[..packed.len() / 2]), response(OK, PAGE).into_bytes()];
    let told = "x:1 ! a page whose packing is damaged".to_string();
    assert_eq!(read(damaged.concat()), [told, format!("x:2 {PAGE}")]);
    let told = "x:1 ! a page packed with br, which is not read";
    assert_eq!(read(bytes_of(&format!("{OK}\r\nContent-Encoding: br"), &[0xFF; 9])), [told]);
}

#[test]
fn what_is_broken_is_named() {
    let one = response(OK, PAGE);
    let page = format!("x:1 {PAGE}");
    let middle = "x:2 ! the archive ends in the middle of this record; fetch it again";
    assert_eq!(read(format!("{one}{}", &one[..one.len() - 20])), [page.as_str(), middle]);
    assert_eq!(read(format!("{one}{}", &one[..60])), [page.as_str(), middle]);
    for (broken, told) in [
        ("junk behind it\r\n".to_string(), "x:2 ! no WARC record begins where one should"),
        (one.replace("WARC/1.0", "WARC/9"), "x:2 ! no WARC record begins where one should"),
        (one.replace("Content-Length", "Length"), "x:2 ! a record without its length"),
        (
            format!("WARC/1.0\r\n{}", "a".repeat(MAX_FIELDS + 9)),
            "x:2 ! a record whose fields do not end",
        ),
        (response(&OK.replace("HTTP/1.1", "ICY"), PAGE), "x:2 ! an answer that is not HTTP"),
    ] {
        let got = read(format!("{one}{broken}"));
        assert!(got.len() == 2 && got[1].starts_with(told), "{told}: {got:?}");
    }
    let claims = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 18446744073709551615\r\n\r\nx";
    assert_eq!(
        read(claims),
        ["x:1 ! the archive ends in the middle of this record; fetch it again"]
    );
}

#[test]
fn what_is_too_long_is_read_to_the_limit_and_passed() {
    let long = "a".repeat(MAX_INPUT_BYTES * 2);
    let archive = response(OK, &long) + &response(OK, PAGE);
    let got = read(archive);
    assert_eq!((got.len(), got[1].as_str()), (2, format!("x:2 {PAGE}").as_str()));
    assert!(got[0].len() > MAX_INPUT_BYTES && got[0].len() < MAX_BLOCK + 9, "{}", got[0].len());
}
