//! The best label sequence of a sentence under emission and transition scores.

use super::{N_LABELS, may_follow};

/// Back pointers, reused.
#[derive(Debug, Default)]
pub(crate) struct Viterbi {
    back: Vec<[u8; N_LABELS]>,
}

const FORBIDDEN: i32 = i32::MIN / 4;

/// Writes the best allowed sequence over `labels` (Viterbi 1967).
pub(crate) fn viterbi(
    emissions: &[[i32; N_LABELS]],
    transitions: &[[i32; N_LABELS]; N_LABELS],
    scratch: &mut Viterbi,
    labels: &mut Vec<u8>,
) {
    labels.clear();
    scratch.back.clear();
    let mut scores = [FORBIDDEN; N_LABELS];
    scores[0] = 0;
    for emission in emissions {
        let mut next = [FORBIDDEN; N_LABELS];
        let mut back = [0; N_LABELS];
        for label in 0..N_LABELS {
            for before in (0..N_LABELS).filter(|b| may_follow(*b as u8, label as u8)) {
                let score = scores[before] + transitions[before][label];
                if score > next[label] {
                    (next[label], back[label]) = (score, before as u8);
                }
            }
            next[label] = next[label].saturating_add(emission[label]).max(FORBIDDEN);
        }
        scores = next;
        scratch.back.push(back);
    }
    let mut label =
        (1..N_LABELS).fold(0, |top, l| if scores[l] > scores[top] { l } else { top }) as u8;
    for back in scratch.back.iter().rev() {
        labels.push(label);
        label = back[label as usize];
    }
    labels.reverse();
}
