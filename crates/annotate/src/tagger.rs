//! Part-of-speech tagging: one label per token that joins the universal and the Penn tag.
//!
//! A greedy left-to-right averaged perceptron (Collins 2002, with the features of Toutanova et al.
//! 2003 and distributional clusters after Turian et al. 2010). It does not look ahead for tags:
//! what it knows of the words to come is their form and the class of tags they take in treebanks.

use crate::ModelError;
use crate::file::{Kind, Reader, Writer};
use crate::perceptron::{MAX_LABELS, Pair, Scores, Template, Weights, atoms, keys};
use crate::word::{Case, Word, WordTable};
use std::str::FromStr;
use verbale_document::{SmolStr, Upos};

/// A label of the tagger.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Tag {
    pub(crate) upos: Upos,
    pub(crate) xpos: SmolStr,
}

atoms! { N_ATOMS:
    W0 L0 P1 P2 P3 S1 S2 S3 S4 SHAPE FINE0 COARSE0 CLASS0 MODE FIRST
    LM1 LM2 LP1 LP2 SM1 SP1 FINEM1 FINEP1 COARSEM1 COARSEP1 CLASSP1 CLASSP2 CLASSM1 SHAPEP1 SHAPEM1
    T1 T2
}

const TEMPLATES: &[Template] = &[
    &[],
    &[W0],
    &[L0],
    &[L0, T1],
    &[L0, LP1],
    &[L0, LM1],
    &[L0, CLASSP1],
    &[P1],
    &[P2],
    &[P3],
    &[S1],
    &[S2],
    &[S3],
    &[S4],
    &[S3, T1],
    &[S2, SHAPE],
    &[SHAPE, FIRST],
    &[SHAPE, MODE],
    &[SHAPE, FIRST, CLASS0],
    &[SHAPE, T1, CLASSP1],
    &[FINE0],
    &[COARSE0],
    &[FINE0, SHAPE],
    &[FINE0, T1],
    &[COARSE0, T1, T2],
    &[COARSE0, SHAPE, S2],
    &[CLASS0],
    &[CLASS0, T1],
    &[CLASS0, T1, T2],
    &[CLASS0, CLASSP1],
    &[CLASS0, T1, CLASSP1],
    &[CLASS0, CLASSP1, CLASSP2],
    &[CLASS0, LP1],
    &[CLASS0, LM1],
    &[CLASS0, FINEP1],
    &[T1],
    &[T1, T2],
    &[T1, CLASSP1],
    &[LM1],
    &[LM2],
    &[LP1],
    &[LP2],
    &[LM1, LM2],
    &[LP1, LP2],
    &[LM1, LP1],
    &[SM1],
    &[SP1],
    &[FINEM1],
    &[FINEP1],
    &[COARSEM1, COARSEP1],
    &[CLASSP1, CLASSP2],
    &[SHAPEP1, SHAPE],
    &[SHAPEM1, SHAPE],
    &[LM1, T1, S3],
];

/// Tagger features at token `at`, given the labels before it.
#[inline]
pub(crate) fn features(words: &[Word], case: Case, tags: &[u8], at: usize, out: &mut Vec<u32>) {
    let none = Word::default();
    let word = |i: isize| words.get((at as isize + i) as usize).unwrap_or(&none);
    let tag = |i: usize| at.checked_sub(i).map_or(0, |i| u32::from(tags[i]) + 1);
    let mut a = [0u32; N_ATOMS];
    let mut set = |atom: u8, value: u32| a[atom as usize] = value;
    let (w0, m1, m2, p1, p2) = (word(0), word(-1), word(-2), word(1), word(2));
    set(W0, w0.form);
    set(L0, w0.lower);
    [P1, P2, P3].into_iter().zip(w0.prefix).for_each(|(i, v)| set(i, v));
    [S1, S2, S3, S4].into_iter().zip(w0.suffix).for_each(|(i, v)| set(i, v));
    set(SHAPE, w0.shape);
    set(FINE0, w0.entry.fine.into());
    set(COARSE0, w0.entry.coarse.into());
    set(CLASS0, w0.entry.class.into());
    set(MODE, case as u32);
    set(FIRST, u32::from(at == 0) + 2 * (case as u32));
    [(LM1, m1), (LM2, m2), (LP1, p1), (LP2, p2)].into_iter().for_each(|(i, w)| set(i, w.lower));
    set(SM1, m1.suffix[2]);
    set(SP1, p1.suffix[2]);
    set(FINEM1, m1.entry.fine.into());
    set(FINEP1, p1.entry.fine.into());
    set(COARSEM1, m1.entry.coarse.into());
    set(COARSEP1, p1.entry.coarse.into());
    set(CLASSM1, m1.entry.class.into());
    set(CLASSP1, p1.entry.class.into());
    set(CLASSP2, p2.entry.class.into());
    set(SHAPEP1, p1.shape);
    set(SHAPEM1, m1.shape);
    set(T1, tag(1));
    set(T2, tag(2));
    keys(TEMPLATES, &a, out);
}

