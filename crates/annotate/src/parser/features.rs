//! What the parser looks at: words, tags, clusters and relations around stack and buffer, after
//! Zhang & Nivre (2011), adapted to the arc-hybrid system.

use super::state::{NONE, Side, State};
use crate::perceptron::{Template, atoms, keys};
use crate::word::Word;

/// A token as the parser sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Item {
    word: u32,
    tag: u32,
    upos: u32,
    fine: u32,
    coarse: u32,
}

impl Item {
    /// A token with the tagger's label `tag`, whose universal tag has the number `upos`.
    pub(crate) fn new(word: &Word, tag: u8, upos: u8) -> Self {
        Item {
            word: word.lower,
            tag: u32::from(tag) + 1,
            upos: u32::from(upos) + 1,
            fine: word.entry.fine.into(),
            coarse: word.entry.coarse.into(),
        }
    }
}

atoms! { N_ATOMS:
    S0W S0P S0F S0C S0U S1W S1P S1F S1C S1U S2W S2P N0W N0P N0F N0C N0U N1W N1P N1F N2W N2P
    S0LW S0LP S0LD S0L2D S0RW S0RP S0RD S0R2D
    S1LW S1LP S1LD S1RW S1RP S1RD S1R2D N0LW N0LP N0LD N0L2D
    D0 D1 S0SL S0SR S1SR S1SL N0SL
}

const TEMPLATES: &[Template] = &[
    // one token
    &[S0W],
    &[S0P],
    &[S0F],
    &[S1W],
    &[S1P],
    &[S1F],
    &[N0W],
    &[N0P],
    &[N0F],
    &[N1W],
    &[N1P],
    &[N2W],
    &[N2P],
    &[S2W],
    &[S2P],
    // two tokens
    &[S0W, N0W],
    &[S0W, S0P, N0P],
    &[S0P, N0W, N0P],
    &[S0W, N0P],
    &[S0P, N0W],
    &[S0P, N0P],
    &[S0F, N0F],
    &[S0F, N0W],
    &[S0W, N0F],
    &[S1W, S0W],
    &[S1W, S0P],
    &[S1P, S0W],
    &[S1P, S0P],
    &[S1F, S0F],
    &[S1F, S0W],
    &[S1W, S0F],
    &[S1P, N0P],
    &[S1W, N0W],
    &[N0P, N1P],
    &[N0W, N1P],
    &[N0P, N1W],
    &[S0P, N1P],
    &[S0W, N1W],
    &[S0C, N0C],
    &[S1C, S0C],
    // three and more
    &[S0P, N0P, N1P],
    &[S1P, S0P, N0P],
    &[S2P, S1P, S0P],
    &[N0P, N1P, N2P],
    &[S1W, S0P, N0P],
    &[S1P, S0W, N0P],
    &[S1P, S0P, N0W],
    &[S1C, S0C, N0C],
    &[S0P, N0W, N1P],
    &[S0W, N0P, N1P],
    &[S0U, N0P, N1P, N2P],
    &[S2P, S1P, S0P, N0P],
    // dependents
    &[S0P, S0LP, N0P],
    &[S0P, S0RP, N0P],
    &[S0P, N0P, N0LP],
    &[S1P, S1RP, S0P],
    &[S1P, S1LP, S0P],
    &[S1P, S0P, S0LP],
    &[S1P, S0P, S0RP],
    &[S0LW],
    &[S0RW],
    &[N0LW],
    &[S1RW],
    &[S1LW],
    &[S0P, S0LD],
    &[S0P, S0RD],
    &[N0P, N0LD],
    &[S1P, S1RD],
    &[S1P, S1LD],
    &[S0P, S0LD, S0L2D],
    &[S0P, S0RD, S0R2D],
    &[N0P, N0LD, N0L2D],
    &[S1P, S1RD, S1R2D],
    &[S1W, S0LW],
    &[S1P, S0P, S0LW],
    &[S1U, S0P, S0LD, S0RD],
    &[S1U, S1RD, S0P, S0LD],
    &[S0U, S0LD, S0RD, N0P],
    &[S0U, N0P, N0LD],
    &[S0W, S0LD],
    &[S1U, S1LD, S0P],
    // distance, sets of relations
    &[S0P, D0],
    &[N0P, D0],
    &[S0P, N0P, D0],
    &[S1P, S0P, D1],
    &[S1W, D1],
    &[S0W, S0SL],
    &[S0W, S0SR],
    &[N0W, N0SL],
    &[S1W, S1SR],
    &[S1P, S1SL, S0P],
    &[S1U, S1SR, S0P],
    &[S0U, S0SL, N0P],
    &[S0U, S0SR, N0P],
    &[N0U, N0SL, S0P],
];

/// Features of a configuration.
#[inline]
pub(crate) fn features(items: &[Item], state: &State, out: &mut Vec<u32>) {
    let none = Item::default();
    let item = |t: u32| items.get(t as usize).unwrap_or(&none);
    let mut a = [0u32; N_ATOMS];
    let mut set = |atom: u8, value: u32| a[atom as usize] = value;
    let (s0, s1, s2, n0) = (state.stack(0), state.stack(1), state.stack(2), state.next());
    let heads = [
        (s0, [S0W, S0P, S0F, S0C, S0U]),
        (s1, [S1W, S1P, S1F, S1C, S1U]),
        (n0, [N0W, N0P, N0F, N0C, N0U]),
    ];
    for (token, at) in heads {
        let i = item(token);
        at.into_iter().zip([i.word, i.tag, i.fine, i.coarse, i.upos]).for_each(|(k, v)| set(k, v));
    }
    for (token, word, tag) in [(s2, S2W, S2P), (n0 + 1, N1W, N1P), (n0 + 2, N2W, N2P)] {
        set(word, item(token).word);
        set(tag, item(token).tag);
    }
    set(N1F, item(n0 + 1).fine);
    let (s0l, s0r, s1l, s1r, n0l) =
        (state.left(s0), state.right(s0), state.left(s1), state.right(s1), state.left(n0));
    let relation = |t: u32| state.relations.get(t as usize).map_or(0, |r| *r as u32 + 1);
    let sides = [
        (s0l, [S0LW, S0LP, S0LD]),
        (s0r, [S0RW, S0RP, S0RD]),
        (s1l, [S1LW, S1LP, S1LD]),
        (s1r, [S1RW, S1RP, S1RD]),
        (n0l, [N0LW, N0LP, N0LD]),
    ];
    for (side, [word, tag, label]) in sides {
        let child = side.outer[0];
        set(word, item(child).word);
        set(tag, item(child).tag);
        set(label, relation(child));
    }
    for (side, label) in [(s0l, S0L2D), (s0r, S0R2D), (s1r, S1R2D), (n0l, N0L2D)] {
        set(label, relation(side.outer[1]));
    }
    set(D0, distance(s0, n0));
    set(D1, distance(s1, s0));
    for (side, relations) in [(s0l, S0SL), (s0r, S0SR), (s1r, S1SR), (s1l, S1SL), (n0l, N0SL)] {
        set(relations, fold(side));
    }
    keys(TEMPLATES, &a, out);
}

fn fold(side: &Side) -> u32 {
    (side.relations ^ (side.relations >> 32).wrapping_mul(0x9E37_79B1)) as u32
}

fn distance(a: u32, b: u32) -> u32 {
    match b.wrapping_sub(a) {
        _ if a == NONE || b == NONE => 0,
        d @ 0..=4 => d + 1,
        5..=6 => 6,
        7..=10 => 7,
        _ => 8,
    }
}
