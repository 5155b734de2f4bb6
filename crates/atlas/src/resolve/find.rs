//! The atlas's names and the tagger's names, laid over the text.

use super::Resolver;
use crate::gazetteer::Known;
use verbale_document::{Name, NameLabel, Span, TokenIdx};

/// A stretch of tokens that names something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub first: TokenIdx,
    pub end: TokenIdx,
    pub span: Span,
    pub what: What,
}

/// What it names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// A row of a table.
    Known(Known),
    /// A person, perhaps one the tables know by full name.
    Person(Option<usize>),
    /// An organisation that the tables do not know, and what they know inside its name.
    Organisation(Option<Known>),
    /// A place.
    Location,
}

/// All names of the document, by position, without overlaps.
pub(crate) fn find(r: &Resolver) -> Vec<Found> {
    let known = known_names(r);
    let mut out: Vec<Found> = Vec::new();
    let mut used = vec![false; known.len()];
    for name in r.doc.names.as_deref().unwrap_or(&[]) {
        let Some(tagged) = tagged(r, name) else { continue };
        let inside: Vec<usize> = (0..known.len())
            .filter(|&i| known[i].first < tagged.end && tagged.first < known[i].end)
            .collect();
        if let Some(winner) = settle(r, &tagged, name.label, &inside, &known) {
            inside.iter().for_each(|&i| used[i] = true);
            out.push(winner);
        }
    }
    out.extend(known.iter().zip(&used).filter(|(_, used)| !**used).map(|(k, _)| *k));
    out.sort_by_key(|f| (f.first, f.end));
    out
}

/// The tagger's name, where it stands against the table's names in it; `None` where theirs do.
fn settle(
    r: &Resolver,
    tagged: &Found,
    label: NameLabel,
    inside: &[usize],
    known: &[Found],
) -> Option<Found> {
    let Some(&first) = inside.first() else { return Some(*tagged) };
    let k = known[first];
    let What::Known(row) = k.what else { return None };
    let longer = tagged.end - tagged.first > k.end - k.first;
    let same = !longer && k.first == tagged.first;
    match row {
        Known::Person(i) if label == NameLabel::Person => {
            let what = What::Person(Some(i));
            Some(Found { what, ..k })
        }
        Known::Territory(_) | Known::Seat(_) if same && label == NameLabel::Person => {
            (is_given_name(r, tagged) && is_part_of_person(r, tagged)).then_some(*tagged)
        }
        _ if longer && same_start(&k, tagged) && r.in_title(tagged.span) => None,
        Known::Territory(_) | Known::Demonym(_) | Known::Seat(_) if longer => match label {
            NameLabel::Organisation => {
                Some(Found { what: What::Organisation(Some(row)), ..*tagged })
            }
            NameLabel::Person if k.first > tagged.first || is_given_name(r, &k) => Some(*tagged),
            NameLabel::Location => Some(*tagged),
            _ => None,
        },
        Known::Body(_) | Known::Group(_) if longer && label == NameLabel::Organisation => {
            Some(Found { what: What::Organisation(Some(row)), ..*tagged })
        }
        _ => None,
    }
}

fn same_start(a: &Found, b: &Found) -> bool {
    a.first == b.first
}

/// Whether the word is part of a longer person's name somewhere in the document.
fn is_part_of_person(r: &Resolver, found: &Found) -> bool {
    let word = r.doc.word(found.first);
    r.doc.names.as_deref().unwrap_or(&[]).iter().any(|n| {
        let longer = n.label == NameLabel::Person && n.end - n.first > 1;
        longer && (n.first..n.end).any(|t| r.doc.word(t) == word)
    })
}

/// States whose names are given to people as well.
fn is_given_name(r: &Resolver, found: &Found) -> bool {
    matches!(
        r.doc.word(found.first),
        "Jordan"
            | "Chad"
            | "Georgia"
            | "Israel"
            | "Kenya"
            | "India"
            | "China"
            | "Cyprus"
            | "Paris"
            | "London"
            | "Washington"
            | "Victoria"
            | "Ireland"
            | "Holland"
            | "Vienna"
            | "Lima"
            | "Kingston"
            | "Jamestown"
            | "Hamilton"
            | "Santiago"
            | "Sofia"
            | "Malabo"
            | "Roseau"
    )
}

fn tagged(r: &Resolver, name: &Name) -> Option<Found> {
    let what = match name.label {
        NameLabel::Person => What::Person(None),
        NameLabel::Organisation => What::Organisation(None),
        NameLabel::Location => What::Location,
        NameLabel::Norp | NameLabel::Other => return None,
    };
    let (mut first, mut end) = (name.first, name.end.min(r.tokens.len() as TokenIdx));
    while first < end && matches!(r.doc.word(first), "the" | "The" | "a" | "A") {
        first += 1;
    }
    while end > first && matches!(r.doc.word(end - 1), "'s" | "’s" | "'" | "’") {
        end -= 1;
    }
    if name.label == NameLabel::Person {
        first = without_title(r, first, end);
    }
    let after = (first + 1..end).rev().find(|&t| is_town_of(r, t));
    first = after.unwrap_or(first);
    let what = if is_town_of(r, first) { What::Location } else { what };
    (first < end).then(|| Found { first, end, span: span(r, first, end), what })
}

/// Whether "city of" or the like stands before a token.
fn is_town_of(r: &Resolver, token: TokenIdx) -> bool {
    token >= 2
        && r.doc.word(token - 1) == "of"
        && matches!(
            r.doc.word(token - 2),
            "city" | "town" | "village" | "port" | "capital" | "district" | "province" | "suburb"
        )
}

/// Steps over a title that the tagger took into a person's name ("FM Lavrov").
fn without_title(r: &Resolver, first: TokenIdx, end: TokenIdx) -> TokenIdx {
    let title = |stop: &TokenIdx| {
        r.role_ending_at(*stop).is_some_and(|(start, _)| start == first)
            || (*stop == first + 1 && r.atlas.roles.honorific(r.doc.word(first)).is_some())
    };
    let stop = (first + 1..end).rev().find(title);
    stop.map_or(first, |stop| without_title(r, stop, end))
}

fn span(r: &Resolver, first: TokenIdx, end: TokenIdx) -> Span {
    r.tokens[first as usize].span.cover(r.tokens[end as usize - 1].span)
}

/// Names of the tables, left to right, the longest at each place.
fn known_names(r: &Resolver) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at: TokenIdx = 0;
    while (at as usize) < r.tokens.len() {
        match known_at(r, at) {
            Some(found) => {
                at = found.end;
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

fn known_at(r: &Resolver, at: TokenIdx) -> Option<Found> {
    let start = r.tokens[at as usize].span.start as usize;
    let text = &r.doc.text()[start..];
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || text.starts_with("euro");
    if !text.starts_with(begins) && !text.starts_with("al-") && !text.starts_with("al ") {
        return None;
    }
    let (known, len) = r.atlas.names.longest(text)?;
    let tokens = r.doc.tokens_in(Span::new(start, start + len));
    let last = tokens.end.checked_sub(1)?;
    let end = r.tokens[last as usize].span.end as usize;
    let span = Span::new(start, start + len);
    (end == start + len).then_some(Found {
        first: at,
        end: tokens.end,
        span,
        what: if let Known::Person(i) = known { What::Person(Some(i)) } else { What::Known(known) },
    })
}
