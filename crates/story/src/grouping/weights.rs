//! What features are worth, and how much is enough: a table with a name and a number a line.

use super::features::FEATURES;
use std::sync::LazyLock;

pub(crate) static TABLE: &str = include_str!("../../tables/weights.tsv");

/// The built-in weights.
static BUILT_IN: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(TABLE).expect("the built-in table is whole"));

/// Weights of the features, and beyond which score reports are joined. Scores are logarithms of odds.
#[derive(Clone, PartialEq, Debug)]
pub struct Weights {
    always: f32,
    of: [f32; FEATURES.len()],
    /// The mean score above which two groups of reports tell one story.
    pub(crate) story: f32,
    /// Likewise one thread.
    pub(crate) thread: f32,
    /// The mean of its best scores with which a report that is alone follows a group.
    pub(crate) follower: f32,
    /// By how much the group must be ahead of every other.
    pub(crate) lead: f32,
}

impl Weights {
    /// Reads a table; lines that begin with `#` say what it is.
    ///
    /// # Errors
    /// The name of a row that is missing or has no number.
    pub fn parse(table: &str) -> Result<Self, String> {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let rows: Vec<_> = lines.filter_map(|line| line.split_once('\t')).collect();
        let number = |name: &str| {
            let row = rows.iter().find(|(n, _)| *n == name);
            row.and_then(|(_, w)| w.parse().ok()).ok_or_else(|| format!("no number for {name:?}"))
        };
        let mut of = [0.0; FEATURES.len()];
        for (weight, name) in of.iter_mut().zip(FEATURES) {
            *weight = number(name)?;
        }
        Ok(Weights {
            always: number("always")?,
            of,
            story: number("stories above")?,
            thread: number("threads above")?,
            follower: number("followers above")?,
            lead: number("followers ahead by")?,
        })
    }

    /// The logarithm of the odds that two reports tell one story.
    pub(crate) fn score(&self, features: &[f32; FEATURES.len()]) -> f32 {
        self.of.iter().zip(features).fold(self.always, |sum, (w, x)| sum + w * x)
    }
}

impl Default for Weights {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_speaks_for_a_story_and_distance_against() {
        let weights = Weights::default();
        for (at, name) in FEATURES.iter().enumerate() {
            let against = *name == "days apart" || name.ends_with("differ");
            assert_eq!(weights.of[at] < 0.0, against, "{name}: {}", weights.of[at]);
        }
        assert!(weights.thread < weights.story, "threads are coarser");
        assert!(weights.score(&[0.0; FEATURES.len()]) < weights.thread, "strangers stay apart");
    }

    #[test]
    fn a_row_that_is_missing_is_named() {
        let lacking = TABLE.replace("towns differ\t", "towns agree\t");
        assert_eq!(Weights::parse(&lacking), Err("no number for \"towns differ\"".to_string()));
    }
}
