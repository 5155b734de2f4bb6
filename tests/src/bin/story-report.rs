//! Prints which expectations of the story cases hold and which do not, with the records that come
//! nearest: `cargo run --release -p verbale-tests --bin story-report [PART OF A CASE NAME ...]`.
//! Exits with 0 whatever the score.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::path::Path;
use std::process::ExitCode;
use verbale::Coder;
use verbale_tests::{Outcome, cases, run};

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    match report(&wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn report(wanted: &[String]) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/story");
    let coder = Coder::english();
    let mut worker = coder.worker();
    let (mut held, mut all, mut whole, mut stories) = (0, 0, 0, 0);
    for path in cases(&folder).map_err(|e| e.to_string())? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !wanted.is_empty() && !wanted.iter().any(|part| name.contains(part.as_str())) {
            continue;
        }
        let outcomes = run(&coder, &mut worker, &path)?;
        let good = outcomes.iter().filter(|o| o.holds).count();
        println!("{name}: {good}/{}", outcomes.len());
        outcomes.iter().for_each(print);
        held += good;
        all += outcomes.len();
        whole += usize::from(good == outcomes.len());
        stories += 1;
    }
    println!("\n{held} of {all} expectations hold; {whole} of {stories} stories are whole");
    Ok(())
}

fn print(outcome: &Outcome) {
    let mark = if outcome.holds { "ok  " } else { "FAIL" };
    println!("  {mark} {:>3}: {}", outcome.line, outcome.expectation);
    outcome.why.iter().for_each(|line| println!("             {line}"));
}
