//! Which mention of ours is which of the reference.
//!
//! The head word of one of our mentions is found in the tree of the reference: the first word of its
//! span whose governor lies outside, then up over `flat` ("interviewee Ann Lee" is headed by
//! "interviewee"). A reference mention is matched once, exact spans first.

use crate::align::Squeezed;
use std::collections::BTreeMap;
use verbale::document::{Deprel, Document, Mention, TokenIdx, Tree};

type Characters = (u32, u32);

/// Mentions with chains of both sides, and the reference mention of each of ours.
pub(super) struct Matching<'d> {
    /// Ours, by position.
    pub ours: Vec<&'d Mention>,
    /// The reference's, by position.
    pub gold: Vec<&'d Mention>,
    /// Index into `gold` for each of `ours`.
    pub to_gold: Vec<Option<usize>>,
}

impl<'d> Matching<'d> {
    pub(super) fn new(reference: &'d Document, predicted: &'d Document) -> Self {
        let (gold, ours) = (in_chains(reference), in_chains(predicted));
        let squeezed = (Squeezed::new(reference), Squeezed::new(predicted));
        let gold_spans: Vec<Characters> = gold.iter().map(|m| squeezed.0.span(m.span)).collect();
        let our_spans: Vec<Characters> = ours.iter().map(|m| squeezed.1.span(m.span)).collect();
        let mut taken = vec![false; gold.len()];
        let mut to_gold: Vec<Option<usize>> = our_spans
            .iter()
            .map(|span| {
                let same = |i: &usize| gold_spans[*i] == *span && !taken[*i];
                let found = (0..gold.len()).find(same)?;
                taken[found] = true;
                Some(found)
            })
            .collect();
        let heads = Heads::new(reference, &squeezed.0, &gold, &gold_spans);
        for (slot, span) in to_gold.iter_mut().zip(&our_spans).filter(|(slot, _)| slot.is_none()) {
            *slot = heads.over(*span).into_iter().find(|i| !taken[*i]);
            if let Some(found) = *slot {
                taken[found] = true;
            }
        }
        Matching { ours, gold, to_gold }
    }
}

fn in_chains(doc: &Document) -> Vec<&Mention> {
    let mentions = doc.mentions.iter().flat_map(|l| l.iter());
    mentions.filter(|m| m.chain.is_some()).collect()
}

/// Reference mentions by their head words.
struct Heads<'d> {
    tree: Tree<'d>,
    tokens: Vec<Characters>,
    /// By head word, the smallest first.
    by_head: BTreeMap<TokenIdx, Vec<usize>>,
}

impl<'d> Heads<'d> {
    fn new(
        doc: &'d Document,
        squeezed: &Squeezed,
        gold: &[&Mention],
        spans: &[Characters],
    ) -> Self {
        let tokens = doc.tokens.iter().flat_map(|l| l.iter()).map(|t| squeezed.span(t.span));
        let mut by_head: BTreeMap<TokenIdx, Vec<usize>> = BTreeMap::new();
        for (i, mention) in gold.iter().enumerate() {
            by_head.entry(mention.head).or_default().push(i);
        }
        for mentions in by_head.values_mut() {
            mentions.sort_by_key(|&i| spans[i].1 - spans[i].0);
        }
        Heads { tree: Tree::new(doc), tokens: tokens.collect(), by_head }
    }

    /// Reference mentions that have the head of what stands over these characters.
    fn over(&self, span: Characters) -> Vec<usize> {
        let first = self.tokens.partition_point(|t| t.0 < span.0);
        let inside = |t: &TokenIdx| self.tokens[*t as usize].1 <= span.1;
        let inside: Vec<TokenIdx> =
            (first as TokenIdx..self.tokens.len() as TokenIdx).take_while(inside).collect();
        let outer = |t: &&TokenIdx| self.tree.token(**t).head.is_none_or(|h| !inside.contains(&h));
        let Some(&head) = inside.iter().find(outer) else { return Vec::new() };
        let up = |t: &TokenIdx| {
            let token = self.tree.token(*t);
            token.head.filter(|_| token.deprel == Deprel::Flat)
        };
        let heads = std::iter::successors(Some(head), up);
        heads.filter_map(|h| self.by_head.get(&h)).flatten().copied().collect()
    }
}
