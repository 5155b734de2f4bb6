//! Sentence boundaries.

use crate::Score;
use crate::align::Squeezed;
use std::collections::BTreeSet;
use verbale::document::Document;

/// Sentences over exactly the same characters, white space left out.
pub fn sentences(reference: &Document, predicted: &Document) -> Score {
    let (gold, ours) = (spans(reference), spans(predicted));
    let correct = gold.intersection(&ours).count();
    Score { correct, predicted: ours.len(), reference: gold.len() }
}

fn spans(doc: &Document) -> BTreeSet<(u32, u32)> {
    let squeezed = Squeezed::new(doc);
    doc.sentences.iter().flat_map(|l| l.iter()).map(|s| squeezed.span(s.span)).collect()
}
