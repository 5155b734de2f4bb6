//! The atlas's names and the tagger's names, laid over the text.

use super::laid::Laid;
use super::short_form::capitals_of;
use super::tagged::{tagged, without_title};
use rustc_hash::FxHashSet;
use verbale_atlas::tables::key::key;
use verbale_atlas::tables::known::Known;
use verbale_document::folding::fold;
use verbale_document::{Deprel, MentionKind, Name, NameLabel, Span, TokenIdx, Upos};

/// A stretch of tokens that names something.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct NameSpan {
    pub first: TokenIdx,
    pub end: TokenIdx,
    pub span: Span,
    pub sense: Sense,
    /// A table's name that is a common word as well.
    pub weak: bool,
}

impl NameSpan {
    /// Whether it names an organisation in several words.
    pub(crate) fn names_body(&self) -> bool {
        use Known::{Body, Group, Seat};
        let body = matches!(
            self.sense,
            Sense::Organisation(_) | Sense::Known(Seat(_) | Body(_) | Group(_))
        );
        body && self.end - self.first > 1
    }
}

/// What it names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sense {
    /// A row of a table.
    Known(Known),
    /// A person, perhaps one the tables know by full name.
    Person(Option<usize>),
    /// An organisation that the tables do not know, and what they know inside its name.
    Organisation(Option<Known>),
    /// A place.
    Location,
    /// A people, faith or following.
    People,
}

/// All names of the document, by position, without overlaps.
pub(crate) fn settle(laid: &Laid) -> Vec<NameSpan> {
    let Some(names) = laid.doc.names.as_deref() else { return laid.known.clone() };
    let persons = words_of_persons(laid, names);
    let mut out: Vec<NameSpan> = Vec::new();
    let mut rest = laid.known.as_slice();
    for (tagged, name) in
        names.iter().flat_map(|n| tagged(laid, n).into_iter().map(move |t| (t, n)))
    {
        let before = rest.partition_point(|k| k.end <= tagged.first);
        out.extend(rest[..before].iter().filter(|k| !k.weak));
        let inside = before + rest[before..].partition_point(|k| k.first < tagged.end);
        settle_one(laid, &tagged, name.label, &rest[before..inside], &persons, &mut out);
        rest = &rest[inside..];
    }
    out.extend(rest.iter().filter(|k| !k.weak));
    out.retain(|f| !begins_office(laid, f));
    add_repeated(laid, names, &mut out);
    take_for_persons(laid, names, &persons, &mut out);
    leave_titles(laid, &mut out);
    take_for_places(laid, &persons, &mut out);
    add_towns(laid, &mut out);
    join_nicknames(laid, &mut out);
    take_for_bodies(laid, &mut out);
    out
}

/// "the town of Bled": what is said to be a town is one, though the tagger saw no name.
fn add_towns(laid: &Laid, found: &mut Vec<NameSpan>) {
    let capital = |t: TokenIdx| laid.word(t).starts_with(char::is_uppercase);
    let mut taken = vec![false; laid.tokens.len()];
    for item in found.iter() {
        taken[item.first as usize..item.end as usize].fill(true);
    }
    let free = |t: TokenIdx| !taken[t as usize];
    let town = |t: TokenIdx| {
        let noun = laid.word(t + 1) == "of" && laid.atlas.place_words.town.contains(laid.word(t));
        noun && capital(t + 2) && free(t + 2)
    };
    let whole = |t: TokenIdx| {
        let first = t + 2;
        let end = (first + 1..laid.len()).find(|t| !(capital(*t) && free(*t)));
        let end = end.unwrap_or(first + 1);
        let span = laid.span(first, end);
        NameSpan { first, end, span, sense: Sense::Location, weak: false }
    };
    let all: Vec<NameSpan> =
        (0..laid.len().saturating_sub(2)).filter(|t| town(*t)).map(whole).collect();
    if !all.is_empty() {
        found.extend(all);
        found.sort_by_key(|f| f.first);
    }
}

