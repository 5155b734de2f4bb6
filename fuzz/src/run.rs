//! Rounds of a target: counted in tests, timed by the program, and a failing input made small.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use crate::memory::Memory;
use crate::{Target, dice};
use std::any::Any;
use std::fs;
use std::io::{self, Seek, Write};
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Runs so many rounds from a seed; a round that fails says how to have it again.
pub fn rounds(target: &Target, seed: u64, n: u64) {
    for round in 0..n {
        let input = dice::bytes(seed, round, target.longest);
        if let Err(panic) = catch_unwind(|| (target.run)(&input)) {
            let again = "cargo run --release -p verbale-fuzz --";
            eprintln!("again: {again} {} --seed {seed} --round {round}", target.name);
            panic::resume_unwind(panic);
        }
    }
}

/// What a timed run came to.
pub struct Report {
    /// Rounds that were run.
    pub rounds: u64,
    /// The slowest round, and how long it took.
    pub slowest: (u64, Duration),
    /// The round that took most memory beyond what was in use before it, and how much, in kilobytes.
    pub largest: (u64, u64),
    /// A round that failed, what it said, and the file of its input made small.
    pub failure: Option<(u64, String, PathBuf)>,
}

/// Runs a target for a time, or until a round fails. The number of each round is written to a file in
/// `folder` before it is tried, because a stack that overflows ends the program.
pub fn timed(target: &Target, seed: u64, time: Duration, folder: &Path) -> io::Result<Report> {
    fs::create_dir_all(folder)?;
    let file = folder.join(format!("{}.input", target.name));
    let mut at = fs::File::create(folder.join(format!("{}.round", target.name)))?;
    let begin = Instant::now();
    let mut report =
        Report { rounds: 0, slowest: (0, Duration::ZERO), largest: (0, 0), failure: None };
    while begin.elapsed() < time && report.failure.is_none() {
        let input = dice::bytes(seed, report.rounds, target.longest);
        at.rewind()?;
        write!(at, "{}", report.rounds)?;
        let (memory, start) = (Memory::now(), Instant::now());
        let said = failure(target, &input);
        report.slowest = more(report.slowest, report.rounds, start.elapsed());
        report.largest = more(report.largest, report.rounds, memory.grown().unwrap_or(0));
        if let Some(said) = said {
            fs::write(&file, smaller(target, input))?;
            report.failure = Some((report.rounds, said, file.clone()));
        }
        report.rounds += 1;
    }
    Ok(report)
}

/// The round that cost most so far, and what.
fn more<C: PartialOrd>(most: (u64, C), round: u64, cost: C) -> (u64, C) {
    if cost > most.1 { (round, cost) } else { most }
}

fn failure(target: &Target, input: &[u8]) -> Option<String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    outcome.err().map(|panic| said(panic.as_ref()))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref().copied()).unwrap_or("a panic").to_string()
}

/// Tries of [`smaller`].
const TRIES: usize = 400;

/// A failing input without the parts that it fails without.
fn smaller(target: &Target, mut input: Vec<u8>) -> Vec<u8> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let (mut part, mut tries) = (input.len() / 2, 0);
    while part > 0 && tries < TRIES {
        let mut at = 0;
        while at < input.len() && tries < TRIES {
            let mut less = input.clone();
            less.drain(at..(at + part).min(less.len()));
            tries += 1;
            if failure(target, &less).is_some() { input = less } else { at += part }
        }
        part /= 2;
    }
    panic::set_hook(hook);
    input
}
