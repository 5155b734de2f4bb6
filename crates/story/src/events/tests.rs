//! Stories made by hand, and properties of every grouping.

use super::testing::{day, event, joiner, last, mention, record, said, site, size, span};
use super::*;
use verbale_record::Record;

/// A report of a ferry that was shelled at a port.
fn shelled(key: &str, published: &str, killed: u64) -> Record {
    let text = "Rebels shelled the ferry at Port Amel and killed several of the crew.";
    let mut it = record(key, published, text);
    mention(&mut it, "place", "Port Amel", None);
    event(&mut it, "ASSAULT", "shelled", &["Rebels"], &["the ferry"]);
    last(&mut it).place = Some(site("Port Amel"));
    last(&mut it).size = vec![size("killed", killed)];
    it
}

fn merged(records: &[Record]) -> Vec<MergedEvent> {
    joiner().merge(&records.iter().collect::<Vec<_>>())
}

/// How many mentions each event has, the largest first.
fn sizes(events: &[MergedEvent]) -> Vec<usize> {
    let mut sizes: Vec<usize> = events.iter().map(|e| e.reports.len()).collect();
    sizes.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
    sizes
}

#[test]
fn numbers_that_differ_stand_side_by_side() {
    let records = [
        shelled("a", "2031-03-04", 3),
        shelled("b", "2031-03-04", 5),
        shelled("c", "2031-03-05", 5),
    ];
    let events = merged(&records);
    assert_eq!(sizes(&events), [3]);
    let told: Vec<(u64, &[String])> =
        events[0].sizes.iter().map(|v| (v.value.value, v.reports.as_slice())).collect();
    let (b, c, a) = ("b#e1".to_string(), "c#e1".to_string(), "a#e1".to_string());
    assert_eq!(told, [(5, &[b, c][..]), (3, &[a][..])]);
    assert_eq!(events[0].kinds[0].value.kind, "ASSAULT");
    assert_eq!(events[0].actors[0].value.name, "Rebels");
}

#[test]
fn a_denial_never_becomes_agreement() {
    let mut denied = shelled("b", "2031-03-05", 3);
    last(&mut denied).polarity = "-".to_string();
    let mut disputed = shelled("c", "2031-03-05", 3);
    said(&mut disputed, "deny");
    let events = merged(&[shelled("a", "2031-03-04", 3), denied, disputed]);
    for event in &events {
        let told = event.stands.iter().filter(|v| v.value == Stand::Told);
        let told: Vec<&String> = told.flat_map(|v| &v.reports).collect();
        assert!(!told.iter().any(|r| r.starts_with('b') || r.starts_with('c')), "{told:?}");
    }
    let denied = |e: &MergedEvent| e.stands.iter().any(|v| v.value == Stand::Denied);
    assert_eq!(events.iter().filter(|e| denied(e)).flat_map(|e| &e.stands).count(), 2);
}

#[test]
fn look_alikes_with_other_names_are_two_events() {
    let shot = |key: &str, name: &str| {
        let mut it = record(key, "2031-03-04", &format!("Gunmen shot {name} in Amel on Tuesday."));
        mention(&mut it, "person", name, None);
        event(&mut it, "ASSAULT", "shot", &["Gunmen"], &[name]);
        it
    };
    let events = merged(&[
        shot("a", "Ines Calder"),
        shot("b", "Ines Calder"),
        shot("c", "Tomas Brandt"),
        shot("d", "Tomas Brandt"),
    ]);
    assert_eq!(sizes(&events), [2, 2]);
}

#[test]
fn a_word_in_common_is_no_evidence() {
    let warned = |key: &str, who: &str, whom: &str| {
        let mut it = record(key, "2031-03-04", &format!("{who} warned {whom}."));
        event(&mut it, "THREATEN", "warned", &[who], &[whom]);
        it
    };
    let events = merged(&[warned("a", "Dockers", "owners"), warned("b", "Bakers", "millers")]);
    assert_eq!(sizes(&events), [1, 1]);
}

