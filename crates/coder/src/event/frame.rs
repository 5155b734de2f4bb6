//! Whether a word fits what a row asks for: alone ("notice"), behind its preposition ("on/strike") or with a word that
//! modifies it ("notice/red").
//!
//! The lists are sorted cells of `events.tsv` and `event_nouns.tsv`; which words of a clause are looked at is
//! the business of [`super::verb`] and [`super::nominal`].

use crate::View;
use verbale_document::{Deprel, SmolStr, TokenIdx};

/// Whether a sorted list has the word of `head` behind its preposition ("on/strike").
pub fn is_phrase(view: &View<'_>, case: &str, head: TokenIdx, sorted: &[SmolStr]) -> bool {
    let phrase = |form: &SmolStr| SmolStr::from(format!("{case}/{form}"));
    view.forms(head).iter().any(|f| sorted.binary_search(&phrase(f)).is_ok())
}

/// Whether `head` is asked for, alone or behind its preposition.
pub fn is_object(view: &View<'_>, head: TokenIdx, sorted: &[SmolStr]) -> bool {
    let phrase = view.marker_of(head).is_some_and(|case| is_phrase(view, case, head, sorted));
    phrase || is_one_of(view, head, sorted)
}

/// Whether one of the forms of `head` is in a sorted list, alone or with a word that modifies it ("notice/red").
pub fn is_one_of(view: &View<'_>, head: TokenIdx, sorted: &[SmolStr]) -> bool {
    let modifier =
        |k: &TokenIdx| matches!(view.tree.token(*k).deprel, Deprel::Amod | Deprel::Compound);
    let modified = |word: &str| {
        let mut all = view.tree.children(head).iter().copied().filter(modifier);
        all.any(|k| view.is_lemma(k, word))
    };
    let fits = |form: &SmolStr| match sorted.binary_search(form) {
        Ok(_) => true,
        Err(at) => {
            let more = sorted[at..].iter().map_while(|s| s.strip_prefix(form.as_str()));
            more.filter_map(|rest| rest.strip_prefix('/')).any(modified)
        }
    };
    !sorted.is_empty() && (view.forms(head).iter().any(fits) || is_titled(view, head, sorted))
}

/// "*President* Ann Lee": whether the last word of the title before a person's name is asked for.
fn is_titled(view: &View<'_>, head: TokenIdx, sorted: &[SmolStr]) -> bool {
    let mention = view.actor_at(head).map(|m| view.doc.mention(m));
    let title = mention.filter(|m| m.head == head).and_then(|m| m.title);
    let before = title.filter(|t| t.end <= view.span(head).start);
    let last = before.and_then(|t| view.doc.tokens_in(t).last());
    last.is_some_and(|t| view.forms(t).iter().any(|f| sorted.binary_search(f).is_ok()))
}
