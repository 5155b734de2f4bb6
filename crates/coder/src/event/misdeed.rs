//! Reproaches in the form of a report: "X said that Y had *betrayed* the voters", "Y has *failed* to pay them, X says",
//! "X claims Y *took bribes*".
//!
//! Saying of somebody else that he did what is wrong by its very name accuses him of it (CAMEO 112), as the verbs for it
//! do ("accused Y of betraying"). Only reported speech counts. The words are the classes `wrongdoing` (verbs, alone or
//! with their object as in `bribe/take`), `failing` (of what ought to be done) and `failure` (nouns for it) of
//! `classes.tsv`.

use super::demand::{Teller, can_be_asked};
use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::{ACCUSE, ALLEGE};
use crate::View;
use crate::clause::Clause;
use verbale_document::{Deprel, StatementIdx, TokenIdx, Upos};

/// Weight of the rule.
const WEIGHT: f32 = 0.65;

/// The reproach whose verb or noun stands at `token`: of whoever conveys it, against who does it.
pub fn draft(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Draft> {
    if !view.is_reported(token) {
        return None;
    }
    let blamed = match view.tree.token(token).upos {
        Upos::Verb => doers(view, classes, token)?,
        Upos::Noun if classes.is_word(view, "failure", token) => failing(view, token)?,
        _ => return None,
    };
    if blamed.is_empty() || !blamed.iter().all(|&t| can_be_asked(view, classes, t)) {
        return None;
    }
    let teller = Teller::of(view, classes, token)?;
    // "failed to reach a deal", said by one of both
    if blamed.iter().any(|&t| teller.speaks_for(view, t)) {
        return None;
    }
    let mut trigger = cue(view, teller.statement, token);
    // "praised the council's failure to act"
    let object = view.tree.token(token).deprel == Deprel::Obj;
    if object && view.tree.token(token).head.is_some_and(|h| trigger.contains(&h)) {
        return None;
    }
    trigger.push(token);
    Some(Draft {
        mode: Some(ALLEGE),
        actors: vec![teller.head],
        recipients: blamed,
        needs: Needs { actor: true, recipient: true, known_recipient: true, ..Needs::default() },
        consumed: vec![token],
        ..Draft::plain(ACCUSE, trigger, "misdeed:told", WEIGHT)
    })
}

/// Who does what the verb at `token` blames him for, if it is told as done.
fn doers(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Vec<TokenIdx>> {
    let clause = view.clause(token);
    let blamed = is_to_blame(view, token);
    if !blamed && !does_wrong(view, classes, &clause) && !fails(view, classes, &clause) {
        return None;
    }
    let mood = view.mood(&clause);
    let aside = matches!(
        view.tree.token(token).deprel,
        Deprel::AclRelcl | Deprel::Acl | Deprel::Advcl | Deprel::Xcomp
    );
    let done = blamed || !mood.future && !mood.hypothetical;
    (!aside && !clause.passive && !clause.negated && done).then_some(clause.subjects)
}

/// Whose the failing is that the noun at `token` names ("the council's *failure*", "the *inaction* of the council").
fn failing(view: &View<'_>, token: TokenIdx) -> Option<Vec<TokenIdx>> {
    let determined = |k: &TokenIdx| matches!(view.lemma(*k), "no" | "any" | "without");
    if view.tree.children(token).iter().any(determined) {
        return None;
    }
    let owners = view.owners(token);
    let behind = || ["of", "by"].into_iter().flat_map(|case| view.nominal_modifiers(token, case));
    Some(if owners.is_empty() { behind().collect() } else { owners })
}

/// "Togo *is to blame*"
fn is_to_blame(view: &View<'_>, token: TokenIdx) -> bool {
    let to = view.tree.child(token, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "to"));
    let be = |k: &TokenIdx| *k < token && view.is_lemma(*k, "be");
    view.is_lemma(token, "blame") && to && view.tree.children(token).iter().any(be)
}

/// "betrayed the voters", "took bribes"
fn does_wrong(view: &View<'_>, classes: &WordClasses, clause: &Clause) -> bool {
    let verb = clause.predicate;
    let object = |&o: &TokenIdx| {
        let phrase = format!("{}/{}", view.lemma(o), view.lemma(verb));
        classes.is("wrongdoing", &phrase)
    };
    let alone = || view.tree.child(verb, Deprel::CompoundPrt).is_none();
    alone() && classes.is_word(view, "wrongdoing", verb) || clause.objects.iter().any(object)
}

/// "failed to pay"
fn fails(view: &View<'_>, classes: &WordClasses, clause: &Clause) -> bool {
    let verb = clause.predicate;
    let what = || view.tree.children_by(verb, Deprel::Xcomp).next().is_some();
    classes.is_word(view, "failing", verb) && what()
}

/// The words in which the statement around `token` is made, if they stand in its sentence.
fn cue(view: &View<'_>, statement: StatementIdx, token: TokenIdx) -> Vec<TokenIdx> {
    let Some(statements) = view.doc.statements.as_deref() else { return Vec::new() };
    let said = &statements[statement as usize];
    let here = view.doc.sentence_at(view.span(token).start) == Some(said.sentence);
    let words = said.cue.iter().flat_map(|&c| view.doc.tokens_in(c));
    if here { words.collect() } else { Vec::new() }
}
