//! Packs the tables and lists them for `src/lib.rs`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::path::{Path, PathBuf};
use std::{env, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=tables");
    let to = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    verbale_packed::pack_tables(Path::new("tables"), &to)
}
