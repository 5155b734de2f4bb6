//! Judgements in the form of a reported predicate: "X said that Y's claims were false", "Y's raid is a
//! crime, X says".
//!
//! Calling what others say untrue rejects it, calling what they do bad blames them, and saying that they are
//! behind a deed accuses them (CAMEO 12, 111 and 112), as the verbs for it do ("dismissed", "condemned", "accused").
//! Only reported speech counts; what an outlet finds bad is no event. The words are the classes `claim`, `untrue` and
//! its contrary `true` ("was not true"), `blameworthy`, `culpable` and `blame` of `classes.tsv`.

use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::{ACCUSE, ALLEGE, DISAPPROVE, REJECT};
use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Weight of the rule.
const WEIGHT: f32 = 0.65;

/// The judgement whose predicate, an adjective or a noun behind "be", stands at `token`.
pub fn draft(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Draft> {
    let word = view.tree.token(token);
    let speech = word.head.filter(|_| word.deprel == Deprel::Ccomp)?;
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    // "Togo was *behind* the raid"
    let behind = view.has_case(token, "behind") && view.tree.child(token, Deprel::Cop).is_some();
    let be = view.tree.child(token, Deprel::Cop).is_some() && view.marker_of(token).is_none();
    let be = be || behind;
    if !be || !is("say", speech) {
        return None;
    }
    let (outer, inner) = (view.clause(speech), view.clause(token));
    let mood = view.mood(&inner);
    if mood.future || mood.hypothetical {
        return None;
    }
    let judged = *inner.subjects.first()?;
    let untrue = if inner.negated { "true" } else { "untrue" };
    let (kind, mode, recipient) = match is("claim", judged) && is(untrue, token) {
        true => (REJECT, None, false),
        false if inner.negated => return None,
        false if behind || is("culpable", token) => {
            let own = |&s: &TokenIdx| view.is_same_one(s, judged);
            let bad = |t: &TokenIdx| is("blame", *t);
            let deeds = if behind { vec![token] } else { view.nominal_modifiers(token, "for") };
            let told = inner.obliques.iter().filter(|(case, _)| case == "for").map(|&(_, t)| t);
            // "is responsible for *overseeing* them": an office, not a deed.
            let office = view.tree.children(token).iter().any(|&k| {
                matches!(view.tree.token(k).deprel, Deprel::Advcl | Deprel::Acl | Deprel::Ccomp)
            });
            let themselves = outer.subjects.iter().any(own);
            let they = view.tree.token(judged).upos == Upos::Pron;
            if office || themselves || they || !deeds.into_iter().chain(told).all(|t| bad(&t)) {
                return None;
            }
            (ACCUSE, Some(ALLEGE), true)
        }
        false if is("blameworthy", token) => (ACCUSE, Some(DISAPPROVE), true),
        false => return None,
    };
    Some(Draft {
        mode,
        mood: view.mood(&outer),
        actors: outer.subjects,
        recipients: vec![judged],
        needs: Needs { actor: true, recipient, known_recipient: recipient, ..Needs::default() },
        consumed: vec![token],
        ..Draft::plain(kind, vec![speech, token], "judgement:be", WEIGHT)
    })
}
