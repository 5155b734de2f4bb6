//! Times adding and asking: `cargo bench -p verbale-store --bench questions -- FOLDER [DOCUMENTS]`.
//!
//! Makes DOCUMENTS records (default 2,000) of seven events each, by a small grammar with some states in
//! the news far more often than others, over twenty years; adds them to a store in FOLDER, which must
//! be new, each the story of its own with its events as merged ones; then asks, each question five times. Prints lines of CSV: what, number, seconds (of a
//! question the median). Asserts that a question has the same answer each time, and some.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use serde_json::json;
use std::path::PathBuf;
use std::time::Instant;
use verbale_record::Record;
use verbale_record::ids::document_key;
use verbale_record::together::{Merged, Placement};
use verbale_store::{By, Joined, Question, Store, StoreError, Who};

const EVENTS: usize = 7;
const SECTORS: &[&str] = &["", ".GOV", ".MIL", ".GOV.MFA", ".OPP", ".CVL", ".BUS"];
const TYPES: &[(&str, u8, f64)] = &[
    ("AGREE", 1, 3.0),
    ("CONSULT", 1, 1.5),
    ("SUPPORT", 1, 5.0),
    ("COOPERATE", 2, 6.0),
    ("AID", 2, 7.0),
    ("YIELD", 2, 5.0),
    ("REQUEST", 3, -1.0),
    ("ACCUSE", 3, -2.0),
    ("REJECT", 3, -4.0),
    ("THREATEN", 3, -5.0),
    ("PROTEST", 4, -6.0),
    ("SANCTION", 4, -6.5),
    ("COERCE", 4, -7.0),
    ("MOBILIZE", 4, -7.2),
    ("ASSAULT", 4, -9.5),
];

/// Numbers from a fixed seed (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % n
    }

    /// A number below `n`, small ones far more often.
    fn rare(&mut self, n: usize) -> usize {
        let x = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((n as f64).powf(x) - 1.0) as usize
    }

    /// An actor code: one of 200 states, and a sector.
    fn code(&mut self) -> String {
        let n = self.rare(200);
        let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
        let state: String = [letter(n / 26), letter(n), letter(n * 7 + 3)].iter().collect();
        state + SECTORS[self.rare(SECTORS.len())]
    }
}

/// Record `n` of `of`, in the order of days.
fn record(dice: &mut Dice, n: usize, of: usize) -> Record {
    let month = n * 240 / of;
    let day = format!("{}-{:02}-{:02}", 2011 + month / 12, month % 12 + 1, dice.below(28) + 1);
    let text = format!("Report {n}: talks, grain, borders and {} more.", dice.below(1000));
    let span = json!({"start": 0, "end": 6});
    let event = |(at, dice): (usize, &mut Dice)| {
        let party = |code: String| json!([{"start": 0, "end": 6, "text": "Report", "code": code}]);
        let (kind, quad, intensity) = TYPES[dice.rare(TYPES.len())];
        let voices = if dice.below(2) == 0 { json!(["s1"]) } else { json!([]) };
        json!({"id": format!("e{at}"), "type": kind, "quad": quad, "intensity": intensity,
            "cameo": "010", "sentence": span, "actors": party(dice.code()),
            "recipients": party(dice.code()), "according_to": voices, "polarity": "+",
            "modality": "actual", "by": "x", "confidence": 0.5,
            "date": {"value": day, "start": day, "end": day}})
    };
    let events: Vec<_> = (1..=EVENTS).map(|at| event((at, &mut *dice))).collect();
    let statement = json!({"id": "s1", "kind": "indirect", "stance": "assert", "negated": false,
        "act": "speech", "sentence": span, "by": "x", "confidence": 0.5,
        "speaker": {"name": "a minister", "code": dice.code(), "named": false}});
    let line = json!({"schema": 2, "version": "0.1.0",
        "doc": {"id": n.to_string(), "key": document_key("", &text), "text": text, "sha256": "",
            "published_at": day},
        "statements": [statement], "events": events});
    Record::parse(&line.to_string()).expect("a record")
}

/// Places every document in a story of its own, and has each of its events as a merged one.
fn follow(store: &mut Store) {
    let plan = store.plan("bench", None, 30).expect("a ledger").expect("documents");
    for batch in &plan.batches {
        let keys = batch.documents.iter().map(|n| store.numbered(*n).expect("a ledger"));
        let keys = keys.map(|record| record.expect("a record").doc.key);
        let placed = keys.map(|key| Placement {
            story: format!("s{key}"),
            thread: format!("t{key}"),
            doc_key: key,
            ..Placement::default()
        });
        let placed: Vec<Placement> = placed.collect();
        store.place(batch, &[], &placed, &[], str::to_string).expect("room");
    }
    store.all_placed().expect("room");
    for story in store.unjoined().expect("a ledger") {
        let mut events = Vec::new();
        for (number, _) in store.of_story(&story).expect("a ledger") {
            let record = store.numbered(number).expect("a ledger").expect("a record");
            events.extend(record.events.iter().map(|e| merged(&story, &record, e)));
        }
        store.join(&story, &events).expect("room");
    }
    store.all_joined().expect("room");
    store.tell().expect("room");
}

