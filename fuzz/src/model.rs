//! Model files of a few kilobytes, written after the format that `crates/parse/src/file.rs` and
//! `training/` describe, with sizes and numbers that no training gives.

use crate::dice::Dice;
use sha2::{Digest, Sha256};

/// A model file with this body, whole by its hash.
pub fn file(letter: u8, body: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(body);
    [b"VERBALE", &[letter][..], &2u32.to_le_bytes(), &hash, body].concat()
}

/// The body of a lemma model.
pub fn lemmas(dice: &mut Dice) -> Vec<u8> {
    let mut out = Body::new(dice);
    let n = out.dice.below(4);
    out.number(n);
    for _ in 0..n {
        let cut = out.dice.below(256) as u8;
        out.bytes.push(cut);
        let put = out.dice.of(&["", "e", "y", "İ", "🇺🇳"]);
        out.string(put);
    }
    let rules = out.dice.below(9);
    out.number(rules);
    for _ in 0..rules {
        let (step, edit) = (out.dice.below(1 << 31), out.dice.below(n));
        out.number(step);
        out.number(edit);
    }
    out.bytes
}

/// The body of a network.
pub fn network(dice: &mut Dice) -> Vec<u8> {
    let transformer = dice.once_in(3);
    let mut out = Body::new(dice);
    let tags = out.strings(&["NOUN NN", "VERB VBD", "PUNCT .", "PROPN NNP"], "X");
    let relations = out.strings(&["root", "nsubj", "punct"], "nothing");
    let names = out.strings(&["person", "organisation"], "");
    out.bytes.push(if transformer { b'T' } else { b'S' });
    let size = if transformer { out.transformer() } else { out.small() };
    let (arc, relation) = (out.size(4), out.size(3));
    out.number(arc);
    out.number(relation);
    out.linear(size, tags);
    out.linear(size, 2 * names + 1);
    out.linear(size, 2 * (arc + relation));
    out.array(b'f', &[size]);
    out.array(b'f', &[arc, arc + 1]);
    out.array(b'f', &[relations * (relation + 1), relation + 1]);
    out.bytes
}

/// A body while it is written.
struct Body<'d, 'b> {
    dice: &'d mut Dice<'b>,
    bytes: Vec<u8>,
}

/// Sizes that no network has.
const SIZES: &[usize] = &[0, 0, 1, 2, 3, 16, 31, 64, 1 << 16, 1 << 30, 1 << 31, u32::MAX as usize];
const NUMBERS: &[f32] =
    &[0.5, -0.5, 0.0, 1.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN];
/// The most numbers that are written of one array.
const MOST: usize = 1 << 14;

impl<'d, 'b> Body<'d, 'b> {
    fn new(dice: &'d mut Dice<'b>) -> Self {
        Body { dice, bytes: Vec::new() }
    }

    fn number(&mut self, mut n: usize) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    fn string(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend(text.as_bytes());
    }

    /// A size as it should be, or seldom another one.
    fn size(&mut self, n: usize) -> usize {
        if self.dice.once_in(24) { self.dice.of(SIZES) } else { n }
    }

    /// Strings, seldom with another one; returns how many.
    fn strings(&mut self, all: &[&str], other: &str) -> usize {
        let n = if self.dice.once_in(24) { 0 } else { all.len() };
        let more = usize::from(self.dice.once_in(24));
        self.number(n + more);
        all[..n].iter().chain([&other][..more].iter().copied()).for_each(|s| self.string(s));
        n + more
    }

    /// An array, seldom with numbers that are none.
    fn array(&mut self, kind: u8, shape: &[usize]) {
        self.bytes.push(kind);
        self.number(shape.len());
        shape.iter().for_each(|n| self.number(*n));
        let all = shape.iter().fold(1usize, |all, n| all.saturating_mul(*n)).min(MOST);
        let odd = if self.dice.once_in(12) { self.dice.of(NUMBERS) } else { 0.25 };
        let number = |i: usize| if i % 7 == 3 { odd } else { (i % 13) as f32 / 13.0 - 0.4 };
        if kind == b'q' {
            (0..shape[0].min(MOST)).for_each(|i| self.bytes.extend(number(i).to_le_bytes()));
            (0..all).for_each(|i| self.bytes.push(i as u8));
        } else {
            (0..all).for_each(|i| self.bytes.extend(number(i).to_le_bytes()));
        }
    }

    fn linear(&mut self, inputs: usize, outputs: usize) {
        self.array(b'f', &[outputs, inputs]);
        self.array(b'f', &[outputs]);
    }

    fn norm(&mut self, size: usize) {
        self.array(b'f', &[1]);
        self.array(b'f', &[size]);
        self.array(b'f', &[size]);
    }

    /// Word tables, convolutions and recurrent layers; returns the size of a word's vector.
    fn small(&mut self) -> usize {
        let [words, width, size, hidden] = [5, 4, 32, 16].map(|n| self.size(n));
        let (convolutions, layers, tables) = (self.size(1), self.size(1), self.size(6));
        [words, width, size, hidden, convolutions, layers, tables]
            .into_iter()
            .for_each(|n| self.number(n));
        self.array(b'u', &[words]);
        self.array(b'q', &[words + 1, width]);
        let mut all = width;
        for _ in 0..tables.min(8) {
            let (rows, width) = (self.size(5), self.size(2));
            self.number(rows);
            self.number(width);
            self.array(b'q', &[rows, width]);
            all += width;
        }
        self.linear(all, size);
        self.norm(size);
        for _ in 0..convolutions.min(3) {
            self.linear(3 * size, size);
            self.norm(size);
        }
        for layer in 0..layers.min(3) {
            self.linear(if layer == 0 { size } else { 2 * hidden }, 8 * hidden);
            self.array(b'f', &[4 * hidden, hidden]);
            self.array(b'f', &[4 * hidden, hidden]);
        }
        2 * hidden
    }

    /// MiniLM in small; returns the size of a word's vector.
    fn transformer(&mut self) -> usize {
        let [size, inner, layers, heads, positions] = [32, 32, 1, 2, 6].map(|n| self.size(n));
        [size, inner, layers, heads, positions].into_iter().for_each(|n| self.number(n));
        let pieces = self.strings(&["[UNK]", "[CLS]", "[SEP]", "t", "##o", "said"], "İ");
        self.array(b'q', &[pieces, size]);
        self.array(b'f', &[positions, size]);
        self.array(b'f', &[8, size]);
        self.norm(size);
        for _ in 0..layers.min(3) {
            self.linear(size, 3 * size);
            self.linear(size, size);
            self.linear(size, inner);
            self.linear(inner, size);
            self.norm(size);
            self.norm(size);
        }
        size
    }
}
