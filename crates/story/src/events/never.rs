//! When two coded events of a story cannot be one, however much else they share: others stand in the same parts, or
//! what they tell in numbers, days and places cannot be told of one.
//!
//! Groups that hold such a pair are never joined; of days, which are read wrongly now and then, several must speak
//! against it ([`other_days`]).

use super::clash::{apart, both_force, heard, other_sizes, turned};
use super::features::differ;
use super::occurrence::{Keys, Occurrence};
use super::party::{Number, PERSON, Party};

/// Days that reports of one event may lie apart: of two time zones, or of the night between.
pub(super) const MAX_DAYS_APART: f64 = 1.0;
/// Days by which a page may have been changed after the day that it bears.
const MAX_DAYS_CHANGED: f64 = 2.0;

/// They tell other days, or one a day after the other was written.
pub(super) fn other_days(a: &Occurrence, b: &Occurrence) -> bool {
    let after = |x: &Occurrence, y: &Occurrence| {
        let (Some((_, end)), Some((start, _))) = (&x.days, &y.days) else { return false };
        end < start && apart(Some(end), Some(start)).is_some_and(|days| days > MAX_DAYS_APART)
    };
    after(a, b) || after(b, a) || foretold(a, b) || foretold(b, a)
}

/// It is done to persons of other names, or to one and to several (who is shot is not all who are), or to others in
/// another way.
pub(super) fn never(a: &Occurrence, b: &Occurrence) -> bool {
    other_persons(&a.recipients.keys, &b.recipients.keys)
        || (both_force(a, b) && one_of_many(&a.recipients, &b.recipients))
        || other_sides(a, b)
        || other_tolls(a, b)
        || (both_force(a, b) && one_person_of_other_gender(a, b))
        || reversed(a, b)
}

/// One tells as done what was on a day after the report of the other, which tells it as done as well.
fn foretold(a: &Occurrence, b: &Occurrence) -> bool {
    let later = |day: &str, report: &str| {
        let days = apart(Some(report), Some(day));
        day > report && days.is_some_and(|days| days > MAX_DAYS_CHANGED)
    };
    let report = b.published.as_deref().filter(|_| b.modality == "actual");
    a.day.as_deref().zip(report).is_some_and(|(day, report)| later(day, report))
}

/// Of two talks or exchanges of fire those on one side are others, and take no part in the other: persons of
/// other names or those of other states; or one fires here and several there.
fn other_sides(a: &Occurrence, b: &Occurrence) -> bool {
    let (x, y) = (&a.side, &b.side);
    let elsewhere = x.keys.is_disjoint(&b.all) || y.keys.is_disjoint(&a.all);
    let others = other_persons(&x.keys, &y.keys) || differ(&x.states, &y.states);
    (others && x.named && y.named && elsewhere) || (both_force(a, b) && one_of_many(x, y))
}

/// Other numbers of people, and either other places or both numbers in one report: a total, and a part of it.
fn other_tolls(a: &Occurrence, b: &Occurrence) -> bool {
    let apart = |x: &Occurrence, y: &Occurrence| {
        let around = || y.regions.iter().chain(&y.place).cloned().collect::<Keys>();
        x.place.as_ref().is_some_and(|place| y.place.is_some() && !heard(place, &around()))
    };
    let both = |x: &Occurrence, y: &Occurrence| {
        let value = |size: &String| size.split(' ').nth(1).map(str::to_string);
        x.sizes.iter().filter_map(value).any(|n| y.around.counts.contains(&n))
    };
    let elsewhere = apart(a, b) && apart(b, a);
    let counted = both(a, b) || both(b, a);
    let whole = a.recipients.parts < 2 && b.recipients.parts < 2;
    other_sizes(&a.sizes, &b.sizes) && (elsewhere || (counted && whole))
}

/// It is done to one of them each, a woman here and a man there.
fn one_person_of_other_gender(a: &Occurrence, b: &Occurrence) -> bool {
    let one =
        |o: &Occurrence| o.recipients.number == Number::One && o.recipients.genders.len() == 1;
    one(a) && one(b) && differ(&a.recipients.genders, &b.recipients.genders)
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

/// One tells of somebody, the other of several.
fn one_of_many(a: &Party, b: &Party) -> bool {
    matches!((a.number, b.number), (Number::One, Number::Many) | (Number::Many, Number::One))
}
