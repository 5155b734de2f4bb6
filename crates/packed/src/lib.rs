//! Tables and indexes packed into a program, and out again: [`pack_tables`], [`pack`] when it is built,
//! [`unpack_table`], [`unpack`] when it runs.
//!
//! Bytes are deflated (RFC 1951). A table is deflated column by column, which takes a seventh less room than line by
//! line: each cell with the mark behind it, a tab or the end of its line, so that lines of any length come back as
//! they were. Of what the columns mean nothing is known here.
//!
//! ```
//! let table = "# a table\nname\tcode\nChad\tTCD\n";
//! assert_eq!(verbale_packed::unpack_table(&verbale_packed::pack_table(table)), table);
//! ```

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use memchr::memchr2;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::Path;
use std::{fs, io};

/// Parts columns.
const BETWEEN: char = '\0';

/// Deflates bytes.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.expect("a vector takes what is written")
}

/// The bytes of [`pack`].
///
/// # Panics
/// On other bytes: what is built into a program is whole.
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = DeflateDecoder::new(packed).read_to_end(&mut bytes);
    assert!(read.is_ok(), "what the build packs can be unpacked");
    bytes
}

/// Deflates the text of a table, tabs between cells.
pub fn pack_table(text: &str) -> Vec<u8> {
    let mut columns: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        for (i, cell) in line.split_inclusive('\t').enumerate() {
            if columns.len() == i {
                columns.push(String::new());
            }
            columns[i].push_str(cell);
        }
    }
    pack(columns.join(&BETWEEN.to_string()).as_bytes())
}

/// The text of [`pack_table`].
///
/// # Panics
/// On other bytes.
pub fn unpack_table(packed: &[u8]) -> String {
    let columns = String::from_utf8(unpack(packed)).expect("the build packs text");
    lines(&columns)
}

/// Lines from columns: a cell ends at a tab, where the line goes on in the next column, or with its line.
fn lines(columns: &str) -> String {
    let mut text = String::with_capacity(columns.len());
    let mut columns: Vec<&str> = columns.split(BETWEEN).collect();
    while !columns[0].is_empty() {
        for column in &mut columns {
            let end = memchr2(b'\t', b'\n', column.as_bytes()).map_or(column.len(), |at| at + 1);
            let (cell, rest) = column.split_at(end);
            *column = rest;
            text.push_str(cell);
            if !cell.ends_with('\t') {
                break;
            }
        }
    }
    text
}

/// For a `build.rs`: packs the tables (`.tsv`) of a folder into `to`, and writes `tables.rs` there, an expression of
/// type `&[(&str, &[u8])]` with their file names, in order, and packed bytes.
#[allow(clippy::disallowed_methods)]
pub fn pack_tables(folder: &Path, to: &Path) -> io::Result<()> {
    let mut paths =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    let mut list = String::from("&[");
    for path in &paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let packed = to.join(&name).with_extension("deflate");
        fs::write(&packed, pack_table(&fs::read_to_string(path)?))?;
        let packed = packed.display().to_string();
        write!(list, "({name:?}, include_bytes!({packed:?}).as_slice()),")
            .map_err(io::Error::other)?;
    }
    fs::write(to.join("tables.rs"), list + "]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_any_length_come_back() {
        for text in ["", "a", "a\n", "a\tb\n", "# a\nb\t\nc\td\te\n", "\n\na\t\t\n", "a\tb"] {
            assert_eq!(unpack_table(&pack_table(text)), text);
        }
    }
}
