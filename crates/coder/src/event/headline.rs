//! Headlines in title case whose verb the tagger took for a name ("Chad Condemns Togo").
//!
//! Only for sentences that gave no event otherwise: a known actor or a crowd, right behind it a
//! capitalised form of a listed verb (the headline present, or "to" and an infinitive for what is to
//! come), and the first known actor behind that as the recipient. Trees are not trusted here: the words
//! that a row asks for as object count anywhere behind the verb, and rows that ask for a particle, a
//! passive or a complement clause are not tried.

use super::draft::Draft;
use super::frame;
use super::lexicon::{Entry, Index, WordClasses};
use crate::View;
use std::ops::Range;
use verbale_document::{Sentence, TokenIdx, Upos};

/// Weight of the rule.
const WEIGHT: f32 = 0.6;

/// The drafts of a title-case sentence.
pub fn drafts(
    view: &View<'_>,
    index: &Index,
    classes: &WordClasses,
    sentence: &Sentence,
) -> Vec<Draft> {
    if !is_title_case(view, sentence) {
        return Vec::new();
    }
    let words = sentence.tokens.clone();
    words.filter_map(|t| draft(view, index, classes, sentence, t)).take(1).collect()
}

/// Whether most words longer than three letters begin with a capital.
fn is_title_case(view: &View<'_>, sentence: &Sentence) -> bool {
    let words = sentence.tokens.clone().map(|t| view.doc.word(t));
    let long: Vec<&str> = words.filter(|w| w.chars().count() > 3).collect();
    let capital = long.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    capital >= 2 && capital * 4 > long.len() * 3
}

fn draft(
    view: &View<'_>,
    index: &Index,
    classes: &WordClasses,
    sentence: &Sentence,
    verb: TokenIdx,
) -> Option<Draft> {
    let before = verb.checked_sub(1).filter(|b| sentence.tokens.contains(b))?;
    let planned = view.is_lemma(before, "to");
    let left = before.checked_sub(u32::from(planned)).filter(|l| sentence.tokens.contains(l))?;
    let crowd = is_crowd(view, classes, left);
    let actor = view.actor_at(left).map(|m| view.doc.mention(m));
    let head = match actor {
        Some(m) if m.span.overlaps(view.span(verb)) => return None,
        Some(m) => m.head,
        None if crowd => left,
        None => return None,
    };
    let listed = listed_before(view, sentence, head);
    // A verb has parties of its own, but for those whom the tree takes for an apposition.
    let verb_alone = listed.is_empty() || !view.clause(verb).subjects.is_empty();
    if view.tree.token(verb).upos == Upos::Verb && verb_alone {
        return None;
    }
    let bare = planned || crowd || !listed.is_empty();
    let lemmas = headline_lemmas(view.doc.word(verb), bare)?;
    let behind = verb + 1..sentence.tokens.end;
    let entry = lemmas.iter().find_map(|l| entry(view, index.get(l.as_str())?, left, &behind))?;
    let by = format!("headline:{}", entry.lemma);
    let object = behind.clone().find(|&t| frame::is_object(view, t, &entry.objects));
    let trigger = std::iter::once(verb).chain(object).collect();
    let mut draft = Draft::new(entry, trigger, by, WEIGHT)?;
    draft.actors = listed.into_iter().chain([head]).collect();
    draft.recipients = recipient(view, sentence, verb).into_iter().collect();
    (draft.mood.future, draft.mood.arranged) = (planned, planned);
    Some(draft)
}

/// The names that stand before one in a list, as headlines write it ("*Chad*, Togo Sign Pact").
fn listed_before(view: &View<'_>, sentence: &Sentence, head: TokenIdx) -> Vec<TokenIdx> {
    let mention = |t: TokenIdx| view.actor_at(t).map(|m| view.doc.mention(m));
    let first = |t: TokenIdx| mention(t).map(|m| view.doc.tokens_in(m.span).start);
    let inside = |t: &TokenIdx| sentence.tokens.contains(t);
    let mut heads = Vec::new();
    let mut at = first(head);
    while let Some(mark) = at.and_then(|t| t.checked_sub(1)).filter(inside) {
        let joint = matches!(view.doc.word(mark), "," | "and" | "&");
        let before = mark.checked_sub(1).filter(inside).filter(|_| joint);
        let Some((name, m)) = before.and_then(|t| Some((t, mention(t)?))) else { break };
        at = first(name);
        heads.insert(0, m.head);
    }
    // "In Chad, Togo Signs Pact"
    let placed = at.and_then(|t| t.checked_sub(1)).filter(inside);
    if placed.is_some_and(|t| view.tree.token(t).upos == Upos::Adp) {
        heads.clear();
    }
    heads
}

/// Whether a word denotes many ("Rebels", "Police"), so that its verb has no ending.
fn is_crowd(view: &View<'_>, classes: &WordClasses, token: TokenIdx) -> bool {
    let is = |class: &str| view.forms(token).iter().any(|f| classes.is(class, f));
    let plural = view.tree.token(token).xpos.ends_with('S') || is("always-plural");
    plural && ["armed", "people", "quantity", "agent"].iter().any(|class| is(class))
}

/// What a capitalised word may be the headline form of: "Condemns", "Accuses", "Denies"; the bare
/// word after "to" and after a plural.
fn headline_lemmas(word: &str, bare: bool) -> Option<Vec<String>> {
    let lower = word.to_lowercase();
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    if bare {
        return Some(vec![lower]);
    }
    let stem = lower.strip_suffix('s')?;
    let mut all = vec![stem.to_string()];
    all.extend(stem.strip_suffix('e').map(str::to_string));
    all.extend(stem.strip_suffix("ie").map(|s| format!("{s}y")));
    Some(all)
}

/// The first of a verb's entries whose object and subject are there; none where it names no event.
fn entry<'i>(
    view: &View<'_>,
    entries: &'i [Entry],
    left: TokenIdx,
    behind: &Range<TokenIdx>,
) -> Option<&'i Entry> {
    let object = |e: &Entry| {
        e.objects.is_empty() || behind.clone().any(|t| frame::is_object(view, t, &e.objects))
    };
    let subject = |e: &Entry| e.subjects.is_empty() || frame::is_one_of(view, left, &e.subjects);
    let frame = |e: &Entry| e.particle.is_none() && !e.needs.governed && !e.needs.passive;
    entries.iter().find(|e| frame(e) && object(e) && subject(e)).filter(|e| e.kind.is_some())
}

/// The first known actor behind the verb, before a colon or a further clause.
fn recipient(view: &View<'_>, sentence: &Sentence, verb: TokenIdx) -> Option<TokenIdx> {
    let behind = (verb + 1..sentence.tokens.end).take_while(|&t| view.doc.word(t) != ":");
    let mention = behind.into_iter().find_map(|t| view.actor_at(t))?;
    Some(view.doc.mention(mention).head)
}
