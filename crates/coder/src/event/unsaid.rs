//! Passives of which the clause does not say all: without auxiliary in headlines, or with one, or an agent, that it
//! shares with a coordinated verb.
//!
//! For verbs alone that `events.tsv` lists with an object as recipient. Which other clauses are passive,
//! [`crate::passive`] tells.

use super::lexicon::Entry;
use super::slot::Slot;
use crate::{Clause, View};
use verbale_document::{Deprel, TokenIdx};

/// Makes a clause passive that does not say so itself, and gives a passive the agents of its neighbours.
pub fn complete(view: &View<'_>, clause: &mut Clause, entries: &[Entry]) {
    if is_headline_passive(view, clause, entries) {
        clause.passive = true;
    }
    if let Some(agents) = shared_passive(view, clause, entries) {
        (clause.passive, clause.agents) = (true, agents);
    }
    if clause.passive && clause.agents.is_empty() {
        clause.agents = agents_behind_last(view, clause);
    }
}

/// "Six Soldiers Killed", "Ship Seized Off Togo": a headline leaves out "were". Headlines tell what
/// happened in the present tense, so that a past form there is a participle.
fn is_headline_passive(view: &View<'_>, clause: &Clause, entries: &[Entry]) -> bool {
    let bare = !clause.passive && is_bare_past(view, clause, entries);
    bare && !clause.subjects.is_empty() && view.is_headline(clause.predicate)
}

/// A past form without auxiliary and object, of a verb that asks for an object.
fn is_bare_past(view: &View<'_>, clause: &Clause, entries: &[Entry]) -> bool {
    let past = matches!(view.tree.token(clause.predicate).xpos.as_str(), "VBN" | "VBD");
    let acted_upon = || entries.iter().any(|e| e.recipient.first() == Some(&Slot::Object));
    past && clause.objects.is_empty() && clause.auxiliaries.is_empty() && acted_upon()
}

/// "was detained by police and released": a bare past form behind a passive shares its auxiliary and, where it has none, its agents, which are returned.
fn shared_passive(view: &View<'_>, clause: &Clause, entries: &[Entry]) -> Option<Vec<TokenIdx>> {
    let token = view.tree.token(clause.predicate);
    let first = token.head.filter(|_| token.deprel == Deprel::Conj)?;
    let bare = clause.inherited && is_bare_past(view, clause, entries);
    let shares = bare && view.tree.child(first, Deprel::AuxPass).is_some();
    let agents = || match clause.agents.is_empty() {
        true => view.clause(first).agents,
        false => clause.agents.clone(),
    };
    shares.then(agents)
}

/// "were beaten and kidnapped *by soldiers*": the agent behind the last of coordinated passives that share one
/// auxiliary is that of all of them.
fn agents_behind_last(view: &View<'_>, clause: &Clause) -> Vec<TokenIdx> {
    let bare = |&t: &TokenIdx| {
        let rels = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::AuxPass, Deprel::Obj];
        let alone = rels.into_iter().all(|rel| view.tree.child(t, rel).is_none());
        view.tree.token(t).xpos == "VBN" && alone
    };
    let last = view.tree.children_by(clause.predicate, Deprel::Conj).last().filter(bare);
    let shares = view.tree.child(clause.predicate, Deprel::AuxPass).is_some();
    last.filter(|_| shares).map(|t| view.clause(t).agents).unwrap_or_default()
}
