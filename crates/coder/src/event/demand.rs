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
    let teller = Teller::of(view, classes, token)?;
    if obliged.iter().all(|&t| teller.speaks_for(view, t)) {
        return None;
    }
    Some(Draft {
        mode: Some(SmolStr::new_static("change")),
        cameo: SmolStr::new_static("100"),
        anchor: token,
        actors: vec![teller.head],
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

/// Who conveys something and can turn against others with it: scholars, reporters and people of whom nothing is known
/// give their view.
pub(super) struct Teller {
    pub head: TokenIdx,
    /// The innermost statement that conveys it.
    pub statement: StatementIdx,
    code: ActorCode,
}

impl Teller {
    /// Who conveys what stands at `token`.
    pub(super) fn of(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Self> {
        let statement = *attribution::according_to(view, view.span(token)).last()?;
        let statements = view.doc.statements.as_deref()?;
        let mention = statements[statement as usize].speaker.as_ref()?.mention?;
        let head = view.doc.mention(mention).head;
        let code = code_at(view, head)?;
        let views = code.sector().is_some_and(|s| classes.is("viewing-sector", s));
        (!views).then_some(Teller { head, statement, code })
    }

    /// Whether the one at `other` is the teller, or whom he speaks for: he turns against nobody there.
    pub(super) fn speaks_for(&self, view: &View<'_>, other: TokenIdx) -> bool {
        let Some(other) = code_at(view, other) else { return false };
        let rest = self.code.as_str().strip_prefix(other.as_str());
        rest.is_some_and(|r| r.is_empty() || r.starts_with('.'))
    }
}

fn code_at(view: &View<'_>, at: TokenIdx) -> Option<ActorCode> {
    view.mention_of(at).and_then(|m| view.doc.mention(m).code.clone())
}

/// Whether a subject is a state, one of its organs, or another who answers for politics: an opinion of
/// what people or things should do asks nothing of anybody.
pub(super) fn can_be_asked(view: &View<'_>, classes: &WordClasses, subject: TokenIdx) -> bool {
    let mention = view.mention_of(subject).map(|m| view.doc.mention(m));
    let named = mention.filter(|m| !matches!(m.form, Form::Pronoun | Form::Demonym));
    let code = named.and_then(|m| m.code.clone());
    code.is_some_and(|c| acts_politically(classes, &c))
}
