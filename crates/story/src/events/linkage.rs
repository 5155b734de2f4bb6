//! Average linkage over a sparse graph (Sokal & Michener 1958, UPGMA): the two groups whose members
//! are likeliest one event on average are joined, until no two are likely enough.
//!
//! Pairs without a link count as 0, so that the work grows with the links and not with all pairs.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Groups `n` items by `links` (pairs of items, each once, and what speaks for them), down to
/// `least` on average. Gives for each item the smallest item of its group. Ties go to the earlier
/// items.
pub fn average(n: usize, links: &[(usize, usize, f64)], least: f64) -> Vec<usize> {
    let mut graph = Graph::new(n, links);
    let mut heap: BinaryHeap<Candidate> = BinaryHeap::new();
    heap.extend(links.iter().map(|&(a, b, p)| Candidate { mean: p, a: a.min(b), b: a.max(b) }));
    while let Some(best) = heap.pop().filter(|c| c.mean >= least) {
        let Some(mean) = graph.mean(best.a, best.b) else { continue };
        match mean.total_cmp(&best.mean) {
            Ordering::Equal => graph.join(best.a, best.b, &mut heap),
            // The groups have grown since.
            _ => heap.push(Candidate { mean, ..best }),
        }
    }
    graph.groups()
}

struct Graph {
    /// Sums of links to the groups that a group has links to; of a group that was joined to another, nothing.
    sums: Vec<BTreeMap<usize, f64>>,
    sizes: Vec<usize>,
    /// The group that a group was joined to; itself where it stands.
    within: Vec<usize>,
}

impl Graph {
    fn new(n: usize, links: &[(usize, usize, f64)]) -> Self {
        let mut sums = vec![BTreeMap::new(); n];
        for &(a, b, p) in links {
            sums[a].insert(b, p);
            sums[b].insert(a, p);
        }
        Graph { sums, sizes: vec![1; n], within: (0..n).collect() }
    }

    fn mean(&self, a: usize, b: usize) -> Option<f64> {
        let sum = self.sums[a].get(&b)?;
        Some(sum / (self.sizes[a] * self.sizes[b]) as f64)
    }

    /// Joins `b` to `a`, which is smaller.
    fn join(&mut self, a: usize, b: usize, heap: &mut BinaryHeap<Candidate>) {
        let moved = std::mem::take(&mut self.sums[b]);
        self.sums[a].remove(&b);
        self.sizes[a] += self.sizes[b];
        self.within[b] = a;
        for (other, sum) in moved.into_iter().filter(|(other, _)| *other != a) {
            self.sums[other].remove(&b);
            *self.sums[other].entry(a).or_default() += sum;
            *self.sums[a].entry(other).or_default() += sum;
            if let Some(mean) = self.mean(a, other) {
                heap.push(Candidate { mean, a: a.min(other), b: a.max(other) });
            }
        }
    }

    fn groups(self) -> Vec<usize> {
        let mut groups = self.within;
        (0..groups.len()).for_each(|i| groups[i] = groups[groups[i]]);
        groups
    }
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    mean: f64,
    a: usize,
    b: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let earlier = (other.a, other.b).cmp(&(self.a, self.b));
        self.mean.total_cmp(&other.mean).then(earlier)
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_by_the_average() {
        let links = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.1), (3, 4, 0.6)];
        assert_eq!(average(5, &links, 0.5), [0, 0, 2, 3, 3]);
        assert_eq!(average(5, &links, 0.4), [0, 0, 0, 3, 3]);
        assert_eq!(average(2, &[], 0.1), [0, 1]);
    }

    #[test]
    fn what_speaks_against_a_pair_keeps_groups_apart() {
        let links = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9), (0, 3, -1.0), (0, 2, 0.5), (1, 3, 0.5)];
        assert_eq!(average(4, &links, 0.3), [0, 0, 2, 2]);
    }

    #[test]
    fn a_chain_of_joins_ends_at_its_first() {
        let links =
            [(2, 3, 0.99), (1, 3, 0.98), (1, 2, 0.98), (0, 3, 0.9), (0, 2, 0.9), (0, 1, 0.9)];
        assert_eq!(average(4, &links, 0.5), [0, 0, 0, 0]);
    }
}