#[test]
fn what_is_only_possible_is_no_report_of_what_happened() {
    let mut possible = shelled("b", "2031-03-05", 3);
    last(&mut possible).modality = "hypothetical".to_string();
    assert_eq!(sizes(&merged(&[shelled("a", "2031-03-04", 3), possible])), [1, 1]);
}

#[test]
fn days_that_lie_apart_tell_two_events() {
    let on = |key: &str, when: &str| {
        let mut it = shelled(key, "2031-03-20", 3);
        last(&mut it).date = Some(day(when));
        it
    };
    assert_eq!(sizes(&merged(&[on("a", "2031-03-04"), on("b", "2031-03-05")])), [2]);
    assert_eq!(sizes(&merged(&[on("a", "2031-03-04"), on("b", "2031-03-18")])), [1, 1]);
}

#[test]
fn who_acts_and_who_is_acted_upon_are_told_apart() {
    let attack = |key: &str, who: &str, whom: &str| {
        let mut it = record(key, "2031-03-04", &format!("{who} attacked {whom}."));
        event(&mut it, "ASSAULT", "attacked", &[who], &[whom]);
        it
    };
    let events = merged(&[
        attack("a", "Sailors", "pirates"),
        attack("b", "Pirates", "sailors"),
        attack("c", "Sailors", "pirates"),
    ]);
    assert_eq!(sizes(&events), [2, 1]);
}

#[test]
fn words_of_one_group_name_one_given_event() {
    let given = |record: &Record, words: &str, lemma: &str| Given {
        span: span(record, words),
        sentence: verbale_record::Span::new(0, record.doc.text.len() as u32),
        lemma: lemma.to_string(),
        verbal: true,
        parties: vec![GivenParty {
            actor: Some(false),
            head: "mill".into(),
            ..GivenParty::default()
        }],
        ..Given::default()
    };
    let (a, b) = (
        record("a", "2031-03-04", "Fairburn bought the old mill."),
        record("b", "2031-03-04", "Fairburn has acquired the mill, and painted it."),
    );
    let joiner = joiner();
    let mut all = joiner.given(&a, &[given(&a, "bought", "buy")]);
    all.extend(
        joiner.given(&b, &[given(&b, "acquired", "acquire"), given(&b, "painted", "paint")]),
    );
    let groups = joiner.group(&mut all);
    let members: Vec<Vec<usize>> = groups.into_iter().map(|g| g.members).collect();
    assert_eq!(members, [vec![0, 1], vec![2]]);
}

#[test]
fn persons_of_documents_are_joined_by_full_name_or_description() {
    let named = |key: &str, name: &str, code: &str| {
        let mut it = record(key, "2031-03-04", &format!("{name} spoke."));
        mention(&mut it, "person", name, Some(&format!("x:{key}:0")));
        it.mentions[0].code = Some(code.to_string());
        it
    };
    let all = [
        named("a", "Ines Calder", "USA.EDU"),
        named("b", "Ines Calder", "USA"),
        named("c", "Calder", "USA.EDU"),
        named("d", "Calder", "USA.MED"),
        named("e", "Tomas Brandt", "USA"),
    ];
    let joined = join_persons(&all.iter().collect::<Vec<_>>());
    let mut of: Vec<(&str, &str)> = joined.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    of.sort_unstable();
    assert_eq!(of, [("x:a:0", "x:a:0"), ("x:b:0", "x:a:0"), ("x:c:0", "x:a:0")]);
}

/// A story of many reports, by a fixed rule.
fn many() -> Vec<Record> {
    let (who, whom) = (["Rebels", "Police", "Sailors"], ["the ferry", "the depot"]);
    let verbs = ["shelled", "attacked", "bombed", "seized", "stormed"];
    let one = |i: usize| {
        let (a, b, v) = (who[i % 3], whom[i / 2 % 2], verbs[i * i % 5]);
        let mut it = record(
            &format!("d{i:02}"),
            &format!("2031-03-{:02}", 1 + i % 9),
            &format!("{a} {v} {b}."),
        );
        event(&mut it, "ASSAULT", v, &[a], &[b]);
        if i.is_multiple_of(4) {
            event(&mut it, "COERCE", v, &[a], &[b]);
            last(&mut it).polarity = "-".to_string();
        }
        it
    };
    (0..40).map(one).collect()
}

