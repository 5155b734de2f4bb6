//! A row: the part of a record that it is about.

use crate::together::{Merged, Placement, Telling};
use crate::{Event, Mention, Participant, Record, Statement, Words};
use std::collections::HashMap;

/// A row of a table, which its getters read.
pub struct Row<'r> {
    /// The record.
    pub(super) record: &'r Record,
    /// Its text, to cut words out of.
    pub(super) words: &'r Words<'r>,
    /// What the row is about.
    pub(super) item: Item<'r>,
}

/// What a row is about.
pub(super) enum Item<'r> {
    /// The record itself.
    Document,
    /// One of its mentions.
    Mention(&'r Mention),
    /// One of its statements.
    Statement(&'r Statement),
    /// One of its events.
    Event(&'r Event),
    /// Who has a part in an event.
    Part(Part<'r>),
    /// Who asserts an event.
    Voice(Voice<'r>),
    /// Somebody or something that the document speaks of.
    Entity(Entity<'r>),
    /// What records say together.
    Together(Together<'r>),
}

/// What a row of [`TOGETHER`](super::TOGETHER) is about, each of its own table.
#[derive(Clone, Copy, Debug)]
pub enum Together<'r> {
    /// Where a document belongs: `stories`.
    Placement(&'r Placement),
    /// An event of several reports: `merged`.
    Merged(&'r Merged),
    /// One of its reports: `reports`.
    Telling(&'r Telling),
}

impl Together<'_> {
    /// The name of the table that it is a row of.
    pub fn table(&self) -> &'static str {
        match self {
            Together::Placement(_) => "stories",
            Together::Merged(_) => "merged",
            Together::Telling(_) => "reports",
        }
    }
}

/// A participant in its event.
pub(super) struct Part<'r> {
    pub(super) event: &'r Event,
    /// `actor` or `recipient`.
    pub(super) role: &'static str,
    /// Its place among those of the role, from 1.
    pub(super) position: usize,
    pub(super) who: &'r Participant,
}

/// A statement that asserts an event.
pub(super) struct Voice<'r> {
    pub(super) event: &'r Event,
    /// 1 is the outermost.
    pub(super) depth: usize,
    /// Its id.
    pub(super) id: &'r str,
    pub(super) statement: Option<&'r Statement>,
}

/// What a document says of one entity, gathered.
pub(super) struct Entity<'r> {
    pub(super) id: &'r str,
    /// The first mention of it.
    pub(super) first: &'r Mention,
    /// Different codes of its mentions, in the order of the text.
    pub(super) codes: Vec<&'r str>,
    pub(super) mentions: usize,
    /// How often it is an actor of an event, a recipient, a speaker.
    pub(super) actor: usize,
    pub(super) recipient: usize,
    pub(super) speaker: usize,
}

/// No record has rows of a table of what records say together.
pub(super) fn none(_: &Record) -> Vec<Item<'_>> {
    Vec::new()
}

pub(super) fn document(_: &Record) -> Vec<Item<'_>> {
    vec![Item::Document]
}

pub(super) fn mentions(record: &Record) -> Vec<Item<'_>> {
    record.mentions.iter().map(Item::Mention).collect()
}

pub(super) fn statements(record: &Record) -> Vec<Item<'_>> {
    record.statements.iter().map(Item::Statement).collect()
}

pub(super) fn events(record: &Record) -> Vec<Item<'_>> {
    record.events.iter().map(Item::Event).collect()
}

/// Actors, then recipients, of one event after the other.
pub(super) fn participants(record: &Record) -> Vec<Item<'_>> {
    record.events.iter().flat_map(|e| side(e, "actor").chain(side(e, "recipient"))).collect()
}

fn side<'r>(event: &'r Event, role: &'static str) -> impl Iterator<Item = Item<'r>> {
    let all = if role == "actor" { &event.actors } else { &event.recipients };
    all.iter().zip(1..).map(move |(who, position)| Item::Part(Part { event, role, position, who }))
}

