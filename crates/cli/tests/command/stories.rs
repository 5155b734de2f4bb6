//! `verbale stories`: which documents tell one story, and which copies which.
//!
//! `tests/cases/stories/` holds invented news; a line says beside what is read of it which `story` it is
//! of and what it is a `copy` of ("edited of wire").

use crate::program::{Desk, Ran, STORY, packed, records, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The lines of a case.
fn case(name: &str) -> Vec<Value> {
    let path = root().join("tests/cases/stories").join(name);
    records(&fs::read_to_string(path).expect("a case"))
}

/// Lines as the program reads them, without what is expected of them.
fn input(lines: &[Value]) -> String {
    let bare = lines.iter().cloned().map(|mut line| {
        for expected in ["story", "copy"] {
            line.as_object_mut().expect("an object").remove(expected);
        }
        format!("{line}\n")
    });
    bare.collect()
}

/// Documents by story, each story as the set of its documents.
fn stories(lines: &[Value], id: &str) -> BTreeSet<BTreeSet<String>> {
    let mut of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines {
        let doc = line[id].as_str().expect("an id").to_string();
        of.entry(line["story"].to_string()).or_default().insert(doc);
    }
    of.into_values().collect()
}

/// What each document copies: "edited of wire".
fn copies(ran: &Ran) -> Vec<Option<String>> {
    let copy = |line: Value| {
        let (kind, of) =
            (line["copy_kind"].as_str()?.to_string(), line["copy_of"].as_str()?.to_string());
        Some(format!("{kind} of {of}"))
    };
    ran.records().into_iter().map(copy).collect()
}

#[test]
fn invented_news_is_grouped_as_it_should_be() {
    let desk = Desk::new("stories-cases");
    for name in ["copies.jsonl", "fires.jsonl", "footers.jsonl", "votes.jsonl"] {
        let lines = case(name);
        let ran = desk.put(name, input(&lines)).run(&format!("stories {name}")).fine();
        assert_eq!(stories(&ran.records(), "doc"), stories(&lines, "id"), "{name}");
        let wanted: Vec<Option<String>> =
            lines.iter().map(|line| line["copy"].as_str().map(str::to_string)).collect();
        assert_eq!(copies(&ran), wanted, "{name}");
    }
}

#[test]
fn a_line_says_where_a_document_belongs() {
    let desk = Desk::new("stories-line");
    let ran = desk.put("a.txt", STORY).put("b.txt.gz", packed(STORY.as_bytes()));
    let ran = ran.run("stories a.txt b.txt.gz").fine();
    let [first, second] = &ran.records()[..] else { panic!("{}", ran.text()) };
    let keys: Vec<&String> = first.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["copy_kind", "copy_of", "doc", "story", "thread"]);
    assert_eq!((&first["doc"], &second["doc"]), (&json!("a"), &json!("b")));
    assert_eq!((&first["story"], &first["thread"]), (&second["story"], &second["thread"]));
    let kinds = [&first["copy_kind"], &second["copy_kind"]];
    assert!(kinds.contains(&&json!("same")) && kinds.contains(&&Value::Null), "{kinds:?}");
}

#[test]
fn records_are_taken_as_they_are() {
    let desk = Desk::new("stories-records");
    desk.put("news.jsonl", input(&case("fires.jsonl")));
    let coded = desk.run("code news.jsonl").fine().out;
    let wanted = desk.run("stories news.jsonl").fine().out;
    for line in ["stories -", "stories --input records -", "stories -j 1 --input auto -"] {
        assert_eq!(desk.feed(line, &coded).fine().out, wanted, "{line}");
    }
    let told = ["verbale: -:1: not a record: it has no `schema`"];
    let ran = desk.feed("stories --input records -", b"{\"id\":\"a\",\"text\":\"Rain.\"}\n");
    assert!(
        ran.code == 1 && ran.out.is_empty() && ran.err.contains("-:1: "),
        "{told:?}: {}",
        ran.err
    );
}

#[test]
fn the_order_of_inputs_changes_only_the_order_of_lines() {
    let desk = Desk::new("stories-order");
    let mut lines = case("fires.jsonl");
    let sorted = |ran: Ran| ran.text().lines().map(str::to_string).collect::<BTreeSet<_>>();
    let wanted = sorted(desk.feed("stories --input jsonl -", input(&lines).as_bytes()).fine());
    lines.reverse();
    let ran = desk.feed("stories --input jsonl -", input(&lines).as_bytes()).fine();
    assert_eq!(ran.records()[0]["doc"], "mill-4");
    assert_eq!(sorted(ran), wanted);
}

