//! What speaks against two coded events being one: other days, other people, parts exchanged, one of
//! several.
//!
//! Some of it is read wrongly now and then, such as who does it, and only keeps a pair apart ([`clash`]);
//! the rest keeps apart what others would join as well ([`never`]).

use super::features::{Features, differ, sentence_words};
use super::occurrence::{Keys, Occurrence};
use super::party::{Number, PERSON, Party};
use jiff::Unit;
use jiff::civil::Date;

/// PLOVER's quad class of material conflict.
const FORCE: u8 = 4;
/// PLOVER's type of arrests, curfews and the like.
const COERCE: &str = "COERCE";
/// Days that reports of one event may lie apart: of two time zones, or of the night between.
const MAX_DAYS_APART: f64 = 1.0;
/// Sentences with so much in common are of one matter, whatever names stand in them (cosine).
pub(super) const ALIKE: f64 = 0.3;

/// Both are acts of violence or force.
pub(super) fn both_force(a: &Occurrence, b: &Occurrence) -> bool {
    a.class == FORCE && b.class == FORCE
}

/// They tell other days, it is done to persons of other names, or to one and to several: who is shot is
/// not all who are.
pub(super) fn never(a: &Occurrence, b: &Occurrence) -> bool {
    let days = apart(a.day.as_deref(), b.day.as_deref());
    other_persons(&a.recipients.keys, &b.recipients.keys)
        || (both_force(a, b) && one_of_many(&a.recipients, &b.recipients))
        || days.is_some_and(|days| days > MAX_DAYS_APART)
}

/// They can hardly be one.
pub(super) fn clash(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    let to_others = differ(&a.recipients.keys, &b.recipients.keys);
    let by_others = differ(&a.actors.keys, &b.actors.keys);
    let force = both_force(a, b);
    let alike = force && sentence_words(features) >= ALIKE;
    hold(a) != hold(b)
        || (a.doc == b.doc && to_others)
        || (force && differ(&a.actors.sectors, &b.actors.sectors))
        || (force && !alike && others(&a.actors, &b.actors) && others(&a.recipients, &b.recipients))
        || reversed(a, b)
        || (by_others && a.actors.named && b.actors.named && !alike)
        || (to_others && a.recipients.named && b.recipients.named && !alike)
}

/// Both tell of somebody, by name or by words, and of others.
pub(super) fn others(a: &Party, b: &Party) -> bool {
    a.people && b.people && a.named == b.named && differ(&a.keys, &b.keys)
}

/// One tells of somebody, the other of several.
fn one_of_many(a: &Party, b: &Party) -> bool {
    matches!((a.number, b.number), (Number::One, Number::Many) | (Number::Many, Number::One))
}

/// What happened or is to happen, what is only possible, and what was long ago are told apart.
fn hold(event: &Occurrence) -> u8 {
    match event.modality.as_str() {
        "hypothetical" => 1,
        "historical" => 2,
        _ => 0,
    }
}

/// Both name a person in full, and no name of one can be short for a name of the other.
fn other_persons(a: &Keys, b: &Keys) -> bool {
    let names = |keys: &Keys| -> Vec<Vec<String>> {
        let full = keys.iter().filter_map(|k| k.strip_prefix(PERSON));
        full.map(|n| n.split(' ').map(str::to_string).collect()).collect()
    };
    let within = |x: &[String], y: &[String]| x.iter().all(|word| y.contains(word));
    let (a, b) = (names(a), names(b));
    let one = a.iter().any(|x| b.iter().any(|y| within(x, y) || within(y, x)));
    !a.is_empty() && !b.is_empty() && !one
}

/// Who acts in one is acted upon in the other, by what they are called or, in acts of force, by what they are
/// (a gunman shoots, a gunman is shot), and nothing else agrees.
fn reversed(a: &Occurrence, b: &Occurrence) -> bool {
    let by = |keys: fn(&Party) -> &Keys| {
        let meet = |x: &Party, y: &Party| !keys(x).is_disjoint(keys(y));
        let crossed =
            |x: &Occurrence, y: &Occurrence| !turned(x, y) && meet(&x.actors, &y.recipients);
        let straight = meet(&a.actors, &b.actors) || meet(&a.recipients, &b.recipients);
        (crossed(a, b) || crossed(b, a)) && !straight
    };
    by(|party| &party.keys) || (both_force(a, b) && by(|party| &party.sectors))
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