/// An event of one report.
fn merged(story: &str, record: &Record, event: &verbale_record::Event) -> Joined {
    let side = |side: &[verbale_record::Participant]| {
        side.iter().map(|p| (p.text.clone(), p.code.clone())).collect()
    };
    let merged = Merged {
        id: format!("v:{}", record.global_id(&event.id)),
        story: story.to_string(),
        day: event.date.as_ref().and_then(|d| d.start.clone()),
        kind: event.kind.clone(),
        quad: event.quad,
        intensity: event.intensity,
        actors: side(&event.actors),
        recipients: side(&event.recipients),
        n_reports: 1,
        n_documents: 1,
        sources_least: 1,
        sources_most: 1,
        ..Merged::default()
    };
    Joined { merged, reports: vec![(record.doc.key.clone(), event.id.clone())] }
}

/// Asks five times and prints the median time.
fn time(what: &str, mut ask: impl FnMut() -> usize) {
    let mut seconds: Vec<f64> = Vec::new();
    let mut answers: Vec<usize> = Vec::new();
    for _ in 0..5 {
        let begin = Instant::now();
        answers.push(ask());
        seconds.push(begin.elapsed().as_secs_f64());
    }
    assert!(answers[0] > 0 && answers.iter().all(|n| *n == answers[0]), "{what}: {answers:?}");
    seconds.sort_by(f64::total_cmp);
    println!("{what},{},{:.4}", answers[0], seconds[2]);
}

fn main() {
    let mut args = std::env::args().skip(1).filter(|a| a != "--bench");
    let folder =
        args.next().map_or_else(|| std::env::temp_dir().join("verbale-questions"), PathBuf::from);
    let documents: usize = args.next().map_or(2000, |n| n.parse().expect("DOCUMENTS is a number"));
    println!("what,number,seconds");
    let mut dice = Dice(1);
    let begin = Instant::now();
    let mut store = Store::create(&folder).expect("a new folder");
    for n in 0..documents {
        let record = record(&mut dice, n, documents);
        assert!(store.add(&record, "bench").expect("room"), "the folder must be new");
    }
    store.finish().expect("room");
    println!("add,{documents},{:.1}", begin.elapsed().as_secs_f64());
    let begin = Instant::now();
    follow(&mut store);
    println!("place and join,{documents},{:.1}", begin.elapsed().as_secs_f64());
    drop(store);
    let store = Store::read(&folder).expect("a store");
    let code = |code: &str| Some(Who::Code(code.to_string()));
    let actor = Question { who: code("AAD"), ..Question::default() };
    let dyad = Question { whom: code("ABK"), ..actor.clone() };
    let below = Question { who: code("AAD.GOV"), ..Question::default() };
    let month = |from: &Question| Question {
        since: Some("2019-06".into()),
        until: Some("2019-06".into()),
        ..from.clone()
    };
    let count = |q: &Question, by| {
        let counts = store.summary(q, by).expect("counts");
        usize::try_from(counts.iter().map(|c| c.events).sum::<i64>()).expect("a count")
    };
    time("count of an actor by month", || count(&actor, By::Month));
    time("count of a ministry and below by month", || count(&below, By::Month));
    time("count of a dyad by month", || count(&dyad, By::Month));
    time("count of a month by type", || count(&month(&Question::default()), By::Type));
    time("count of an actor's recipients", || count(&actor, By::Whom));
    time("count of all actors in a month", || count(&month(&Question::default()), By::Who));
    let list = |q: &Question| {
        let q = Question { most: Some(100), ..q.clone() };
        store.events::<StoreError>(&q, |_| Ok(()), |bad| panic!("{bad}")).expect("events")
    };
    time("first 100 events of an actor", || list(&actor));
    time("first 100 events of a dyad", || list(&dyad));
    time("first 100 events of a month", || list(&month(&Question::default())));
    let once = |q: &Question| {
        let q = Question { most: Some(100), ..q.clone() };
        store.merged::<StoreError>(&q, |_| Ok(())).expect("events")
    };
    time("first 100 merged events of a dyad", || once(&dyad));
    time("first 100 merged events of a month", || once(&month(&Question::default())));
    let words = Question { text: Some("\"grain borders\" 77".into()), ..Question::default() };
    time("first 100 events of stories with words", || list(&words));
}
