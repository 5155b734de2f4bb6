//! The record contract is written down twice, as JSON Schema and as documentation of the tables; both
//! are made from the code. After a change: `UPDATE=1 cargo test -p verbale-tests --test contract`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::Path;
use verbale_record::columns::{Kind, TABLES};
use verbale_record::values;

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
fn every_column_and_value_is_documented() {
    let mut page = String::from(
        "# Tables\n\nEvery column of the tables that `--format csv` and `--format parquet` write, and \
         every value of the closed fields of a record. Made from the code: `UPDATE=1 cargo test -p \
         verbale-tests --test contract`.\n",
    );
    for table in TABLES {
        page += &format!("\n## `{}`\n\n{}\n\n", table.name, table.meaning);
        page += "| column | type | meaning |\n|---|---|---|\n";
        for column in table.columns {
            let kind = match column.kind {
                Kind::Text => "text",
                Kind::List => "list",
                Kind::Int => "whole number",
                Kind::Float => "number",
                Kind::Bool => "true or false",
            };
            page += &format!("| `{}` | {kind} | {} |\n", column.name, column.meaning);
        }
    }
    page += "\n# Values\n";
    let closed = [
        ("doc.sections[].kind", values::SECTION_KINDS),
        ("mentions[].kind", values::MENTION_KINDS),
        ("mentions[].form", values::FORMS),
        ("mentions[].time.type", values::TIME_TYPES),
        ("statements[].kind", values::STATEMENT_KINDS),
        ("statements[].act", values::ACTS),
        ("statements[].stance", values::STANCES),
        ("events[].polarity", values::POLARITIES),
        ("events[].modality", values::MODALITIES),
    ];
    for (field, values) in closed {
        page += &format!("\n## `{field}`\n\n| value | meaning |\n|---|---|\n");
        for value in values {
            page += &format!("| `{}` | {} |\n", value.name, value.meaning);
        }
    }
    check("docs/tables.md", &page);
}
