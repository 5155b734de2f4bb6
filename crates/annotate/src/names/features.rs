//! What the name tagger looks at.

use super::class_of;
use crate::perceptron::{Template, atoms, keys};
use crate::word::{Case, Word, WordTable};
use rustc_hash::FxHashMap;
use verbale_document::Document;

/// A token as the name tagger sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) word: Word,
    upos: u8,
    xpos: u32,
    case: Case,
    /// Neither a capital nor a digit in it, and no hyphen ("Kim Jin-pyo" is four tokens).
    plain: bool,
}

/// Marks that join the parts of a name.
const NAME_MARKS: &[char] = &['-', '‐', '‑', '–', '\'', '’', '.'];

/// Whether the token at `at` can be in no name: nothing in it or next to it has a capital or digit.
pub(crate) fn is_plain(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(1)..(at + 2).min(tokens.len())].iter().all(|t| t.plain)
}

/// Reads the tokens of `doc`, which must have sentences.
pub(crate) fn read(table: &WordTable, doc: &Document, out: &mut Vec<Token>) {
    out.clear();
    let tokens = doc.tokens.as_deref().unwrap_or(&[]);
    for sentence in doc.sentences.iter().flat_map(|l| l.iter()) {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let part = &tokens[range];
        let case = Case::of(part.iter().map(|t| doc.slice(t.span)));
        out.extend(part.iter().map(|t| Token {
            word: table.word(doc.slice(t.span)),
            upos: t.upos as u8 + 1,
            xpos: crate::perceptron::hash_str(&t.xpos),
            case,
            plain:
                !doc.slice(t.span).contains(|c: char| {
                    NAME_MARKS.contains(&c) || c.is_uppercase() || c.is_numeric()
                }),
        }));
    }
}

/// What the first pass made of a document: its labels, and the class that it mostly gave to a word.
#[derive(Debug, Default)]
pub(crate) struct Context {
    labels: Vec<u8>,
    words: FxHashMap<u32, [u16; 6]>,
}

impl Context {
    /// Forgets the document.
    pub(crate) fn clear(&mut self) {
        self.labels.clear();
        self.words.clear();
    }

    /// Learns from the labels of all tokens of a document.
    pub(crate) fn learn(&mut self, tokens: &[Token], labels: &[u8]) {
        self.clear();
        self.labels.extend_from_slice(labels);
        for (token, label) in tokens.iter().zip(labels) {
            let class = class_of(*label).map_or(0, |c| c + 1);
            let counts = self.words.entry(token.word.lower).or_default();
            counts[class] = counts[class].saturating_add(1);
        }
    }

    /// First-pass label of a token of the document, from 1; 0 where there is none.
    fn label(&self, at: Option<usize>) -> u32 {
        at.and_then(|at| self.labels.get(at)).map_or(0, |l| u32::from(*l) + 1)
    }

    /// The commonest class of a word in the document and how clear the majority is.
    fn majority(&self, word: u32) -> u32 {
        let Some(counts) = self.words.get(&word) else { return 0 };
        let top = (1..6).fold(1, |top, c| if counts[c] > counts[top] { c } else { top });
        let named: u16 = counts[1..].iter().sum();
        match (counts[top], counts[0]) {
            (0, _) => 1,
            (n, _) if n < named => 2 + top as u32,
            (n, outside) if outside > n => 8 + top as u32,
            (1, _) => 14 + top as u32,
            _ => 20 + top as u32,
        }
    }
}

atoms! { N_ATOMS:
    W0 L0 P2A P3A S2A S3A S4A SHAPE FINE0 COARSE0 TAG0 UPOS0 CASE FIRST
    LM1 LM2 LP1 LP2 SHAPEM1 SHAPEP1 FINEM1 FINEM2 FINEP1 FINEP2 COARSEM1 COARSEP1 COARSEM2 COARSEP2
    TAGM1 TAGP1 TAGP2 S3M1 S3P1
    DOC0 DOCM1 DOCP1 OWN OWNM1 OWNP1 OWNP2
}