#[test]
fn the_order_of_input_does_not_matter() {
    let mut records = many();
    let told = merged(&records);
    for turn in [1, 7, 19] {
        records.rotate_left(turn);
        records.swap(0, turn);
        assert_eq!(merged(&records), told);
    }
}

#[test]
fn every_report_is_in_exactly_one_event() {
    let records = many();
    let events = merged(&records);
    let mut told: Vec<&str> =
        events.iter().flat_map(|e| e.reports.iter().map(|r| r.event.as_str())).collect();
    told.sort_unstable();
    let mut given: Vec<String> =
        records.iter().flat_map(|r| r.events.iter().map(|e| r.global_id(&e.id))).collect();
    given.sort_unstable();
    assert_eq!(told, given);
    assert!(events.iter().any(|e| e.reports.len() > 2), "nothing was joined");
    for event in &events {
        let stands: usize = event.stands.iter().map(|v| v.reports.len()).sum();
        assert_eq!(stands, event.reports.len(), "each report tells it or denies it");
    }
    let mut ids: Vec<&str> = events.iter().map(|e| e.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), events.len());
}

#[test]
fn an_id_stays_when_later_reports_come() {
    let mut records = vec![shelled("b", "2031-03-04", 3)];
    let id = merged(&records)[0].id.clone();
    records.push(shelled("a", "2031-03-06", 4));
    let events = merged(&records);
    assert_eq!((events.len(), events[0].id.as_str()), (1, id.as_str()));
}

/// A report of an act of one kind at Port Amel, by those with an actor code to others with one.
fn act(key: &str, kind: &str, verb: &str, by: (&str, &str), to: (&str, &str)) -> Record {
    let text = format!("{} {verb} {} at Port Amel.", by.0, to.0);
    let mut it = record(key, "2031-03-04", &text);
    mention(&mut it, "place", "Port Amel", None);
    event(&mut it, kind, verb, &[by.0], &[to.0]);
    last(&mut it).actors[0].code = Some(by.1.to_string());
    last(&mut it).recipients[0].code = Some(to.1.to_string());
    it
}

#[test]
fn who_is_held_tells_arrests_apart() {
    let held = |key: &str, whom: &str| {
        act(key, "COERCE", "arrested", ("Police", "AME.COP"), (whom, "AME.CVL"))
    };
    let events = merged(&[held("a", "the baker"), held("b", "the miller"), held("c", "the baker")]);
    assert_eq!(sizes(&events), [2, 1]);
}

#[test]
fn what_police_and_what_gunmen_do_is_not_one() {
    let shot =
        |key: &str, by: (&str, &str)| act(key, "ASSAULT", "shot", by, ("the guards", "AME.CVL"));
    let (police, gunmen) = (("Police", "AME.COP"), ("Gunmen", "AME.UAF"));
    assert_eq!(sizes(&merged(&[shot("a", police), shot("b", gunmen), shot("c", police)])), [2, 1]);
}

#[test]
fn captured_and_arrested_may_be_one() {
    let (navy, pirates) = (("The navy", "AME.MIL"), ("pirates", "AME.CRM"));
    let events = merged(&[
        act("a", "COERCE", "arrested", navy, pirates),
        act("b", "ASSAULT", "captured", navy, pirates),
    ]);
    assert_eq!(sizes(&events), [2]);
}

#[test]
fn what_is_told_weeks_later_without_day_or_name_is_another() {
    let events = |later: &str| merged(&[shelled("a", "2031-03-04", 3), shelled("b", later, 3)]);
    assert_eq!(sizes(&events("2031-03-20")), [2]);
    assert_eq!(sizes(&events("2031-05-20")), [1, 1]);
}

