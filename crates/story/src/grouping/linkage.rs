//! Groups of items by average linkage (Sokal and Michener 1958, UPGMA), kept up to date as items come.
//!
//! Two decisions, as Miranda et al. (2018) have them: with which group (the highest mean score of all
//! pairs between two groups) and whether at all (is it above a threshold). Only pairs that were candidates
//! have a score; another pair of the same window counts as `MISSING`, one farther apart not at all. In a
//! story of hundreds each report is compared with some dozens that are like it: a pair of two such that
//! has no score says nothing either.
//! An item that comes late may join two groups that were apart: the older one goes on.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// The score of a pair that shares so little that it was no candidate.
const MISSING: f64 = -5.0;
/// Pairs that each item of the smaller group must have for two groups to be judged by.
const LEAST: usize = 5;
/// Scores are cut here, so that no single pair decides for many.
const MOST: f64 = 6.0;

/// Groups and the sums of scores between them.
#[derive(Serialize, Deserialize)]
pub(crate) struct Linkage {
    threshold: f64,
    window: i32,
    /// The group that an item was put into, or the group that has taken that one in.
    parent: Vec<u32>,
    groups: BTreeMap<u32, Group>,
}

/// A group, named after its first item.
#[derive(Serialize, Deserialize, Default)]
struct Group {
    /// Of its members, sorted.
    days: Vec<i32>,
    /// Members whose candidates were nearly all like them: there are more than were compared.
    full: u32,
    /// The sum of scores and their number, by the other group.
    links: BTreeMap<u32, (f64, u32)>,
    version: u32,
}

/// Two groups that may become one.
struct Pair {
    score: f64,
    groups: (u32, u32),
    versions: (u32, u32),
}

impl Linkage {
    /// Groups whose mean score is above `threshold`; pairs more than `window` days apart do not count.
    pub(crate) fn new(threshold: f32, window: i32) -> Self {
        let (parent, groups) = (Vec::new(), BTreeMap::new());
        Linkage { threshold: f64::from(threshold), window, parent, groups }
    }

    /// A new item on a day, as a group of its own; items are numbered in their order.
    pub(crate) fn add(&mut self, day: i32) -> u32 {
        let item = self.parent.len() as u32;
        self.parent.push(item);
        self.groups.insert(item, Group { days: vec![day], ..Group::default() });
        item
    }

    /// The group of an item: the number of its first item.
    pub(crate) fn group(&self, item: u32) -> u32 {
        let mut at = item;
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }

    /// How many items the group of an item has; 0 where it has left.
    pub(crate) fn size(&self, item: u32) -> usize {
        self.groups.get(&self.group(item)).map_or(0, |g| g.days.len())
    }

    /// Whether there is a group of this number.
    pub(crate) fn lives(&self, group: u32) -> bool {
        self.groups.contains_key(&group)
    }

    /// Takes in the score of a pair of items; none where one of them has left.
    pub(crate) fn score(&mut self, a: u32, b: u32, score: f32) {
        let (a, b) = (self.group(a), self.group(b));
        if a == b || !self.groups.contains_key(&a) || !self.groups.contains_key(&b) {
            return;
        }
        for (from, to) in [(a, b), (b, a)] {
            let group = self.groups.get_mut(&from).expect("a group that has not left");
            let link = group.links.entry(to).or_default();
            *link = (link.0 + f64::from(score).clamp(-MOST, MOST), link.1 + 1);
            group.version += 1;
        }
    }

    /// Notes that an item was compared with as many as could be, and is like most of them.
    pub(crate) fn full(&mut self, item: u32) {
        let group = self.group(item);
        if let Some(group) = self.groups.get_mut(&group) {
            group.full += 1;
        }
    }

    /// Joins what is to be joined among the groups of `items` and their neighbours; gives the pairs
    /// (kept, gone) in their order.
    pub(crate) fn settle(&mut self, items: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
        let mut heap = BinaryHeap::new();
        for item in items {
            self.offer(&mut heap, self.group(item));
        }
        let mut joined = Vec::new();
        while let Some(Pair { groups: (a, b), versions, .. }) = heap.pop() {
            let version = |g: u32| self.groups.get(&g).map(|g| g.version);
            if (version(a), version(b)) == (Some(versions.0), Some(versions.1)) {
                self.join(a, b);
                joined.push((a, b));
                self.offer(&mut heap, a);
            }
        }
        joined
    }

    /// Makes one group of two items' groups, whatever their score; gives (kept, gone).
    pub(crate) fn force(&mut self, a: u32, b: u32) -> Option<(u32, u32)> {
        let (a, b) = (self.group(a), self.group(b));
        let (kept, gone) = (a.min(b), a.max(b));
        let here = kept != gone && [kept, gone].iter().all(|g| self.groups.contains_key(g));
        here.then(|| self.join(kept, gone))?;
        Some((kept, gone))
    }

