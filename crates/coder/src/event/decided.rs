//! By whose decision a passive without agent is done: "was closed on the order of Togo".
//!
//! For what is done by decision: sanctions, coercion, yielding and refusing. Whoever decided it stands behind
//! the noun for the decision; who carried it out is not told.

use super::ontology::{COERCE, REJECT, RETREAT, SANCTION};
use crate::{Clause, View};
use verbale_document::{EventType, TokenIdx};

/// What is done by decision, and the prepositions before one.
const RULED: [EventType; 4] = [COERCE, SANCTION, RETREAT, REJECT];
const BY_DECISION: [&str; 8] = ["by", "on", "under", "after", "following", "follow", "upon", "at"];

/// Whether acts of a type are done by decision.
pub fn is_ruled(kind: &EventType) -> bool {
    RULED.contains(kind)
}

/// "was closed on the order *of Togo*", "were severed after a decision *by Togo*": by whose decision a passive
/// without agent is done.
pub fn deciders(view: &View<'_>, clause: &Clause) -> Vec<TokenIdx> {
    let decided =
        |case: &str, t: TokenIdx| BY_DECISION.contains(&case) && view.is_of_class(t, "decision");
    let decisions = clause.obliques.iter().filter(|(case, t)| decided(case, *t));
    let whose = |t: TokenIdx| {
        let of = || view.nominal_modifiers(t, "of");
        Some(view.authors(t)).filter(|a| !a.is_empty()).unwrap_or_else(of)
    };
    let mut all = decisions.map(|&(_, t)| whose(t));
    let named = |all: &Vec<TokenIdx>| all.iter().any(|&t| view.mention_of(t).is_some());
    all.find(named).unwrap_or_default()
}
