//! The entities of one document.

use crate::Atlas;
use crate::fold::own_id;
use crate::gazetteer::Known;
use rustc_hash::FxHashMap;
use verbale_document::{Date, Entity, EntityIdx, MentionKind, SmolStr};

/// Entities by id; surnames by who bears them in this document.
#[derive(Default)]
pub(crate) struct Pool {
    pub entities: Vec<Entity>,
    by_id: FxHashMap<SmolStr, EntityIdx>,
    /// Folded surname or short name to the person it was last a part of.
    pub surnames: FxHashMap<String, EntityIdx>,
}

impl Pool {
    /// Adds an entity, or finds the one of the same id.
    pub(crate) fn add(&mut self, entity: Entity) -> EntityIdx {
        let next = self.entities.len() as EntityIdx;
        let at = *self.by_id.entry(entity.id.clone()).or_insert(next);
        if at == next {
            self.entities.push(entity);
        }
        at
    }

    /// The entity of a table row at the document's date.
    pub(crate) fn known(&mut self, atlas: &Atlas, known: Known, date: Option<Date>) -> EntityIdx {
        let c = atlas.candidate(known, date);
        let classes = match known {
            Known::Territory(_) | Known::Demonym(_) => vec!["country", "nation", "state"],
            Known::Body(i) | Known::Epithet(i) => strs(&atlas.bodies[i].classes),
            Known::Group(i) => strs(&atlas.groups[i].classes),
            Known::Seat(_) | Known::Person(_) => vec![],
        };
        let classes = classes.into_iter().map(SmolStr::new).collect();
        let (id, name, kind, code, country) = (c.id, c.name, c.kind, c.code, c.country);
        self.add(Entity {
            id,
            name,
            kind,
            code,
            country,
            gender: None,
            classes,
            members: c.members,
        })
    }

    /// An entity that no table knows, told by the normal form of its name.
    pub(crate) fn unknown(&mut self, name: &str, kind: MentionKind) -> EntityIdx {
        self.add(Entity {
            id: own_id(name),
            name: SmolStr::from(name.split_whitespace().collect::<Vec<_>>().join(" ")),
            kind,
            code: None,
            country: None,
            gender: None,
            classes: Vec::new(),
            members: Vec::new(),
        })
    }
}

fn strs(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}