/// "ED" is nobody where "the Enforcement Directorate" is named.
fn take_for_bodies(laid: &Laid, found: &mut [NameSpan]) {
    let bodies = found.iter().filter(|f| f.names_body());
    let short: FxHashSet<String> = bodies.map(|f| capitals_of(laid.text(f))).collect();
    for item in found.iter_mut().filter(|f| f.sense == Sense::Person(None)) {
        let capitals = laid.text(item).chars().all(char::is_uppercase);
        if item.end - item.first == 1 && capitals && short.contains(laid.text(item)) {
            item.sense = Sense::Organisation(None);
        }
    }
}

/// "José “Pepe” Mujica" is one name.
fn join_nicknames(laid: &Laid, found: &mut Vec<NameSpan>) {
    let mut i = 0;
    while i + 1 < found.len() {
        if let Some((last, whole)) = nicknamed(laid, found, i) {
            found[i] = whole;
            found.drain(i + 1..=last);
        }
        i += 1;
    }
}

/// The name that goes on behind a word in quotation marks: its last part, and the whole.
fn nicknamed(laid: &Laid, found: &[NameSpan], i: usize) -> Option<(usize, NameSpan)> {
    let person = |f: &NameSpan| matches!(f.sense, Sense::Person(_));
    let quote = |t: TokenIdx| matches!(laid.word(t), "“" | "”" | "\"" | "''" | "``" | "‘" | "’");
    let first = found[i];
    if !person(&first) || !quote(first.end) {
        return None;
    }
    let close = (first.end + 2..=first.end + 3).find(|t| quote(*t))?;
    let last = found[i + 1..].iter().position(|f| f.first > close)? + i + 1;
    let rest = found[last];
    if rest.first != close + 1 || !person(&rest) {
        return None;
    }
    let name = format!("{} {}", laid.text(&first), laid.text(&rest));
    let known = laid.atlas.known(&fold(&name)).find_map(|k| match k {
        Known::Person(at) => Some(at),
        _ => None,
    });
    let span = laid.span(first.first, rest.end);
    Some((last, NameSpan { end: rest.end, span, sense: Sense::Person(known), ..first }))
}

/// The tables have "Pope Francis" and "King Salman" as names: the title is no part of them.
fn leave_titles(laid: &Laid, found: &mut [NameSpan]) {
    for item in found.iter_mut().filter(|f| matches!(f.sense, Sense::Person(Some(_)))) {
        let first = without_title(laid, item.first, item.end);
        *item = NameSpan { first, span: laid.span(first, item.end), ..*item };
    }
}

/// "FM Karimov" and "Karimov" are no organisations where "Jasur Karimov" is named, and "Sheikh Sabah" no place where
/// "Sabah Al-Khaled" is.
fn take_for_persons(
    laid: &Laid,
    names: &[Name],
    persons: &FxHashSet<&str>,
    found: &mut [NameSpan],
) {
    let surnames: FxHashSet<&str> = surnames(laid, names).collect();
    let place = |f: &NameSpan| {
        matches!(f.sense, Sense::Location | Sense::Known(Known::Region(_) | Known::Seat(_)))
    };
    for item in found.iter_mut().filter(|f| place(f)) {
        let titled = laid.tables.honorific(laid.word_before(item.first)).is_some();
        let speaks = item.end - item.first == 1
            && surnames.contains(laid.word(item.first))
            && says(laid, item.first);
        let named = (item.first..item.end).all(|t| persons.contains(laid.word(t)));
        if titled && named || speaks {
            item.sense = Sense::Person(None);
        }
    }
    for item in found.iter_mut().filter(|f| f.sense == Sense::Organisation(None)) {
        let first = without_title(laid, item.first, item.end);
        let surname = item.end - item.first == 1
            && surnames.contains(laid.word(item.first))
            && !matches!(laid.word_before(item.first), "the" | "The");
        if surname {
            item.sense = Sense::Person(None);
        }
        if first > item.first && (first..item.end).all(|t| persons.contains(laid.word(t))) {
            let span = laid.span(first, item.end);
            *item = NameSpan { first, span, sense: Sense::Person(None), ..*item };
        }
    }
}