/// A trained tagger with its word table.
#[derive(Debug)]
pub(crate) struct Tagger {
    pub(crate) tags: Vec<Tag>,
    pub(crate) table: WordTable,
    weights: Weights,
    /// The labels that repairs give: a noun, a verb in the past tense.
    pub(crate) noun: Option<u8>,
    pub(crate) past: Option<u8>,
    pub(crate) hash: SmolStr,
}

impl Tagger {
    /// Reads a tagger model.
    pub(crate) fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Reader::open(Kind::Tagger, bytes)?;
        let tags =
            (0..input.count()?).map(|_| read_tag(&mut input)).collect::<Result<Vec<_>, _>>()?;
        if tags.is_empty() || tags.len() > MAX_LABELS {
            return Err(ModelError::Damaged);
        }
        let table = WordTable::read(&mut input)?;
        let weights = Weights::read(&mut input, tags.len())?;
        let label = |upos, xpos| {
            tags.iter().position(|t| t.upos == upos && t.xpos == xpos).map(|at| at as u8)
        };
        let (noun, past) = (label(Upos::Noun, "NN"), label(Upos::Verb, "VBD"));
        Ok(Tagger { tags, table, weights, noun, past, hash: input.hash().into() })
    }

    /// The file of a tagger with these rows.
    pub(crate) fn save(tags: &[Tag], table: &WordTable, rows: &[(u32, Vec<Pair>)]) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(tags.len() as u32);
        for tag in tags {
            out.string(tag.upos.as_str());
            out.string(&tag.xpos);
        }
        table.write(&mut out);
        Weights::write(rows, &mut out);
        out.finish(Kind::Tagger)
    }

    /// Universal tag of a label.
    pub(crate) fn upos(&self, tag: u8) -> Upos {
        self.tags[tag as usize].upos
    }

    /// Penn tag of a label.
    pub(crate) fn xpos(&self, tag: u8) -> &SmolStr {
        &self.tags[tag as usize].xpos
    }

    /// Labels the words of one sentence; `tags` is written over.
    pub(crate) fn tag(&self, words: &[Word], case: Case, keys: &mut Vec<u32>, tags: &mut Vec<u8>) {
        tags.clear();
        let mut scores: Scores = [0; MAX_LABELS + 1];
        for at in 0..words.len() {
            features(words, case, tags, at, keys);
            scores[..self.tags.len()].fill(0);
            self.weights.add(keys, &mut scores);
            tags.push(best(&scores[..self.tags.len()]) as u8);
        }
    }
}

/// The first of the largest scores.
pub(crate) fn best(scores: &[i32]) -> usize {
    (1..scores.len()).fold(0, |top, i| if scores[i] > scores[top] { i } else { top })
}

fn read_tag(input: &mut Reader) -> Result<Tag, ModelError> {
    let upos = Upos::from_str(input.string()?).map_err(|()| ModelError::Damaged)?;
    Ok(Tag { upos, xpos: input.string()?.into() })
}
