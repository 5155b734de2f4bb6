//! Absences: who stayed away from a meeting that the text has just told of ("sent nobody", "its seat
//! remained empty", "stayed at home", "sent its regrets", "met without Chad").
//!
//! A meeting that somebody stays away from is a CONSULT that did not happen, of the absent with those who
//! met (PLOVER 2.0 has negation as an auxiliary mode). Only behind a meeting in the same sentence or the
//! one before, or where the clause names one ("cancelled its part in talks"); that somebody "did not attend
//! the summit" is read by the rows of `events.tsv`. Those who are named as at a meeting that somebody else
//! skipped met there. Does not take silence for absence: who is not named is not missing.

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
    let mut out: Vec<Draft> =
        sentence.tokens.clone().filter_map(|t| named(view, classes, t)).collect();
    let near: Vec<&Event> = told.take_while(|e| e.sentence + 1 >= at).collect();
    out.extend(near.iter().filter(|e| e.sentence == at).filter_map(|e| held(view, classes, e)));
    let mut near = near.into_iter();
    let Some(meeting) = near.find(|e| took_place(e)) else { return out };
    let here = meeting.sentence == at;
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

/// The meeting of others from which somebody is told to have stayed away: "skipped *talks between Chad and Togo*".
fn held(view: &View<'_>, classes: &WordClasses, absence: &Event) -> Option<Draft> {
    let missed = absence.kind == CONSULT && absence.polarity == Polarity::Negative;
    let misses = |&t: &TokenIdx| classes.is_word(view, "stay-away", t);
    let told = |t: TokenIdx| view.tree.token(t).head.filter(misses).map(|v| view.clause(v));
    let past = missed && absence.modality == Modality::Actual;
    let words = absence.trigger.iter().flat_map(|span| view.doc.tokens_in(*span));
    let mut words = words.filter(|_| past);
    let meeting = words.find(|&t| classes.is_word(view, "meeting", t))?;
    told(meeting).filter(|c| !c.negated && !view.has_no(meeting))?;
    let known = |t: &TokenIdx| view.mention_of(*t).is_some();
    let met =
        ["between", "of", "among"].into_iter().flat_map(|p| view.nominal_modifiers(meeting, p));
    let met: Vec<TokenIdx> = met.filter(known).collect();
    let several = met.len() > 1 || met.iter().any(|&t| view.tree.token(t).xpos == "NNS");
    several.then(|| Draft {
        actors: met,
        reciprocal: true,
        needs: Needs { actor: true, ..Needs::default() },
        ..Draft::plain(CONSULT, vec![meeting], "absence:held", WEIGHT)
    })
}

/// An absence of which the clause itself tells from what: "cancelled its part in talks", "did not turn up when the
/// owners met".
fn named(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> Option<Draft> {
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let calls_off = is("call-off", token);
    if !calls_off && !is("attend", token) {
        return None;
    }
    let clause = view.clause(token);
    let absent = senders(view, &clause);
    let known = absent.iter().any(|&t| state_of(view, t).is_some());
    let others = match calls_off {
        true => others_at_part(view, classes, &clause).filter(|_| !clause.negated),
        false => others_when(view, classes, &clause).filter(|_| clause.negated),
    };
    let others = others.filter(|_| known && !clause.passive)?;
    Some(Draft {
        actors: absent,
        recipients: others,
        polarity: Polarity::Negative,
        needs: Needs { actor: true, ..Needs::default() },
        ..Draft::plain(CONSULT, vec![token], "absence:named", WEIGHT)
    })
}

/// Who else is at the meeting in which the object of a clause is a part: "its participation *in talks with Chad*".
fn others_at_part(
    view: &View<'_>,
    classes: &WordClasses,
    clause: &Clause,
) -> Option<Vec<TokenIdx>> {
    let is = |class: &str, t: TokenIdx| classes.is_word(view, class, t);
    let part = *clause.objects.iter().find(|&&o| is("attendance", o))?;
    let at = ["in", "at"].into_iter().flat_map(|p| view.nominal_modifiers(part, p));
    let own = clause.obliques.iter().filter(|(case, _)| matches!(case.as_str(), "in" | "at"));
    let all: Vec<TokenIdx> = at.chain(own.map(|&(_, t)| t)).collect();
    let meeting = all.into_iter().find(|&t| is("meeting", t))?;
    Some(["with", "of"].into_iter().flat_map(|p| view.nominal_modifiers(meeting, p)).collect())
}

/// Who met when somebody went nowhere: the subjects of a clause of time with a verb of meeting.
fn others_when(view: &View<'_>, classes: &WordClasses, clause: &Clause) -> Option<Vec<TokenIdx>> {
    if !goes_nowhere(view, classes, clause) {
        return None;
    }
    let when = |k: &TokenIdx| {
        let time = view.tree.children(*k).iter().any(|&m| view.is_lemma(m, "when"));
        time && *k > clause.predicate && classes.is_word(view, "meet", *k)
    };
    let met = view.tree.children_by(clause.predicate, Deprel::Advcl).find(when)?;
    let subjects = view.clause(met).subjects;
    Some(subjects.into_iter().filter(|&t| view.mention_of(t).is_some()).collect())
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
    let here =
        |(case, t): &(SmolStr, TokenIdx)| matches!(case.as_str(), "" | "at") || view.is_time(*t);
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
        matches!(case.as_str(), "" | "to" | "at" | "from" | "there") || view.is_time(*t)
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
