//! Walking dependency trees: children, subtrees and their text.

use crate::{Deprel, Document, Sentence, Span, Token, TokenIdx};

/// Child lists of every token of a document, built once per document in O(tokens).
///
/// Ask it for children and subtrees; it never changes a tree. Indices are document-wide.
pub struct Tree<'d> {
    tokens: &'d [Token],
    first: Vec<u32>,
    kids: Vec<TokenIdx>,
}

impl<'d> Tree<'d> {
    /// Indexes the trees of `doc`; without a token layer the result is empty.
    pub fn new(doc: &'d Document) -> Self {
        let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
        let mut first = vec![0u32; tokens.len() + 2];
        for head in tokens.iter().filter_map(|t| t.head) {
            first[head as usize + 2] += 1;
        }
        for i in 2..first.len() {
            first[i] += first[i - 1];
        }
        let mut kids = vec![0; *first.last().unwrap_or(&0) as usize];
        for (i, token) in tokens.iter().enumerate() {
            if let Some(head) = token.head {
                let slot = &mut first[head as usize + 1];
                kids[*slot as usize] = i as TokenIdx;
                *slot += 1;
            }
        }
        Tree { tokens, first, kids }
    }

    /// The token at `at`.
    pub fn token(&self, at: TokenIdx) -> &'d Token {
        &self.tokens[at as usize]
    }

    /// Dependents of `at`, left to right.
    pub fn children(&self, at: TokenIdx) -> &[TokenIdx] {
        let at = at as usize;
        &self.kids[self.first[at] as usize..self.first[at + 1] as usize]
    }

    /// Dependents of `at` with relation `rel` (subtypes must match), left to right.
    pub fn children_by(&self, at: TokenIdx, rel: Deprel) -> impl Iterator<Item = TokenIdx> + '_ {
        self.children(at).iter().copied().filter(move |&c| self.token(c).deprel == rel)
    }

    /// The first dependent of `at` with relation `rel`.
    pub fn child(&self, at: TokenIdx, rel: Deprel) -> Option<TokenIdx> {
        self.children_by(at, rel).next()
    }

    /// The root of `sentence` (the first token without head).
    pub fn root(&self, sentence: &Sentence) -> Option<TokenIdx> {
        sentence.tokens.clone().find(|&t| self.token(t).head.is_none())
    }

    /// All tokens under `at`, itself included, left to right.
    pub fn subtree(&self, at: TokenIdx) -> Vec<TokenIdx> {
        self.subtree_without(at, |_| false)
    }

    /// Tokens under `at`, itself included, left to right, without the branches whose top `cut` names.
    pub fn subtree_without(&self, at: TokenIdx, cut: impl Fn(TokenIdx) -> bool) -> Vec<TokenIdx> {
        let mut out = vec![at];
        let mut next = 0;
        while next < out.len() {
            let kids = self.children(out[next]);
            out.extend(kids.iter().copied().filter(|&k| !cut(k)));
            next += 1;
        }
        out.sort_unstable();
        out
    }

    /// The stretch from the first to the last token under `at`.
    pub fn span(&self, at: TokenIdx) -> Span {
        self.span_of(&self.subtree(at))
    }

    /// The stretch from the first to the last of `tokens` (which must be sorted and not empty).
    pub fn span_of(&self, tokens: &[TokenIdx]) -> Span {
        match (tokens.first(), tokens.last()) {
            (Some(&a), Some(&b)) => self.token(a).span.cover(self.token(b).span),
            _ => Span::default(),
        }
    }

    /// Governors of `at`, nearest first.
    pub fn ancestors(&self, at: TokenIdx) -> impl Iterator<Item = TokenIdx> + '_ {
        std::iter::successors(self.token(at).head, move |&h| self.token(h).head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layer, Producer, SmolStr, Upos};

    #[test]
    fn children_and_subtrees() {
        let mut doc = Document::new("d", "a b c d".to_string());
        let heads = [Some(1), None, Some(3), Some(1)];
        let token = |i: usize| Token {
            span: Span::new(2 * i, 2 * i + 1),
            lemma: SmolStr::default(),
            upos: Upos::X,
            xpos: SmolStr::default(),
            head: heads[i],
            deprel: Deprel::Dep,
        };
        doc.tokens = Some(Layer::new(Producer::default(), (0..4).map(token).collect()));
        let tree = Tree::new(&doc);
        assert_eq!(tree.children(1), [0, 3]);
        assert_eq!(tree.subtree(3), [2, 3]);
        assert_eq!(tree.span(1), Span::new(0, 7));
        assert_eq!(tree.ancestors(2).collect::<Vec<_>>(), [3, 1]);
    }
}
