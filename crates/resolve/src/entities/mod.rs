//! From names and role nouns in a document to mentions with entities and codes.
//!
//! 1. [`find`] lays the atlas's names and the tagger's names over the text and settles overlaps.
//! 2. [`toponyms`] decides which town of a name is meant, by [`container`] and all other places named;
//!    [`place`] makes mentions of them, [`inner`] finds those inside other names; [`context`] keeps
//!    what states the text speaks of.
//! 3. [`title`], [`title_before`], [`title_joint`] and [`title_shared`] read titles around persons'
//!    names, [`part`] which state a part of one belongs to; [`person`] links surnames to full names and
//!    asks the tables at the document's date where the text gives no title.
//! 4. [`nominal`] adds role nouns ("Turkish troops", "the Polish prime minister"), [`headed`] whoever heads
//!    a body, [`group`] those that stand for several states ("the CSTO countries", "foreign ministers of
//!    A, B and C"); [`told`] says whose an organ is by the sentences before it, [`following`] which names of
//!    peoples and followings are role nouns or parties.
//! 5. [`affiliation`], [`brackets`] and [`serving`] read from what stands around a name or a role
//!    whose somebody is, [`former`] who is it no more, [`crowd`] where those gather whose name tells of no
//!    state; [`short_form`] which organisation a short form stands for.
//!
//! Mentions come out sorted; a mention's span is the name alone.

mod affiliation;
mod brackets;
mod container;
mod context;
mod crowd;
mod described;
mod find;
mod following;
mod former;
mod group;
mod headed;
mod index;
mod inner;
mod introduced;
mod laid;
mod led;
mod meaning;
mod namesake;
mod nominal;
mod organisation;
mod owner;
mod pact;
mod part;
mod person;
mod place;
mod placed;
mod pool;
mod reading;
mod redefined;
mod seat;
mod serving;
mod settled;
mod short_form;
mod somebodys;
mod sport;
mod tagged;
#[cfg(test)]
mod tests;
mod title;
mod title_before;
mod title_joint;
mod title_shared;
mod told;
mod toponyms;

use crate::Resolver;
use context::Context;
use find::{NameSpan, Sense};
use index::Index;
use laid::Laid;
use pool::Pool;
use rustc_hash::{FxHashMap, FxHashSet};
use settled::Settled;
use verbale_atlas::Atlas;
use verbale_atlas::tables::known::Known;
use verbale_document::{
    Date, Document, Entity, EntityIdx, Form, Mention, MentionKind, SmolStr, TokenIdx,
};

/// One document being resolved.
pub(crate) struct Linker<'a> {
    pub atlas: &'a Atlas,
    pub view: Settled<'a>,
    pub date: Option<Date>,
    pub context: Context,
    pub pool: Pool,
    pub mentions: Vec<Mention>,
    pub index: Index,
    /// Groups whose short form the text has, and whether it has the full name.
    pub in_full: FxHashMap<usize, bool>,
    /// Organisations whose names have several words.
    pub ahead: Vec<NameSpan>,
    /// One past the last token of a name that has been emitted.
    pub done: TokenIdx,
    /// Persons of whom the text says who they are.
    pub told: FxHashSet<EntityIdx>,
    /// Persons of whom the text says what they do, and not for which state.
    pub guessed: FxHashSet<EntityIdx>,
    /// States of role nouns that may refer to somebody named before, should they not.
    pub homes: Homes,
}

/// Of the head of a role noun, the state where what is told there plays.
pub(crate) type Homes = FxHashMap<TokenIdx, SmolStr>;

/// Who is named, and what of that is left to coreference.
pub(crate) struct Linked {
    /// Of names and role nouns, by position.
    pub mentions: Vec<Mention>,
    /// The entities that they denote.
    pub entities: Vec<Entity>,
    /// For role nouns whose state is unknown (`UNK`).
    pub homes: Homes,
}

/// The mentions of the names and role nouns of `doc`, and the entities they denote.
pub(crate) fn link(tables: &Resolver, doc: &Document) -> Linked {
    let laid = Laid::new(tables, doc);
    let found = find::settle(&laid);
    let view = Settled::new(laid, &found);
    let context = Context::new(&view, &found);
    let ahead = found.iter().copied().filter(NameSpan::names_body).collect();
    let mut linker = Linker {
        atlas: &tables.atlas,
        view,
        date: doc.meta.published_at.as_ref().map(|s| s.date),
        context,
        pool: Pool::default(),
        mentions: Vec::new(),
        index: Index::default(),
        in_full: FxHashMap::default(),
        ahead,
        done: 0,
        told: FxHashSet::default(),
        guessed: FxHashSet::default(),
        homes: Homes::default(),
    };
    linker.run(&found);
    Linked { mentions: linker.mentions, entities: linker.pool.entities, homes: linker.homes }
}

