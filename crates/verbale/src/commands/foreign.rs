//! Names that another program found, to be scored like ours.

use super::evaluate::put_names;
use crate::outcome::Failure;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use verbale::document::{Document, NameLabel, Span};

/// Names by the stem of the file that they stand in.
pub struct Foreign(BTreeMap<String, Vec<ForeignName>>);

#[derive(Deserialize)]
struct Line {
    id: String,
    names: Vec<ForeignName>,
}

#[derive(Deserialize)]
struct ForeignName {
    start: usize,
    end: usize,
    label: String,
}

/// Reads a file of JSON Lines.
pub fn read(path: &Path) -> Result<Foreign, Failure> {
    let failed = |e: String| Failure::Message(format!("{}: {e}", path.display()));
    let text = fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
    let line = |(n, line): (usize, &str)| {
        let line: Line =
            serde_json::from_str(line).map_err(|e| failed(format!("line {n}: {e}")))?;
        Ok((line.id, line.names))
    };
    (1..).zip(text.lines()).map(line).collect::<Result<_, _>>().map(Foreign)
}

impl Foreign {
    /// Gives the document beside `labels` its names; those of unknown classes are left out.
    pub fn put(&self, labels: &Path, doc: &mut Document) {
        let stem =
            labels.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        let bytes: Vec<usize> =
            doc.text().char_indices().map(|(at, _)| at).chain([doc.text().len()]).collect();
        let place = |name: &ForeignName| {
            let label = NameLabel::ALL.into_iter().find(|l| l.as_str() == name.label)?;
            Some((Span::new(*bytes.get(name.start)?, *bytes.get(name.end)?), label))
        };
        let spans: Vec<_> = self.0.get(&stem).into_iter().flatten().filter_map(place).collect();
        put_names(doc, &spans);
    }
}
