//! Words, tags, lemmas and trees.

use crate::Score;
use crate::align::Squeezed;
use std::collections::BTreeMap;
use std::ops::AddAssign;
use verbale::document::{Document, Token};

/// Scores of everything that is said of words. On gold tokens `words` is perfect and the F1 of
/// the others is their accuracy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct WordScores {
    /// Word segmentation.
    pub words: Score,
    /// Universal part of speech of aligned words.
    pub upos: Score,
    /// Penn tag.
    pub xpos: Score,
    /// Lemma, case left out.
    pub lemma: Score,
    /// Governor.
    pub uas: Score,
    /// Governor and universal relation.
    pub las: Score,
}

impl AddAssign for WordScores {
    fn add_assign(&mut self, other: WordScores) {
        self.words += other.words;
        self.upos += other.upos;
        self.xpos += other.xpos;
        self.lemma += other.lemma;
        self.uas += other.uas;
        self.las += other.las;
    }
}

/// Scores the token layer of `predicted` against that of `reference`.
///
/// The texts may differ in white space only. A word counts as found where both sides have a word
/// over the same characters; everything else is counted among the words found.
pub fn words(reference: &Document, predicted: &Document) -> WordScores {
    let (gold, ours) = (Side::new(reference), Side::new(predicted));
    let mut scores = WordScores::default();
    let counts = Score { correct: 0, predicted: ours.spans.len(), reference: gold.spans.len() };
    let all = [
        &mut scores.words,
        &mut scores.upos,
        &mut scores.xpos,
        &mut scores.lemma,
        &mut scores.uas,
        &mut scores.las,
    ];
    all.into_iter().for_each(|s| *s = counts);
    for (i, span) in gold.spans.iter().enumerate() {
        if let Some(&j) = ours.by_span.get(span) {
            compare(&mut scores, &gold, i, &ours, j);
        }
    }
    scores
}

fn compare(scores: &mut WordScores, gold: &Side, i: usize, ours: &Side, j: usize) {
    let (g, p) = (&gold.tokens[i], &ours.tokens[j]);
    let head = gold.head(i) == ours.head(j);
    let rel = g.deprel.universal() == p.deprel.universal();
    scores.words.correct += 1;
    scores.upos.correct += usize::from(g.upos == p.upos);
    scores.xpos.correct += usize::from(g.xpos == p.xpos);
    scores.lemma.correct += usize::from(g.lemma.to_lowercase() == p.lemma.to_lowercase());
    scores.uas.correct += usize::from(head);
    scores.las.correct += usize::from(head && rel);
}

struct Side<'d> {
    tokens: &'d [Token],
    spans: Vec<(u32, u32)>,
    by_span: BTreeMap<(u32, u32), usize>,
}

impl<'d> Side<'d> {
    fn new(doc: &'d Document) -> Self {
        let squeezed = Squeezed::new(doc);
        let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let spans: Vec<_> = tokens.iter().map(|t| squeezed.span(t.span)).collect();
        let by_span = spans.iter().enumerate().map(|(i, s)| (*s, i)).collect();
        Side { tokens, spans, by_span }
    }

    fn head(&self, i: usize) -> Option<(u32, u32)> {
        self.tokens[i].head.map(|h| self.spans[h as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale::document::{Deprel, Layer, Producer, SmolStr, Span, Upos};

    fn doc(text: &str, words: &[(usize, usize, Option<u32>)]) -> Document {
        let mut doc = Document::new("d", text.to_string());
        let token = |&(start, end, head): &(usize, usize, Option<u32>)| Token {
            span: Span::new(start, end),
            lemma: SmolStr::default(),
            upos: Upos::Noun,
            xpos: SmolStr::default(),
            head,
            deprel: if head.is_some() { Deprel::Compound } else { Deprel::Root },
        };
        doc.tokens = Some(Layer::new(Producer::default(), words.iter().map(token).collect()));
        doc
    }

    #[test]
    fn aligns_over_white_space_and_split_words() {
        let gold = doc("peace talks", &[(0, 5, Some(1)), (6, 11, None)]);
        let ours = doc("peace\n\ntalks", &[(0, 5, Some(2)), (7, 10, Some(0)), (10, 12, None)]);
        let scores = words(&gold, &ours);
        assert_eq!(scores.words, Score { correct: 1, predicted: 3, reference: 2 });
        assert_eq!(scores.las.correct, 0, "the head of `peace` is another word here");
        assert_eq!(words(&gold, &gold).las.f1(), 1.0);
    }
}
