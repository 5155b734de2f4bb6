//! Why a record was made, and why a word led to none, as text for a person.
//!
//! Shows the words, the rows of the tables, the paths in the trees and the mentions that a record rests
//! on. What the coders did is read from the traces that they kept ([`Traces`]); nothing is decided again
//! here, and nothing can be changed.

mod answer;
mod event;
mod find;
mod page;
mod path;
mod rules;
mod sentence;
mod statement;
mod tables;
mod who;

pub use tables::Tables;

use crate::{Pipeline, record};
use page::Page;
use verbale_coder::View;
use verbale_coder::trace::Trace;
use verbale_document::{CodePoints, Document, SentenceIdx, SmolStr, Span};
use verbale_record::Record;

/// What the coders did with a document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Traces {
    /// Of its statements.
    pub statements: Trace,
    /// Of its events.
    pub events: Trace,
}

/// One coded document, ready for questions. The answers are lines of text.
pub struct Explainer<'a> {
    pipeline: &'a Pipeline,
    doc: &'a Document,
    traces: &'a Traces,
    tables: &'a Tables,
    view: View<'a>,
    points: CodePoints<'a>,
    record: Record,
}

impl<'a> Explainer<'a> {
    /// For `doc` as [`Pipeline::traced`] left it, with the traces that it gave.
    pub fn new(
        pipeline: &'a Pipeline,
        doc: &'a Document,
        traces: &'a Traces,
        tables: &'a Tables,
    ) -> Self {
        let (view, points) = (View::new(doc), CodePoints::new(doc.text()));
        Explainer { pipeline, doc, traces, tables, view, points, record: record(doc) }
    }

    /// Every record in a line.
    pub fn contents(&self) -> String {
        self.record.to_string()
    }

    /// The explanation of the record called `id` ("s3", "e2").
    ///
    /// # Errors
    /// An id that no record has; names those that there are.
    pub fn record(&self, id: &str) -> Result<String, String> {
        let r = &self.record;
        let statement = r.statements.iter().position(|s| s.id == id);
        let event = r.events.iter().position(|e| e.id == id);
        match (statement, event) {
            (Some(at), _) => Ok(self.statement(at)),
            (_, Some(at)) => Ok(self.event(at)),
            _ => Err(format!("no record {id} in {}; {}", r.doc.id, self.ids())),
        }
    }

    /// "there are s1 to s4 and e1".
    fn ids(&self) -> String {
        let ids = |letter: &str, n: usize| match n {
            0 => None,
            1 => Some(format!("{letter}1")),
            n => Some(format!("{letter}1 to {letter}{n}")),
        };
        let all = [ids("s", self.record.statements.len()), ids("e", self.record.events.len())];
        let all: Vec<String> = all.into_iter().flatten().collect();
        if all.is_empty() {
            return "there are none".to_string();
        }
        format!("there are {}", all.join(" and "))
    }

    fn statements(&self) -> &'a [verbale_document::Statement] {
        self.doc.statements.as_deref().unwrap_or(&[])
    }

    fn events(&self) -> &'a [verbale_document::Event] {
        self.doc.events.as_deref().unwrap_or(&[])
    }

    fn sentence_span(&self, at: SentenceIdx) -> Span {
        self.doc.sentences.as_ref().map_or(Span::default(), |s| s[at as usize].span)
    }

    /// The words of a span in one line.
    fn words(&self, span: Span) -> String {
        self.doc.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// "“the words” (3-12)", in code points. Words with marks of their own get no others.
    fn quoted(&self, span: Span) -> String {
        let (start, end) = self.points.span(span);
        let words = self.words(span);
        let marked = words.starts_with(['“', '”', '"', '‘', '«']);
        if marked {
            format!("{words} ({start}-{end})")
        } else {
            format!("“{words}” ({start}-{end})")
        }
    }

    /// A page that begins with a heading and a sentence.
    fn page(&self, heading: &str, sentence: SentenceIdx) -> Page {
        let mut page = Page::new(heading);
        page.text(&self.words(self.sentence_span(sentence)));
        page
    }
}

impl Explainer<'_> {
    /// A confidence, and the features with the weights that it is made of.
    fn weighed(&self, layer: &str, value: f32, features: &[SmolStr]) -> Vec<String> {
        let weight = |name: &str| self.tables.weight(name, layer).map(|w| format!("{name} {w}"));
        let names = std::iter::once("always").chain(features.iter().map(SmolStr::as_str));
        let all: Vec<String> = names.filter_map(weight).collect();
        let place = self.tables.file("confidence.tsv");
        vec![confidence(value), format!("weights in {place}: {}", all.join("; "))]
    }
}

/// Two decimals, as records have it.
fn confidence(value: f32) -> String {
    format!("{value:.2}")
}
