//! Makes the indexes of the built-in tables (`src/tables/`), which then are parts of the program.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

#[allow(dead_code)]
#[path = "src/tables/mod.rs"]
mod tables;

use std::path::PathBuf;
use std::{env, error, fs};
use tables::names::Names;
use tables::place_index::PlaceIndex;
use tables::short::Short;
use verbale_document::Lexicons;
use verbale_packed::pack;

fn main() {
    if let Err(error) = make() {
        println!("cargo::error=the tables of the atlas cannot be indexed: {error}");
    }
}

fn make() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=src/tables");
    let to = PathBuf::from(env::var("OUT_DIR")?);
    let lexicons = Lexicons::from_pairs(verbale_atlas_tables::tables().iter().copied());
    let short = Short::new(&lexicons)?;
    let names = Names::new(&lexicons, &short)?;
    let places = PlaceIndex::new(&lexicons, &short.territories)?;
    let indexes = [
        ("written", &names.written.0),
        ("folded", &names.folded),
        ("parties", &names.parties),
        ("surnames", &names.persons.surnames),
        ("places", &places.names),
        ("divisions", &places.divisions),
        ("people", &places.people),
    ];
    for (name, index) in indexes {
        fs::write(to.join(format!("{name}.names")), pack(index.names.as_fst().as_bytes()))?;
        fs::write(to.join(format!("{name}.lists")), pack(&index.lists.0))?;
    }
    let rows = &names.persons.rows;
    for (name, numbers) in [("persons", &rows.first), ("tenures", &rows.rows)] {
        fs::write(to.join(format!("{name}.numbers")), pack(&numbers.0))?;
    }
    Ok(())
}