    /// Lets groups go whose last member is older than `oldest`.
    pub(crate) fn forget(&mut self, oldest: i32) {
        let gone = |g: &Group| g.days.last().is_none_or(|day| *day < oldest);
        let gone: Vec<u32> = self.groups.iter().filter(|(_, g)| gone(g)).map(|(n, _)| *n).collect();
        for number in gone {
            let links = self.groups.remove(&number).expect("it was there").links;
            for other in links.keys() {
                self.groups.get_mut(other).map(|g| g.links.remove(&number));
            }
        }
    }

    /// Puts the pairs of a group that are above the threshold on the heap.
    fn offer(&self, heap: &mut BinaryHeap<Pair>, a: u32) {
        let Some(group) = self.groups.get(&a) else { return };
        for b in group.links.keys() {
            let score = self.mean(a, *b);
            if score > self.threshold {
                let groups = (a.min(*b), a.max(*b));
                let version = |g: u32| self.groups[&g].version;
                heap.push(Pair { score, groups, versions: (version(groups.0), version(groups.1)) });
            }
        }
    }

    /// The mean score of all pairs of two groups that lie within a window.
    fn mean(&self, a: u32, b: u32) -> f64 {
        let (sum, scored) = self.groups[&a].links[&b];
        let (one, other) = (&self.groups[&a], &self.groups[&b]);
        let all = near(&one.days, &other.days, self.window);
        let least = (one.days.len().min(other.days.len()) * LEAST) as u32;
        let known = all.saturating_sub(one.full * other.full).max(least.min(all));
        let near = known.max(scored);
        (sum + MISSING * f64::from(near - scored)) / f64::from(near)
    }

    /// Takes `gone` into `kept`.
    fn join(&mut self, kept: u32, gone: u32) {
        let old = self.groups.remove(&gone).expect("a group that has not left");
        self.parent[gone as usize] = kept;
        for (other, (sum, n)) in &old.links {
            let Some(neighbour) = self.groups.get_mut(other) else { continue };
            neighbour.links.remove(&gone);
            if *other != kept {
                let link = neighbour.links.entry(kept).or_default();
                *link = (link.0 + sum, link.1 + n);
                let link = *link;
                self.groups.get_mut(&kept).expect("it is kept").links.insert(*other, link);
            }
        }
        let group = self.groups.get_mut(&kept).expect("it is kept");
        group.days.extend(old.days);
        group.days.sort_unstable();
        group.full += old.full;
        group.version += 1;
    }
}

/// Pairs of days, one from each list, that are at most `window` apart. Both lists are sorted.
fn near(a: &[i32], b: &[i32], window: i32) -> u32 {
    let (mut from, mut to, mut n) = (0, 0, 0);
    for day in a {
        while b.get(to).is_some_and(|d| *d <= day + window) {
            to += 1;
        }
        while from < to && b[from] < day - window {
            from += 1;
        }
        n += to - from;
    }
    n as u32
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Pair {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items on days, each a group of its own.
    fn linkage(days: &[i32]) -> Linkage {
        let mut linkage = Linkage::new(0.0, 10);
        for (number, day) in (0..).zip(days) {
            assert_eq!(linkage.add(*day), number);
        }
        linkage
    }

    /// Items on days, with scores between them, to the group of each item.
    fn check(days: &[i32], scores: &[(u32, u32, f32)], wanted: &[u32]) {
        let mut linkage = linkage(days);
        scores.iter().for_each(|(a, b, score)| linkage.score(*a, *b, *score));
        linkage.settle(0..days.len() as u32);
        let groups: Vec<u32> = (0..days.len() as u32).map(|i| linkage.group(i)).collect();
        assert_eq!(groups, wanted);
    }

    #[test]
    fn the_mean_of_all_pairs_decides() {
        check(&[1, 1], &[(0, 1, 0.5)], &[0, 0]);
        check(&[1, 1], &[(0, 1, -0.5)], &[0, 1]);
        check(&[1, 1, 1], &[(0, 1, 3.0), (1, 2, 2.0)], &[0, 0, 2]);
        check(&[1, 1, 1], &[(0, 1, 3.0), (1, 2, 2.0), (0, 2, -1.0)], &[0, 0, 0]);
        check(&[1, 5, 14], &[(0, 1, 3.0), (1, 2, 2.0)], &[0, 0, 0]);
    }

    #[test]
    fn the_best_pair_comes_first() {
        check(&[1, 1, 1], &[(0, 1, 1.0), (1, 2, 2.0), (0, 2, -6.0)], &[0, 1, 1]);
    }

    #[test]
    fn the_older_group_goes_on() {
        let mut linkage = linkage(&[1, 1, 1]);
        linkage.score(2, 0, 4.0);
        linkage.score(2, 1, 4.0);
        linkage.score(0, 1, -2.0);
        assert_eq!(linkage.settle(0..3), [(0, 2), (0, 1)]);
        assert_eq!(linkage.force(1, 2), None);
    }

    #[test]
    fn groups_leave_with_their_last_member() {
        let mut linkage = linkage(&[1, 8, 9]);
        linkage.score(0, 1, 4.0);
        linkage.settle(0..3);
        linkage.forget(8);
        assert_eq!(linkage.groups.len(), 2);
        linkage.forget(9);
        linkage.score(0, 2, 6.0);
        assert_eq!(linkage.settle(0..3), []);
    }
}
