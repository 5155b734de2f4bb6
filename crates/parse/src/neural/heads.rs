//! What is read off the vectors of words: tags, names, and trees by biaffine attention
//! (Dozat & Manning 2017).

use super::activation::{best, dot};
use super::matrix::{Matrix, Tiles};
use super::tensors::Tensors;
use super::tree;
use super::{Analysis, Batch};
use crate::ModelError;
use pulp::Arch;
use std::ops::Range;

/// Slope of the roles' activation below zero.
const LEAK: f32 = 0.1;

/// Widths of the four roles of a word, in the order of their numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Widths {
    /// Head and dependent of an arc.
    pub(crate) arc: usize,
    /// Head and dependent of a relation.
    pub(crate) relation: usize,
}

/// The heads of a network.
#[derive(Debug)]
pub(crate) struct Heads {
    widths: Widths,
    n_tags: usize,
    n_names: usize,
    n_relations: usize,
    tag: Matrix,
    name: Matrix,
    roles: Matrix,
    /// The roles of the root.
    root: Vec<f32>,
    arc: Matrix,
    relation: Matrix,
    arch: Arch,
}

/// Scratch space.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    tags: Vec<f32>,
    names: Vec<f32>,
    roles: Vec<f32>,
    dependents: Vec<f32>,
    arcs: Vec<f32>,
    scores: Vec<f32>,
    relations: Vec<f32>,
    heads: Vec<usize>,
    tree: tree::Scratch,
}

impl Heads {
    /// Reads the heads of word vectors of `size` numbers.
    pub(crate) fn read(
        input: &mut Tensors,
        size: usize,
        widths: Widths,
        [n_tags, n_names, n_relations]: [usize; 3],
    ) -> Result<Self, ModelError> {
        if widths.arc == 0 {
            return Err(ModelError::Damaged);
        }
        let mut linear = |outputs| Matrix::read(input, size, outputs);
        let (tag, name) = (linear(n_tags)?, linear(n_names)?);
        let roles = linear(2 * (widths.arc + widths.relation))?;
        let mut root = Vec::new();
        roles.apply(&input.floats(&[size])?, &mut Tiles::default(), &mut root);
        root.iter_mut().for_each(|x| *x = leaky(*x));
        let arc = input.floats(&[widths.arc, widths.arc + 1])?;
        let wide = widths.relation + 1;
        let relation = input.floats(&[n_relations * wide, wide])?;
        Ok(Heads {
            widths,
            n_tags,
            n_names,
            n_relations,
            tag,
            name,
            roles,
            root,
            arc: Matrix::new(&arc, &[], widths.arc + 1),
            relation: Matrix::new(&relation, &[], wide),
            arch: Arch::new(),
        })
    }

    /// Analyses the sentences of a batch, whose words have the vectors `rows`; `places` says where
    /// the words of each sentence stand in `out`.
    pub(crate) fn apply(
        &self,
        batch: &Batch,
        rows: &[f32],
        places: &[Range<usize>],
        scratch: &mut Scratch,
        tiles: &mut Tiles,
        out: &mut Analysis,
    ) {
        self.tag.apply(rows, tiles, &mut scratch.tags);
        self.name.apply(rows, tiles, &mut scratch.names);
        self.roles.apply(rows, tiles, &mut scratch.roles);
        scratch.roles.iter_mut().for_each(|x| *x = leaky(*x));
        let (from, to) = (self.widths.arc, 2 * self.widths.arc);
        scratch.dependents.clear();
        for role in scratch.roles.chunks_exact(self.roles.stride()) {
            scratch.dependents.extend_from_slice(&role[from..to]);
            scratch.dependents.push(1.0);
        }
        self.arc.apply(&scratch.dependents, tiles, &mut scratch.arcs);
        for (sentence, place) in places.iter().enumerate() {
            self.labels(batch, sentence, place.start, scratch, out);
            self.score_arcs(batch, sentence, scratch);
            tree::decode(&scratch.scores, place.len(), &mut scratch.tree, &mut scratch.heads);
            self.score_relations(batch, sentence, place.start, scratch, tiles, out);
        }
    }

    fn labels(&self, batch: &Batch, s: usize, first: usize, scratch: &Scratch, out: &mut Analysis) {
        for i in 0..batch.length(s) {
            let row = batch.row(s, i);
            let tags = &scratch.tags[row * self.tag.stride()..][..self.n_tags];
            out.tags[first + i] = best(tags) as u16;
            let names = &scratch.names[row * self.name.stride()..][..self.n_names];
            out.names[(first + i) * self.n_names..][..self.n_names].copy_from_slice(names);
        }
    }

    /// Scores of the arcs of a sentence: a row for each dependent, a column for each head.
    fn score_arcs(&self, batch: &Batch, s: usize, scratch: &mut Scratch) {
        let n = batch.length(s);
        scratch.scores.clear();
        scratch.scores.resize(n * (n + 1), 0.0);
        let Scratch { scores, arcs, roles, .. } = scratch;
        let width = self.widths.arc;
        let head = |h: usize| match h {
            0 => &self.root[..width],
            h => &roles[batch.row(s, h - 1) * self.roles.stride()..][..width],
        };
        self.arch.dispatch(
            #[inline(always)]
            || {
                for h in 0..=n {
                    let head = head(h);
                    for d in 0..n {
                        let arc = &arcs[batch.row(s, d) * self.arc.stride()..][..width];
                        scores[d * (n + 1) + h] = dot(arc, head);
                    }
                }
            },
        );
    }

    /// The best relation of each word to its head.
    fn score_relations(
        &self,
        batch: &Batch,
        s: usize,
        first: usize,
        scratch: &mut Scratch,
        tiles: &mut Tiles,
        out: &mut Analysis,
    ) {
        let Widths { arc, relation } = self.widths;
        let (head_at, dependent_at) = (2 * arc, 2 * arc + relation);
        let n = batch.length(s);
        let Scratch { roles, dependents, relations, heads, scores, .. } = scratch;
        let role = |i: usize| &roles[batch.row(s, i) * self.roles.stride()..];
        dependents.clear();
        for i in 0..n {
            dependents.extend_from_slice(&role(i)[dependent_at..][..relation]);
            dependents.push(1.0);
        }
        self.relation.apply(dependents, tiles, relations);
        let wide = relation + 1;
        for (i, &head) in heads.iter().enumerate() {
            let from = if head == 0 { &self.root[..] } else { role(head - 1) };
            let from = &from[head_at..][..relation];
            let row = &relations[i * self.relation.stride()..][..self.n_relations * wide];
            scores.clear();
            self.arch.dispatch(
                #[inline(always)]
                || {
                    scores.extend(
                        row.chunks_exact(wide).map(|r| dot(&r[..relation], from) + r[relation]),
                    )
                },
            );
            out.relations[first + i] = best(scores) as u8;
            out.heads[first + i] = head as u32;
        }
    }
}

fn leaky(x: f32) -> f32 {
    if x < 0.0 { LEAK * x } else { x }
}
