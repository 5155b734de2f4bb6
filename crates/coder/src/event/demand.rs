//! Demands in the form of a reported obligation: "X said that Y must ...", "Y should ...," said X, "Y needs to
//! ...".
//!
//! Saying that somebody else must do something asks it of them (CAMEO 10, demand). Only reported
//! speech counts; what an outlet finds necessary is no event, nor what has to be so of things ("the fare
//! must not rise").

use super::attribution;
use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::REQUEST;
use super::political::acts_politically;
use crate::View;
use verbale_document::{ActorCode, Deprel, Form, SmolStr, StatementIdx, TokenIdx};

/// Weight of the rule.
const WEIGHT: f32 = 0.65;

/// The demand whose obliged clause has its predicate at `token`: of whoever conveys it, to its subject.
pub fn draft(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Draft> {
    if !view.is_reported(token) {
        return None;
    }
    let auxiliary = |k: TokenIdx| view.tree.token(k).deprel.universal() == "aux";
    let obliges = |&k: &TokenIdx| auxiliary(k) && classes.is_word(view, "obligation", k);
    let modal = view.tree.children(token).iter().copied().find(obliges);
    let (modal, act) = modal.map(|m| (m, token)).or_else(|| needs_to(view, classes, token))?;
    let clause = view.clause(token);
    // "decides how Chad must act"
    let wonders = |&k: &TokenIdx| k < token && view.tree.token(k).xpos.starts_with('W');
    let aside = matches!(view.tree.token(token).deprel, Deprel::AclRelcl | Deprel::Advcl)
        || view.tree.children(token).iter().any(wonders);
    let too_late = clause.auxiliaries.iter().any(|a| a == "have");
    if aside || too_late {
        return None;
    }
    // "the post must be kept" does not say by whom.
    let obliged = if clause.passive { clause.agents } else { clause.subjects };
    let asked = |&t: &TokenIdx| modal > t && can_be_asked(view, classes, t);
    if obliged.is_empty() || !obliged.iter().all(asked) {
        return None;
    }
    let (asker, _) = told_of_others(view, classes, token, &obliged)?;
    Some(Draft {
        mode: Some(SmolStr::new_static("change")),
        cameo: SmolStr::new_static("100"),
        anchor: token,
        actors: vec![asker],
        recipients: obliged,
        needs: Needs { actor: true, person: true, ..Needs::default() },
        ..Draft::plain(REQUEST, vec![modal, act], "demand:must", WEIGHT)
    })
}

/// "needs to act", "has to act": the verb and what is to be done. Nothing is asked with "does not need to",
/// "would need to" and "has yet to", nor with "had to", which tells what was done.
fn needs_to(
    view: &View<'_>,
    classes: &WordClasses,
    verb: TokenIdx,
) -> Option<(TokenIdx, TokenIdx)> {
    let has = || {
        view.is_lemma(verb, "have") && matches!(view.tree.token(verb).xpos.as_str(), "VBZ" | "VBP")
    };
    if !classes.is_word(view, "obligation", verb) && !has() {
        return None;
    }
    let to = |k: &TokenIdx| {
        let mark = view.tree.child(*k, Deprel::Mark).is_some_and(|m| view.is_lemma(m, "to"));
        *k > verb && mark && view.tree.child(*k, Deprel::AuxPass).is_none()
    };
    let act = view.tree.children_by(verb, Deprel::Xcomp).find(to)?;
    let clause = view.clause(verb);
    let yet = view.tree.children_by(verb, Deprel::Advmod).any(|k| view.is_lemma(k, "yet"));
    (clause.auxiliaries.is_empty() && !clause.negated && !yet).then_some((verb, act))
}

/// Who conveys what stands at `token`, with the statement, if it is of `others`: whoever says what is done by those for
/// whom they speak turns against nobody, and scholars, reporters and people of whom nothing is known give their view.
pub(super) fn told_of_others(
    view: &View<'_>,
    classes: &WordClasses,
    token: TokenIdx,
    others: &[TokenIdx],
) -> Option<(TokenIdx, StatementIdx)> {
    let (teller, statement) = speaker(view, token)?;
    let code = |t: TokenIdx| view.mention_of(t).and_then(|m| view.doc.mention(m).code.clone());
    let own = code(teller)?;
    let speaks_for = |c: &ActorCode| {
        let rest = own.as_str().strip_prefix(c.as_str());
        rest.is_some_and(|r| r.is_empty() || r.starts_with('.'))
    };
    let views = own.sector().is_some_and(|s| classes.is("viewing-sector", s));
    let themselves = others.iter().all(|&t| code(t).as_ref().is_some_and(speaks_for));
    (!views && !themselves).then_some((teller, statement))
}

/// Whether a subject is a state, one of its organs, or another who answers for politics: an opinion of
/// what people or things should do asks nothing of anybody.
pub(super) fn can_be_asked(view: &View<'_>, classes: &WordClasses, subject: TokenIdx) -> bool {
    let mention = view.mention_of(subject).map(|m| view.doc.mention(m));
    let named = mention.filter(|m| !matches!(m.form, Form::Pronoun | Form::Demonym));
    let code = named.and_then(|m| m.code.clone());
    code.is_some_and(|c| acts_politically(classes, &c))
}

/// The head of whoever conveys what stands at `token`, and the innermost statement that does.
fn speaker(view: &View<'_>, token: TokenIdx) -> Option<(TokenIdx, StatementIdx)> {
    let innermost = *attribution::according_to(view, view.span(token)).last()?;
    let statements = view.doc.statements.as_deref()?;
    let mention = statements[innermost as usize].speaker.as_ref()?.mention?;
    Some((view.doc.mention(mention).head, innermost))
}
