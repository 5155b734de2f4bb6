//! Quotations that no tree has given to anybody yet.
//!
//! A quotation belongs to the nearest speech cue outside it in the sentences it touches; a second
//! one in the same paragraph, with no cue of its own, goes on with the speaker of the first
//! ("“A,” he said. “B.”"). Follows the observation of O'Keefe et al. (2012) that the nearest cue
//! is right for most news quotations.

use super::complement::is_adding;
use super::cue::Cues;
use super::draft::Draft;
use super::drafts::Drafts;
use super::extent::{cue_span, source_span};
use super::unattributed::{continues, introduced, listed, opened, signed, summed_up};
use super::verb::source;
use crate::View;
use verbale_document::{Act, MentionKind, Quote, SmolStr, Span, TokenIdx, Upos};

/// Shorter quotations are words set apart, not speech.
const MIN_WORDS: u32 = 4;

/// Words from a quotation to the cue in the sentence behind it, at most.
const MAX_TAG: usize = 12;

/// Bytes between a quotation and the cue behind it, at most.
const MAX_GAP: usize = 120;

/// Widens contents over the quotations they cut, then gives every other quotation a speaker.
pub(super) fn attach(view: &View, cues: &Cues, drafts: &mut Drafts) {
    let quotes = outermost(view);
    for quote in quotes.iter().filter(|quote| !too_short(view, quote)) {
        let near = Span { end: quote.outer.end + MAX_GAP as u32, ..quote.outer };
        drafts.change_near(near, |draft| {
            widen(quote, draft);
            settle(view, quote, draft);
        });
    }
    for (i, quote) in quotes.iter().enumerate() {
        if is_taken(quote.outer, drafts) || too_short(view, quote) && !is_question(view, quote) {
            continue;
        }
        match beside(view, cues, quote).or_else(|| adjoining(view, cues, quote, drafts)) {
            Some((verb, cue)) => {
                let known = drafts.change_cued(verb, |d| add(&mut d.content, quote.outer));
                let new = || new_draft(view, cues, verb, cue, quote.outer);
                (!known).then(new).flatten().into_iter().for_each(|draft| drafts.push(draft));
            }
            None => {
                let told = introduced(view, cues, quote).or_else(|| signed(view, quote));
                let told = told.or_else(|| summed_up(view, cues, quote));
                let told = told.or_else(|| listed(view, quote));
                let told = told.or_else(|| opened(view, &quotes[i..], drafts, true));
                let told = told.or_else(|| continues(view, cues, quote, drafts));
                let told = told.or_else(|| opened(view, &quotes[i..], drafts, false));
                told.into_iter().for_each(|draft| drafts.push(draft));
            }
        }
    }
}

/// Quotations that stand in no other, in the story's own sections, paragraph by paragraph.
pub(super) fn outermost(view: &View) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    for quote in view.doc.quotes.as_deref().unwrap_or(&[]) {
        let nested = out.last().is_some_and(|o: &Quote| o.outer.contains(quote.outer));
        if !nested && view.doc.section_at(quote.outer.start).is_story() {
            out.push(*quote);
        }
    }
    out.iter().flat_map(|quote| paragraphs(view, quote)).collect()
}

/// A quotation over several paragraphs that each open it anew is told as one for each.
fn paragraphs(view: &View, quote: &Quote) -> Vec<Quote> {
    let text = view.doc.slice(quote.outer);
    let reopened = |at: &usize| {
        let rest = text[*at..].trim_start();
        rest.starts_with(['"', '“', '„', '«']) && rest.contains(char::is_alphanumeric)
    };
    let lines = text.match_indices('\n').map(|(at, _)| at).filter(reopened);
    let (mut out, mut start) = (Vec::new(), 0);
    for end in lines.chain([text.len()]) {
        let piece = text[start..end].trim();
        let mark = piece.chars().next().map_or(0, char::len_utf8);
        let from = end - text[start..end].trim_start().len();
        let outer = Span { start: at(quote, from), end: at(quote, from + piece.len()) };
        let inner = Span {
            start: if from == 0 { quote.inner.start } else { at(quote, from + mark) },
            end: if end == text.len() { quote.inner.end } else { outer.end },
        };
        if !piece.is_empty() {
            out.push(Quote { outer, inner, ..*quote });
        }
        start = end;
    }
    out
}

