//! One small story in every form of output, byte for byte: `tests/golden/`.
//!
//! The story has a claim, a denial, a nested claim, a group, an unknown date, an absence, a name that no
//! atlas knows and letters of more than one byte. The bytes are those that the program itself writes; after
//! a change that is meant to change them: `UPDATE=1 cargo test -p verbale-tests --test golden`, and
//! read the difference.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use bytes::Bytes;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use verbale::{Coder, Record, Story};
use verbale_record::arrow::days;
use verbale_record::columns::{Cell, TABLES};
use verbale_write::{Destination, Existing, Format, Writer};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// The record of the story. The version is left out, so that a release changes no golden file.
fn record() -> Record {
    let story = fs::read_to_string(folder().join("story.txt")).expect("the story");
    let told = Story::text(story).id("story").published("2031-03-07").url("https://news.example/a");
    let mut record = Coder::english().code(told).expect("English text");
    record.version = "0.0.0".to_string();
    record.layers.clear();
    record
}

/// What the writer makes of the record: the files in a folder, or the one file.
fn written(format: Format, name: &str) -> Vec<(String, Vec<u8>)> {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("golden").join(name);
    let mut writer =
        Writer::open(format, Destination::Path(target.clone(), Existing::Replace)).expect("a file");
    writer.record(&record()).expect("written");
    writer.finish().expect("written");
    if target.is_file() {
        return vec![(name.to_string(), fs::read(&target).expect("a file"))];
    }
    let file = |entry: fs::DirEntry| {
        let stem = entry.file_name().to_string_lossy().into_owned();
        (format!("{name}/{stem}"), fs::read(entry.path()).expect("a file"))
    };
    fs::read_dir(&target).expect("a folder").flatten().map(file).collect()
}

#[track_caller]
fn check(format: Format, name: &str, n_files: usize) {
    let files = written(format, name);
    assert_eq!(files.len(), n_files);
    for (name, bytes) in files {
        let path = folder().join(&name);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, &bytes).expect("a file that can be written");
        }
        let want = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let (have, want) = (String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&want));
        for (n, (have, want)) in (1..).zip(have.lines().zip(want.lines())) {
            assert_eq!(have, want, "{name}, line {n}");
        }
        assert_eq!(have.len(), want.len(), "{name} has another length");
    }
}

#[test]
fn json_lines() {
    check(Format::Jsonl, "record.jsonl", 1);
}

#[test]
fn csv() {
    check(Format::Csv, "csv", TABLES.len() + 1);
}

#[test]
fn page() {
    check(Format::Html, "page.html", 1);
}

#[test]
fn tables_of_others() {
    check(Format::Polecat, "polecat.txt", 1);
    check(Format::Gdelt, "gdelt.tsv", 1);
}

#[test]
fn lines_for_a_person() {
    let text = record().to_string();
    let path = folder().join("record.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("a file that can be written");
    }
    assert_eq!(text, fs::read_to_string(&path).expect("the golden file"));
}

/// What the story is there to show, so that the golden files cannot be rewritten to show less.
#[test]
fn the_story_shows_what_it_should() {
    let record = record();
    let claims = record.events.iter().filter(|e| e.is_claim()).count();
    let plain = record.events.iter().filter(|e| !e.is_claim()).count();
    assert!(claims > 0 && plain > 0, "{claims} claims, {plain} in the outlet's voice");
    assert!(record.events.iter().any(|e| e.is_negative()), "nothing that did not happen");
    assert!(record.statements.iter().any(|s| s.stance == "deny"), "no denial");
    assert!(record.statements.iter().any(|s| s.parent.is_some()), "no statement in a statement");
    assert!(record.mentions.iter().any(|m| m.kind == "group"), "no group");
    assert!(!record.doc.text.is_ascii(), "offsets in bytes would go unseen");
    let own = record.mentions.iter().filter_map(|m| m.entity.as_ref());
    let own = own.filter(|e| e.starts_with(&format!("x:{}:", record.doc.key))).count();
    assert!(own > 0, "nobody that only this document knows");
    let linked = record.events.iter().filter(|e| e.statement.is_some()).count();
    assert!(linked > 0, "no event that is the making of a statement");
}

/// Whether a value in a Parquet file is that of the cell.
fn is_cell(field: &Field, cell: &Cell) -> bool {
    match (cell, field) {
        (Cell::Text(Some(want)), Field::Str(have)) => want == have,
        (Cell::Int(Some(want)), Field::Long(have)) => want == have,
        (Cell::Float(Some(want)), Field::Double(have)) => want == have,
        (Cell::Bool(Some(want)), Field::Bool(have)) => want == have,
        (Cell::Date(Some(want)), Field::Date(have)) => days(want) == Some(*have),
        (Cell::List(want), Field::ListInternal(have)) => {
            let item = |item: &Option<String>| item.clone().map_or(Field::Null, Field::Str);
            want.iter().map(item).collect::<Vec<_>>() == have.elements()
        }
        (Cell::Text(None) | Cell::Int(None) | Cell::Float(None), field)
        | (Cell::Bool(None) | Cell::Date(None), field) => *field == Field::Null,
        _ => false,
    }
}

/// A Parquet file has the cells of the table, whatever its bytes are (they carry a version), and says
/// what it is.
#[test]
fn parquet() {
    let record = record();
    for (name, bytes) in written(Format::Parquet, "parquet") {
        let stem = Path::new(&name).file_stem().expect("a name").to_string_lossy().into_owned();
        let table = TABLES.iter().find(|t| t.name == stem).expect("a table of that name");
        let reader = SerializedFileReader::new(Bytes::from(bytes)).expect("Parquet");
        let about = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
        let about: HashMap<&str, Option<&str>> =
            about.iter().map(|kv| (kv.key.as_str(), kv.value.as_deref())).collect();
        assert_eq!(about["verbale.table"], Some(table.name));
        assert_eq!(about["verbale.definition"], Some(table.definition));
        assert_eq!(about["verbale.schema"], Some("2"));
        assert_eq!(about["verbale.tables"], Some("2"));
        assert_eq!(about["verbale.version"], Some(env!("CARGO_PKG_VERSION")));
        let rows = reader.get_row_iter(None).expect("readable").map(|row| row.expect("a row"));
        let rows: Vec<Row> = rows.collect();
        let cells = table.rows(&record);
        assert_eq!(rows.len(), cells.len(), "{name}");
        for (row, cells) in rows.iter().zip(&cells) {
            let columns: Vec<(&String, &Field)> = row.get_column_iter().collect();
            assert_eq!(columns.len(), table.columns.len(), "{name}");
            for ((column, cell), (have, field)) in table.columns.iter().zip(cells).zip(columns) {
                assert_eq!(column.name, have, "{name}");
                assert!(is_cell(field, cell), "{name}: {have}: {field:?} is not {cell:?}");
            }
        }
    }
}

/// The columns that a table calls its key tell its rows apart.
#[test]
fn keys_tell_rows_apart() {
    let record = record();
    for table in TABLES {
        let at =
            |name: &&str| table.columns.iter().position(|c| c.name == *name).expect("a column");
        let key: Vec<usize> = table.key.iter().map(at).collect();
        let rows = table.rows(&record);
        let keys: HashSet<String> = rows
            .iter()
            .map(|row| key.iter().map(|k| format!("{:?}", row[*k])).collect::<Vec<_>>().join(","))
            .collect();
        assert!(!rows.is_empty(), "{} is empty", table.name);
        assert_eq!(keys.len(), rows.len(), "{}", table.name);
    }
}
