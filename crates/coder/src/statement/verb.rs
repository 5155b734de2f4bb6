//! Verb cues: "said that", "“...”, he said", "vowed to", "denied the charge", "called for".

use super::cue::Cues;
use super::draft::Draft;
use super::extent::{cue_span, source_span};
use super::frame::{content, is_adding};
use super::parataxis::speaker_behind;
use crate::trace::Reason;
use crate::{Clause, View};
use verbale_document::{Deprel, Sentence, SmolStr, TokenIdx, Upos};

/// The attribution of the cue verb at `verb`, if it is one and has content in its tree.
pub(super) fn draft(
    view: &View,
    cues: &Cues,
    sentence: &Sentence,
    verb: TokenIdx,
) -> Option<Draft> {
    let token = view.tree.token(verb);
    if !matches!(token.upos, Upos::Verb) {
        return None;
    }
    let cue = cues.verb_at(view, verb)?;
    let clause = view.clause(verb);
    let found = content(view, cues, cue, &clause, sentence);
    let found = view.log.found(found, verb, Some(cue.row), Reason::NoContent)?;
    let source = found.source.or_else(|| source(view, &clause, verb));
    if source.is_none() && !found.quoted && !sourceless(&clause, found.rule) {
        view.log.drop(verb, Some(cue.row), Reason::NoSource);
        return None;
    }
    let mut span = cue_span(view, verb);
    if let Some(preposition) = found.preposition {
        span = span.cover(view.span(preposition));
    }
    Some(Draft {
        source,
        source_span: source.map(|s| source_span(view, s, verb)),
        cue: verb,
        cue_span: Some(span),
        content: found.spans,
        addressee: addressee(&clause, found.rule),
        act: cue.act,
        stance: found.stance.unwrap_or(cue.stance),
        negated: clause.negated,
        voice: false,
        by: SmolStr::from(format!("statement/verb-{}", found.rule)),
    })
}

/// "citing the army" beside a report: names its source.
pub(super) fn is_citing(view: &View, verb: TokenIdx) -> bool {
    let token = view.tree.token(verb);
    token.xpos == "VBG" && token.lemma == "cite" && token.deprel == Deprel::Advcl
}

/// "quoted a mayor *as saying* that ...": whom the report quotes.
fn quoted_as(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(verb);
    let as_ = view.tree.children(verb).iter().any(|&k| k < verb && view.is_lemma(k, "as"));
    let report = token.head.filter(|&h| as_ && matches!(view.lemma(h), "quote" | "cite"))?;
    view.tree.child(report, Deprel::Obj).or_else(|| view.tree.child(report, Deprel::NsubjPass))
}

/// Who says it: the subject, or the agent of a passive.
fn source(view: &View, clause: &Clause, verb: TokenIdx) -> Option<TokenIdx> {
    if let Some(quoted) = quoted_as(view, verb) {
        return Some(quoted);
    }
    if is_adding(view, verb) {
        return speaker_of_sentence(view, verb);
    }
    let heads = if clause.passive { &clause.agents } else { &clause.subjects };
    let ccomp = view.tree.child(verb, Deprel::Ccomp).is_some_and(|c| c < verb);
    let behind = speaker_behind(view, verb).filter(|_| ccomp);
    let head = behind.or_else(|| absolute(view, verb)).or(heads.first().copied())?;
    let expletive = view.tree.token(head).deprel == Deprel::Expl;
    (!expletive && head != verb).then_some(head)
}

/// "with both sides stressing": the subject of a participle behind "with".
fn absolute(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let token = view.tree.token(verb);
    let with = view.tree.child(verb, Deprel::Mark).filter(|&m| view.is_lemma(m, "with"))?;
    let subject = view.tree.child(verb, Deprel::Nsubj).or(view.tree.child(verb, Deprel::Obl));
    subject.filter(|&s| token.xpos == "VBG" && with < s && s < verb)
}

/// The subject of the outermost finite verb before `verb` in its sentence that is not quoted.
fn speaker_of_sentence(view: &View, verb: TokenIdx) -> Option<TokenIdx> {
    let sentences = view.doc.sentences.as_deref()?;
    let sentence = &sentences[view.doc.sentence_at(view.span(verb).start)? as usize];
    let depth = |t: TokenIdx| view.tree.ancestors(t).count();
    let finite = |t: &TokenIdx| {
        let token = view.tree.token(*t);
        token.upos == Upos::Verb
            && matches!(token.xpos.as_str(), "VBD" | "VBZ")
            && !view.is_quoted(*t)
    };
    let told =
        |t: &TokenIdx| view.tree.child(*t, Deprel::Nsubj).filter(|&s| !view.is_quoted(s)).is_some();
    let verbs = (sentence.tokens.start..verb).filter(|t| finite(t) && told(t));
    let outer = verbs.min_by_key(|&t| (depth(t), std::cmp::Reverse(t)))?;
    view.clause(outer).subjects.first().copied()
}

/// "is accused of", "was asked to": a source is left open.
fn sourceless(clause: &Clause, rule: &str) -> bool {
    clause.passive && clause.agents.is_empty() && rule == "charged"
}

/// Who is spoken to; next to a clause the object is: "told reporters that".
fn addressee(clause: &Clause, rule: &str) -> Vec<TokenIdx> {
    let mut heads = clause.addressees();
    if matches!(rule, "that" | "to" | "parataxis") {
        heads.extend(&clause.objects);
    }
    heads
}
