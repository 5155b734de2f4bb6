//! "According to X, ...": the source in an adverbial.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, source_span};
use crate::View;
use verbale_document::{Act, Deprel, Sentence, SmolStr, Span, Stance, TokenIdx, Upos};

/// The attribution at the word "according" (with "to").
pub(super) fn draft(view: &View, cues: &Cues, sentence: &Sentence, at: TokenIdx) -> Option<Draft> {
    let next = at + 1;
    let here = view.doc.word(at).eq_ignore_ascii_case("according");
    if !here || !sentence.tokens.contains(&next) || view.doc.word(next) != "to" {
        return None;
    }
    let source = source_after(view, sentence, at)?;
    let scope = governor(view, sentence, source, at)?;
    let inside = view.tree.subtree(source);
    let content = content_of(view, scope, |t| t == at || t == next || inside.contains(&t));
    let content = without(content, view.span(at).cover(view.tree.span(source)));
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, next)),
        cue: at,
        cue_span: Some(view.span(at).cover(view.span(next))),
        content,
        addressee: Vec::new(),
        act: act(view, cues, source),
        stance: Stance::Assert,
        negated: false,
        voice: false,
        by: SmolStr::new_static("statement/according-to"),
    })
}

/// The head of the phrase after "according to": the word that "according" or "to" marks, else
/// the first noun after it.
fn source_after(view: &View, sentence: &Sentence, at: TokenIdx) -> Option<TokenIdx> {
    let marked = [at, at + 1].into_iter().find_map(|t| {
        let token = view.tree.token(t);
        token.head.filter(|&h| token.deprel == Deprel::Case && h > at + 1)
    });
    let noun =
        |t: &TokenIdx| matches!(view.tree.token(*t).upos, Upos::Noun | Upos::Propn | Upos::Pron);
    marked.or_else(|| (at + 2..sentence.tokens.end).find(noun))
}

/// The predicate that the adverbial qualifies.
fn governor(view: &View, sentence: &Sentence, source: TokenIdx, at: TokenIdx) -> Option<TokenIdx> {
    let outside = |&h: &TokenIdx| h != at && h != at + 1;
    let mut head =
        view.tree.ancestors(source).find(outside).or_else(|| view.tree.root(sentence))?;
    // ", according to X" behind a comma qualifies all of the clause.
    let set_off = at.checked_sub(1).is_some_and(|t| view.doc.word(t) == ",");
    let part = |t: TokenIdx| {
        use Deprel::{Acl, AclRelcl, Advcl, Conj, Nmod, Obj, Obl};
        matches!(view.tree.token(t).deprel, Acl | AclRelcl | Advcl | Conj | Nmod | Obj | Obl)
    };
    while set_off && part(head) {
        head = view.tree.token(head).head?;
    }
    Some(head)
}

fn act(view: &View, cues: &Cues, source: TokenIdx) -> Act {
    if cues.is_document(view.lemma(source)) { Act::Document } else { Act::Speech }
}

/// Content without the adverbial itself.
fn without(content: Vec<Span>, adverbial: Span) -> Vec<Span> {
    content.into_iter().filter(|s| !adverbial.contains(*s)).collect()
}
