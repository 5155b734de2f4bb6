//! In how many reports a term stands, and what that makes it worth.
//!
//! Inverse document frequency (Spärck Jones 1972) over the reports so far, with a background of news at
//! large beneath it, so that the first reports of a run are weighed like later ones. When so many
//! reports have been counted all counts are halved and what falls below one is dropped: the counts
//! follow the news and memory stays flat, whatever the length of the run.

use crate::terms::background;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many reports the background counts for.
const BACKGROUND: f32 = 1000.0;
/// Reports after which counts are halved.
const HORIZON: f32 = 10_000.0;

/// Counts of reports.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Counts {
    n: f32,
    of: BTreeMap<u32, f32>,
}

impl Counts {
    /// Counts a report's terms, each once.
    pub(crate) fn add(&mut self, terms: impl Iterator<Item = u32>) {
        self.n += 1.0;
        for term in terms {
            *self.of.entry(term).or_default() += 1.0;
        }
    }

    /// Halves the counts when there are many; called between days, so that a day is weighed alike.
    pub(crate) fn age(&mut self) {
        while self.n > HORIZON {
            self.n /= 2.0;
            self.of.retain(|_, n| {
                *n /= 2.0;
                *n >= 1.0
            });
        }
    }

    /// What agreement in a term is worth, in nats; 0 for what everybody has.
    pub(crate) fn worth(&self, term: u32) -> f32 {
        let seen = self.of.get(&term).copied().unwrap_or(0.0);
        let common = background::share(term) * BACKGROUND;
        ((BACKGROUND + self.n + 1.0) / (common + seen + 0.5)).ln().max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::background::term;

    #[test]
    fn what_is_common_is_worth_little_from_the_first_report_on() {
        let mut counts = Counts::default();
        let (the, rare, once) = (term("the"), term("tegucigalpa"), term("antofagasta"));
        assert!(counts.worth(the) < 0.1 && counts.worth(rare) > 6.0);
        counts.add([once, rare].into_iter());
        (0..19_999).for_each(|_| counts.add([rare].into_iter()));
        let often = counts.worth(rare);
        assert!(often < 0.1, "{often}");
        counts.age();
        assert!((counts.worth(rare) - often).abs() < 0.1, "half of everything is the same share");
        assert_eq!(counts.of.len(), 1, "what was seen once is forgotten");
    }
}