/// The statements that assert an event, outermost first, of one event after the other.
pub(super) fn voices(record: &Record) -> Vec<Item<'_>> {
    let statements: HashMap<&str, &Statement> =
        record.statements.iter().map(|s| (s.id.as_str(), s)).collect();
    let mut items = Vec::new();
    for event in &record.events {
        for (id, depth) in event.according_to.iter().zip(1..) {
            let statement = statements.get(id.as_str()).copied();
            items.push(Item::Voice(Voice { event, depth, id, statement }));
        }
    }
    items
}

/// The entities of a record, in the order in which the text names them.
pub(super) fn entities<'r>(record: &'r Record) -> Vec<Item<'r>> {
    let mut found: Vec<Entity<'r>> = Vec::new();
    let mut at: HashMap<&'r str, usize> = HashMap::new();
    for mention in &record.mentions {
        let Some(id) = mention.entity.as_deref() else { continue };
        let place = *at.entry(id).or_insert(found.len());
        if place == found.len() {
            found.push(Entity::new(id, mention));
        }
        let entity = &mut found[place];
        entity.mentions += 1;
        let code = mention.code.as_deref().filter(|c| !entity.codes.contains(c));
        entity.codes.extend(code);
    }
    let mut count = |id: Option<&String>, part: for<'e> fn(&'e mut Entity<'r>) -> &'e mut usize| {
        if let Some(place) = id.and_then(|id| at.get(id.as_str())) {
            *part(&mut found[*place]) += 1;
        }
    };
    for event in &record.events {
        event.actors.iter().for_each(|p| count(p.entity.as_ref(), |e| &mut e.actor));
        event.recipients.iter().for_each(|p| count(p.entity.as_ref(), |e| &mut e.recipient));
    }
    for speaker in record.statements.iter().filter_map(|s| s.speaker.as_ref()) {
        count(speaker.entity.as_ref(), |e| &mut e.speaker);
    }
    found.into_iter().map(Item::Entity).collect()
}

impl<'r> Entity<'r> {
    fn new(id: &'r str, first: &'r Mention) -> Self {
        Entity { id, first, codes: Vec::new(), mentions: 0, actor: 0, recipient: 0, speaker: 0 }
    }
}

/// Why a getter finds another item than its table has: it stands in the list of another table.
const MISPLACED: &str = "a column stands in the table that it is about";

impl<'r> Row<'r> {
    pub(super) fn mention(&self) -> &'r Mention {
        let Item::Mention(mention) = self.item else { panic!("{MISPLACED}") };
        mention
    }

    pub(super) fn statement(&self) -> &'r Statement {
        let Item::Statement(statement) = self.item else { panic!("{MISPLACED}") };
        statement
    }

    pub(super) fn event(&self) -> &'r Event {
        let Item::Event(event) = self.item else { panic!("{MISPLACED}") };
        event
    }

    pub(super) fn part(&self) -> &Part<'r> {
        let Item::Part(part) = &self.item else { panic!("{MISPLACED}") };
        part
    }

    pub(super) fn voice(&self) -> &Voice<'r> {
        let Item::Voice(voice) = &self.item else { panic!("{MISPLACED}") };
        voice
    }

    pub(super) fn placement(&self) -> &'r Placement {
        let Item::Together(Together::Placement(it)) = self.item else { panic!("{MISPLACED}") };
        it
    }

    pub(super) fn merged(&self) -> &'r Merged {
        let Item::Together(Together::Merged(it)) = self.item else { panic!("{MISPLACED}") };
        it
    }

    pub(super) fn telling(&self) -> &'r Telling {
        let Item::Together(Together::Telling(it)) = self.item else { panic!("{MISPLACED}") };
        it
    }

    pub(super) fn entity(&self) -> &Entity<'r> {
        let Item::Entity(entity) = &self.item else { panic!("{MISPLACED}") };
        entity
    }
}
