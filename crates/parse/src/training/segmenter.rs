//! Sentences and tokens alone, without a model.

use crate::segment::paragraphs::paragraphs;
use crate::segment::sentences::sentences;
use crate::segment::tokens::Tokeniser;
use verbale_document::{Document, Lexicons, Span, TableError};

/// The rules that cut a text, as the engine has them.
pub struct Segmenter {
    tokeniser: Tokeniser,
}

impl Segmenter {
    /// Needs the word lists of the tokeniser.
    ///
    /// # Errors
    /// A lexicon that cannot be read.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Segmenter { tokeniser: Tokeniser::new(lexicons)? })
    }

    /// The tokens of each sentence.
    pub fn sentences(&self, doc: &Document) -> Vec<Vec<Span>> {
        let (mut spans, mut out) = (Vec::new(), Vec::new());
        for paragraph in paragraphs(doc) {
            spans.clear();
            self.tokeniser.tokenise(doc.text(), paragraph, &mut spans);
            let add = |range: std::ops::Range<usize>| out.push(spans[range].to_vec());
            sentences(doc.text(), &spans, &self.tokeniser, add);
        }
        out
    }
}
