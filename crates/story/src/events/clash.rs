//! What speaks against two coded events being one: other days, other people, parts exchanged, one of
//! several.
//!
//! It is read wrongly now and then, such as who does it, and only keeps a pair apart; what keeps groups apart stands
//! in [`never`](super::never).

use super::features::{Features, differ, sentence_words};
use super::occurrence::{Keys, Occurrence};
use super::party::Party;
use jiff::Unit;
use jiff::civil::Date;

/// PLOVER's quad class of material conflict.
const FORCE: u8 = 4;
/// Sectors of those who use force for a state.
const STATE_FORCES: [&str; 2] = ["COP", "MIL"];
/// PLOVER's type of arrests, curfews and the like.
const COERCE: &str = "COERCE";
/// Sentences with so much in common are of one matter, whatever names stand in them (cosine).
pub(super) const ALIKE: f64 = 0.3;

/// Both are acts of violence or force.
pub(super) fn both_force(a: &Occurrence, b: &Occurrence) -> bool {
    a.class == FORCE && b.class == FORCE
}

/// They can hardly be one.
pub(super) fn clash(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    let to_others = differ(&a.recipients.keys, &b.recipients.keys);
    let by_others = differ(&a.actors.keys, &b.actors.keys);
    let force = both_force(a, b);
    let likeness = sentence_words(features) >= ALIKE;
    let alike = force && likeness;
    hold(a) != hold(b)
        || (a.doc == b.doc && to_others)
        || (force && differ(&a.actors.sectors, &b.actors.sectors))
        || (force && !alike && others(&a.actors, &b.actors) && others(&a.recipients, &b.recipients))
        || other_modes(a, b)
        || (a.negated != b.negated && !likeness && !named_alike(a, b))
        || unspoken(a, b)
        || unspoken(b, a)
        || (by_others && a.actors.named && b.actors.named && !alike)
        || (to_others && a.recipients.named && b.recipients.named && !alike)
}

/// One seizes or restricts, the other arrests, and not the same.
fn other_modes(a: &Occurrence, b: &Occurrence) -> bool {
    let mode = |o: &Occurrence| o.kind.as_ref().and_then(|(_, mode)| mode.clone());
    let modes = mode(a).zip(mode(b)).is_some_and(|(x, y)| x != y);
    is_held(a) && is_held(b) && modes && a.stem != b.stem
}

/// Somebody takes part in both by name.
pub(super) fn named_alike(a: &Occurrence, b: &Occurrence) -> bool {
    a.people().any(|key| !key.starts_with("word:") && b.people().any(|other| other == key))
}

/// Police or soldiers do it in one, and the other tells neither who does it to whom nor speaks of any: a shooting by
/// police is called so.
fn unspoken(a: &Occurrence, b: &Occurrence) -> bool {
    let of_state = |sector: &&String| STATE_FORCES.contains(&sector.as_str());
    let mut forces = a.actors.sectors.iter().filter(of_state);
    let nobody = b.actors.keys.is_empty() && !b.recipients.people;
    both_force(a, b) && nobody && forces.any(|sector| !b.around.sectors.contains(sector))
}

/// Both tell of somebody, by name or by words, and of others.
fn others(a: &Party, b: &Party) -> bool {
    a.people && b.people && a.named == b.named && differ(&a.keys, &b.keys)
}

/// What happened or is to happen, what is only possible, and what was long ago are told apart.
fn hold(event: &Occurrence) -> u8 {
    match event.modality.as_str() {
        "hypothetical" => 1,
        "historical" => 2,
        _ => 0,
    }
}

/// An arrest, by its type.
pub(super) fn is_held(o: &Occurrence) -> bool {
    o.kind.as_ref().is_some_and(|(kind, _)| kind == COERCE)
}

/// Who arrests, and nobody, is arrested in the other, by nobody: headlines leave out the auxiliary ("Mayor held over
/// fire"), and are read either way.
pub(super) fn turned(a: &Occurrence, b: &Occurrence) -> bool {
    let alone = a.recipients.keys.is_empty() && b.actors.keys.is_empty();
    is_held(a) && is_held(b) && alone && !a.actors.keys.is_disjoint(&b.recipients.keys)
}

/// How many days lie between two.
pub(super) fn apart(a: Option<&str>, b: Option<&str>) -> Option<f64> {
    let day = |day: &str| day.parse::<Date>().ok();
    let span = day(a?)?.until(day(b?)?).ok()?;
    span.total((Unit::Day, jiff::SpanRelativeTo::days_are_24_hours())).ok().map(f64::abs)
}

/// Both give a number of one kind, and none is the same.
pub(super) fn other_sizes(a: &Keys, b: &Keys) -> bool {
    let kind = |size: &String| size.split(' ').next().map(str::to_string);
    let kinds = |sizes: &Keys| sizes.iter().filter_map(kind).collect::<Keys>();
    differ(a, b) && !kinds(a).is_disjoint(&kinds(b))
}

/// Whether a place is among others, by its name or by a longer or shorter one.
pub(super) fn heard(place: &str, sites: &Keys) -> bool {
    let within =
        |x: &str, y: &str| x.split(' ').all(|word| y.split(' ').any(|other| word == other));
    sites.iter().any(|site| within(place, site) || within(site, place))
}
