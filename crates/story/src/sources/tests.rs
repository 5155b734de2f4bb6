//! Sources of reports, made by hand.

use super::*;

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
