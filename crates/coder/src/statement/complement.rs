//! Clauses that a cue verb governs: "said that ...", and what else is said with them.
//!
//! The tree gives the clause; what it hangs elsewhere ("said A, and B", "said in a report that A", "if A, he
//! says, B") is found by its place. What belongs to the verb above, or to the writer, is left out.

use super::cue::Cues;
use super::extent::{content_of, runs};
use super::frame::Found;
use super::prepositional::in_order;
use super::verb::{is_citing, is_spoken_to, quoted_by};
use crate::View;
use verbale_document::{Act, Deprel, Sentence, TokenIdx, Upos};

/// A finite clause under the verb.
pub(super) fn clausal(view: &View, cues: &Cues, verb: TokenIdx) -> Option<Found> {
    let kids = view.tree.children(verb).iter().copied();
    let below =
        kids.filter(|&k| is_citing(view, k)).find_map(|k| view.tree.child(k, Deprel::Ccomp));
    let own = view.tree.children_by(verb, Deprel::Ccomp).find(|&c| !is_spoken_to(view, c));
    let complement = own.or(below)?;
    if is_adding(view, cues, complement) {
        return None;
    }
    let told = view.misread_addressee(complement);
    let cut = |t: TokenIdx| {
        t == verb
            || Some(t) == told
            || is_adding(view, cues, t)
            || view.joins_outer(t)
            || is_remark(view, t)
            || is_behind_quotation(view, complement, t)
    };
    let mut tokens = view.tree.subtree_without(complement, cut);
    // "said the ruling proves that ...", read as two complements
    let second = |k: &TokenIdx| *k > complement && complement > verb && !is_adding(view, cues, *k);
    for more in view.tree.children_by(verb, Deprel::Ccomp).filter(second) {
        tokens.extend(view.tree.subtree_without(more, cut));
    }
    tokens.extend(coordinated(view, cues, verb, complement));
    let resumes = |&k: &TokenIdx| view.content_before(k) == Some(complement);
    for more in view.tree.children(verb).iter().copied().filter(resumes) {
        tokens.extend(view.tree.subtree(more));
    }
    tokens.extend(fronted(view, verb, complement));
    tokens.extend(inserted(view, verb, complement));
    Found::new(runs(view, &in_order(tokens)), "that")
}

/// "If the vote fails, he says the government will go": a condition before the speaker is part of what he
/// says, and so is a time in the present tense.
fn fronted(view: &View, verb: TokenIdx, complement: TokenIdx) -> Vec<TokenIdx> {
    let subject = view.tree.child(verb, Deprel::Nsubj).filter(|&s| s < verb && verb < complement);
    let Some(subject) = subject else { return Vec::new() };
    let joins = |k: &TokenIdx| {
        let token = view.tree.token(*k);
        let mark = view.tree.child(*k, Deprel::Mark).or(view.tree.child(*k, Deprel::Advmod));
        let mark = mark.map(|m| view.lemma(m).to_lowercase()).unwrap_or_default();
        let present = matches!(token.xpos.as_str(), "VBZ" | "VBP");
        let time = matches!(&*mark, "when" | "after" | "before" | "as") && present;
        let condition = matches!(&*mark, "if" | "unless" | "once" | "until");
        let own = view.tree.child(*k, Deprel::Nsubj).or(view.tree.child(*k, Deprel::NsubjPass));
        token.deprel == Deprel::Advcl && *k < subject && own.is_some() && (time || condition)
    };
    let kids = view.tree.children(verb).iter().copied().filter(joins);
    kids.flat_map(|k| view.tree.subtree(k)).collect()
}

/// "He said while the vote was free, the count was not": a clause between the verb and what it hangs on is
/// said as well; not one before "that" ("said when the talks ended that ...").
fn inserted(view: &View, verb: TokenIdx, complement: TokenIdx) -> Vec<TokenIdx> {
    let that = view.tree.child(complement, Deprel::Mark).filter(|&m| view.is_lemma(m, "that"));
    let joins = |k: &TokenIdx| {
        let mark = view.tree.child(*k, Deprel::Mark).or(view.tree.child(*k, Deprel::Advmod));
        let mark = mark.map(|m| view.lemma(m).to_lowercase()).unwrap_or_default();
        let own = view.tree.child(*k, Deprel::Nsubj).or(view.tree.child(*k, Deprel::NsubjPass));
        let clause = view.tree.token(*k).deprel == Deprel::Advcl && own.is_some();
        let concedes = matches!(
            &*mark,
            "while"
                | "although"
                | "though"
                | "if"
                | "unless"
                | "because"
                | "since"
                | "once"
                | "when"
        );
        clause && concedes && *k > verb && *k < complement && that.is_none_or(|m| m < *k)
    };
    let kids = view.tree.children(verb).iter().copied().filter(joins);
    kids.flat_map(|k| view.tree.subtree(k)).collect()
}

