//! The state of a run: the reports of the window and the groups they are in.

use super::candidates::Index;
use super::counts::Counts;
use super::features::features;
use super::followers::Scores;
use super::linkage::Linkage;
use super::profile::Profile;
use super::terms::Terms;
use super::weights::Weights;
use super::{Compared, Placed, Redirects, named, seed};
use crate::Report;
use crate::report::day_number;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

/// Groups reports as they come.
#[derive(Serialize, Deserialize)]
pub struct Grouper {
    #[serde(skip)]
    weights: Weights,
    window: i32,
    /// The latest day so far.
    today: i32,
    counts: Counts,
    index: Index,
    /// The reports of the window, with their labels.
    reports: VecDeque<(String, Profile)>,
    /// The number of the first of them; numbers rise in the order of arrival.
    first: u32,
    stories: Linkage,
    threads: Linkage,
    /// What the ids of groups are made of, by the number of their first report.
    seeds: BTreeMap<u32, u64>,
}

impl Grouper {
    /// Compares reports that are at most `window` days apart.
    pub fn new(window: u16) -> Self {
        Grouper::with(window, Weights::default())
    }

    /// Likewise, by other weights.
    pub fn with(window: u16, weights: Weights) -> Self {
        let window = i32::from(window);
        Grouper {
            window,
            today: 0,
            counts: Counts::default(),
            index: Index::default(),
            reports: VecDeque::new(),
            first: 0,
            stories: Linkage::new(weights.story, window),
            threads: Linkage::new(weights.thread, window),
            seeds: BTreeMap::new(),
            weights,
        }
    }

    /// Places the reports of one day, or those without a date that came together. Days come in their
    /// order; a report that comes late is compared as of its own day but stays as long as the latest.
    /// Gives the reports in the order of their keys, and the ids that go on as another.
    pub fn day(&mut self, reports: &[Report]) -> (Vec<Placed>, Redirects) {
        self.day_with(reports, |_| ())
    }

    /// Likewise, and shows every pair that is compared.
    pub fn day_with(
        &mut self,
        reports: &[Report],
        mut show: impl FnMut(Compared),
    ) -> (Vec<Placed>, Redirects) {
        let mut sorted: Vec<&Report> = reports.iter().collect();
        sorted.sort_by(|a, b| a.by_key(b));
        let latest = sorted.iter().filter_map(|r| day_number(r)).max();
        self.today = latest.map_or(self.today, |day| day.max(self.today));
        self.forget();
        let new = self.take(&sorted);
        let mut scores = Scores::default();
        self.compare(self.pairs(new.clone(), |_, _| true), &mut scores, &mut show);
        let mut joined = self.stories.settle(new.clone());
        let full: Vec<u32> = scores.full(new.start).collect();
        for report in &full {
            self.stories.full(*report);
            self.threads.full(*report);
        }
        // What is like dozens of its own story has met nobody else yet.
        let others = self.pairs(full.into_iter(), |a, b| !self.together(a, b));
        self.compare(others, &mut scores, &mut show);
        joined.extend(self.stories.settle(new.clone()));
        let followers = scores.followers(new.start, &self.stories, &self.weights);
        joined.extend(followers.iter().filter_map(|(a, b)| self.stories.force(*a, *b)));
        let redirects = self.redirects(joined, new.clone());
        let placed = sorted.iter().zip(new).map(|(report, number)| self.placed(report, number));
        (placed.collect(), redirects)
    }

    /// Whether two reports are in one story; reports are numbered from 0 in the order in which they
    /// were placed.
    pub fn together(&self, a: u32, b: u32) -> bool {
        self.stories.group(a) == self.stories.group(b)
    }