#[test]
fn the_window_parts_follow_ups() {
    let desk = Desk::new("stories-window");
    desk.put("news.jsonl", input(&case("fires.jsonl")));
    let alone = |window: &str| {
        let ran = desk.run(&format!("stories --window {window} news.jsonl")).fine();
        stories(&ran.records(), "doc").contains(&BTreeSet::from(["mill-4".to_string()]))
    };
    assert_eq!([alone("60"), alone("20")], [false, true]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_grouped() {
    let desk = Desk::new("stories-skips");
    let lines = format!("{}no JSON\n", input(&case("votes.jsonl")));
    let ran = desk.feed("stories --input jsonl -", lines.as_bytes());
    assert_eq!(ran.ends(1, &["-:5: not a JSON object"]).records().len(), 4);
    desk.run("stories lost.jsonl").ends(1, &["lost.jsonl: "]);
    assert!(desk.feed("stories --input jsonl -", b"").fine().out.is_empty());
}

/// Two reports of one arrest, and one of another in another country.
const ARRESTS: [(&str, &str); 3] = [
    (
        "a",
        "Police in Kenya arrested the opposition leader Ann Oloo in Nairobi on Monday. Ann Oloo was detained at her home in Nairobi.",
    ),
    (
        "b",
        "Kenyan police arrested Ann Oloo, the opposition leader, on Monday in Nairobi, her party said. Ann Oloo is held in Nairobi.",
    ),
    (
        "c",
        "Police in Peru arrested the mayor Luis Quispe in Cusco on Monday. Luis Quispe was detained in Cusco.",
    ),
];

fn arrests() -> String {
    let line = |(id, text): &(&str, &str)| {
        json!({"id": id, "published_at": "2023-05-09", "text": text}).to_string() + "\n"
    };
    ARRESTS.iter().map(line).collect()
}

/// The labels of the mentions that stand over a word, by document.
fn labels(ran: &Ran, word: &str) -> BTreeMap<String, String> {
    let text: BTreeMap<&str, &str> = ARRESTS.into_iter().collect();
    let of = |line: Value| {
        let doc = line["doc"].as_str().expect("an id").to_string();
        let at = |key: &str| line[key].as_u64().expect("an offset") as usize;
        let over = &text[doc.as_str()][at("start")..at("end")];
        (over == word).then(|| (doc, line["event"].to_string()))
    };
    ran.records().into_iter().filter_map(of).collect()
}

#[test]
fn reports_of_one_event_have_one_label() {
    let desk = Desk::new("stories-events");
    let told = labels(
        &desk.put("arrests.jsonl", arrests()).run("stories --events arrests.jsonl").fine(),
        "arrested",
    );
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told["a"], told["b"]);
    assert_ne!(told["a"], told["c"]);
}

#[test]
fn given_mentions_are_joined_in_place_of_ours() {
    let desk = Desk::new("stories-mentions");
    let mention = |(id, text): &(&str, &str)| {
        let start = text.find("arrested").expect("the word");
        json!({"doc": id, "start": start, "end": start + "arrested".len()}).to_string() + "\n"
    };
    desk.put("arrests.jsonl", arrests());
    desk.put("given.jsonl", ARRESTS.iter().map(mention).collect::<String>());
    let ran = desk.run("stories --events --mentions given.jsonl arrests.jsonl").fine();
    let told = labels(&ran, "arrested");
    assert_eq!((ran.records().len(), told.len()), (3, 3));
    assert_eq!(told["a"], told["b"]);
    assert_ne!(told["a"], told["c"]);
    assert_eq!(desk.run("stories --mentions given.jsonl arrests.jsonl").code, 2);
}

#[test]
fn events_of_stories_that_have_left_the_window_keep_their_place() {
    let desk = Desk::new("stories-events-window");
    let text = "Police in Norway arrested the mayor Kari Dahl in Bergen on Monday. Kari Dahl was \
                detained in Bergen.";
    let old = json!({"id": "old", "published_at": "2022-01-04", "text": text}).to_string();
    desk.put("arrests.jsonl", arrests() + &old + "\n");
    let told = desk.run("stories --events --window 2 arrests.jsonl").fine().records();
    let docs: Vec<&str> = told.iter().filter_map(|line| line["doc"].as_str()).collect();
    let first = docs.iter().position(|doc| *doc == "old");
    assert!(
        first.is_some_and(|at| at > 0 && docs[at..].iter().all(|doc| *doc == "old")),
        "{docs:?}"
    );
    let events = |doc: &str| -> Vec<&Value> {
        told.iter().filter(|line| line["doc"] == doc).map(|line| &line["event"]).collect()
    };
    assert!(!events("old").is_empty() && !events("c").is_empty());
    assert!(events("old").iter().all(|event| !events("c").contains(event)));
}