/// Adds the surnames that the tagger overlooked, of persons whom it found by their full names.
fn add_repeated(laid: &Laid, names: &[Name], out: &mut Vec<NameSpan>) {
    let surnames: FxHashSet<&str> = surnames(laid, names).collect();
    let mut covered = vec![false; laid.tokens.len()];
    let spans = out.iter().map(|f| f.first..f.end).chain(names.iter().map(|n| n.first..n.end));
    spans.flatten().filter(|t| *t < laid.len()).for_each(|t| covered[t as usize] = true);
    let towns: FxHashSet<String> = places_of(laid, out).collect();
    let proper = |t: TokenIdx| {
        t < laid.len() && laid.tokens[t as usize].upos == Upos::Propn && !covered[t as usize]
    };
    for t in 0..laid.len() {
        let alone = proper(t) && !proper(t + 1) && !(t > 0 && proper(t - 1));
        if !alone || laid.word(t).len() <= 3 {
            continue;
        }
        let surname = surnames.contains(laid.word(t)).then_some(Sense::Person(None));
        let town = || towns.contains(&key(laid.word(t))).then_some(Sense::Location);
        if let Some(sense) = surname.or_else(town) {
            let span = laid.span(t, t + 1);
            out.push(NameSpan { first: t, end: t + 1, span, sense, weak: false });
        }
    }
    out.sort_by_key(|f| f.first);
}

/// Keys of the names that the tagger takes for places and the tables know.
fn places_of<'a>(laid: &'a Laid, found: &'a [NameSpan]) -> impl Iterator<Item = String> + 'a {
    let places = found.iter().filter(|f| f.sense == Sense::Location).map(|f| laid.text(f));
    places.filter(|name| !laid.atlas.spots(name).is_empty()).map(key)
}

/// One name is one thing: what the tagger takes for a place elsewhere in the document is no person,
/// unless somebody of that name is there as well.
fn take_for_places(laid: &Laid, persons: &FxHashSet<&str>, found: &mut [NameSpan]) {
    let places: FxHashSet<String> = places_of(laid, found).collect();
    for item in found.iter_mut().filter(|f| f.sense == Sense::Person(None)) {
        let free = (item.first..item.end).all(|t| !persons.contains(laid.word(t)));
        let bare = !laid.has_title_before(item.first)
            && !matches!(laid.word_before(item.first), "the" | "The")
            && !laid.word(item.end).starts_with('\'');
        if free && bare && places.contains(&key(laid.text(item))) {
            item.sense = Sense::Location;
        }
    }
}

/// The tagger's names of persons of more than one word.
fn full_names(names: &[Name]) -> impl Iterator<Item = &Name> {
    names.iter().filter(|n| n.label == NameLabel::Person && n.end > n.first + 1)
}

/// Their last words.
fn surnames<'d>(laid: &Laid<'d>, names: &[Name]) -> impl Iterator<Item = &'d str> {
    full_names(names).map(|n| laid.word_before(n.end.min(laid.len())))
}

/// Words of the tagger's longer names of persons: "Jordan" is a man where "Jordan Henderson" is.
fn words_of_persons<'d>(laid: &Laid<'d>, names: &[Name]) -> FxHashSet<&'d str> {
    full_names(names).flat_map(|n| (n.first..n.end.min(laid.len())).map(|t| laid.word(t))).collect()
}

