//! Runs a target for so many minutes, or one input of it again.
//!
//! ```sh
//! cargo run --release -p verbale-fuzz -- coder --minutes 60 --seed 7
//! cargo run --release -p verbale-fuzz -- coder --seed 7 --round 1234
//! cargo run --release -p verbale-fuzz -- coder --input target/fuzz/coder.input
//! ```

#![allow(clippy::disallowed_methods)]

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use verbale_fuzz::{TARGETS, Target, dice, run};

const USAGE: &str = "verbale-fuzz TARGET [--minutes N] [--seed N] [--round N | --input FILE]";

#[derive(Default)]
struct Args {
    target: String,
    minutes: Option<f64>,
    seed: Option<u64>,
    round: Option<u64>,
    input: Option<String>,
}

fn args(mut words: impl Iterator<Item = String>) -> Option<Args> {
    let mut args = Args { target: words.next()?, ..Args::default() };
    while let Some(flag) = words.next() {
        let value = words.next()?;
        match flag.as_str() {
            "--minutes" => args.minutes = Some(value.parse().ok()?),
            "--seed" => args.seed = Some(value.parse().ok()?),
            "--round" => args.round = Some(value.parse().ok()?),
            "--input" => args.input = Some(value),
            _ => return None,
        }
    }
    Some(args)
}

fn main() -> ExitCode {
    let found = args(std::env::args().skip(1))
        .and_then(|args| TARGETS.iter().find(|t| t.name == args.target).map(|t| (t, args)));
    let Some((target, args)) = found else {
        let names: Vec<&str> = TARGETS.iter().map(|t| t.name).collect();
        eprintln!("{USAGE}\ntargets: {}", names.join(", "));
        return ExitCode::from(2);
    };
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let seed = args.seed.unwrap_or_else(clock);
    let input = match (&args.input, args.round) {
        (Some(file), _) => std::fs::read(file).map(Some),
        (None, round) => Ok(round.map(|round| dice::bytes(seed, round, target.longest))),
    };
    match input {
        Ok(Some(input)) => {
            (target.run)(&input);
            println!("{}: the properties hold on these {} bytes", target.name, input.len());
            ExitCode::SUCCESS
        }
        Ok(None) => timed(target, seed, args.minutes.unwrap_or(1.0)),
        Err(error) => {
            eprintln!("{}: {error}", args.input.unwrap_or_default());
            ExitCode::from(2)
        }
    }
}

fn timed(target: &Target, seed: u64, minutes: f64) -> ExitCode {
    println!("{}: seed {seed}, {minutes} minutes", target.name);
    let time = Duration::from_secs_f64(minutes * 60.0);
    let report = match run::timed(target, seed, time, Path::new("target/fuzz")) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("target/fuzz: {error}");
            return ExitCode::from(2);
        }
    };
    let (slowest, took) = (report.slowest.0, report.slowest.1.as_millis());
    let (largest, kilobytes) = report.largest;
    println!(
        "{}: {} rounds; the slowest, {slowest}, took {took} ms; the largest, {largest}, {} MB",
        target.name,
        report.rounds,
        kilobytes / 1024
    );
    let Some((round, said, file)) = report.failure else { return ExitCode::SUCCESS };
    println!(
        "{}: seed {seed}, round {round} FAILED: {said}\ninput: {}",
        target.name,
        file.display()
    );
    ExitCode::FAILURE
}
