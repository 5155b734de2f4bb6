//! Acts that are named again: "the attack killed ten", "rejected the accusations", "Ten were arrested", where
//! the text has just told who attacks, accuses and raids.
//!
//! A noun with "the", "this" or "those" for a kind of act means the last act of that kind (anaphora of events;
//! Vieira and Poesio 2000 on definite descriptions), and so does its doer: who condemns or rejects it turns
//! against him. A passive without agent goes on with what the sentence before tells of the same kind. Looks
//! back two sentences, only to acts that are told as done; does not guess from plain knowledge who did what.

use super::attribution::according_to;
use super::draft::Draft;
use super::frame::is_one_of;
use super::ontology::{
    ACCUSE, AGREE, ASSAULT, COERCE, CONSULT, DISAPPROVE, PROTEST, REJECT, REQUEST, SUPPORT,
};
use super::political::{frees, sector, serves};
use super::slot::Slot;
use super::verb::entries;
use super::{Events, Reading, named_again, put_before};
use crate::View;
use verbale_document::{
    ActorCode, Deprel, Event, EventType, Modality, Participant, Polarity, SentenceIdx, Span,
    TokenIdx, Upos,
};

/// How many sentences back an act is looked for.
const WINDOW: u32 = 2;
/// Letters that a verb and its noun have in common.
const STEM: usize = 4;
/// Acts that answer others' acts: whoever did what is answered is their recipient.
pub(super) const ANSWERS: [EventType; 4] = [ACCUSE, PROTEST, REJECT, SUPPORT];
/// Words that point back, and words that say that another act is meant.
const POINTING: [&str; 6] = ["the", "this", "that", "these", "those", "such"];
const ANOTHER: [&str; 8] =
    ["other", "another", "new", "previous", "earlier", "former", "similar", "future"];
/// Prepositions before the circumstances under which somebody says something.
const MEANWHILE: [&str; 5] = ["in", "during", "at", "after", "following"];

/// What a text has told so far: in earlier sentences, and in this one.
pub(super) struct Told<'t> {
    /// Of earlier sentences.
    pub before: &'t [Reading],
    /// Of this sentence.
    pub now: &'t [Reading],
    /// This sentence.
    pub at: SentenceIdx,
}

impl<'t> Told<'t> {
    /// The events told before `word`, at most `window` sentences back, the last first.
    pub(super) fn back_from(
        &self,
        view: &View<'_>,
        word: TokenIdx,
        window: u32,
    ) -> impl Iterator<Item = &'t Event> + use<'t> {
        let (span, at) = (view.span(word), self.at);
        let all = self.before.iter().chain(self.now).rev().map(|r| &r.event);
        let near = all.take_while(move |e| e.sentence + window >= at);
        near.filter(move |e| e.trigger.first().is_some_and(|t| t.end <= span.start))
    }
}

/// "Police arrested four nurses. The nurses *were released*": who holds those that are freed, nobody says by whom.
fn captors(
    view: &View<'_>,
    draft: &Draft,
    freed: &[Participant],
    told: &Told<'_>,
) -> Vec<Participant> {
    let held = |p: &Participant| p.code.is_some() && freed.iter().any(|f| f.code == p.code);
    let mut before = told.back_from(view, draft.consumed[0], WINDOW);
    let Some(act) = before.find(|e| e.kind == COERCE && e.recipients.iter().any(held)) else {
        return Vec::new();
    };
    let known = act.actors.iter().filter(|a| a.code.is_some() && is_done(act));
    known.cloned().collect()
}

/// Whether an event is told as done by somebody who is known.
fn is_done(event: &Event) -> bool {
    event.polarity == Polarity::Positive
        && matches!(event.modality, Modality::Actual | Modality::Historical)
        && event.actors.iter().any(|a| a.code.is_some())
}

