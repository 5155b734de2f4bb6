//! A user's own rows, laid over the tables of the atlas.
//!
//! A file is named after the table whose rows it holds (`persons.tsv`, `persons-2027.tsv`) and has
//! that table's columns, or those of them that it needs. Its rows are asked first, and take the
//! place of all of ours that are about the same thing: "about the same" is what [`KEYS`] says.

use rustc_hash::FxHashSet;
use std::fmt::Write;
use verbale_document::{Lexicons, Row, Table, TableError};

/// The tables, and the columns that tell one thing of theirs from another.
const KEYS: &[(&str, &[&str])] = &[
    ("memberships", &["code"]),
    ("territories", &["iso3"]),
    ("bodies", &["code"]),
    ("groups", &["code"]),
    ("outlets", &["name"]),
    ("parties", &["iso3", "name"]),
    ("persons", &["name"]),
    ("places", &["geonameid"]),
    ("divisions", &["geonameid"]),
    ("regions", &["name"]),
    ("seats", &["name"]),
];

/// Lays the rows of `text`, from a file called `file`, over those of the table in `lexicons`.
pub fn lay_over(lexicons: &mut Lexicons, file: &str, text: &str) -> Result<(), TableError> {
    let (table, keys) = table_of(file)?;
    let own = Table::parse(file, text, keys)?;
    let ours = lexicons.table(&table, keys)?;
    let columns = ours.columns();
    let key = |row: &Row| keys.iter().map(|k| row.get(k).to_string()).collect::<Vec<_>>();
    let taken: FxHashSet<Vec<String>> = own.rows().map(|row| key(&row)).collect();
    let mut merged = columns.join("\t") + "\n";
    for row in own.rows().chain(ours.rows().filter(|row| !taken.contains(&key(row)))) {
        let cells: Vec<&str> = columns.iter().map(|c| row.get(c)).collect();
        let _ = writeln!(merged, "{}", cells.join("\t"));
    }
    lexicons.insert(table, merged);
    Ok(())
}

/// The table that a file name begins with, and its key.
fn table_of(file: &str) -> Result<(String, &'static [&'static str]), TableError> {
    let stem = file.strip_suffix(".tsv").unwrap_or(file);
    let named = |name: &str| {
        let rest = stem.strip_prefix(name);
        rest.is_some_and(|r| !r.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let found = KEYS.iter().find(|(name, _)| named(name));
    found.map(|(name, keys)| (format!("{name}.tsv"), *keys)).ok_or_else(|| {
        let names: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
        let what = format!(
            "the name must begin with that of the table its rows are for: {}",
            names.join(", ")
        );
        TableError::new(file, 0, what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Atlas;
    use verbale_document::Date;

    #[test]
    fn own_rows_win() {
        let mut lexicons = crate::lexicons();
        let rows = "name\tcountry\toffice\tfrom\tto\nSergei Lavrov\tATL\tGOV.PM\t2020\t2030\n";
        let paper = "name\tkind\tcountry\nAtlantis Gazette\toutlet\tATL\n";
        let land = "iso3\tname\tadjectives\nATL\tAtlantis\tAtlantean\n";
        lay_over(&mut lexicons, "persons-mine.tsv", rows).expect("laid over");
        lay_over(&mut lexicons, "territories.tsv", land).expect("laid over");
        lay_over(&mut lexicons, "outlets-mine.tsv", paper).expect("laid over");
        let atlas = Atlas::new(&lexicons).expect("sound tables");
        let code = |name: &str| {
            let found = atlas.lookup(name, Some(Date::constant(2024, 6, 21)));
            found[0].entity.code.as_ref().map(ToString::to_string)
        };
        assert_eq!(code("Sergei Lavrov").as_deref(), Some("ATL.GOV.PM"));
        assert_eq!(code("Atlantean").as_deref(), Some("ATL"));
        assert_eq!(code("the Atlantis Gazette").as_deref(), Some("ATL.JRN"));
        assert_eq!(code("NATO").as_deref(), Some("IGO.NATO"), "the rest is ours");
    }

    #[test]
    fn rows_without_a_name_or_a_place_on_earth_are_refused() {
        let check = |file: &str, rows: &str, expected: &str| {
            let mut lexicons = crate::lexicons();
            lay_over(&mut lexicons, file, rows).expect("laid over");
            let error = Atlas::new(&lexicons).err().expect("is refused");
            assert_eq!(error.to_string(), expected);
        };
        check("bodies.tsv", "code\taliases\nIGO.X\tXO\n", "lexicon bodies.tsv, line 2: no `name`");
        check("groups.tsv", "code\tname\n\tXO\n", "lexicon groups.tsv, line 2: no `code`");
        check("seats.tsv", "name\tcode\nXO\tTGO.GOV\n", "lexicon seats.tsv, line 2: no `label`");
        let places = "geonameid\tname\tlat\tlon\n1\tXO\t91.0\t2000\n";
        let what = "geonameid must be a number, lat and lon degrees";
        check("places.tsv", places, &format!("lexicon places.tsv, line 2: {what}"));
        let regions = "name\tlat\tlon\nXO\tNaN\t0\n";
        check("regions.tsv", regions, "lexicon regions.tsv, line 2: lat and lon must be degrees");
    }

    #[test]
    fn a_file_of_no_table_is_refused() {
        let mut lexicons = crate::lexicons();
        let error = lay_over(&mut lexicons, "people.tsv", "name\n").expect_err("no such table");
        assert!(error.to_string().contains("persons"), "{error}");
        let error = lay_over(&mut lexicons, "seats.tsv", "code\n").expect_err("no key");
        assert_eq!(error.to_string(), "lexicon seats.tsv, line 1: column `name` is missing");
    }
}
