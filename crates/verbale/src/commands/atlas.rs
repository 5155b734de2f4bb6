//! `verbale atlas`: questions to the atlas.

use crate::args::{AtlasArgs, AtlasCommand};
use crate::outcome::{Failure, Tally};
use std::io::{self, Write};
use verbale::atlas::{Atlas, Candidate};
use verbale::builtin_lexicons;
use verbale::document::Date;

/// Answers one question.
pub fn run(args: AtlasArgs) -> Result<Tally, Failure> {
    let AtlasCommand::Lookup { name, date, json } = args.what;
    let atlas = Atlas::new(&builtin_lexicons()).map_err(|e| Failure::Message(e.to_string()))?;
    let found = atlas.lookup(&name, date);
    if found.is_empty() {
        return Err(Failure::Message(unknown(&name, date)));
    }
    let mut out = io::stdout().lock();
    for candidate in &found {
        let line = if json { as_json(candidate) } else { as_text(candidate) };
        writeln!(out, "{line}").map_err(|e| Failure::output(&e))?;
    }
    Ok(Tally { done: found.len(), skipped: 0 })
}

fn unknown(name: &str, date: Option<Date>) -> String {
    let when = date.map_or(String::new(), |d| format!(" at {d}"));
    format!("the atlas knows nobody and nothing called {name:?}{when}")
}