impl Linker<'_> {
    fn run(&mut self, found: &[NameSpan]) {
        self.full_names(found);
        for item in found {
            if self.done <= item.first {
                self.done = item.end;
                self.emit(item);
            }
        }
        self.index_names();
        self.nominals();
        self.index_heads();
        self.descriptions();
        self.affiliations();
        self.introductions();
        self.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        self.pool.order_by(&mut self.mentions);
    }

    fn emit(&mut self, item: &NameSpan) {
        if self.names_pact(item) {
            return;
        }
        match item.sense {
            Sense::Known(Known::Seat(i)) if self.atlas.seats[i].home => {
                match self.organ_of_home(item, i) {
                    Some(own) => self.seat(item, own),
                    None => self.organisation(item, None),
                }
            }
            Sense::Known(Known::Seat(i)) if self.is_elsewhere(item, i) => {
                self.organisation(item, None);
            }
            Sense::Known(Known::Seat(i)) => {
                self.seat(item, self.view.seat(i));
                self.carry_place(item);
            }
            Sense::Known(Known::Territory(_)) if self.plays(item) => self.team(item),
            Sense::Known(Known::Group(i)) if self.is_far(item, i) => self.organisation(item, None),
            Sense::Known(Known::Group(i)) => {
                self.group(item, i);
                self.carry_place(item);
            }
            Sense::Known(known @ Known::Outlet(_)) if item.weak => {
                self.weak_outlet(item, known);
                self.carry_place(item);
            }
            Sense::Known(Known::Native(_)) => self.people(item),
            Sense::Known(Known::Other(i)) if self.atlas.others[i].organisation => self.team(item),
            Sense::Known(Known::Other(_)) => {}
            Sense::Known(Known::Territory(i)) if self.is_namesake(item, i) => self.location(item),
            Sense::Known(Known::Outlet(i)) => {
                let known = Known::Outlet(self.view.outlet(i));
                self.known(item, known);
                self.carry_place(item);
            }
            Sense::Known(known) => {
                self.known(item, known);
                self.carry_place(item);
            }
            Sense::Person(known) => self.person(item, known),
            Sense::Organisation(inner) => {
                self.organisation(item, inner);
                self.carry_place(item);
            }
            Sense::Location => self.location(item),
            // "Mr Christian" is cut out of a person's name.
            Sense::People if self.view.is_surname(item) => {}
            // "Muslims", "the Kurds": role nouns, which come after the names.
            Sense::People if self.is_role_noun(item) => {}
            Sense::People if self.is_following(item) => self.organisation(item, None),
            Sense::People => {
                self.people(item);
                self.carry_place(item);
            }
        }
    }

    fn known(&mut self, item: &NameSpan, known: Known) {
        let (kind, form) = match known {
            Known::Territory(_) => (MentionKind::Country, Form::Name),
            Known::Demonym(_) => (MentionKind::Country, Form::Demonym),
            Known::Epithet(_) => (MentionKind::Organisation, Form::Nominal),
            Known::Region(_) => (MentionKind::Place, Form::Name),
            _ => (MentionKind::Organisation, Form::Name),
        };
        let entity = self.pool.known(self.atlas, known, self.date);
        let place = match known {
            Known::Territory(i) | Known::Demonym(i) => self.atlas.territories.rows[i].place.clone(),
            Known::Region(i) => Some(self.atlas.regions[i].place.clone()),
            _ => None,
        };
        self.push(item, kind, form, entity, "atlas/name");
        if let Some(mention) = self.mentions.last_mut() {
            mention.place = place;
        }
    }

    /// A people or following that no table knows.
    fn people(&mut self, item: &NameSpan) {
        let entity = self.pool.unknown(self.view.text(item), MentionKind::Group);
        self.push(item, MentionKind::Group, Form::Demonym, entity, "atlas/tagged-people");
    }

    /// Adds a mention whose code is that of its entity.
    fn push(
        &mut self,
        item: &NameSpan,
        kind: MentionKind,
        form: Form,
        entity: EntityIdx,
        by: &'static str,
    ) {
        let code = self.pool.entities[entity as usize].code.clone();
        let confidence = self.pool.confidence[entity as usize];
        let mention = Mention::new(item.span, self.view.head(item), kind, form);
        let entity = Some(entity);
        self.mentions.push(Mention { entity, code, by: by.into(), confidence, ..mention });
    }
}
