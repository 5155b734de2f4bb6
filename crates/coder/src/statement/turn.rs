//! Turns of an interview: "ANN LEE: I never said so. ..." at the head of a paragraph.
//!
//! The name of a person alone, with or without a title, before a colon; what he says is the rest of the
//! paragraph. A quotation behind the colon is [`super::unattributed`]'s, a headline [`super::headline`]'s.

use super::draft::Draft;
use crate::View;
use verbale_document::{MentionKind, Sentence, Span, Upos};

/// The turn that a sentence begins.
pub(super) fn draft(view: &View, sentence: &Sentence) -> Option<Draft> {
    let first = sentence.tokens.start;
    let text = view.doc.text();
    let start = view.span(first).start as usize;
    let opens = text[..start].trim_end_matches(' ').ends_with('\n');
    let mention = view.actor_at(first).or_else(|| view.titled_at(first)).filter(|_| opens)?;
    let mention = view.doc.mention(mention);
    let colon = view.doc.tokens_in(mention.span).end;
    let person = mention.kind == MentionKind::Person && colon + 1 < sentence.tokens.end;
    if !person || view.doc.word(colon) != ":" || view.is_quoted(colon + 1) {
        return None;
    }
    let verb = (colon + 1..sentence.tokens.end).any(|t| {
        let token = view.tree.token(t);
        matches!(token.upos, Upos::Verb | Upos::Aux) && token.xpos.starts_with("VB")
    });
    let from = view.span(colon + 1).start as usize;
    let line = text[from..].lines().next().filter(|_| verb)?.trim_end();
    Some(Draft {
        source: Some(mention.head),
        source_span: Some(view.span(first).cover(mention.span)),
        cue_span: Some(view.span(colon)),
        content: vec![Span::new(from, from + line.len())],
        ..Draft::plain(colon, "statement/turn")
    })
}
