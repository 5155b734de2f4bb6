//! The best tree over the words of a sentence: the maximum spanning arborescence (Chu & Liu 1965;
//! Edmonds 1967) with one word under the root.

use super::arborescence::arborescence;

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Scores of the tree being built: row = dependent, column = head, both with the root as 0.
    scores: Vec<f32>,
    best: Vec<usize>,
    marks: Vec<usize>,
}

/// Finds the head of each of `n` words (0 is the root, words from 1), with `scores[d * (n + 1) + h]`
/// for word `d + 1` under `h`. `heads` is written over.
pub(crate) fn decode(scores: &[f32], n: usize, scratch: &mut Scratch, heads: &mut Vec<usize>) {
    heads.clear();
    heads.extend((0..n).map(|d| best_head(&scores[d * (n + 1)..(d + 1) * (n + 1)], d + 1)));
    let roots = heads.iter().filter(|h| **h == 0).count();
    if n == 0 || (roots == 1 && !has_cycle(heads, &mut scratch.marks)) {
        return;
    }
    // A root for each word that could be it would cost n searches. The root's score is lowered
    // instead until one word is left under it: more than any gain elsewhere can outweigh.
    let Scratch { scores: own, best, .. } = scratch;
    own.clear();
    own.resize((n + 1) * (n + 1), f32::NEG_INFINITY);
    let (low, high) = scores
        .iter()
        .filter(|s| s.is_finite())
        .fold((0f32, 0f32), |(l, h), s| (l.min(*s), h.max(*s)));
    let toll = (high - low + 1.0) * n as f32;
    for d in 0..n {
        let row = &mut own[(d + 1) * (n + 1)..(d + 2) * (n + 1)];
        row.copy_from_slice(&scores[d * (n + 1)..(d + 1) * (n + 1)]);
        row[0] -= toll;
        row[d + 1] = f32::NEG_INFINITY;
    }
    best.clear();
    best.resize(n + 1, 0);
    arborescence(own, n + 1, best);
    heads.copy_from_slice(&best[1..]);
}

fn best_head(row: &[f32], word: usize) -> usize {
    let mut best = 0;
    for (h, score) in row.iter().enumerate() {
        if h != word && *score > row[best] {
            best = h;
        }
    }
    best
}

/// Whether `heads` (of words from 1) lead back to where they began.
fn has_cycle(heads: &[usize], marks: &mut Vec<usize>) -> bool {
    marks.clear();
    marks.resize(heads.len() + 1, 0);
    (1..=heads.len()).any(|start| {
        let mut at = start;
        while at != 0 && marks[at] == 0 {
            marks[at] = start;
            at = heads[at - 1];
        }
        at != 0 && marks[at] == start
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(scores: &[f32], n: usize) -> Vec<usize> {
        let mut out = Vec::new();
        decode(scores, n, &mut Scratch::default(), &mut out);
        out
    }

    /// The best tree by trying all.
    fn exhaustive(scores: &[f32], n: usize) -> (f32, Vec<usize>) {
        let mut best = (f32::NEG_INFINITY, Vec::new());
        for mut code in 0..(n + 1).pow(n as u32) {
            let mut heads = Vec::new();
            for _ in 0..n {
                heads.push(code % (n + 1));
                code /= n + 1;
            }
            let single = heads.iter().filter(|h| **h == 0).count() == 1;
            let total: f32 = heads.iter().enumerate().map(|(d, h)| scores[d * (n + 1) + h]).sum();
            let tree = single && !has_cycle(&heads, &mut Vec::new());
            if tree && total > best.0 {
                best = (total, heads);
            }
        }
        best
    }

    #[test]
    fn takes_the_best_heads_if_they_are_a_tree() {
        assert_eq!(heads(&[0., 0., 5., 5., 0., 0.], 2), [2, 0]);
        assert_eq!(heads(&[0., 0.], 1), [0]);
        assert!(heads(&[], 0).is_empty());
    }

    #[test]
    fn finds_the_best_tree_of_all() {
        let mut seed = 7u64;
        for round in 0..300 {
            let n = 2 + round % 5;
            let mut number = || {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (seed >> 40) as f32 / 1e6 - 8.0
            };
            let scores: Vec<f32> = (0..n * (n + 1)).map(|_| number()).collect();
            let (best, tree) = exhaustive(&scores, n);
            let found = heads(&scores, n);
            let total: f32 = found.iter().enumerate().map(|(d, h)| scores[d * (n + 1) + h]).sum();
            assert!((total - best).abs() < 1e-3, "{scores:?}: {found:?}, not {tree:?}");
        }
    }
}
