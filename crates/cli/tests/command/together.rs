//! What documents of a store say together: stories and merged events follow what is added, with the ids
//! that `verbale stories` gives.

use crate::program::Desk;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::Duration;

/// A happening: what its reports say, and words of its own.
type Happening = (&'static str, [&'static str; 8]);

const HAPPENINGS: [Happening; 3] = [
    (
        "Peru accused Ecuador of moving survey stones near Macara",
        [
            "surveyors",
            "riverbank",
            "theodolite",
            "granite",
            "boundary",
            "ravine",
            "llama",
            "cartographer",
        ],
    ),
    (
        "Ghana criticized Togo over the harbour fees of Aflao",
        ["dockers", "barges", "salt", "quayside", "tariff", "lagoon", "crane", "stevedore"],
    ),
    (
        "Kenya thanked Uganda for the maize that came through Busia",
        ["lorries", "sacks", "granary", "weighbridge", "drought", "millers", "porridge", "silo"],
    ),
];
const VERBS: [&str; 13] = [
    "kept", "sold", "drew", "lost", "met", "held", "left", "found", "moved", "bent", "sent",
    "built", "knew",
];
const LINKS: [&str; 11] = [
    "while", "because", "although", "beside", "until", "against", "beneath", "behind", "toward",
    "without", "across",
];

/// A report of a happening, told by outlet `n` in sentences of its own.
fn report(h: usize, n: usize, day: &str) -> String {
    let (lead, own) = HAPPENINGS[h];
    let sentence = |i: usize| {
        let word = |k: usize| own[(i * 3 + n * 5 + k * (n + 1)) % 8];
        let (verb, other) = (VERBS[(i * 2 + n * 3 + h) % 13], VERBS[(i * 5 + n + h * 4) % 13]);
        let link = LINKS[(i + n * 4 + h * 2) % 11];
        format!("The {} {verb} {} {link} {} {other} {}.", word(0), word(1), word(2), word(3))
    };
    let sentences: Vec<String> = (0..7).map(sentence).collect();
    json!({
        "id": format!("h{h}.{n}"), "url": format!("https://paper{n}.example/{h}"),
        "outlet": format!("Paper {n}"), "published_at": day, "title": lead,
        "text": format!("{lead} on Monday. {}", sentences.join(" ")),
    })
    .to_string()
}

/// Happenings that are told on three days, each by two outlets a day; one report has no day.
fn news() -> Vec<String> {
    let mut lines = Vec::new();
    for day in 0..5 {
        for happening in 0..HAPPENINGS.len() {
            for n in 0..3 {
                if happening + n == day {
                    let date = format!("2031-03-{:02}", 3 + day);
                    lines.push(report(happening, n, &date));
                    lines.push(report(happening, n + 5, &date));
                }
            }
        }
    }
    lines.push(report(1, 9, "").replace("\"published_at\":\"\",", ""));
    lines
}

fn put(desk: &Desk, name: &str, lines: &[String]) {
    desk.put(name, lines.iter().map(|line| line.clone() + "\n").collect::<String>());
}

fn table(desk: &Desk, store: &str, table: &str) -> Vec<Value> {
    desk.run(&format!("export --table {table} {store}")).fine().records()
}

fn told(desk: &Desk, store: &str) -> Vec<Vec<Value>> {
    ["stories", "reports", "merged"].map(|name| table(desk, store, name)).to_vec()
}

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or_default()
}

#[test]
fn a_store_has_the_stories_and_events_that_the_command_gives() {
    let desk = Desk::new("together-same");
    let news = news();
    put(&desk, "all.jsonl", &news);
    desk.run("add -q whole all.jsonl").fine();
    let stories = table(&desk, "whole", "stories");
    let keys: BTreeMap<&str, &str> =
        stories.iter().map(|r| (text(r, "doc_key"), text(r, "doc_id"))).collect();
    let ours: Vec<Value> = stories
        .iter()
        .map(|r| {
            let copy_of = keys.get(text(r, "copy_of"));
            json!({"doc": r["doc_id"], "story": r["story"], "thread": r["thread"], "copy_of": copy_of,
                "copy_kind": r["copy_kind"]})
        })
        .collect();
    assert_eq!(ours, desk.run("stories -q --window 30 all.jsonl").fine().records());
    let groups: BTreeSet<&str> = stories.iter().map(|r| text(r, "story")).collect();
    assert_eq!(groups.len(), HAPPENINGS.len(), "{stories:#?}");
    let mut ours: Vec<(&str, String)> = table(&desk, "whole", "reports")
        .iter()
        .map(|r| (keys[text(r, "doc_key")], text(r, "merged").to_string()))
        .collect();
    let events = desk.run("stories -q --window 30 --events all.jsonl").fine().records();
    let mut theirs: Vec<(&str, String)> =
        events.iter().map(|r| (text(r, "doc"), text(r, "event").to_string())).collect();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
    let merged: BTreeSet<&String> = ours.iter().map(|(_, event)| event).collect();
    assert!(merged.len() * 2 <= ours.len(), "reports are joined: {ours:?}");
}

