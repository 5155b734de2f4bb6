//! From a settled draft to an event: participants, date, place, voice, contexts and numbers.

use super::draft::Draft;
use super::ontology::{ACCUSE, DISAPPROVE, MATERIAL_CONFLICT, Nature};
use super::political::{acts_politically, is_abroad, is_political, is_routine};
use super::{Events, attribution, whose};
use crate::View;
use crate::confidence::event_features;
use crate::trace::{Coding, Reason};
use verbale_document::{
    Deprel, Event, EventType, Form, Mention, MentionIdx, MentionKind, Participant, SectionKind,
    SentenceIdx, Size, SmolStr, Span, TokenIdx, Upos,
};

/// Violence against bodies and things.
const ASSAULT: EventType = EventType::fixed("ASSAULT");

impl Events {
    /// The event of a draft; `None` where it lacks what its type or its entry asks for.
    pub(super) fn finish(
        &self,
        view: &View<'_>,
        mut draft: Draft,
        sentence: SentenceIdx,
    ) -> Option<Event> {
        let named = draft.kind.clone();
        draft.settle(&self.ontology);
        let (word, row) = (draft.consumed[0], draft.row);
        let blow = self.leave_things(view, &mut draft);
        let blow = view.log.found(blow, word, row, Reason::Things)?;
        if self.is_figure(view, &draft) {
            view.log.drop(word, row, Reason::Figure);
            return None;
        }
        let mut actors = view.participants(&draft.actors, &self.classes);
        let mut recipients = view.participants(&draft.recipients, &self.classes);
        match draft.mutual {
            true => recipients.clone_from(&actors),
            false => recipients.retain(|r| !actors.iter().any(|a| is_same(view, a, r))),
        }
        if self.is_in_words(view, &draft, &actors, &recipients) {
            (draft.kind, draft.mode, draft.cameo) = (ACCUSE, Some(DISAPPROVE), SmolStr::default());
        }
        let nature = self.ontology.nature(&draft.kind);
        whose::place(view, &draft.kind, nature, &mut recipients);
        if let Some(why) = lacking(view, &draft, nature, &actors, &recipients) {
            view.log.drop(word, row, why);
            return None;
        }
        if draft.needs.abroad && !is_abroad(&self.classes, &actors, &recipients) {
            view.log.drop(word, row, Reason::AtHome);
            return None;
        }
        let war = blow || self.is_war(view, &draft, sentence);
        let travels = draft.mode.as_deref() == Some("visit");
        if !is_political(&self.classes, nature, (&actors, &recipients), war)
            || travels && !self.sends_somebody(view, &draft, &actors, &recipients)
        {
            view.log.drop(word, row, Reason::NotPolitical(draft.kind));
            return None;
        }
        let ordinary = !self.is_about_politics(view, sentence);
        if is_routine(&self.classes, &draft.kind, nature, (&actors, &recipients), ordinary) {
            view.log.drop(word, row, Reason::Routine(draft.kind));
            return None;
        }
        whose::benefit(view, &draft.kind, &mut recipients);
        // To refuse what is done together is no joint act.
        let joint = nature.reciprocal || draft.kind == named;
        if draft.reciprocal && joint {
            share(&mut actors, &mut recipients);
        } else if nature.reciprocal {
            pair(&actors, &mut recipients);
        }
        view.log.code(|| coding(&draft, named));
        let trigger: Vec<Span> = draft.trigger.iter().map(|&t| view.span(t)).collect();
        let date = view.when(draft.anchor);
        let facts = self.ontology.facts(&draft.kind, draft.mode.as_deref());
        let cameo = if draft.cameo.is_empty() { facts.cameo.clone() } else { draft.cameo.clone() };
        let mut event = Event {
            contexts: self.contexts.of(view.doc, sentence),
            intensity: facts.score,
            cameo,
            sentence,
            place: self.place(view, &draft, sentence),
            statement: attribution::made_of(view.doc, &trigger, sentence),
            according_to: attribution::according_to(view.doc, *trigger.first()?),
            polarity: draft.polarity,
            modality: draft
                .modality(view.is_long_past(date.as_ref()), view.is_to_come(date.as_ref())),
            size: self.size(view, &draft),
            quad: nature.quad,
            mode: draft.mode.filter(|m| self.ontology.has_mode(&draft.kind, m)),
            kind: draft.kind,
            trigger,
            actors,
            recipients,
            date,
            by: draft.by,
            confidence: 0.0,
        };
        event.confidence = self.weights.confidence(&event_features(view.doc, &event));
        Some(event)
    }