    /// Counts new reports and puts them into the index, each as a group of its own.
    fn take(&mut self, sorted: &[&Report]) -> Range<u32> {
        let from = self.first + self.reports.len() as u32;
        let terms: Vec<Terms> = sorted.iter().map(|r| Terms::of(r)).collect();
        terms.iter().for_each(|t| self.counts.add(t.all()));
        for (report, terms) in sorted.iter().zip(&terms) {
            let day = day_number(report).unwrap_or(self.today);
            let profile = Profile::new(report, terms, &self.counts, day);
            let number = self.stories.add(day);
            self.threads.add(day);
            self.index.add(number, &profile);
            self.seeds.insert(number, seed(&report.key));
            self.reports.push_back((report.doc.clone(), profile));
        }
        from..from + sorted.len() as u32
    }

    /// The pairs to compare of some reports with what `may` be compared with them, each once.
    fn pairs(
        &self,
        reports: impl Iterator<Item = u32>,
        may: impl Fn(u32, u32) -> bool,
    ) -> BTreeSet<(u32, u32)> {
        let window = self.window.unsigned_abs();
        let day = |number: u32| self.report(number).1.day;
        let fits = |a: u32, b: u32| day(a).abs_diff(day(b)) <= window && may(a, b);
        let like = |a: u32| {
            let found = self.index.like(a, &self.report(a).1, |b| fits(a, b));
            found.into_iter().map(move |b| (a.min(b), a.max(b)))
        };
        reports.flat_map(like).collect()
    }

    /// Scores pairs.
    fn compare(
        &mut self,
        pairs: BTreeSet<(u32, u32)>,
        scores: &mut Scores,
        show: &mut impl FnMut(Compared),
    ) {
        for (a, b) in pairs {
            let (x, y) = (self.report(a), self.report(b));
            let features = features(&x.1, &y.1);
            let score = self.weights.score(&features);
            show(Compared { docs: (x.0.clone(), y.0.clone()), features, score });
            self.stories.score(a, b, score);
            self.threads.score(a, b, score);
            scores.add(a, b, score);
        }
    }

    /// Joins threads, after the stories of a day; gives the ids that earlier days have seen and that go on
    /// as another.
    fn redirects(&mut self, stories: Vec<(u32, u32)>, new: Range<u32>) -> Redirects {
        // A story is in one thread.
        let forced = stories.iter().filter_map(|(a, b)| self.threads.force(*a, *b));
        let mut threads: Vec<_> = forced.collect();
        threads.extend(self.threads.settle(new.clone()));
        let named = [('s', stories), ('t', threads)];
        let known = named.iter().flat_map(|(grain, joined)| {
            let old = joined.iter().filter(|(_, gone)| *gone < new.start);
            old.map(|(kept, gone)| (self.id(*grain, *gone), self.id(*grain, *kept)))
        });
        let known = known.collect();
        let heads = |n: u32| self.stories.group(n) == n || self.threads.group(n) == n;
        self.seeds.retain(|number, _| heads(*number));
        known
    }

    /// Lets go what has left the window.
    fn forget(&mut self) {
        let oldest = self.today - self.window;
        while let Some((_, profile)) = self.reports.front().filter(|(_, p)| p.day < oldest) {
            self.index.remove_first(self.first, profile);
            self.reports.pop_front();
            self.first += 1;
        }
        self.counts.age();
        self.stories.forget(oldest);
        self.threads.forget(oldest);
        let lives = |n: u32| self.stories.lives(n) || self.threads.lives(n);
        self.seeds.retain(|number, _| lives(*number));
    }

    fn placed(&self, report: &Report, number: u32) -> Placed {
        Placed {
            doc: report.doc.clone(),
            key: report.key.clone(),
            story: self.id('s', self.stories.group(number)),
            thread: self.id('t', self.threads.group(number)),
        }
    }

    /// The id of a group: its grain and a hash of the key of its first report.
    fn id(&self, grain: char, group: u32) -> String {
        named(grain, self.seeds[&group])
    }

    fn report(&self, number: u32) -> &(String, Profile) {
        &self.reports[(number - self.first) as usize]
    }
}
