//! Names: persons, organisations, places, peoples and other things with a name.
//!
//! A structured averaged perceptron over BIO labels (Collins 2002) with exact first-order decoding
//! (Viterbi), run twice: the second pass also sees what the first made of the same words elsewhere
//! in the document (after Ratinov & Roth 2009).

mod features;
mod viterbi;

pub(crate) use features::{Context, Token, features, is_plain, read as read_tokens};
pub(crate) use viterbi::{Viterbi, viterbi};

use crate::ModelError;
use crate::file::{Kind, Reader, Writer};
use crate::perceptron::{MAX_LABELS, Pair, Scores, Weights};
use crate::word::WordTable;
use verbale_document::{Document, Name, NameLabel, SmolStr, TokenIdx};

/// Outside, and begin and inside of every class.
pub(crate) const N_LABELS: usize = 11;

/// Emissions of a token that is in no name for sure.
const OUTSIDE: [i32; N_LABELS] = {
    let mut row = [0; N_LABELS];
    row[0] = 1 << 20;
    row
};

/// Classes in the order of their labels: `1 + 2 * class` begins, `2 + 2 * class` continues.
pub(crate) const CLASSES: [NameLabel; 5] = [
    NameLabel::Person,
    NameLabel::Organisation,
    NameLabel::Location,
    NameLabel::Norp,
    NameLabel::Other,
];

/// Number of the class of a label; `None` for outside.
pub(crate) fn class_of(label: u8) -> Option<usize> {
    (label as usize).checked_sub(1).map(|l| l / 2)
}

/// Whether a label begins a name.
pub(crate) fn begins(label: u8) -> bool {
    label % 2 == 1
}

/// Whether `label` may follow `before`: an inside label only its own class.
pub(crate) fn may_follow(before: u8, label: u8) -> bool {
    label == 0 || begins(label) || class_of(before) == class_of(label)
}

/// Scratch space of one thread.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    tokens: Vec<Token>,
    keys: Vec<u32>,
    emissions: Vec<[i32; N_LABELS]>,
    labels: Vec<u8>,
    margins: Vec<i32>,
    first: Vec<u8>,
    viterbi: Viterbi,
    context: Context,
}

/// A pass: emission weights and transitions.
#[derive(Debug)]
struct Pass {
    weights: Weights,
    transitions: [[i32; N_LABELS]; N_LABELS],
}

/// A trained name tagger.
#[derive(Debug)]
pub(crate) struct NameTagger {
    passes: [Pass; 2],
    pub(crate) hash: SmolStr,
}

/// A pass as it is saved.
pub(crate) struct SavedPass {
    pub(crate) rows: Vec<(u32, Vec<Pair>)>,
    pub(crate) transitions: [[i32; N_LABELS]; N_LABELS],
}

impl NameTagger {
    /// Reads a name model.
    pub(crate) fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Reader::open(Kind::Names, bytes)?;
        let passes = [Pass::read(&mut input)?, Pass::read(&mut input)?];
        Ok(NameTagger { passes, hash: input.hash().into() })
    }

    /// The file of a name tagger.
    pub(crate) fn save(passes: [&SavedPass; 2]) -> Vec<u8> {
        let mut out = Writer::default();
        for pass in passes {
            pass.transitions.iter().flatten().for_each(|w| out.signed(*w));
            Weights::write(&pass.rows, &mut out);
        }
        out.finish(Kind::Names)
    }

    /// Names in `doc`, left to right.
    pub(crate) fn names(
        &self,
        table: &WordTable,
        scratch: &mut Scratch,
        doc: &Document,
    ) -> Vec<Name> {
        let Some(sentences) = &doc.sentences else { return Vec::new() };
        features::read(table, doc, &mut scratch.tokens);
        scratch.first.clear();
        scratch.context.clear();
        for sentence in sentences.iter() {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            self.passes[0].label(scratch, range);
            scratch.first.extend_from_slice(&scratch.labels);
        }
        scratch.context.learn(&scratch.tokens, &scratch.first);
        let mut names = Vec::new();
        for sentence in sentences.iter() {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            self.passes[1].label(scratch, range);
            collect(sentence.tokens.start, &scratch.labels, &scratch.margins, &mut names);
        }
        names
    }
}

impl Pass {
    fn read(input: &mut Reader) -> Result<Self, ModelError> {
        let mut transitions = [[0; N_LABELS]; N_LABELS];
        for cell in transitions.iter_mut().flatten() {
            *cell = input.signed()?;
        }
        Ok(Pass { weights: Weights::read(input, N_LABELS)?, transitions })
    }

    /// Labels the tokens of one sentence into `scratch.labels`.
    fn label(&self, scratch: &mut Scratch, range: std::ops::Range<usize>) {
        let tokens = &scratch.tokens[range.clone()];
        scratch.emissions.clear();
        let mut scores: Scores = [0; MAX_LABELS + 1];
        for at in 0..tokens.len() {
            if is_plain(tokens, at) {
                scratch.emissions.push(OUTSIDE);
                continue;
            }
            features(tokens, at, &scratch.context, range.start, &mut scratch.keys);
            scores[..N_LABELS].fill(0);
            self.weights.add(&scratch.keys, &mut scores);
            let mut row = [0; N_LABELS];
            row.copy_from_slice(&scores[..N_LABELS]);
            scratch.emissions.push(row);
        }
        viterbi(&scratch.emissions, &self.transitions, &mut scratch.viterbi, &mut scratch.labels);
        scratch.margins.clear();
        let margin = |(row, label): (&[i32; N_LABELS], &u8)| {
            let other =
                row.iter().enumerate().filter(|(l, _)| class_of(*l as u8) != class_of(*label));
            row[*label as usize] - other.map(|(_, w)| *w).max().unwrap_or(0)
        };
        scratch.margins.extend(scratch.emissions.iter().zip(&scratch.labels).map(margin));
    }
}

/// Scale of the margin at which the tagger is as good as sure.
const SURE: f32 = 400.0;

fn collect(first: TokenIdx, labels: &[u8], margins: &[i32], out: &mut Vec<Name>) {
    let mut at = 0;
    while at < labels.len() {
        let Some(class) = class_of(labels[at]) else {
            at += 1;
            continue;
        };
        let more =
            labels[at + 1..].iter().take_while(|l| !begins(**l) && class_of(**l) == Some(class));
        let end = at + 1 + more.count();
        let margin = margins[at..end].iter().copied().min().unwrap_or(0) as f32;
        let confidence = 1.0 / (1.0 + (-3.0 * margin / SURE).exp());
        out.push(Name {
            first: first + at as TokenIdx,
            end: first + end as TokenIdx,
            label: CLASSES[class],
            confidence,
        });
        at = end;
    }
}
