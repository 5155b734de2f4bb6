//! Headlines in title case whose verb the tagger took for a name ("Chad Condemns Togo").
//!
//! Only for sentences that gave no event otherwise: a known actor, right behind it a capitalised
//! form of a listed verb (the headline present, or "to" and an infinitive for what is to come), and
//! the first known actor behind that as the recipient. Trees are not trusted here.

use super::draft::Draft;
use super::lexicon::{Entry, Index};
use super::slot::Slot;
use crate::View;
use verbale_document::{Sentence, TokenIdx, Upos};

/// Confidence of the rule.
const WEIGHT: f32 = 0.6;

/// The drafts of a title-case sentence.
pub fn drafts(view: &View<'_>, index: &Index, sentence: &Sentence) -> Vec<Draft> {
    if !is_title_case(view, sentence) {
        return Vec::new();
    }
    let verbs = sentence.tokens.clone().filter(|&t| view.tree.token(t).upos != Upos::Verb);
    verbs.filter_map(|t| draft(view, index, sentence, t)).take(1).collect()
}

/// Whether most words longer than three letters begin with a capital.
fn is_title_case(view: &View<'_>, sentence: &Sentence) -> bool {
    let words = sentence.tokens.clone().map(|t| view.doc.word(t));
    let long: Vec<&str> = words.filter(|w| w.chars().count() > 3).collect();
    let capital = long.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    capital >= 2 && capital * 4 > long.len() * 3
}

fn draft(view: &View<'_>, index: &Index, sentence: &Sentence, verb: TokenIdx) -> Option<Draft> {
    let before = verb.checked_sub(1).filter(|b| sentence.tokens.contains(b))?;
    let planned = view.is_lemma(before, "to");
    let left = before.checked_sub(u32::from(planned)).filter(|l| sentence.tokens.contains(l))?;
    let actor = view.actor_at(left)?;
    if view.doc.mention(actor).span.overlaps(view.span(verb)) {
        return None;
    }
    let lemma = headline_lemma(view.doc.word(verb), planned)?;
    let entry = lemma.iter().find_map(|l| plain(index, l))?;
    let by = format!("headline:{}", entry.lemma);
    let mut draft = Draft::new(entry, vec![verb], by, WEIGHT)?;
    draft.actors = vec![view.doc.mention(actor).head];
    draft.recipients = recipient(view, sentence, verb).into_iter().collect();
    draft.mood.future = planned;
    Some(draft)
}

/// What a capitalised word may be the headline form of: "Condemns", "Accuses", "Denies"; the bare
/// word after "to".
fn headline_lemma(word: &str, planned: bool) -> Option<Vec<String>> {
    let lower = word.to_lowercase();
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    if planned {
        return Some(vec![lower]);
    }
    let stem = lower.strip_suffix('s')?;
    let mut all = vec![stem.to_string()];
    all.extend(stem.strip_suffix('e').map(str::to_string));
    all.extend(stem.strip_suffix("ie").map(|s| format!("{s}y")));
    Some(all)
}

/// The entry of a verb that takes any object.
fn plain<'i>(index: &'i Index, lemma: &str) -> Option<&'i Entry> {
    index.get(lemma)?.iter().find(|e| {
        e.objects.is_empty()
            && e.subjects.is_empty()
            && e.particle.is_none()
            && e.recipient.first() == Some(&Slot::Object)
    })
}

/// The first known actor behind the verb, before a colon or a further clause.
fn recipient(view: &View<'_>, sentence: &Sentence, verb: TokenIdx) -> Option<TokenIdx> {
    let behind = (verb + 1..sentence.tokens.end).take_while(|&t| view.doc.word(t) != ":");
    let mention = behind.into_iter().find_map(|t| view.actor_at(t))?;
    Some(view.doc.mention(mention).head)
}
