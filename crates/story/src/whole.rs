//! A run over all days of a collection: where each document belongs once the last day is placed.
//!
//! Stories of earlier days may go on as others and copies may find a better source, so that nothing is
//! told before the end.

use crate::copies::Copy;
use crate::{Report, Stream};
use rustc_hash::FxHashMap;
use verbale_record::together::Placement;

/// The days of a run so far.
pub struct Whole {
    stream: Stream,
    placed: Vec<Placement>,
    redirects: FxHashMap<String, String>,
    copies: FxHashMap<String, Copy>,
}

impl Whole {
    /// Compares reports that are at most `window` days apart.
    pub fn new(window: u16) -> Self {
        let (redirects, copies) = (FxHashMap::default(), FxHashMap::default());
        Whole { stream: Stream::new(window), placed: Vec::new(), redirects, copies }
    }

    /// Places the reports of one day, as [`Stream::day`] does: days in their order, what has no day last.
    pub fn day(&mut self, reports: Vec<Report>) {
        let day = reports.first().and_then(Report::day).map(str::to_string);
        let found = self.stream.day(reports);
        self.placed.extend(found.placed.into_iter().map(|placed| Placement {
            doc_key: placed.key,
            doc_id: placed.doc,
            published_on: day.clone(),
            story: placed.story,
            thread: placed.thread,
            ..Placement::default()
        }));
        self.redirects.extend(found.redirects);
        self.copies.extend(found.copies.into_iter().map(|copy| (copy.doc.clone(), copy)));
    }

    /// Every document, in the order of days and of keys within a day.
    pub fn finish(self) -> Vec<Placement> {
        let Whole { mut placed, redirects, copies, .. } = self;
        for one in &mut placed {
            one.story = now(&redirects, &one.story).to_string();
            one.thread = now(&redirects, &one.thread).to_string();
            if let Some(copy) = copies.get(&one.doc_key) {
                one.copy_of = Some(copy.of.clone());
                one.copy_kind = Some(copy.kind.as_str().to_string());
            }
        }
        placed
    }
}

/// The id as which a story or thread goes on.
fn now<'r>(redirects: &'r FxHashMap<String, String>, mut id: &'r str) -> &'r str {
    while let Some(next) = redirects.get(id) {
        id = next;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_that_goes_on_as_another_is_told_by_its_last_name() {
        let redirects = [("s1", "s2"), ("s2", "s3")];
        let redirects =
            redirects.iter().map(|(from, to)| (from.to_string(), to.to_string())).collect();
        assert_eq!(now(&redirects, "s1"), "s3");
        assert_eq!(now(&redirects, "s4"), "s4");
    }
}
