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

fn pack(path: &Path) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    encoder.finish()
}