const TEMPLATES: &[Template] = &[
    &[],
    &[W0],
    &[L0],
    &[P2A],
    &[P3A],
    &[S2A],
    &[S3A],
    &[S4A],
    &[SHAPE],
    &[SHAPE, CASE, FIRST],
    &[FINE0],
    &[COARSE0],
    &[FINE0, SHAPE],
    &[COARSE0, SHAPE],
    &[TAG0],
    &[TAG0, SHAPE],
    &[TAG0, CASE],
    &[LM1],
    &[LM2],
    &[LP1],
    &[LP2],
    &[LM1, L0],
    &[L0, LP1],
    &[LM1, LM2],
    &[LP1, LP2],
    &[LM1, SHAPE],
    &[LP1, SHAPE],
    &[LM1, TAG0, SHAPE],
    &[LP1, TAG0, SHAPE],
    &[FINEM1],
    &[FINEP1],
    &[FINEM2],
    &[FINEP2],
    &[FINEM1, SHAPE],
    &[FINEP1, SHAPE],
    &[FINEM1, FINE0],
    &[FINE0, FINEP1],
    &[COARSEM1, COARSE0],
    &[COARSE0, COARSEP1],
    &[COARSEM2, COARSEM1, COARSE0],
    &[COARSE0, COARSEP1, COARSEP2],
    &[COARSEM1, COARSE0, COARSEP1],
    &[SHAPEM1, SHAPE],
    &[SHAPE, SHAPEP1],
    &[SHAPEM1, SHAPE, SHAPEP1],
    &[TAGM1, TAG0],
    &[TAG0, TAGP1],
    &[TAGM1, TAG0, TAGP1],
    &[TAG0, TAGP1, TAGP2],
    &[S3A, SHAPE],
    &[S3M1, SHAPE],
    &[S3P1, SHAPE],
    &[UPOS0, SHAPE, COARSE0],
    &[P3A, SHAPE],
    &[LM2, LM1, SHAPE],
    &[W0, TAG0],
    // second pass only
    &[DOC0],
    &[DOC0, OWN],
    &[OWN],
    &[OWNM1, OWN],
    &[OWN, OWNP1],
    &[OWNM1, OWN, OWNP1],
    &[OWN, OWNP1, OWNP2],
    &[DOC0, DOCP1],
    &[DOCM1, DOC0],
    &[DOC0, OWN, OWNP1],
    &[DOC0, COARSE0],
    &[DOC0, SHAPE],
    &[DOC0, OWNM1, OWN],
];

/// Templates of the second pass, at the end of the list.
const N_SECOND: usize = 13;

/// Features of token `at` of a sentence whose first token is the document's `offset`th.
#[inline]
pub(crate) fn features(
    tokens: &[Token],
    at: usize,
    context: &Context,
    offset: usize,
    out: &mut Vec<u32>,
) {
    let mut a = [0u32; N_ATOMS];
    let mut set = |atom: u8, value: u32| a[atom as usize] = value;
    let token = |i: isize| tokens.get((at as isize + i) as usize);
    let word = |i: isize| token(i).map_or(Word::default(), |t| t.word);
    let (w0, m1, m2, p1, p2) = (word(0), word(-1), word(-2), word(1), word(2));
    set(W0, w0.form);
    set(L0, w0.lower);
    set(P2A, w0.prefix[1]);
    set(P3A, w0.prefix[2]);
    [S2A, S3A, S4A].into_iter().zip(&w0.suffix[1..]).for_each(|(k, v)| set(k, *v));
    set(SHAPE, w0.shape);
    set(CASE, tokens[at].case as u32);
    set(FIRST, u32::from(at == 0));
    set(UPOS0, tokens[at].upos.into());
    for (w, fine, coarse) in [
        (w0, FINE0, COARSE0),
        (m1, FINEM1, COARSEM1),
        (p1, FINEP1, COARSEP1),
        (m2, FINEM2, COARSEM2),
        (p2, FINEP2, COARSEP2),
    ] {
        set(fine, w.entry.fine.into());
        set(coarse, w.entry.coarse.into());
    }
    for (w, lower) in [(m1, LM1), (m2, LM2), (p1, LP1), (p2, LP2)] {
        set(lower, w.lower);
    }
    set(SHAPEM1, m1.shape);
    set(SHAPEP1, p1.shape);
    set(S3M1, m1.suffix[2]);
    set(S3P1, p1.suffix[2]);
    for (i, tag) in [(0, TAG0), (-1, TAGM1), (1, TAGP1), (2, TAGP2)] {
        set(tag, token(i).map_or(0, |t| t.xpos));
    }
    if context.labels.is_empty() {
        keys(&TEMPLATES[..TEMPLATES.len() - N_SECOND], &a, out);
        return;
    }
    for (w, doc) in [(w0, DOC0), (m1, DOCM1), (p1, DOCP1)] {
        set(doc, context.majority(w.lower));
    }
    let at_doc = |i: isize| token(i).map(|_| (offset + at).wrapping_add_signed(i));
    for (i, own) in [(0, OWN), (-1, OWNM1), (1, OWNP1), (2, OWNP2)] {
        set(own, context.label(at_doc(i)));
    }
    keys(TEMPLATES, &a, out);
}
