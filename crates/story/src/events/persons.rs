//! Persons whom only documents vouch for, joined within a story.
//!
//! Two documents of one story that give the same full name mean one person. A last name alone joins
//! the one full name of the story that ends with it, where title or actor code agree; where several
//! do, it stays by itself. Persons of the atlas are left alone: they have ids that hold everywhere.

use super::occurrence::Keys;
use super::words::{folded, last, words};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use verbale_record::{Mention, Record};

/// What documents say of persons with one name.
#[derive(Default)]
struct Person {
    /// Local entity ids.
    ids: Keys,
    /// Words of titles, and actor codes.
    descriptions: Keys,
}

/// For each local id of a person (`x:KEY:HASH`) the id of whom it is joined with: the smallest of
/// them. Ids that are joined with no other are left out.
pub fn join(records: &[&Record]) -> FxHashMap<String, String> {
    let mut full: BTreeMap<String, Person> = BTreeMap::new();
    let mut short: BTreeMap<(String, String), Person> = BTreeMap::new();
    for record in records {
        for mention in record.mentions.iter().filter(|m| m.kind == "person") {
            let Some(entity) = mention.entity.as_ref().filter(|e| is_local(e)) else { continue };
            let name = folded(mention.name.as_ref().unwrap_or(&mention.text));
            let person = match name.contains(' ') {
                true => full.entry(name).or_default(),
                false => short.entry((name, entity.clone())).or_default(),
            };
            person.ids.insert(entity.clone());
            person.descriptions.extend(descriptions(record, mention));
        }
    }
    for ((name, _), person) in short {
        let mut of_the_name = full.iter_mut().filter(|(whole, _)| last(whole) == name);
        let only = of_the_name.next().filter(|_| of_the_name.next().is_none());
        match only.filter(|(_, known)| !known.descriptions.is_disjoint(&person.descriptions)) {
            Some((_, known)) => known.ids.extend(person.ids),
            None => continue,
        }
    }
    let mut joined = FxHashMap::default();
    for ids in full.into_values().map(|person| person.ids).filter(|ids| ids.len() > 1) {
        if let Some(first) = ids.first() {
            joined.extend(ids.iter().map(|id| (id.clone(), first.clone())));
        }
    }
    joined
}

fn is_local(entity: &str) -> bool {
    entity.starts_with("x:") && entity.matches(':').count() == 2
}

fn descriptions(record: &Record, mention: &Mention) -> Keys {
    let title = mention.title.map(|t| record.words(t)).unwrap_or_default();
    let title = words(title).map(|w| format!("title:{}", w.to_lowercase()));
    title.chain(mention.code.as_ref().map(|c| format!("code:{c}"))).collect()
}