/// "they would meet – a step that surprised many": what the writer adds behind a dash.
pub(super) fn is_remark(view: &View, at: TokenIdx) -> bool {
    let aside = matches!(view.tree.token(at).deprel, Deprel::Appos | Deprel::Parataxis);
    let first =
        || view.tree.subtree(at).into_iter().find(|&t| view.tree.token(t).upos != Upos::Punct);
    let dash = |t: TokenIdx| t > 0 && matches!(view.doc.word(t - 1), "–" | "—" | "--");
    aside && !view.is_quoted(at) && first().is_some_and(dash) && !is_closed(view, at)
}

/// "said “the case is lost” *as he left*": a clause of time behind a quotation that is all that is said belongs
/// to the verb of saying, wherever the tree hangs it.
fn is_behind_quotation(view: &View, complement: TokenIdx, at: TokenIdx) -> bool {
    let token = view.tree.token(at);
    let time = |m: TokenIdx| matches!(view.lemma(m), "as" | "while" | "when" | "after" | "before");
    let clause =
        token.deprel == Deprel::Advcl && view.tree.child(at, Deprel::Mark).is_some_and(time);
    // Most words are none: the subtree is looked at only behind these questions.
    if !clause || at < complement || view.is_quoted(at) || !view.is_quoted(complement) {
        return false;
    }
    let said = view.tree.subtree(complement);
    let Some(first) = said.iter().copied().find(|&t| view.is_quoted(t)) else { return false };
    let mut before = said.iter().filter(|&&s| s < first && view.tree.token(s).upos != Upos::Punct);
    first <= complement && before.all(|&s| view.is_lemma(s, "that"))
}

/// Whether a second dash ends what stands behind a first.
fn is_closed(view: &View, at: TokenIdx) -> bool {
    let last = view.tree.subtree(at).into_iter().rfind(|&t| view.tree.token(t).upos != Upos::Punct);
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    last.is_some_and(|t| t + 1 < n && matches!(view.doc.word(t + 1), "–" | "—" | "--"))
}

/// "said A, and B": what the tree coordinates with the cue or hangs on it behind the complement, though
/// it is said as well: a clause with a subject of its own, or one that gives the reason or the time. Not
/// "said that A, and Chad did B": with "that" once, and a fact about somebody else.
fn coordinated(view: &View, cues: &Cues, verb: TokenIdx, complement: TokenIdx) -> Vec<TokenIdx> {
    let said_first = complement < verb;
    let that = view.tree.child(complement, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "that"));
    let joins = |k: &TokenIdx| {
        let token = view.tree.token(*k);
        let mark = view.tree.child(*k, Deprel::Mark).map(|m| view.lemma(m)).unwrap_or_default();
        let subject = view.tree.child(*k, Deprel::Nsubj).or(view.tree.child(*k, Deprel::NsubjPass));
        match token.deprel {
            _ if said_first || *k < complement || token.upos == Upos::Punct => false,
            Deprel::Conj => {
                subject.is_some_and(|s| !(that && is_fact(view, (verb, complement), *k, s)))
                    && !view.clause(*k).subjects.is_empty()
                    && !says(view, cues, *k)
            }
            Deprel::Advcl => {
                subject.is_some()
                    && matches!(
                        mark,
                        "after"
                            | "because"
                            | "if"
                            | "unless"
                            | "until"
                            | "although"
                            | "so"
                            | "since"
                    )
            }
            _ => false,
        }
    };
    let kids = view.tree.children(verb).iter().copied().filter(joins);
    kids.flat_map(|k| view.tree.subtree(k)).collect()
}

/// Whether a clause says in the past tense what is done of somebody who is named, or of whoever speaks, by
/// a pronoun that means him ("*the minister* complained that ..., and *she* praised ...").
fn is_fact(
    view: &View,
    (cue, complement): (TokenIdx, TokenIdx),
    verb: TokenIdx,
    subject: TokenIdx,
) -> bool {
    let past = view.tree.token(verb).xpos == "VBD";
    let bare = view.clause(verb).auxiliaries.is_empty();
    let same = |above: TokenIdx| {
        let other = view.tree.child(above, Deprel::Nsubj);
        let alike = |o| view.lemma(o).eq_ignore_ascii_case(view.lemma(subject));
        other.is_some_and(|o| alike(o) || view.is_same_one(o, subject))
    };
    let goes_on = || same(cue) && !same(complement);
    past && bare
        && match view.tree.token(subject).upos {
            Upos::Propn => true,
            Upos::Pron => goes_on(),
            _ => false,
        }
}

/// Whether a verb tells what somebody else says.
pub(super) fn says(view: &View, cues: &Cues, verb: TokenIdx) -> bool {
    let noun =
        view.tree.child(verb, Deprel::Nsubj).filter(|&s| view.tree.token(s).upos != Upos::Pron);
    let cue =
        cues.verb_at(view, verb).is_some_and(|cue| cue.frames.quote && cue.act == Act::Speech);
    view.tree.child(verb, Deprel::Ccomp).is_some() || cue && noun.is_some()
}

