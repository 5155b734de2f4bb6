//! The tagger's names as the resolver takes them: without articles and titles, lists of places apart.

use super::find::{NameSpan, Sense};
use super::laid::Laid;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::is_possessive;
use verbale_document::{Name, NameLabel, TokenIdx};

/// The tagger's name without articles, possessive marks and titles; dates and amounts are none.
pub(super) fn tagged(laid: &Laid, name: &Name) -> Vec<NameSpan> {
    let sense = match name.label {
        NameLabel::Person => Sense::Person(None),
        NameLabel::Organisation => Sense::Organisation(None),
        NameLabel::Location | NameLabel::Facility => Sense::Location,
        NameLabel::Norp | NameLabel::Other => Sense::People,
        NameLabel::Time | NameLabel::Quantity => return Vec::new(),
    };
    let (mut first, mut end) = (name.first, name.end.min(laid.len()));
    while first < end && matches!(laid.word(first), "the" | "The" | "THE" | "a" | "A") {
        first += 1;
    }
    while end > first && (is_possessive(laid.word_before(end)) || laid.word_before(end) == ",") {
        end -= 1;
    }
    if name.label == NameLabel::Person {
        first = without_title(laid, first, end);
    }
    let party = matches!(laid.word(first), "D" | "R" | "I") && laid.word(first + 1) == "-";
    if party && first + 2 < end && matches!(sense, Sense::Person(_) | Sense::Location) {
        // "Robert Byrd, D-W.Va."
        return vec![found(laid, first + 2, end, Sense::Location)];
    }
    // "the Fijian city of", cut before the name
    let cut = sense == Sense::Location && end > first && laid.word_before(end) == "of";
    if first >= end || cut {
        return Vec::new();
    }
    let comma =
        (first + 1..end).find(|t| laid.word(*t) == ",").filter(|_| sense == Sense::Location);
    match comma.filter(|c| splits(laid, first, *c, end)) {
        Some(comma) => {
            vec![found(laid, first, comma, sense), found(laid, comma + 1, end, sense)]
        }
        None => vec![placed(laid, found(laid, first, whole(laid, first, end, sense), sense))],
    }
}

/// Where a town ends whose last word the tagger took for something else ("Novi *Sad*"): a longer name that
/// the gazetteer has.
fn whole(laid: &Laid, first: TokenIdx, end: TokenIdx, sense: Sense) -> TokenIdx {
    let next = laid.word(end);
    let capital = next.starts_with(char::is_uppercase) && next.chars().any(char::is_lowercase);
    let more = sense == Sense::Location && end < laid.len() && capital;
    let known = more && !laid.atlas.spots(&laid.words(first, end + 1)).is_empty();
    if known { end + 1 } else { end }
}

/// Whether "Paris, Texas" is two places: not where the tables know the whole ("Washington, D.C."),
/// and not before a state.
fn splits(laid: &Laid, first: TokenIdx, comma: TokenIdx, end: TokenIdx) -> bool {
    let state = |k: &NameSpan| matches!(k.sense, Sense::Known(Known::Territory(_)));
    comma + 1 < end
        && laid.atlas.spots(&laid.words(first, end)).is_empty()
        && !laid.known_from(comma + 1).is_some_and(state)
}

fn found(laid: &Laid, first: TokenIdx, end: TokenIdx, sense: Sense) -> NameSpan {
    NameSpan { first, end, span: laid.span(first, end), sense, weak: false }
}

/// A name after "in" or "near" that the tables know as a town is that town, whatever the tagger
/// thinks it is.
fn placed(laid: &Laid, found: NameSpan) -> NameSpan {
    let before = laid.word_before(found.first);
    let inside = matches!(before, "in" | "In" | "near" | "Near");
    let of_town =
        before == "of" && laid.atlas.place_words.town.contains(laid.word_before(found.first - 1));
    let town = of_town || inside && !laid.atlas.spots(laid.doc.slice(found.span)).is_empty();
    let doubtful = matches!(found.sense, Sense::Person(_) | Sense::Organisation(_));
    if town && doubtful { NameSpan { sense: Sense::Location, ..found } } else { found }
}

/// Steps over titles that the tagger took into a person's name ("FM Lavrov", "Mr. Kim").
pub(super) fn without_title(laid: &Laid, mut first: TokenIdx, end: TokenIdx) -> TokenIdx {
    loop {
        let state = laid.known_from(first).filter(|k| laid.role_from(k.end).is_some());
        let stop = if laid.tables.honorific(laid.word(first)).is_some() {
            first + 1
        } else if let Some((stop, _)) = laid.role_from(first) {
            stop
        } else if let Some(state) = state.filter(|k| !matches!(k.sense, Sense::Person(_))) {
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
