//! A state that leaves, without a word of what: the body that the sentence before has just named beside it
//! ("Chad criticised the Lake Commission. It will leave by June.").
//!
//! Zero anaphora of an object: of what states leave, bodies are what one need not name again. People leave
//! places, so only states and their governments are looked at, and only where nothing else stands by the verb
//! but a time. "Threatened to leave" and the like are read by the rows of `events.tsv` and `implicatives.tsv`.

use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::SANCTION;
use crate::View;
use verbale_document::{Deprel, Form, MentionKind, SentenceIdx, SmolStr, TokenIdx};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;
/// The mode of who leaves a body.
const WITHDRAW: SmolStr = SmolStr::new_static("withdraw");

/// The departure that the verb at `token` tells of.
pub fn draft(
    view: &View<'_>,
    classes: &WordClasses,
    at: SentenceIdx,
    token: TokenIdx,
) -> Option<Draft> {
    let word = view.tree.token(token);
    if !classes.is_word(view, "leave", token) || word.deprel == Deprel::Xcomp {
        return None;
    }
    let clause = view.clause(token);
    let timed = clause.obliques.iter().all(|(_, t)| view.is_time(*t));
    let open = clause.objects.is_empty() && clause.indirect.is_empty() && timed;
    if !open || clause.passive || clause.inherited || clause.particle.is_some() {
        return None;
    }
    let &[subject] = clause.subjects.as_slice() else { return None };
    let state = state_at(view, subject)?;
    let before = &view.doc.sentences.as_deref()?[at.checked_sub(1)? as usize];
    let tokens = || before.tokens.clone();
    tokens().find(|&t| state_at(view, t).as_ref() == Some(&state))?;
    let body = |t: &TokenIdx| {
        let mention = view.mention_of(*t).map(|m| view.doc.mention(m));
        let named = mention.filter(|m| m.head == *t && m.kind == MentionKind::Organisation);
        let named = named.filter(|m| m.form == Form::Name);
        named.and_then(|m| view.code_of(m)).is_some_and(|c| c.country() == "IGO")
    };
    let body = tokens().rev().find(body)?;
    Some(Draft {
        mode: Some(WITHDRAW),
        mood: view.mood(&clause),
        actors: vec![subject],
        recipients: vec![body],
        needs: Needs { actor: true, ..Needs::default() },
        ..Draft::plain(SANCTION, vec![token], "left:body", WEIGHT)
    })
}

/// The state that a word names or stands for, itself or its government.
fn state_at(view: &View<'_>, token: TokenIdx) -> Option<String> {
    let mention = view.mention_of(token).map(|m| view.doc.mention(m))?;
    let acts = matches!(mention.kind, MentionKind::Country | MentionKind::Organisation);
    let code = view.code_of(mention).filter(|_| acts && mention.head == token)?;
    let whole = matches!(code.sector(), None | Some("GOV"));
    code.state().filter(|_| whole).map(str::to_string)
}
