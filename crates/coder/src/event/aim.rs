//! Infinitives of aim that tell what was done: "the report prompted members *to question* his fitness", "called *to
//! congratulate* her", "posted a picture *to praise* him".
//!
//! An aim is no more than meant ([`super::modality`]), but whoever is brought to do something does it, and
//! whoever speaks, gathers or blocks a road in order to praise, blame or demand has done so by that; who travels to
//! meet somebody meets him as surely as he travels. Words are the classes `causing`, `speaking-out`, `pressing` and
//! `going` of `classes.tsv`. Does not look at other verbs: "passed a law to meet the demand" leaves it open.

use super::draft::Draft;
use super::lexicon::WordClasses;
use super::ontology::{CONSULT, Ontology, PROTEST};
use crate::View;
use verbale_document::{Deprel, TokenIdx};

/// Makes an act at the infinitive `verb` as real as what it is the aim or outcome of, and of those who do it.
pub fn settle(
    view: &View<'_>,
    classes: &WordClasses,
    ontology: &Ontology,
    draft: &mut Draft,
    verb: TokenIdx,
) {
    let token = view.tree.token(verb);
    let Some(head) = token.head.filter(|_| view.is_mere_aim(verb)) else { return };
    let clause = view.clause(head);
    let brought = view.logical_objects(&clause);
    let able = |&t: &TokenIdx| view.actor_at(t).is_some() || view.can_act(t);
    let caused = classes.is_word(view, "causing", head) && brought.iter().any(able);
    let verbal = ontology.nature(&draft.kind).is_verbal() || draft.kind == PROTEST;
    // "repeated his call to blame nobody" is no aim.
    let plain = |&t: &TokenIdx| able(&t) || classes.is_word(view, "utterance", t);
    let spoken = verbal
        && !clause.passive
        && (classes.is_word(view, "speaking-out", head) && clause.objects.iter().all(plain)
            || classes.is_word(view, "pressing", head)
            // "*protesters* defied a ban to demand his release"
            || clause.subjects.iter().any(|&t| classes.is_word(view, "demonstrator", t)));
    if caused {
        draft.actors = brought.to_vec();
    }
    // "travelled to Chad *to meet* its leader"
    let met = draft.kind == CONSULT && classes.is_word(view, "going", head);
    if caused || (spoken || met) && token.deprel == Deprel::Advcl {
        draft.mood.hypothetical = false;
        draft.under(view.mood(&clause));
    }
}
