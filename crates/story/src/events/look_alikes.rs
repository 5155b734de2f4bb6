//! Events that share words and place and are others: each test has one thing in which they differ, and a pair that
//! differs in nothing.

use super::testing::{day, event, joiner, last, mention, record, site, size};
use verbale_record::Record;

/// How many events two reports tell.
fn told(a: Record, b: Record) -> usize {
    joiner().merge(&[&a, &b]).len()
}

/// A report of miners who were shot at Port Amel.
fn shot(key: &str, text: &str) -> Record {
    let mut it = record(key, "2031-03-04", text);
    mention(&mut it, "place", "Port Amel", None);
    event(&mut it, "ASSAULT", "shot", &[], &[]);
    last(&mut it).place = Some(site("Port Amel"));
    it
}

/// A report of so many who were hurt on the coast.
fn hurt(key: &str, text: &str, place: &str, injured: u64) -> Record {
    let mut it = record(key, "2031-03-04", text);
    mention(&mut it, "group", "miners", None);
    event(&mut it, "ASSAULT", "hurt", &[], &["miners"]);
    last(&mut it).place = Some(site(place));
    last(&mut it).size = vec![size("injured", injured)];
    it
}

#[test]
fn a_part_and_its_total_are_two() {
    let four = || hurt("a", "Four miners were hurt at the pit by stones.", "Amel", 4);
    let seven = |text| hurt("b", text, "Amel", 7);
    let total = "Seven miners were hurt at the pit by stones, four of them on a ladder.";
    assert_eq!(told(four(), seven(total)), 2);
    assert_eq!(told(four(), seven("Seven miners were hurt at the pit by stones.")), 1);
}

#[test]
fn other_numbers_at_other_places_are_two() {
    let at = |key, place, n| hurt(key, "Some miners were hurt at the pit by stones.", place, n);
    assert_eq!(told(at("a", "Amel", 4), at("b", "Brandt", 7)), 2);
    assert_eq!(told(at("a", "Amel", 4), at("b", "Amel", 7)), 1);
}

#[test]
fn a_report_tells_nothing_that_came_after_it() {
    let met = |key: &str, published: &str, when: Option<&str>| {
        let mut it = record(key, published, "Ines Calder met Tomas Brandt on the ferry.");
        mention(&mut it, "person", "Ines Calder", None);
        mention(&mut it, "person", "Tomas Brandt", None);
        event(&mut it, "CONSULT", "met", &["Ines Calder"], &["Tomas Brandt"]);
        last(&mut it).date = when.map(day);
        it
    };
    let later = || met("b", "2031-03-10", Some("2031-03-09"));
    assert_eq!(told(met("a", "2031-03-04", None), later()), 2);
    assert_eq!(told(met("a", "2031-03-09", None), later()), 1);
}

#[test]
fn what_was_long_before_a_report_needs_its_day_or_a_name() {
    let text = "A miner was shot at the gate of Port Amel with a crossbow.";
    let old = |when: &str| {
        let mut it = shot("a", text);
        last(&mut it).date = Some(day(when));
        it
    };
    assert_eq!(told(old("2031-01-20"), shot("b", text)), 2);
    assert_eq!(told(old("2031-03-03"), shot("b", text)), 1);
}

#[test]
fn words_tell_one_event_from_others() {
    let plain = || shot("a", "A miner was shot at Port Amel by the gate.");
    let other = |text| told(plain(), shot("b", text));
    assert_eq!(other("The carter, whom strikers had previously shot, left Port Amel on foot."), 2);
    assert_eq!(
        other(
            "The walkout came ten days after strikers shot a carter of Port Amel, said the mayor."
        ),
        2
    );
    assert_eq!(
        other("For the third time this year guards had been shot in Port Amel, said the mayor."),
        2
    );
    assert_eq!(other("The carter, whom strikers shot, left Port Amel on foot."), 1);
}

#[test]
fn who_talks_with_the_same_may_be_another() {
    let spoke = |key: &str, who: &str| {
        let mut it =
            record(key, "2031-03-04", &format!("{who} spoke with Ines Calder for an hour."));
        mention(&mut it, "person", who, Some(&format!("x:{key}:0")));
        mention(&mut it, "person", "Ines Calder", Some("Q7"));
        event(&mut it, "CONSULT", "spoke", &[who, "Ines Calder"], &["Ines Calder"]);
        it
    };
    assert_eq!(told(spoke("a", "Tomas Brandt"), spoke("b", "Olga Ferrin")), 2);
    assert_eq!(told(spoke("a", "Tomas Brandt"), spoke("b", "Tomas Brandt")), 1);
}

#[test]
fn a_shooting_of_which_no_police_are_told_is_not_that_by_police() {
    let by = |key: &str, by: &[&str]| {
        let mut it = record(key, "2031-03-04", "Police: at Port Amel shot at dawn.");
        mention(&mut it, "place", "Port Amel", None);
        event(&mut it, "ASSAULT", "shot", by, &["Port Amel"]);
        last(&mut it).place = Some(site("Port Amel"));
        last(&mut it).actors.iter_mut().for_each(|a| a.code = Some("AME.COP".to_string()));
        it
    };
    assert_eq!(told(by("a", &["Police"]), by("b", &[])), 2);
    assert_eq!(told(by("a", &["Police"]), by("b", &["Police"])), 1);
}

#[test]
fn a_woman_and_a_man_are_two() {
    let whom = |key: &str, whom: &str| {
        let mut it = shot(key, &format!("At Port Amel the {whom} was shot at dawn by strikers."));
        mention(&mut it, "person", whom, None);
        it.mentions.iter_mut().filter(|m| m.kind == "person").for_each(|m| m.name = None);
        it.events.clear();
        event(&mut it, "ASSAULT", "shot", &[], &[whom]);
        last(&mut it).recipients[0].name = None;
        last(&mut it).place = Some(site("Port Amel"));
        it
    };
    assert_eq!(told(whom("a", "woman"), whom("b", "man")), 2);
    assert_eq!(told(whom("a", "woman"), whom("b", "woman")), 1);
}

#[test]
fn verbs_that_and_joins_share_their_object() {
    let mut it = record("a", "2031-03-04", "Strikers shot and killed Ines Calder.");
    mention(&mut it, "person", "Ines Calder", None);
    event(&mut it, "ASSAULT", "shot", &["Strikers"], &[]);
    event(&mut it, "ASSAULT", "killed", &["Strikers"], &["Ines Calder"]);
    let all = joiner().coded(&it);
    assert!(all[0].recipients.keys.contains("last:calder"), "{:?}", all[0].recipients.keys);
}

#[test]
fn as_many_arrested_are_the_same() {
    let held = |key: &str, verb: &str, whom: &str, n: Option<u64>| {
        let mut it = record(key, "2031-03-04", &format!("Guards {verb} 23 {whom} at Port Amel."));
        mention(&mut it, "place", "Port Amel", None);
        event(&mut it, "COERCE", verb, &["Guards"], &[whom]);
        last(&mut it).place = Some(site("Port Amel"));
        last(&mut it).size = n.map(|n| size("detained", n)).into_iter().collect();
        last(&mut it).recipients[0].code = Some("AME.CRM".to_string());
        it
    };
    assert_eq!(
        told(held("a", "arrested", "robbers", Some(23)), held("b", "nabbed", "raiders", None)),
        1
    );
    assert_eq!(
        told(held("a", "arrested", "robbers", Some(3)), held("b", "nabbed", "raiders", None)),
        2
    );
}
