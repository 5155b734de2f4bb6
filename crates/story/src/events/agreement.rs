//! When two coded events of a story may be one.
//!
//! Words alone are no evidence: look-alike events of one story ("the second shooting") share them.
//! Something beyond the trigger must agree, and nothing may clash (Yang, Cardie & Frazier 2015 ask
//! the same of arguments); what clashes stands in [`clash`](super::clash). What merely differs, as
//! numbers of dead do, is no clash: such values stand side by side.

use super::clash::{
    ALIKE, apart, both_force, clash, heard, is_held, named_alike, other_sizes, turned,
};
use super::features::{Features, differ, sentence_words};
use super::lexicon::Relation;
use super::never::{MAX_DAYS_APART, never, other_days};
use super::occurrence::{Keys, Occurrence};

/// PLOVER's quad class of verbal conflict.
const VERBAL_CONFLICT: u8 = 3;
/// Sentences with so much in common may demand or refuse one thing (cosine).
const OF_ONE_MATTER: f64 = 0.15;
/// Sentences with so much in common are nearly the same.
const NEARLY_SAME: f64 = 0.6;
/// What must agree where the triggers have one stem. Acts of violence and force are told with fewer
/// words in common than what is said, and a story has fewer of them.
const LEAST_SAME: i32 = 3;
const LEAST_SAME_FORCE: i32 = 1;
/// The same where it is done to the same: one speaker says many things in a story, one thing to one.
const LEAST_TO_THE_SAME: i32 = 2;
/// What must agree where they are synonyms.
const LEAST_KIN: i32 = 3;
const LEAST_KIN_FORCE: i32 = 1;

/// Days between two reports after which the second must say that it goes back to what the first tells.
const LATER: f64 = 21.0;
/// Days between an event and a report after which the report tells it as background.
const BACKGROUND: f64 = 7.0;
/// Words beyond names that sentences must share in which one thing is demanded, refused or blamed.
const WORDS_OF_ONE_MATTER: usize = 3;
/// So many people are hardly arrested twice in a story, if not the same.
const MANY_HELD: u64 = 5;
/// What it says that they are as many.
const COUNTED: i32 = 2;

/// How much more must agree within a document: who tells the same twice adds to it, and a second act is
/// told in the same words.
const WITHIN_DOCUMENT: i32 = 2;

/// What two coded events are to one another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Agreement {
    /// Too little beyond the trigger agrees.
    Little,
    /// They can hardly be one.
    Clash,
    /// They are of other days.
    OtherDays,
    /// They cannot be one.
    Others,
    /// They may be one.
    May,
}

/// Compares two coded events whose triggers are related; `features` are those of the pair.
pub fn agreement(a: &Occurrence, b: &Occurrence, how: Relation, features: &Features) -> Agreement {
    if never(a, b) {
        return Agreement::Others;
    }
    if other_days(a, b) {
        return Agreement::OtherDays;
    }
    let background = long_before(a, b) || long_before(b, a);
    if clash(a, b, features) || background || !one_of_series(a, b, features) {
        return Agreement::Clash;
    }
    let to_the_same = !a.recipients.keys.is_disjoint(&b.recipients.keys);
    let force = both_force(a, b);
    let (alike, least) = match how {
        Relation::Same if force => (caught_alike(a, b, to_the_same, features), LEAST_SAME_FORCE),
        Relation::Same if to_the_same => (true, LEAST_TO_THE_SAME),
        Relation::Same => (true, LEAST_SAME),
        // "captured" and "arrested" are of two types, and may be one.
        Relation::Kin if force => {
            let to_them = to_the_same && (a.kind == b.kind || !one_type(a, b));
            (to_them || one_scene(a, b), LEAST_KIN_FORCE)
        }
        Relation::Kin => (a.kind == b.kind && to_the_same, LEAST_KIN),
    };
    let within = if a.doc == b.doc { WITHIN_DOCUMENT } else { 0 };
    let by_others = !force && differ(&a.actors.keys, &b.actors.keys);
    let agreed = Agreed::of(a, b, features);
    // One gunman does many things of a kind, and many are shot by gunmen.
    let grounded = !force || both_held(a, b) || agreed.grounded;
    let enough = grounded && agreed.sum >= least + within;
    let one = same_matter(a, b, features) && !by_others && !goes_on(a, b);
    if alike && enough && one && one_or_many(a, b, features) {
        Agreement::May
    } else {
        Agreement::Little
    }
}

/// One story has one attack and many arrests: of these, who is held must be the same, or who holds where
/// one does not tell whom.
fn caught_alike(a: &Occurrence, b: &Occurrence, to_the_same: bool, features: &Features) -> bool {
    let told = a.recipients.people && b.recipients.people;
    let by_the_same = !told && !a.actors.keys.is_disjoint(&b.actors.keys);
    let same = to_the_same || by_the_same || turned(a, b) || turned(b, a);
    same || sentence_words(features) >= NEARLY_SAME || !both_held(a, b)
}

/// Arrests with a number in common, of so many or of somebody of that age, of which not both tell of whom:
/// "took 23 into custody".
fn one_scene(a: &Occurrence, b: &Occurrence) -> bool {
    let told = a.recipients.people && b.recipients.people;
    let number = !told && !a.around.numbers.is_disjoint(&b.around.numbers);
    (is_held(a) || is_held(b)) && (number || as_many(a, b) || as_many(b, a))
}

