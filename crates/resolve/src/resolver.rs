//! The resolver as a whole: entities first, then chains.

use crate::chains::{self, Anaphora};
use crate::entities;
use crate::words::Words;
use verbale_atlas::Atlas;
use verbale_document::{Document, Entity, Gender, Layer, Lexicons, Mention, Producer, TableError};

/// Turns names into entities and links what refers to them. Immutable; share it between threads.
pub struct Resolver {
    pub(crate) atlas: Atlas,
    pub(crate) words: Words,
    pub(crate) anaphora: Anaphora,
}

/// What the resolver found in a document.
#[derive(Debug)]
pub struct Resolution {
    /// Mentions of actors, places and times, by position, with entities, codes and chains.
    pub mentions: Layer<Mention>,
    /// Entities in the order of their first mention.
    pub entities: Layer<Entity>,
}

impl Resolver {
    /// Reads the tables of the atlas and the words by which names and pronouns are read.
    ///
    /// # Errors
    /// A table that is missing or cannot be read; names it and the line.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        Ok(Resolver {
            atlas: Atlas::new(lexicons)?,
            words: Words::new(lexicons)?,
            anaphora: Anaphora::new(lexicons)?,
        })
    }

    /// Who is who.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// Whether a word is an honorific, and whom it tells of.
    pub(crate) fn honorific(&self, word: &str) -> Option<Option<Gender>> {
        self.anaphora.honorifics.get(word)
    }

    /// The mentions of `doc`, its `times` among them, and the entities they denote. Needs tokens
    /// and sentences; names and trees make it better. Total over any document.
    pub fn resolve(&self, doc: &Document, times: Layer<Mention>) -> Resolution {
        let mut linked = entities::link(self, doc);
        linked.mentions.extend(times.items);
        linked.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        let (mentions, entities) = chains::link(&self.anaphora, doc, linked);
        let by = |name| Producer::new(name, env!("CARGO_PKG_VERSION"));
        Resolution {
            mentions: Layer::new(by("coreference"), mentions),
            entities: Layer::new(by("atlas"), entities),
        }
    }
}
