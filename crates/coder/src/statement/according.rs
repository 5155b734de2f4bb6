//! "According to X, ...", "as per X", "per X": the source in an adverbial.

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{content_of, qualified, source_span};
use crate::View;
use verbale_document::{Act, Deprel, Sentence, SmolStr, Span, Stance, TokenIdx, Upos};

/// The attribution at the word "according" (with "to").
pub(super) fn draft(view: &View, cues: &Cues, sentence: &Sentence, at: TokenIdx) -> Option<Draft> {
    let last = marker(view, cues, sentence, at)?;
    let source = source_after(view, sentence, at, last)?;
    let outside = |&h: &TokenIdx| h != at && h != last;
    let above = view.tree.ancestors(source).find(outside).or_else(|| view.tree.root(sentence))?;
    let scope = qualified(view, above, at);
    let inside = view.tree.subtree(source);
    // "A, according to X, making him rich": what the writer goes on with
    let more = |t: TokenIdx| {
        let gerund = view.tree.token(t).deprel == Deprel::Advcl && view.tree.token(t).xpos == "VBG";
        gerund && scope < at && t > source && view.tree.child(t, Deprel::Mark).is_none()
    };
    // "According to the minister, *Ann Lee*, ...": the name of which the tree makes a part of the clause.
    let name = view.mention_of(source).map(|m| view.doc.mention(m));
    let name = name.filter(|m| m.title.is_some()).map_or(0..0, |m| view.doc.tokens_in(m.span));
    let cut =
        |t: TokenIdx| t == at || t == last || inside.contains(&t) || name.contains(&t) || more(t);
    let content = match aside(view, sentence, at) {
        Some(inside) => {
            bracketed(view, inside, &cut).unwrap_or_else(|| content_of(view, scope, cut))
        }
        None => content_of(view, scope, cut),
    };
    let content = without(content, view.span(at).cover(view.tree.span(source)));
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, last)),
        cue: at,
        cue_span: Some(view.span(at).cover(view.span(last))),
        content,
        addressee: Vec::new(),
        act: act(view, cues, source),
        stance: Stance::Assert,
        negated: false,
        voice: false,
        by: SmolStr::new_static("statement/according-to"),
    })
}

/// The last word of "according to"; or of "as per" and a "per" that opens a clause, before somebody who
/// is known or a document ("per the ministry", not "per head").
fn marker(view: &View, cues: &Cues, sentence: &Sentence, at: TokenIdx) -> Option<TokenIdx> {
    let is = |t: TokenIdx, word: &str| {
        sentence.tokens.contains(&t) && view.doc.word(t).eq_ignore_ascii_case(word)
    };
    let opens = at == sentence.tokens.start || view.tree.token(at - 1).upos == Upos::Punct;
    let known = |last: TokenIdx| {
        let source = source_after(view, sentence, at, last);
        source.is_some_and(|s| view.mention_of(s).is_some() || cues.is_document(view.lemma(s)))
    };
    match () {
        () if is(at, "according") && is(at + 1, "to") => Some(at + 1),
        () if is(at, "as") && is(at + 1, "per") && known(at + 1) => Some(at + 1),
        () if is(at, "per") && opens && known(at) => Some(at),
        () => None,
    }
}

/// The head of the phrase after "according to": the word that one of its words marks, else the first
/// noun after it.
fn source_after(
    view: &View,
    sentence: &Sentence,
    at: TokenIdx,
    last: TokenIdx,
) -> Option<TokenIdx> {
    let marked = [at, last].into_iter().find_map(|t| {
        let token = view.tree.token(t);
        token.head.filter(|&h| token.deprel == Deprel::Case && h > last)
    });
    let noun =
        |t: &TokenIdx| matches!(view.tree.token(*t).upos, Upos::Noun | Upos::Propn | Upos::Pron);
    marked.or_else(|| (last + 1..sentence.tokens.end).find(noun))
}

fn act(view: &View, cues: &Cues, source: TokenIdx) -> Act {
    if cues.is_document(view.lemma(source)) { Act::Document } else { Act::Speech }
}

/// Content without the adverbial itself.
fn without(content: Vec<Span>, adverbial: Span) -> Vec<Span> {
    content.into_iter().filter(|s| !adverbial.contains(*s)).collect()
}

/// What stands between the round brackets that hold the word at `at`.
fn aside(view: &View, sentence: &Sentence, at: TokenIdx) -> Option<std::ops::Range<TokenIdx>> {
    let is = |t: &TokenIdx, mark: &str| view.doc.word(*t) == mark;
    let bracket = |t: &TokenIdx| is(t, "(") || is(t, ")");
    let open = (sentence.tokens.start..at).rfind(bracket).filter(|t| is(t, "("))?;
    let close = (at..sentence.tokens.end).find(bracket).filter(|t| is(t, ")"))?;
    Some(open + 1..close)
}

/// "ten died (*twelve*, according to X)": of a bracket that says something, its own words alone are X's.
fn bracketed(
    view: &View,
    inside: std::ops::Range<TokenIdx>,
    cut: &impl Fn(TokenIdx) -> bool,
) -> Option<Vec<Span>> {
    let word = |t: &TokenIdx| !cut(*t) && view.tree.token(*t).upos != Upos::Punct;
    let words: Vec<TokenIdx> = inside.filter(word).collect();
    let runs = words.chunk_by(|a, b| !(*a..*b).any(cut));
    let spans: Vec<Span> = runs.map(|run| view.tree.span_of(run)).collect();
    (!spans.is_empty()).then_some(spans)
}
