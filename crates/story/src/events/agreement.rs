//! When two coded events of a story may be one.
//!
//! Words alone are no evidence: look-alike events of one story ("the second shooting") share them.
//! Something beyond the trigger must agree, and nothing may clash (Yang, Cardie & Frazier 2015 ask
//! the same of arguments). What merely differs, as numbers of dead do, is no clash: such values
//! stand side by side.

use super::features::{Features, differ, sentence_words};
use super::lexicon::Relation;
use super::occurrence::{Keys, Occurrence, PERSON, Party};
use jiff::Unit;
use jiff::civil::Date;

/// PLOVER's quad classes of verbal and of material conflict.
const VERBAL_CONFLICT: u8 = 3;
const FORCE: u8 = 4;
/// PLOVER's type of arrests, curfews and the like.
const COERCE: &str = "COERCE";
/// Days that reports of one event may lie apart: of two time zones, or of the night between.
const MAX_DAYS_APART: f64 = 1.0;
/// Sentences with so much in common are of one matter, whatever names stand in them (cosine).
const ALIKE: f64 = 0.3;
/// So much, and what they demand or refuse may be one thing.
const OF_ONE_MATTER: f64 = 0.15;
/// So much, and they are nearly the same sentence.
const NEARLY_SAME: f64 = 0.6;
/// What must agree where the triggers have one stem. Acts of violence and force are told with fewer
/// words in common than what is said, and a story has fewer of them.
const LEAST_SAME: i32 = 3;
const LEAST_SAME_FORCE: i32 = 1;
/// The same where it is done to the same: one speaker says many things in a story, one thing to one.
const LEAST_TO_THE_SAME: i32 = 2;
/// What must agree where they are synonyms.
const LEAST_KIN: i32 = 3;
const LEAST_KIN_FORCE: i32 = 2;

/// How much more must agree where it is done to others: one gunman shoots many.
const LEAST_TO_OTHERS: i32 = 1;
/// Days between two reports after which the second must say that it goes back to what the first tells.
const LATER: f64 = 21.0;

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
    /// They name other persons.
    OtherPersons,
    /// They may be one.
    May,
}

/// Compares two coded events whose triggers are related; `features` are those of the pair.
pub fn agreement(a: &Occurrence, b: &Occurrence, how: Relation, features: &Features) -> Agreement {
    if other_persons(&a.recipients.keys, &b.recipients.keys) {
        return Agreement::OtherPersons;
    }
    if clash(a, b, features) {
        return Agreement::Clash;
    }
    let to_the_same = !a.recipients.keys.is_disjoint(&b.recipients.keys);
    let force = a.class == FORCE && b.class == FORCE;
    let (alike, least) = match how {
        Relation::Same if force => (caught_alike(a, b, to_the_same, features), LEAST_SAME_FORCE),
        Relation::Same if to_the_same => (true, LEAST_TO_THE_SAME),
        Relation::Same => (true, LEAST_SAME),
        // "captured" and "arrested" are of two types, and may be one.
        Relation::Kin if force => {
            (to_the_same && (a.kind == b.kind || !one_type(a, b)), LEAST_KIN_FORCE)
        }
        Relation::Kin => (a.kind == b.kind && to_the_same, LEAST_KIN),
    };
    let within = if a.doc == b.doc { WITHIN_DOCUMENT } else { 0 };
    let others = if force && others(&a.recipients, &b.recipients) { LEAST_TO_OTHERS } else { 0 };
    let by_others = !force && differ(&a.actors.keys, &b.actors.keys);
    let enough = agreed(a, b, features) >= least + within + others;
    let one = same_matter(a, b, features) && !by_others && !goes_on(a, b);
    if alike && enough && one && a.plural == b.plural { Agreement::May } else { Agreement::Little }
}

/// One story has one attack and many arrests: of these, who is held must be the same, or who holds where
/// one does not tell whom.
fn caught_alike(a: &Occurrence, b: &Occurrence, to_the_same: bool, features: &Features) -> bool {
    let held = |o: &Occurrence| o.kind.as_ref().is_some_and(|(kind, _)| kind == COERCE);
    let told = a.recipients.people && b.recipients.people;
    let by_the_same = !told && !a.actors.keys.is_disjoint(&b.actors.keys);
    let alike = to_the_same || by_the_same || sentence_words(features) >= NEARLY_SAME;
    alike || !(held(a) && held(b))
}

fn one_type(a: &Occurrence, b: &Occurrence) -> bool {
    let kind = |o: &Occurrence| o.kind.as_ref().map(|(kind, _)| kind.clone());
    kind(a) == kind(b)
}

