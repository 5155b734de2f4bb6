//! Coreference: chains against chains.
//!
//! A mention of ours is matched to a reference mention over the same characters, else to the
//! smallest reference mention of the same head word, so that a name counts inside the longer noun
//! phrase that holds it ([`matching`]). Then two things are told:
//!
//! - links: whether a pronoun, or a name, and the nearest matched mention before it in our chain
//!   belong to one entity of the reference ([`links`]);
//! - the CoNLL score, the mean of the F1 of MUC, B-cubed and CEAF-phi4, as the scorer of Pradhan et
//!   al. (2014) defines them, chains of one mention left out on both sides ([`metrics`]).
//!
//! Times, which have no chains with us, take part in the reference alone. Bridging, split antecedents
//! and LEA (Moosavi and Strube 2016) are not scored.

mod links;
mod matching;
mod metrics;

use crate::Score;
use matching::Matching;
use metrics::{Chains, Ratio};
use std::ops::AddAssign;
use verbale::document::Document;

pub use links::LinkScores;

/// Scores of chains. Add those of several documents.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct CoreferenceScores {
    /// Links of pronouns and names.
    pub links: LinkScores,
    /// Mentions in chains of at least two.
    pub mentions: Score,
    muc: Ratio,
    b_cubed: Ratio,
    ceaf: Ratio,
}

/// Precision and recall, 0..1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PrecisionRecall {
    /// Share of ours that is right.
    pub precision: f64,
    /// Share of the reference that was found.
    pub recall: f64,
}

impl PrecisionRecall {
    /// Harmonic mean; 0 where both are 0.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }
}

impl CoreferenceScores {
    /// MUC (Vilain et al. 1995): links that partitions share.
    pub fn muc(&self) -> PrecisionRecall {
        self.muc.share()
    }

    /// B-cubed (Bagga and Baldwin 1998): by mention, what its two chains share.
    pub fn b_cubed(&self) -> PrecisionRecall {
        self.b_cubed.share()
    }

    /// CEAF-phi4 (Luo 2005): by chain, under the best one-to-one assignment.
    pub fn ceaf(&self) -> PrecisionRecall {
        self.ceaf.share()
    }

    /// The mean of the three F1, 0..1.
    pub fn conll(&self) -> f64 {
        (self.muc().f1() + self.b_cubed().f1() + self.ceaf().f1()) / 3.0
    }
}

impl AddAssign for CoreferenceScores {
    fn add_assign(&mut self, other: Self) {
        self.links += other.links;
        self.mentions += other.mentions;
        self.muc += other.muc;
        self.b_cubed += other.b_cubed;
        self.ceaf += other.ceaf;
    }
}

/// Scores the chains of `predicted` against those of `reference`, whose heads and trees tell what
/// the head of a mention is. The texts may differ in white space only.
pub fn coreference(reference: &Document, predicted: &Document) -> CoreferenceScores {
    let matching = Matching::new(reference, predicted);
    let chains = Chains::new(&matching);
    CoreferenceScores {
        links: links::links(reference, predicted, &matching),
        mentions: chains.mentions(),
        muc: chains.muc(),
        b_cubed: chains.b_cubed(),
        ceaf: chains.ceaf(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale::document::{
        Deprel, Form, Layer, Mention, MentionKind, Producer, SmolStr, Span, Token, Upos,
    };

    /// "Minister Ann Lee left . She spoke to Lee ." with mentions `(first, end, form, chain)`.
    fn doc(mentions: &[(u32, u32, Form, u32)]) -> Document {
        let words = ["Minister", "Ann", "Lee", "left", ".", "She", "spoke", "to", "Lee", "."];
        let heads =
            [Some(3), Some(0), Some(1), None, Some(3), Some(6), None, Some(8), Some(6), Some(6)];
        let mut doc = Document::new("d", words.join(" "));
        let mut at = 0;
        let token = |(word, head): (&&str, &Option<u32>)| {
            let span = Span::new(at, at + word.len());
            at += word.len() + 1;
            let flat = matches!(*word, "Ann" | "Lee") && head.is_some_and(|h| h < 2);
            let deprel = if flat { Deprel::Flat } else { Deprel::Dep };
            let (lemma, xpos) = (SmolStr::default(), SmolStr::default());
            Token { span, lemma, upos: Upos::X, xpos, head: *head, deprel }
        };
        let tokens = words.iter().zip(&heads).map(token).collect();
        doc.tokens = Some(Layer::new(Producer::default(), tokens));
        let mention = |&(first, end, form, chain): &(u32, u32, Form, u32)| {
            let span = doc.token(first).span.cover(doc.token(end - 1).span);
            let mention = Mention::new(span, first, MentionKind::Person, form);
            Mention { chain: Some(chain), ..mention }
        };
        let mentions = mentions.iter().map(mention).collect();
        doc.mentions = Some(Layer::new(Producer::default(), mentions));
        doc
    }

    use Form::{Name, Pronoun};

    #[test]
    fn a_name_inside_a_longer_phrase_is_matched_by_its_head() {
        let gold = doc(&[(0, 3, Name, 0), (5, 6, Pronoun, 0), (8, 9, Name, 1)]);
        let ours = doc(&[(1, 3, Name, 0), (5, 6, Pronoun, 0), (8, 9, Name, 0)]);
        let scores = coreference(&gold, &ours);
        assert_eq!(scores.mentions, Score { correct: 2, predicted: 3, reference: 2 });
        let links = scores.links;
        assert_eq!(links.third_person, Score { correct: 1, predicted: 1, reference: 1 });
        assert_eq!(links.names, Score { correct: 0, predicted: 1, reference: 0 });
    }

    #[test]
    fn a_pronoun_that_is_no_mention_is_wrong_and_one_alone_is_not_linked() {
        let gold = doc(&[(0, 3, Name, 0), (8, 9, Name, 0)]);
        let linked = coreference(&gold, &doc(&[(1, 3, Name, 0), (5, 6, Pronoun, 0)]));
        assert_eq!(linked.links.third_person, Score { correct: 0, predicted: 1, reference: 0 });
        let alone = coreference(&gold, &doc(&[(1, 3, Name, 0), (5, 6, Pronoun, 1)]));
        assert_eq!(alone.links.third_person, Score::default());
    }

    #[test]
    fn against_itself_everything_is_right() {
        let gold = doc(&[(0, 3, Name, 0), (5, 6, Pronoun, 0), (8, 9, Name, 0)]);
        assert!((coreference(&gold, &gold).conll() - 1.0).abs() < 1e-9);
    }
}
