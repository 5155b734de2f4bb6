//! Noun cues: "his claim that ...", "a pledge to ...".

use super::cue::{Cue, Cues};
use super::draft::Draft;
use super::extent::{content_of, runs, source_span};
use super::prepositional::in_order;
use crate::View;
use crate::trace::Reason;
use verbale_document::{Deprel, SmolStr, Span, Stance, TokenIdx, Upos};

/// The attribution of the cue noun at `noun`, if something that it conveys hangs on it and somebody owns
/// it.
pub(super) fn draft(view: &View, cues: &Cues, noun: TokenIdx) -> Option<Draft> {
    let token = view.tree.token(noun);
    let cue = cues.noun(&token.lemma).filter(|_| token.upos == Upos::Noun)?;
    if is_repeated(view, cues, noun) {
        return None;
    }
    let content = content(view, cues, cue, noun);
    let content = view.log.found(content, noun, Some(cue.row), Reason::NoClause)?;
    let source = view.log.found(owner(view, cues, noun), noun, Some(cue.row), Reason::NoOwner)?;
    Some(Draft {
        source: Some(source),
        source_span: Some(source_span(view, source, noun)),
        cue: noun,
        cue_span: Some(view.span(noun)),
        content,
        addressee: Vec::new(),
        act: cue.act,
        stance: cue.stance,
        negated: false,
        voice: false,
        by: SmolStr::new_static("statement/noun"),
    })
}

/// "reiterated its demand that": the verb has all of it as its content, and one speaker says it once.
fn is_repeated(view: &View, cues: &Cues, noun: TokenIdx) -> bool {
    let token = view.tree.token(noun);
    let verb = token.head.filter(|_| token.deprel == Deprel::Obj);
    let says = verb.and_then(|v| cues.verb_at(view, v)).is_some_and(|cue| cue.frames.obj);
    let owner = view.tree.child(noun, Deprel::NmodPoss);
    says && owner.is_some_and(|o| view.tree.token(o).upos == Upos::Pron)
}

/// What the noun conveys: a clause that fills it out, what somebody is asked to do, what stands behind a
/// colon, or, in somebody's mouth, what it is a claim of.
fn content(view: &View, cues: &Cues, cue: &Cue, noun: TokenIdx) -> Option<Vec<Span>> {
    let kids = || view.tree.children(noun).iter().copied();
    if let Some(clause) = kids().find(|&k| is_content(view, cues, cue, k)) {
        return Some(content_of(view, clause, |_| false));
    }
    if let Some(content) = predicated(view, noun).filter(|_| cue.frames.that) {
        return Some(content);
    }
    if let Some(clause) = voiced(view, noun).and_then(|(by, voiced)| told(view, &[voiced, by]))
        && cue.frames.that
    {
        return Some(content_of(view, clause, |_| false));
    }
    if let Some(clause) = misread(view, noun).filter(|_| cue.frames.that) {
        return Some(content_of(view, clause, |_| false));
    }
    let phrase = || behind_colon(view, noun).or_else(|| about(view, cue, noun));
    if let Some(content) = asked(view, cue, noun).or_else(phrase) {
        return Some(content);
    }
    view.tree.child(noun, Deprel::NmodPoss).filter(|_| cue.frames.obj_of)?;
    let of = |k: &TokenIdx| view.has_case(*k, "of") && *k > noun;
    let charge = view.tree.children_by(noun, Deprel::Nmod).find(of).or_else(|| {
        let gerund = |k: &TokenIdx| {
            view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "of"))
        };
        view.tree.children_by(noun, Deprel::Acl).find(gerund)
    })?;
    let marks = [Deprel::Case, Deprel::Mark].map(|rel| view.tree.child(charge, rel));
    Some(content_of(view, charge, |t| marks.contains(&Some(t))))
}

