//! Counts, and what is computed from them.

use std::ops::AddAssign;

/// Precision, recall and F1 as counts, so that scores of documents add up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Score {
    /// Predictions that are right.
    pub correct: usize,
    /// All predictions.
    pub predicted: usize,
    /// All items of the reference.
    pub reference: usize,
}

impl Score {
    /// Share of the predictions that are right; 0 where there are none.
    pub fn precision(self) -> f64 {
        share(self.correct, self.predicted)
    }

    /// Share of the reference that was found; 0 where it is empty.
    pub fn recall(self) -> f64 {
        share(self.correct, self.reference)
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        share(2 * self.correct, self.predicted + self.reference)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.correct += other.correct;
        self.predicted += other.predicted;
        self.reference += other.reference;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
