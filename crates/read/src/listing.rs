//! Paths a user names to the files behind them, in order.
//!
//! A folder is walked once, before anything is read, so that what is written into it meanwhile is no
//! input and the number of inputs is known. What cannot be walked is an error in its place.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use crate::raw::InputKind;
use crate::remedy::remedy;
use crate::source::SourceError;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Extensions of the files that are taken from a folder, `.gz` aside.
const EXTENSIONS: &[(&str, InputKind)] = &[
    ("html", InputKind::Html),
    ("htm", InputKind::Html),
    ("xhtml", InputKind::Html),
    ("txt", InputKind::Text),
    ("text", InputKind::Text),
    ("jsonl", InputKind::Jsonl),
    ("ndjson", InputKind::Jsonl),
    ("warc", InputKind::Warc),
];

/// The files behind some paths.
#[derive(Default)]
pub(crate) struct Listing {
    /// What is left to read; `-` is standard input.
    pub entries: VecDeque<Result<PathBuf, SourceError>>,
    /// What a person should know: files that folders hold and that are not read.
    pub notes: Vec<String>,
}

impl Listing {
    pub(crate) fn new(paths: Vec<PathBuf>) -> Self {
        let mut listing = Listing::default();
        for path in paths {
            if path.is_dir() {
                listing.folder(&path);
            } else {
                listing.entries.push_back(Ok(path));
            }
        }
        listing
    }

    fn folder(&mut self, folder: &Path) {
        let name = folder.display().to_string();
        let hidden =
            |e: &DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        let before = self.entries.len();
        for entry in
            WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|e| !hidden(e))
        {
            match entry {
                Ok(e) if !e.file_type().is_file() => {}
                Ok(e) if kind_by_extension(e.path()).is_some() => {
                    self.entries.push_back(Ok(e.into_path()));
                }
                Ok(e) => *others.entry(extension(e.path())).or_default() += 1,
                Err(e) => {
                    let at = e.path().map_or(name.clone(), |p| p.display().to_string());
                    let why = e.io_error().map_or(e.to_string(), remedy);
                    self.entries.push_back(Err(SourceError::new(at, why)));
                }
            }
        }
        if self.entries.len() == before {
            let what = "no .html, .txt, .jsonl or .warc file in this folder; name files to read them whatever their extension";
            self.entries.push_back(Err(SourceError::new(name, what)));
        } else if !others.is_empty() {
            let n: usize = others.values().sum();
            let kinds: Vec<_> = others.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
            let kinds = kinds.join(", ");
            let files = if n == 1 { "1 file is" } else { &format!("{n} files are") };
            self.notes.push(format!("{name}: {files} of another kind and not read ({kinds})"));
        }
    }

    /// The number of documents, where every file holds one.
    pub(crate) fn documents(&self, kind: InputKind) -> Option<usize> {
        let single = |kind| !matches!(kind, InputKind::Jsonl | InputKind::Warc);
        let one = |entry: &Result<PathBuf, SourceError>| match entry {
            Ok(path) => match kind {
                InputKind::Auto => kind_by_extension(path).is_some_and(single),
                kind => single(kind) && path.as_os_str() != "-",
            },
            Err(_) => true,
        };
        self.entries.iter().all(one).then_some(self.entries.len())
    }
}

/// The kind that a file's extension promises, `.gz` looked through.
pub(crate) fn kind_by_extension(path: &Path) -> Option<InputKind> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let (_, extension) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
    EXTENSIONS.iter().find(|(e, _)| *e == extension).map(|(_, kind)| *kind)
}

/// A file's extension for a person.
fn extension(path: &Path) -> String {
    path.extension().map_or("without extension".into(), |e| format!(".{}", e.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let check = |path: &str, kind| {
            assert_eq!(kind_by_extension(Path::new(path)), kind, "{path}");
        };
        check("a/b.2024.html", Some(InputKind::Html));
        check("day.jsonl.gz", Some(InputKind::Jsonl));
        check("CC-NEWS-1.warc.gz", Some(InputKind::Warc));
        check("notes", None);
        check("v1.2", None);
    }

    #[test]
    fn how_many_documents() {
        let check = |paths: &[&str], kind, want| {
            let listing = Listing::new(paths.iter().map(PathBuf::from).collect());
            assert_eq!(listing.documents(kind), want, "{paths:?}");
        };
        check(&["a.html", "b.txt"], InputKind::Auto, Some(2));
        check(&["a.html", "b.jsonl"], InputKind::Auto, None);
        check(&["a", "b"], InputKind::Text, Some(2));
        check(&["-"], InputKind::Text, None);
    }
}
