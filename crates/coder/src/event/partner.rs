//! The other party of an act that a noun names, where the noun has but one beside it: "in cooperation with Chad,
//! *Togo* built a road", "*Togo* ended the boycott following talks with Chad", "the invasion *of Togo* in Chad".
//!
//! Who meets or works with somebody is whose doing the clauses around tell. Does not look beyond the sentence.

use super::lexicon::Entry;
use super::ontology::ASSAULT;
use super::slot::Slot;
use crate::View;
use verbale_document::{MentionKind, TokenIdx, Upos};

/// Nouns of being there or not, which may be called off.
const PRESENCE: [&str; 4] = ["participation", "attendance", "presence", "absence"];
/// Prepositions before whom an attack hits.
const HIT: [&str; 5] = ["in", "against", "on", "upon", "into"];

/// Who does something together with others: "in cooperation with Chad, *Togo* built a road", "the school built
/// by *Togo* in partnership with Chad".
pub fn who_does(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let clause = view.tree.token(noun).head.map(|h| view.clause(h));
    clause.map(|c| if c.passive { c.agents } else { c.subjects }).unwrap_or_default()
}

/// Who meets somebody, by the nearest clause around that has somebody as its subject: "*Togo* praised the progress
/// in talks with Chad", "*the envoy* ended a tour that included a meeting with the king".
pub fn who_meets(view: &View<'_>, noun: TokenIdx) -> Vec<TokenIdx> {
    let with = view.nominal_modifiers(noun, "with");
    let above = |a: TokenIdx| PRESENCE.contains(&view.lemma(a));
    if with.is_empty() || view.tree.ancestors(noun).any(above) {
        return Vec::new();
    }
    let somebody = |t: &TokenIdx| {
        let mention = view.mention_of(*t).map(|m| view.doc.mention(m));
        let who =
            mention.is_some_and(|m| !matches!(m.kind, MentionKind::Place | MentionKind::Time));
        who && !with.iter().any(|w| view.is_same_one(*w, *t))
    };
    let verbs = view.tree.ancestors(noun).filter(|&a| view.tree.token(a).upos == Upos::Verb);
    let subjects = verbs.map(|v| view.clause(v)).map(|c| (c.passive, c.subjects));
    for (passive, subjects) in subjects {
        if subjects.iter().any(somebody) {
            let told = !passive && subjects.iter().all(somebody);
            return if told { subjects } else { Vec::new() };
        }
    }
    Vec::new()
}

/// "the invasion *of Chad* in Togo", "Chad's" in other words: of two states behind an attack, the one behind "of"
/// comes and the other is where it goes. Killings are of those who are killed.
pub fn of_two_states(view: &View<'_>, entry: &Entry, noun: TokenIdx) -> Vec<TokenIdx> {
    let has = |p: &str| entry.recipient.contains(&Slot::Preposition(p.into()));
    let state = |h: &TokenIdx| {
        let mention = view.mention_of(*h).map(|m| view.doc.mention(m));
        mention.is_some_and(|m| m.kind == MentionKind::Country && m.head == *h)
    };
    if entry.kind != Some(ASSAULT) || !has("into") || !has("against") {
        return Vec::new();
    }
    let of = view.nominal_modifiers(noun, "of");
    let hit = HIT.iter().flat_map(|p| view.nominal_modifiers(noun, p));
    let hit: Vec<TokenIdx> = hit.filter(|h| !of.contains(h)).collect();
    let two = hit.iter().any(state) && !of.is_empty() && of.iter().all(state);
    if two { of } else { Vec::new() }
}