impl Events {
    /// Takes acts that were told before from among the parties of a draft, and gives those who did them: as
    /// actors, and as recipients.
    pub(super) fn take_retold(
        &self,
        view: &View<'_>,
        draft: &mut Draft,
        told: &Told<'_>,
    ) -> (Vec<Participant>, Vec<Participant>) {
        let take = |heads: &mut Vec<TokenIdx>, by: Option<&[ActorCode]>| {
            let mut found = Vec::new();
            heads.retain(|&h| match self.doers_of(view, view.antecedent_noun(h), told, by) {
                Some(doers) => {
                    found.extend(doers);
                    false
                }
                None => true,
            });
            found
        };
        let did = take(&mut draft.actors, None);
        if !ANSWERS.contains(&draft.kind) {
            return (did, Vec::new());
        }
        let actors = view.participants(&draft.actors, &self.classes).into_iter();
        let by: Vec<ActorCode> = actors.filter_map(|p| p.code).collect();
        let mut answered = take(&mut draft.recipients, Some(&by));
        let judged = draft.kind != ACCUSE || draft.mode.as_deref() == Some(DISAPPROVE.as_str());
        draft.recipients.retain(|&h| {
            let suffered = judged && self.is_suffered(view, h);
            if suffered {
                answered.push(Participant { span: view.phrase(h), ..Participant::default() });
            }
            !suffered
        });
        (did, answered)
    }

    /// "condemned *the arrest* of an envoy": an act that tells to whom it was done and not by whom, so that who
    /// answers it does not turn against whoever is named.
    fn is_suffered(&self, view: &View<'_>, noun: TokenIdx) -> bool {
        let of = Slot::Preposition("of".into());
        let all = entries(view, &self.vocabulary.nouns, noun);
        let plain = all.and_then(|all| all.iter().find(|e| e.modifiers.is_empty()));
        let acts = |e: &super::lexicon::Entry| {
            let deed = e.kind.as_ref().is_some_and(|k| !self.ontology.nature(k).is_verbal());
            deed && e.recipient.contains(&of) && !e.actor.contains(&of) && !e.reciprocal
        };
        view.tree.token(noun).upos == Upos::Noun
            && view.mention_of(noun).is_none()
            && plain.is_some_and(acts)
            && view.authors(noun).is_empty()
            && !view.nominal_modifiers(noun, "of").is_empty()
    }

    /// Who did the act that `head` names again; by its type, or, where those with the codes `by` answer it, also of any
    /// type.
    fn doers_of(
        &self,
        view: &View<'_>,
        head: TokenIdx,
        told: &Told<'_>,
        by: Option<&[ActorCode]>,
    ) -> Option<Vec<Participant>> {
        let beside = is_appended(view, head);
        let act = by.filter(|_| named_again::is_act(view, head));
        if let Some(act) = act.and_then(|by| named_again::act_just_told(view, told, head, by)) {
            return Some(doers(act, view.span(head)));
        }
        if !beside && !points_back(view, head) {
            return None;
        }
        let kind = self.kind_named(view, head).filter(|k| *k != AGREE || by.is_some());
        let again = || named_again::act_meant(view, told, head, by?);
        let act = if beside {
            let mut own = told.back_from(view, head, WINDOW).take_while(|e| e.sentence == told.at);
            let named = kind.as_ref().and_then(|kind| own.find(|e| e.kind == *kind));
            Some(named.or_else(|| again().filter(|e| e.sentence == told.at))?)
        } else {
            let same = |kind| told.back_from(view, head, WINDOW).find(|e| e.kind == kind);
            let same = || kind.clone().and_then(same).filter(|e| is_done(e));
            let alike = || self.named_alike(view, head, told).filter(|e| is_done(e));
            same().or_else(again).or_else(alike)
        };
        let said = kind.as_ref().is_some_and(|k| named_again::ANSWERED.contains(k));
        let answers = by.filter(|_| said || view.is_of_class(head, "claim"));
        let act = act.or_else(|| named_again::done_to(view, told, head, answers?));
        let span = view.phrase(head);
        let Some(act) = act else {
            let authors = put_before::authors(view, head, told.at);
            let mut known = view.participants(&authors, &self.classes);
            known.retain(|a| a.code.is_some());
            known.iter_mut().for_each(|a| a.span = span);
            return Some(known).filter(|all| !all.is_empty());
        };
        Some(doers(act, span))
    }

