//! Who is credited: wires, outlet, author, photographer.

use crate::outlets::Outlets;
use verbale_document::{Agency, Outlet};

/// What credit lines say.
#[derive(Debug, Default)]
pub(crate) struct Credits {
    pub agencies: Vec<Agency>,
    pub outlet: Option<Outlet>,
    pub byline: Option<String>,
    pub photos: Vec<String>,
}

/// Words that introduce credits.
const LABELS: &[&str] = &[
    "sources",
    "source",
    "by",
    "reporting by",
    "written by",
    "editing by",
    "edited by",
    "with inputs from",
    "with input from",
    "additional reporting by",
    "photo",
    "photo by",
    "image",
    "credit",
];

impl Credits {
    /// Reads a credit line such as "Sources: TASS – EFE teleSUR/ JF" or "By Jane Doe".
    pub(super) fn read(&mut self, line: &str, outlets: &Outlets) {
        let (label, rest) = labelled(line);
        let names_author = matches!(label, "by" | "reporting by" | "written by");
        let mut left = Vec::new();
        for part in rest.split(['–', '—', '-', ',', ';', '/', '|', '(', ')']) {
            self.part(part.trim(), outlets, &mut left);
        }
        let author = left.into_iter().find(|p| looks_like_author(p, names_author));
        self.byline = self.byline.take().or(author);
    }

    /// One name, or several known ones side by side ("EFE teleSUR").
    fn part(&mut self, part: &str, outlets: &Outlets, left: &mut Vec<String>) {
        if part.is_empty() || self.known(part, outlets) {
            return;
        }
        let words: Vec<&str> = part.split_whitespace().collect();
        let all_known = words.len() > 1 && words.iter().all(|w| outlets.named(w).is_some());
        if all_known {
            for word in words {
                self.known(word, outlets);
            }
        } else {
            left.push(part.to_string());
        }
    }

    fn known(&mut self, name: &str, outlets: &Outlets) -> bool {
        let name = name.trim_matches(['.', ' ']);
        if let Some(agency) = outlets.agency(name) {
            if !self.agencies.iter().any(|a| a.name == agency.name) {
                self.agencies.push(agency);
            }
            return true;
        }
        if let Some((outlet, _)) = outlets.named(name) {
            self.outlet = self.outlet.take().or(Some(outlet.clone()));
            return true;
        }
        false
    }

    /// The agency in the brackets of a dateline: "ALMATY, June 21 (Reuters) -".
    pub(super) fn read_dateline(&mut self, line: &str, outlets: &Outlets) {
        if let Some((_, rest)) = line.split_once('(') {
            let inner = rest.split(')').next().unwrap_or_default();
            for name in inner.split(['/', ',']) {
                self.known(name, outlets);
            }
        }
    }

    /// "Photo: X/ @name".
    pub(super) fn photo(&mut self, credit: &str) {
        let (_, name) = labelled(credit);
        self.photos.push(name.trim_matches(['(', ')', ' ']).to_string());
    }
}

/// Splits "Label: rest" or "By rest".
fn labelled(line: &str) -> (&'static str, &str) {
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches(['(', '[', '—', '-', ' ']);
    let skipped = line.len().saturating_sub(lower.len());
    let rest = line.get(skipped..).unwrap_or(line);
    let fits = |l: &&&str| lower.strip_prefix(**l).is_some_and(|r| r.starts_with([':', ' ']));
    match LABELS.iter().filter(fits).max_by_key(|l| l.len()) {
        Some(label) => (label, rest[label.len()..].trim_start_matches([':', ' '])),
        None => ("", rest),
    }
}

/// Initials or a name: one to four capitalised words.
fn looks_like_author(part: &str, after_by: bool) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    let initials = words.len() == 1 && part.len() <= 4 && part.chars().all(char::is_uppercase);
    initials || (after_by && (1..=4).contains(&words.len()) && words.iter().all(capital))
}
