//! Time expressions: found and normalised against the document's date.
//!
//! Values are those of TIMEX3 (ISO 24617-1): dates, months, years, weeks, seasons, decades, times
//! of day, durations, sets, and references to past, present and future; stretches between two
//! dates are ISO 8601 intervals ("2014/2019"). What TIMEX3 says by MOD ("early 2009") has the
//! value of the whole, and the first and last day of its third. In news a bare weekday is the last
//! one before the document's date, or that day itself; under a future verb, the coming one.
//! Without a document date, relative expressions get no calendar value.
//!
//! Does not compute the feasts of the moon (Easter, Ramadan); does not read hours as morning or
//! evening where nobody says it; does not say which event a time belongs to. Words and phrases
//! stand in `lexicons/times.tsv`; a bare number is never a time, but a year may be.

mod atoms;
mod calendar;
mod grammar;
mod tense;
mod unit;
mod words;

use atoms::Atom;
use grammar::Grammar;
use std::cell::Cell;
use tense::Clause;
use verbale_document::{
    Document, Form, Layer, Lexicons, Mention, MentionKind, Name, NameLabel, Producer, Sentence,
    TableError, Time, Token, TokenIdx,
};
use words::Words;

/// Finds times. Immutable; share it between threads.
pub struct Times {
    words: Words,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub struct Worker {
    atoms: Vec<Atom>,
}

impl Times {
    /// Needs `times.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Times { words: Words::new(lexicons)? })
    }

    /// Time mentions of `doc`, by position. Needs tokens; reads trees and names where there are
    /// any. Total over any document.
    pub fn annotate(&self, worker: &mut Worker, doc: &Document) -> Layer<Mention> {
        let mut mentions = Vec::new();
        let mut focus = None;
        for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
            atoms::cut(&self.words, doc, sentence, &mut worker.atoms);
            read(doc, sentence, &worker.atoms, &mut focus, &mut mentions);
        }
        Layer::new(Producer::new("times", env!("CARGO_PKG_VERSION")), mentions)
    }
}

/// Adds the times of one sentence, and moves `focus` to the last day that it names.
fn read(
    doc: &Document,
    sentence: &Sentence,
    atoms: &[Atom],
    focus: &mut Option<verbale_document::Date>,
    mentions: &mut Vec<Mention>,
) {
    let today = doc.meta.published_at.as_ref().map(|s| s.date);
    let clause = Clause { doc, sentence, atoms };
    let mut grammar =
        Grammar { clause, atoms, today, focus: *focus, here: None, depth: Cell::new(0) };
    let mut at = 0;
    while at < atoms.len() {
        let found = grammar.longest(at);
        let found = found.filter(|(end, time)| !is_named(doc, &atoms[at..*end], time));
        let Some((end, time)) = found else {
            at += 1;
            continue;
        };
        if let Some(day) = time.start.filter(|d| Some(*d) == time.end) {
            (grammar.focus, grammar.here, *focus) = (Some(day), Some(day), Some(day));
        }
        mentions.push(mention(doc, &atoms[at..end], time));
        at = end;
    }
}

/// A mention over whole tokens.
fn mention(doc: &Document, atoms: &[Atom], time: Time) -> Mention {
    let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
    let (first, last) = (atoms[0].first, atoms[atoms.len() - 1].last);
    let span = tokens[first as usize].span.cover(tokens[last as usize].span);
    let mention = Mention::new(span, last, MentionKind::Time, Form::Name);
    Mention { time: Some(time), by: "times".into(), ..mention }
}

/// Whether the words are part of a name: "Theresa May", "Sunday Times". A year is one still
/// ("World Cup 2018").
fn is_named(doc: &Document, atoms: &[Atom], time: &Time) -> bool {
    let (first, last) = (atoms[0].first, atoms[atoms.len() - 1].last);
    let names: &[Name] = doc.names.as_deref().unwrap_or(&[]);
    let at = names.partition_point(|n| n.end <= first);
    let holds = |n: &&Name| n.first <= first && last < n.end;
    let Some(name) = names.get(at).filter(holds) else { return false };
    let longer = name.end - name.first > last + 1 - first as TokenIdx;
    let year = time.value.len() == 4;
    match name.label {
        NameLabel::Person => true,
        NameLabel::Organisation | NameLabel::Facility | NameLabel::Location => longer && !year,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