    /// "the invasion" far behind "Chad's invasion of Togo": the acts of the same word, all told of one doer.
    fn named_alike<'t>(
        &self,
        view: &View<'_>,
        noun: TokenIdx,
        told: &Told<'t>,
    ) -> Option<&'t Event> {
        let deed = self.kind_named(view, noun).filter(|k| [ASSAULT, COERCE].contains(k))?;
        let word = view.lemma(noun).to_lowercase();
        // "invasion" and "invade", "attack" and "attacked"
        let stem: String = word.chars().take(STEM).collect();
        let named = |e: &&Event| {
            let mut words = e.trigger.iter().map(|t| view.doc.slice(*t).to_lowercase());
            e.kind == deed && words.any(|w| w.starts_with(&stem))
        };
        let mut all = told.before.iter().map(|r| &r.event).filter(named).filter(|e| is_done(e));
        let first = all.next()?;
        let same = |e: &Event| {
            let codes = |e: &Event| -> Vec<_> { e.actors.iter().map(|a| a.code.clone()).collect() };
            codes(e) == codes(first)
        };
        all.all(same).then_some(first)
    }

    /// The type of act for which a noun stands alone.
    fn kind_named(&self, view: &View<'_>, noun: TokenIdx) -> Option<EventType> {
        let is = |class: &str| self.classes.is_word(view, class, noun);
        match () {
            _ if is("accusation") => return Some(ACCUSE),
            _ if is("demand") => return Some(REQUEST),
            _ => {}
        }
        let all = entries(view, &self.vocabulary.nouns, noun)?;
        let modified = |k: TokenIdx, e: &super::lexicon::Entry| is_one_of(view, k, &e.modifiers);
        let kids = view.tree.children(noun);
        let fits = |e: &&super::lexicon::Entry| {
            e.modifiers.is_empty() || kids.iter().any(|&k| modified(k, e))
        };
        let entry = all.iter().find(fits)?;
        entry.kind.clone().filter(|k| (!entry.reciprocal || *k == AGREE) && *k != CONSULT)
    }

    /// Who did what the sentence before, or this one before it, tells of the kind of a passive without
    /// agent, in the same voice and to others.
    pub(super) fn doers_just_told(
        &self,
        view: &View<'_>,
        draft: &Draft,
        recipients: &[Participant],
        told: &Told<'_>,
    ) -> Vec<Participant> {
        let verb = draft.consumed[0];
        if view.tree.token(verb).upos != Upos::Verb || !view.is_passive(verb) {
            return Vec::new();
        }
        if frees(draft) {
            return captors(view, draft, recipients, told);
        }
        let plain = draft.governors.is_empty() && draft.mood == Default::default();
        // "Two were shot dead *in May*": at another time.
        let plain = plain && view.when(draft.anchor).is_none_or(|w| w.mention.is_none());
        if !(plain && [ASSAULT, COERCE].contains(&draft.kind)) {
            return Vec::new();
        }
        let last = told.back_from(view, verb, WINDOW).next();
        let voice = |e: &Event| according_to(view, view.span(verb)) == e.according_to;
        let same = |e: &&Event| e.kind == draft.kind && e.sentence + 1 >= told.at && voice(e);
        let Some(act) = last.filter(same).filter(|e| is_done(e)) else { return Vec::new() };
        let own = |p: &Participant| act.actors.iter().any(|a| a.code.is_some() && a.code == p.code);
        let able = |p: &Participant| {
            serves(p) || sector(p).is_none_or(|s| self.classes.is("fighting-sector", s))
        };
        if !act.actors.iter().all(able) {
            return Vec::new();
        }
        let known = act.actors.iter().filter(|a| a.code.is_some()).cloned();
        if recipients.iter().any(own) { Vec::new() } else { known.collect() }
    }

    /// Makes those with whom somebody meets where he asks for something of nobody who is named ("in talks with
    /// *Chad*, Togo called for restraint") the ones of whom he asks it.
    pub(super) fn ask_those_spoken_with(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &mut Vec<Participant>,
    ) {
        let found = self.spoken_with(view, draft, actors);
        // The meeting itself, read as the one who is asked.
        let meeting =
            |r: &Participant| r.code.is_none() && found.iter().any(|f| r.span.contains(f.span));
        if !found.is_empty() && recipients.iter().all(meeting) {
            *recipients = found;
        }
    }

    fn spoken_with(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
    ) -> Vec<Participant> {
        let token = view.tree.token(draft.anchor);
        let verb = match token.upos {
            Upos::Verb => Some(draft.anchor),
            _ => token.head.filter(|_| token.deprel == Deprel::Obj),
        };
        let Some(verb) = verb else { return Vec::new() };
        let meets = |case: &str, t: TokenIdx| {
            MEANWHILE.contains(&case) && self.classes.is_word(view, "meeting", t)
        };
        let clause = view.clause(verb);
        let beside = clause.obliques.iter().filter(|(case, t)| meets(case, *t));
        let others = beside.flat_map(|&(_, t)| view.nominal_modifiers(t, "with"));
        let named: Vec<TokenIdx> = others.filter(|&t| view.mention_of(t).is_some()).collect();
        let mut found = view.participants(&named, &self.classes);
        found.retain(|p| p.code.is_some() && !actors.iter().any(|a| a.code == p.code));
        found
    }
}

