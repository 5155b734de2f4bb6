//! Acts that are left open: what is meant, owed or looked for, and not told as done, planned, wanted or feared.
//!
//! An aim ("passed a law *to curb* crime"), a question ("will the party *give in*?"), a duty that nobody is asked for
//! ("ought *to resign*") and what ways are sought for ("discussed ways *to cooperate*") name an act and tell of none
//! (Saurí and Pustejovsky 2009, "FactBank": events that the source leaves uncommitted). What is possible, wanted,
//! tried, threatened or demanded stays. Asks the moods that [`super::modality`] and [`super::aim`] have settled.

use super::draft::Draft;
use super::lexicon::WordClasses;
use super::nominal::JOINT;
use super::ontology::{COOPERATE, REQUEST};
use crate::View;
use verbale_document::{Deprel, Polarity, TokenIdx, Upos};

/// Makes what is told of any act of a kind no more than possible; whether the draft is left open.
pub fn settle(view: &View<'_>, classes: &WordClasses, draft: &mut Draft) -> bool {
    draft.mood.hypothetical |= is_any(view, draft) || is_wanted(view, classes, draft);
    is_open(view, classes, draft)
}

/// Whether a draft that is no more than possible is left open.
fn is_open(view: &View<'_>, classes: &WordClasses, draft: &Draft) -> bool {
    if is_sought(view, classes, draft) || draft.consumed.iter().any(|&t| is_missed(view, t)) {
        return true;
    }
    if !draft.mood.hypothetical || draft.kind == REQUEST {
        return false;
    }
    let noun = view.tree.token(draft.anchor);
    let joint = JOINT.contains(&draft.kind) && noun.deprel == Deprel::Obj;
    let above = noun.head.filter(|_| joint);
    let verb = |t: &&TokenIdx| view.tree.token(**t).upos == Upos::Verb;
    let verbs = || draft.consumed.iter().chain(&above).filter(verb);
    let sought = |head| classes.is_word(view, "looked-for", head);
    draft.governors.iter().any(|g| sought(g.head))
        || verbs().any(|&t| {
            is_aim(view, classes, draft, t) || is_duty(view, classes, t) || is_question(view, t)
        })
}

/// "*any attack* will be answered": whatever act of the kind there may be.
fn is_any(view: &View<'_>, draft: &Draft) -> bool {
    let noun = draft.consumed[0];
    let any = view.tree.child(noun, Deprel::Det).is_some_and(|d| view.is_lemma(d, "any"));
    // "urged Chad not to sign any warrant": the request is made.
    let own = draft.anchor == noun && view.tree.token(noun).upos == Upos::Noun;
    any && own && draft.polarity == Polarity::Positive
}

/// "their demands include *the release* of all prisoners", "our condition is *a truce*": what is wanted, not done.
fn is_wanted(view: &View<'_>, classes: &WordClasses, draft: &Draft) -> bool {
    let token = view.tree.token(draft.anchor);
    let listed = token.head.filter(|_| token.deprel == Deprel::Conj);
    let noun = listed.unwrap_or(draft.anchor);
    let verb = view.tree.token(noun).head.filter(|&h| {
        view.tree.token(noun).deprel == Deprel::Obj && classes.is_word(view, "including", h)
    });
    let is = view.tree.child(noun, Deprel::Cop).map(|_| noun);
    let Some(predicate) = verb.or(is).filter(|_| token.upos == Upos::Noun) else { return false };
    let subject = view.tree.child(predicate, Deprel::Nsubj);
    subject.is_some_and(|s| classes.is_word(view, "wanted", s))
}

/// "*almost* struck a deal", "nearly died": what did not happen after all.
fn is_missed(view: &View<'_>, verb: TokenIdx) -> bool {
    let short = |k: TokenIdx| matches!(view.lemma(k), "almost" | "nearly");
    let verbal = view.tree.token(verb).upos == Upos::Verb;
    verbal && view.tree.children_by(verb, Deprel::Advmod).any(|k| k < verb && short(k))
}

/// "met *to discuss* it", "passed a law *to ban* it": an aim, unless what it hangs on says that it is tried or decided.
fn is_aim(view: &View<'_>, classes: &WordClasses, draft: &Draft, verb: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    let read = token.head.is_some_and(|h| draft.governors.iter().any(|g| g.head == h));
    // "extended an invitation to Togo *to visit*"
    let asks = |o: TokenIdx| classes.is_word(view, "put", o);
    let asked = token.head.is_some_and(|h| view.tree.children_by(h, Deprel::Obj).any(asks));
    !read && !asked && token.deprel == Deprel::Advcl && view.is_purpose(verb)
}

/// "discussed ways to enhance *cooperation*": what is to be brought about by the ways that are sought.
fn is_sought(view: &View<'_>, classes: &WordClasses, draft: &Draft) -> bool {
    let noun = view.tree.token(draft.anchor);
    let verb = noun.head.filter(|_| draft.kind == COOPERATE && noun.deprel == Deprel::Obj);
    let above = verb.and_then(|v| view.tree.token(v).head);
    above.is_some_and(|way| classes.is_word(view, "looked-for", way))
}

/// "should *resign*", "ought to resign", "need to resign"
fn is_duty(view: &View<'_>, classes: &WordClasses, verb: TokenIdx) -> bool {
    let obliges = |t: TokenIdx| classes.is_word(view, "obligation", t);
    let token = view.tree.token(verb);
    let above = token.head.filter(|_| token.deprel == Deprel::Xcomp);
    view.tree.children_by(verb, Deprel::Aux).any(obliges) || above.is_some_and(obliges)
}

/// "Will they *resign*?", also as the second of two that are asked.
fn is_question(view: &View<'_>, verb: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    let first = token.head.filter(|_| token.deprel == Deprel::Conj).unwrap_or(verb);
    view.is_asked(first)
}