/// Both tell of somebody, by name or by words, and of others.
fn others(a: &Party, b: &Party) -> bool {
    a.people && b.people && a.named == b.named && differ(&a.keys, &b.keys)
}

/// The later of two reports came long after the other, and names neither the day nor anybody of it: what
/// it tells may have happened since.
fn goes_on(a: &Occurrence, b: &Occurrence) -> bool {
    let anybody = a.people().any(|key| !key.starts_with("word:") && b.people().any(|k| k == key));
    let later = apart(a.published.as_deref(), b.published.as_deref()).is_some_and(|d| d > LATER);
    later && !anybody && a.around.days.is_disjoint(&b.around.days)
}

/// Of what is demanded, refused or blamed the words must agree as well: one speaker demands many
/// things of the same.
fn same_matter(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    let words = a.class == VERBAL_CONFLICT || b.class == VERBAL_CONFLICT;
    !words || sentence_words(features) >= OF_ONE_MATTER
}

/// How much agrees beyond the trigger, less what differs.
fn agreed(a: &Occurrence, b: &Occurrence, features: &Features) -> i32 {
    let (x, y) = (&a.around, &b.around);
    let around = [(&x.days, &y.days), (&x.numbers, &y.numbers), (&a.sizes, &b.sizes)];
    let shared = around.iter().filter(|(x, y)| !x.is_disjoint(y)).count() as i32;
    let at_one_place = x.sites.iter().any(|site| heard(site, &y.sites));
    let cosine = sentence_words(features);
    let force = a.class == FORCE && b.class == FORCE;
    part(&a.actors.keys, &b.actors.keys, force)
        + part(&a.recipients.keys, &b.recipients.keys, force)
        + shared
        + i32::from(at_one_place)
        - i32::from(elsewhere(a, b) && elsewhere(b, a))
        - i32::from(differ(&x.persons, &y.persons))
        - i32::from(a.negated != b.negated)
        + i32::from(cosine >= ALIKE)
        + i32::from(cosine >= NEARLY_SAME)
}

/// Both have a place, and what `b` tells holds nothing of that of `a`.
fn elsewhere(a: &Occurrence, b: &Occurrence) -> bool {
    b.place.is_some() && a.place.as_ref().is_some_and(|place| !heard(place, &b.around.sites))
}

/// Whether a place is among others, by its name or by a longer or shorter one.
fn heard(place: &str, sites: &Keys) -> bool {
    let within =
        |x: &str, y: &str| x.split(' ').all(|word| y.split(' ').any(|other| word == other));
    sites.iter().any(|site| within(place, site) || within(site, place))
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

fn clash(a: &Occurrence, b: &Occurrence, features: &Features) -> bool {
    let to_others = differ(&a.recipients.keys, &b.recipients.keys);
    let by_others = differ(&a.actors.keys, &b.actors.keys);
    let force = a.class == FORCE && b.class == FORCE;
    let alike = force && sentence_words(features) >= ALIKE;
    hold(a) != hold(b)
        || (a.doc == b.doc && to_others)
        || (force && differ(&a.actors.sectors, &b.actors.sectors))
        || (force && !alike && others(&a.actors, &b.actors) && others(&a.recipients, &b.recipients))
        || reversed(a, b)
        || days_apart(a, b).is_some_and(|days| days > MAX_DAYS_APART)
        || (by_others && a.actors.named && b.actors.named && !alike)
        || (to_others && a.recipients.named && b.recipients.named && !alike)
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

/// Who acts in one is acted upon in the other, and nothing else agrees.
fn reversed(a: &Occurrence, b: &Occurrence) -> bool {
    let crossed = |x: &Occurrence, y: &Occurrence| !x.actors.keys.is_disjoint(&y.recipients.keys);
    let straight = !a.actors.keys.is_disjoint(&b.actors.keys)
        || !a.recipients.keys.is_disjoint(&b.recipients.keys);
    (crossed(a, b) || crossed(b, a)) && !straight
}

/// How far the days lie apart that both tell in words.
fn days_apart(a: &Occurrence, b: &Occurrence) -> Option<f64> {
    apart(a.day.as_deref(), b.day.as_deref())
}

/// How many days lie between two.
fn apart(a: Option<&str>, b: Option<&str>) -> Option<f64> {
    let day = |day: &str| day.parse::<Date>().ok();
    let span = day(a?)?.until(day(b?)?).ok()?;
    span.total((Unit::Day, jiff::SpanRelativeTo::days_are_24_hours())).ok().map(f64::abs)
}
