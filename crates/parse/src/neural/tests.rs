//! The default model: what its file must be, and that company does not matter.

use super::{Network, Scratch};
use crate::ModelError;
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
