//! Where the mentions of names stand, so that none is looked for in all of them.

use super::Linker;
use rustc_hash::FxHashMap;
use verbale_atlas::tables::outlet::is_press;
use verbale_document::{Form, Mention, MentionKind, TokenIdx, is_state};

/// Mentions by where they are. Of several at one place the first counts.
#[derive(Default)]
pub(crate) struct Index {
    /// Of names, by the byte where they begin and where they end.
    starts: FxHashMap<u32, usize>,
    ends: FxHashMap<u32, usize>,
    /// Nouns by which bodies may be called, small, and where the first of each is named.
    bodies: FxHashMap<String, u32>,
    /// By the token that governs their head, and by their head.
    pub below: FxHashMap<TokenIdx, Vec<usize>>,
    pub heads: FxHashMap<TokenIdx, Vec<usize>>,
}

impl Linker<'_> {
    /// Takes note of all names.
    pub(super) fn index_names(&mut self) {
        let mut index = Index::default();
        for (i, mention) in self.mentions.iter().enumerate() {
            if matches!(mention.form, Form::Name | Form::Metonym) {
                index.starts.entry(mention.span.start).or_insert(i);
                index.ends.entry(mention.span.end).or_insert(i);
            }
            let last = self.view.last_of_body(mention).map(str::to_lowercase);
            for noun in last.into_iter().chain(self.called(mention)) {
                let first = index.bodies.entry(noun).or_insert(mention.span.end);
                *first = mention.span.end.min(*first);
            }
        }
        self.index = index;
    }

    /// Takes note of the heads of all mentions.
    pub(super) fn index_heads(&mut self) {
        for (i, mention) in self.mentions.iter().enumerate() {
            self.index.heads.entry(mention.head).or_default().push(i);
            if let Some(above) = self.view.tokens[mention.head as usize].head {
                self.index.below.entry(above).or_default().push(i);
            }
        }
    }

    /// "rights group" of "Amnesty International", "newspaper" of an outlet.
    fn called(&self, mention: &Mention) -> Vec<String> {
        let named = mention.kind == MentionKind::Organisation && mention.form == Form::Name;
        let entity = mention.entity.map(|e| &self.pool.entities[e as usize]).filter(|_| named);
        let outside = entity.filter(|e| {
            e.code.as_ref().is_some_and(|c| !is_state(c.country()) || is_press(c.as_str()))
        });
        outside.map_or(Vec::new(), |e| e.classes.iter().map(|c| c.to_lowercase()).collect())
    }

    /// Whether a body that may be called by a noun is named before the byte `at`.
    pub(super) fn is_named_before(&self, noun: &str, at: u32) -> bool {
        self.index.bodies.get(&noun.to_lowercase()).is_some_and(|first| *first <= at)
    }

    /// The name that ends before `end`.
    pub(super) fn name_until(&self, end: TokenIdx) -> Option<&Mention> {
        let stop = self.view.tokens.get(end.checked_sub(1)? as usize)?.span.end;
        self.index.ends.get(&stop).map(|i| &self.mentions[*i])
    }

    /// The name that begins at `first`.
    pub(super) fn name_from(&self, first: TokenIdx) -> Option<&Mention> {
        let start = self.view.tokens.get(first as usize)?.span.start;
        self.index.starts.get(&start).map(|i| &self.mentions[*i])
    }
}
