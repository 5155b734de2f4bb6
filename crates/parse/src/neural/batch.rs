//! Sentences that are computed together.
//!
//! Words are laid out position by position: the first words of all sentences, then the second ones
//! of those that have a second, and so on. With the longest sentence first, the words at a
//! position are neighbours, and so are the states of a recurrent layer.

use std::ops::Range;

/// Words of a batch at most, if it has more than one sentence.
const MOST_WORDS: usize = 1024;

/// Sentences of a batch at most.
const MOST_SENTENCES: usize = 60;

/// The layout of a batch.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    /// Lengths of the sentences, longest first.
    lengths: Vec<usize>,
    /// Where the words at each position begin, and the end.
    starts: Vec<usize>,
}

impl Batch {
    /// Lays out sentences of these lengths, which must not rise.
    pub(crate) fn lay_out(&mut self, lengths: impl Iterator<Item = usize>) {
        self.lengths.clear();
        self.lengths.extend(lengths);
        self.starts.clear();
        self.starts.push(0);
        let mut active = self.lengths.len();
        for position in 0..self.longest() {
            while self.lengths[active - 1] <= position {
                active -= 1;
            }
            self.starts.push(self.words() + active);
        }
    }

    /// How many sentences.
    pub(crate) fn sentences(&self) -> usize {
        self.lengths.len()
    }

    /// Words of a sentence.
    pub(crate) fn length(&self, sentence: usize) -> usize {
        self.lengths[sentence]
    }

    /// Words of the longest sentence.
    pub(crate) fn longest(&self) -> usize {
        self.lengths.first().copied().unwrap_or(0)
    }

    /// Words of all sentences.
    pub(crate) fn words(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The rows of the words at a position, sentence by sentence.
    pub(crate) fn at(&self, position: usize) -> Range<usize> {
        self.starts[position]..self.starts[position + 1]
    }

    /// The row of a word.
    pub(crate) fn row(&self, sentence: usize, position: usize) -> usize {
        self.starts[position] + sentence
    }
}

/// Cuts sentences, longest first, into batches.
pub(crate) fn batches(lengths: &[usize]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut words = *lengths.get(start)?;
        let mut end = start + 1;
        while end < lengths.len()
            && end - start < MOST_SENTENCES
            && words + lengths[end] <= MOST_WORDS
        {
            words += lengths[end];
            end += 1;
        }
        let range = start..end;
        start = end;
        Some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_out_position_by_position() {
        let mut batch = Batch::default();
        batch.lay_out([3, 2, 2, 1].into_iter());
        assert_eq!((batch.words(), batch.longest(), batch.sentences()), (8, 3, 4));
        assert_eq!((batch.at(0), batch.at(1), batch.at(2)), (0..4, 4..7, 7..8));
        assert_eq!((batch.row(0, 2), batch.row(2, 1)), (7, 6));
        batch.lay_out([].into_iter());
        assert_eq!((batch.words(), batch.longest()), (0, 0));
    }

    #[test]
    fn cuts_into_batches() {
        let lengths = [2000, 600, 424, 5, 1];
        assert_eq!(batches(&lengths).collect::<Vec<_>>(), [0..1, 1..3, 3..5]);
        assert_eq!(batches(&[]).count(), 0);
    }
}
