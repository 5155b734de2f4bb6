//! The mentions of a document while they are being linked.

use super::lexicon::Anaphora;
use super::naming;
use crate::entities::Homes;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use verbale_document::{
    Deprel, Document, Entity, EntityIdx, Form, Gender, Mention, MentionIndex, MentionKind,
    Quotations, Sentence, SentenceIdx, SmolStr, Span, TokenIdx, Tree, Upos,
};

/// How many sentences back an antecedent is looked for.
const WINDOW: u32 = 3;
/// Confidence of a role noun whose state the text names.
pub(super) const SAID: f32 = 0.9;
/// Of as many role nouns of one word the nearest are looked at.
const NEAREST: usize = 50;

/// A document's mentions, old and new, by token.
pub(super) struct Scene<'d> {
    pub doc: &'d Document,
    entities: &'d [Entity],
    pub tree: Tree<'d>,
    pub quotes: Quotations<'d>,
    pub mentions: Vec<Mention>,
    /// Genders learnt from pronouns and titles, by entity.
    pub genders: Vec<Option<Gender>>,
    /// Whether a token heads a name that is left out of the chain of its entity.
    pub aside: Vec<bool>,
    index: MentionIndex,
    /// Names of bodies by the nouns that head them, small, in order.
    bodies: FxHashMap<String, Vec<usize>>,
    /// Role nouns whose state the text names, by their last word, in order.
    said: FxHashMap<String, Vec<usize>>,
    /// Names by what their entities may be called, the first of each entity and code, in order.
    called: FxHashMap<SmolStr, Vec<usize>>,
}

impl<'d> Scene<'d> {
    pub(super) fn new(
        doc: &'d Document,
        words: &Anaphora,
        mentions: Vec<Mention>,
        entities: &'d [Entity],
    ) -> Self {
        let n_tokens = doc.tokens.as_ref().map_or(0, |t| t.len());
        let index = MentionIndex::new(doc, &mentions);
        let mut scene = Scene {
            doc,
            entities,
            tree: Tree::new(doc),
            quotes: Quotations::new(doc),
            mentions,
            genders: entities.iter().map(|e| gender(words, e)).collect(),
            aside: vec![false; n_tokens],
            index,
            bodies: FxHashMap::default(),
            said: FxHashMap::default(),
            called: FxHashMap::default(),
        };
        let mut met = FxHashSet::default();
        for i in 0..scene.mentions.len() {
            for noun in heads_of_name(&scene, &scene.mentions[i]) {
                scene.bodies.entry(noun).or_default().push(i);
            }
            let mention = &scene.mentions[i];
            let named = scene.entity(mention).filter(|_| mention.form == Form::Name);
            if let Some(entity) = named
                && met.insert((mention.entity, scene.code_of(mention)))
            {
                for class in &entity.classes {
                    scene.called.entry(class.clone()).or_default().push(i);
                }
            }
            if mention.form == Form::Nominal && mention.confidence >= SAID {
                let last = doc.slice(mention.span).split_whitespace().next_back();
                let last = last.unwrap_or_default().to_lowercase();
                scene.said.entry(last).or_default().push(i);
            }
        }
        let bearers = naming::bearers(&scene.mentions, entities.len());
        for i in 0..scene.mentions.len() {
            let mention = &scene.mentions[i];
            let gender = mention.entity.and_then(|e| scene.genders[e as usize]);
            let bearer = mention.entity.and_then(|e| bearers[e as usize]);
            let aside = naming::is_aside(doc, &scene.tree, words, mention, (gender, bearer));
            scene.aside[mention.head as usize] |= aside;
        }
        scene
    }

    /// The body named last before `at` whose name a noun heads: "the board" after "the Parole Board".
    pub(super) fn body_headed(&self, noun: &str, at: TokenIdx) -> Option<usize> {
        let named = self.bodies.get(&noun.to_lowercase())?;
        let after = named.partition_point(|i| self.mentions[*i].head < at);
        named[..after].last().copied()
    }

    /// Names of whoever may be called so ("minister"), the first of each entity and code, in order.
    pub(super) fn called(&self, noun: &str) -> impl Iterator<Item = &Mention> {
        let called = self.called.get(noun).map_or(&[][..], Vec::as_slice);
        called.iter().map(|i| &self.mentions[*i])
    }

    /// Whether another body of the same sector is named between a body and `at`.
    pub(super) fn is_rivalled(&self, body: usize, at: TokenIdx) -> bool {
        let sector = |m: &Mention| self.code_of(m).map(|c| c.sector().map(str::to_string));
        let (entity, own) = (self.mentions[body].entity, sector(&self.mentions[body]));
        let since = self.mentions[body..].iter().take_while(|m| m.head < at);
        let other = |(n, m): (usize, &Mention)| {
            let name = m.form == Form::Name && m.kind == MentionKind::Organisation;
            n > NEAREST || name && m.entity != entity && sector(m) == own
        };
        since.enumerate().any(other)
    }

