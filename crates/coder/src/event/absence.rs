//! Absences: who stayed away from a meeting that the text has just told of ("sent nobody", "its seat
//! remained empty", "stayed at home", "sent its regrets", "met without Chad").
//!
//! A meeting that somebody stays away from is a CONSULT that did not happen, of the absent with those who
//! met (PLOVER 2.0 has negation as an auxiliary mode). Only behind a meeting in the same sentence or the
//! one before; that somebody "did not attend the summit" is read by the rows of `events.tsv`. Does not
//! take silence for absence: who is not named is not missing.

use super::draft::Draft;
use super::lexicon::{Needs, WordClasses};
use super::ontology::CONSULT;
use crate::{Clause, View};
use verbale_document::{
    Deprel, Event, Modality, Participant, Polarity, Sentence, SentenceIdx, SmolStr, TokenIdx, Upos,
};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;

/// The absences that a sentence tells of, from the last meeting among the events `told` before, the latest
/// first.
pub fn drafts<'e>(
    view: &View<'_>,
    classes: &WordClasses,
    (at, sentence): (SentenceIdx, &Sentence),
    told: impl Iterator<Item = &'e Event>,
) -> Vec<Draft> {
    let mut near = told.take_while(|e| e.sentence + 1 >= at);
    let Some(meeting) = near.find(|e| took_place(e)) else { return Vec::new() };
    let here = meeting.sentence == at;
    let mut out = Vec::new();
    for token in sentence.tokens.clone() {
        let absent = match here && view.has_case(token, "without") {
            true => view.mention_of(token).map(|_| vec![token]).unwrap_or_default(),
            false => absent_at(view, classes, token),
        };
        // "was to meet Chad's envoy, but did not turn up"
        let planned = here && meeting.modality == Modality::Future;
        let others = absent.into_iter().filter(|&t| is_missing(view, t, meeting, planned));
        let others: Vec<TokenIdx> = others.collect();
        if !others.is_empty() {
            out.push(draft(view, token, others, meeting));
        }
    }
    out
}

/// Whether at least two parties met or are to meet.
fn took_place(event: &Event) -> bool {
    event.kind == CONSULT
        && event.polarity == Polarity::Positive
        && event.modality != Modality::Hypothetical
        && event.actors.len() > 1
}

/// Who is told not to be there by the predicate at `token`.
fn absent_at(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Vec<TokenIdx> {
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let clause = || view.clause(token);
    if view.is_lemma(token, "empty") {
        let seats = emptied(view, token);
        return seats.into_iter().filter(|&s| is("seat", s)).flat_map(|s| view.owners(s)).collect();
    }
    let away = Some(clause()).filter(|c| !c.negated && stays_away(view, classes, c));
    if let Some(c) = away {
        return senders(view, &c);
    }
    let part = |c: &Clause| c.objects.iter().any(|&o| view.is_lemma(o, "part"));
    let takes_part = || Some(clause()).filter(|c| view.is_lemma(token, "take") && part(c));
    match is("attend", token).then(clause).or_else(takes_part) {
        Some(c) if c.negated && goes_nowhere(view, classes, &c) => senders(view, &c),
        _ => Vec::new(),
    }
}

/// Whether somebody stays away, without saying from where: "stayed at home", "sent its regrets",
/// "cancelled their trip".
fn stays_away(view: &View<'_>, classes: &WordClasses, clause: &Clause) -> bool {
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let has = |class: &str| clause.objects.iter().any(|&o| is(class, o));
    let verb = clause.predicate;
    let home = || view.tree.children(verb).iter().any(|&k| k > verb && is("away", k));
    let here = |(case, t): &(SmolStr, TokenIdx)| {
        matches!(case.as_str(), "" | "at") || view.time_at(*t).is_some()
    };
    (is("stay", verb) && home() && clause.obliques.iter().all(here))
        || (is("send-word", verb) && has("excuse"))
        || (is("call-off", verb) && has("attendance"))
}

/// What is or remains empty.
fn emptied(view: &View<'_>, empty: TokenIdx) -> Vec<TokenIdx> {
    let token = view.tree.token(empty);
    match token.head.filter(|_| token.deprel == Deprel::Xcomp) {
        Some(verb) => view.clause(verb).subjects,
        None => view.clause(empty).subjects,
    }
}

/// Whether an absent party is told of no other errand: the verb has no object but a meeting or nobody, and
/// no aim but a place ("did not go into details" is none).
fn goes_nowhere(view: &View<'_>, classes: &WordClasses, clause: &Clause) -> bool {
    let meets = |&t: &TokenIdx| {
        let lemma = view.lemma(t).to_lowercase();
        let thing = lemma == "part" || classes.is("meeting", &lemma);
        thing || view.tree.token(t).upos == Upos::Pron || view.has_no(t)
    };
    let place = |(case, t): &(SmolStr, TokenIdx)| {
        matches!(case.as_str(), "" | "to" | "at" | "from" | "there") || view.time_at(*t).is_some()
    };
    clause.objects.iter().all(meets) && clause.obliques.iter().all(place)
}

/// Whom the subjects stand for: "nobody *from Togo*", "*Togo's* delegate", "no *Togolese*", else themselves.
fn senders(view: &View<'_>, clause: &Clause) -> Vec<TokenIdx> {
    let from = || clause.obliques.iter().filter(|(case, _)| case == "from").map(|&(_, t)| t);
    let sender = |&s: &TokenIdx| -> Vec<TokenIdx> {
        if view.mention_of(s).is_some() {
            return vec![s];
        }
        let phrases = ["from", "of"].into_iter().map(|p| view.nominal_modifiers(s, p));
        let known = phrases.chain(std::iter::once(view.owners(s))).find(|heads| !heads.is_empty());
        known.unwrap_or_else(|| from().collect())
    };
    clause.subjects.iter().flat_map(sender).collect()
}

/// Whether somebody known is none of those who met, or one of those who were to.
fn is_missing(view: &View<'_>, head: TokenIdx, meeting: &Event, planned: bool) -> bool {
    let state = state_of(view, head);
    let there = meeting.actors.iter().any(|p| is_of(p, state.as_deref()));
    state.is_some() && (planned || !there)
}

fn state_of(view: &View<'_>, head: TokenIdx) -> Option<String> {
    view.participant(head).code.map(|c| c.country().to_string())
}

fn is_of(party: &Participant, state: Option<&str>) -> bool {
    party.code.as_ref().is_some_and(|c| state == Some(c.country()))
}

fn draft(view: &View<'_>, token: TokenIdx, absent: Vec<TokenIdx>, meeting: &Event) -> Draft {
    let own: Vec<Option<String>> = absent.iter().map(|&t| state_of(view, t)).collect();
    let others = meeting.actors.iter().filter(|p| !own.iter().any(|s| is_of(p, s.as_deref())));
    let heads = others.filter_map(|p| p.mention);
    Draft {
        actors: absent,
        recipients: heads.map(|m| view.doc.mention(m).head).collect(),
        polarity: Polarity::Negative,
        needs: Needs { actor: true, ..Needs::default() },
        ..Draft::plain(CONSULT, vec![token], "absence:meeting", WEIGHT)
    }
}
