//! In which sense a word for an event is meant: a figure of speech, words or blows, blows, a walkout or a
//! search, war or crime, on whose errand somebody travels, and whether what acts is a thing.
//!
//! Asks the heads of the slots, their codes and the words of the sentence (`classes.tsv`,
//! `contexts.tsv`). Does not ask whether the parties are political; [`super::political`] does.

use super::Events;
use super::draft::Draft;
use super::ontology::{
    ACCUSE, AID, ASSAULT, COERCE, CONSULT, COOPERATE, DISAPPROVE, MATERIAL_CONFLICT, PROTEST,
    SEIZE, STRIKE,
};
use super::political::{acts_politically, sector, serves};
use crate::View;
use verbale_document::{
    Deprel, Form, MentionKind, Participant, SentenceIdx, SmolStr, TokenIdx, Upos,
};

impl Events {
    /// Takes weapons and blows from among those who act: nobody is named. None where only other things
    /// would act ("lightning killed two drivers"), which is no act; else whether a blow acts.
    pub(super) fn leave_things(&self, view: &View<'_>, draft: &mut Draft) -> Option<bool> {
        if draft.actors.is_empty() {
            return Some(false);
        }
        let harms =
            |h: &TokenIdx| self.classes.is_word(view, "harm", *h) && !self.is_natural(view, *h);
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
    /// attack"). What a row lists as its object can be forbidden ("banned the march").
    pub(super) fn is_figure(&self, view: &View<'_>, draft: &Draft) -> bool {
        let nature = self.ontology.nature(&draft.kind);
        let mode = draft.mode.as_deref();
        let forbids = mode.is_some_and(|m| self.classes.is("rule-mode", m));
        let conflict = nature.quad == MATERIAL_CONFLICT && !(forbids && draft.trigger.len() > 1);
        let talk = nature.is_verbal() || draft.kind == ASSAULT;
        let nothing = |&h: &TokenIdx| {
            let common = view.tree.token(h).upos == Upos::Noun && view.mention_of(h).is_none();
            let is = |class: &str| self.classes.is_word(view, class, h);
            let foe = conflict && is("no-foe") && !view.is_owned(h);
            common && (foe || talk && is("currency"))
        };
        !draft.recipients.is_empty() && draft.recipients.iter().all(nothing)
    }

    /// Gives a word that names both blows and something milder the sense that its parties tell: an attack of
    /// words accuses, a strike of workers is a protest, one of a state or its forces is a blow, a
    /// raid of the police is a search.
    pub(super) fn choose_sense(
        &self,
        view: &View<'_>,
        draft: &mut Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) {
        let sense = match () {
            _ if self.is_in_words(view, draft, actors, recipients) => (ACCUSE, Some(DISAPPROVE)),
            _ if self.is_walkout(view, draft, actors) => (PROTEST, Some(STRIKE)),
            _ if self.is_blow(view, draft, actors) || self.is_fire(view, draft, actors) => {
                (ASSAULT, None)
            }
            _ if self.is_search(view, draft, actors, recipients) => (COERCE, Some(SEIZE)),
            _ => return,
        };
        (draft.kind, draft.mode, draft.cameo) = (sense.0, sense.1, SmolStr::default());
    }

    /// Whether the sector of a participant is in a class.
    fn is_of_sector(&self, p: &Participant, class: &str) -> bool {
        sector(p).is_some_and(|s| self.classes.is(class, s))
    }

    /// Whether a draft is an assault without a mode, told by a word of a class.
    fn is_plain_assault(&self, view: &View<'_>, draft: &Draft, class: &str) -> bool {
        let told = |&t: &TokenIdx| self.classes.is_word(view, class, t);
        draft.kind == ASSAULT && draft.mode.is_none() && draft.trigger.iter().any(told)
    }

    /// Whether a strike is one of those who work for a living.
    fn is_walkout(&self, view: &View<'_>, draft: &Draft, actors: &[Participant]) -> bool {
        let is = |class: &str, t: TokenIdx| self.classes.is_word(view, class, t);
        let labour = |p: &Participant| self.is_of_sector(p, "striking-sector");
        let works = draft.actors.iter().all(|&h| is("worker", h)) || actors.iter().all(labour);
        self.is_plain_assault(view, draft, "walkout-or-blow") && !draft.actors.is_empty() && works
    }

    /// Whether a strike or a blockade is one of states, forces or armed groups, which do not stop working or
    /// sit down in the road.
    fn is_blow(&self, view: &View<'_>, draft: &Draft, actors: &[Participant]) -> bool {
        let either = ["walkout-or-blow", "barrier-or-blow"];
        let strike = |&t: &TokenIdx| either.iter().any(|c| self.classes.is_word(view, c, t));
        let state = |p: &Participant| {
            p.mention.is_some_and(|m| view.doc.mention(m).kind == MentionKind::Country)
                && draft.actors.iter().any(|&h| view.mention_of(h) == p.mention)
        };
        let fights = |p: &Participant| match sector(p) {
            Some(sector) => self.classes.is("fighting-sector", sector),
            None => state(p),
        };
        draft.kind == PROTEST
            && draft.trigger.iter().any(strike)
            && !actors.is_empty()
            && actors.iter().all(fights)
    }

    /// Whether somebody comes under fire from forces or armed groups, who do not criticise.
    fn is_fire(&self, view: &View<'_>, draft: &Draft, actors: &[Participant]) -> bool {
        let fire = |&t: &TokenIdx| view.is_lemma(t, "fire");
        let fights = |p: &Participant| self.is_of_sector(p, "fighting-sector");
        draft.kind == ACCUSE
            && draft.trigger.iter().any(fire)
            && !actors.is_empty()
            && actors.iter().all(fights)
    }

    /// Whether a raid is a search: one of police, courts or offices, or one upon civilians by nobody who is
    /// named.
    fn is_search(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let civil = |p: &Participant| self.is_of_sector(p, "debating-sector");
        let searched = match actors {
            [] => !recipients.is_empty() && recipients.iter().all(civil),
            _ => actors.iter().all(serves),
        };
        searched && self.is_plain_assault(view, draft, "search-or-blow")
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
        let verb = draft.trigger.iter().any(|&t| view.tree.token(t).upos == Upos::Verb);
        let person = |p: &Participant| {
            p.mention.is_some_and(|m| view.doc.mention(m).kind == MentionKind::Person)
        };
        // "a speech attacking the premier"
        let told = |&h: &TokenIdx| {
            let lemma = view.lemma(h).to_lowercase();
            view.tree.token(h).upos == Upos::Noun
                && view.mention_of(h).is_none()
                && !view.is_owned(h)
                && self.classes.is("noun:communication", &lemma)
                && !self.classes.is("harm", &lemma)
        };
        let words = verb && !draft.actors.is_empty() && draft.actors.iter().all(told);
        let argues = |p: &Participant| {
            self.is_of_sector(p, "arguing-sector")
                || (verb || draft.reciprocal)
                    && person(p)
                    && self.is_of_sector(p, "debating-sector")
                || verb && self.is_opponent(view, p)
        };
        let debate = || {
            !actors.is_empty()
                && actors.iter().all(argues)
                && recipients.iter().all(|p| self.is_of_sector(p, "debating-sector"))
        };
        self.is_plain_assault(view, draft, "word-or-blow") && (words || debate())
            || self.is_note_of_protest(view, draft, actors)
    }

    /// Whether somebody without a code is told of as an opponent ("her critics").
    fn is_opponent(&self, view: &View<'_>, p: &Participant) -> bool {
        let opponent = |t: TokenIdx| self.classes.is_word(view, "opponent", t);
        p.code.is_none() && view.doc.tokens_in(p.span).last().is_some_and(opponent)
    }

    /// Whether somebody becomes a member of a party, a force or a school ("she *joined* the party in May"), or heads what
    /// others have formed ("he *heads* an alliance of parties"): a life is told, not an act between parties. To join a
    /// government or a body of states is one.
    pub(super) fn is_membership(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let person = |p: &Participant| {
            let mention = p.mention.map(|m| view.doc.mention(m));
            mention.is_none_or(|m| m.kind == MentionKind::Person)
        };
        let club = |p: &Participant| {
            let state =
                p.code.as_ref().is_some_and(|c| c.country() == "IGO" || c.sector().is_none());
            !state && !self.is_of_sector(p, "joined-sector")
        };
        let heads = |&t: &TokenIdx| view.is_of_class(t, "heading");
        draft.kind == COOPERATE
            && draft.trigger.iter().any(|t| view.is_lemma(*t, "join") || heads(t))
            && !actors.is_empty()
            && actors.iter().all(person)
            && recipients.iter().all(club)
    }

    /// Whether a word of winning stands in a sentence of elections ("*ousted* the mayor in the May poll").
    fn is_contest(&self, view: &View<'_>, draft: &Draft, sentence: SentenceIdx) -> bool {
        let wins = |&t: &TokenIdx| self.classes.is_word(view, "win", t);
        let force = [ASSAULT, COERCE].contains(&draft.kind);
        let polls = || self.contexts.of(view.doc, sentence).iter().any(|c| c == "election");
        force && draft.trigger.iter().any(wins) && polls()
    }

    /// Whether parties or lawmakers are told to destroy one another: at the polls or in the press, not with arms.
    pub(super) fn is_rout(
        &self,
        view: &View<'_>,
        sentence: SentenceIdx,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let routs = |&t: &TokenIdx| self.classes.is_word(view, "rout", t);
        let argues = |p: &Participant| self.is_of_sector(p, "arguing-sector");
        let rival = |p: &Participant| argues(p) || self.is_opponent(view, p);
        let harm = draft.kind == ASSAULT || draft.mode.as_deref() == Some("violence");
        if self.is_contest(view, draft, sentence) {
            let fights = |p: &Participant| self.is_of_sector(p, "fighting-sector");
            return !actors.iter().chain(recipients).any(fights);
        }
        harm && draft.trigger.iter().any(routs)
            && !(actors.is_empty() || recipients.is_empty())
            && actors.iter().all(argues)
            && recipients.iter().all(rival)
    }

    /// Whether a protest is one of words: by a state, a body of states or somebody who speaks for one, who
    /// do not march ("Chad protested against the raid").
    fn is_note_of_protest(&self, view: &View<'_>, draft: &Draft, actors: &[Participant]) -> bool {
        let verb = view.tree.token(draft.anchor).upos == Upos::Verb;
        let people = |p: &Participant| {
            let mention = p.mention.map(|m| view.doc.mention(m));
            mention.is_none_or(|m| matches!(m.form, Form::Demonym) || m.kind == MentionKind::Place)
        };
        let official = |p: &Participant| {
            let code = p.code.as_ref();
            code.is_some_and(|c| {
                c.sector().is_none_or(|s| s == "GOV") && acts_politically(&self.classes, c)
            })
        };
        draft.kind == PROTEST
            && verb
            && draft.mode.as_deref() == Some("demo")
            && view.is_lemma(draft.anchor, "protest")
            && !actors.is_empty()
            && actors.iter().all(|p| official(p) && !people(p))
    }

    /// Whether people come together for the press ("held a *news conference*").
    pub(super) fn is_for_press(&self, view: &View<'_>, draft: &Draft) -> bool {
        let press = |k: TokenIdx| self.classes.is_word(view, "press", k);
        let held = draft.trigger.iter().flat_map(|&t| view.tree.children_by(t, Deprel::Obj));
        let mut meetings = draft.trigger.iter().copied().chain(held);
        draft.kind == CONSULT
            && meetings.any(|t| view.tree.children_by(t, Deprel::Compound).any(press))
    }

    /// Whether a passive in the present tense, of which nobody is told that he does it, says how things stand,
    /// not what was done: what is allowed, allotted or forbidden ("is banned in Chad"), and whatever can be
    /// done ("can be appealed"). Headlines tell news in the present.
    pub(super) fn is_standing(&self, view: &View<'_>, draft: &Draft) -> bool {
        let word = draft.consumed[0];
        let mode = draft.mode.as_deref();
        let rule = draft.kind == AID || mode.is_some_and(|m| self.classes.is("rule-mode", m));
        let present = |k: TokenIdx| {
            view.is_lemma(k, "be") && matches!(view.tree.token(k).xpos.as_str(), "VBZ" | "VBP")
        };
        let passive = || view.tree.children_by(word, Deprel::AuxPass);
        if !draft.actors.is_empty() || passive().next().is_none() || view.is_headline(word) {
            return false;
        }
        let clause = view.clause(word);
        let able = clause.modal.as_deref() == Some("can");
        let stands = rule && clause.auxiliaries.len() == 1 && passive().any(present);
        clause.agents.is_empty() && (able || stands)
    }

    /// Whether a sentence tells of politics or dissent, by its words besides `those` that name an act.
    pub(super) fn is_about_politics(
        &self,
        view: &View<'_>,
        sentence: SentenceIdx,
        those: &[TokenIdx],
    ) -> bool {
        let contexts = self.contexts.of(view.doc, sentence);
        let sentences = view.doc.sentences.as_deref().unwrap_or(&[]);
        let mut words = sentences[sentence as usize].tokens.clone().filter(|t| !those.contains(t));
        contexts.iter().any(|c| self.classes.is("political-context", c))
            || words.any(|t| view.forms(t).iter().any(|f| self.classes.is("dissent", f)))
    }

    /// Whether those who travel do so for a state or body, or to see an office: people and firms go abroad
    /// for ends of their own.
    pub(super) fn sends_somebody(
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

    /// "protests over *the girl's death*": those for whom people protest, not against whom: somebody without power,
    /// told of by a noun that is his.
    pub(super) fn is_mourned(&self, view: &View<'_>, party: &Participant) -> bool {
        let owner = party.mention.map(|m| view.doc.mention(m).head);
        let possessed = owner.is_some_and(|t| view.tree.token(t).deprel == Deprel::NmodPoss);
        let weak = ["civic-sector", "private-sector"].iter().any(|c| self.is_of_sector(party, c));
        possessed && weak
    }

    /// Whether somebody only goes to a place in his own state: that is to see nobody.
    pub(super) fn is_tour_at_home(
        &self,
        view: &View<'_>,
        draft: &Draft,
        actors: &[Participant],
        recipients: &[Participant],
    ) -> bool {
        let states: Vec<&str> = actors.iter().filter_map(|p| p.code.as_ref()?.state()).collect();
        let place = |p: &Participant| {
            p.mention
                .map(|m| view.doc.mention(m))
                .filter(|m| m.kind == MentionKind::Place && m.code.is_none())
        };
        let home = |p: &Participant| {
            place(p).is_some_and(|m| {
                // A region has no state; of an unknown place the text says none.
                let at = |s: &SmolStr| states.contains(&s.as_str());
                m.place.as_ref().is_none_or(|p| p.country.as_ref().is_some_and(at))
            })
        };
        let goes = |&t: &TokenIdx| self.classes.is_word(view, "going", t);
        draft.kind == CONSULT
            && draft.trigger.iter().any(goes)
            && !states.is_empty()
            && !recipients.is_empty()
            && recipients.iter().all(home)
    }

    /// Whether a deed is one of war or terror, by its mode or the words of its sentence.
    pub(super) fn is_war(&self, view: &View<'_>, draft: &Draft, sentence: SentenceIdx) -> bool {
        let assault = draft.kind == ASSAULT;
        let mode = draft.mode.as_deref().is_some_and(|m| self.classes.is("war-mode", m));
        let told = || self.contexts.of(view.doc, sentence);
        !assault || mode || told().iter().any(|c| self.classes.is("war-context", c))
    }
}
