//! Who does it and to whom, as keys that are compared: names, and words where nobody is named.
//!
//! A place that stands as a participant is where it was done and nobody. How many there are is kept as far as the
//! words tell it: who is one of several has a part in their event, and an event of his own.

use super::lexicon::Lexicon;
use super::occurrence::Keys;
use super::words::{folded, last};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use verbale_record::{Mention, Participant, Record};

/// What keys of persons by their full names begin with.
pub(super) const PERSON: &str = "person:";

/// The sector of civilians.
const CIVILIANS: &str = "CVL";

/// Who fills a part.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug, Default)]
pub(super) struct Party {
    pub keys: Keys,
    pub named: bool,
    /// Whether somebody with an actor code is among them.
    pub people: bool,
    /// What they are by their actor codes, civilians left out: anybody may be called a man.
    pub sectors: Keys,
    /// Their states, by their actor codes.
    pub states: Keys,
    /// Genders that words for them tell.
    pub genders: Keys,
    pub number: Number,
    /// How many phrases tell who they are.
    pub parts: usize,
}

/// How many people fill a part, as far as the words tell it.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Number {
    /// Nobody is told, or somebody without a mention is among them.
    #[default]
    Unknown,
    One,
    Many,
}

impl Party {
    /// Takes in the participants of a coded event; gives the names of places among them, which are where it
    /// was done ("a shooting in Amel") and nobody to whom.
    pub(super) fn fill(&mut self, lexicon: &Lexicon, record: &Record, all: &[Participant]) -> Keys {
        let is_place = |p: &&Participant| mention(record, p).is_some_and(|m| m.kind == "place");
        let (places, people): (Vec<_>, Vec<_>) = all.iter().partition(is_place);
        people.iter().for_each(|p| self.add_coded(lexicon, record, p));
        self.parts = people.len();
        self.number = Number::of(record, &people);
        let genders = self.keys.iter().filter_map(|key| key.strip_prefix("word:"));
        self.genders = genders.filter_map(|stem| lexicon.genders.get(stem)).cloned().collect();
        places.iter().map(|p| folded(p.name.as_ref().unwrap_or(&p.text))).collect()
    }

    fn add_coded(&mut self, lexicon: &Lexicon, record: &Record, participant: &Participant) {
        let code = participant.code.as_deref();
        self.sectors.extend(sectors(code));
        self.states.extend(code.and_then(|c| c.split('.').next()).map(str::to_string));
        self.people |= participant.code.is_some();
        self.add(keys_of(lexicon, record, participant), participant.entity.is_some());
    }

    /// Takes in one participant.
    pub(super) fn add(&mut self, keys: Keys, named: bool) {
        self.keys.extend(keys);
        self.named |= named;
    }
}

impl Number {
    /// Of participants, each name once.
    fn of(record: &Record, people: &[&Participant]) -> Self {
        let kinds = || people.iter().map(|p| mention(record, p).map(|m| m.kind.as_str()));
        let name = |p: &&Participant| p.name.clone().unwrap_or_else(|| p.text.clone());
        let persons: BTreeSet<String> = people
            .iter()
            .filter(|p| mention(record, p).is_some_and(|m| m.kind == "person"))
            .map(name)
            .collect();
        match persons.len() {
            _ if kinds().any(|kind| kind == Some("group")) => Number::Many,
            1 if kinds().all(|kind| kind == Some("person")) => Number::One,
            0 | 1 => Number::Unknown,
            _ => Number::Many,
        }
    }
}

/// What an actor code says of somebody beyond the state, civilians left out.
pub(super) fn sectors(code: Option<&str>) -> impl Iterator<Item = String> {
    let parts = code.into_iter().flat_map(|code| code.split('.').skip(1));
    parts.filter(|part| *part != CIVILIANS).map(str::to_string)
}

fn mention<'r>(record: &'r Record, participant: &Participant) -> Option<&'r Mention> {
    participant.mention.as_deref().and_then(|id| record.mention(id))
}

/// Keys of a participant; a person's full name stands there as that of a person besides. A pronoun of
/// which nobody knows whom it means has none.
fn keys_of(lexicon: &Lexicon, record: &Record, participant: &Participant) -> Keys {
    let mention = mention(record, participant);
    if participant.name.is_none() && mention.is_some_and(|m| m.form == "pronoun") {
        return Keys::new();
    }
    let text = folded(&participant.text);
    let known = participant.entity.as_deref().filter(|e| e.starts_with('Q'));
    let mut keys = keys(lexicon, participant.name.as_deref(), known, last(&text));
    if mention.is_some_and(|m| m.kind == "person") {
        let names = keys.iter().filter_map(|k| k.strip_prefix("name:"));
        let persons: Vec<String> = names.map(|n| format!("{PERSON}{n}")).collect();
        keys.extend(persons);
    }
    keys
}

/// A name as a whole and by its last word; else the stem of the head of the phrase.
pub(super) fn keys(
    lexicon: &Lexicon,
    name: Option<&str>,
    entity: Option<&str>,
    head: &str,
) -> Keys {
    let mut keys = Keys::new();
    let name = folded(name.unwrap_or_default());
    if name.is_empty() {
        keys.insert(format!("word:{}", lexicon.stems.of_lemma(head)));
    } else {
        keys.insert(format!("last:{}", last(&name)));
        if name.contains(' ') {
            keys.insert(format!("name:{name}"));
        }
    }
    keys.extend(entity.map(|id| format!("id:{id}")));
    keys
}
