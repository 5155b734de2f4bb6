//! Every story of `tests/cases/story/` gives the records that its expectations ask for.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fmt::Write;
use std::path::Path;
use verbale::Coder;
use verbale_tests::{Outcome, cases, run};

#[test]
fn stories_give_their_records() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/story");
    let paths = cases(&folder).expect("a folder of cases");
    let coder = Coder::english();
    let mut worker = coder.worker();
    let (mut table, mut n) = (String::new(), 0);
    for path in &paths {
        let outcomes = run(&coder, &mut worker, path).unwrap_or_else(|e| panic!("{e}"));
        n += outcomes.len();
        let surprises = outcomes.iter().filter(|o| !o.expected());
        surprises.for_each(|o| tell(&mut table, path, o));
    }
    assert!(paths.len() >= 45, "only {} stories", paths.len());
    assert!(table.is_empty(), "of {n} expectations these are not as they should be:\n{table}");
}

fn tell(table: &mut String, path: &Path, outcome: &Outcome) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let _ = writeln!(table, "{name}:{}: {}", outcome.line, outcome.expectation);
    if outcome.holds {
        let _ = writeln!(table, "    holds now: take away the word `gap`");
    }
    outcome.why.iter().for_each(|line| {
        let _ = writeln!(table, "    {line}");
    });
}
