//! Phrases of a verb that the tree hangs elsewhere: "spoke by phone *with Chad*", "filed a suit in a court *against
//! Chad*", "rejecting criticism *from Chad*".
//!
//! Where a prepositional phrase belongs is what parsers miss most (Kummerfeld et al. 2012). [`super::slot`] asks here
//! where neither the verb nor its object has the phrase that a row asks for; nothing here knows the rows.

use super::slot::MAX_DEPTH;
use crate::{Clause, View};
use verbale_document::{Deprel, TokenIdx};

impl View<'_> {
    /// "spoke by phone *with Chad*", "came to terms *with Chad*", where the tree hangs the party on the phrase that says
    /// how or where.
    pub(super) fn partners_below(&self, clause: &Clause) -> Vec<TokenIdx> {
        let how = |case: &str| {
            matches!(case, "by" | "over" | "via" | "in" | "at" | "during" | "out" | "to" | "into")
        };
        let phrases = clause.obliques.iter().filter(|(case, _)| how(case)).map(|&(_, t)| t);
        let below = phrases.flat_map(|t| self.nominal_modifiers(t, "with"));
        below.filter(|&t| self.names_somebody(t)).collect()
    }

    /// "filed a suit in a court *against Chad*", "returned a bust of a queen *to Chad*", where the tree hangs the last
    /// phrase on the noun before it. What stands behind an act is of that act ("a report of a visit to Chad").
    pub(super) fn hung_below(&self, clause: &Clause, p: &str) -> Vec<TokenIdx> {
        let venue = |case: &str| matches!(case, "in" | "at" | "before" | "with");
        let venues = clause.obliques.iter().filter(|(case, t)| venue(case) && !self.is_time(*t));
        let phrases = |t: TokenIdx| self.tree.children_by(t, Deprel::Nmod);
        let inside = self.logical_objects(clause).iter().flat_map(|&o| phrases(o));
        let inside = inside.filter(|&t| p == "to" || self.marker_of(t).is_some_and(venue));
        let mut level: Vec<TokenIdx> = venues.map(|&(_, t)| t).chain(inside).collect();
        for _ in 0..MAX_DEPTH {
            let hosts = level.iter().filter(|&&t| !self.is_of_class(t, "noun:act"));
            let below: Vec<TokenIdx> = hosts.flat_map(|&t| phrases(t)).collect();
            let fits = |t: &&TokenIdx| self.has_case(**t, p) && self.names_somebody(**t);
            let found: Vec<TokenIdx> = below.iter().filter(fits).copied().collect();
            if !found.is_empty() {
                return found;
            }
            level = below;
        }
        Vec::new()
    }

    /// "handed over a bridge as a gift *to Chad*", "sent a plane with medicine *to Chad*"
    pub(super) fn meant_for(&self, clause: &Clause) -> Vec<TokenIdx> {
        let roles =
            clause.obliques.iter().filter(|(case, _)| matches!(case.as_str(), "as" | "with"));
        let things = self.logical_objects(clause).iter();
        let loads = things.flat_map(|&o| self.nominal_modifiers(o, "with"));
        let all = roles.map(|&(_, t)| t).chain(loads);
        all.flat_map(|t| self.nominal_modifiers(t, "to")).collect()
    }

    /// "voted in favour *of the bill*", "spoke in support *of Chad*", "died at the hands *of rebels*"
    pub(super) fn on_whose_behalf(&self, clause: &Clause) -> Vec<TokenIdx> {
        let abstracts = clause.obliques.iter().filter(|(case, t)| {
            (case == "in" || case == "at" && self.is_lemma(*t, "hand"))
                && self.mention_of(*t).is_none()
                && !self.is_time(*t)
                && self.owners(*t).is_empty()
        });
        let mut found = abstracts.map(|&(_, t)| self.nominal_modifiers(t, "of"));
        found.find(|heads| !heads.is_empty()).unwrap_or_default()
    }

    /// "rejecting criticism *from Chad*": who stands right behind an object, where the tree hangs him on its verb.
    pub fn source_behind(&self, object: TokenIdx) -> Vec<TokenIdx> {
        let token = self.tree.token(object);
        let verb = token.head.filter(|_| token.deprel == Deprel::Obj);
        let next = |k: &TokenIdx| {
            let case = self.tree.child(*k, Deprel::Case);
            case == Some(object + 1) && self.has_case(*k, "from") && self.mention_of(*k).is_some()
        };
        let phrases = verb.into_iter().flat_map(|v| self.tree.children_by(v, Deprel::Obl));
        phrases.filter(next).flat_map(|k| self.conjuncts(k)).collect()
    }
}
