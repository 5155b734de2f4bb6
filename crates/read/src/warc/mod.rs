//! Web archives as a stream of pages: WARC 1.0 and 1.1 (ISO 28500:2017), gzip by record or not, as the
//! CC-NEWS archive of Common Crawl has them.
//!
//! Of a response or a resource over HTTP the page is taken, of a conversion its text; each comes with
//! the address and the moment of its fetching. What is no page (other records, errors of the server,
//! pictures) is passed over. Nothing is fetched. Crates that read WARC (`warc`, `fastwarc`) hold what a
//! record claims to have in memory, however long, or bring codecs that these archives do not use; here a
//! record is read up to the largest page and passed over behind that.

mod fields;
mod http;

use crate::limits::MAX_INPUT_BYTES;
use crate::raw::{InputKind, Raw};
use crate::source::{SourceError, broken, file};
use crate::story::Given;
use crate::unpacked::Opened;
use fields::Fields;
use http::Page;
use std::io::{self, BufRead, ErrorKind, Read};
use std::sync::Arc;

/// How every record begins.
const MAGIC: &[u8] = b"WARC/";
/// The most bytes that the fields of a record may take.
const MAX_FIELDS: usize = 1 << 16;
/// The first lines of records that are read.
const VERSIONS: [&str; 3] = ["WARC/0.18", "WARC/1.0", "WARC/1.1"];

/// Whether an input of unknown kind is a web archive.
pub(crate) fn is_warc(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// A web archive that is read record by record.
pub(crate) struct Warc {
    pub name: String,
    /// The record that was read last, from 1.
    pub at: usize,
    input: Opened,
    given: Arc<Given>,
    /// Read to its end, or given up.
    ended: bool,
    /// Whether a page was found, though it may be one that cannot be read.
    any: bool,
}

impl Warc {
    pub(crate) fn new(name: String, input: Opened, given: Arc<Given>) -> Self {
        Warc { name, at: 0, input, given, ended: false, any: false }
    }

    /// The next page. What breaks the order of records ends the archive.
    pub(crate) fn next(&mut self) -> Option<Result<Raw, SourceError>> {
        while !self.ended {
            let record = self.record();
            let name = format!("{}:{}", self.name, self.at);
            match record {
                Ok(Some(Record::Page(page))) => {
                    self.any = true;
                    return Some(Ok(self.raw(name, *page)));
                }
                Ok(Some(Record::Other)) => {}
                Ok(Some(Record::Unreadable(what))) => {
                    self.any = true;
                    return Some(Err(SourceError::new(name, what)));
                }
                Ok(None) => {
                    self.ended = true;
                    let empty = "no page of a news site in this web archive";
                    let empty = (!self.any).then(|| SourceError::new(&self.name, empty));
                    return self.input.complaint(&self.name).or(empty).map(Err);
                }
                Err(error) => {
                    self.ended = true;
                    let what = match error.kind() {
                        ErrorKind::InvalidData => error.to_string(),
                        ErrorKind::UnexpectedEof => {
                            "the archive ends in the middle of this record; fetch it again".into()
                        }
                        _ => broken(&error),
                    };
                    return Some(Err(SourceError::new(name, what)));
                }
            }
        }
        None
    }

    fn raw(&self, name: String, page: Page) -> Raw {
        let (path, given) = (file(&self.name), Arc::clone(&self.given));
        let Page { kind, bytes, url, retrieved_at, encoding } = page;
        Raw { path, given, url, retrieved_at, encoding, ..Raw::new(name, kind, bytes) }
    }

    /// The next record; none at the end.
    fn record(&mut self) -> io::Result<Option<Record>> {
        let Some(first) = self.first_line()? else { return Ok(None) };
        self.at += 1;
        if !VERSIONS.contains(&first.as_str()) {
            let what =
                "no WARC record begins where one should; the rest is not read, fetch it again";
            return Err(io::Error::new(ErrorKind::InvalidData, what));
        }
        let fields = Fields::read(&mut self.input.stream, MAX_FIELDS)?;
        let length = fields.get("content-length").and_then(|n| n.parse::<u64>().ok());
        let Some(length) = length else {
            let what = "a record without its length; the rest is not read";
            return Err(io::Error::new(ErrorKind::InvalidData, what));
        };
        let mut block = (&mut self.input.stream).take(length);
        let record = match http::wanted(&fields) {
            false => Record::Other,
            true => {
                let mut bytes = Vec::new();
                (&mut block).take(MAX_BLOCK as u64).read_to_end(&mut bytes)?;
                http::page(&fields, bytes)
            }
        };
        io::copy(&mut block, &mut io::sink())?;
        match block.limit() {
            0 => Ok(Some(record)),
            _ => Err(ErrorKind::UnexpectedEof.into()),
        }
    }

    /// The line with which a record begins, the empty ones before it passed over.
    fn first_line(&mut self) -> io::Result<Option<String>> {
        loop {
            let mut line = Vec::new();
            (&mut self.input.stream).take(MAX_FIELDS as u64).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                return Ok(None);
            }
            let line = String::from_utf8_lossy(&line).trim().to_string();
            if !line.is_empty() {
                return Ok(Some(line));
            }
        }
    }
}

/// The most bytes that are read of a block: the largest page and the fields before it.
const MAX_BLOCK: usize = MAX_INPUT_BYTES + MAX_FIELDS;

/// What a record is.
enum Record {
    Page(Box<Page>),
    /// Nothing to code.
    Other,
    /// A page that cannot be read, and why.
    Unreadable(String),
}

/// What the payload of a record is, by its media type.
fn kind(media_type: &str) -> Option<InputKind> {
    match media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some(InputKind::Html),
        "text/plain" => Some(InputKind::Text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
