//! Which statements speak in a sentence, so that whose words something is need not be asked of every statement
//! of a document.

use verbale_document::{Document, SentenceIdx, Span, Statement, StatementIdx};

/// Statements by sentence, in their own order. Built in O(statements + sentences that their contents touch).
#[derive(Debug, Default)]
pub(crate) struct Holders {
    /// Per sentence: the statements of which a part of the content stands there.
    holding: Vec<Vec<StatementIdx>>,
    /// Per sentence: the statements that are made there.
    made: Vec<Vec<StatementIdx>>,
}

impl Holders {
    pub fn new(doc: &Document, statements: &[Statement]) -> Self {
        let n = doc.sentences.as_ref().map_or(0, |s| s.len());
        let (mut holding, mut made) = (vec![Vec::new(); n], vec![Vec::new(); n]);
        for (i, statement) in statements.iter().enumerate() {
            let i = i as StatementIdx;
            for sentence in statement.content.iter().flat_map(|c| sentences_in(doc, *c)) {
                let last: &mut Vec<StatementIdx> = &mut holding[sentence];
                if last.last() != Some(&i) {
                    last.push(i);
                }
            }
            if let Some(made) = made.get_mut(statement.sentence as usize) {
                made.push(i);
            }
        }
        Holders { holding, made }
    }

    /// Those with content in the sentence that holds byte `at`.
    pub fn holding(&self, doc: &Document, at: u32) -> &[StatementIdx] {
        doc.sentence_at(at).map_or(&[], |s| &self.holding[s as usize])
    }

    /// Those made in a sentence.
    pub fn made(&self, sentence: SentenceIdx) -> &[StatementIdx] {
        self.made.get(sentence as usize).map_or(&[], Vec::as_slice)
    }
}

/// The sentences that overlap a span.
fn sentences_in(doc: &Document, span: Span) -> std::ops::Range<usize> {
    let sentences = doc.sentences.as_deref().unwrap_or(&[]);
    let first = sentences.partition_point(|s| s.span.end <= span.start);
    let end = sentences.partition_point(|s| s.span.start < span.end);
    first..end.max(first)
}
