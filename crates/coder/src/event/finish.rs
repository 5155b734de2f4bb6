//! From a settled draft to an event: participants, date, place, voice, contexts and numbers.

use super::draft::Draft;
use super::ontology::{
    ACCUSE, CONSULT, COOPERATE, Nature, PROTEST, REJECT, REQUEST, RETREAT, THREATEN,
};
use super::political::{is_abroad, is_civic, is_labour, is_political, is_release, is_routine};
use super::retold::Told;
use super::{
    Events, at_home, attribution, carried, claimed, first_person, internal, listed, manner, matter,
    open, ruled, verb, whose,
};
use crate::View;
use crate::confidence::event_features;
use crate::trace::{Coding, Reason};
use verbale_document::{
    ActorCode, Deprel, Event, EventType, Form, Mention, MentionIdx, MentionKind, Participant,
    SectionKind, SentenceIdx, SmolStr, Span, StatementIdx, TokenIdx, Upos,
};

impl Events {
    /// The event of a draft; `None` where it lacks what its type or its entry asks for.
    pub(super) fn finish(
        &self,
        view: &View<'_>,
        mut draft: Draft,
        told: &Told<'_>,
    ) -> Option<Event> {
        let sentence = told.at;
        let named = draft.kind.clone();
        let (did, answered) = self.take_retold(view, &mut draft, told);
        draft.settle(&self.ontology);
        let (word, row) = (draft.consumed[0], draft.row);
        let blow = self.leave_things(view, &mut draft);
        let blow = view.log.found(blow, word, row, Reason::Things)?;
        if self.is_figure(view, &draft) {
            view.log.drop(word, row, Reason::Figure);
            return None;
        }
        if open::settle(view, &self.classes, &mut draft) {
            view.log.drop(word, row, Reason::Open);
            return None;
        }
        if self.is_standing(view, &draft) {
            view.log.drop(word, row, Reason::Standing);
            return None;
        }
        let names_act = |t| verb::entries(view, &self.vocabulary.nouns, t).is_some();
        let others = draft.recipients.clone();
        draft.recipients.retain(|&h| !listed::is_other_act(view, &others, h, names_act));
        let mut actors = view.participants(&draft.actors, &self.classes);
        let mut recipients = view.participants(&draft.recipients, &self.classes);
        self.name_by_role(view, &draft, &mut actors);
        first_person::name_beside(view, &draft.kind, &mut actors, &mut recipients);
        actors.extend(did);
        recipients.extend(answered);
        let voiced = draft.voice.or(draft.trigger.first().copied()).map(|t| view.span(t));
        let own = voiced.is_some_and(|v| attribution::according_to(view, v).is_empty());
        if own && view.doc.statements.is_some() {
            // "You can support ...": an outlet that speaks to its readers tells of no act of theirs.
            recipients.retain(|p| !first_person::is_reader(view, p));
            if actors.iter().any(|p| first_person::is_reader(view, p)) {
                view.log.drop(word, row, Reason::NoActor);
                return None;
            }
        }
        if actors.is_empty() {
            actors = self.doers_just_told(view, &draft, &recipients, told);
        }
        match draft.mutual {
            true => recipients.clone_from(&actors),
            false => recipients.retain(|r| !is_among(view, r, &actors)),
        }
        if recipients.is_empty() {
            recipients = carried::recipients(view, &draft, &actors, told);
        }
        if draft.kind == REQUEST {
            self.ask_those_spoken_with(view, &draft, &actors, &mut recipients);
        }
        self.choose_sense(view, &mut draft, &actors, &recipients);
        if self.is_rout(view, sentence, &draft, &actors, &recipients) {
            view.log.drop(word, row, Reason::Figure);
            return None;
        }
        if self.is_membership(view, &draft, &actors, &recipients) {
            view.log.drop(word, row, Reason::Routine(draft.kind));
            return None;
        }
        // "urged limits on handguns" is against nobody.
        let known =
            |p: &Participant| view.doc.tokens_in(p.span).any(|t| view.actor_at(t).is_some());
        if draft.asked_nobody && draft.kind == ACCUSE && !recipients.iter().any(known) {
            (draft.kind, draft.mode, draft.cameo) = (REQUEST, None, SmolStr::default());
            recipients.clear();
        }
        if manner::is_states_protest(view, &draft.kind, draft.anchor, &actors) {
            view.log.drop(word, row, Reason::Routine(draft.kind));
            return None;
        }
        if draft.kind == PROTEST {
            recipients.retain(|p| !self.is_mourned(view, p));
        }
        let nature = self.ontology.nature(&draft.kind);
        if self.is_tour_at_home(view, &draft, &actors, &recipients) {
            view.log.drop(word, row, Reason::HomeTour);
            return None;
        }
        let parties = (&mut actors[..], &mut recipients[..]);
        ruled::settle(view, &self.classes, (&draft.kind, nature), parties, sentence);
        whose::town(view, nature, &mut actors);
        let act = (&draft.kind, draft.mode.as_deref());
        whose::place(view, &self.classes, act, nature, &mut recipients);
        claimed::settle(view, &self.classes, &draft.kind, (&actors, &mut recipients), sentence);
        if let Some(why) = lacking(view, &draft, nature, &actors, &recipients) {
            view.log.drop(word, row, why);
            return None;
        }
        if draft.needs.abroad && !is_abroad(&self.classes, &actors, &recipients) {
            view.log.drop(word, row, Reason::AtHome);
            return None;
        }
        let war = blow || self.is_war(view, &draft, sentence);
        let parties = (&actors[..], &recipients[..]);
        let about = |those: &[TokenIdx]| self.is_about_politics(view, sentence, those);
        let civic =
            || is_civic(&self.classes, &draft.kind, nature, parties) && about(&draft.trigger);
        // Who threatens to protest, or calls it off, is as little asked for an office as who protests.
        let turned = [THREATEN, RETREAT, REJECT].contains(&draft.kind);
        let dissents = draft.dissent || view.any_of_class(&draft.trigger, "dissent");
        let dissents = dissents && turned && actors.iter().any(|p| p.mention.is_some());
        let accused = || at_home::is_accused(view, &draft, parties, sentence);
        let freed = || is_release(&self.classes, &draft, parties);
        let public = || accused() || freed() || is_labour(&self.classes, view, &draft, parties);
        if !(is_political(&self.classes, nature, parties, war) || civic() || dissents || public())
            || draft.mode.as_deref() == Some("visit")
                && !self.sends_somebody(view, &draft, &actors, &recipients)
        {
            view.log.drop(word, row, Reason::NotPolitical(draft.kind));
            return None;
        }
        if is_routine(&self.classes, &draft.kind, nature, parties, || !about(&[]))
            || self.is_for_press(view, &draft)
        {
            view.log.drop(word, row, Reason::Routine(draft.kind));
            return None;
        }
        if self.is_unvoiced(view, &draft) {
            view.log.drop(word, row, Reason::Alleged);
            return None;
        }
        whose::benefit(view, &draft.kind, &mut recipients);
        first_person::name(view, &mut actors);
        first_person::name(view, &mut recipients);
        at_home::place(view, &mut actors, sentence);
        at_home::place(view, &mut recipients, sentence);
        if !matter::leave(view, &self.classes, nature, &mut actors) {
            view.log.drop(word, row, Reason::Matter);
            return None;
        }
        let parties = (&actors[..], &recipients[..]);
        if internal::is_internal(view, &self.classes, &draft, parties, sentence)
            || internal::is_private(&self.classes, (&draft.kind, nature), parties)
        {
            view.log.drop(word, row, Reason::Routine(draft.kind));
            return None;
        }
        // To refuse what is done together is no joint act.
        let joint = nature.reciprocal || draft.kind == named;
        if draft.reciprocal && joint {
            share(&mut actors, &mut recipients);
        } else if nature.reciprocal {
            pair(&actors, &mut recipients);
        }
        view.log.code(|| coding(&draft, named));
        let trigger: Vec<Span> = draft.trigger.iter().map(|&t| view.span(t)).collect();
        let voice = draft.voice.map_or(*trigger.first()?, |t| view.span(t));
        let date = view.when(draft.anchor);
        let when = date.as_ref();
        let past = view.is_long_past(when) || view.is_of_a_year(draft.anchor, when);
        let past = past && !view.is_present(draft.anchor);
        // "threw them out *a year later*", of an earlier year, is not to come.
        let to_come = view.is_to_come(when) && !view.has_past(draft.anchor);
        let facts = self.ontology.facts(&draft.kind, draft.mode.as_deref());
        let cameo = if draft.cameo.is_empty() { facts.cameo.clone() } else { draft.cameo.clone() };
        let mut event = Event {
            contexts: self.contexts.of(view.doc, sentence),
            intensity: facts.score,
            cameo,
            sentence,
            place: self.place(view, &draft, sentence),
            statement: attribution::made_of(view, &trigger, sentence),
            according_to: self.voice(view, &draft, &actors, voice),
            polarity: draft.polarity,
            modality: draft.modality(past, to_come),
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

    /// According to whom, outermost first. "mentioned *her support* for Chad": who puts what he thinks of somebody
    /// into words does what the noun says, and nobody else's word is needed.
    fn voice(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        at: Span,
    ) -> Vec<StatementIdx> {
        let mut told = attribution::according_to(view, at);
        let Some(&own) = told.last() else { return told };
        let statement = &view.doc.statements.as_deref().unwrap_or(&[])[own as usize];
        let noun = view.tree.token(draft.anchor);
        let cue = noun.head.filter(|_| noun.upos == Upos::Noun && noun.deprel == Deprel::Obj);
        let cued = cue.is_some_and(|h| statement.cue.iter().any(|c| c.overlaps(view.span(h))));
        let speaker = statement.speaker.as_ref().and_then(|s| s.mention);
        // "the Chadian minister reaffirmed *Chad's* support": who speaks for those who act is one of them.
        let code = statement.speaker.as_ref().and_then(|s| s.code.as_ref());
        let speaks = |p: &Participant| {
            let theirs =
                || p.code.as_ref().zip(code).is_some_and(|(a, b)| a.country() == b.country());
            p.mention.zip(speaker).is_some_and(|both| is_one(view, both)) || theirs()
        };
        let verbal = self.ontology.nature(&draft.kind).is_verbal() && !draft.reciprocal;
        if cued && verbal && !actors.is_empty() && actors.iter().all(speaks) {
            told.pop();
        }
        told
    }

    /// "Ann Lee resigned *as minister*": the one who acts is coded by the role that the clause says he acts or
    /// acted in, where his name has no code.
    fn name_by_role(&self, view: &View<'_>, draft: &Draft, actors: &mut [Participant]) {
        let ([actor], [head]) = (&mut *actors, draft.actors.as_slice()) else { return };
        let clause = view.clause(draft.consumed[0]);
        if actor.code.is_some() || clause.passive || !clause.subjects.contains(head) {
            return;
        }
        let mut roles = clause.obliques.iter().filter(|(case, _)| case == "as");
        let role = |t: TokenIdx| view.mention_of(t).map(|m| view.doc.mention(m));
        let role = roles.find_map(|&(_, t)| role(t)).filter(|m| m.form == Form::Nominal);
        actor.code = role.and_then(|m| view.code_of(m));
    }

    /// Whether an act is what somebody is accused of and no statement tells by whom: nobody's fact.
    fn is_unvoiced(&self, view: &View<'_>, draft: &Draft) -> bool {
        let alleges = |head| self.classes.is_word(view, "alleging", head);
        let alleged = draft.governors.iter().any(|g| alleges(g.head));
        let voice = draft.voice.or(draft.trigger.first().copied());
        let told = |t| !attribution::according_to(view, view.span(t)).is_empty();
        let listened = view.doc.statements.is_some();
        alleged && listened && draft.kind != REQUEST && !voice.is_some_and(told)
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
}

/// Whether a party is one of those who act. A personal pronoun is none of them, nor all of them: that would be
/// "themselves".
fn is_among(view: &View<'_>, party: &Participant, actors: &[Participant]) -> bool {
    let group = party.mention.map(|m| view.doc.mention(m)).filter(|m| {
        let several = m.form == Form::Pronoun && m.members.len() > 1;
        several && !view.doc.slice(m.span).to_lowercase().ends_with("selves")
    });
    let acts = |c: &ActorCode| actors.iter().any(|a| a.code.as_ref() == Some(c));
    actors.iter().any(|a| is_same(view, a, party))
        || group.is_some_and(|m| m.members.iter().all(acts))
}

/// Whether two parties are one: the same words, or other words for the same mention ("the proposal of
/// *Togo*") or chain ("*its* proposal").
fn is_same(view: &View<'_>, a: &Participant, b: &Participant) -> bool {
    a.span == b.span || a.mention.zip(b.mention).is_some_and(|both| is_one(view, both))
}

/// Whether two mentions are of one, by themselves or by their chain.
fn is_one(view: &View<'_>, (a, b): (MentionIdx, MentionIdx)) -> bool {
    let chain = |m: MentionIdx| view.doc.mention(m).chain;
    a == b || chain(a).is_some() && chain(a) == chain(b)
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
        let inside = || view.doc.tokens_in(p.span).any(|t| view.actor_at(t).is_some());
        p.mention.is_some() || p.code.is_some() || inside()
    };
    let known = |all: &[Participant]| all.iter().any(named);
    let is_nobody =
        |p: &Participant| p.mention.is_none() && !first_person::is_known_speaker(view, p);
    let alone = draft.reciprocal && known(actors) && (actors.len() > 1 || draft.consumed.len() > 1);
    let weak = draft.weight < 0.6 && !(known(actors) || known(recipients));
    let lonely = recipients.is_empty() && !alone;
    let half = draft.kind == CONSULT || draft.reciprocal && draft.kind == COOPERATE;
    // "Togo welcomed it": an act that was told before.
    let is_act = |&t: &TokenIdx| {
        let it = matches!(view.lemma(t), "it" | "this" | "that");
        it && view.tree.token(t).deprel == Deprel::Obj && known(actors)
    };
    Some(match () {
        _ if lonely && nature.needs_recipient && !draft.needs.alone => {
            Reason::TypeNeedsRecipient(draft.kind.clone())
        }
        _ if lonely && draft.needs.recipient && !draft.recipients.iter().any(is_act) => {
            Reason::RecipientLost
        }
        _ if draft.kind == REQUEST && actors.is_empty() && !view.is_passive(draft.consumed[0]) => {
            Reason::NoActor
        }
        _ if draft.needs.actor && actors.iter().all(is_nobody) => Reason::NoActor,
        // Nobody works or meets with somebody alone.
        _ if half && actors.is_empty() && recipients.len() < 2 => Reason::NoActor,
        _ if draft.needs.known_recipient && !known(recipients) && !alone => {
            Reason::NoKnownRecipient
        }
        _ if actors.is_empty() && recipients.is_empty() => Reason::NoParty,
        _ if weak => Reason::Weak,
        _ => return None,
    })
}

/// Reciprocal acts: every known party acts. The other party of the sentence ("met *her*") stays
/// the recipient, so that a dyad can be read off; one party alone makes none with itself.
fn share(actors: &mut Vec<Participant>, recipients: &mut Vec<Participant>) {
    if actors.is_empty() && recipients.len() < 2 {
        return;
    }
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
