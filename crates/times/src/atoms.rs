//! From tokens to the atoms that the grammar reads: words and phrases of the table, numbers, marks.
//!
//! Tokens do not fit: "8p.m.", "mid-November" and "2014-2018" may be one or three of them. Atoms
//! are cut within tokens where letters, digits and marks meet, and phrases of the table ("New
//! Year's Eve") are one atom, so the grammar does not depend on how words were cut. Nothing is
//! allocated here but the buffer, which is used again.

use super::words::{Entry, Word, Words};
use verbale_document::folding::{lower_case, normal};
use verbale_document::{Document, Sentence, Token, TokenIdx};

/// The smallest thing that the grammar sees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The token it stands in, and the last one where it is a phrase.
    pub(super) first: TokenIdx,
    pub(super) last: TokenIdx,
    pub(super) what: What,
    /// No white space before it.
    pub(super) glued: bool,
}

/// What an atom is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum What {
    /// A word that the table does not know.
    Other,
    Mark(char),
    /// Digits: their value, and how many there are.
    Digits(i64, usize),
    /// Digits with points or commas in them.
    Decimal,
    Word(Word),
}

/// Appends the atoms of a sentence to `out`, which it empties first.
pub(super) fn cut(words: &Words, doc: &Document, sentence: &Sentence, out: &mut Vec<Atom>) {
    out.clear();
    let tokens: &[Token] = doc.tokens.as_deref().unwrap_or(&[]);
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let span = tokens[at as usize].span;
        let entry = words.get(doc.slice(span));
        let phrase = entry.and_then(|e| phrase(e, doc, sentence, at));
        let last = phrase.map_or(at, |(last, _)| last);
        let (start, end) = (span.start as usize, tokens[last as usize].span.end as usize);
        let address = doc.slice(span).contains("://");
        let word = phrase.map(|(_, w)| w).or_else(|| alone(entry, doc.slice(span)));
        match word {
            Some(w) => push(doc, out, (start, end), (at, last), What::Word(w)),
            None if address || doc.slice(span).bytes().all(|b| b.is_ascii_alphabetic()) => {
                push(doc, out, (start, end), (at, at), What::Other);
            }
            None => cut_token(words, doc, (start, end), at, out),
        }
        at = last + 1;
    }
}

fn alone(entry: Option<&Entry>, text: &str) -> Option<Word> {
    let (word, capital) = entry?.alone?;
    (!capital || text.starts_with(char::is_uppercase)).then_some(word)
}

/// The longest phrase of the table that begins at a token, and its last token.
fn phrase(
    entry: &Entry,
    doc: &Document,
    sentence: &Sentence,
    at: TokenIdx,
) -> Option<(TokenIdx, Word)> {
    let start = doc.tokens.as_deref()?[at as usize].span.start as usize;
    entry.phrases.iter().find_map(|(phrase, word)| {
        let end = start + same(phrase, doc.text().get(start..sentence.span.end as usize)?)?;
        let tokens = &doc.tokens.as_deref()?[at as usize..sentence.tokens.end as usize];
        let n = tokens.iter().position(|t| t.span.end as usize == end)?;
        Some((at + n as TokenIdx, *word))
    })
}

/// How many bytes of `text` say `phrase`, in any case and with any white space.
fn same(phrase: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for want in phrase.chars() {
        rest = match want {
            ' ' => rest.trim_start(),
            _ => {
                let c = rest.chars().next().filter(|&c| normal(lower_case(c)) == want)?;
                &rest[c.len_utf8()..]
            }
        };
    }
    Some(text.len() - rest.len())
}

/// A token that is no word of the table: whole, or cut where letters, digits and marks meet.
fn cut_token(
    words: &Words,
    doc: &Document,
    (mut start, end): (usize, usize),
    at: TokenIdx,
    out: &mut Vec<Atom>,
) {
    while start < end {
        let text = &doc.text()[start..end];
        let (len, what) = head(words, text);
        push(doc, out, (start, start + len), (at, at), what);
        start += len;
    }
}

/// The first atom of a piece of a token.
fn head(words: &Words, text: &str) -> (usize, What) {
    let run = |is: fn(char) -> bool| text.find(|c| !is(c)).unwrap_or(text.len());
    let first = text.chars().next().unwrap_or(' ');
    if matches!(text, "'s" | "’s") {
        return (text.len(), What::Other);
    }
    if first.is_ascii_digit() {
        let n = run(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        let number = text[..n].trim_end_matches(['.', ',']);
        return match number.parse() {
            Ok(value) => (number.len(), What::Digits(value, number.len())),
            Err(_) => (number.len(), What::Decimal),
        };
    }
    if let Some(word) = alone(words.get(text), text) {
        return (text.len(), What::Word(word));
    }
    if !first.is_alphabetic() {
        return (first.len_utf8(), What::Mark(first));
    }
    let n = run(char::is_alphabetic);
    let word = if n < text.len() { alone(words.get(&text[..n]), text) } else { None };
    (n, word.map_or(What::Other, What::Word))
}

fn push(
    doc: &Document,
    out: &mut Vec<Atom>,
    (start, end): (usize, usize),
    (first, last): (TokenIdx, TokenIdx),
    what: What,
) {
    let glued = !doc.text()[..start].ends_with(char::is_whitespace);
    out.push(Atom { start, end, first, last, what, glued });
}