    /// Mentions of a role noun, of which `last` is the last word, whose state the text has named before
    /// `at`; the nearest first.
    pub(super) fn said(&self, last: &str, at: TokenIdx) -> impl Iterator<Item = &Mention> {
        let said = self.said.get(last).map_or(&[][..], Vec::as_slice);
        let after = said.partition_point(|i| self.mentions[*i].head < at);
        said[..after].iter().rev().take(NEAREST).map(|i| &self.mentions[*i])
    }

    /// Whether a token is part of a time ("Friday").
    pub(super) fn is_time(&self, token: TokenIdx) -> bool {
        self.index.time_at(token).is_some()
    }

    /// Whether a token heads a noun phrase, or may.
    pub(super) fn is_nominal(&self, token: TokenIdx) -> bool {
        matches!(self.tree.token(token).upos, Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// The mention over a token.
    pub(super) fn at(&self, token: TokenIdx) -> Option<&Mention> {
        self.index_at(token).map(|i| &self.mentions[i])
    }

    /// The noun of which a possessive says whose it is.
    pub(super) fn possessed(&self, at: TokenIdx) -> Option<TokenIdx> {
        let token = self.tree.token(at);
        token.head.filter(|_| token.deprel == Deprel::NmodPoss)
    }

    /// The index of the mention over a token.
    pub(super) fn index_at(&self, token: TokenIdx) -> Option<usize> {
        let index = &self.index;
        index.actor_at(token).or_else(|| index.titled_at(token)).map(|i| i as usize)
    }

    /// Adds a mention of `token` that refers to what `antecedent` does.
    pub(super) fn refer(
        &mut self,
        token: TokenIdx,
        form: Form,
        antecedent: &Mention,
        by: &'static str,
    ) {
        let span = match form {
            Form::Nominal => self.modified(token),
            // "the 71-year-old"
            _ if matches!(self.tree.token(token).upos, Upos::Noun | Upos::Adj) => {
                self.modified(token)
            }
            _ => self.doc.token(token).span,
        };
        let mut mention = Mention::new(span, token, antecedent.kind, form);
        mention.entity = antecedent.entity;
        mention.code = antecedent.code.clone().or_else(|| self.code(antecedent.entity));
        mention.members = antecedent.members.clone();
        mention.by = by.into();
        mention.confidence = 0.8;
        self.mentions.push(mention);
        self.index.lay(self.doc, &self.mentions, self.mentions.len() as u32 - 1);
    }

    /// Adds a mention that means `referent`, and puts both in its chain where it has no entity.
    pub(super) fn refer_in(
        &mut self,
        token: TokenIdx,
        form: Form,
        antecedent: &Mention,
        by: &'static str,
        referent: usize,
    ) {
        self.refer(token, form, antecedent, by);
        if antecedent.entity.is_none() {
            let chain = Some(referent as u32);
            let same = |m: &&mut Mention| m.head == antecedent.head || m.head == token;
            self.mentions.iter_mut().filter(same).for_each(|m| m.chain = chain);
        }
    }

    /// A noun with the words before it that belong to it ("six-nation bloc", "his country"), but
    /// for its article.
    fn modified(&self, noun: TokenIdx) -> Span {
        let mine = |t: &TokenIdx| {
            let token = self.tree.token(*t);
            let within = token.head.is_some_and(|h| *t < noun && h <= noun);
            // "according to data"
            let small = matches!(token.deprel, Deprel::Det | Deprel::Case | Deprel::Cc);
            within && !small && token.deprel != Deprel::Fixed
        };
        let inside = self.tree.subtree(noun);
        let first = (0..noun).rev().take_while(|t| inside.contains(t) && mine(t)).last();
        self.doc.token(first.unwrap_or(noun)).span.cover(self.doc.token(noun).span)
    }

    /// The code of a mention, else of its entity.
    pub(super) fn code_of(&self, mention: &Mention) -> Option<verbale_document::ActorCode> {
        mention.code.clone().or_else(|| self.code(mention.entity))
    }

    fn code(&self, entity: Option<EntityIdx>) -> Option<verbale_document::ActorCode> {
        entity.and_then(|e| self.entities[e as usize].code.clone())
    }

    pub(super) fn entity(&self, mention: &Mention) -> Option<&'d Entity> {
        self.entities.get(mention.entity? as usize)
    }

    /// Mentions before `at` that may be antecedents, likeliest first: sentence by sentence
    /// backwards; within one, subjects first, then from left to right.
    pub(super) fn candidates(&self, sentence: &Sentence, at: TokenIdx) -> Vec<&Mention> {
        let mut out = Vec::new();
        let here = self.doc.sentence_at(sentence.span.start).unwrap_or(0);
        for back in 0..=WINDOW.min(here) {
            let sentence = self.sentence(here - back);
            if back > 0 && !self.doc.section_at(sentence.span.start).is_story() {
                continue;
            }
            let tokens = sentence.tokens.clone();
            let end = if back == 0 { at.min(tokens.end) } else { tokens.end };
            let mut seen: Vec<usize> = Vec::new();
            for t in tokens.start..end {
                if let Some(i) = self.index_at(t).filter(|i| !seen.contains(i)) {
                    seen.push(i);
                }
            }
            seen.sort_by_key(|&i| (!self.is_subject(&self.mentions[i]), i));
            out.extend(seen.into_iter().map(|i| &self.mentions[i]));
        }
        out
    }

    pub(super) fn sentence(&self, at: SentenceIdx) -> &'d Sentence {
        let sentences: &'d [Sentence] = self.doc.sentences.as_deref().unwrap_or(&[]);
        &sentences[at as usize]
    }

