//! From drafts to statements: kind, verbatim parts, speaker, date and place.

use super::draft::Draft;
use crate::View;
use crate::trace::{Attribution, Reason};
use verbale_document::{Quotations, Quote, Span, Speaker, Statement, StatementKind, TokenIdx};

/// Finishes drafts and sorts them by cue.
pub(super) fn statements(view: &View, drafts: Vec<Draft>) -> Vec<Statement> {
    let quotes = Quotations::new(view.doc);
    let finished = drafts.into_iter().filter_map(|d| finish(view, &quotes, d));
    let mut all: Vec<Statement> = finished.collect();
    let start = |spans: &[Span]| spans.first().map(|s| s.start);
    all.sort_by_key(|s| (start(&s.cue).or(start(&s.content)), start(&s.content)));
    all.dedup_by(|b, a| a.cue == b.cue && a.content == b.content);
    all
}

/// A statement on its own; what lies above it and how sure it is are told when the layer is whole.
fn finish(view: &View, quotes: &Quotations, draft: Draft) -> Option<Statement> {
    let anchor = draft.cue_span.or(draft.content.first().copied())?;
    let sentence = view.doc.sentence_at(anchor.start)?;
    let source: Vec<Span> = draft.source_span.into_iter().collect();
    let own = |s: &Span| draft.cue_span.is_some_and(|cue| cue.overlaps(*s));
    let overlaps = |s: &&Span| !own(s) && !source.contains(s);
    let content: Vec<Span> = draft.content.iter().filter(overlaps).copied().collect();
    if content.is_empty() {
        view.log.drop(draft.cue, None, Reason::NothingLeft);
        return None;
    }
    view.log.attribute(|| Attribution {
        cue: draft.cue,
        source: draft.source,
        cue_span: draft.cue_span,
        content: content.clone(),
    });
    let verbatim = verbatim(quotes, &content);
    let speaker = draft.source.map(|head| speaker(view, head, draft.source_span));
    let own = |t: TokenIdx| {
        let said_by = speaker.as_ref().and_then(|s| s.mention);
        said_by.is_some() && view.mention_of(t) == said_by
    };
    let addressed = draft.addressee.iter().filter(|&&t| is_actor(view, t) && !own(t));
    let addressee = addressed.map(|&t| view.participant(t)).collect();
    Some(Statement {
        kind: kind(view, &content, &verbatim),
        source,
        cue: draft.cue_span.into_iter().collect(),
        verbatim,
        speaker,
        via: Vec::new(),
        addressee,
        parent: None,
        stance: draft.stance,
        negated: draft.negated,
        voice: draft.voice,
        date: view.when(draft.cue),
        place: view.place_in(draft.cue).filter(|&m| !inside(view.doc.mention(m).span, &content)),
        act: draft.act,
        sentence,
        by: draft.by,
        confidence: 0.0,
        content,
    })
}

fn inside(span: Span, content: &[Span]) -> bool {
    content.iter().any(|c| c.contains(span))
}

fn is_actor(view: &View, head: TokenIdx) -> bool {
    // "put to the members *of the league*"
    let people = || view.tree.token(head).xpos == "NNS" && view.owner_of(head).is_some();
    view.mention_of(head).is_some()
        || view.tree.token(head).upos == verbale_document::Upos::Pron
        || people()
}

/// Who speaks: the mention of the source's head, else its owner ("the court's ruling"), else its
/// words.
fn speaker(view: &View, head: TokenIdx, span: Option<Span>) -> Speaker {
    match view.mention_of(head).or_else(|| view.owner_of(head)) {
        Some(mention) => view.speaker(mention),
        None => {
            let words = span.map(|s| view.doc.slice(s)).unwrap_or_default();
            let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
            Speaker { name: Some(name.into()), ..Speaker::default() }
        }
    }
}

/// The parts of the content inside quotation marks, without the marks; of nested ones the outer.
fn verbatim(quotes: &Quotations, content: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let whole = content.iter().copied().reduce(Span::cover).unwrap_or_default();
    for quote in quotes.near(whole) {
        let part = content.iter().find_map(|c| common(*c, quote));
        if let Some(part) = part.filter(|p| !out.iter().any(|o| o.overlaps(*p))) {
            out.push(part);
        }
    }
    out
}

fn common(content: Span, quote: &Quote) -> Option<Span> {
    let start = content.start.max(quote.inner.start);
    let end = content.end.min(quote.inner.end);
    (start < end).then_some(Span { start, end })
}

/// Direct where nothing but marks and punctuation stands outside the quoted parts.
fn kind(view: &View, content: &[Span], verbatim: &[Span]) -> StatementKind {
    if verbatim.is_empty() {
        return StatementKind::Indirect;
    }
    let quoted = |at: usize| verbatim.iter().any(|v| v.contains_at(at as u32));
    let bare = content.iter().any(|c| {
        let letters = view.doc.slice(*c).char_indices().filter(|(_, ch)| ch.is_alphanumeric());
        letters.map(|(i, _)| i + c.start as usize).any(|at| !quoted(at))
    });
    if bare { StatementKind::Mixed } else { StatementKind::Direct }
}