/// "the union's call for a strike", "an appeal by Chad for aid": what stands behind a preposition of the row,
/// where somebody owns the noun.
fn about(view: &View, cue: &Cue, noun: TokenIdx) -> Option<Vec<Span>> {
    let by = |k: TokenIdx| view.has_case(k, "by");
    let owned = view.tree.child(noun, Deprel::NmodPoss).is_some()
        || view.tree.children_by(noun, Deprel::Nmod).any(by);
    let fits = |k: &TokenIdx| {
        let prepositions = &cue.frames.prepositions;
        *k > noun && prepositions.iter().any(|p| view.has_case(*k, p))
    };
    let phrase = view.tree.children_by(noun, Deprel::Nmod).filter(|_| owned).find(fits)?;
    let case = view.tree.child(phrase, Deprel::Case);
    Some(content_of(view, phrase, |t| Some(t) == case))
}

/// "claims made by the aide": whoever voices what the noun tells of, and the participle.
fn voiced(view: &View, noun: TokenIdx) -> Option<(TokenIdx, TokenIdx)> {
    let own = [Deprel::NsubjPass, Deprel::AuxPass, Deprel::Mark];
    let bare = |k: &TokenIdx| own.iter().all(|&rel| view.tree.child(*k, rel).is_none());
    let participle = |k: &TokenIdx| view.is_passive(*k) && bare(k);
    let voiced = view.tree.children_by(noun, Deprel::Acl).find(participle)?;
    Some((*view.clause(voiced).agents.first()?, voiced))
}

/// The clause with "that" that the tree hangs on one of these words, though it has all its parts.
fn told(view: &View, heads: &[TokenIdx]) -> Option<TokenIdx> {
    let that = |k: &TokenIdx| {
        let mark = view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "that"));
        let own = [Deprel::Nsubj, Deprel::NsubjPass];
        mark && own.iter().any(|&rel| view.tree.child(*k, rel).is_some())
    };
    heads.iter().flat_map(|&h| view.tree.children(h).iter().copied()).find(that)
}

/// "his message was that the war will end": what stands from "that" on.
pub(super) fn predicated(view: &View, noun: TokenIdx) -> Option<Vec<Span>> {
    let token = view.tree.token(noun);
    let clause = token.head.filter(|_| token.deprel == Deprel::NsubjOuter)?;
    let that =
        view.tree.child(clause, Deprel::Mark).filter(|&m| view.is_lemma(m, "that") && m > noun)?;
    Some(content_of(view, clause, |t| t < that))
}

/// "made an appeal to citizens to stay calm", "their call on Chad to withdraw": an infinitive right behind
/// whom the noun names, wherever the tree hangs it.
fn asked(view: &View, cue: &Cue, noun: TokenIdx) -> Option<Vec<Span>> {
    let asks = matches!(cue.stance, Stance::Ask | Stance::Promise);
    // "threats to peace" are nobody's words, whatever follows.
    let somebody = |k: TokenIdx| view.actor_at(k).is_some() || view.can_act(k);
    let named = |k: &TokenIdx| {
        let asked = ["to", "on"].iter().any(|p| view.has_case(*k, p)) && somebody(*k);
        (asked || view.has_case(*k, "for")) && *k > noun
    };
    let whom = view.tree.children_by(noun, Deprel::Nmod).filter(|_| asks).find(named)?;
    let to = *view.tree.subtree(noun).last()? + 1;
    let head = view.tree.token(noun).head?;
    let behind =
        |k: &TokenIdx| view.tree.child(*k, Deprel::Mark) == Some(to) && view.is_lemma(to, "to");
    let infinitive = view.tree.children(head).iter().copied().find(behind)?;
    let mut tokens = view.tree.subtree(whom);
    tokens.extend(view.tree.subtree(infinitive));
    Some(runs(view, &in_order(tokens)))
}

