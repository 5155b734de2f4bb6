//! Which statements and events a record carries, where a user asks only for those that are sure
//! enough.
//!
//! What a carried record points at is carried as well: the statements that an event is told by, the one
//! that it is the making of, and those that a statement is nested in. So a claim never turns into a
//! fact. Ids are those of the whole record: what is left out leaves a gap.

use super::rounded;
use verbale_document::{Document, Event, Statement, StatementIdx};

/// For each statement and each event, whether the record carries it.
pub(super) struct Kept {
    statements: Vec<bool>,
    events: Vec<bool>,
}

impl Kept {
    /// Those whose confidence, as records write it, is `least` or more, and what they point at.
    pub(super) fn new(doc: &Document, least: f64) -> Self {
        let (statements, events) = layers(doc);
        let mut kept = Kept {
            statements: statements.iter().map(|s| rounded(s.confidence) >= least).collect(),
            events: events.iter().map(|e| rounded(e.confidence) >= least).collect(),
        };
        let sure: Vec<&Event> = kept.events(doc).map(|(_, e)| e).collect();
        let told = sure.iter().flat_map(|e| e.according_to.iter().copied().chain(e.statement));
        told.for_each(|s| kept.statements[s as usize] = true);
        for at in 0..statements.len() {
            if kept.statements[at] {
                kept.keep_above(statements, at);
            }
        }
        kept
    }

    /// Keeps the statements that one is nested in, up to the first that is kept anyway: what that one is
    /// nested in is its own turn.
    fn keep_above(&mut self, statements: &[Statement], at: usize) {
        let mut up: Option<StatementIdx> = statements[at].parent;
        while let Some(parent) = up.filter(|&p| !self.statements[p as usize]) {
            self.statements[parent as usize] = true;
            up = statements[parent as usize].parent;
        }
    }

    /// The statements that are carried, with their indices.
    pub(super) fn statements<'d>(
        &self,
        doc: &'d Document,
    ) -> impl Iterator<Item = (usize, &'d Statement)> {
        chosen(layers(doc).0, &self.statements)
    }

    /// The events that are carried, with their indices.
    pub(super) fn events<'d>(&self, doc: &'d Document) -> impl Iterator<Item = (usize, &'d Event)> {
        chosen(layers(doc).1, &self.events)
    }
}

fn layers(doc: &Document) -> (&[Statement], &[Event]) {
    (doc.statements.as_deref().unwrap_or(&[]), doc.events.as_deref().unwrap_or(&[]))
}

fn chosen<'a, 'd, T>(
    all: &'d [T],
    kept: &'a [bool],
) -> impl Iterator<Item = (usize, &'d T)> + use<'a, 'd, T> {
    all.iter().enumerate().zip(kept).filter(|(_, kept)| **kept).map(|(item, _)| item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_document::{Layer, Producer, Span};

    /// A document of statements with these confidences and parents.
    fn doc(statements: &[(f32, Option<StatementIdx>)]) -> Document {
        let mut doc = Document::new("d", String::new());
        let bare = || Statement::bare(Span::default(), Span::default());
        let made = |&(confidence, parent): &(f32, Option<StatementIdx>)| Statement {
            confidence,
            parent,
            ..bare()
        };
        doc.statements =
            Some(Layer::new(Producer::default(), statements.iter().map(made).collect()));
        doc
    }

    #[test]
    fn what_a_statement_is_nested_in_stays() {
        let doc = doc(&[(0.1, None), (0.2, Some(0)), (0.3, None), (0.9, Some(1)), (0.499, None)]);
        let kept =
            |least| Kept::new(&doc, least).statements(&doc).map(|(i, _)| i).collect::<Vec<_>>();
        assert_eq!(kept(0.0), [0, 1, 2, 3, 4]);
        assert_eq!(kept(0.5), [0, 1, 3, 4], "0.499 is written as 0.5");
        assert_eq!(kept(0.95), [0; 0]);
    }
}
