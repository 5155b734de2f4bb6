//! The entities of one document.

use rustc_hash::FxHashMap;
use verbale_atlas::Atlas;
use verbale_atlas::tables::known::Known;
use verbale_atlas::{Candidate, bare, place_candidate};
use verbale_document::folding::{fold, own_id};
use verbale_document::{Date, Entity, EntityIdx, Mention, MentionKind, Place, SmolStr};

/// Names with more words than this are not taken apart.
const MAX_WORDS: usize = 6;
/// Letters of particles ("bin", "von"), which stand for nobody.
const MIDDLE: usize = 3;

/// Entities by id; short names by who bears them in this document.
#[derive(Default)]
pub(crate) struct Pool {
    pub entities: Vec<Entity>,
    /// How sure the tables are of each entity.
    pub confidence: Vec<f32>,
    by_id: FxHashMap<SmolStr, EntityIdx>,
    /// Parts of full names (folded).
    short: FxHashMap<String, EntityIdx>,
    /// Abbreviations that the document itself introduces (folded).
    pub abbreviations: FxHashMap<String, EntityIdx>,
}

impl Pool {
    /// Adds a candidate, or finds the entity of the same id.
    pub(crate) fn add(&mut self, candidate: Candidate) -> EntityIdx {
        self.entity(candidate.entity, candidate.confidence)
    }

    pub(super) fn entity(&mut self, entity: Entity, confidence: f32) -> EntityIdx {
        let next = self.entities.len() as EntityIdx;
        let at = *self.by_id.entry(entity.id.clone()).or_insert(next);
        if at == next {
            self.confidence.push(confidence);
            self.entities.push(entity);
        }
        at
    }

    /// The entity of a table row at the document's date.
    pub(crate) fn known(&mut self, atlas: &Atlas, known: Known, date: Option<Date>) -> EntityIdx {
        self.add(atlas.candidate(known, date))
    }

    /// The entity of a place.
    pub(crate) fn place(&mut self, place: Place) -> EntityIdx {
        self.add(place_candidate(place))
    }

    /// An entity that no table knows, told by the normal form of its name.
    pub(crate) fn unknown(&mut self, name: &str, kind: MentionKind) -> EntityIdx {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let entity = Entity { local: true, ..bare(own_id(name), words.into(), kind) };
        self.entity(entity, 0.7)
    }

    /// Takes note of a full name: its last words may stand for it, and its first ones.
    pub(crate) fn bears(&mut self, name: &str, entity: EntityIdx) {
        let key = fold(name);
        let breaks: Vec<usize> = key.match_indices([' ', '-']).map(|(i, _)| i).collect();
        for &i in breaks.iter().take(MAX_WORDS) {
            for part in [&key[i + 1..], &key[..i]] {
                self.short.entry(part.to_string()).or_insert(entity);
            }
        }
        for middle in breaks.windows(2).take(MAX_WORDS).map(|w| &key[w[0] + 1..w[1]]) {
            if middle.chars().count() > MIDDLE {
                self.short.entry(middle.to_string()).or_insert(entity);
            }
        }
        // "John Lee Ka-chiu": the surname stands before a given name of two syllables.
        let words: Vec<&str> = key.split(' ').collect();
        if let [_, .., surname, given] = words.as_slice()
            && given.contains('-')
        {
            self.short.entry((*surname).to_string()).or_insert(entity);
        }
        if let (Some(first), Some(last)) = (breaks.first(), breaks.last()) {
            let ends = format!("{} {}", &key[..*first], &key[last + 1..]);
            self.short.entry(ends).or_insert(entity);
        }
    }

    /// Who is called `name`: the bearer whom the document names first, for a second one of the
    /// same surname goes by the full name.
    pub(crate) fn called(&self, name: &str) -> Option<EntityIdx> {
        self.short.get(&fold(name)).copied()
    }

    /// Puts the entities in the order of their first mention, and forgets the others.
    pub(crate) fn order_by(&mut self, mentions: &mut [Mention]) {
        let mut moved: Vec<Option<EntityIdx>> = vec![None; self.entities.len()];
        let mut order: Vec<EntityIdx> = Vec::new();
        for mention in mentions.iter_mut() {
            let Some(old) = mention.entity else { continue };
            let new = *moved[old as usize].get_or_insert_with(|| {
                order.push(old);
                order.len() as EntityIdx - 1
            });
            mention.entity = Some(new);
        }
        self.entities = order.iter().map(|&old| self.entities[old as usize].clone()).collect();
    }
}
