//! Quotations that no verb beside them gives to anybody: after a colon, signed behind a dash, in a list
//! under a name, of their own sentence, or of nobody.
//!
//! A quotation of its own sentence goes on with the speaker of the statement right before it, in the same
//! paragraph or at the head of the next (as news style has it); it is a statement of its own, without a
//! source of its own. Quotations beside a cue are [`super::quotation`]'s.

use super::cue::Cues;
use super::draft::Draft;
use super::drafts::{Drafts, hull};
use super::extent::{runs, source_span};
use super::headline::speaker;
use super::hearsay::voice;
use super::quotation::{is_taken, outermost, too_short};
use crate::View;
use verbale_document::{
    Act, Deprel, MentionKind, Quote, Sentence, SmolStr, Span, Stance, TokenIdx, Upos,
};

/// Bytes between a statement and the quotation that goes on with it, at most.
const MAX_APART: usize = 300;

/// Bytes between them where the speaker is told of in between, at most.
const MAX_RESUMED: usize = 600;

/// Quotations that nobody is found to say: a voice each.
pub(super) fn of_nobody(view: &View, drafts: &Drafts) -> Vec<Draft> {
    let free = |q: &Quote| !is_taken(q.outer, drafts) && !too_short(view, q);
    let verb =
        |q: &Quote| view.doc.tokens_in(q.inner).any(|t| view.tree.token(t).upos == Upos::Verb);
    let quotes = outermost(view).into_iter().filter(|q| free(q) && verb(q));
    quotes.filter_map(|q| voice(view.doc.tokens_in(q.inner).start, None, vec![q.outer])).collect()
}

/// "The president was blunt: “...”": the subject before a colon speaks what stands behind it.
pub(super) fn introduced(view: &View, cues: &Cues, quote: &Quote) -> Option<Draft> {
    let first = view.doc.tokens_in(quote.outer).start;
    let colon = first.checked_sub(1).filter(|&t| view.doc.word(t) == ":")?;
    let sentences: &[Sentence] = view.doc.sentences.as_deref().unwrap_or(&[]);
    let sentence = &sentences[view.doc.sentence_at(view.span(colon).start)? as usize];
    if let Some(source) = speaker(view, sentence.tokens.start..colon) {
        // "Opposition leader Ann Lee: “...”"
        let side: Vec<TokenIdx> = (sentence.tokens.start..colon).collect();
        return Some(Draft {
            source: Some(source),
            source_span: runs(view, &side).first().copied(),
            cue_span: Some(view.span(colon)),
            content: vec![quote.outer],
            ..Draft::plain(colon, "statement/introduced")
        });
    }
    let verb =
        (sentence.tokens.start..colon).find(|&t| view.tree.token(t).deprel == Deprel::Root)?;
    let source = *view.clause(verb).subjects.first().filter(|&&s| s < colon)?;
    let known = view.mention_of(source).is_some() || cues.is_speaker(view.lemma(source));
    known.then(|| Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, verb)),
        cue_span: Some(view.span(colon)),
        content: vec![quote.outer],
        ..Draft::plain(colon, "statement/introduced")
    })
}

/// "“...” With these words Ann Lee left": the subject of a sentence that begins by naming the words before it.
pub(super) fn summed_up(view: &View, cues: &Cues, quote: &Quote) -> Option<Draft> {
    let sentences: &[Sentence] = view.doc.sentences.as_deref().unwrap_or(&[]);
    let first = view.doc.tokens_in(quote.outer).end;
    let at = sentences.partition_point(|s| s.tokens.end <= first);
    let sentence = sentences.get(at).filter(|s| s.tokens.start == first)?;
    let root = view.tree.root(sentence)?;
    let phrase = view.tree.children_by(root, Deprel::Obl).find(|&k| k < root)?;
    let opens = view.has_case(phrase, "with") && view.tree.subtree(phrase).first() == Some(&first);
    let these = |d: TokenIdx| matches!(view.lemma(d), "this" | "that" | "these" | "those" | "such");
    let named = view.tree.children_by(phrase, Deprel::Det).any(these);
    let lemma = view.lemma(phrase);
    let words = cues.is_utterance(lemma) || cues.is_remark(lemma);
    let source = *view.clause(root).subjects.first()?;
    (opens && named && words).then(|| Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, root)),
        content: vec![quote.outer],
        ..Draft::plain(view.doc.tokens_in(quote.inner).start, "statement/summed-up")
    })
}

