//! Sources of reports, made by hand.

use super::*;
use crate::copies::{Copy, CopyKind};
use crate::events::{MergedEvent, ReportOfEvent};
use verbale_record::{Event, Record};

fn report(doc: &str, outlet: &str) -> Origin {
    Origin { doc: doc.into(), outlet: Some(outlet.into()), ..Origin::default() }
}

fn reasons(told: &Sources) -> Vec<(&str, &str, Reason)> {
    told.links.iter().map(|l| (l.a.as_str(), l.b.as_str(), l.reason)).collect()
}

#[test]
fn reports_without_a_link_are_as_many_sources_as_outlets() {
    let told = sources(&[report("a", "north"), report("b", "south")]);
    assert_eq!((told.at_least, told.at_most, told.links.len()), (2, 2, 0));
    assert_eq!(sources(&[]), Sources::default());
}

#[test]
fn an_outlet_is_one_source_and_says_why() {
    let told = sources(&[report("a", "north"), report("b", "north"), report("c", "south")]);
    assert_eq!((told.at_least, told.at_most), (2, 2));
    assert_eq!(reasons(&told), [("a", "b", Reason::Outlet)]);
}

#[test]
fn those_who_credit_an_agency_depend_on_its_own_report() {
    let credits = |doc, outlet| Origin { agencies: vec!["wire".into()], ..report(doc, outlet) };
    let told = sources(&[report("w", "wire"), credits("a", "north"), credits("b", "south")]);
    assert_eq!((told.at_least, told.at_most), (1, 3));
    assert_eq!(reasons(&told), [("a", "b", Reason::Agency), ("a", "w", Reason::Agency)]);
}

#[test]
fn the_word_of_an_outlet_ties_who_passes_it_on() {
    let cites = Origin { cites: vec!["north".into()], ..report("b", "south") };
    let told = sources(&[report("a", "north"), cites]);
    assert_eq!(reasons(&told), [("a", "b", Reason::AccordingTo)]);
    assert_eq!((told.at_least, told.at_most), (1, 2));
}

#[test]
fn copies_owners_and_sole_speakers_tie() {
    let copy = Origin { copies: Some("a".into()), ..report("b", "south") };
    let owned = |doc, outlet| Origin { owner: Some("holding".into()), ..report(doc, outlet) };
    let quotes = |doc, outlet| Origin { speaker: Some("the mayor".into()), ..report(doc, outlet) };
    let all = [report("a", "north"), copy, owned("c", "east"), owned("d", "west")];
    let told = sources(&[&all[..], &[quotes("e", "hill"), quotes("f", "vale")]].concat());
    let why =
        [("a", "b", Reason::Copy), ("c", "d", Reason::Owner), ("e", "f", Reason::SoleSpeaker)];
    assert_eq!(reasons(&told), why);
    assert_eq!((told.at_least, told.at_most), (3, 6));
}

#[test]
fn a_document_that_also_tells_it_in_its_own_voice_has_no_sole_speaker() {
    let quotes = |doc, outlet| Origin { speaker: Some("the mayor".into()), ..report(doc, outlet) };
    let told = sources(&[quotes("a", "north"), report("a", "north"), quotes("b", "south")]);
    assert_eq!((told.at_least, told.links.len()), (2, 0));
}

#[test]
fn order_does_not_matter_and_the_interval_never_turns_over() {
    let mut all: Vec<Origin> = (0..24)
        .map(|i| Origin {
            agencies: (i % 5 == 0).then(|| format!("wire{}", i % 2)).into_iter().collect(),
            copies: (i % 7 == 3).then(|| format!("d{:02}", i - 1)),
            ..report(&format!("d{i:02}"), &format!("outlet{}", i % 11))
        })
        .collect();
    let told = sources(&all);
    assert!(told.at_least <= told.at_most && told.at_least > 0 && !told.links.is_empty());
    for turn in 0..all.len() {
        all.rotate_left(turn);
        all.swap(0, 5);
        assert_eq!(sources(&all), told);
    }
}

const OUTLETS: &str = "# invented\nname\tdomain\towner\nNorth Gazette\tnorth.example|n.example\tHolding\nSouth \
    Courier\tsouth.example\tHolding\nEast Post\teast.example\t\n";

/// A record with one event, published at an address.
fn told(key: &str, url: &str) -> Record {
    let mut record = Record::default();
    record.doc.key = key.to_string();
    record.doc.url = Some(url.to_string());
    let mut event = Event::default();
    event.id = "e1".to_string();
    record.events.push(event);
    record
}

fn event(keys: &[&str]) -> MergedEvent {
    let report = |key: &&str| ReportOfEvent {
        event: format!("{key}#e1"),
        doc: key.to_string(),
        according_to: Vec::new(),
    };
    MergedEvent { reports: keys.iter().map(report).collect(), ..MergedEvent::default() }
}

#[test]
fn owners_are_found_by_name_and_domain() {
    let owners = Owners::new(OUTLETS).expect("a sound table");
    let of = |url: &str| owners.of(&told("a", url)).map(str::to_string);
    assert_eq!(of("https://sport.n.example/1").as_deref(), Some("Holding"));
    assert_eq!(of("https://east.example/1"), None);
    assert_eq!(of("https://notn.example/1"), None);
    assert!(Owners::new("name\tdomain\n").is_err_and(|e| e.contains("owner")));
}

#[test]
fn copies_and_owners_of_a_story_are_heard() {
    let owners = Owners::new(OUTLETS).expect("a sound table");
    let addresses = [
        ("a", "north"),
        ("b", "south"),
        ("c", "east"),
        ("d", "hill"),
        ("e", "vale"),
        ("f", "vale"),
    ];
    let records: Vec<Record> = addresses
        .iter()
        .map(|(key, at)| told(key, &format!("https://{at}.example/{key}")))
        .collect();
    let copy = |doc: &str, of: &str, kind| Copy { doc: doc.into(), of: of.into(), kind };
    let copies = [
        copy("c", "x", CopyKind::Edited),
        copy("d", "c", CopyKind::Passage),
        copy("e", "a", CopyKind::Boilerplate),
    ];
    let provenance = Provenance::new(&records, &copies, &owners);
    let found = provenance.sources(&event(&["a", "b", "c", "d", "e", "f", "unknown"]));
    // Both "c" and "d" have their text from "x", which does not tell it; "e" shares boilerplate.
    let why = [("a", "b", Reason::Owner), ("c", "d", Reason::Copy), ("e", "f", Reason::Outlet)];
    assert_eq!(reasons(&found), why);
    assert_eq!((found.at_least, found.at_most), (3, 5));
    assert_eq!(provenance.sources(&event(&[])), Sources::default());
}

#[test]
fn the_table_of_outlets_has_owners() {
    let table = include_str!("../../../../atlas/tables/outlets.tsv");
    let rows = crate::table::rows("outlets.tsv", table, ["name", "owner", "owner_as_of"]);
    let rows = rows.expect("a sound table");
    let owned = rows.iter().filter(|[_, owner, _]| !owner.is_empty());
    assert!(owned.count() > 1);
    for [name, owner, year] in rows {
        assert_eq!(owner.is_empty(), year.is_empty(), "{name}: who owns it and when go together");
        assert!(year.is_empty() || year.parse::<u16>().is_ok_and(|y| y > 1990), "{name}: {year}");
    }
}
