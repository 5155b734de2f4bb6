//! What is told once is one event, and what is told twice is two: nothing is merged away that differs in
//! its parties, its kind, its sentence or in whether it happened.

use verbale::{Coder, Record, Story};
use verbale_record::{Event, Participant};

fn codes(all: &[Participant]) -> String {
    all.iter().filter_map(|p| p.code.as_deref()).collect::<Vec<_>>().join(",")
}

/// "AID + GHA TGO", a line an event, sorted.
fn told(record: &Record) -> Vec<String> {
    let one = |e: &Event| {
        format!("{} {} {} {}", e.kind, e.polarity, codes(&e.actors), codes(&e.recipients))
    };
    let mut all: Vec<String> = record.events.iter().map(one).collect();
    all.sort();
    all
}

#[test]
fn every_event_stands_once() {
    let coder = Coder::english();
    let check = |text: &str, want: &[&str]| {
        let record = coder.code(Story::text(text)).expect("English text");
        assert_eq!(told(&record), want, "{text}");
    };
    check("Pakistan sent tents and medicine to Afghanistan.", &["AID + PAK AFG"]);
    check("Ghana sent tents but no medicine to Togo.", &["AID + GHA TGO", "AID - GHA TGO"]);
    check(
        "Chile criticised Peru, and Peru criticised Bolivia.",
        &["ACCUSE + CHL PER", "ACCUSE + PER BOL"],
    );
    check(
        "Ghana criticised Togo and threatened Togo.",
        &["ACCUSE + GHA TGO", "THREATEN + GHA TGO"],
    );
    check(
        "Zambia thanked Malawi for its help. Zambia thanked Malawi for its patience.",
        &["SUPPORT + ZMB MWI", "SUPPORT + ZMB MWI"],
    );
}