/// "“...” — Ann Lee": the name behind a dash at the end of a line.
pub(super) fn signed(view: &View, quote: &Quote) -> Option<Draft> {
    let dash = view.doc.tokens_in(quote.outer).end;
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    let marks = |t: TokenIdx| t < n && matches!(view.doc.word(t), "—" | "―" | "–" | "--" | "-");
    let first = Some(dash + 1).filter(|&t| marks(dash) && t < n)?;
    let mention = view.doc.mention(view.actor_at(first)?);
    let end = mention.span.end as usize;
    let ends = view.doc.text()[end..].trim_start_matches([' ', '.', ',']).starts_with('\n');
    let whole = ends || view.doc.text()[end..].trim().is_empty();
    let person = matches!(mention.kind, MentionKind::Person | MentionKind::Organisation);
    (whole && person).then(|| Draft {
        source: Some(mention.head),
        source_span: Some(mention.span),
        cue_span: Some(view.span(dash)),
        content: vec![quote.outer],
        ..Draft::plain(dash, "statement/signed")
    })
}

/// "Ann Lee, Acme Bank ¶ – “...” ¶ – “...”": an item of a list is said by whoever stands over it.
pub(super) fn listed(view: &View, quote: &Quote) -> Option<Draft> {
    let text = view.doc.text();
    let start = |at: usize| text[..at].rfind('\n').map_or(0, |i| i + 1);
    let item = |at: usize| text[at..].starts_with(['–', '—', '-', '•', '*', '·']);
    let line = start(quote.outer.start as usize);
    let mut over = line;
    while over > 0 && item(over) {
        over = start(over - 1);
    }
    let name = Span::new(over, over + text[over..].find('\n')?);
    let source = speaker(view, view.doc.tokens_in(name)).filter(|_| over < line)?;
    let mark = text[line..].chars().next().map_or(0, char::len_utf8);
    let end = quote.outer.end as usize;
    let stop = end + text[end..].find('\n').unwrap_or(text.len() - end);
    let body = line + mark..stop;
    let from = body.end - text[body.clone()].trim_start().len();
    let to = body.start + text[body].trim_end().len();
    Some(Draft {
        source: Some(source),
        source_span: Some(view.doc.mention(view.actor_at(source)?).span),
        content: vec![Span::new(from, to)],
        ..Draft::plain(view.doc.tokens_in(quote.inner).start, "statement/listed")
    })
}

/// The first paragraphs of a quotation that is closed in a later one, beside which the speaker stands:
/// "“A. ¶ “B,” she said." Where he is to be `named`, a pronoun there means whoever spoke before.
pub(super) fn opened(view: &View, quotes: &[Quote], drafts: &Drafts, named: bool) -> Option<Draft> {
    let (quote, rest) = quotes.split_first()?;
    if !view.doc.text()[..quote.outer.start as usize].trim_end_matches(' ').ends_with('\n') {
        return None;
    }
    let mut last = quote;
    for next in rest {
        let gap = view.doc.text().get(last.outer.end as usize..next.outer.start as usize)?;
        if is_closed(view, last) || !gap.trim().is_empty() {
            break;
        }
        last = next;
    }
    let told = |d: &&Draft| {
        let source = d.source.filter(|&s| !view.is_quoted(s) && !is_inside(view, d));
        let name = source.is_some_and(|s| !named || view.tree.token(s).upos != Upos::Pron);
        name && d.content.iter().any(|c| c.overlaps(last.outer))
    };
    (last.outer != quote.outer).then_some(())?;
    drafts.near(last.outer).find(told).map(|said| again(view, said, quote))
}

/// Whether a quotation ends with a closing mark.
fn is_closed(view: &View, quote: &Quote) -> bool {
    view.doc.slice(quote.outer).ends_with(['"', '”', '»', '“', '\'', '’'])
}

/// The same speaker's next statement: a quotation without a source of its own.
fn again(view: &View, said: &Draft, quote: &Quote) -> Draft {
    Draft {
        source_span: None,
        cue: view.doc.tokens_in(quote.inner).start,
        cue_span: None,
        content: vec![quote.outer],
        addressee: Vec::new(),
        stance: Stance::Assert,
        negated: false,
        voice: false,
        by: SmolStr::new_static("statement/continued"),
        ..said.clone()
    }
}