/// Decides between the tagger's name and the table's names in it.
fn settle_one(
    laid: &Laid,
    tagged: &NameSpan,
    label: NameLabel,
    known: &[NameSpan],
    persons: &FxHashSet<&str>,
    out: &mut Vec<NameSpan>,
) {
    // "AU Ignores Sahel Security": what follows an actor in a headline is its verb.
    let behind =
        |last: &NameSpan| last.end == tagged.first && matches!(last.sense, Sense::Known(_));
    if label == NameLabel::Organisation
        && laid.in_title(tagged.first)
        && out.last().is_some_and(behind)
    {
        return out.extend(known.iter().filter(|k| !k.weak));
    }
    let free = out.last().is_none_or(|last| last.end <= tagged.first);
    let known: Vec<&NameSpan> =
        known.iter().filter(|k| !k.weak || names(k, tagged, label)).collect();
    let Some(first) = known.iter().max_by_key(|k| k.end - k.first) else {
        if free && label != NameLabel::Other {
            out.push(*tagged);
        }
        return;
    };
    let longer = tagged.end - tagged.first > first.end - first.first;
    let contained = tagged.first <= first.first && first.end <= tagged.end;
    let begins = longer && first.first == tagged.first && laid.in_title(tagged.first);
    let keeps = match (label, first.sense) {
        (_, _) if !contained => false,
        // Where every word has a capital the tagger cannot see where a name ends.
        (_, Sense::Known(Known::Seat(_) | Known::Body(_))) if begins => false,
        (NameLabel::Organisation, Sense::Known(_)) if begins => false,
        // "Ismael Zambada Sicairos" is not Ismael Zambada.
        (NameLabel::Person, Sense::Person(_)) => {
            longer && first.first == tagged.first && !laid.in_title(tagged.first)
        }
        (NameLabel::Person, _) if longer => {
            !known.iter().any(|k| is_body(k) && !is_given(laid, tagged, k))
        }
        (NameLabel::Person, Sense::Known(row)) => {
            matches!(row, Known::Territory(_) | Known::Seat(_))
                && persons.contains(laid.text(first))
        }
        (NameLabel::Organisation, _) => {
            longer && !laid.word(tagged.first).starts_with(char::is_lowercase)
        }
        // "Latin American" is of no one state.
        (NameLabel::Norp, _) if longer && laid.atlas.homeland(laid.text(tagged)).is_some() => true,
        (NameLabel::Location | NameLabel::Facility, _) => longer,
        // What is named after a state ("World Cup of ...") is no state.
        (NameLabel::Other, _) => longer,
        _ => false,
    };
    match keeps && free {
        true if label == NameLabel::Other => {}
        true if label == NameLabel::Organisation => {
            let inner = known.iter().filter(|k| tells_of_whole(laid, tagged, k));
            let inner = inner.max_by_key(|k| k.end - k.first).and_then(|k| match k.sense {
                Sense::Known(row) => Some(row),
                _ => None,
            });
            out.push(NameSpan { sense: Sense::Organisation(inner), ..*tagged });
        }
        true => out.push(*tagged),
        false => out.extend(known),
    }
}

/// Whether a table's weak name is meant by the tagger's name: an organisation, and for an outlet the
/// whole of it ("The National", not "The National Bank").
fn names(weak: &NameSpan, tagged: &NameSpan, label: NameLabel) -> bool {
    let outlet = matches!(weak.sense, Sense::Known(Known::Outlet(_)));
    let whole = weak.first <= tagged.first && weak.end == tagged.end;
    label == NameLabel::Organisation && (whole || !outlet)
}

/// Whether a known name in a longer one says whose it is: a state or town anywhere, a body or group
/// where the name begins with it or after "of", and not with other words before ("People's
/// Democratic Party").
fn tells_of_whole(laid: &Laid, whole: &NameSpan, part: &NameSpan) -> bool {
    let free = part.first == whole.first || matches!(laid.word_before(part.first), "of" | "the");
    match part.sense {
        Sense::Known(Known::Body(_) | Known::Group(_) | Known::Outlet(_)) => free && !part.weak,
        Sense::Known(Known::Other(_)) => false,
        _ => true,
    }
}

fn is_body(found: &NameSpan) -> bool {
    matches!(found.sense, Sense::Known(Known::Body(_) | Known::Group(_) | Known::Outlet(_)))
}

/// Whether a word is the subject of a verb of speech: of a surname that is a town's as well.
fn says(laid: &Laid, at: TokenIdx) -> bool {
    let token = &laid.tokens[at as usize];
    let verb = token.head.filter(|_| token.deprel == Deprel::Nsubj);
    verb.is_some_and(|v| laid.tables.anaphora.speaks(&laid.tokens[v as usize].lemma))
}

/// Whether what the tagger takes for an organisation is but the field of an office: "Transport" in "the
/// Transport Minister".
fn begins_office(laid: &Laid, found: &NameSpan) -> bool {
    let unknown = found.sense == Sense::Organisation(None);
    let organ = laid.atlas.roles.get(&laid.words(found.first, found.end)).is_some();
    let office = laid.role_from(found.first).filter(|_| unknown && !organ);
    office.is_some_and(|(end, role)| end > found.end && role.kind == MentionKind::Person)
}

/// Whether a body's name is the given name of a person: "Morena" in "Morena Valdez".
fn is_given(laid: &Laid, person: &NameSpan, part: &NameSpan) -> bool {
    let first = part.first == person.first && part.end == part.first + 1;
    first && laid.tables.anaphora.given(laid.text(part)).is_some()
}