#[test]
fn a_place_is_where_it_was_and_nobody_to_whom() {
    let mut it = record("a", "2031-03-04", "A shooting in Port Amel.");
    mention(&mut it, "place", "Port Amel", None);
    event(&mut it, "ASSAULT", "shooting", &[], &["Port Amel"]);
    let all = joiner().coded(&it);
    assert!(all[0].recipients.keys.is_empty() && all[0].around.sites.contains("port amel"));
}

/// A report in which somebody does something to somebody in Port Amel, with a place only where it is named.
fn does(key: &str, text: &str, verb: &str, by: &[&str], to: &[(&str, &str)]) -> Record {
    let mut it = record(key, "2031-03-04", text);
    to.iter().for_each(|(kind, name)| mention(&mut it, kind, name, None));
    let to: Vec<&str> = to.iter().map(|(_, name)| *name).collect();
    event(&mut it, "ASSAULT", verb, by, &to);
    it
}

#[test]
fn one_of_several_is_an_event_of_his_own() {
    let text = |whom: &str| format!("Rebels shot {whom} at the ferry landing before dawn.");
    let shot = |key: &str, kind: &str, whom: &str| {
        does(key, &text(whom), "shot", &["Rebels"], &[(kind, whom)])
    };
    let sizes_of = |records: [Record; 2]| sizes(&merged(&records));
    let sailors = || shot("a", "group", "sailors");
    assert_eq!(sizes_of([sailors(), shot("b", "person", "a sailor")]), [1, 1]);
    assert_eq!(sizes_of([sailors(), shot("b", "group", "sailors")]), [2]);
    let two = does(
        "b",
        "Rebels shot Ines Calder and Tomas Brandt at the ferry landing before dawn.",
        "shot",
        &["Rebels"],
        &[("person", "Ines Calder"), ("person", "Tomas Brandt")],
    );
    assert_eq!(sizes_of([sailors(), two]), [2]);
}

#[test]
fn a_doer_in_common_is_no_evidence_of_an_act() {
    let shot = |key: &str, text: &str, place: &str| {
        let mut it = does(key, text, "shot", &["A gunman"], &[]);
        last(&mut it).place = (!place.is_empty()).then(|| site(place));
        it
    };
    let (gate, mill) = ("A gunman shot through the gate.", "A gunman shot when bakers slept.");
    let told = |place| sizes(&merged(&[shot("a", gate, place), shot("b", mill, place)]));
    assert_eq!((told(""), told("Port Amel")), (vec![1, 1], vec![2]));
}

#[test]
fn headlines_of_arrests_are_read_either_way() {
    let held = |key: &str, by: &[&str], to: &[&str]| {
        let mut it = record(key, "2031-03-04", "Ines Calder arrested over the ferry.");
        mention(&mut it, "person", "Ines Calder", None);
        event(&mut it, "COERCE", "arrested", by, to);
        it
    };
    let (headline, text) = (held("a", &["Ines Calder"], &[]), held("b", &[], &["Ines Calder"]));
    assert_eq!(sizes(&merged(&[headline, text])), [2]);
}

#[test]
fn a_gunman_who_is_shot_is_not_the_gunman_who_shoots() {
    let (gunman, guards) = (("a gunman", "AME.UAF"), ("guards", "AME.COP"));
    let events = merged(&[
        act("a", "ASSAULT", "shot", gunman, ("a baker", "AME.CVL")),
        act("b", "ASSAULT", "shot", guards, ("the shooter", "AME.UAF")),
    ]);
    assert_eq!(sizes(&events), [1, 1]);
}

#[test]
fn attacks_may_be_others() {
    let told = |key: &str, text: &str| {
        let mut it = record(key, "2031-03-04", text);
        mention(&mut it, "place", "Port Amel", None);
        event(&mut it, "ASSAULT", "attacks", &[], &["Port Amel"]);
        last(&mut it).by = "noun".to_string();
        it
    };
    let (a, b) = ("Five attacks in Port Amel went unsolved.", "Farmers fear attacks in Port Amel.");
    assert_eq!(sizes(&merged(&[told("a", a), told("b", b)])), [1, 1]);
    assert_eq!(sizes(&merged(&[told("a", a), told("b", a)])), [2]);
}