/// The place in the text of a byte of a quotation.
fn at(quote: &Quote, byte: usize) -> u32 {
    quote.outer.start + byte as u32
}

pub(super) fn too_short(view: &View, quote: &Quote) -> bool {
    let words = view.doc.tokens_in(quote.inner);
    let n = words.filter(|&t| view.tree.token(t).upos != Upos::Punct).count() as u32;
    n < MIN_WORDS
}

/// A question or a call that makes up a sentence ("“Why now?” he asked"), however short.
fn is_question(view: &View, quote: &Quote) -> bool {
    let ends = view.doc.slice(quote.inner).trim_end().ends_with(['?', '!']);
    let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
    let at = view.doc.sentence_at(quote.inner.start);
    ends && at.is_some_and(|s| sentences[s as usize].span.start + 4 >= quote.outer.start)
}

/// A content that a quotation overlaps without holding it, or that begins or ends in it, is taken
/// to reach over the whole quotation.
fn widen(quote: &Quote, draft: &mut Draft) {
    let outside = draft.cue_span.is_some_and(|cue| !quote.outer.contains(cue));
    let cuts = |s: &Span| s.overlaps(quote.outer) && !s.contains(quote.outer);
    if outside && draft.content.iter().any(cuts) {
        add(&mut draft.content, quote.outer);
    }
}

/// For a cue outside the quotation: its source is no word of the quotation, and what stands
/// between the quotation and the cue is its source ("“...,” an official said").
fn settle(view: &View, quote: &Quote, draft: &mut Draft) {
    let Some(cue) = draft.cue_span else { return };
    let within = |s: Span| quote.outer.contains(s);
    let after = cue.start >= quote.outer.end;
    let between = between(quote.outer, cue);
    let told = draft.content.iter().any(|s| s.overlaps(quote.outer) || between.contains(*s));
    let taken_for_source = draft.source.is_some_and(|s| within(view.span(s)));
    if within(cue) || !(told || taken_for_source) {
        return;
    }
    // "“...,” said X, who insisted on ...", read as what a word of the quotation did
    if taken_for_source && !told && after && !draft.content.is_empty() {
        draft.source = beside_quote(view, between, draft.cue);
        draft.source_span = draft.source.map(|s| source_span(view, s, draft.cue));
        return;
    }
    let stopped = view.doc.slice(quote.inner).trim_end().ends_with('.');
    let near = after
        && !stopped
        && between.len() < MAX_GAP
        && !view.doc.slice(between).contains(['.', ';', '\n']);
    if !near || !matches!(draft.act, Act::Speech | Act::Writing) {
        return;
    }
    let whole =
        |s: &Span| s.overlaps(quote.outer) && s.start < quote.outer.start && is_part(view, quote);
    if !draft.content.iter().any(whole) {
        draft.content.retain(|s| !s.overlaps(quote.outer) && is_quoted(view, *s));
    }
    add(&mut draft.content, quote.outer);
    let outside = draft.source_span.is_some_and(|s| !s.overlaps(quote.outer));
    if draft.source.is_none() || taken_for_source || !outside {
        draft.source = beside_quote(view, between, draft.cue);
        draft.source_span = draft.source.map(|s| source_span(view, s, draft.cue));
    }
}

/// Whether a quotation is the end of a sentence that the speaker's reporter begins ("the port “will stay
/// shut until May”, he said").
fn is_part(view: &View, quote: &Quote) -> bool {
    let first = view.doc.tokens_in(quote.outer).start;
    let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
    let sentence = |at: u32| view.doc.sentence_at(at).map(|s| &sentences[s as usize]);
    let own = sentence(quote.inner.start).filter(|s| s.tokens.start < first);
    let stops = first.checked_sub(1).is_some_and(|t| matches!(view.doc.word(t), ":" | "."));
    own.is_some_and(|s| quote.outer.end <= s.span.end + 1) && !stops
}

