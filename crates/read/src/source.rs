//! Files, folders, standard input, gzip and JSON Lines as a stream of units.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use crate::limits::MAX_INPUT_BYTES;
use crate::listing::{Listing, kind_by_extension};
use crate::raw::{InputKind, Raw};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// An input that could not be read; names it and the remedy.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {what}")]
pub struct SourceError {
    /// Path, `-`, or `path:line`.
    pub name: String,
    /// What is wrong and what can be done.
    pub what: String,
}

impl SourceError {
    pub(crate) fn new(name: impl Into<String>, what: impl Into<String>) -> Self {
        SourceError { name: name.into(), what: what.into() }
    }
}

/// A stream of units, in the order of the paths; folders are walked in the order of their names.
/// JSON Lines are read line by line, so memory does not grow with the size of a file.
pub struct Sources {
    kind: InputKind,
    listing: Listing,
    lines: Option<Lines>,
}

impl Sources {
    /// The inputs behind `paths`; `-` is standard input.
    pub fn new(paths: Vec<PathBuf>, kind: InputKind) -> Self {
        Sources { kind, listing: Listing::new(paths), lines: None }
    }

    /// Lines for a person on what folders hold and what is not read.
    pub fn notes(&self) -> &[String] {
        &self.listing.notes
    }

    /// The number of documents that are left, where every input that is left holds one.
    pub fn documents(&self) -> Option<usize> {
        self.lines.is_none().then(|| self.listing.documents(self.kind))?
    }

    /// What is left for a person: "2 inputs", "day.jsonl from line 8", or both.
    pub fn left(&self) -> Option<String> {
        let rest = self.lines.as_ref().map(|l| format!("{} from line {}", l.name, l.at + 1));
        let files = match self.listing.entries.len() {
            0 => None,
            1 => Some("1 input".to_string()),
            n => Some(format!("{n} inputs")),
        };
        match (rest, files) {
            (Some(rest), Some(files)) => Some(format!("{rest} and {files}")),
            (rest, files) => rest.or(files),
        }
    }

    fn open(&mut self, path: &Path) -> Option<Result<Raw, SourceError>> {
        let name = path.display().to_string();
        let stream: Box<dyn Read + Send> = if name == "-" {
            Box::new(io::stdin())
        } else {
            match File::open(path) {
                Ok(file) => Box::new(file),
                Err(error) => return Some(Err(SourceError::new(name, error.to_string()))),
            }
        };
        match unpacked(stream) {
            Ok(stream) => self.begin(name, path, stream),
            Err(error) => Some(Err(SourceError::new(name, error.to_string()))),
        }
    }

    fn begin(
        &mut self,
        name: String,
        path: &Path,
        stream: Box<dyn BufRead + Send>,
    ) -> Option<Result<Raw, SourceError>> {
        let kind = match self.kind {
            InputKind::Auto => kind_by_extension(path).unwrap_or(InputKind::Auto),
            kind => kind,
        };
        if kind == InputKind::Jsonl {
            self.lines = Some(Lines { name, stream, at: 0 });
            return None;
        }
        Some(whole(name, path, kind, stream))
    }
}

impl Iterator for Sources {
    type Item = Result<Raw, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(item) => return Some(item),
                    None => self.lines = None,
                }
            }
            match self.listing.entries.pop_front()? {
                Err(bad) => return Some(Err(bad)),
                Ok(path) => match self.open(&path) {
                    Some(item) => return Some(item),
                    None => continue,
                },
            }
        }
    }
}

/// Unpacks gzip, told by its magic bytes.
fn unpacked(stream: Box<dyn Read + Send>) -> io::Result<Box<dyn BufRead + Send>> {
    let mut stream = BufReader::with_capacity(1 << 16, stream);
    let packed = stream.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    if packed {
        return Ok(Box::new(BufReader::new(MultiGzDecoder::new(stream))));
    }
    Ok(Box::new(stream))
}

/// A whole file as one unit, cut at the largest size that is read.
fn whole(
    name: String,
    path: &Path,
    kind: InputKind,
    stream: Box<dyn BufRead + Send>,
) -> Result<Raw, SourceError> {
    let mut bytes = Vec::new();
    let read = stream.take(MAX_INPUT_BYTES as u64).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(SourceError::new(name, broken(&error)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SourceError::new(name, "empty file"));
    }
    if let Some(what) = foreign(&bytes) {
        return Err(SourceError::new(name, format!("{what}, no text or page")));
    }
    let id = (name != "-").then(|| stem(path));
    Ok(Raw { path: file(&name), name, id, kind, bytes })
}

/// The path of an input that is a file.
fn file(name: &str) -> Option<String> {
    (name != "-").then(|| name.to_string())
}

fn broken(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "truncated gzip file; fetch it again".to_string(),
        _ => error.to_string(),
    }
}

/// File name without `.gz` and extension.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match kind_by_extension(path) {
        Some(_) => name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_string(),
        None => name.to_string(),
    }
}

/// What a file that is no text looks like.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let magic: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF file"),
        (b"PK\x03\x04", "a zip archive"),
        (b"\x89PNG", "an image"),
        (b"\xFF\xD8\xFF", "an image"),
        (b"GIF8", "an image"),
        (b"\x7FELF", "a program"),
        (b"PAR1", "a Parquet file"),
    ];
    let known = magic.iter().find(|(m, _)| bytes.starts_with(m)).map(|(_, what)| *what);
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let binary = !utf16 && bytes.iter().take(1 << 16).any(|b| *b == 0);
    known.or_else(|| binary.then_some("binary data"))
}

/// The lines of one JSON Lines file.
struct Lines {
    name: String,
    stream: Box<dyn BufRead + Send>,
    at: usize,
}

impl Lines {
    /// The next line that is not blank. After a read error the file is given up.
    fn next(&mut self) -> Option<Result<Raw, SourceError>> {
        loop {
            self.at += 1;
            let mut bytes = Vec::new();
            let limited = (&mut self.stream).take(MAX_INPUT_BYTES as u64);
            let read = { limited }.read_until(b'\n', &mut bytes);
            let name = format!("{}:{}", self.name, self.at);
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(n) if n == MAX_INPUT_BYTES && !bytes.ends_with(b"\n") => {
                    self.skip_line();
                    let what = format!("a line of more than {} MB", MAX_INPUT_BYTES >> 20);
                    return Some(Err(SourceError::new(name, what)));
                }
                Ok(_) => {
                    let path = file(&self.name);
                    let kind = InputKind::Jsonl;
                    return Some(Ok(Raw { name, path, id: None, kind, bytes }));
                }
                Err(error) => {
                    self.stream = Box::new(io::empty());
                    return Some(Err(SourceError::new(name, broken(&error))));
                }
            }
        }
    }

    fn skip_line(&mut self) {
        let _ = self.stream.skip_until(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems() {
        let check = |path: &str, id: &str| {
            assert_eq!(stem(Path::new(path)), id, "{path}");
        };
        check("a/b.2024.html", "b.2024");
        check("day.jsonl.gz", "day");
        check("notes", "notes");
        check("v1.2", "v1.2");
    }

    #[test]
    fn bad_lines_do_not_end_a_file() {
        let text = b"{\"a\":1}\n\n{\"b\":2}\n".to_vec();
        let stream = Box::new(io::Cursor::new(text));
        let mut lines = Lines { name: "x".into(), stream, at: 0 };
        let names: Vec<_> =
            std::iter::from_fn(|| lines.next()).map(|r| r.expect("a line").name).collect();
        assert_eq!(names, ["x:1", "x:3"]);
    }
}
