//! How a command ends: its exit code and its last words.

use crate::interrupt;
use crate::message::say;
use std::collections::BTreeSet;
use std::process::ExitCode;
use verbale::own::OwnError;
use verbale::read::remedy;
use verbale_store::StoreError;
use verbale_write::WriteError;

/// A command that could not do its work at all, as one line for a person.
#[derive(Debug)]
pub enum Failure {
    /// The reader of our output has gone: that is success.
    BrokenPipe,
    /// Anything else; the message names the file and the remedy.
    Message(String),
    /// The words of the command line do not fit together.
    Usage(String),
}

impl Failure {
    /// Writing to standard output failed.
    pub fn output(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Failure::BrokenPipe,
            _ => Failure::Message(format!("standard output: {}", remedy(error))),
        }
    }
}

impl From<verbale::Error> for Failure {
    fn from(error: verbale::Error) -> Self {
        Failure::Message(error.to_string())
    }
}

impl From<OwnError> for Failure {
    fn from(error: OwnError) -> Self {
        Failure::Message(error.to_string())
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        match error {
            _ if error.is_broken_pipe() => Failure::BrokenPipe,
            WriteError::Io { path, error } => {
                Failure::Message(format!("{}: {}", path.display(), remedy(&error)))
            }
            _ => Failure::Message(error.to_string()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Io { path, error } => {
                Failure::Message(format!("{}: {}", path.display(), remedy(&error)))
            }
            StoreError::Asked(what) => Failure::Usage(what),
            StoreError::Table(error) => error.into(),
            _ => Failure::Message(error.to_string()),
        }
    }
}

/// What a command did: how many inputs went through and how many did not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Inputs that were processed.
    pub done: usize,
    /// Inputs that were skipped or failed; each was named on standard error.
    pub skipped: usize,
    /// Inputs of which only a part was read; each was named on standard error.
    pub cut: usize,
    /// What an interrupted run has not read.
    pub left: Option<String>,
    /// What of the inputs was named as ignored.
    pub named: BTreeSet<String>,
}

/// What a person should know of an input that went through.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remarks {
    /// That only a part of it was read.
    pub cut: Option<String>,
    /// What of it was ignored, and a line on it; the same is named once a run.
    pub ignored: Vec<(String, String)>,
}

impl Tally {
    /// Counts an input that went through, and says what a person should know of it.
    pub fn done(&mut self, remarks: Remarks) {
        self.done += 1;
        if let Some(what) = remarks.cut {
            self.cut += 1;
            say(what);
        }
        for (what, line) in remarks.ignored {
            if self.named.insert(what) {
                say(format_args!("{line} (named once)"));
            }
        }
    }

    /// Names an input that did not go through on standard error and counts it.
    pub fn skip(&mut self, what: &dyn std::fmt::Display) {
        self.skipped += 1;
        say(what);
    }
}

/// The exit code of a command's result, its failure or interruption printed.
pub fn exit(result: Result<Tally, Failure>) -> ExitCode {
    match (result, interrupt::code()) {
        (Ok(tally), Some(code)) => {
            let left = tally.left.map_or("nothing is left".into(), |left| format!("left: {left}"));
            fail(&format!("interrupted; {} documents are in the output; {left}", tally.done), code)
        }
        (Err(Failure::BrokenPipe), Some(code)) => ExitCode::from(code),
        (Ok(Tally { skipped: 0, cut: 0, .. }) | Err(Failure::BrokenPipe), None) => {
            ExitCode::SUCCESS
        }
        (Ok(_), None) => ExitCode::from(1),
        (Err(Failure::Message(message)), _) => fail(&message, 1),
        (Err(Failure::Usage(message)), _) => fail(&message, 2),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    say(message);
    ExitCode::from(code)
}
