//! What is answered has been said: who rejects an accusation was accused, who refuses a request was asked.
//!
//! "Chad denied the allegations of Togo" tells of two acts: Chad's denial, which a row of `events.tsv` reads,
//! and Togo's allegation against Chad, read here. Only behind an answer that the text tells of as a fact,
//! and only for the object of its verb. An accusation may be without author; a request may not. The nouns
//! are the classes `accusation` and `demand` of `classes.tsv`.

use super::draft::{Draft, governor_actors};
use super::lexicon::{Needs, WordClasses};
use super::ontology::{ACCUSE, REJECT, REQUEST};
use super::retold::is_appended;
use crate::View;
use verbale_document::{Event, Modality, Polarity, SmolStr, Span, TokenIdx, Upos};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;

/// What the answers among the events `told` of a sentence are answers to.
pub fn drafts<'e>(
    view: &View<'_>,
    classes: &WordClasses,
    told: impl Iterator<Item = &'e Event>,
) -> Vec<Draft> {
    let answers = told.filter(|e| e.kind == REJECT && e.polarity == Polarity::Positive);
    let facts = answers.filter(|e| e.modality == Modality::Actual);
    facts.filter_map(|answer| draft(view, classes, answer)).collect()
}

/// The accusation or request that is the object of an answer's verb; where the answer itself is the object
/// ("expressed *rejection* and condemnation"), nothing beside it is.
fn draft(view: &View<'_>, classes: &WordClasses, answer: &Event) -> Option<Draft> {
    let word = |t: &Span| view.doc.tokens_in(*t).start;
    let verb = answer.trigger.first().map(word)?;
    let clause = view.clause(verb);
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let said = |t: &&TokenIdx| is("accusation", **t) || is("demand", **t);
    let noun = *view.logical_objects(&clause).iter().find(said)?;
    if answer.trigger.get(1).is_some_and(|t| word(t) != noun) {
        return None;
    }
    if view.tree.token(verb).upos != Upos::Verb || view.has_no(noun) {
        return None;
    }
    let accused = is("accusation", noun);
    let authors = view.authors(noun);
    if authors.is_empty() && is_told_before(view, noun) {
        return None;
    }
    let (kind, mode) = if accused { (ACCUSE, "allege") } else { (REQUEST, "change") };
    Some(Draft {
        mode: Some(SmolStr::new_static(mode)),
        actors: authors,
        recipients: addressees(view, noun, verb),
        needs: Needs {
            actor: !accused,
            recipient: true,
            known_recipient: true,
            ..Needs::default()
        },
        voice: Some(verb),
        ..Draft::plain(kind, vec![noun], "answered:reject", WEIGHT)
    })
}

/// "rejected *the accusation*", "denied *any allegation*", ", *an accusation* that Chad rejects": none but those that the
/// text has told.
fn is_told_before(view: &View<'_>, noun: TokenIdx) -> bool {
    is_appended(view, noun)
        || view.has_only_articles(noun, |word| matches!(word, "the" | "any" | "all"))
}

/// Who was accused or asked: the one against whom the noun says that it was, else who answers, but for
/// courts, before which others accuse each other.
fn addressees(view: &View<'_>, noun: TokenIdx, verb: TokenIdx) -> Vec<TokenIdx> {
    let against = view.of_noun(noun, "against");
    if against.iter().any(|&t| view.mention_of(t).is_some()) {
        return against;
    }
    let court =
        |t: &TokenIdx| view.participant(*t).code.is_some_and(|code| code.sector() == Some("JUD"));
    governor_actors(view, verb).into_iter().filter(|t| !court(t)).collect()
}
