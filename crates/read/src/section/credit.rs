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

/// What a part of a credit line says of the names behind it.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// "By", "Reporting by": they wrote it.
    Author,
    /// "Editing by": they did not.
    Other,
    /// "Sources:", or no word at all.
    Open,
}

/// The longest label before "by", in bytes.
const LONGEST_LABEL: usize = "additional reporting".len();
/// Splits names, but not inside them: a bare hyphen joins ("Al-Ahmad").
const SEPARATORS: &[&str] = &["–", "—", " - ", ", ", ";", "/", "|", "(", ")", "[", "]"];

impl Credits {
    /// Reads a credit line such as "Sources: TASS – EFE teleSUR/ JF" or "By Jane Doe".
    pub(super) fn read(&mut self, line: &str, outlets: &Outlets) {
        let mut author = None;
        for part in parts(line) {
            let (role, names) = labelled(part);
            if let Some(name) = self.unknown(names, outlets) {
                let fits = match role {
                    Role::Author => is_name(&name),
                    Role::Open => is_initials(&name),
                    Role::Other => false,
                };
                author = author.or_else(|| fits.then_some(name));
            }
        }
        self.byline = self.byline.take().or(author);
    }

    /// Takes what is known in `names`, also side by side ("EFE teleSUR"); returns the rest.
    fn unknown(&mut self, names: &str, outlets: &Outlets) -> Option<String> {
        let names = names.trim().trim_end_matches(['.', ',', ' ']);
        if names.is_empty() || self.known(names, outlets) {
            return None;
        }
        let words: Vec<&str> = names.split_whitespace().collect();
        if words.len() > 1 && words.iter().all(|w| outlets.named(w).is_some()) {
            for word in words {
                self.known(word, outlets);
            }
            return None;
        }
        Some(names.to_string())
    }

    fn known(&mut self, name: &str, outlets: &Outlets) -> bool {
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

    /// "Photo: X/ @name".
    pub(super) fn photo(&mut self, credit: &str) {
        let name = credit.split_once([':', '|']).map_or(credit, |(_, name)| name);
        let by = name.find(" by ").filter(|_| name == credit).map_or(name, |i| &name[i + 4..]);
        let name = by.trim_matches(['(', ')', '[', ']', ' ', '.']);
        if !name.is_empty() {
            self.photos.push(name.to_string());
        }
    }
}

fn parts(line: &str) -> Vec<&str> {
    let mut parts = vec![line];
    for separator in SEPARATORS {
        parts = parts.into_iter().flat_map(|p| p.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect()
}

/// Splits "Label: names", "By names", "Reporting by names", "with reports from names".
fn labelled(part: &str) -> (Role, &str) {
    if let Some((_, names)) = part.split_once(':') {
        return (Role::Open, names);
    }
    let lower = part.to_ascii_lowercase();
    if lower.starts_with("by ") {
        return (Role::Author, &part[3..]);
    }
    if let Some(at) = lower.find(" from ").filter(|at| *at <= LONGEST_LABEL) {
        return (Role::Other, &part[at + " from ".len()..]);
    }
    match lower.find(" by ").filter(|at| *at <= LONGEST_LABEL) {
        Some(at) if matches!(&lower[..at], "reporting" | "written") => {
            (Role::Author, &part[at + 4..])
        }
        Some(at) => (Role::Other, &part[at + 4..]),
        None => (Role::Open, part),
    }
}

pub(super) fn is_initials(name: &str) -> bool {
    name.len() <= 4 && name.chars().all(char::is_uppercase)
}

/// One to nine words that begin with capitals or join names ("Jane van Doe and John Roe").
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    let fits = |w: &&str| first(w) || matches!(*w, "and" | "&" | "in") || w.len() <= 3;
    (1..=9).contains(&words.len()) && words.iter().all(fits) && words.first().is_some_and(first)
}
