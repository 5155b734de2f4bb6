//! States told by their region: "the West African country", "the Baltic nation", "the Himalayan kingdom".
//!
//! Such a noun means the state named last that lies in the region, as `regional.tsv` has it, other than the one that
//! does something to it. Does not resolve several ("the Baltic states") or a region itself.

use super::lexicon::{Anaphora, Refers};
use super::pair::agent;
use super::scene::Scene;
use verbale_document::{ActorCode, Form, Mention, MentionKind, SmolStr, TokenIdx};

/// Of how many mentions before it the state is looked for.
const FAR: usize = 300;
/// Words of the longest adjective.
const WORDS: TokenIdx = 4;

/// Links the noun at `at`, if the adjective of a region stands before it; whether a state was found.
pub(super) fn link(scene: &mut Scene, words: &Anaphora, at: TokenIdx) -> bool {
    let token = scene.tree.token(at);
    let state = words.noun(&token.lemma) == Some(Refers::Country) && token.xpos != "NNS";
    let own = scene.at(at).is_some_and(|m| m.head == at && m.form != Form::Demonym);
    if !state || own {
        return false;
    }
    let Some(states) = region_before(scene, words, at) else { return false };
    let actor = agent(scene, at);
    let phrase = scene.tree.subtree(at);
    let lies = |m: &&Mention| {
        let code = m.code.as_ref().filter(|_| m.kind == MentionKind::Country);
        let inside = |c: &ActorCode| states.iter().any(|s| s == c.country());
        // "the Central African state" is not told by its own adjective.
        let own = phrase.contains(&m.head);
        !own && code.is_some_and(|c| inside(c) && actor.as_ref() != Some(c))
    };
    let Some(found) = nearest(scene, at, lies).cloned() else { return false };
    scene.refer(at, Form::Nominal, &found, "coreference/region");
    true
}

/// The last mention before `at` that fits.
fn nearest<'s>(
    scene: &'s Scene,
    at: TokenIdx,
    fits: impl Fn(&&Mention) -> bool,
) -> Option<&'s Mention> {
    let before = scene.mentions.iter().filter(|m| m.head < at);
    let mut last: Vec<&Mention> = before.collect();
    last.sort_by_key(|m| std::cmp::Reverse(m.head));
    last.into_iter().take(FAR).find(fits)
}

/// The states of the region whose adjective stands before the noun at `at`, other adjectives aside.
fn region_before<'w>(scene: &Scene, words: &'w Anaphora, at: TokenIdx) -> Option<&'w [SmolStr]> {
    let first = at.saturating_sub(WORDS);
    let text = |from: TokenIdx, to: TokenIdx| {
        let span = scene.doc.token(from).span.cover(scene.doc.token(to).span);
        scene.doc.slice(span).to_lowercase()
    };
    let phrase = scene.tree.subtree(at);
    (first..at)
        .filter(|from| phrase.contains(from))
        .flat_map(|from| (from..at).rev().map(move |to| (from, to)))
        .find_map(|(from, to)| words.regional(&text(from, to)))
}
