//! A user's own rows, laid over the tables of the atlas.
//!
//! A file is named after the table whose rows it holds (`persons.tsv`, `persons-2027.tsv`) and has
//! that table's columns, or those of them that it needs. Its rows are asked first, and take the
//! place of all of ours that are about the same thing: "about the same" is what [`KEYS`] says.

use rustc_hash::FxHashSet;
use std::fmt::Write;
use verbale_document::{Lexicons, Origin, Row, Table, TableError};

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

/// Columns that `verbale atlas learn` writes for who weeds its tables, and nobody reads.
const LEARNT: [&str; 3] = ["title", "last", "count"];

/// Lays the rows of `text`, from a file called `file` (perhaps with its folders), over those of the table in `lexicons`. What is
/// wrong with a row is told, with its file and line, when the atlas is made.
///
/// # Errors
/// A file of no table, with a column that is missing, that the table does not have, or with too many
/// cells in a row.
pub fn lay_over(lexicons: &mut Lexicons, file: &str, text: &str) -> Result<(), TableError> {
    let (table, keys) = table_of(file)?;
    let ours = lexicons.table(&table, keys)?;
    let columns = ours.columns();
    let known: Vec<&str> = match table.as_str() {
        "persons.tsv" => columns.iter().copied().chain(LEARNT).collect(),
        _ => columns.to_vec(),
    };
    let own = Table::parse(file, text, keys)?.only(&known)?;
    let key = |row: &Row| keys.iter().map(|k| row.get(k).to_string()).collect::<Vec<_>>();
    let taken: FxHashSet<Vec<String>> = own.rows().map(|row| key(&row)).collect();
    let mut merged = columns.join("\t") + "\n";
    let mut origins = vec![Origin { file: file.into(), line: 1 }];
    for row in own.rows().chain(ours.rows().filter(|row| !taken.contains(&key(row)))) {
        let cells: Vec<&str> = columns.iter().map(|c| row.get(c)).collect();
        let _ = writeln!(merged, "{}", cells.join("\t"));
        origins.push(row.origin());
    }
    lexicons.insert_from(&table, merged, origins);
    Ok(())
}

/// The table that a file name begins with, and its key.
fn table_of(file: &str) -> Result<(String, &'static [&'static str]), TableError> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.strip_suffix(".tsv").unwrap_or(name);
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
        check("bodies.tsv", "code\taliases\nIGO.X\tXO\n", "table bodies.tsv, line 2: no `name`");
        check("groups.tsv", "# a\n\ncode\tname\n\tXO\n", "table groups.tsv, line 4: no `code`");
        check("seats-a.tsv", "name\tcode\nXO\tTGO.GOV\n", "table seats-a.tsv, line 2: no `label`");
        let places = "geonameid\tname\tlat\tlon\n1\tXO\t91.0\t20\n";
        let what = "`91.0` under `lat` is no number of degrees from -90 to 90";
        check("places.tsv", places, &format!("table places.tsv, line 2: {what}"));
        let regions = "name\tlat\tlon\nXO\tNaN\t0\n";
        let what = "`NaN` under `lat` is no number of degrees from -90 to 90";
        check("regions.tsv", regions, &format!("table regions.tsv, line 2: {what}"));
    }

    #[test]
    fn impossible_dates_and_states_are_refused() {
        let check = |file: &str, rows: &str, expected: &str| {
            let mut lexicons = crate::lexicons();
            lay_over(&mut lexicons, file, rows).expect("laid over");
            let error = Atlas::new(&lexicons).err().expect("is refused");
            assert_eq!(error.to_string(), format!("table {file}, {expected}"));
        };
        let term = |from: &str, to: &str| {
            format!(
                "name\tcountry\toffice\tfrom\tto\n# none\nAda Example\tKEN\tGOV.PM\t{from}\t{to}\n"
            )
        };
        let no_date = |cell: &str, column: &str| {
            format!(
                "line 3: `{cell}` under `{column}` is no date such as 2013-05-04, 2013-05 or 2013"
            )
        };
        for (cell, column) in [("2020-02-31", "from"), ("202", "from"), ("2020s", "from")] {
            check("persons-mine.tsv", &term(cell, ""), &no_date(cell, column));
        }
        check("persons-mine.tsv", &term("2020", "2021-13"), &no_date("2021-13", "to"));
        let reversed = "line 3: it ends (2019-05) before it begins (2020)";
        check("persons-mine.tsv", &term("2020", "2019-05"), reversed);
        let lost = "line 2: no state has the code `ZZZ`";
        check("groups-x.tsv", "code\tname\nZZZ.REB\tXO\n", lost);
        check("seats.tsv", "name\tcode\tlabel\nXO\tZZZ.GOV\tXO\n", lost);
        check("outlets.tsv", "name\tkind\tcountry\nXO\toutlet\tZZZ\n", lost);
        check("parties.tsv", "iso3\tname\nZZZ\tXO\n", lost);
        check("persons.tsv", "name\tcountry\nXO\tZZZ\n", lost);
        check("persons.tsv", "name\toffice\nXO\tZZZ.GOV\n", lost);
        check("places.tsv", "geonameid\tname\tiso3\tlat\tlon\n1\tXO\tZZZ\t0\t0\n", lost);
        check("memberships.tsv", "code\tstatus\tmembers\nIGO.NATO\tmember\tUSA ZZZ\n", lost);
        check("regions.tsv", "name\tcountry\tlat\tlon\nXO\tZZZ\t0\t0\n", lost);
    }

    #[test]
    fn misspelt_columns_are_refused() {
        let mut lexicons = crate::lexicons();
        let rows = "name\tcountri\nAda Example\tKEN\n";
        let error = lay_over(&mut lexicons, "persons.tsv", rows).expect_err("no such column");
        let told = "table persons.tsv, line 1: no column `countri` is read; known are name, ";
        assert!(error.to_string().starts_with(told), "{error}");
        let learnt = "name\tcountry\ttitle\tlast\tcount\nAda Example\tKEN\n";
        lay_over(&mut lexicons, "persons-learnt.tsv", learnt).expect("laid over");
    }

    #[test]
    fn a_file_of_no_table_is_refused() {
        let mut lexicons = crate::lexicons();
        let error = lay_over(&mut lexicons, "people.tsv", "name\n").expect_err("no such table");
        assert!(error.to_string().contains("persons"), "{error}");
        let error = lay_over(&mut lexicons, "seats.tsv", "code\n").expect_err("no key");
        assert_eq!(error.to_string(), "table seats.tsv, line 1: column `name` is missing");
    }
}
