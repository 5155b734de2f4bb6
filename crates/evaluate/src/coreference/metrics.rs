//! MUC, B-cubed and CEAF-phi4 over two partitions of mentions.

use super::PrecisionRecall;
use super::matching::Matching;
use crate::Score;
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Assignment needs whole numbers: similarities are counted in parts of this.
const GRAIN: f64 = 1e9;

/// Chains of at least two mentions; a mention is the same number on both sides where matched.
#[derive(Clone, Debug, Default)]
pub(super) struct Chains {
    gold: Side,
    ours: Side,
}

/// Chains, and which chain a mention is in.
#[derive(Clone, Debug, Default)]
struct Side {
    chains: Vec<Vec<usize>>,
    of: BTreeMap<usize, usize>,
}

impl Side {
    fn new(mentions: impl Iterator<Item = (Option<u32>, usize)>) -> Self {
        let mut by_chain: BTreeMap<Option<u32>, Vec<usize>> = BTreeMap::new();
        mentions.for_each(|(chain, mention)| by_chain.entry(chain).or_default().push(mention));
        let chains: Vec<Vec<usize>> = by_chain.into_values().filter(|c| c.len() > 1).collect();
        let numbered = chains.iter().enumerate();
        let of = numbered.flat_map(|(i, c)| c.iter().map(move |&m| (m, i))).collect();
        Side { chains, of }
    }
}

impl Chains {
    pub(super) fn new(matching: &Matching) -> Self {
        let gold = matching.gold.iter().enumerate().map(|(i, m)| (m.chain, i));
        let foreign = matching.gold.len();
        let number = |(i, m): (usize, &Option<usize>)| m.unwrap_or(foreign + i);
        let numbers = matching.to_gold.iter().enumerate().map(number);
        let ours = matching.ours.iter().map(|m| m.chain).zip(numbers);
        Chains { gold: Side::new(gold), ours: Side::new(ours) }
    }

    #[cfg(test)]
    fn of(gold: &[&[usize]], ours: &[&[usize]]) -> Self {
        let side = |chains: &[&[usize]]| {
            let numbered = (0..).zip(chains.iter());
            Side::new(numbered.flat_map(|(i, c)| c.iter().map(move |&m| (Some(i), m))))
        };
        Chains { gold: side(gold), ours: side(ours) }
    }

    /// Mentions that both sides have.
    pub(super) fn mentions(&self) -> Score {
        let correct = self.ours.of.keys().filter(|m| self.gold.of.contains_key(m)).count();
        Score { correct, predicted: self.ours.of.len(), reference: self.gold.of.len() }
    }

    pub(super) fn muc(&self) -> Ratio {
        Ratio::of(muc(&self.ours, &self.gold), muc(&self.gold, &self.ours))
    }

    pub(super) fn b_cubed(&self) -> Ratio {
        Ratio::of(b_cubed(&self.ours, &self.gold), b_cubed(&self.gold, &self.ours))
    }

    pub(super) fn ceaf(&self) -> Ratio {
        let shared = assigned(&self.gold, &self.ours);
        let n = |side: &Side| side.chains.len() as f64;
        Ratio::of((shared, n(&self.ours)), (shared, n(&self.gold)))
    }
}

/// Links of `a` that survive in `b`: of each chain its size less the parts that `b` cuts it into.
fn muc(a: &Side, b: &Side) -> (f64, f64) {
    let kept = |chain: &Vec<usize>| {
        let parts: BTreeSet<usize> = chain.iter().filter_map(|m| b.of.get(m)).copied().collect();
        let alone = chain.iter().filter(|m| !b.of.contains_key(m)).count();
        chain.len() - parts.len() - alone
    };
    let all: usize = a.chains.iter().map(|c| c.len() - 1).sum();
    (a.chains.iter().map(kept).sum::<usize>() as f64, all as f64)
}

/// Sum over the mentions of `a` of the share of its chain that is in the mention's chain of `b`.
fn b_cubed(a: &Side, b: &Side) -> (f64, f64) {
    let shared = |(m, chain): (&usize, &usize)| {
        let chain = &a.chains[*chain];
        let other = b.of.get(m);
        let both = chain.iter().filter(|k| other.is_some() && b.of.get(k) == other).count();
        both as f64 / chain.len() as f64
    };
    (a.of.iter().map(shared).sum(), a.of.len() as f64)
}

