//! Runs case files through the pipeline.

use crate::case::Case;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{fs, io};
use verbale::{Coder, Story, Worker};

/// What became of one expectation.
#[derive(Debug)]
pub struct Outcome {
    /// Line in the case file, from 1.
    pub line: usize,
    /// The expectation as written.
    pub expectation: String,
    /// Whether it was marked as a known gap.
    pub gap: bool,
    /// Whether it holds.
    pub holds: bool,
    /// Where it does not hold: offenders, or the nearest records.
    pub why: Vec<String>,
}

impl Outcome {
    /// As it should be: a demand that holds, or a gap that is still one. A gap that has closed is
    /// a surprise too, so that its mark goes.
    pub fn expected(&self) -> bool {
        self.holds != self.gap
    }
}

/// The case files of a folder, sorted by name.
pub fn cases(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    Ok(paths)
}

/// Codes the story of a case file and decides its expectations. The error is one of the case
/// file: unreadable, without expectations, or not taken by the reader.
pub fn run(coder: &Coder, worker: &mut Worker, path: &Path) -> Result<Vec<Outcome>, String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let file = fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?;
    let case = Case::parse(&file).map_err(|e| format!("{name}: {e}"))?;
    let story = Story::text(case.text.as_str()).id(name.as_str());
    let record = coder.code_with(worker, story).map_err(|e| e.to_string())?;
    let record = serde_json::to_value(&record).map_err(|e| e.to_string())?;
    Ok(decided(&case, &record))
}

fn decided(case: &Case, record: &Value) -> Vec<Outcome> {
    let outcome = |(line, expectation): &(usize, crate::Expectation)| {
        let holds = expectation.holds(record);
        Outcome {
            line: *line,
            expectation: expectation.line.clone(),
            gap: expectation.gap,
            holds,
            why: if holds { Vec::new() } else { expectation.explain(record) },
        }
    };
    case.expectations.iter().map(outcome).collect()
}
