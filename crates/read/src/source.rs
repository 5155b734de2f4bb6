//! Files, folders, standard input, gzip, JSON and web archives as a stream of units.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use crate::decode::wide;
use crate::limits::MAX_INPUT_BYTES;
use crate::listing::{Listing, kind_by_extension};
use crate::raw::{InputKind, Raw};
use crate::remedy::remedy;
use crate::story::Given;
use crate::units::{Units, is_json};
use crate::unpacked::Opened;
use crate::warc::{Warc, is_warc};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// An input that holds several documents.
enum Several {
    Json(Units),
    Archive(Warc),
}

impl Several {
    fn next(&mut self) -> Option<Result<Raw, SourceError>> {
        match self {
            Several::Json(units) => units.next(),
            Several::Archive(warc) => warc.next(),
        }
    }

    /// What is left, for a person.
    fn left(&self) -> String {
        match self {
            Several::Json(units) => format!("{} from line {}", units.name, units.at + 1),
            Several::Archive(warc) => format!("{} from record {}", warc.name, warc.at + 1),
        }
    }
}

/// A stream of units, in the order of the paths; folders are walked in the order of their names.
/// JSON and web archives are read document by document, so memory does not grow with the size of a file.
pub struct Sources {
    kind: InputKind,
    listing: Listing,
    several: Option<Several>,
    given: Arc<Given>,
}

impl Sources {
    /// The inputs behind `paths`; `-` is standard input.
    pub fn new(paths: Vec<PathBuf>, kind: InputKind) -> Self {
        Sources { kind, listing: Listing::new(paths), several: None, given: Arc::default() }
    }

    /// What is said of all inputs that do not say it themselves.
    #[must_use]
    pub fn given(mut self, given: Given) -> Self {
        self.given = Arc::new(given);
        self
    }

    /// Lines for a person on what folders hold and what is not read.
    pub fn notes(&self) -> &[String] {
        &self.listing.notes
    }

    /// The number of documents that are left, where every input that is left holds one.
    pub fn documents(&self) -> Option<usize> {
        self.several.is_none().then(|| self.listing.documents(self.kind))?
    }

    /// What is left for a person: "2 inputs", "day.jsonl from line 8", or both.
    pub fn left(&self) -> Option<String> {
        let rest = self.several.as_ref().map(Several::left);
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
        let stream = match stream(path) {
            Ok(stream) => stream,
            Err(error) => return Some(Err(SourceError::new(name, remedy(&error)))),
        };
        match Opened::new(stream) {
            Ok(input) => self.begin(name, path, input),
            Err(error) => Some(Err(SourceError::new(name, broken(&error)))),
        }
    }

    fn begin(
        &mut self,
        name: String,
        path: &Path,
        input: Opened,
    ) -> Option<Result<Raw, SourceError>> {
        let kind = match self.kind {
            InputKind::Auto => kind_by_extension(path).unwrap_or(InputKind::Auto),
            kind => kind,
        };
        let given = Arc::clone(&self.given);
        match kind {
            InputKind::Jsonl if wide(&input.head).is_some() => {
                let what = "JSON must be UTF-8; turn it into that (iconv -f UTF-16 -t UTF-8)";
                return Some(Err(SourceError::new(name, what)));
            }
            InputKind::Jsonl => {
                self.several = Some(Several::Json(Units::lines(name, input, given)));
            }
            InputKind::Auto if is_json(&input.head) => {
                self.several = Some(Several::Json(Units::values(name, input, given)));
            }
            InputKind::Warc => self.several = Some(Several::Archive(Warc::new(name, input, given))),
            InputKind::Auto if is_warc(&input.head) => {
                self.several = Some(Several::Archive(Warc::new(name, input, given)));
            }
            kind => {
                let whole = whole(name, path, kind, input);
                return Some(whole.map(|raw| Raw { given, ..raw }));
            }
        }
        None
    }
}

impl Iterator for Sources {
    type Item = Result<Raw, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(several) = &mut self.several {
                match several.next() {
                    Some(item) => return Some(item),
                    None => self.several = None,
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

/// The bytes of a whole file or of standard input (`-`), unpacked, up to one more than a page may have.
///
/// # Errors
/// What cannot be read.
#[cfg(feature = "feeds")]
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, SourceError> {
    let name = path.display().to_string();
    let read = stream(path).and_then(|stream| {
        let mut bytes = Vec::new();
        Opened::new(stream)?.stream.take(MAX_INPUT_BYTES as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    read.map_err(|error| SourceError::new(name, broken(&error)))
}

fn stream(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    match path.as_os_str() == "-" {
        true => Ok(Box::new(io::stdin())),
        false => Ok(Box::new(File::open(path)?)),
    }
}

/// A whole file as one unit, cut at the largest size that is read.
fn whole(
    name: String,
    path: &Path,
    kind: InputKind,
    mut input: Opened,
) -> Result<Raw, SourceError> {
    let mut bytes = Vec::new();
    let read = (&mut input.stream).take(MAX_INPUT_BYTES as u64).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(SourceError::new(name, broken(&error)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SourceError::new(name, "empty file"));
    }
    if let Some(what) = foreign(&bytes) {
        return Err(SourceError::new(name, format!("{what}; text, a page or JSON is wanted")));
    }
    let id = (name != "-").then(|| stem(path));
    Ok(Raw { path: file(&name), id, note: input.note(), ..Raw::new(name, kind, bytes) })
}

/// The path of an input that is a file.
pub(crate) fn file(name: &str) -> Option<String> {
    (name != "-").then(|| name.to_string())
}

/// Why a stream broke off.
pub(crate) fn broken(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "truncated gzip file; fetch it again".to_string(),
        io::ErrorKind::InvalidInput => format!("damaged gzip file ({error}); fetch it again"),
        _ => remedy(error),
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
    let binary = wide(bytes).is_none() && bytes.iter().take(1 << 16).any(|b| *b == 0);
    known.or_else(|| binary.then_some("binary data, or UTF-16 without its byte-order mark"))
}