/// "said that ...", "said on Monday that ..." without a clause in the tree: the rest of the sentence.
pub(super) fn behind_that(view: &View, verb: TokenIdx, sentence: &Sentence) -> Option<Found> {
    let times = |k: &TokenIdx| *k > verb && view.is_time(*k);
    let times = view.tree.children(verb).iter().copied().filter(times);
    let between: Vec<TokenIdx> = times.flat_map(|k| view.tree.subtree(k)).collect();
    let that = (verb + 1..sentence.tokens.end).find(|t| !between.contains(t))?;
    let opens = view.is_lemma(that, "that") && view.tree.token(that).upos == Upos::Sconj;
    let rest: Vec<TokenIdx> = (that..sentence.tokens.end).collect();
    if opens { Found::new(runs(view, &rest), "behind-that") } else { None }
}

/// "adding that ships had left", read as "that ships": before a plural it is the conjunction, and what is said is
/// the noun with the clause of which it is the subject.
pub(super) fn that_before_plural(view: &View, verb: TokenIdx) -> Option<Found> {
    let noun = view.tree.child(verb, Deprel::Obj).filter(|&o| o > verb)?;
    let that = view.tree.child(noun, Deprel::Det).filter(|&d| d == verb + 1)?;
    let plural = matches!(view.tree.token(noun).xpos.as_str(), "NNS" | "NNPS");
    let clause = view.tree.child(verb, Deprel::Ccomp).filter(|&c| c > noun)?;
    let open = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Mark];
    let open = open.iter().all(|&rel| view.tree.child(clause, rel).is_none());
    let mut tokens = view.tree.subtree(noun);
    tokens.extend(view.tree.subtree(clause));
    let tokens: Vec<TokenIdx> = tokens.into_iter().filter(|&t| t != that).collect();
    let found = plural && open && view.doc.word(that) == "that";
    if found { Found::new(runs(view, &in_order(tokens)), "that") } else { None }
}

/// "said in a report that ...", "told a conference that ...": the tree may hang the clause on the document, or on
/// those who are told, also as a relative clause in which nothing but the conjunction is left for its object.
pub(super) fn below_document(view: &View, verb: TokenIdx) -> Option<Found> {
    use Deprel::{Acl, AclRelcl, Ccomp, Iobj, Mark, Obj, Obl};
    let conjunction =
        |m: TokenIdx| view.tree.token(m).upos == Upos::Sconj && view.is_lemma(m, "that");
    let that = |k: &TokenIdx| match view.tree.token(*k).deprel {
        Acl | Ccomp => view.tree.child(*k, Mark).is_some_and(|m| view.is_lemma(m, "that")),
        AclRelcl => view.is_marked_relative(*k) || view.tree.children_by(*k, Obj).any(conjunction),
        _ => false,
    };
    let argument = |&k: &TokenIdx| matches!(view.tree.token(k).deprel, Obl | Obj | Iobj);
    let phrases = view.tree.children(verb).iter().copied().filter(|&k| k > verb).filter(argument);
    // "repeated its claim that": the noun says it
    let own = |k: TokenIdx| {
        view.tree.token(k).deprel == Deprel::Obj && view.tree.child(k, Deprel::NmodPoss).is_some()
    };
    let phrases = phrases.filter(|&k| !own(k));
    let clause = phrases.flat_map(|k| view.tree.children(k).iter().copied()).find(that)?;
    Found::new(content_of(view, clause, |_| false), "that")
}

/// "A, the agency quoted her as saying": what stands before belongs to "saying".
pub(super) fn quoted_before(view: &View, verb: TokenIdx) -> Option<Found> {
    let report = quoted_by(view, verb)?;
    let own = view.tree.child(verb, Deprel::Ccomp).is_some();
    let said = view.tree.child(report, Deprel::Ccomp).filter(|&c| !own && c < report)?;
    Found::new(content_of(view, said, |_| false), "that")
}

/// ", adding that ...", ", further stressing the need": the speaker of the sentence goes on.
pub(super) fn is_adding(view: &View, cues: &Cues, verb: TokenIdx) -> bool {
    let adverb = |t: TokenIdx| {
        view.tree.token(t).deprel == Deprel::Advmod && view.tree.token(t).head == Some(verb)
    };
    let before = verb.checked_sub(1).map(|t| if adverb(t) { t.saturating_sub(1) } else { t });
    let comma = before.is_some_and(|t| view.doc.word(t) == ",");
    let that = verb_that(view, verb);
    let lemma = view.lemma(verb);
    let goes_on = lemma == "add" && (comma || that) || cues.goes_on(lemma) && comma;
    goes_on && view.tree.token(verb).xpos == "VBG"
}

/// Whether "that" follows a verb.
fn verb_that(view: &View, verb: TokenIdx) -> bool {
    let n = view.doc.tokens.as_ref().map_or(0, |t| t.len()) as TokenIdx;
    verb + 1 < n && view.is_lemma(verb + 1, "that")
}