/// So many are arrested in one as the other tells of.
fn as_many(a: &Occurrence, b: &Occurrence) -> bool {
    let held = a.sizes.iter().filter_map(|size| size.strip_prefix("detained "));
    let many = |n: &&str| n.parse::<u64>().is_ok_and(|n| n >= MANY_HELD);
    held.filter(many).any(|n| b.around.counts.contains(n))
}

fn both_held(a: &Occurrence, b: &Occurrence) -> bool {
    is_held(a) && is_held(b)
}

fn one_type(a: &Occurrence, b: &Occurrence) -> bool {
    let kind = |o: &Occurrence| o.kind.as_ref().map(|(kind, _)| kind.clone());
    kind(a) == kind(b)
}

/// Both tell of one act, or both of several in sentences that are alike: "attacks" may be others.
fn one_or_many(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    a.plural == b.plural && (!a.plural || sentence_words(features) >= ALIKE)
}

/// The later of two reports came long after the other, and names neither the day nor anybody of it: what
/// it tells may have happened since.
fn goes_on(a: &Occurrence, b: &Occurrence) -> bool {
    let later = apart(a.published.as_deref(), b.published.as_deref()).is_some_and(|d| d > LATER);
    later && !named_alike(a, b) && a.around.days.is_disjoint(&b.around.days)
}

/// What one tells was long before its report, and the other names neither that day nor anybody of it by name: reports
/// of an event tell of earlier ones beside it.
fn long_before(a: &Occurrence, b: &Occurrence) -> bool {
    let (Some(day), Some(report)) = (a.day.as_ref(), a.published.as_deref()) else { return false };
    let old = apart(Some(day), Some(report)).is_some_and(|days| days > BACKGROUND);
    let near = |other: &String| apart(Some(day), Some(other)).is_some_and(|d| d <= MAX_DAYS_APART);
    old && !b.around.days.iter().any(near) && !named_alike(a, b)
}

/// Words that tell an event from others of its kind stand in both reports or in none, or all words are the same.
fn one_of_series(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    a.of_series == b.of_series || sentence_words(features) >= NEARLY_SAME
}

/// Of what is demanded, refused or blamed the words must agree as well: one speaker demands many
/// things of the same.
fn same_matter(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    let words = a.class == VERBAL_CONFLICT || b.class == VERBAL_CONFLICT;
    let named = |word: &&String| !a.around.names.contains(*word) && !b.around.names.contains(*word);
    let shared = a.around.words.intersection(&b.around.words).filter(named).count();
    let cosine = sentence_words(features);
    !words || cosine >= ALIKE || (cosine >= OF_ONE_MATTER && shared >= WORDS_OF_ONE_MATTER)
}

/// How much agrees beyond the trigger.
struct Agreed {
    /// What agrees less what differs.
    sum: i32,
    /// Whether more agrees than words for who does it to whom: a name to whom, a day, a number, a place, or what
    /// else the sentence says.
    grounded: bool,
}

impl Agreed {
    fn of(a: &Occurrence, b: &Occurrence, features: &Features) -> Self {
        let (x, y) = (&a.around, &b.around);
        let around = [(&x.days, &y.days), (&x.numbers, &y.numbers), (&a.sizes, &b.sizes)];
        let shared = around.iter().filter(|(x, y)| !x.is_disjoint(y)).count() as i32;
        let at_one_place = x.sites.iter().any(|site| heard(site, &y.sites));
        let cosine = sentence_words(features);
        let force = both_force(a, b);
        let recipients = match turned(a, b) || turned(b, a) {
            true => 2,
            false => part(&a.recipients.keys, &b.recipients.keys, force),
        };
        let sum = part(&a.actors.keys, &b.actors.keys, force)
            + recipients
            + shared
            + COUNTED * i32::from(as_many(a, b) || as_many(b, a))
            + i32::from(at_one_place)
            - i32::from(elsewhere(a, b) && elsewhere(b, a))
            - i32::from(differ(&x.persons, &y.persons))
            - i32::from(other_sizes(&a.sizes, &b.sizes))
            - i32::from(a.negated != b.negated)
            + i32::from(cosine >= ALIKE)
            + i32::from(cosine >= NEARLY_SAME);
        let grounded = recipients == 2 || shared > 0 || at_one_place || cosine >= ALIKE;
        Agreed { sum, grounded }
    }
}

/// Both have a place, and what `b` tells holds nothing of that of `a`.
fn elsewhere(a: &Occurrence, b: &Occurrence) -> bool {
    b.place.is_some() && a.place.as_ref().is_some_and(|place| !heard(place, &b.around.sites))
}

/// Who fills a part: two for a name in common, one for a word, less one where nothing is. In acts of
/// force a name and a word ("the deputy") are often of one person and count nothing.
fn part(a: &Keys, b: &Keys, force: bool) -> i32 {
    let is_name = |key: &String| !key.starts_with("word:");
    let named = |keys: &Keys| keys.iter().any(is_name);
    let shared: Vec<&String> = a.intersection(b).collect();
    match (shared.iter().any(|key| is_name(key)), shared.is_empty()) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => -i32::from(differ(a, b) && (named(a) == named(b) || !force)),
    }
}
