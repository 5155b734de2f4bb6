//! The default model: what its file must be, and that company does not matter.

use super::lstm::BiLstm;
use super::matrix::Matrix;
use super::tensors::Tensors;
use super::{Network, Scratch};
use crate::ModelError;
use crate::file::{Kind, Writer};
use std::ops::Range;

use verbale_models::network;

const WORDS: [&str; 17] = [
    "Talks", "opened", "in", "Almaty", "on", "Friday", ".", "No", ".", "Togo", "'s", "minister",
    "said", "that", "they", "failed", ".",
];

/// Tags, heads, relations and the bits of the scores of names.
type Found = (Vec<u16>, Vec<u32>, Vec<u8>, Vec<u32>);

fn analysed(network: &Network, sentences: &[Range<usize>], scratch: &mut Scratch) -> Found {
    network.analyse(sentences.iter().cloned(), |at| WORDS[at], scratch);
    let found = &scratch.analysis;
    let names = found.names.iter().map(|x| x.to_bits()).collect();
    (found.tags.clone(), found.heads.clone(), found.relations.clone(), names)
}

#[test]
fn a_sentence_is_analysed_the_same_in_any_company() {
    let network = Network::load(&network()).expect("the default model is whole");
    let mut scratch = Scratch::default();
    let all = analysed(&network, &[0..7, 7..9, 9..17], &mut scratch);
    let n = network.n_labels();
    for range in [0..7, 7..9, 9..17] {
        let one = analysed(&network, std::slice::from_ref(&range), &mut scratch);
        assert_eq!(one.0[range.clone()], all.0[range.clone()]);
        assert_eq!(one.1[range.clone()], all.1[range.clone()]);
        assert_eq!(one.2[range.clone()], all.2[range.clone()]);
        let cells = range.start * n..range.end * n;
        assert_eq!(one.3[cells.clone()], all.3[cells]);
    }
    assert!(analysed(&network, &[], &mut scratch).0.is_empty());
}

#[test]
fn every_sentence_gets_one_root() {
    let network = Network::load(&network()).expect("the default model is whole");
    let (_, heads, _, _) = analysed(&network, &[0..7, 7..9, 9..17], &mut Scratch::default());
    for range in [0..7, 7..9, 9..17] {
        assert_eq!(heads[range.clone()].iter().filter(|h| **h == 0).count(), 1, "{range:?}");
    }
}

#[test]
fn other_and_damaged_files_are_refused() {
    let refused = |bytes: &[u8]| Network::load(bytes).expect_err("is refused");
    let lemmas = verbale_models::LEMMAS;
    assert!(matches!(refused(lemmas), ModelError::Foreign("network")));
    assert!(matches!(refused(b"PK"), ModelError::Foreign(_)));
    let mut old = network();
    old[8] = 200;
    assert!(matches!(refused(&old), ModelError::Version { found: 200, .. }));
    assert!(matches!(refused(&network()[..1_000_000]), ModelError::Damaged));
    let mut changed = network();
    *changed.last_mut().expect("bytes") ^= 1;
    assert!(matches!(refused(&changed), ModelError::Damaged));
}

/// A file of arrays of zeros.
fn zeros(shapes: &[&[u32]]) -> Vec<u8> {
    let mut out = Writer::default();
    for shape in shapes {
        out.byte(b'f');
        out.number(shape.len() as u32);
        shape.iter().for_each(|n| out.number(*n));
        let n: u64 = shape.iter().map(|n| u64::from(*n)).product();
        (0..4 * n.min(1 << 10)).for_each(|_| out.byte(0));
    }
    out.finish(Kind::Network)
}

#[test]
fn sizes_that_no_network_has_are_refused() {
    let huge = zeros(&[&[1 << 31, 1 << 31]]);
    let mut input = Tensors::open(Kind::Network, &huge).expect("whole by its hash");
    assert!(matches!(input.floats(&[1 << 31, 1 << 31]), Err(ModelError::Damaged)));
    let empty = zeros(&[&[3, 0], &[3]]);
    let mut input = Tensors::open(Kind::Network, &empty).expect("whole by its hash");
    assert!(matches!(Matrix::read(&mut input, 0, 3), Err(ModelError::Damaged)));
    // Four gates of one cell fill no panel.
    let narrow = zeros(&[&[8, 2], &[8], &[4, 1], &[4, 1]]);
    let mut input = Tensors::open(Kind::Network, &narrow).expect("whole by its hash");
    assert!(matches!(BiLstm::read(&mut input, 2, 1), Err(ModelError::Damaged)));
}
