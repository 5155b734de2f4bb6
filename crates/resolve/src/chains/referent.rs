//! What the text has spoken of so far, and how salient each thing is.
//!
//! A referent gathers the phrases that mean one thing. Its salience is the sum over sentences of the
//! weight of its best phrase there, halved with every sentence since (Lappin and Leass 1994). Phrases
//! without an entity are one referent where they share their head noun, unless
//! the later one is indefinite.

use super::phrase::{self, Sort};
use super::quotation;
use super::scene::Scene;
use rustc_hash::FxHashMap;
use verbale_document::{
    ActorCode, Deprel, EntityIdx, Form, Mention, MentionKind, SentenceIdx, SmolStr, TokenIdx,
};

/// How many sentences back an antecedent is looked for.
const WINDOW: u32 = 3;
/// How many phrases of a referent are weighed.
const LAST: usize = 40;
/// The teller hardly takes up what is spoken of in somebody's quoted words alone, nor the other way
/// round.
const ACROSS_QUOTATION: f32 = 0.3;

/// Where in the story something is said.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Here {
    /// How many sentences of the story there are up to here.
    pub sentence: SentenceIdx,
    /// The same without those that are quoted as a whole: what the teller says goes on behind a
    /// quotation where it was before it (Grosz and Sidner 1986).
    pub told: SentenceIdx,
}

/// A phrase of a referent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub at: TokenIdx,
    pub here: Here,
    /// Where the quotation around it begins, if it stands in one.
    quote: Option<u32>,
    weight: f32,
}

impl Place {
    /// Whether what it is of can still be taken up.
    fn is_lately(&self, here: Here) -> bool {
        here.told - self.here.told <= 2 * WINDOW
    }

    /// How many sentences before `here` it is, in the quotation that begins at `quote`.
    fn distance(&self, here: Here, quote: Option<u32>) -> u32 {
        match (self.quote, quote) {
            (None, None) => here.told - self.here.told,
            _ => here.sentence - self.here.sentence,
        }
    }
}

/// Something spoken of.
#[derive(Clone, Debug)]
pub(super) struct Referent {
    pub entity: Option<EntityIdx>,
    /// The latest mention that is no pronoun, if an actor or place is meant.
    pub mention: Option<Mention>,
    pub sort: Sort,
    pub places: Vec<Place>,
}

impl Referent {
    /// Salience at `here` in the quotation that begins at `quote`; `None` where it was last spoken of
    /// too long ago.
    pub(super) fn salience(&self, here: Here, quote: Option<u32>) -> Option<f32> {
        let mut best: Vec<(SentenceIdx, u32, f32)> = Vec::new();
        let lately = |p: &&Place| p.is_lately(here);
        for place in self.places.iter().rev().take(LAST).take_while(lately) {
            let distance = place.distance(here, quote);
            if distance > 2 * WINDOW {
                continue;
            }
            let across = if place.quote == quote { 1.0 } else { ACROSS_QUOTATION };
            let weight = place.weight * across;
            match best.last_mut() {
                Some((s, d, best)) if *s == place.here.sentence => {
                    (*d, *best) = ((*d).min(distance), best.max(weight));
                }
                _ => best.push((place.here.sentence, distance, weight)),
            }
        }
        best.iter().map(|(_, d, _)| *d).min().filter(|d| *d <= WINDOW)?;
        Some(best.iter().map(|(_, d, weight)| weight * 0.5f32.powi(*d as i32)).sum())
    }

    /// Whether a phrase of it stands in one of the quotations that begin at `quotes`.
    pub(super) fn is_quoted_in(&self, quotes: &[u32]) -> bool {
        let of = |p: &Place| p.quote.is_some_and(|q| quotes.contains(&q));
        !quotes.is_empty() && self.places.iter().rev().take(LAST).any(of)
    }

    /// Phrases of one sentence (of the story).
    pub(super) fn places_in(&self, here: Here) -> impl Iterator<Item = TokenIdx> {
        let of = move |p: &&Place| p.here.sentence == here.sentence;
        self.places.iter().rev().take_while(of).map(|p| p.at)
    }
}

/// What two phrases without an entity share that mean one thing: head noun, number, code.
type Alike = (SmolStr, bool, Option<ActorCode>);

/// All referents, in the order of their first phrase.
#[derive(Debug, Default)]
pub(super) struct Referents {
    pub all: Vec<Referent>,
    /// The referent of each entity.
    entities: FxHashMap<EntityIdx, usize>,
    /// The latest referent of phrases that are alike.
    alike: FxHashMap<Alike, usize>,
    /// Referents that were spoken of lately enough to be taken up.
    lately: Vec<usize>,
    /// Who says what the last sentence of the teller reports, and where that was.
    pub speaker: Option<(usize, Here)>,
}