#[test]
fn wherever_what_is_added_is_cut_it_is_the_same() {
    let desk = Desk::new("together-cut");
    let news = news();
    put(&desk, "all.jsonl", &news);
    desk.run("add -q whole all.jsonl").fine();
    let whole = told(&desk, "whole");
    for step in [1, 5] {
        let store = format!("cut{step}");
        for (n, lines) in news.chunks(step).enumerate().filter(|_| step > 1) {
            put(&desk, &format!("{n}.jsonl"), lines);
            desk.run(&format!("add -q {store} {n}.jsonl")).fine();
        }
        if step == 1 {
            // In the middle of each day, and what is there comes again.
            for end in [1, 4, 9, news.len()] {
                put(&desk, "part.jsonl", &news[..end]);
                desk.run(&format!("add -q {store} part.jsonl")).fine();
            }
        }
        assert_eq!(told(&desk, &store), whole, "cut at every {step}");
        desk.run(&format!("verify -q {store}")).fine();
    }
    std::fs::remove_file(desk.path("cut5/stories.state")).expect("a file");
    put(&desk, "more.jsonl", &[report(0, 8, "2031-03-09")]);
    desk.run("add -q cut5 more.jsonl").fine();
    desk.run("add -q whole more.jsonl").fine();
    assert_eq!(told(&desk, "cut5"), told(&desk, "whole"), "what is kept can be made again");
}

#[test]
fn late_documents_find_their_story_and_old_ids_lead_on() {
    let desk = Desk::new("together-late");
    put(&desk, "days.jsonl", &[report(0, 0, "2031-03-03"), report(1, 0, "2031-03-09")]);
    put(&desk, "late.jsonl", &[report(0, 5, "2031-03-02"), report(2, 0, "2031-03-04")]);
    desk.run("add -q store days.jsonl").fine();
    let before = table(&desk, "store", "stories");
    desk.run("add -q store late.jsonl").fine();
    let after = table(&desk, "store", "stories");
    let story = |doc: &str, rows: &[Value]| {
        let row = rows.iter().find(|r| r["doc_id"] == doc).expect("placed");
        text(row, "story").to_string()
    };
    assert_eq!(story("h0.5", &after), story("h0.0", &after));
    assert_eq!(story("h0.0", &after), story("h0.0", &before), "what was settled stays");
    assert_ne!(story("h2.0", &after), story("h0.0", &after));
    let late = after.iter().find(|r| r["doc_id"] == "h0.5").expect("placed");
    let own = desk.run(&format!("show store {}", story("h0.0", &after))).fine();
    assert!(own.text().contains(text(late, "doc_key")), "{}", own.text());
    desk.run("recode -q store").fine();
    assert_eq!(table(&desk, "store", "stories"), after, "nothing is another");
    desk.run("add -q --window 7 store late.jsonl").fine();
    let anew = table(&desk, "store", "stories");
    assert_eq!(story("h0.0", &anew), story("h0.5", &anew), "placed anew, by days");
    desk.run("verify -q store").fine();
}

#[test]
fn events_are_listed_counted_and_shown_once() {
    let desk = Desk::new("together-asked");
    put(&desk, "all.jsonl", &news());
    desk.run("add -q store all.jsonl").fine();
    let list =
        |words: &str| desk.run(&format!("query store --format json {words}")).fine().records();
    let reports = list("--who GHA --whom TGO --type ACCUSE");
    let merged = list("--merged --who GHA --whom TGO --type ACCUSE");
    assert_eq!((merged.len(), reports.len()), (1, 7), "{merged:#?}");
    let event = &merged[0];
    assert_eq!(event["n_reports"], 7);
    assert_eq!(
        (event["sources_least"].as_i64(), event["sources_most"].as_i64()),
        (Some(7), Some(7))
    );
    let count = list("--count month --who GHA --whom TGO --type ACCUSE");
    let sum = |key: &str| count.iter().map(|r| r[key].as_i64().expect("a number")).sum::<i64>();
    assert_eq!(["events", "merged", "sourced", "sources_least"].map(sum), [7, 1, 1, 7]);
    let id = text(event, "merged");
    let shown = desk.run(&format!("show store {id}")).fine();
    for part in [id, "7 reports", "7 documents; independent sources: 7 to 7", "Paper 9", "GHA"] {
        assert!(shown.text().contains(part), "{part}: {}", shown.text());
    }
    let story = desk.run(&format!("show store {}", text(event, "story"))).fine();
    for part in
        [": 7 documents", "h1.0, Paper 0, 2031-03-04", id, "voice", "\"Ghana criticized Togo"]
    {
        assert!(part == "voice" || story.text().contains(part), "{part}: {}", story.text());
    }
    let table = desk.run("query store --merged --who GHA").fine();
    assert!(table.text().starts_with("day"), "{}", table.text());
    let csv = desk.run("export --table merged --format csv store").fine();
    assert!(csv.text().starts_with("merged,story,day,type,"), "{}", csv.text());
    desk.run("export --table merged --format parquet store")
        .ends(2, &["it stands in store/merged"]);
    assert_eq!(desk.run("query store --merged --count month").code, 2, "a count has both");
    desk.run("show store v:0000").ends(1, &["no story this id"]);
}

#[test]
fn what_is_killed_while_it_is_placed_comes_out_the_same() {
    let desk = Desk::new("together-killed");
    let news: Vec<String> = (0..30)
        .flat_map(|_| news())
        .enumerate()
        .map(|(n, line)| line.replacen(".example/", &format!(".example/{n}/"), 1))
        .collect();
    put(&desk, "first.jsonl", &news[..300]);
    put(&desk, "second.jsonl", &news[300..]);
    for file in ["first", "second"] {
        desk.run(&format!("add -q whole {file}.jsonl")).fine();
    }
    for file in ["first", "second"] {
        for delay in [500, 900, 1400, 2000] {
            let mut child = desk.start(&["add", "-q", "store", &format!("{file}.jsonl")]);
            thread::sleep(Duration::from_millis(delay));
            child.kill().expect("a process of ours");
            child.wait().expect("it ends");
        }
        desk.run(&format!("add -q store {file}.jsonl")).fine();
    }
    assert_eq!(told(&desk, "store"), told(&desk, "whole"));
    desk.run("verify -q store").fine();
}
