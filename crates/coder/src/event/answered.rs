//! What an answer answers: "refused all *Togo's requests*", "denied *Chad's* accusations".
//!
//! Such a phrase tells two acts: the answer, which the verb's own row or governor makes of the noun, and the
//! request or accusation before it, of whoever stands behind the noun to whoever answers. To be answered it
//! must have been made, whatever the answer is or will be. The words are the classes `answering` and
//! `answered` of `classes.tsv`. Does not read what is only claimed, for a claim accuses nobody.

use super::draft::{Draft, governor_actors};
use super::lexicon::{Index, Needs, WordClasses};
use super::ontology::{ACCUSE, REQUEST};
use super::verb;
use crate::View;
use verbale_document::{Deprel, TokenIdx};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;

/// The request or accusation named by the noun at `token`, where a verb answers it.
pub fn draft(
    view: &View<'_>,
    nouns: &Index,
    classes: &WordClasses,
    token: TokenIdx,
) -> Option<Draft> {
    let noun = view.tree.token(token);
    let is = |class: &str, t: TokenIdx| classes.is(class, &view.lemma(t).to_lowercase());
    let object = matches!(noun.deprel, Deprel::Obj | Deprel::NsubjPass) && is("answered", token);
    let verb = noun.head.filter(|&v| object && is("answering", v))?;
    let mut makers = view.authors(token);
    makers.retain(|&m| view.participant(m).code.is_some());
    let answerers: Vec<TokenIdx> =
        governor_actors(view, verb).into_iter().filter(|a| !makers.contains(a)).collect();
    if makers.is_empty() || answerers.is_empty() {
        return None;
    }
    let said = |kind: &_| [REQUEST, ACCUSE].contains(kind);
    let mut entries = verb::entries(view, nouns, token)?.iter();
    let entry = entries.find(|e| e.modifiers.is_empty() && e.kind.as_ref().is_some_and(said))?;
    let by = format!("event_nouns.tsv:{}+answer", entry.lemma);
    let mut draft = Draft::new(entry, vec![token], by, WEIGHT)?;
    draft.actors = makers;
    draft.recipients = answerers;
    draft.beside = true;
    draft.needs = Needs { actor: true, person: true, known_recipient: true, ..Needs::default() };
    Some(draft)
}
