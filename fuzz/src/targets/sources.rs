//! `Sources`: files of any bytes give units or errors, each named, and come to an end; what is whole is read
//! whole.

#![allow(clippy::disallowed_methods)]

use super::story::READER;
use crate::dice::Dice;
use crate::{edit, told};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::PathBuf;
use std::{env, fs, process, thread};
use verbale::read::{InputKind, Raw, SourceError, Sources};

const ENDINGS: &[&str] =
    &["jsonl", "jsonl.gz", "txt", "html", "txt.gz", "ndjson", "gz", "x", "JSONL.GZ", "warc.gz"];
const KINDS: [InputKind; 5] =
    [InputKind::Auto, InputKind::Jsonl, InputKind::Text, InputKind::Html, InputKind::Warc];
const LINES: &[&str] = &[
    "{}",
    "{\"text\":\"Rain fell.\"}",
    "",
    " ",
    "[",
    "{\"text\":",
    "null",
    "\u{feff}{}",
    "\r",
    "\0",
];

/// Lines of JSON, most of them whole.
fn lines(dice: &mut Dice) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..dice.below(40) {
        match dice.below(4) {
            0 => out.extend(include_bytes!("../../../examples/wires.jsonl")),
            1 => out.extend(edit::bytes(b"{\"id\":1,\"text\":\"Togo denied it.\"}", dice)),
            _ => out.extend(dice.of(LINES).as_bytes()),
        }
        out.push(b'\n');
    }
    out
}

/// A web archive of some pages, most of it whole.
fn archive(dice: &mut Dice) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..dice.below(6) {
        let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell.</p>";
        let length = if dice.once_in(8) { dice.below(1 << 20) } else { page.len() };
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n\
             Content-Length: {length}\r\n\r\n{page}\r\n\r\n"
        );
        match dice.once_in(3) {
            true => out.extend(edit::bytes(record.as_bytes(), dice)),
            false => out.extend(record.into_bytes()),
        }
    }
    out
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).expect("memory takes it");
    out.finish().expect("memory takes it")
}

/// A file of this thread, for a moment.
fn place(ending: &str) -> PathBuf {
    let thread = format!("{:?}", thread::current().id()).replace(['(', ')'], "");
    env::temp_dir().join(format!("verbale-fuzz-{}-{thread}.{ending}", process::id()))
}

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let ending = dice.of(ENDINGS);
    let kind = dice.of(&KINDS);
    let (pack, members, damage) = (dice.once_in(2), dice.below(3), dice.once_in(2));
    let plain = match dice.below(5) {
        4 => archive(&mut dice),
        0 => told::STORIES[0].as_bytes().to_vec(),
        1 => edit::bytes(b"\x1F\x8B\x08\x00%PDF", &mut dice),
        _ => lines(&mut dice),
    };
    let mut file = plain.clone();
    if pack {
        let middle = plain.len() / (members + 1);
        file = [packed(&plain[..middle]), packed(&plain[middle..])].concat();
    }
    if damage {
        file = edit::bytes(&file, &mut dice);
        if dice.once_in(3) {
            file.truncate(dice.below(file.len() + 1));
        }
    }
    let path = place(ending);
    fs::write(&path, &file).expect("a file of a moment");
    let read: Vec<_> = Sources::new(vec![path.clone()], kind).take(1 << 20).collect();
    fs::remove_file(&path).expect("it was there");
    let begins = path.display().to_string();
    let gzip = plain.starts_with(&[0x1F, 0x8B]);
    check(&begins, &read);
    let of_archive = kind == InputKind::Warc || ending == "warc.gz" || plain.starts_with(b"WARC/");
    if !damage && !gzip && !of_archive {
        check_whole(&plain, &read);
    }
}

fn check(begins: &str, read: &[Result<Raw, SourceError>]) {
    assert!(read.len() < 1 << 20, "units without end");
    for item in read {
        match item {
            Ok(raw) => {
                assert!(raw.name.starts_with(begins) && raw.path.as_deref() == Some(begins));
                let _ = READER.read(raw.clone());
            }
            Err(error) => {
                assert!(error.name.starts_with(begins) && !error.what.is_empty(), "{error}");
            }
        }
    }
}

/// The units of a file that is whole are its bytes: all, its lines but for blank ones, or the values of
/// an array or of several lines in their order.
fn check_whole(plain: &[u8], read: &[Result<Raw, SourceError>]) {
    let units: Vec<&[u8]> = read.iter().flatten().map(|raw| &raw.bytes[..]).collect();
    if read.iter().flatten().any(|raw| raw.kind == InputKind::Jsonl) {
        let blank = |line: &&[u8]| !line.iter().all(u8::is_ascii_whitespace);
        let lines: Vec<&[u8]> = plain.split_inclusive(|b| *b == b'\n').filter(blank).collect();
        let mut rest = plain;
        let follows = |unit: &&[u8]| {
            let at = rest.windows(unit.len()).position(|bytes| bytes == *unit);
            rest = at.map_or(rest, |at| &rest[at + unit.len()..]);
            at.is_some()
        };
        assert!(units == lines || units.iter().all(follows), "the lines of {plain:?}");
    } else if let [unit] = units[..] {
        assert_eq!(unit, plain);
    } else {
        assert!(units.is_empty());
    }
}
