//! Acts told as how another is done or how somebody is: "will build it *in cooperation* with Togo", "marched *in
//! support* of Togo", "doctors are *on strike*".
//!
//! A bare noun behind a preposition (Quirk et al. 1985, 8.79), which has its doer from the clause around it. Asks the
//! row of the noun and its place in the tree; [`super::nominal`] fills the slots.

use super::lexicon::Entry;
use super::ontology::{ACCUSE, ASSAULT, CONSULT, PROTEST, SUPPORT};
use super::slot::Slot;
use crate::View;
use verbale_document::{Deprel, EventType, Participant, TokenIdx};

/// "will build it *in cooperation* with Togo": how something is done, which is as real as what is done.
pub fn is_manner(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let token = view.tree.token(noun);
    let determined = [Deprel::Det, Deprel::NmodPoss];
    let bare = determined.into_iter().all(|rel| view.tree.child(noun, rel).is_none());
    entry.reciprocal
        && bare
        && (token.deprel, token.xpos.as_str()) == (Deprel::Obl, "NN")
        && view.has_case(noun, "in")
}

/// "marched *in support* of Togo", "spoke in solidarity with Togo": with what words somebody does something.
pub fn is_in_support(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let own = [Deprel::Det, Deprel::NmodPoss, Deprel::Amod];
    let bare = own.into_iter().all(|rel| view.tree.child(noun, rel).is_none());
    // "gave a million in support of the clinics": what is given in support of somebody is told by the verb.
    let gives = |verb| view.is_of_class(verb, "giving");
    let head = view.tree.token(noun).head;
    entry.kind == Some(SUPPORT) && bare && view.has_case(noun, "in") && !head.is_some_and(gives)
}

/// "walked out *in protest* against the arrest": why somebody does something, which he says by doing it.
pub fn is_in_protest(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let bare = view.tree.child(noun, Deprel::Det).is_none();
    let token = view.tree.token(noun);
    entry.kind == Some(PROTEST) && bare && token.deprel == Deprel::Obl && says_protest(view, noun)
}

/// "in protest", "in angry protest"
fn says_protest(view: &View<'_>, noun: TokenIdx) -> bool {
    view.is_lemma(noun, "protest") && view.has_case(noun, "in")
}

/// "summoned the envoy *in protest*": a state marches nowhere; what it does in protest is told by the verb.
pub fn is_states_protest(
    view: &View<'_>,
    kind: &EventType,
    noun: TokenIdx,
    actors: &[Participant],
) -> bool {
    let state = |p: &Participant| {
        let code = p.code.as_ref();
        code.is_some_and(|c| c.state().is_some() && matches!(c.sector(), None | Some("GOV")))
    };
    *kind == PROTEST && says_protest(view, noun) && !actors.is_empty() && actors.iter().all(state)
}

/// "doctors are *on strike*", "the envoy is *on a visit* to Togo", "Chad is *at war*": what those who are so do,
/// unless it is done to them ("is on trial").
pub fn is_on(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let acts = entry.kind.as_ref().is_some_and(|k| [PROTEST, CONSULT, ASSAULT].contains(k));
    let so = view.tree.child(noun, Deprel::Cop).is_some() || view.where_it_is(noun).is_some();
    acts && (view.has_case(noun, "on") || view.has_case(noun, "at"))
        && so
        && !entry.recipient.contains(&Slot::Object)
}

/// "the minister is *on trial*": what is done to those who are so.
pub fn is_tried(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> bool {
    let so = view.tree.child(noun, Deprel::Cop).is_some();
    entry.kind == Some(ACCUSE) && so && view.has_case(noun, "on") && view.is_lemma(noun, "trial")
}

/// "is *in Cairo* on a visit": whom somebody visits who is there.
pub fn visited(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> Vec<TokenIdx> {
    let visits = entry.mode.as_deref() == Some("visit");
    view.where_it_is(noun).filter(|_| visits).into_iter().collect()
}

impl View<'_> {
    /// Where those are who are there for or on something: "is in *Suva* for talks", "was in *Cairo* on a visit".
    fn where_it_is(&self, noun: TokenIdx) -> Option<TokenIdx> {
        let place = self.tree.token(noun).head?;
        let cased = self.has_case(place, "in") || self.has_case(place, "at");
        let there = cased && self.tree.child(place, Deprel::Cop).is_some();
        (there && (self.has_case(noun, "for") || self.has_case(noun, "on"))).then_some(place)
    }

    /// Who is in it: "*Fiji* in talks", "*Fiji* is in talks", "*the envoy* is in Suva for talks".
    pub fn engaged(&self, noun: TokenIdx) -> Vec<TokenIdx> {
        let token = self.tree.token(noun);
        let subjects = self.clause(noun).subjects;
        let Some(head) = token.head.filter(|_| subjects.is_empty()) else { return subjects };
        if let Some(place) = self.where_it_is(noun) {
            let there = self.clause(place).subjects;
            if !there.is_empty() {
                return there;
            }
        }
        let named = token.deprel == Deprel::Nmod && self.mention_of(head).is_some();
        if named { self.conjuncts(head) } else { Vec::new() }
    }
}