    /// Whether a mention is (part of) the subject of a clause.
    pub(super) fn is_subject(&self, mention: &Mention) -> bool {
        let mut at = mention.head;
        for _ in 0..4 {
            let token = self.tree.token(at);
            match (token.deprel, token.head) {
                (Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter, _) => return true,
                (Deprel::Flat | Deprel::Appos | Deprel::Compound | Deprel::NmodDesc, Some(h)) => {
                    at = h;
                }
                _ => return false,
            }
        }
        false
    }

    /// All mentions by position, with chains and states.
    pub(super) fn finish(mut self, homes: &Homes) -> Vec<Mention> {
        place(&mut self.mentions, homes);
        let aside = &self.aside;
        let chained = |m: &&mut Mention| m.form != Form::Name || !aside[m.head as usize];
        self.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        chain(self.mentions.iter_mut().filter(chained));
        self.mentions
    }
}

/// The nouns that head the name of a body: "board" of "Parole Board", "ministry" of "Ministry of Health".
fn heads_of_name(scene: &Scene, mention: &Mention) -> Vec<String> {
    let body = mention.kind == MentionKind::Organisation && mention.form == Form::Name;
    let Some(entity) = scene.entity(mention).filter(|_| body) else { return Vec::new() };
    let words: Vec<&str> = entity.name.split(' ').collect();
    let joint = words.iter().position(|w| matches!(*w, "of" | "for" | "on"));
    let ends = [Some(words.len()), joint].into_iter().flatten();
    let head = |end: usize| words.get(end.checked_sub(1)?).map(|w| w.to_lowercase());
    if words.len() > 1 { ends.filter_map(head).collect() } else { Vec::new() }
}

/// The gender of a person's title or office, else of the given name.
fn gender(words: &Anaphora, entity: &Entity) -> Option<Gender> {
    let given = || words.given(&entity.name).filter(|_| entity.kind == MentionKind::Person);
    entity.gender.or_else(given)
}

/// Gives role nouns that refer to nobody named the state of where they stand, and the pronouns of
/// their chain with them.
fn place(mentions: &mut [Mention], homes: &Homes) {
    let open = |m: &Mention| m.entity.is_none() && m.code.as_ref().is_some_and(|c| c.is_unplaced());
    let nouns = mentions.iter().filter(|m| open(m) && m.form == Form::Nominal);
    let states: BTreeMap<u32, &SmolStr> =
        nouns.filter_map(|m| Some((m.chain?, homes.get(&m.head)?))).collect();
    for mention in mentions.iter_mut().filter(|m| open(m)) {
        let chain = || mention.chain.and_then(|c| states.get(&c).copied());
        if let Some(state) = homes.get(&mention.head).or_else(chain) {
            mention.code = mention.code.as_ref().map(|c| c.in_state(state));
        }
    }
}

/// Numbers chains in the order of their first mention: one for each entity that is mentioned, and
/// for each noun without entity that a pronoun stands for.
fn chain<'m>(mentions: impl Iterator<Item = &'m mut Mention>) {
    let mut chains: BTreeMap<(Option<u32>, Option<u32>), u32> = BTreeMap::new();
    for mention in mentions.filter(|m| m.kind != MentionKind::Time) {
        let key = (mention.entity, mention.chain.filter(|_| mention.entity.is_none()));
        if key != (None, None) {
            let next = chains.len() as u32;
            mention.chain = Some(*chains.entry(key).or_insert(next));
        }
    }
}