    /// Takes weapons and blows from among those who act: nobody is named. None where only other things
    /// would act ("lightning killed two drivers"), which is no act; else whether a blow acts.
    fn leave_things(&self, view: &View<'_>, draft: &mut Draft) -> Option<bool> {
        if draft.actors.is_empty() {
            return Some(false);
        }
        let harms = |h: &TokenIdx| {
            self.classes.is("harm", &view.lemma(*h).to_lowercase()) && !self.is_natural(view, *h)
        };
        // "an attack by armed men killed ten": they did.
        let doers = |&h: &TokenIdx| match harms(&h) && !view.is_owned(h) {
            true => Some(view.authors(h)).filter(|a| !a.is_empty()).unwrap_or_else(|| vec![h]),
            false => vec![h],
        };
        let (things, able): (Vec<TokenIdx>, Vec<TokenIdx>) =
            draft.actors.iter().flat_map(doers).partition(|&h| view.is_thing(h, &self.classes));
        let blow = things.iter().any(harms);
        let acts = !able.is_empty() || blow;
        draft.actors = able;
        acts.then_some(blow)
    }

    /// A blow of nature: "lightning strikes", "shark attacks".
    fn is_natural(&self, view: &View<'_>, head: TokenIdx) -> bool {
        view.tree.children_by(head, Deprel::Compound).any(|k| {
            let lemma = view.lemma(k).to_lowercase();
            ["nature", "noun:animal"].iter().any(|class| self.classes.is(class, &lemma))
        })
    }

    /// A figure of speech: an attack or a threat upon what nobody can fight with arms ("declared war on
    /// mosquitoes", "beat inflation"), or what befalls somebody's money ("the Danish crown came under
    /// attack").
    fn is_figure(&self, view: &View<'_>, draft: &Draft) -> bool {
        let nature = self.ontology.nature(&draft.kind);
        let conflict = nature.quad == MATERIAL_CONFLICT;
        let talk = nature.is_verbal() || draft.kind == ASSAULT;
        let nothing = |&h: &TokenIdx| {
            let common = view.tree.token(h).upos == Upos::Noun && view.mention_of(h).is_none();
            let is = |class: &str| self.classes.is(class, &view.lemma(h).to_lowercase());
            let foe = conflict && is("no-foe") && !view.is_owned(h);
            common && (foe || talk && is("currency"))
        };
        !draft.recipients.is_empty() && draft.recipients.iter().all(nothing)
    }

    /// Whether an attack or a clash is one of words: without arms, by people who hold office or stand for
    /// something or by parties and the press, upon such ("the premier attacked the opposition").
    fn is_in_words(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let both = |&t: &TokenIdx| self.classes.is("word-or-blow", &view.lemma(t).to_lowercase());
        let verb = draft.trigger.iter().any(|&t| view.tree.token(t).upos == Upos::Verb);
        let sector = |p: &Participant, class: &str| {
            let sector = p.code.as_ref().and_then(|c| c.sector());
            sector.is_some_and(|s| self.classes.is(class, s))
        };
        let person = |p: &Participant| {
            p.mention.is_some_and(|m| view.doc.mention(m).kind == MentionKind::Person)
        };
        let argues = |p: &Participant| {
            sector(p, "arguing-sector") || verb && person(p) && sector(p, "debating-sector")
        };
        draft.kind == ASSAULT
            && draft.mode.is_none()
            && draft.trigger.iter().any(both)
            && !actors.is_empty()
            && actors.iter().all(argues)
            && recipients.iter().all(|p| sector(p, "debating-sector"))
    }

    /// Whether a sentence tells of politics or dissent, by its words.
    fn is_about_politics(&self, view: &View<'_>, sentence: SentenceIdx) -> bool {
        let contexts = self.contexts.of(view.doc, sentence);
        let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
        let mut words = sentences[sentence as usize].tokens.clone();
        contexts.iter().any(|c| self.classes.is("political-context", c))
            || words.any(|t| view.forms(t).iter().any(|f| self.classes.is("dissent", f)))
    }

    /// Whether those who travel do so for a state or body, or to see an office: people and firms go abroad
    /// for ends of their own.
    fn sends_somebody(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let official =
            |p: &Participant| p.code.clone().filter(|c| acts_politically(&self.classes, c));
        let demonym = |&h: &TokenIdx| {
            view.mention_of(h).is_some_and(|m| view.doc.mention(m).form == Form::Demonym)
        };
        let people = !actors.is_empty() && draft.actors.iter().all(demonym);
        let office = recipients.iter().filter_map(official).any(|c| c.sector().is_some());
        let sent = actors.is_empty() || actors.iter().any(|a| official(a).is_some());
        office || sent && !people
    }

    /// Whether a deed is one of war or terror, by its mode or the words of its sentence.
    fn is_war(&self, view: &View<'_>, draft: &Draft, sentence: SentenceIdx) -> bool {
        let assault = draft.kind == ASSAULT;
        let mode = draft.mode.as_deref().is_some_and(|m| self.classes.is("war-mode", m));
        let contexts = self.contexts.of(view.doc, sentence);
        !assault || mode || contexts.iter().any(|c| self.classes.is("war-context", c))
    }

