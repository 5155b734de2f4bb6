//! An event in the making: what its words say, before governors, participants and dates.

use super::governor::{Effect, Link};
use super::lexicon::{Entry, Needs};
use super::modality::Mood;
use super::ontology::{ACCESS, AGREE, Ontology, PROTEST, REQUEST, RETREAT, THREATEN, Turn};
use crate::View;
use crate::trace::{Governing, RowRef};
use verbale_document::{Deprel, EventType, Modality, Polarity, SmolStr, TokenIdx, Upos};

/// An event whose slots hold heads of noun phrases.
#[derive(Clone, Debug)]
pub struct Draft {
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<SmolStr>,
    /// CAMEO code of the entry; empty where that of the type will do.
    pub cameo: SmolStr,
    /// Words that name the event; the first decides whose voice it is told in.
    pub trigger: Vec<TokenIdx>,
    /// The word whose clause dates and places it.
    pub anchor: TokenIdx,
    /// The word that decides whose voice it is told in, where that is not the first of the trigger.
    pub voice: Option<TokenIdx>,
    /// Who does it.
    pub actors: Vec<TokenIdx>,
    /// To whom.
    pub recipients: Vec<TokenIdx>,
    /// All parties are actors.
    pub reciprocal: bool,
    /// Each does it to the others ("accused each other").
    pub mutual: bool,
    /// Whether it happened.
    pub polarity: Polarity,
    /// The mood so far.
    pub mood: Mood,
    /// It is a threat or a promise to protest.
    pub dissent: bool,
    /// It is asked for, but of nobody ("called for sanctions on Chad").
    pub asked_nobody: bool,
    /// What found it.
    pub by: SmolStr,
    /// How much a rule is trusted where two readings are rivals, 0..1. Not a probability.
    pub weight: f32,
    /// What the entry asks for.
    pub needs: super::lexicon::Needs,
    /// Words that this event speaks for, so that they name no other.
    pub consumed: Vec<TokenIdx>,
    /// The row of the entry.
    pub row: Option<RowRef>,
    /// What governed it so far, from within.
    pub governors: Vec<Governing>,
}

impl Draft {
    /// A draft that no entry stands for, with nobody in it yet; `trigger` holds at least its anchor.
    pub fn plain(kind: EventType, trigger: Vec<TokenIdx>, by: &'static str, weight: f32) -> Self {
        Draft {
            kind,
            mode: None,
            cameo: SmolStr::default(),
            anchor: trigger[0],
            voice: None,
            consumed: trigger.clone(),
            trigger,
            actors: Vec::new(),
            recipients: Vec::new(),
            reciprocal: false,
            mutual: false,
            polarity: Polarity::Positive,
            mood: Mood::default(),
            dissent: false,
            asked_nobody: false,
            by: SmolStr::new_static(by),
            weight,
            needs: super::lexicon::Needs::default(),
            row: None,
            governors: Vec::new(),
        }
    }

    /// A draft from an entry found at `trigger`; `None` for an entry without type.
    pub fn new(entry: &Entry, trigger: Vec<TokenIdx>, by: String, weight: f32) -> Option<Self> {
        Some(Draft {
            kind: entry.kind.clone()?,
            mode: entry.mode.clone(),
            cameo: entry.cameo.clone(),
            anchor: *trigger.first()?,
            voice: None,
            consumed: trigger.clone(),
            trigger,
            actors: Vec::new(),
            recipients: Vec::new(),
            reciprocal: entry.reciprocal,
            mutual: false,
            polarity: if entry.negative { Polarity::Negative } else { Polarity::Positive },
            mood: Mood::default(),
            dissent: false,
            asked_nobody: false,
            by: SmolStr::from(by),
            weight,
            needs: entry.needs,
            row: Some(entry.row),
            governors: Vec::new(),
        })
    }

    /// Adds the mood of a clause around what is known so far.
    pub fn under(&mut self, mood: Mood) {
        if mood.negated {
            self.negate();
        }
        self.mood.future |= mood.future;
        self.mood.arranged |= mood.arranged;
        self.mood.hypothetical |= mood.hypothetical;
        self.mood.background |= mood.background;
    }

