//! Learning lemma rules.

use crate::lemmas::{Edit, Lemmas, ending_keys, form_key, normalise};
use std::collections::BTreeMap;
use verbale_document::Token;

type Votes = BTreeMap<u32, BTreeMap<Edit, u32>>;

/// The file of a lemma model learnt from words as written and analysed: the majority edit of every
/// ending, and of every form whose endings would get it wrong.
pub fn train<'w>(words: impl Iterator<Item = (&'w str, &'w Token)>) -> Vec<u8> {
    let mut endings = Votes::new();
    let mut forms = Votes::new();
    let mut keys = BTreeMap::new();
    let mut form = String::new();
    for (written, row) in words.filter(|(_, word)| word.lemma != "_") {
        normalise(written, row.upos, &mut form);
        let edit = Edit::between(&form, &row.lemma);
        let own = ending_keys(&form, row.upos, &row.xpos);
        for key in own {
            *endings.entry(key).or_default().entry(edit.clone()).or_default() += 1;
        }
        let key = form_key(&form, row.upos, &row.xpos);
        *forms.entry(key).or_default().entry(edit).or_default() += 1;
        keys.insert(key, own);
    }
    let rules = needed(majority(&endings, 2), &majority(&forms, 1), &keys);
    number(rules)
}

fn majority(votes: &Votes, at_least: u32) -> BTreeMap<u32, Edit> {
    let winner = |v: &BTreeMap<Edit, u32>| {
        v.iter()
            .max_by_key(|(edit, n)| (**n, std::cmp::Reverse((*edit).clone())))
            .map(|(e, n)| (e.clone(), *n))
    };
    let all = votes.iter().filter_map(|(key, v)| winner(v).map(|(edit, n)| (*key, edit, n)));
    all.filter(|(_, _, n)| *n >= at_least).map(|(key, edit, _)| (key, edit)).collect()
}

/// Ending rules that say something else than the next shorter ending, and forms that need a rule.
fn needed(
    endings: BTreeMap<u32, Edit>,
    forms: &BTreeMap<u32, Edit>,
    keys: &BTreeMap<u32, [u32; 6]>,
) -> BTreeMap<u32, Edit> {
    let mut rules = BTreeMap::new();
    for chain in keys.values() {
        for (i, key) in chain.iter().enumerate() {
            let shorter = chain[i + 1..].iter().find_map(|k| endings.get(k));
            match endings.get(key) {
                Some(edit) if shorter != Some(edit) => {
                    rules.insert(*key, edit.clone());
                }
                _ => {}
            }
        }
    }
    for (key, edit) in forms {
        let by_ending = keys[key].iter().find_map(|k| rules.get(k)).cloned().unwrap_or_default();
        if by_ending != *edit {
            rules.insert(*key, edit.clone());
        }
    }
    rules
}

fn number(rules: BTreeMap<u32, Edit>) -> Vec<u8> {
    let mut edits: Vec<Edit> = rules.values().cloned().collect();
    edits.sort_unstable();
    edits.dedup();
    let of = |edit: &Edit| edits.binary_search(edit).unwrap_or(0) as u16;
    let numbered: Vec<(u32, u16)> = rules.iter().map(|(key, edit)| (*key, of(edit))).collect();
    Lemmas::save(&edits, &numbered)
}
