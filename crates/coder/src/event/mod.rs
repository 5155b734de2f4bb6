//! Events: who did what to whom, according to whom.
//!
//! Matches the vocabulary of `events.tsv` and `event_nouns.tsv` against dependency trees. A word
//! that names an event gives a draft (type, mode, heads of actors and recipients); the words that
//! govern it ("agreed to", "refused to", "threatened", "called off": `implicatives.tsv`) change
//! what it is, whether it happened and whose act it is; `plover.tsv` scores it. An event inside a
//! statement's content carries that statement.
//!
//! Does not code what is only said: a bare statement is a statement, no event. Does not join events
//! of different sentences. Types, modes and the coding of announced and refused acts follow PLOVER
//! 2.0 (Halterman et al. 2023).
//!
//! Reciprocal acts (talks, agreements) list every party among the actors. Where the sentence sets
//! one party over against another ("A met B", "A and B"), `recipients` holds the other as well, so
//! that actor x recipient names the dyad.

mod absence;
mod aim;
mod answered;
mod asked;
mod at_home;
mod attended;
mod attribution;
mod authors;
mod below;
mod carried;
mod claimed;
mod compound;
mod context;
mod control;
mod decided;
mod dedup;
mod demand;
mod denied;
mod draft;
mod epithet;
mod finish;
mod first_person;
mod frame;
mod governor;
mod gunfire;
mod headline;
mod hung;
mod internal;
mod judgement;
mod left;
mod lexicon;
mod listed;
mod manner;
mod matter;
mod misdeed;
mod modality;
mod mutual;
mod named_again;
mod nominal;
mod ontology;
mod open;
mod opinion;
mod participants;
mod partner;
mod passage;
mod political;
mod put_before;
mod resumed;
mod retold;
mod ruled;
mod sense;
mod size;
mod slot;
mod told;
mod unsaid;
mod verb;
mod whose;

#[cfg(test)]
mod tests;

use crate::View;
use crate::confidence::Weights;
use crate::trace::{Reason, Trace};
use context::Contexts;
use draft::Draft;
use governor::{Effect, Governors, Link};
use lexicon::{Vocabulary, WordClasses};
use modality::Mood;
use ontology::Ontology;
use retold::Told;
use rustc_hash::FxHashSet;
use verbale_document::{
    Classes, Document, Event, Layer, Lexicons, Producer, Sentence, SentenceIdx, TableError,
    TokenIdx, Upos,
};

/// Longest sentence that is coded, in tokens. Longer ones are lists and tables whose trees mean
/// nothing, and the work on a sentence may grow with the square of its length.
const MAX_TOKENS: usize = 2_000;

/// The event coder. Immutable; share it between threads.
#[derive(Debug)]
pub struct Events {
    vocabulary: Vocabulary,
    governors: Governors,
    ontology: Ontology,
    contexts: Contexts,
    classes: WordClasses,
    weights: Weights,
}

/// An event among its rivals.
struct Reading {
    /// Words that it speaks for.
    consumed: Vec<TokenIdx>,
    /// How much its rule is trusted.
    weight: f32,
    event: Event,
}

