//! Packs the tables and lists them for `src/lib.rs`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=tables");
    let to = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let mut paths =
        fs::read_dir("tables")?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    let mut list = String::from("&[");
    for path in &paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let packed = to.join(&name).with_extension("deflate");
        fs::write(&packed, pack(path)?)?;
        write!(list, "({name:?}, include_bytes!({:?}).as_slice()),", packed.display().to_string())
            .map_err(io::Error::other)?;
    }
    fs::write(to.join("tables.rs"), list + "]")
}

/// Deflates a table column by column, which takes a seventh less room than line by line: each cell with the
/// mark behind it, a tab or the end of its line, so that lines of any length come back as they were.
fn pack(path: &Path) -> io::Result<Vec<u8>> {
    let text = fs::read_to_string(path)?;
    let mut columns: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        for (i, cell) in line.split_inclusive('\t').enumerate() {
            if columns.len() == i {
                columns.push(String::new());
            }
            columns[i].push_str(cell);
        }
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(columns.join("\0").as_bytes())?;
    encoder.finish()
}