impl Referents {
    /// Takes note of the phrase that `at` heads.
    pub(super) fn note(&mut self, scene: &Scene, here: Here, at: TokenIdx, sort: Sort) {
        let mention = scene.at(at).filter(|m| m.head == at && !scene.aside[at as usize]);
        let entity = mention.and_then(|m| m.entity);
        let noun = &scene.tree.token(at).lemma;
        let alike = (noun.clone(), sort.plural, mention.and_then(|m| m.code.clone()));
        let known = match entity {
            Some(entity) => self.entities.get(&entity),
            None if phrase::is_indefinite(&scene.tree, at) => None,
            None => self.alike.get(&alike),
        };
        let i = known.copied().unwrap_or_else(|| {
            self.all.push(Referent { entity, mention: None, sort, places: Vec::new() });
            self.all.len() - 1
        });
        match entity {
            Some(entity) => self.entities.insert(entity, i),
            None => self.alike.insert(alike, i),
        };
        if let Some(mention) = mention {
            self.all[i].mention = Some(mention.clone());
        }
        self.all[i].sort = sort;
        self.add(scene, i, here, at);
    }

    /// "A and B" together: one plural referent with the place of its first part, and a group where all
    /// parts are actors.
    pub(super) fn note_several(&mut self, scene: &Scene, here: Here, at: TokenIdx, sort: Sort) {
        let sort = Sort { plural: true, gender: None, ..sort };
        let mention = together(scene, at);
        self.all.push(Referent { entity: None, mention, sort, places: Vec::new() });
        self.add(scene, self.all.len() - 1, here, at);
    }

    /// "Ann Lee met Bo Lund": those who meet are spoken of together as well, at the place of the first.
    pub(super) fn note_meeting(&mut self, scene: &Scene, here: Here, two: [TokenIdx; 2]) {
        let members: Option<Vec<ActorCode>> =
            two.iter().map(|&t| scene.at(t).and_then(|m| scene.code_of(m))).collect();
        let Some(members) = members.filter(|m| m[0].country() != m[1].country()) else { return };
        let sort = Sort { person: false, plural: true, gender: None };
        let span = scene.tree.token(two[0]).span;
        let group = Mention::new(span, two[0], MentionKind::Group, Form::Nominal);
        let mention = Some(Mention { members, ..group });
        self.all.push(Referent { entity: None, mention, sort, places: Vec::new() });
        self.add(scene, self.all.len() - 1, here, two[0]);
    }

    /// Takes note of who speaks in a sentence: the referent of which a phrase stands at `at`.
    pub(super) fn note_speaker(&mut self, here: Here, at: TokenIdx) {
        self.speaker = self.at(here, at).map(|i| (i, here));
    }

    /// The latest referent of which a phrase of this sentence stands at `at`.
    pub(super) fn at(&self, here: Here, at: TokenIdx) -> Option<usize> {
        let said = |i: &usize| self.all[*i].places_in(here).any(|t| t == at);
        self.lately.iter().copied().filter(said).max()
    }

    /// Those that can be taken up: all others have no [salience](Referent::salience).
    pub(super) fn lately(&self) -> impl Iterator<Item = (usize, &Referent)> {
        self.lately.iter().map(|&i| (i, &self.all[i]))
    }

    /// Leaves behind what is too far from `here` to be taken up.
    pub(super) fn go_on(&mut self, here: Here) {
        let all = &self.all;
        self.lately.retain(|&i| all[i].places.last().is_some_and(|p| p.is_lately(here)));
    }

    /// Adds a phrase, or a pronoun, to a referent.
    pub(super) fn add(&mut self, scene: &Scene, i: usize, here: Here, at: TokenIdx) {
        let weight = phrase::weight(scene, at);
        let quote = quotation::around(scene, at).map(|q| q.outer.start);
        let places = &mut self.all[i].places;
        if !places.last().is_some_and(|p| p.is_lately(here)) {
            self.lately.push(i);
        }
        places.push(Place { at, here, quote, weight });
    }
}

/// "A and B" as a group, where all parts have codes.
pub(super) fn together(scene: &Scene, first: TokenIdx) -> Option<Mention> {
    let parts = std::iter::once(first).chain(scene.tree.children_by(first, Deprel::Conj));
    let named = parts.map(|t| scene.at(t).filter(|m| m.head == t));
    let code = |m: &Mention| scene.code_of(m);
    let members: Vec<ActorCode> =
        named.map(|m| m.and_then(code)).collect::<Option<Vec<ActorCode>>>()?;
    let span = scene.tree.token(first).span;
    let group = Mention::new(span, first, MentionKind::Group, Form::Nominal);
    (members.len() > 1).then_some(Mention { members, ..group })
}