impl Events {
    /// Builds the coder from its tables; an error names the table and the line.
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let (classes, ontology) = (Classes::new(lexicons)?, Ontology::new(lexicons)?);
        Ok(Events {
            vocabulary: Vocabulary::new(lexicons, &classes, &ontology)?,
            governors: Governors::new(lexicons, &classes)?,
            ontology,
            contexts: Contexts::new(lexicons, &classes)?,
            classes: WordClasses::new(lexicons, classes)?,
            weights: Weights::new(lexicons, "events")?,
        })
    }

    /// The events of a document, in the order of their triggers.
    ///
    /// Needs sentences and tokens; uses mentions, entities and statements where they have run.
    pub fn annotate(&self, doc: &Document) -> Layer<Event> {
        self.code(&View::new(doc).knowing(self.classes.all()))
    }

    /// The same with a trace of what events were made of, and of what was dropped and why.
    pub fn traced(&self, doc: &Document) -> (Layer<Event>, Trace) {
        let view = View::listening(doc).knowing(self.classes.all());
        let events = self.code(&view);
        (events, view.into_trace())
    }

    fn code(&self, view: &View<'_>) -> Layer<Event> {
        let doc = view.doc;
        let mut sentences: &[Sentence] = doc.sentences.as_deref().unwrap_or(&[]);
        if passage::is_sport(view, &self.classes) {
            let n = doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
            view.log.drop_all(0..n, None, Reason::SportStory);
            sentences = &[];
        }
        let mut events = Vec::new();
        for (i, sentence) in sentences.iter().enumerate() {
            let story = doc.section_at(sentence.span.start).is_story();
            let politics = !passage::is_told_otherwise(view, &self.classes, sentence);
            let long = sentence.tokens.len() > MAX_TOKENS;
            if long {
                view.log.drop_all(sentence.tokens.clone(), None, Reason::TooLong);
            }
            if story && politics && !long {
                self.code_sentence(view, sentence, i as SentenceIdx, &mut events);
            }
        }
        if !events.is_empty() && passage::is_crime(view, &self.classes) {
            events.retain(|r: &Reading| {
                let ordinary = political::is_ordinary_crime(&self.classes, &r.event);
                if ordinary {
                    view.log.drop(r.consumed[0], None, Reason::CrimeStory);
                }
                !ordinary
            });
        }
        if !events.is_empty() && opinion::is_opinion(view, &self.classes) {
            events.retain(|r: &Reading| {
                let sentence = &sentences[r.event.sentence as usize];
                let reported = opinion::reports(view, &self.classes, sentence, &r.event);
                if !reported {
                    view.log.drop(r.consumed[0], None, Reason::Opinion);
                }
                reported
            });
        }
        let producer = Producer::new(finish::producer_name(), env!("CARGO_PKG_VERSION"));
        Layer::new(producer, dedup::dedup(view, events))
    }

    fn code_sentence(
        &self,
        view: &View<'_>,
        sentence: &Sentence,
        at: SentenceIdx,
        out: &mut Vec<Reading>,
    ) {
        let mut whole = self.whole(view, self.drafts(view, sentence), at, out);
        if whole.is_empty() {
            let verbs = &self.vocabulary.verbs;
            let lines = headline::drafts(view, verbs, &self.classes, sentence);
            whole = self.whole(view, alone(lines), at, out);
        }
        let kept = undisputed(view, whole);
        let answered = answered::drafts(view, &self.classes, kept.iter().map(|r| &r.event));
        out.extend(kept);
        out.extend(self.whole(view, alone(answered), at, out));
        let told = out.iter().rev().map(|r| &r.event);
        let absent = absence::drafts(view, &self.classes, (at, sentence), told);
        out.extend(self.whole(view, alone(absent), at, out));
        let with_before = |t| {
            let left = left::draft(view, &self.classes, at, t);
            left.or_else(|| attended::draft(view, &self.classes, at, t))
        };
        let with_before: Vec<Draft> = sentence.tokens.clone().filter_map(with_before).collect();
        out.extend(self.whole(view, alone(with_before), at, out));
    }

    /// Of what each word may name, the first that has what it needs; `before` holds what was told already.
    fn whole(
        &self,
        view: &View<'_>,
        drafts: Vec<Vec<Draft>>,
        at: SentenceIdx,
        before: &[Reading],
    ) -> Vec<Reading> {
        let mut now: Vec<Reading> = Vec::new();
        for readings in drafts {
            let first = readings.into_iter().find_map(|draft| {
                let (consumed, weight) = (draft.consumed.clone(), draft.weight);
                let event = self.finish(view, draft, &Told { before, now: &now, at })?;
                Some(Reading { consumed, weight, event })
            });
            now.extend(first);
        }
        now
    }

    /// For each word of a sentence that names an event, what it may name.
    fn drafts(&self, view: &View<'_>, sentence: &Sentence) -> Vec<Vec<Draft>> {
        let reported = |t| {
            let demand = demand::draft(view, &self.classes, t);
            let judged = || judgement::draft(view, &self.classes, t);
            let blamed = || misdeed::draft(view, &self.classes, t);
            demand.or_else(judged).or_else(blamed).map(|draft| vec![draft])
        };
        let read = |t| reported(t).unwrap_or_else(|| self.readings(view, t));
        sentence.tokens.clone().map(read).filter(|all| !all.is_empty()).collect()
    }

    /// What one word may name, its governors applied, the likeliest first.
    fn readings(&self, view: &View<'_>, token: TokenIdx) -> Vec<Draft> {
        let upos = view.tree.token(token).upos;
        if told::unread(view, token).is_some() {
            return Vec::new();
        }
        let links = self.governors.of(view, &self.classes, token);
        let mut all = match upos {
            Upos::Verb => verb::drafts(view, &self.vocabulary.verbs, &self.classes, token),
            Upos::Noun if view.heads_clause(token) => {
                verb::drafts(view, &self.vocabulary.verbs, &self.classes, token)
            }
            Upos::Adj => verb::drafts(view, &self.vocabulary.adjectives, &self.classes, token),
            _ => {
                let doers = self.governors.doers(view, token);
                nominal::drafts(view, &self.vocabulary.nouns, token, (&links, &doers))
            }
        };
        for draft in &mut all {
            listed::complete(view, &self.classes, draft, token);
            aim::settle(view, &self.classes, &self.ontology, draft, token);
            epithet::settle(view, &self.classes, draft, token);
            if draft.kind == ontology::ACCUSE && upos == Upos::Verb {
                draft.recipients =
                    partner::doers_blamed(view, &self.vocabulary.nouns, &draft.recipients);
            }
            self.govern(view, draft, &links);
            if draft.anchor != token && (upos == Upos::Noun || draft.kind == ontology::REQUEST) {
                let anchor = draft.anchor;
                aim::settle(view, &self.classes, &self.ontology, draft, anchor);
            }
        }
        all
    }

    /// Applies what governs a word, from within.
    fn govern(&self, view: &View<'_>, draft: &mut Draft, links: &[Link]) {
        for (i, &link) in links.iter().enumerate() {
            let link = control::as_meant(view, draft, link, &self.ontology);
            control::reassign(view, draft, link);
            if link.effect == Effect::Undergo && draft.kind == ontology::ACCUSE {
                let blamed = draft.recipients.iter();
                let nouns = &self.vocabulary.nouns;
                draft.recipients =
                    blamed.flat_map(|&h| partner::doers_of(view, nouns, h)).collect();
            }
            // "faces calls to leave", "rejected calls to leave": they are others' calls.
            let others = |next: &&Link| matches!(next.effect, Effect::Undergo | Effect::Refuse);
            let above = links.get(i + 1).filter(others);
            if let Some(above) = above.filter(|_| link.effect == Effect::Request)
                && view.tree.token(link.head).upos == Upos::Noun
            {
                control::undergo_request(view, draft, link.head, above.head);
            }
            // "has *no plans* to leave"
            if view.tree.token(link.head).upos == Upos::Noun && view.has_no(link.head) {
                draft.under(Mood { negated: true, ..Mood::default() });
            }
            draft.govern(view, link, &self.ontology);
            // What somebody is thanked or blamed for is told by itself.
            if matches!(link.effect, Effect::Request | Effect::Allow | Effect::Accuse) {
                // "plan *to demand* his release": nobody has asked yet.
                let asks = link.effect == Effect::Request;
                let open = |l: &&Link| matches!(l.effect, Effect::Future | Effect::Maybe);
                let verb = view.tree.token(link.head).upos == Upos::Verb;
                if let Some(&above) = links.get(i + 1).filter(open).filter(|_| verb && asks) {
                    draft.govern(view, above, &self.ontology);
                }
                break;
            }
        }
    }
}

