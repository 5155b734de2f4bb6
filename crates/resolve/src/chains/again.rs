//! Role nouns again: "the embassy" after "the Saudi embassy", "the troops" after "Turkish troops", "the
//! gunmen" after a named armed group, "officers" after "police".
//!
//! A definite role noun whose state the text does not name means those of that name whose state it has
//! told, before the state where the story plays. Does not look at what names an entity; [`super::nominal`]
//! does.

use super::nominal::{is_definite, is_modified};
use super::scene::{SAID, Scene};
use verbale_document::{ActorCode, Deprel, Form, Mention, MentionKind, TokenIdx};

/// How many sentences back armed men are looked for.
const LATELY: u32 = 3;

/// "the embassy" after "Saudi Arabia's embassy", "the troops" after "Turkish troops", "the minister" after
/// "the Dutch finance minister": the last mention of the same noun that says whose it is.
pub(super) fn same_noun(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    said_before(scene, at)?.into_iter().next().or_else(|| finer_before(scene, at)).cloned()
}

/// "the officials" after "police officials": the last mention of the noun within the sentences before,
/// where other words of its role stand before it.
fn finer_before<'s>(scene: &'s Scene, at: TokenIdx) -> Option<&'s Mention> {
    let own = scene.at(at)?;
    let words = |m: &Mention| scene.doc.slice(m.span).to_lowercase();
    let noun = words(own);
    let here = scene.doc.sentence_at(scene.tree.token(at).span.start)?;
    let first = scene.sentence(here.saturating_sub(LATELY)).tokens.start;
    let role = |m: &&Mention| m.form == Form::Nominal && m.by == own.by && m.kind == own.kind;
    let same =
        |m: &&Mention| m.head < at && m.head >= first && role(m) && words(m).ends_with(&noun);
    let last = scene.mentions.iter().filter(same).max_by_key(|m| m.head)?;
    (words(last).len() > noun.len()).then_some(last)
}

/// The mentions of the role noun at `at` that say whose it is, the nearest first.
fn said_before<'s>(scene: &'s Scene, at: TokenIdx) -> Option<Vec<&'s Mention>> {
    let own = scene.at(at).filter(|m| is_open(m))?;
    let words = |m: &Mention| scene.doc.slice(m.span).to_lowercase();
    let noun = words(own);
    let last = noun.split_whitespace().next_back()?;
    let same = |m: &&Mention| m.kind == own.kind && words(m).ends_with(&noun);
    Some(scene.said(last, at).filter(same).collect())
}

/// "Prosecutors" after "Danish prosecutors", of whom alone the text has spoken: those of the one state
/// that it has told.
fn only_state(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    let said = said_before(scene, at)?;
    let state = |m: &Mention| scene.code_of(m).and_then(|c| c.state().map(str::to_string));
    let first = *said.first()?;
    let one = state(first).is_some() && said.iter().all(|m| state(m) == state(first));
    one.then(|| first.clone())
}

/// Whether nothing but words like "said" stands by a noun: no article, number or adjective.
fn is_bare(scene: &Scene, at: TokenIdx) -> bool {
    let own = |k: &TokenIdx| scene.index_at(*k) == scene.index_at(at);
    let punct = |k: &TokenIdx| scene.tree.token(*k).deprel == Deprel::Punct;
    let kids = scene.tree.children(at).iter();
    kids.filter(|k| **k < at).all(|k| own(k) || punct(k))
}

/// Whether the text has not said whose a role noun is.
pub(super) fn is_open(mention: &Mention) -> bool {
    let nobody = mention.entity.is_none() && mention.members.is_empty();
    mention.form == Form::Nominal && nobody && mention.confidence < SAID
}

/// "the troops", "these rebels": those of that name whose state the text has told; armed men are the
/// armed men of whom it spoke last.
pub(super) fn several(scene: &mut Scene, at: TokenIdx) {
    let open = scene.at(at).is_some_and(is_open);
    if !open || is_modified(scene, at) {
        return;
    }
    if is_bare(scene, at)
        && let Some(antecedent) = only_state(scene, at)
    {
        return adopt(scene, at, antecedent);
    }
    if !is_definite(scene, at) {
        return;
    }
    if let Some(antecedent) = same_noun(scene, at).or_else(|| armed_before(scene, at)) {
        adopt(scene, at, antecedent);
    }
}

/// Gives a role noun whose state was but guessed that of an earlier one.
pub(super) fn adopt(scene: &mut Scene, at: TokenIdx, earlier: Mention) {
    let code = scene.code_of(&earlier);
    let Some(i) = scene.index_at(at) else { return };
    let mention = &mut scene.mentions[i];
    mention.members = earlier.members;
    mention.entity = earlier.entity;
    mention.code = code.or(mention.code.take());
}

/// The armed group that was named last before armed men without a name, in this sentence or the three
/// before it.
fn armed_before(scene: &Scene, at: TokenIdx) -> Option<Mention> {
    let armed = |m: &Mention| {
        let code = scene.code_of(m);
        let band = |s: &str| matches!(s, "REB" | "UAF" | "CRM" | "PRM");
        code.is_some_and(|c| c.sector().is_some_and(band))
    };
    if !scene.at(at).is_some_and(armed) {
        return None;
    }
    let here = scene.doc.sentence_at(scene.tree.token(at).span.start)?;
    let first = scene.sentence(here.saturating_sub(LATELY)).tokens.start;
    let before = |m: &&Mention| m.head < at && m.head >= first && armed(m) && !is_idle(scene, m);
    scene.mentions.iter().filter(before).max_by_key(|m| m.head).cloned()
}

/// "Officers", without a word of what they are: of the police or the army that was named last, in this
/// sentence or the three before it. "Officers of the army" are those of that army.
pub(super) fn of_force(scene: &mut Scene, at: TokenIdx) {
    let bare = |k: &TokenIdx| {
        let rel = scene.tree.token(*k).deprel;
        matches!(rel, Deprel::Det | Deprel::Punct | Deprel::Case | Deprel::Nummod)
    };
    let told = scene.tree.children(at).iter().any(|k| *k < at && !bare(k));
    let Some(here) = scene.doc.sentence_at(scene.tree.token(at).span.start) else { return };
    let first = scene.sentence(here.saturating_sub(LATELY)).tokens.start;
    let force = |m: &&Mention| {
        let armed = |c: ActorCode| c.state().is_some() && matches!(c.sector(), Some("COP" | "MIL"));
        scene.code_of(m).is_some_and(armed)
    };
    let before = |m: &&Mention| m.head < at && m.head >= first && force(m);
    let found = if is_modified(scene, at) {
        let phrase = scene.tree.subtree(at);
        scene.mentions.iter().find(|m| m.head > at && phrase.contains(&m.head) && force(m))
    } else {
        scene.mentions.iter().filter(before).max_by_key(|m| m.head)
    };
    let code = found.and_then(|m| scene.code_of(m));
    if code.is_none() || told || scene.at(at).is_some() {
        return;
    }
    let span = scene.tree.token(at).span;
    let group = Mention { code, ..Mention::new(span, at, MentionKind::Group, Form::Nominal) };
    scene.refer(at, Form::Nominal, &group, "coreference/force");
}

/// Whether a mention only stands for another, or is part of a longer phrase.
fn is_idle(scene: &Scene, mention: &Mention) -> bool {
    mention.form == Form::Pronoun || scene.tree.token(mention.head).deprel == Deprel::Compound
}