/// What stands between a quotation and a cue behind it; empty for a cue before it.
fn between(outer: Span, cue: Span) -> Span {
    Span { start: outer.end, end: cue.start.max(outer.end) }
}

/// Who speaks between a quotation and its cue, else right behind the cue ("“...,” said X").
fn beside_quote(view: &View, between: Span, cue: TokenIdx) -> Option<TokenIdx> {
    let before = view.doc.tokens_in(between);
    if before.clone().any(|t| is_nominal(view, t)) {
        return nominal_in(view, before);
    }
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let ends = |t: &TokenIdx| {
        let token = view.tree.token(*t);
        token.upos == Upos::Punct
            || matches!(token.xpos.as_str(), "VBD" | "VBZ" | "MD" | "WP" | "WDT")
    };
    let end = (cue + 1..n).find(ends).unwrap_or(n);
    nominal_in(view, cue + 1..end)
}

/// The person among some words, else the first that is known, else the first nominal.
fn nominal_in(view: &View, words: std::ops::Range<TokenIdx>) -> Option<TokenIdx> {
    let kind = |t: &TokenIdx| view.actor_at(*t).map(|m| view.doc.mention(m).kind);
    let person = words.clone().find(|t| kind(t) == Some(MentionKind::Person));
    let known = || {
        let fits = |t: &TokenIdx| kind(t).is_some_and(|k| k != MentionKind::Country);
        words.clone().find(|t| fits(t) && is_nominal(view, *t))
    };
    person.or_else(known).or_else(|| words.clone().find(|t| is_nominal(view, *t)))
}

fn is_nominal(view: &View, token: TokenIdx) -> bool {
    matches!(view.tree.token(token).upos, Upos::Pron | Upos::Propn | Upos::Noun)
}

/// Adds a span to a content, joining what overlaps or touches.
fn add(content: &mut Vec<Span>, span: Span) {
    let mut span = span;
    content.retain(|s| {
        let joins = s.overlaps(span) || s.end == span.start || span.end == s.start;
        if joins {
            span = span.cover(*s);
        }
        !joins
    });
    content.push(span);
    content.sort();
}

/// Whether some attribution from outside the quotation has most of it as content.
pub(super) fn is_taken(outer: Span, drafts: &Drafts) -> bool {
    drafts.near(outer).any(|d| {
        let shared = |s: &Span| s.end.min(outer.end).saturating_sub(s.start.max(outer.start));
        let sum: u32 = d.content.iter().map(shared).sum();
        d.cue_span.is_none_or(|cue| !outer.contains(cue)) && sum as usize * 2 > outer.len()
    })
}

/// The nearest verb cue outside any quotation in the sentences where the quotation begins or ends.
fn beside<'c>(
    view: &View,
    cues: &'c Cues,
    quote: &Quote,
) -> Option<(TokenIdx, &'c super::cue::Cue)> {
    let sentences = view.doc.sentences.as_deref()?;
    let first =
        view.doc.sentence_at(quote.inner.start).or(view.doc.sentence_at(quote.outer.start))?;
    let last = view.doc.sentence_at(quote.outer.end.saturating_sub(1)).unwrap_or(first);
    let inside = view.doc.tokens_in(quote.outer);
    let mut best: Option<(u32, TokenIdx, &super::cue::Cue)> = None;
    for sentence in [&sentences[first as usize], &sentences[last as usize]] {
        for at in sentence.tokens.clone().filter(|t| !inside.contains(t)) {
            let Some(cue) = speech_cue(view, cues, at) else { continue };
            let gap = if at < inside.start { inside.start - at } else { at + 1 - inside.end };
            if best.is_none_or(|(g, _, _)| gap < g) {
                best = Some((gap, at, cue));
            }
        }
    }
    best.map(|(_, at, cue)| (at, cue))
}

