//! Heads of government on three days have the office by which they headed it, but for those on the list
//! beside the table. To write the list anew: `UPDATE=1 cargo test --release -p verbale-tests --test heads`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fs;
use std::path::Path;
use verbale::atlas::Atlas;
use verbale::builtin_lexicons;
use verbale_tests::Misses;

#[test]
fn heads_of_government_at_dates() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/atlas/tests/heads.tsv");
    let table = fs::read_to_string(&path).expect("a table of heads of government");
    let atlas = Atlas::new(&builtin_lexicons()).expect("sound tables");
    let mut misses = Misses::of(&path);
    for row in table.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [date, state, name, office] = cells[..] else { panic!("four cells: {row}") };
        let found = atlas.lookup(name, Some(date.parse().expect("a date")));
        let code = found.first().and_then(|c| c.entity.code.as_ref());
        let got = code.map_or("nobody".to_string(), ToString::to_string);
        misses.count(row, (got != format!("{state}.{office}")).then_some(got));
    }
    assert!(misses.rows() > 500, "only {} heads", misses.rows());
    misses.check();
}
