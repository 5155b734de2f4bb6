//! Acts listed behind a colon ("the army's crimes: murder, torture and arrests", "its policies against Chad:
//! killing, deportation"), and acts in a list of parties.
//!
//! The members of such a list are in apposition to the noun before the colon (Quirk et al. 1985, 17.65): they
//! are done by those whose deeds it says they are, to those against whom. Only for members that name nobody
//! themselves, and only behind nouns for deeds (`@misdeed` of `classes.tsv`).

use super::draft::Draft;
use super::lexicon::WordClasses;
use crate::View;
use verbale_document::{Deprel, TokenIdx, Upos};

/// Prepositions before those to whom deeds are done.
const AGAINST: [&str; 6] = ["against", "on", "in", "throughout", "across", "of"];

/// Gives an act of a list the parties of what the list is of.
pub fn complete(view: &View<'_>, classes: &WordClasses, draft: &mut Draft, word: TokenIdx) {
    let Some((deeds, colon)) = deeds(view, classes, word) else { return };
    let verb = view.tree.token(word).upos == Upos::Verb;
    let named = |heads: &[TokenIdx]| heads.iter().any(|&t| view.names_somebody(t));
    if verb || !named(&draft.actors) {
        draft.actors = view.authors(deeds);
        let by = |t: &TokenIdx| view.names_somebody(*t);
        if draft.actors.is_empty() {
            draft.actors = view.nominal_modifiers(deeds, "of").into_iter().filter(by).collect();
        }
    }
    if named(&draft.recipients) {
        return;
    }
    // Other members of the list, which the tree may have as objects, are done by the same and undergo nothing.
    draft.recipients.retain(|&t| view.tree.token(t).deprel != Deprel::Conj);
    let above = view.tree.token(deeds).head.map(|v| view.clause(v).obliques).unwrap_or_default();
    let found = AGAINST.iter().find_map(|&case| {
        let own = view.nominal_modifiers(deeds, case).into_iter();
        let beside = above.iter().filter(|(c, t)| c == case && *t < colon).map(|&(_, t)| t);
        let all: Vec<TokenIdx> = own
            .chain(beside)
            .filter(|t| !draft.actors.contains(t) && view.names_somebody(*t))
            .collect();
        Some(all).filter(|a| !a.is_empty())
    });
    if let Some(found) = found {
        draft.recipients = found;
    }
}

/// Whether one of the heads of a slot is another act, which the tree has joined to somebody named ("aggression
/// against Chad and *sanctions* on Togo"), and no party; `names_act` tells which nouns name acts.
pub fn is_other_act(
    view: &View<'_>,
    all: &[TokenIdx],
    head: TokenIdx,
    names_act: impl Fn(TokenIdx) -> bool,
) -> bool {
    let token = view.tree.token(head);
    token.deprel == Deprel::Conj
        && token.upos == Upos::Noun
        && view.mention_of(head).is_none()
        && view.tree.child(head, Deprel::NmodPoss).is_none()
        && all.iter().any(|&other| other != head && view.mention_of(other).is_some())
        && names_act(head)
}

/// The noun for deeds before the colon that opens the list of which `word` is a member, and the colon.
fn deeds(view: &View<'_>, classes: &WordClasses, word: TokenIdx) -> Option<(TokenIdx, TokenIdx)> {
    let bare = match view.tree.token(word).upos {
        Upos::Noun => true,
        Upos::Verb => view.tree.token(word).xpos == "VBG",
        _ => false,
    };
    let mut first = word;
    while view.tree.token(first).deprel == Deprel::Conj {
        first = view.tree.token(first).head?;
    }
    let colon = view.tree.subtree(first).into_iter().find(|&t| !view.is_lemma(t, ":"))?;
    let colon = colon.checked_sub(1).filter(|&t| bare && view.doc.word(t) == ":")?;
    let before = colon.checked_sub(1)?;
    let above: Vec<TokenIdx> = std::iter::once(before).chain(view.tree.ancestors(before)).collect();
    let deed = |t: &TokenIdx| *t < colon && classes.is_word(view, "misdeed", *t);
    let phrase = above.iter().copied().find(deed);
    let noun = phrase.or_else(|| {
        let verb = above.iter().copied().find(|&t| view.tree.token(t).upos == Upos::Verb)?;
        let clause = view.clause(verb);
        view.logical_objects(&clause).iter().copied().rfind(deed)
    })?;
    Some((noun, colon))
}