/// "gave this account: the boat sank".
fn behind_colon(view: &View, noun: TokenIdx) -> Option<Vec<Span>> {
    let token = view.tree.token(noun);
    let verb = token.head.filter(|_| token.deprel == Deprel::Obj)?;
    let colon = *view.tree.subtree(noun).last()? + 1;
    let clause = view.tree.children_by(verb, Deprel::Parataxis).find(|&k| k > colon)?;
    let opens = view.doc.tokens.as_ref().is_some_and(|t| (colon as usize) < t.len());
    (opens && view.doc.word(colon) == ":").then(|| content_of(view, clause, |_| false))
}

/// A clause with "that" or "to" that fills the noun out (not a relative clause).
fn is_content(view: &View, cues: &Cues, cue: &Cue, kid: TokenIdx) -> bool {
    let token = view.tree.token(kid);
    let marked = view.tree.child(kid, Deprel::Mark);
    let fits = |m: TokenIdx| match view.lemma(m) {
        "that" => cue.frames.that && !is_relative(view, cues, kid),
        // "his commitment to turning the town around" is a trait.
        "to" => cue.frames.to && token.xpos != "VBG",
        _ => false,
    };
    let fills = matches!(token.deprel, Deprel::Acl | Deprel::Ccomp) || view.is_marked_relative(kid);
    fills && marked.is_some_and(fits)
}

/// "a report by the embassy that rebels had taken a hostage", read as a relative clause: "that" has nothing
/// to stand for in a clause with subject and object.
pub(super) fn misread(view: &View, noun: TokenIdx) -> Option<TokenIdx> {
    let kids = view.tree.children(noun).iter().copied();
    let phrases = kids.filter(|&k| view.tree.token(k).deprel == Deprel::Nmod);
    let all = std::iter::once(noun).chain(phrases);
    let full = |k: &TokenIdx| {
        let objects: Vec<TokenIdx> = view.tree.children_by(*k, Deprel::Obj).collect();
        let that = objects.first().is_some_and(|&o| view.is_lemma(o, "that"));
        that && objects.len() == 2 && view.tree.child(*k, Deprel::Nsubj).is_some()
    };
    all.flat_map(|n| view.tree.children_by(n, Deprel::AclRelcl).collect::<Vec<_>>()).find(full)
}

/// "a report that the bank published", read as what the report says: nothing is there that was
/// published.
pub(super) fn is_relative(view: &View, cues: &Cues, clause: TokenIdx) -> bool {
    let own = |k: &TokenIdx| {
        let rel = view.tree.token(*k).deprel;
        matches!(rel, Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp)
    };
    let open = !view.tree.children(clause).iter().any(own) && !view.is_passive(clause);
    open && cues.publishes(view.lemma(clause))
}

/// The possessor, or whose word it is ("a claim by X that"); else the subject of the verb that has the
/// noun as object ("made a pledge to"), unless it answers or looks into what others say ("denied claims
/// that").
fn owner(view: &View, cues: &Cues, noun: TokenIdx) -> Option<TokenIdx> {
    let by = |k: &TokenIdx| ["by", "from", "of", "among"].iter().any(|p| view.has_case(*k, p));
    let known = |k: &TokenIdx| by(k) && view.mention_of(*k).is_some();
    let owner = view.tree.child(noun, Deprel::NmodPoss);
    let by_whom = || voiced(view, noun).map(|(by, _)| by);
    if let Some(owner) =
        owner.or_else(by_whom).or_else(|| view.tree.children_by(noun, Deprel::Nmod).find(known))
    {
        return Some(owner);
    }
    // "is of the opinion that"
    if view.has_case(noun, "of") && view.tree.child(noun, Deprel::Cop).is_some() {
        return view.tree.child(noun, Deprel::Nsubj);
    }
    let token = view.tree.token(noun);
    let verb = token.head.filter(|_| token.deprel == Deprel::Obj)?;
    let denies = cues.verb_at(view, verb).is_some_and(|cue| cue.stance == Stance::Deny);
    let clause = view.clause(verb);
    let owns = !clause.passive && !denies && !cues.answers(view.lemma(verb));
    clause.subjects.first().copied().filter(|_| owns)
}