    /// The clause's own place, then one named at the trigger, then the only one of the sentence.
    fn place(&self, view: &View<'_>, draft: &Draft, sentence: SentenceIdx) -> Option<MentionIdx> {
        let sites = draft.trigger.iter().flat_map(|&t| view.tree.children(t).iter().copied());
        let site = sites.filter(|&k| view.is_site(k)).find_map(|k| view.mention_of(k));
        let mut clauses = draft.trigger.iter().chain(std::iter::once(&draft.anchor));
        site.or_else(|| clauses.find_map(|&t| view.place_in(t)))
            .or_else(|| view.tree.ancestors(draft.anchor).find_map(|a| view.place_in(a)))
            .or_else(|| dateline(view, sentence))
    }

    fn size(&self, view: &View<'_>, draft: &Draft) -> Vec<Size> {
        let lemma = |t: &TokenIdx| view.lemma(*t).to_lowercase();
        let words: Vec<String> = draft.trigger.iter().map(lemma).collect();
        let any = |class: &str| words.iter().any(|w| self.classes.is(class, w));
        for kind in ["killed", "injured", "detained"] {
            if any(kind) {
                return view.sizes(&draft.recipients, kind, &self.classes);
            }
        }
        match &self.ontology.nature(&draft.kind).size {
            Some(counted) => view.sizes(&draft.actors, counted, &self.classes),
            None => Vec::new(),
        }
    }
}

/// Whether two parties are one: the same words, or other words for the same mention ("the proposal of
/// *Togo*") or chain ("*its* proposal").
fn is_same(view: &View<'_>, a: &Participant, b: &Participant) -> bool {
    let chain = |p: &Participant| p.mention.and_then(|m| view.doc.mention(m).chain);
    a.span == b.span
        || a.mention.is_some() && a.mention == b.mention
        || chain(a).is_some() && chain(a) == chain(b)
}

/// What an event was made of, for the trace.
fn coding(draft: &Draft, named: EventType) -> Coding {
    Coding {
        trigger: draft.trigger.clone(),
        consumed: draft.consumed.clone(),
        anchor: draft.anchor,
        row: draft.row,
        governors: draft.governors.clone(),
        named,
        kind: draft.kind.clone(),
        polarity: draft.polarity,
        actors: draft.actors.clone(),
        recipients: draft.recipients.clone(),
    }
}

/// What the type and the entry ask for and the parties are not.
fn lacking(
    view: &View<'_>,
    draft: &Draft,
    nature: &Nature,
    actors: &[Participant],
    recipients: &[Participant],
) -> Option<Reason> {
    let named = |p: &Participant| {
        p.mention.is_some() || view.doc.tokens_in(p.span).any(|t| view.actor_at(t).is_some())
    };
    let known = |all: &[Participant]| all.iter().any(named);
    let alone = draft.reciprocal && known(actors) && (actors.len() > 1 || draft.consumed.len() > 1);
    let weak = draft.weight < 0.6 && !(known(actors) || known(recipients));
    let lonely = recipients.is_empty() && !alone;
    Some(match () {
        _ if lonely && nature.needs_recipient && !draft.needs.alone => {
            Reason::TypeNeedsRecipient(draft.kind.clone())
        }
        _ if lonely && draft.needs.recipient => Reason::RecipientLost,
        _ if draft.needs.actor && actors.iter().all(|p| p.mention.is_none()) => Reason::NoActor,
        _ if draft.needs.known_recipient && !known(recipients) && !alone => {
            Reason::NoKnownRecipient
        }
        _ if actors.is_empty() && recipients.is_empty() => Reason::NoParty,
        _ if weak => Reason::Weak,
        _ => return None,
    })
}

/// Reciprocal acts: every known party acts. The other party of the sentence ("met *her*") stays
/// the recipient, so that a dyad can be read off.
fn share(actors: &mut Vec<Participant>, recipients: &mut Vec<Participant>) {
    pair(actors, recipients);
    let new = |r: &&Participant| r.mention.is_some() && !actors.iter().any(|a| a.span == r.span);
    let parties: Vec<Participant> = recipients.iter().filter(new).cloned().collect();
    actors.extend(parties);
}

/// Two parties and nobody else: the second is the recipient too.
fn pair(actors: &[Participant], recipients: &mut Vec<Participant>) {
    if let ([_, second], true) = (actors, recipients.is_empty()) {
        recipients.push(second.clone());
    }
}

/// The place of the dateline, for the first sentence behind it.
fn dateline(view: &View<'_>, sentence: SentenceIdx) -> Option<MentionIdx> {
    let doc = view.doc;
    let line = doc.sections.iter().find(|s| s.kind == SectionKind::Dateline)?;
    let sentences = doc.sentences.as_deref()?;
    let first = sentences.partition_point(|s| s.span.start < line.span.end);
    let inside = |m: &Mention| {
        line.span.contains(m.span) && matches!(m.kind, MentionKind::Place | MentionKind::Country)
    };
    let at = view.mentions().iter().position(inside).filter(|_| first == sentence as usize)?;
    Some(at as MentionIdx)
}

/// The name of the rules, as layers give it.
pub(super) fn producer_name() -> SmolStr {
    SmolStr::new("plover-rules")
}
