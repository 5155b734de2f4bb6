//! Time expressions: found and normalised against the document's date.
//!
//! Values are those of TIMEX3 (ISO 24617-1): dates, months, years, weeks, durations, sets, and
//! references to past, present and future. In news a bare weekday is the last one before the
//! document's date, or that day itself; after "next", or under a future auxiliary, the coming one.
//! Without a document date, relative expressions get no calendar value.
//!
//! Does not find holidays, or times of day beyond the part of day; does not say which event a time
//! belongs to.

mod calendar;
mod grammar;
mod words;

use grammar::Grammar;
use verbale_document::{
    Document, Form, Layer, Lexicons, Mention, MentionKind, Producer, TableError, Token,
};
use words::Words;

/// Finds times. Immutable; share it between threads.
pub struct Times {
    words: Words,
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub struct Worker {
    _private: (),
}

impl Times {
    /// Needs `times.tsv`.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Times { words: Words::new(lexicons)? })
    }

    /// Time mentions of `doc`, by position. Needs tokens. Total over any document.
    pub fn annotate(&self, _worker: &mut Worker, doc: &Document) -> Layer<Mention> {
        let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let today = doc.meta.published_at.as_ref().map(|s| s.date);
        let mut mentions = Vec::new();
        for sentence in doc.sentences.as_deref().unwrap_or(&[]) {
            let grammar = Grammar::new(&self.words, doc, sentence, today);
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                match grammar.longest(at) {
                    Some((end, time)) => {
                        let last = &tokens[end as usize - 1];
                        let span = tokens[at as usize].span.cover(last.span);
                        let mention = Mention::new(span, end - 1, MentionKind::Time, Form::Name);
                        let by = "times".into();
                        mentions.push(Mention { time: Some(time), by, ..mention });
                        at = end;
                    }
                    None => at += 1,
                }
            }
        }
        Layer::new(Producer::new("times", crate::VERSION), mentions)
    }
}

#[cfg(test)]
mod tests;
