//! One writer for all forms.

use crate::table::CsvTables;
#[cfg(feature = "parquet")]
use crate::table::ParquetTables;
use crate::{WriteError, page};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use verbale_record::Record;

/// The forms in which records are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// One JSON object a line.
    Jsonl,
    /// A folder of four CSV files.
    Csv,
    /// A folder of four Parquet files.
    Parquet,
    /// One page.
    Html,
}

impl FromStr for Format {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "jsonl" => Ok(Format::Jsonl),
            "csv" => Ok(Format::Csv),
            "parquet" => Ok(Format::Parquet),
            "html" => Ok(Format::Html),
            _ => Err(format!("{name}: known formats are jsonl, csv, parquet and html")),
        }
    }
}

/// Where records go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Destination {
    /// Standard output (jsonl and html only).
    Stdout,
    /// A file (jsonl, html) or a folder (csv, parquet), which is made where it does not exist.
    Path(PathBuf),
}

/// Streams records in one form. Call [`Writer::finish`] at the end, also after an interrupt: a
/// Parquet file is readable only then.
pub struct Writer {
    out: Out,
}

enum Out {
    Lines(Stream),
    Page(Stream, Box<page::Page>),
    Csv(Box<CsvTables>),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetTables>),
}

impl Writer {
    /// Opens the destination. Files of the same name are replaced; other files in a folder stay.
    pub fn open(format: Format, destination: Destination) -> Result<Self, WriteError> {
        let out = match (format, destination) {
            (Format::Jsonl, to) => Out::Lines(Stream::open(to)?),
            (Format::Html, to) => {
                let (mut stream, page) = (Stream::open(to)?, page::Page::new());
                stream.write(page.head().as_bytes())?;
                Out::Page(stream, Box::new(page))
            }
            (Format::Csv, Destination::Path(folder)) => {
                Out::Csv(Box::new(CsvTables::open(&folder)?))
            }
            #[cfg(not(feature = "parquet"))]
            (Format::Parquet, Destination::Path(_)) => return Err(WriteError::NoParquet),
            #[cfg(feature = "parquet")]
            (Format::Parquet, Destination::Path(folder)) => {
                Out::Parquet(Box::new(ParquetTables::open(&folder)?))
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
            Out::Csv(tables) => tables.write(record),
            #[cfg(feature = "parquet")]
            Out::Parquet(tables) => tables.write(record),
        }
    }

    /// Writes what is still held back and closes the files.
    pub fn finish(self) -> Result<(), WriteError> {
        match self.out {
            Out::Lines(mut stream) => stream.flush(),
            Out::Page(mut stream, page) => {
                stream.write(page.foot().as_bytes())?;
                stream.flush()
            }
            Out::Csv(tables) => tables.finish(),
            #[cfg(feature = "parquet")]
            Out::Parquet(tables) => tables.finish(),
        }
    }
}

/// A file or standard output, with its name for errors.
struct Stream {
    path: PathBuf,
    out: Box<dyn Write + Send>,
}

impl Stream {
    fn open(to: Destination) -> Result<Self, WriteError> {
        match to {
            Destination::Stdout => Ok(Stream {
                path: PathBuf::from("standard output"),
                out: Box::new(BufWriter::new(io::stdout())),
            }),
            Destination::Path(path) => {
                make_folder(path.parent())?;
                let file = File::create(&path).map_err(WriteError::io(&path))?;
                Ok(Stream { path, out: Box::new(BufWriter::new(file)) })
            }
        }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.out.write_all(bytes).map_err(WriteError::io(&self.path))
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        self.out.flush().map_err(WriteError::io(&self.path))
    }
}

/// Makes a folder where there is none.
pub(crate) fn make_folder(folder: Option<&Path>) -> Result<(), WriteError> {
    match folder {
        Some(f) if !f.as_os_str().is_empty() => {
            std::fs::create_dir_all(f).map_err(WriteError::io(f))
        }
        _ => Ok(()),
    }
}