    fn negate(&mut self) {
        self.polarity = match self.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        };
    }

    /// Turns into an act of its own that happened: a refusal, a threat, an end.
    fn become_act(&mut self, kind: EventType, mode: Option<SmolStr>, head: TokenIdx) {
        self.kind = kind;
        self.mode = mode;
        self.cameo = SmolStr::default();
        self.polarity = Polarity::Positive;
        self.mood = Mood::default();
        self.reciprocal = false;
        self.trigger.insert(0, head);
        self.anchor = head;
    }

    /// Applies a governor: its effect, then the mood of its own clause.
    pub fn govern(&mut self, view: &View<'_>, link: Link, ontology: &Ontology) {
        let facts = ontology.facts(&self.kind, self.mode.as_deref());
        let nature = ontology.nature(&self.kind);
        self.dissent |= self.kind == PROTEST;
        match link.effect {
            Effect::Do
            | Effect::Apart
            | Effect::Undergo
            | Effect::Befall
            | Effect::Accuse
            | Effect::Perform => {}
            Effect::Future => self.mood.future = true,
            Effect::Arrange => (self.mood.future, self.mood.arranged) = (true, true),
            Effect::Past => self.mood.background = true,
            // To promise is an act, whatever becomes of what is promised.
            Effect::Agree => match nature.agreed.clone().or(facts.future.clone()) {
                Some(agreed) if self.polarity == Polarity::Positive => {
                    // "promised to meet *the envoy*": who is promised something promises nothing; "agreed to a
                    // treaty with *Chad*" is both.
                    let verb = view.tree.token(link.head).upos == Upos::Verb;
                    let one_sided = verb && self.kind != AGREE && !self.recipients.is_empty();
                    let together = self.reciprocal && !one_sided;
                    self.become_act(agreed, None, link.head);
                    self.reciprocal = together;
                }
                _ => self.mood.future = true,
            },
            Effect::Maybe => self.mood.hypothetical = true,
            Effect::Deny | Effect::Belie | Effect::Hinder => self.negate(),
            Effect::Fail => match nature.failed.clone() {
                Some(Turn { kind, mode }) => self.become_act(kind, mode, link.head),
                None => self.negate(),
            },
            Effect::Refuse => self.turn(facts.refused.clone(), facts.asked.clone(), link.head),
            Effect::End => self.turn(facts.ended.clone(), None, link.head),
            Effect::Cancel => self.turn(facts.cancelled.clone(), None, link.head),
            Effect::Threaten => self.become_act(THREATEN, facts.threatened.clone(), link.head),
            Effect::Request => {
                let deplored = nature.deplored.clone().filter(|_| self.asked_nobody);
                let request = || Turn { kind: REQUEST, mode: facts.asked.clone() };
                let Turn { kind, mode } = deplored.unwrap_or_else(request);
                self.become_act(kind, mode, link.head);
                // "demanded that the hostages be freed": it is asked of others than of them.
                if self.asked_nobody && self.kind == REQUEST && view.wants_it_done(link.head) {
                    self.recipients.clear();
                    self.needs = Needs { actor: true, ..Needs::default() };
                }
            }
            Effect::Allow => {
                self.become_act(RETREAT, Some(ACCESS), link.head);
                self.needs.actor = true;
            }
        }
        // "approved a *bid* to join": what is done to a plan is another act than what is planned.
        let noun = |g: &Governing| view.tree.token(g.head).upos == Upos::Noun;
        let planned = self.mood.future && self.governors.last().is_some_and(noun);
        self.governors.push(Governing { head: link.head, row: link.row, kind: self.kind.clone() });
        // What is an act itself names its own event as well.
        let apart =
            matches!(link.effect, Effect::Accuse | Effect::Apart | Effect::Belie | Effect::Hinder);
        if !(apart || planned && link.effect == Effect::Do) {
            self.consumed.push(link.head);
        }
        if view.tree.token(link.head).upos != Upos::Noun {
            let mood = view.mood(&view.clause(link.head));
            // "would like to thank Chad for its aid": what somebody is thanked or blamed for is done, whether or
            // not he is.
            let done = matches!(link.effect, Effect::Accuse | Effect::Perform);
            self.under(if done { Mood { negated: mood.negated, ..Mood::default() } } else { mood });
        } else if matches!(link.effect, Effect::Future | Effect::Arrange) {
            // "a plan to leave" is no aim.
            self.mood.hypothetical = false;
        }
    }

    /// Becomes `kind` by the act of `head`; without a kind, it is the same event and did not happen.
    fn turn(&mut self, kind: Option<EventType>, mode: Option<SmolStr>, head: TokenIdx) {
        match kind {
            Some(kind) => self.become_act(kind, mode, head),
            None => self.negate(),
        }
    }

    /// What a type becomes when it is announced or refused, once all governors are read. What is only
    /// arranged or expected stays what it is.
    pub fn settle(&mut self, ontology: &Ontology) {
        if !self.mood.future || self.mood.hypothetical || self.mood.arranged {
            return;
        }
        let facts = ontology.facts(&self.kind, self.mode.as_deref());
        let (kind, mode) = match self.polarity {
            Polarity::Negative => (facts.refused.clone(), facts.asked.clone()),
            Polarity::Positive => (facts.future.clone(), facts.threatened.clone()),
        };
        let Some(kind) = kind else { return };
        if kind != self.kind {
            self.mode = mode.filter(|m| ontology.has_mode(&kind, m));
            self.cameo = SmolStr::default();
            self.kind = kind;
        }
        self.polarity = Polarity::Positive;
    }

    /// The modality of the settled draft.
    pub fn modality(&self, long_past: bool, to_come: bool) -> Modality {
        super::modality::modality(self.mood, long_past, to_come)
    }
}

/// Who does what a governor says: the subject of a verb (in either voice), who stands behind a noun ("a call
/// *by Chad*") or, without such, the subject of the verb that it is the object of ("launched an *appeal*").
pub fn governor_actors(view: &View<'_>, head: TokenIdx) -> Vec<TokenIdx> {
    let token = view.tree.token(head);
    if !matches!(token.upos, Upos::Noun | Upos::Propn) {
        return logical_subjects(view, head);
    }
    let owners = view.authors(head);
    match token.head.filter(|_| token.deprel == Deprel::Obj) {
        Some(verb) if owners.is_empty() => logical_subjects(view, verb),
        _ => owners,
    }
}

/// Who does what a verb says, in either voice.
fn logical_subjects(view: &View<'_>, verb: TokenIdx) -> Vec<TokenIdx> {
    let clause = view.clause(verb);
    match clause.subjects.as_slice() {
        _ if clause.passive => clause.agents,
        &[noun] if clause.inherited => view.issuer(verb, noun).unwrap_or(clause.subjects),
        _ => clause.subjects,
    }
}
