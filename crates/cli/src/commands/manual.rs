//! `verbale completions` and `verbale man`: the command line, told to shells and as manual pages.
//!
//! Both are made from the arguments themselves, so that they are never behind them.

use crate::args::{Args, CompletionsArgs, ManArgs};
use crate::outcome::{Failure, Tally};
use clap::{Command, CommandFactory};
use std::io::{self, Write};

/// Prints the completions of a shell.
pub fn completions(args: &CompletionsArgs) -> Result<Tally, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "verbale", &mut script);
    print(&script)
}

/// Prints a manual page, in the language of `man`.
pub fn page(args: &ManArgs) -> Result<Tally, Failure> {
    let mut program = Args::command();
    program.build();
    let mut command = &program;
    for word in &args.command {
        command = command.find_subcommand(word).ok_or_else(|| unknown(command, word))?;
    }
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command.clone()).render(&mut page);
    rendered.map_err(|e| Failure::output(&e))?;
    print(&page)
}

fn unknown(command: &Command, word: &str) -> Failure {
    let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let known = match known.is_empty() {
        true => "it has no commands of its own".to_string(),
        false => format!("it has {}", known.join(", ")),
    };
    Failure::Usage(format!("{} has no command {word:?}; {known}", command.get_name()))
}

fn print(bytes: &[u8]) -> Result<Tally, Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| Failure::output(&e))?;
    Ok(Tally { done: 1, ..Tally::default() })
}
