//! One writer for all forms.

use crate::peers::{LeftOut, Peer, PeerTable};
use crate::place::{Existing, FilePlace};
use crate::table::CsvTables;
#[cfg(feature = "parquet")]
use crate::table::ParquetTables;
use crate::{WriteError, page};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::str::FromStr;
use verbale_record::Record;

/// The forms in which records are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// A folder of CSV files, one a table.
    Csv,
    /// A folder of Parquet files, one a table.
    Parquet,
    /// One page.
    Html,
    /// A table with the columns of POLECAT's weekly files, tab-separated: what is told as having happened.
    Polecat,
    /// A table with the columns of GDELT's events, tab-separated: what is told as having happened.
    Gdelt,
}

impl FromStr for Format {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "jsonl" => Ok(Format::Jsonl),
            "csv" => Ok(Format::Csv),
            "parquet" => Ok(Format::Parquet),
            "html" => Ok(Format::Html),
            "polecat" => Ok(Format::Polecat),
            "gdelt" => Ok(Format::Gdelt),
            _ => Err(format!(
                "{name}: known formats are jsonl, csv, parquet, html, polecat and gdelt"
            )),
        }
    }
}

/// Where records go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Destination {
    /// Standard output (not csv, not parquet).
    Stdout,
    /// A folder (csv, parquet) or a file (the others), which is made where it does not exist, and
    /// what happens to a file that stands there.
    Path(PathBuf, Existing),
}

/// What a user may choose of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Whether CSV files begin with a byte order mark, by which Excel knows that they are UTF-8. Other
    /// forms have none.
    pub byte_order_mark: bool,
    /// Whether a table of POLECAT has somebody's word as well, `claim` in its column `Version`. GDELT has no
    /// column that could say so, and never has it; other forms always do.
    pub claims: bool,
}

/// Streams records in one form. Call [`Writer::finish`] at the end, also after an interrupt: only
/// then do files come to stand under their names. A writer that is dropped leaves none.
pub struct Writer {
    out: Out,
}

enum Out {
    Lines(Stream),
    Page(Stream, Box<page::Page>),
    Peer(Stream, PeerTable),
    Csv(Box<CsvTables>),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetTables>),
}

impl Writer {
    /// Opens the destination. Other files in a folder stay.
    pub fn open(format: Format, destination: Destination) -> Result<Self, WriteError> {
        Writer::open_with(format, destination, Options::default())
    }

    /// Opens the destination for a form with options.
    pub fn open_with(
        format: Format,
        destination: Destination,
        options: Options,
    ) -> Result<Self, WriteError> {
        let out = match (format, destination) {
            (Format::Jsonl, to) => Out::Lines(Stream::open(to)?),
            (Format::Html, to) => {
                let (mut stream, page) = (Stream::open(to)?, page::Page::new());
                stream.write(page.head().as_bytes())?;
                Out::Page(stream, Box::new(page))
            }
            (Format::Polecat, to) => peer(Peer::Polecat, to, options)?,
            (Format::Gdelt, to) => peer(Peer::Gdelt, to, options)?,
            (Format::Csv, Destination::Path(folder, existing)) => {
                Out::Csv(Box::new(CsvTables::open(&folder, existing, options.byte_order_mark)?))
            }
            #[cfg(not(feature = "parquet"))]
            (Format::Parquet, Destination::Path(..)) => return Err(WriteError::NoParquet),
            #[cfg(feature = "parquet")]
            (Format::Parquet, Destination::Path(folder, existing)) => {
                Out::Parquet(Box::new(ParquetTables::open(&folder, existing)?))
            }
            (Format::Csv | Format::Parquet, Destination::Stdout) => {
                return Err(WriteError::NeedsFolder);
            }
        };
        Ok(Writer { out })
    }

    /// Writes a record.
    pub fn record(&mut self, record: &Record) -> Result<(), WriteError> {
        match &mut self.out {
            Out::Lines(stream) => stream.write((record.to_json() + "\n").as_bytes()),
            Out::Page(stream, page) => stream.write(page.article(record).as_bytes()),
            Out::Peer(stream, table) => stream.write(table.lines(record).as_bytes()),
            Out::Csv(tables) => tables.write(record),
            #[cfg(feature = "parquet")]
            Out::Parquet(tables) => tables.write(record),
        }
    }

    /// How many events the form does not have so far; none but of tables of POLECAT and GDELT.
    pub fn left_out(&self) -> LeftOut {
        match &self.out {
            Out::Peer(_, table) => table.left_out(),
            _ => LeftOut::default(),
        }
    }

    /// Writes what is still held back and closes the files.
    pub fn finish(self) -> Result<(), WriteError> {
        match self.out {
            Out::Lines(stream) | Out::Peer(stream, _) => stream.finish(),
            Out::Page(mut stream, page) => {
                stream.write(page.foot().as_bytes())?;
                stream.finish()
            }
            Out::Csv(tables) => tables.finish(),
            #[cfg(feature = "parquet")]
            Out::Parquet(tables) => tables.finish(),
        }
    }
}

/// Opens a table of somebody else's columns.
fn peer(peer: Peer, to: Destination, options: Options) -> Result<Out, WriteError> {
    let (mut stream, table) = (Stream::open(to)?, PeerTable::new(peer, options.claims));
    stream.write(table.head().as_bytes())?;
    Ok(Out::Peer(stream, table))
}

/// A file or standard output, with its name for errors.
struct Stream {
    path: PathBuf,
    place: Option<FilePlace>,
    out: Box<dyn Write + Send>,
}

impl Stream {
    fn open(to: Destination) -> Result<Self, WriteError> {
        Ok(match to {
            Destination::Stdout => Stream {
                path: PathBuf::from("standard output"),
                place: None,
                out: Box::new(BufWriter::new(io::stdout())),
            },
            Destination::Path(path, existing) => {
                let (place, file) = FilePlace::open(&path, existing)?;
                Stream { path, place: Some(place), out: Box::new(BufWriter::new(file)) }
            }
        })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.out.write_all(bytes).map_err(WriteError::io(&self.path))
    }

    fn finish(mut self) -> Result<(), WriteError> {
        self.out.flush().map_err(WriteError::io(&self.path))?;
        self.place.map_or(Ok(()), FilePlace::settle)
    }
}
