//! The record contract is written down twice, as JSON Schema and as the codebook of the tables
//! (`docs/columns.md`); both are made from the code and from the tables of the lexicons. After a change:
//! `UPDATE=1 cargo test -p verbale-tests --test contract`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod cells;
mod codebook;
mod page;

use codebook::{CODEBOOK, rows};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use verbale::{Coder, Story};
use verbale_record::columns::{Column, Kind, SEPARATOR, TABLES, TOGETHER};
use verbale_record::values::{FIELDS, names};

/// Checks that a file has these bytes, or writes it where the user asks for that.
#[track_caller]
fn check(path: &str, want: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, want).expect("a file that can be written");
    }
    let have = fs::read_to_string(&path).unwrap_or_default();
    assert!(have == want, "{} is out of date; see the head of this test", path.display());
}

#[test]
fn the_schema_is_written_down() {
    check("crates/record/schema/record.schema.json", &verbale_record::schema());
}

#[test]
fn every_column_and_value_is_written_down() {
    check("docs/columns.md", &page::page());
}

fn columns() -> impl Iterator<Item = (String, &'static Column)> {
    let of = |t: &'static verbale_record::columns::Table| {
        t.columns.iter().map(move |c| (format!("{}.{}", t.name, c.name), c))
    };
    TABLES.iter().chain(TOGETHER).flat_map(of)
}

/// Whether a text is a value of a kind, as CSV writes it.
fn is_of(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Text => !text.contains(SEPARATOR),
        Kind::Code => text.parse::<f64>().is_ok(),
        Kind::List => !text.split(SEPARATOR).any(str::is_empty),
        Kind::Int => text.parse::<i64>().is_ok(),
        Kind::Float => text.parse::<f64>().is_ok(),
        Kind::Bool => ["TRUE", "FALSE"].contains(&text),
        Kind::Date => verbale_record::arrow::days(text).is_some(),
    }
}

#[test]
fn every_column_has_a_definition_and_an_example_of_its_type() {
    for (name, column) in columns() {
        assert!(column.definition.ends_with('.'), "{name}: {}", column.definition);
        assert!(!column.example.is_empty(), "{name} has no example");
        assert!(is_of(column.kind, column.example), "{name}: {}", column.example);
    }
    for table in TABLES.iter().chain(TOGETHER) {
        let names: BTreeSet<&str> = table.columns.iter().map(|c| c.name).collect();
        assert_eq!(names.len(), table.columns.len(), "{}: two columns of one name", table.name);
        assert!(table.key.iter().all(|k| names.contains(k)), "{}: {:?}", table.name, table.key);
    }
}

/// The values of a closed field, or of one that a table of the lexicons lists.
fn values(field: &str) -> BTreeSet<String> {
    match FIELDS.iter().find(|f| f.name == field) {
        Some(field) => names(field.values).into_iter().map(str::to_string).collect(),
        None => {
            let own = rows().into_iter().filter(|r| r.field == field);
            own.map(|r| r.mode().unwrap_or(&r.value).to_string()).collect()
        }
    }
}

/// The sector of an actor code, where it is that of a state and has one.
fn sector(code: &str) -> Option<&str> {
    let mut parts = code.split('.');
    let of_state =
        parts.next().is_some_and(|first| !["?", "IGO", "NGO", "MNC", "IMG"].contains(&first));
    parts.next().filter(|_| of_state)
}

#[test]
fn an_example_of_a_closed_column_is_one_of_its_values() {
    let closed = columns().filter_map(|(name, c)| Some((name, c, c.field?)));
    let mut n = 0;
    for (name, column, field) in closed {
        let values = values(field);
        assert!(!values.is_empty(), "{name}: no field {field}");
        let known = |item: &str| match field {
            "code" => sector(item).is_none_or(|sector| values.contains(sector)),
            "events[].size[].kind" => values.contains(item.split(' ').next().expect("a word")),
            _ => values.contains(item),
        };
        assert!(column.example.split(SEPARATOR).all(known), "{name}: {}", column.example);
        n += 1;
    }
    assert!(n > 20, "only {n} closed columns");
    let every = FIELDS.iter().flat_map(|f| f.values);
    assert!(every.clone().all(|v| v.definition.ends_with('.') && !v.example.is_empty()));
}

/// What the coder can say is in the codebook, and nothing else is.
#[test]
fn the_codebook_has_every_type_mode_and_context() {
    let lexicons = verbale::builtin_lexicons();
    let plover = lexicons.table("plover.tsv", &["type", "mode"]).expect("a table of types");
    let types = plover.rows().map(|r| match r.get("mode") {
        "" => ("events[].type", r.get("type").to_string()),
        mode => ("events[].mode", format!("{}:{mode}", r.get("type"))),
    });
    let contexts = lexicons.table("contexts.tsv", &["context"]).expect("a table of contexts");
    let contexts = contexts.rows().map(|r| ("events[].contexts[]", r.get("context").to_string()));
    let coded: BTreeSet<_> = types.chain(contexts).collect();
    let book = rows();
    let told: BTreeSet<_> = book
        .iter()
        .filter(|r| r.field != "code")
        .map(|r| (r.field.as_str(), r.value.clone()))
        .collect();
    let lost: Vec<_> = coded.symmetric_difference(&told).collect();
    assert!(lost.is_empty(), "in {CODEBOOK} or in its tables, but not in both: {lost:?}");
    assert!(book.iter().all(|r| r.definition.ends_with('.') && !r.example.is_empty()));
}

/// The sectors that the tables give to roles are in the codebook.
#[test]
fn the_codebook_has_every_sector() {
    let lexicons = verbale::builtin_lexicons();
    let roles = lexicons.table("roles.tsv", &["code"]).expect("a table of roles");
    let codes: Vec<&str> = roles.rows().flat_map(|r| r.get("code").split('|')).collect();
    let used = codes.iter().map(|c| c.split('.').next().expect("a part").to_string());
    let used: BTreeSet<String> = used.filter(|s| !s.is_empty()).collect();
    let told = values("code");
    let lost: Vec<_> = used.difference(&told).collect();
    assert!(lost.is_empty() && used.len() > 10, "sectors that {CODEBOOK} lacks: {lost:?}");
}

/// An example of a type or a mode is of that type in the eyes of the coder as well. Not so yet of
/// every mode: most are told by rows of the lexicon that are still to be written.
#[test]
fn examples_are_coded_as_their_type() {
    let coder = Coder::english();
    let of_types = rows().into_iter().filter(|r| r.field.ends_with("type") || r.mode().is_some());
    let mut wrong = Vec::new();
    let mut n = 0;
    for row in of_types {
        let story = Story::text(row.example.as_str()).published("2024-05-03");
        let record = coder.code(story).expect("English");
        let kind = row.value.split(':').next().expect("a type");
        if !record.events.iter().any(|e| e.kind == kind) {
            wrong.push(format!("{}: {}", row.value, row.example));
        }
        n += 1;
    }
    assert!(wrong.len() * 10 < n, "{} of {n} are of another type: {wrong:#?}", wrong.len());
}
