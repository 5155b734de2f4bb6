//! Names: exact spans and classes.

use crate::Score;
use crate::align::Squeezed;
use std::collections::{BTreeMap, BTreeSet};
use verbale::document::{Document, NameLabel, TokenIdx};

/// Exact-span scores of names, whatever their class and per class.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NameScores {
    /// Spans alone.
    pub any: Score,
    /// Spans of each class.
    pub by_label: BTreeMap<NameLabel, Score>,
}

impl NameScores {
    /// Adds the counts of another document.
    pub fn add(&mut self, other: &NameScores) {
        self.any += other.any;
        for (label, score) in &other.by_label {
            *self.by_label.entry(*label).or_default() += *score;
        }
    }
}

/// Scores the name layer of `predicted` against that of `reference`. Facilities count as places;
/// times, quantities and other names are left out on both sides.
pub fn names(reference: &Document, predicted: &Document) -> NameScores {
    let (gold, ours) = (spans(reference), spans(predicted));
    let mut scores = NameScores { any: compare(&gold, &ours, |_| true), ..Default::default() };
    let labels = [NameLabel::Person, NameLabel::Organisation, NameLabel::Location, NameLabel::Norp];
    for label in labels {
        scores.by_label.insert(label, compare(&gold, &ours, |l| l == label));
    }
    scores
}

/// The class that a label counts for.
fn scored(label: NameLabel) -> Option<NameLabel> {
    match label {
        NameLabel::Facility => Some(NameLabel::Location),
        NameLabel::Time | NameLabel::Quantity | NameLabel::Other => None,
        label => Some(label),
    }
}

type Spans = BTreeSet<((u32, u32), NameLabel)>;

fn compare(gold: &Spans, ours: &Spans, keep: impl Fn(NameLabel) -> bool) -> Score {
    let pick = |side: &Spans| -> BTreeSet<(u32, u32)> {
        side.iter().filter(|(_, l)| keep(*l)).map(|(s, _)| *s).collect()
    };
    let (gold, ours) = (pick(gold), pick(ours));
    Score {
        correct: gold.intersection(&ours).count(),
        predicted: ours.len(),
        reference: gold.len(),
    }
}

fn spans(doc: &Document) -> Spans {
    let squeezed = Squeezed::new(doc);
    let names = doc.names.iter().flat_map(|l| l.iter());
    names
        .filter_map(|n| {
            let label = scored(n.label)?;
            let span = doc.token(n.first).span.cover(doc.token(last(n.end)).span);
            Some((squeezed.span(span), label))
        })
        .collect()
}

fn last(end: TokenIdx) -> TokenIdx {
    end.saturating_sub(1)
}
