//! Copies and stories together, a day at a time: what a run over news does.
//!
//! Each helps the other: what a host repeats is no part of a story, and what reports of different
//! stories share is no copy but a form of words, such as the notices of a publisher's many papers.

use crate::Report;
use crate::copies::{Alike, Copies, Copy};
use crate::grouping::{Compared, Grouper, Placed, WINDOW, Weights};
use serde::{Deserialize, Serialize};
use std::io::Write;

/// Finds copies and groups reports as they come. Between two days it can be written down and taken up
/// again by a program with the same [`tables`](crate::tables).
#[derive(Serialize, Deserialize)]
pub struct Stream {
    copies: Copies,
    grouper: Grouper,
}

/// What a day has brought.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Day {
    /// Its documents, in the order of their keys.
    pub placed: Vec<Placed>,
    /// Stories and threads of earlier days that have turned out to be another: from, to.
    pub redirects: Vec<(String, String)>,
    /// Copies: of this day's documents, and of earlier ones whose source has come, or a better one.
    pub copies: Vec<Copy>,
    /// The pairs that share text; copies were chosen from those of one story.
    pub pairs: Vec<Alike>,
}

impl Stream {
    /// Compares reports that are at most `window` days apart.
    pub fn new(window: u16) -> Self {
        Stream::with(window, Weights::default())
    }

    /// Likewise, with other weights for stories.
    pub fn with(window: u16, weights: Weights) -> Self {
        Stream { copies: Copies::new(window), grouper: Grouper::with(window, weights) }
    }

    /// Places the reports of one day, or those without a date that came together. Days come in their
    /// order; the order of reports within a day changes nothing.
    pub fn day(&mut self, reports: Vec<Report>) -> Day {
        self.day_with(reports, |_| ())
    }

    /// Likewise, and shows every pair that is compared for stories.
    pub fn day_with(&mut self, mut reports: Vec<Report>, show: impl FnMut(Compared)) -> Day {
        let new = self.copies.take(&mut reports);
        let (placed, redirects) = self.grouper.day_with(&reports, show);
        let together = |a, b| self.grouper.together(a, b);
        let pairs = self.copies.pairs(new, together);
        let one_story = |pair: &&Alike| together(pair.numbers.0, pair.numbers.1);
        let copies = self.copies.choose(pairs.iter().filter(one_story));
        Day { placed, redirects, copies, pairs }
    }

    /// Writes the state down, but for the weights; the same state is the same bytes.
    ///
    /// # Errors
    /// What `out` does not take.
    pub fn save(&self, out: impl Write) -> Result<(), String> {
        postcard::to_io(self, out).map(drop).map_err(|e| e.to_string())
    }

    /// Takes up what [`Stream::save`] wrote; it goes on with the built-in weights. None where the bytes
    /// are not of that form.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        let (stream, rest) = postcard::take_from_bytes(bytes).ok()?;
        rest.is_empty().then_some(stream)
    }
}

impl Default for Stream {
    fn default() -> Self {
        Stream::new(WINDOW)
    }
}
