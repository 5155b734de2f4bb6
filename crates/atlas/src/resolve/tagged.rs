//! The tagger's names as the resolver takes them: without articles and titles, lists of places apart.

use super::find::{Found, What};
use super::view::View;
use crate::tables::known::Known;
use verbale_document::{Name, NameLabel, TokenIdx};

/// The tagger's name without articles, possessive marks and titles; dates and amounts are none.
pub(super) fn tagged(view: &View, name: &Name) -> Vec<Found> {
    let what = match name.label {
        NameLabel::Person => What::Person(None),
        NameLabel::Organisation => What::Organisation(None),
        NameLabel::Location | NameLabel::Facility => What::Location,
        NameLabel::Norp | NameLabel::Other => What::People,
        NameLabel::Time | NameLabel::Quantity => return Vec::new(),
    };
    let (mut first, mut end) = (name.first, name.end.min(view.len()));
    while first < end && matches!(view.word(first), "the" | "The" | "THE" | "a" | "A") {
        first += 1;
    }
    while end > first && matches!(view.word_before(end), "'s" | "’s" | "'" | "’" | ",") {
        end -= 1;
    }
    if name.label == NameLabel::Person {
        first = without_title(view, first, end);
    }
    let party = matches!(view.word(first), "D" | "R" | "I") && view.word(first + 1) == "-";
    if party && first + 2 < end && matches!(what, What::Person(_) | What::Location) {
        // "Robert Byrd, D-W.Va."
        return vec![found(view, first + 2, end, What::Location)];
    }
    if first >= end {
        return Vec::new();
    }
    let comma = (first + 1..end).find(|t| view.word(*t) == ",").filter(|_| what == What::Location);
    match comma.filter(|c| splits(view, first, *c, end)) {
        Some(comma) => {
            vec![found(view, first, comma, what), found(view, comma + 1, end, what)]
        }
        None => vec![placed(view, found(view, first, end, what))],
    }
}

/// Whether "Paris, Texas" is two places: not where the tables know the whole ("Washington, D.C."),
/// and not before a state.
fn splits(view: &View, first: TokenIdx, comma: TokenIdx, end: TokenIdx) -> bool {
    let state = |k: &Found| matches!(k.what, What::Known(Known::Territory(_)));
    comma + 1 < end
        && view.atlas.spots(&view.words(first, end)).is_empty()
        && !view.known_from(comma + 1).is_some_and(state)
}

fn found(view: &View, first: TokenIdx, end: TokenIdx, what: What) -> Found {
    Found { first, end, span: view.span(first, end), what, weak: false }
}

/// A name after "in" or "near" that the tables know as a town is that town, whatever the tagger
/// thinks it is.
fn placed(view: &View, found: Found) -> Found {
    let before = view.word_before(found.first);
    let inside = matches!(before, "in" | "In" | "near" | "Near");
    let of_town =
        before == "of" && view.atlas.words.town.contains(view.word_before(found.first - 1));
    let town = of_town || inside && !view.atlas.spots(view.doc.slice(found.span)).is_empty();
    let doubtful = matches!(found.what, What::Person(_) | What::Organisation(_));
    if town && doubtful { Found { what: What::Location, ..found } } else { found }
}

/// Steps over titles that the tagger took into a person's name ("FM Lavrov", "Mr. Kim").
pub(super) fn without_title(view: &View, mut first: TokenIdx, end: TokenIdx) -> TokenIdx {
    loop {
        let state = view.known_from(first).filter(|k| view.role_from(k.end).is_some());
        let stop = if view.atlas.roles.honorific(view.word(first)).is_some() {
            first + 1
        } else if let Some((stop, _)) = view.role_from(first) {
            stop
        } else if let Some(state) = state.filter(|k| !matches!(k.what, What::Person(_))) {
            state.end
        } else {
            return first;
        };
        if stop >= end {
            return first;
        }
        first = stop;
    }
}