/// A quotation without a cue that begins a sentence goes on with the speaker of the statement before
/// it, in the same paragraph or the one before.
pub(super) fn continues(view: &View, cues: &Cues, quote: &Quote, drafts: &Drafts) -> Option<Draft> {
    let sentences: &[Sentence] = view.doc.sentences.as_deref().unwrap_or(&[]);
    let sentence = view.doc.sentence_at(quote.inner.start);
    let starts =
        sentence.is_some_and(|s| sentences[s as usize].span.start + 4 >= quote.outer.start);
    if !starts || !view.doc.tokens_in(quote.inner).any(|t| view.tree.token(t).upos == Upos::Verb) {
        return None;
    }
    let told = |d: &Draft| !is_inside(view, d) && !drafts.is_part(d);
    let last = drafts.last_before(quote.outer.start, told);
    let spoken = last.filter(|d| matches!(d.act, Act::Speech | Act::Writing));
    let Some(last) = spoken.filter(|d| is_near(view, d, quote) || is_resumed(view, d, quote))
    else {
        return begun(view, cues, quote, drafts);
    };
    Some(again(view, last, quote))
}

/// "The minister spoke in Muscat. “...”": whoever is told to speak, in the sentence right before.
fn begun(view: &View, cues: &Cues, quote: &Quote, drafts: &Drafts) -> Option<Draft> {
    let sentences: &[Sentence] = view.doc.sentences.as_deref().unwrap_or(&[]);
    let at = view.doc.sentence_at(quote.inner.start)?.checked_sub(1)?;
    let before = &sentences[at as usize];
    let verb = view.tree.root(before)?;
    let cue = cues.verb_at(view, verb).filter(|c| c.frames.quote && c.act == Act::Speech)?;
    let finite = matches!(view.tree.token(verb).xpos.as_str(), "VBD" | "VBZ" | "VBP");
    let silent = !drafts.has_cue(verb) && !view.is_quoted(verb);
    let clause = view.clause(verb);
    let source = *clause.subjects.first()?;
    let person =
        view.mention_of(source).is_some_and(|m| view.doc.mention(m).kind == MentionKind::Person);
    (finite && silent && person && !clause.negated && !clause.passive).then(|| Draft {
        source: Some(source),
        content: vec![quote.outer],
        act: cue.act,
        ..Draft::plain(view.doc.tokens_in(quote.inner).start, "statement/continued")
    })
}

/// Where a statement ends, its cue and source included.
fn end(draft: &Draft) -> u32 {
    hull(draft).end
}

/// Whether a statement is one that somebody quoted makes.
fn is_inside(view: &View, draft: &Draft) -> bool {
    draft.cue_span.is_some() && view.is_quoted(draft.cue)
}

/// Whether a quotation that is a paragraph follows one that tells of whoever spoke last, and of nobody
/// else: "“A,” she said. ¶ Lee turned to the council. ¶ “B.”"
fn is_resumed(view: &View, last: &Draft, quote: &Quote) -> bool {
    let text = view.doc.text();
    let Some(gap) = text.get(end(last) as usize..quote.outer.start as usize) else { return false };
    let between = gap.trim_end().rsplit_once("\n\n").map(|(before, told)| (before.trim(), told));
    let one = between.is_some_and(|(tail, _)| !tail.contains("\n\n"));
    let apart = gap.ends_with("\n\n") && gap.len() < MAX_RESUMED && one;
    let sentences: &[Sentence] = view.doc.sentences.as_deref().unwrap_or(&[]);
    let at = view.doc.sentence_at(quote.inner.start).and_then(|s| s.checked_sub(1));
    let root = at.filter(|_| apart).and_then(|s| view.tree.root(&sentences[s as usize]));
    let entity = |t: TokenIdx| view.doc.mention(view.mention_of(t)?).entity;
    let speaker = last.source.and_then(entity);
    let subject = root.and_then(|root| view.clause(root).subjects.first().copied());
    subject.is_some_and(|subject| {
        let owners = view.owners(subject);
        let told = owners.first().copied().unwrap_or(subject);
        speaker.is_some() && entity(told) == speaker
    })
}

/// Whether a quotation follows a statement closely: in its paragraph, or at the head of the next.
fn is_near(view: &View, last: &Draft, quote: &Quote) -> bool {
    let gap = view.doc.text().get(end(last) as usize..quote.outer.start as usize);
    let gap = gap.unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace());
    let paragraphs = gap.matches("\n\n").count();
    gap.len() < MAX_APART && paragraphs == 0
}
