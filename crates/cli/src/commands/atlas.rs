//! `verbale atlas`: questions to the atlas.

use super::{learn, pipeline_lexicons};
use crate::args::{AtlasArgs, AtlasCommand, OwnRows};
use crate::message::{page, shown};
use crate::outcome::{Failure, Tally};
use std::io::{self, Write};
use verbale::atlas::{Atlas, Candidate};
use verbale::document::Date;

/// Answers one question.
pub fn run(args: AtlasArgs) -> Result<Tally, Failure> {
    match args.what {
        AtlasCommand::Lookup { name, date, json, atlas } => lookup(&name, date, json, &atlas),
        AtlasCommand::Check { atlas } => check(&atlas),
        AtlasCommand::Learn(args) => learn::run(args),
    }
}

fn tables(own: &OwnRows) -> Result<Atlas, Failure> {
    let lexicons = pipeline_lexicons(None, own)?;
    Atlas::new(&lexicons).map_err(|e| Failure::Message(e.to_string()))
}

/// Prints what does not fit together, one line each.
fn check(own: &OwnRows) -> Result<Tally, Failure> {
    let atlas = tables(own)?;
    let wrong = atlas.check();
    let mut out = io::stdout().lock();
    for line in &wrong {
        writeln!(out, "{}", shown(line)).map_err(|e| Failure::output(&e))?;
    }
    match wrong.len() {
        0 => {
            let (states, bodies) = (atlas.territories.rows.len(), atlas.bodies.len());
            let well = format!(
                "no contradiction: {states} states and territories, {bodies} bodies, \
                {} persons",
                atlas.persons.count()
            );
            writeln!(out, "{well}").map_err(|e| Failure::output(&e))?;
            Ok(Tally { done: 1, ..Tally::default() })
        }
        n => Err(Failure::Message(format!("the atlas contradicts itself in {n} places"))),
    }
}

fn lookup(name: &str, date: Option<Date>, json: bool, own: &OwnRows) -> Result<Tally, Failure> {
    let atlas = tables(own)?;
    let found = atlas.lookup(name, date);
    if found.is_empty() {
        return Err(Failure::Message(unknown(name, date)));
    }
    let mut out = io::stdout().lock();
    for candidate in &found {
        let line = if json { as_json(candidate) } else { page(&as_text(candidate)).into_owned() };
        writeln!(out, "{line}").map_err(|e| Failure::output(&e))?;
    }
    Ok(Tally { done: found.len(), ..Tally::default() })
}

fn unknown(name: &str, date: Option<Date>) -> String {
    let when = date.map_or(String::new(), |d| format!(" at {d}"));
    format!("the atlas knows nobody and nothing called {name:?}{when}")
}

/// "NATO [Q7184] organisation IGO.NATO; members: ..."
fn as_text(c: &Candidate) -> String {
    let code = c.entity.code.as_ref().map_or("no code", |c| c.as_str());
    let mut line = format!("{} [{}] {} {code}", c.entity.name, c.entity.id, c.entity.kind.as_str());
    if !c.entity.members.is_empty() {
        line += &format!("\n  {} members: {}", c.entity.members.len(), codes(c).join(" "));
    }
    for office in &c.offices {
        line += &format!("\n  {office}");
    }
    line
}

fn as_json(c: &Candidate) -> String {
    serde_json::json!({
        "id": c.entity.id.as_str(),
        "name": c.entity.name.as_str(),
        "kind": c.entity.kind.as_str(),
        "code": c.entity.code.as_ref().map(|c| c.as_str()),
        "country": c.entity.country.as_deref(),
        "members": codes(c),
        "offices": c.offices,
    })
    .to_string()
}

fn codes(c: &Candidate) -> Vec<&str> {
    c.entity.members.iter().map(|m| m.as_str()).collect()
}
