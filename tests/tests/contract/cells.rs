//! What the coder writes of the stories of the tests has no value that the codebook lacks.

use crate::{sector, values};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use verbale::{Coder, Record, Story};
use verbale_record::columns::{Cell, TABLES};
use verbale_tests::{Case, cases};

fn records() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/story");
    let coder = Coder::english();
    let mut worker = coder.worker();
    let mut code = |path: &Path| {
        let case = Case::parse(&fs::read_to_string(path).expect("a case")).expect("a case");
        coder.code_with(&mut worker, Story::text(case.text)).expect("English")
    };
    cases(&folder).expect("cases").iter().map(|path| code(path)).collect()
}

/// The texts of a cell.
fn items(cell: Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => text.into_iter().collect(),
        Cell::List(items) => items.into_iter().flatten().collect(),
        Cell::Int(n) => n.iter().map(i64::to_string).collect(),
        cell => panic!("{cell:?} of a closed field"),
    }
}

#[test]
fn no_cell_has_a_value_that_the_codebook_lacks() {
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for record in records() {
        for table in TABLES {
            for row in table.rows(&record) {
                for (column, cell) in table.columns.iter().zip(row) {
                    if let Some(field) = column.field {
                        found.entry(field).or_default().extend(items(cell));
                    }
                }
            }
        }
    }
    for (field, found) in found {
        let part = |text: &String| match field {
            "code" => sector(text).map(str::to_string),
            "events[].size[].kind" => text.split(' ').next().map(str::to_string),
            _ => Some(text.clone()),
        };
        let found: BTreeSet<String> = found.iter().filter_map(part).collect();
        let known = values(field);
        let lost: Vec<_> = found.difference(&known).collect();
        assert!(found.len() > 1 && lost.is_empty(), "{field}: {lost:?} of {found:?}");
    }
}