/// The greatest sum of phi4 over one-to-one assignments of chains.
fn assigned(a: &Side, b: &Side) -> f64 {
    let (few, many) = if a.chains.len() <= b.chains.len() { (a, b) } else { (b, a) };
    if few.chains.is_empty() {
        return 0.0;
    }
    let cell = |(i, j): (usize, usize)| (GRAIN * phi4(few, i, many, j)).round() as i64;
    let weights = Matrix::from_fn(few.chains.len(), many.chains.len(), cell);
    let (_, chosen) = kuhn_munkres(&weights);
    chosen.into_iter().enumerate().map(|(i, j)| phi4(few, i, many, j)).sum()
}

/// Twice what two chains share over their sizes.
fn phi4(a: &Side, i: usize, b: &Side, j: usize) -> f64 {
    let shared = a.chains[i].iter().filter(|m| b.of.get(m) == Some(&j)).count();
    2.0 * shared as f64 / (a.chains[i].len() + b.chains[j].len()) as f64
}

/// Precision and recall as sums, so that those of documents add up.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Ratio {
    precision: (f64, f64),
    recall: (f64, f64),
}

impl Ratio {
    fn of(precision: (f64, f64), recall: (f64, f64)) -> Self {
        Ratio { precision, recall }
    }

    pub(super) fn share(self) -> PrecisionRecall {
        let share = |(part, whole): (f64, f64)| if whole == 0.0 { 0.0 } else { part / whole };
        PrecisionRecall { precision: share(self.precision), recall: share(self.recall) }
    }
}

impl AddAssign for Ratio {
    fn add_assign(&mut self, other: Self) {
        let add = |a: &mut (f64, f64), b: (f64, f64)| *a = (a.0 + b.0, a.1 + b.1);
        add(&mut self.precision, other.precision);
        add(&mut self.recall, other.recall);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(ratio: Ratio, precision: f64, recall: f64) {
        let got = ratio.share();
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(close(got.precision, precision) && close(got.recall, recall), "{got:?}");
    }

    /// Reference {1 2 3} {4 5 6 7}; ours {1 2} {3 4 5} {6 7 8}.
    fn chains() -> Chains {
        Chains::of(&[&[1, 2, 3], &[4, 5, 6, 7]], &[&[1, 2], &[3, 4, 5], &[6, 7, 8]])
    }

    #[test]
    fn muc_counts_links() {
        // Reference: 3 mentions in 2 parts, 4 in 2: (1 + 2) of (2 + 3). Ours: {1 2} whole, {3 4 5} in
        // 2, {6 7 8} in {6 7} and 8 alone: (1 + 1 + 1) of (1 + 2 + 2).
        near(chains().muc(), 3.0 / 5.0, 3.0 / 5.0);
    }

    #[test]
    fn b_cubed_counts_mentions() {
        // Recall: 1 and 2 share 2 of 3, 3 shares 1 of 3; 4 to 7 share 2 of 4 each.
        // Precision: 1, 2: 1; 3: 1/3; 4, 5: 2/3; 6, 7: 2/3; 8: 0, of 8 mentions.
        near(chains().b_cubed(), 5.0 / 8.0, (5.0 / 3.0 + 2.0) / 7.0);
    }

    #[test]
    fn ceaf_assigns_chains() {
        // {1 2 3} to {1 2}: 4/5; {4 5 6 7} to {3 4 5} or {6 7 8}: 4/7. Three chains against two.
        near(chains().ceaf(), (0.8 + 4.0 / 7.0) / 3.0, (0.8 + 4.0 / 7.0) / 2.0);
    }

    #[test]
    fn the_best_assignment_is_not_the_greedy_one() {
        let chains = Chains::of(&[&[1, 2], &[3, 4, 5]], &[&[1, 3], &[2, 9]]);
        // {1 2} is as near to {1 3} as to {2 9} (1/2), but only {1 3} shares with {3 4 5} (2/5).
        near(chains.ceaf(), 0.45, 0.45);
    }

    #[test]
    fn chains_of_one_are_left_out() {
        let chains = Chains::of(&[&[1, 2], &[3]], &[&[1, 2], &[4]]);
        near(chains.muc(), 1.0, 1.0);
        near(chains.b_cubed(), 1.0, 1.0);
        near(chains.ceaf(), 1.0, 1.0);
        assert_eq!(chains.mentions(), Score { correct: 2, predicted: 2, reference: 2 });
    }

    #[test]
    fn nothing_against_something() {
        let none = Chains::of(&[&[1, 2]], &[]);
        near(none.muc(), 0.0, 0.0);
        near(none.ceaf(), 0.0, 0.0);
    }
}