/// Drafts that have no rivals.
fn alone(drafts: Vec<Draft>) -> Vec<Vec<Draft>> {
    drafts.into_iter().map(|draft| vec![draft]).collect()
}

/// Events whose own word no better event speaks for. Better: with actor and recipient, of more
/// words, then by a rule of more weight.
fn undisputed(view: &View<'_>, mut all: Vec<Reading>) -> Vec<Reading> {
    let whole = |r: &Reading| !r.event.actors.is_empty() && !r.event.recipients.is_empty();
    all.sort_by(|a, b| {
        (whole(b).cmp(&whole(a)))
            .then(b.consumed.len().cmp(&a.consumed.len()))
            .then(b.weight.total_cmp(&a.weight))
            .then(a.consumed.cmp(&b.consumed))
    });
    let mut spoken_for: FxHashSet<TokenIdx> = FxHashSet::default();
    let mut kept = Vec::new();
    for reading in all {
        let own = if whole(&reading) { 1 } else { reading.consumed.len() };
        match reading.consumed[..own].iter().find(|t| spoken_for.contains(*t)) {
            Some(&taken) => view.log.drop(reading.consumed[0], None, Reason::SpokenFor(taken)),
            None => {
                spoken_for.extend(&reading.consumed);
                kept.push(reading);
            }
        }
    }
    kept.sort_by_key(|r| r.event.trigger.first().copied());
    kept
}
