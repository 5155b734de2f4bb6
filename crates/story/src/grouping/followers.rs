//! Short reports that follow a story: too little is said in them for the mean over a whole group, but
//! what is like them is all of one group.
//!
//! The two decisions again, for a report that is still alone: which group has its best scores, and is
//! it far enough ahead of every other.

use super::candidates::FULL;
use super::linkage::Linkage;
use super::weights::Weights;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The best scores that are looked at; a group that is followed has as many reports.
const BEST: usize = 3;
/// The score of a pair that was not compared.
const MISSING: f32 = -5.0;

/// Scores of new reports with others.
#[derive(Default)]
pub(crate) struct Scores(BTreeMap<u32, Vec<(u32, f32)>>);

impl Scores {
    /// Takes in a pair.
    pub(crate) fn add(&mut self, a: u32, b: u32, score: f32) {
        self.0.entry(a).or_default().push((b, score));
        self.0.entry(b).or_default().push((a, score));
    }

    /// New reports (from number `new` on) that are like nearly all that they were compared with.
    pub(crate) fn full(&self, new: u32) -> impl Iterator<Item = u32> + '_ {
        let like = |scores: &[(u32, f32)]| scores.iter().filter(|(_, score)| *score > 0.0).count();
        self.0.range(new..).filter(move |(_, scores)| like(scores) >= FULL).map(|(n, _)| *n)
    }

    /// Reports among the new ones (from number `new` on) that follow a group: the report and the group.
    pub(crate) fn followers(
        &self,
        new: u32,
        groups: &Linkage,
        weights: &Weights,
    ) -> Vec<(u32, u32)> {
        let alone = self.0.range(new..).filter(|(n, _)| groups.size(**n) == 1);
        alone.filter_map(|(n, scores)| Some((*n, followed(scores, groups, weights)?))).collect()
    }
}

/// The group that the scores of one report speak for.
fn followed(scores: &[(u32, f32)], groups: &Linkage, weights: &Weights) -> Option<u32> {
    let mut of: FxHashMap<u32, Vec<f32>> = FxHashMap::default();
    for (other, score) in scores {
        let group = groups.group(*other);
        if groups.size(group) > 0 {
            of.entry(group).or_default().push(*score);
        }
    }
    let mut means: Vec<(f32, u32)> = of
        .into_iter()
        .map(|(group, mut scores)| {
            scores.sort_unstable_by(|a, b| b.total_cmp(a));
            // A small group is judged by what there is of it.
            scores.resize(groups.size(group).min(BEST), MISSING);
            (scores.iter().sum::<f32>() / scores.len() as f32, group)
        })
        .collect();
    means.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (best, group) = *means.first()?;
    let next = means.get(1).map_or(f32::MIN, |(mean, _)| *mean);
    let follows = best > weights.follower && best - next > weights.lead;
    (follows && groups.size(group) >= BEST).then_some(group)
}
