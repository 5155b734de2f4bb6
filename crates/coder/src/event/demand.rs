//! Demands in the form of a reported obligation: "X said that Y must ...".
//!
//! Saying that somebody else must do something asks it of them (CAMEO 10, demand). Only reported
//! speech counts; what an outlet finds necessary is no event, nor what has to be so of things ("the fare
//! must not rise").

use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::modality::Mood;
use super::ontology::REQUEST;
use crate::View;
use verbale_document::{Deprel, Polarity, SmolStr, TokenIdx, Upos};

/// Weight of the rule.
const WEIGHT: f32 = 0.65;

/// The demand whose obliged clause has its predicate at `token`.
pub fn draft(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Draft> {
    let clause_token = view.tree.token(token);
    let speech = clause_token.head.filter(|_| clause_token.deprel == Deprel::Ccomp)?;
    if !classes.is("say", &view.lemma(speech).to_lowercase()) {
        return None;
    }
    let mut kids = view.tree.children(token).iter().copied();
    let verb = |k: TokenIdx| matches!(view.tree.token(k).upos, Upos::Aux | Upos::Verb);
    let obliges =
        |&k: &TokenIdx| verb(k) && classes.is("obligation", &view.lemma(k).to_lowercase());
    let modal = kids.find(obliges)?;
    let (outer, inner) = (view.clause(speech), view.clause(token));
    Some(Draft {
        kind: REQUEST,
        mode: Some(SmolStr::new("change")),
        cameo: SmolStr::new("100"),
        trigger: vec![speech, modal],
        anchor: speech,
        actors: outer.subjects,
        recipients: if inner.passive && !inner.agents.is_empty() {
            inner.agents
        } else {
            inner.subjects
        },
        reciprocal: false,
        polarity: Polarity::Positive,
        mood: Mood::default(),
        asked_nobody: false,
        by: SmolStr::new("demand:must"),
        weight: WEIGHT,
        needs: Needs { actor: true, recipient: true, known_recipient: true, ..Needs::default() },
        consumed: vec![modal, token],
        row: None,
        governors: Vec::new(),
    })
}
