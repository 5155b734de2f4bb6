//! What the text has spoken of so far, and how salient each thing is.
//!
//! A referent gathers the phrases that mean one thing. Its salience is the sum over sentences of the
//! weight of its best phrase there, halved with every sentence since (Lappin and Leass 1994). Phrases
//! without an entity are one referent where they share their head noun, unless
//! the later one is indefinite.

use super::phrase::{self, Sort};
use super::quotation;
use super::scene::Scene;
use verbale_document::{
    ActorCode, Deprel, EntityIdx, Form, Mention, MentionKind, SentenceIdx, SmolStr, TokenIdx,
};

/// How many sentences back an antecedent is looked for.
const WINDOW: u32 = 3;
/// The teller hardly takes up what is spoken of in somebody's quoted words alone, nor the other way
/// round.
const ACROSS_QUOTATION: f32 = 0.3;

/// A phrase of a referent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub at: TokenIdx,
    pub sentence: SentenceIdx,
    /// Where the quotation around it begins, if it stands in one.
    quote: Option<u32>,
    weight: f32,
}

/// Something spoken of.
#[derive(Clone, Debug)]
pub(super) struct Referent {
    pub entity: Option<EntityIdx>,
    /// The latest mention that is no pronoun, if an actor or place is meant.
    pub mention: Option<Mention>,
    noun: SmolStr,
    pub sort: Sort,
    pub places: Vec<Place>,
}

impl Referent {
    /// Salience in `sentence` and the quotation that begins at `quote`; `None` where it was last
    /// spoken of too long ago.
    pub(super) fn salience(&self, sentence: SentenceIdx, quote: Option<u32>) -> Option<f32> {
        let last = self.places.last()?;
        if sentence - last.sentence > WINDOW {
            return None;
        }
        let mut best: Vec<(SentenceIdx, f32)> = Vec::new();
        for place in self.places.iter().rev().take_while(|p| sentence - p.sentence <= 2 * WINDOW) {
            let across = if place.quote == quote { 1.0 } else { ACROSS_QUOTATION };
            let here = place.weight * across;
            match best.last_mut() {
                Some((s, weight)) if *s == place.sentence => *weight = weight.max(here),
                _ => best.push((place.sentence, here)),
            }
        }
        Some(best.iter().map(|(s, weight)| weight * 0.5f32.powi((sentence - s) as i32)).sum())
    }

    /// Phrases of one sentence (of the story).
    pub(super) fn places_in(&self, sentence: SentenceIdx) -> impl Iterator<Item = TokenIdx> {
        self.places.iter().rev().take_while(move |p| p.sentence == sentence).map(|p| p.at)
    }
}

/// All referents, in the order of their first phrase.
#[derive(Debug, Default)]
pub(super) struct Referents {
    pub all: Vec<Referent>,
}

impl Referents {
    /// Takes note of the phrase that `at` heads.
    pub(super) fn note(&mut self, scene: &Scene, sentence: SentenceIdx, at: TokenIdx, sort: Sort) {
        let mention = scene.at(at).filter(|m| m.head == at && !scene.aside[at as usize]);
        let entity = mention.and_then(|m| m.entity);
        let noun = &scene.tree.token(at).lemma;
        let same = |r: &Referent| match entity {
            Some(_) => r.entity == entity,
            None => {
                let code = |m: Option<&Mention>| m.and_then(|m| m.code.clone());
                let alike = r.noun == *noun && r.sort.plural == sort.plural;
                let coded = code(r.mention.as_ref()) == code(mention);
                r.entity.is_none() && alike && coded && !phrase::is_indefinite(&scene.tree, at)
            }
        };
        let known = self.all.iter().rposition(same);
        let i = known.unwrap_or_else(|| {
            let (mention, noun) = (None, noun.clone());
            self.all.push(Referent { entity, mention, noun, sort, places: Vec::new() });
            self.all.len() - 1
        });
        if let Some(mention) = mention {
            self.all[i].mention = Some(mention.clone());
        }
        self.all[i].sort = sort;
        self.add(scene, i, sentence, at);
    }

    /// "A and B" together: one plural referent with the place of its first part, and a group where all
    /// parts are actors.
    pub(super) fn note_several(
        &mut self,
        scene: &Scene,
        sentence: SentenceIdx,
        at: TokenIdx,
        sort: Sort,
    ) {
        let (noun, places) = (SmolStr::default(), Vec::new());
        let sort = Sort { plural: true, gender: None, ..sort };
        let mention = together(scene, at);
        self.all.push(Referent { entity: None, mention, noun, sort, places });
        self.add(scene, self.all.len() - 1, sentence, at);
    }

    /// Adds a phrase, or a pronoun, to a referent.
    pub(super) fn add(&mut self, scene: &Scene, i: usize, sentence: SentenceIdx, at: TokenIdx) {
        let weight = phrase::weight(scene, at);
        let quote = quotation::around(scene, at).map(|q| q.outer.start);
        self.all[i].places.push(Place { at, sentence, quote, weight });
    }
}

/// "A and B" as a group, where all parts have codes.
fn together(scene: &Scene, first: TokenIdx) -> Option<Mention> {
    let parts = std::iter::once(first).chain(scene.tree.children_by(first, Deprel::Conj));
    let named = parts.map(|t| scene.at(t).filter(|m| m.head == t));
    let code = |m: &Mention| scene.code_of(m);
    let members: Vec<ActorCode> =
        named.map(|m| m.and_then(code)).collect::<Option<Vec<ActorCode>>>()?;
    let span = scene.tree.token(first).span;
    let group = Mention::new(span, first, MentionKind::Group, Form::Nominal);
    (members.len() > 1).then_some(Mention { members, ..group })
}