/// Those who are known to have done an act, each once, as the words at `span` mean them.
fn doers(act: &Event, span: Span) -> Vec<Participant> {
    let known = act.actors.iter().filter(|a| a.code.is_some());
    let mut all: Vec<Participant> = known.map(|a| Participant { span, ..a.clone() }).collect();
    all.dedup_by(|a, b| a.code == b.code);
    all
}

/// "Chad accused Togo of lying, *an accusation* that ...": a word for what has just been said, beside all of it.
pub(super) fn is_appended(view: &View<'_>, noun: TokenIdx) -> bool {
    let clause = |rel: Deprel| matches!(rel, Deprel::AclRelcl | Deprel::Acl);
    let kids = view.tree.children(noun);
    let told = kids.iter().any(|&k| clause(view.tree.token(k).deprel));
    let article = view.tree.child(noun, Deprel::Det);
    let new = match article {
        Some(det) => view.is_lemma(det, "a"),
        None => view.tree.token(noun).xpos == "NNS",
    };
    let beside = !view.tree.token(noun).deprel.is_subject();
    let comma = || view.is_behind_comma(view.doc.tokens_in(view.phrase(noun)).start);
    told && beside && new && view.is_of_class(noun, "shell-noun") && comma()
}

/// "the attack", "these accusations": a noun that means what was told before, and says nothing of whose it is.
pub(super) fn points_back(view: &View<'_>, noun: TokenIdx) -> bool {
    let token = view.tree.token(noun);
    let kids = view.tree.children(noun).iter().copied();
    // "*All demands* were rejected", and not "condemned all violence".
    let asked = ["demand", "accusation"].into_iter().any(|class| view.is_of_class(noun, class));
    let all = |k: TokenIdx| asked && view.is_lemma(k, "all");
    let pointing = |k: TokenIdx| {
        view.tree.token(k).deprel == Deprel::Det
            && (POINTING.contains(&view.lemma(k).to_lowercase().as_str()) || all(k))
    };
    let clause = |k: TokenIdx| matches!(view.tree.token(k).deprel, Deprel::AclRelcl | Deprel::Acl);
    let named = |k: TokenIdx| view.names_somebody(k) || ANOTHER.contains(&view.lemma(k));
    token.upos == Upos::Noun
        && view.mention_of(noun).is_none()
        && kids.clone().any(pointing)
        && !kids.clone().any(clause)
        && !kids.filter(|&k| view.tree.token(k).deprel != Deprel::Det).any(named)
}