/// A verb cue with nothing said in its own sentence, which the quotation's stop parts from it: right before
/// the quotation ("he writes “...”"), or in the few words behind it ("“Why now?” the minister asked").
fn adjoining<'c>(
    view: &View,
    cues: &'c Cues,
    quote: &Quote,
    drafts: &Drafts,
) -> Option<(TokenIdx, &'c super::cue::Cue)> {
    let sentences = view.doc.sentences.as_deref()?;
    let inside = view.doc.tokens_in(quote.outer);
    let last = view.doc.sentence_at(quote.outer.end.saturating_sub(1))?;
    let next = sentences.get(last as usize + 1).filter(|s| s.tokens.start == inside.end);
    let same = next.filter(|s| {
        let gap = view.doc.text().get(quote.outer.end as usize..s.span.start as usize);
        gap.is_some_and(|gap| !gap.contains('\n'))
    });
    let behind = same.into_iter().flat_map(|s| s.tokens.clone().take(MAX_TAG));
    let mark = |t: TokenIdx| matches!(view.doc.word(t), "," | ":");
    let before = inside.start.checked_sub(1).map(|t| if mark(t) { t.saturating_sub(1) } else { t });
    // The verb of a headline has nothing to do with a quotation that opens the story.
    let headed = |t: &TokenIdx| {
        let apart = *t + 1 == inside.start && view.is_headline(*t);
        apart && !view.is_headline(inside.start)
    };
    let before = before.filter(|t| !headed(t));
    let free = |at: &TokenIdx| !drafts.has_cue(*at);
    let finite =
        |at: &TokenIdx| matches!(view.tree.token(*at).xpos.as_str(), "VBD" | "VBZ" | "VBP");
    let speaks = |at: TokenIdx| Some((at, speech_cue(view, cues, at).filter(|_| finite(&at))?));
    before.into_iter().chain(behind.filter(free)).find_map(speaks)
}

fn speech_cue<'c>(view: &View, cues: &'c Cues, at: TokenIdx) -> Option<&'c super::cue::Cue> {
    let token = view.tree.token(at);
    let cue = cues.verb_at(view, at).filter(|c| c.frames.quote && token.upos == Upos::Verb)?;
    (!view.is_quoted(at)).then_some(cue)
}

fn new_draft(
    view: &View,
    cues: &Cues,
    verb: TokenIdx,
    cue: &super::cue::Cue,
    outer: Span,
) -> Option<Draft> {
    let telling = view.tree.token(verb).head.filter(|_| cues.is_phrase(view, verb));
    let clause = view.clause(telling.unwrap_or(verb));
    let heads = if clause.passive { &clause.agents } else { &clause.subjects };
    let outside = |t: &&TokenIdx| !outer.contains(view.span(**t));
    let between = between(outer, cue_span(view, verb));
    let goes_on = is_adding(view, cues, verb).then(|| source(view, cues, &clause, verb)).flatten();
    let source = goes_on.or(heads.iter().find(outside).copied());
    let source = source.or_else(|| name_beside(view, verb)).or_else(|| {
        let near = between.len() < MAX_GAP && verb >= view.doc.tokens_in(outer).end;
        near.then(|| beside_quote(view, between, verb)).flatten()
    });
    Some(Draft {
        source,
        source_span: source.map(|s| source_span(view, s, verb)),
        cue: verb,
        cue_span: Some(cue_span(view, verb)),
        content: vec![outer],
        addressee: clause.addressees(),
        act: cue.act,
        stance: cue.stance,
        negated: clause.negated,
        voice: false,
        by: SmolStr::new_static("statement/quotation"),
    })
}

/// A name or pronoun right before or after the verb, where the tree gives no subject.
fn name_beside(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let nominal = |t: &TokenIdx| is_nominal(view, *t);
    let before = verb.checked_sub(1).filter(nominal);
    before.or_else(|| Some(verb + 1).filter(|t| *t < n).filter(nominal))
}

fn is_quoted(view: &View, span: Span) -> bool {
    let quotes = view.doc.quotes.as_deref().unwrap_or(&[]);
    quotes.iter().any(|q| q.outer.contains(span) || span.contains(q.outer))
}
