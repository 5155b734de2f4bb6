//! Names that do not simply stand for their bearer, and so are left out of its chain:
//!
//! - parts of something: of a place, of a longer name, of a compound ([`part`]);
//! - names that are not used to refer, or to somebody else: titles, citations, relatives ([`manner`]);
//! - a name like that of a person in a story where most of its like are those of a body or a place.

mod manner;
mod part;

use super::lexicon::Anaphora;
use verbale_document::{Document, Form, Gender, Mention, MentionKind, Span, Token, TokenIdx, Tree};

/// What a name is a name of, broadly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bearer {
    Person,
    Body,
    Place,
}

fn bearer(kind: MentionKind) -> Option<Bearer> {
    match kind {
        MentionKind::Person => Some(Bearer::Person),
        MentionKind::Organisation | MentionKind::Group => Some(Bearer::Body),
        MentionKind::Place | MentionKind::Country => Some(Bearer::Place),
        MentionKind::Time => None,
    }
}

/// What most names of each entity are names of; the first in the text where there are as many.
pub(super) fn bearers(mentions: &[Mention], entities: usize) -> Vec<Option<Bearer>> {
    let mut counts: Vec<Vec<(Bearer, u32)>> = vec![Vec::new(); entities];
    for mention in mentions.iter().filter(|m| m.form == Form::Name) {
        if let (Some(entity), Some(sort)) = (mention.entity, bearer(mention.kind)) {
            let counts = &mut counts[entity as usize];
            match counts.iter_mut().find(|(s, _)| *s == sort) {
                Some((_, n)) => *n += 1,
                None => counts.push((sort, 1)),
            }
        }
    }
    let most = |c: Vec<(Bearer, u32)>| c.into_iter().rev().max_by_key(|(_, n)| *n).map(|(s, _)| s);
    counts.into_iter().map(most).collect()
}

/// Whether the name stands aside from the chain of its entity, whose gender and sort may be known.
pub(super) fn is_aside(
    doc: &Document,
    tree: &Tree,
    words: &Anaphora,
    mention: &Mention,
    (gender, of_entity): (Option<Gender>, Option<Bearer>),
) -> bool {
    let name = Name { doc, tree, words, mention };
    mention.form == Form::Name
        && (of_entity.is_some_and(|sort| name.bearer() != Some(sort))
            || name.is_part()
            || name.is_no_reference(gender))
}

struct Name<'a, 'd> {
    doc: &'d Document,
    tree: &'a Tree<'d>,
    words: &'a Anaphora,
    mention: &'a Mention,
}

impl Name<'_, '_> {
    /// Dependents of the head that are no part of the name or its title.
    fn around(&self) -> impl Iterator<Item = TokenIdx> {
        let taken = |s: Span| move |t: Span| s.overlaps(t);
        let (name, title) = (taken(self.mention.span), self.mention.title.map(taken));
        let outside = move |t: Span| !name(t) && !title.as_ref().is_some_and(|f| f(t));
        let kids = self.tree.children(self.mention.head).iter().copied();
        kids.filter(move |k| outside(self.tree.token(*k).span))
    }

    fn bearer(&self) -> Option<Bearer> {
        bearer(self.mention.kind)
    }

    /// The head of the name.
    fn head(&self) -> &Token {
        self.tree.token(self.mention.head)
    }

    fn is_one_word(&self) -> bool {
        self.doc.tokens_in(self.mention.span).len() == 1
    }

    /// The `n`th token after the name.
    fn token_after(&self, n: TokenIdx) -> Option<&Token> {
        let at = self.doc.tokens_in(self.mention.span).end + n;
        self.doc.tokens.as_deref()?.get(at as usize)
    }

    /// The words of the `n`th token after the name; empty past the end.
    fn after(&self, n: TokenIdx) -> &str {
        self.token_after(n).map_or("", |t| self.doc.slice(t.span))
    }

    /// The words of the `n`th token before the name; empty past the start.
    fn before(&self, n: TokenIdx) -> &str {
        let first = self.doc.tokens_in(self.mention.span).start;
        first.checked_sub(n + 1).map_or("", |t| self.doc.word(t))
    }
}
