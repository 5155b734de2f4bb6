//! The `verbale` command: arguments, files, threads and exit codes over the library.
//!
//! Exit codes: 0 = all inputs were coded; 1 = something was skipped or failed (named on standard
//! error); 2 = the command line is wrong; 130 = interrupted (143 by TERM), with what was begun written. A
//! closed output pipe is success.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]
// What a person is told goes through `message`.
#![warn(clippy::print_stderr)]

mod args;
mod commands;
mod feeds;
mod files;
mod ids;
mod interrupt;
mod message;
mod outcome;
mod overlap;
mod position;
mod progress;
mod run;
mod spool;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// What a thread has freed goes back to the system, so that what one step of a run took does not add to what the next
/// one takes.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args = args::Args::try_parse().unwrap_or_else(|error| message::usage(&error));
    let result = match args.command {
        args::Command::Code(args) => commands::code::run(args),
        args::Command::Stories(args) => commands::stories::run(args),
        args::Command::Explain(args) => commands::explain::run(args),
        args::Command::Parse(args) => commands::parse::run(args),
        args::Command::Extract(args) => commands::extract::run(args),
        args::Command::Evaluate(args) => commands::evaluate::run(args),
        args::Command::Atlas(args) => commands::atlas::run(args),
        args::Command::Add(args) => commands::store::add::run(args),
        args::Command::Verify(args) => commands::store::verify::run(&args),
        args::Command::Show(args) => commands::store::show::run(&args),
        args::Command::Query(args) => commands::store::query::run(&args),
        args::Command::Export(args) => commands::store::export::run(&args),
        args::Command::Gc(args) => commands::store::gc::run(&args),
        args::Command::Recode(args) => commands::store::recode::run(args),
        args::Command::Completions(args) => commands::manual::completions(&args),
        args::Command::Man(args) => commands::manual::page(&args),
    };
    outcome::exit(result)
}
