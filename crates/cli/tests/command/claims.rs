//! A claim is a claim in every form: records as JSON Lines, as CSV and as a page say the same of who
//! asserts an event, whether it happened, and through whom a statement came.

use crate::program::{Desk, examples, root};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;

/// What the forms must agree on, by the key of a document and the id of a record.
type Told = HashMap<(String, String), String>;

/// Told by a person whom another person cites, about something that did not happen; a bare fact.
const NESTED: &str = "Kenya said that Uganda claimed that Ghana had not attacked Togo.\n\n\
    Chile thanked Peru.\n";

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().into_iter().flatten().collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

fn joined(items: &[&Value]) -> String {
    items.iter().map(|v| text(v)).collect::<Vec<_>>().join(" | ")
}

/// Runs over the examples, the golden story and the nested claims.
fn coded(desk: &Desk, more: &str) -> Vec<u8> {
    let mut words = vec!["code", "-q"];
    words.extend(more.split_whitespace());
    let golden = fs::read(root().join("tests/golden/story.txt")).expect("the golden story");
    desk.put("golden.txt", golden).put("nested.txt", NESTED);
    let examples = examples();
    words.extend(examples.iter().map(String::as_str));
    words.extend(["golden.txt", "nested.txt"]);
    desk.run_words(&words).fine().out
}

fn records(desk: &Desk) -> Vec<Value> {
    let out = String::from_utf8(coded(desk, "")).expect("UTF-8");
    crate::program::records(&out)
}

/// A row of every event, made by `tell`.
fn of_events(records: &[Value], tell: impl Fn(&Value, &Value) -> String) -> Told {
    let mut told = Told::new();
    for record in records {
        let key = text(&record["doc"]["key"]);
        for event in list(&record["events"]) {
            told.insert((key.clone(), text(&event["id"])), tell(record, event));
        }
    }
    let claims = told.values().filter(|t| t.contains('s')).count();
    assert!(claims > 5 && claims + 5 < told.len(), "{claims} claims among {}", told.len());
    told
}

/// The cells of some columns of a table, by key and id.
fn cells(desk: &Desk, table: &str, id: &str, columns: &[&str]) -> Told {
    let path = desk.path("tables").join(table);
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|c| c == name).expect(name);
    let row = |row: csv::StringRecord| {
        let told: Vec<&str> = columns.iter().map(|c| &row[at(c)]).collect();
        ((row[at("doc_key")].to_string(), row[at(id)].to_string()), told.join(" / "))
    };
    reader.records().map(|r| row(r.expect("a row"))).collect()
}

#[track_caller]
fn agree(ours: &Told, theirs: &Told) {
    assert_eq!(ours.len(), theirs.len());
    for (at, told) in ours {
        assert_eq!(theirs.get(at), Some(told), "{at:?}");
    }
}

#[test]
fn json_has_the_chain_of_claims() {
    let desk = Desk::new("claims-json");
    let record = records(&desk).pop().expect("the nested claims");
    let events = list(&record["events"]);
    let of = |kind: &str| events.iter().find(|e| e["type"] == kind).expect(kind);
    let speaker = |id: &Value| {
        let statement = list(&record["statements"]).into_iter().find(|s| s["id"] == *id);
        text(&statement.expect("a statement of that id")["speaker"]["code"])
    };
    let attack = of("ASSAULT");
    let voices: Vec<String> = list(&attack["according_to"]).into_iter().map(speaker).collect();
    assert_eq!(voices, ["KEN", "UGA"], "outermost first");
    assert_eq!(attack["polarity"], "-");
    let thanks = of("SUPPORT");
    assert_eq!(
        (&thanks["according_to"], &thanks["polarity"]),
        (&Value::from(Vec::<Value>::new()), &"+".into())
    );
}

#[test]
fn the_speaker_is_who_is_cited_and_not_who_passed_it_on() {
    let desk = Desk::new("claims-cited");
    let cited = "Reuters, citing the Kenyan foreign ministry, said that Uganda had attacked Ghana.";
    let record = desk.feed("code -", cited.as_bytes()).fine().records().remove(0);
    let statement = &record["statements"][0];
    assert_eq!(statement["speaker"]["code"], "KEN.GOV.MFA");
    let via: Vec<String> = list(&statement["via"]).iter().map(|v| text(&v["name"])).collect();
    assert_eq!(via, ["Reuters"]);
}

#[test]
fn tables_say_who_claims_and_what_did_not_happen() {
    let desk = Desk::new("claims-csv");
    let records = records(&desk);
    coded(&desk, "--format csv -o tables");
    let columns = ["according_to", "according_to_names", "polarity"];
    let ours = of_events(&records, |record, event| {
        let ids = list(&event["according_to"]);
        let statements =
            list(&record["statements"]).into_iter().filter(|s| ids.contains(&&s["id"]));
        let name = |s: &Value| s["speaker"]["name"].as_str().unwrap_or("-").to_string();
        let mut names: Vec<(usize, String)> = statements
            .map(|s| (ids.iter().position(|id| **id == s["id"]).expect("among them"), name(s)))
            .collect();
        names.sort();
        let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
        format!("{} / {} / {}", joined(&ids), names.join(" | "), text(&event["polarity"]))
    });
    assert!(ours.values().any(|t| t.ends_with(" / -")), "nothing that did not happen");
    agree(&ours, &cells(&desk, "events.csv", "event_id", &columns));
}

#[test]
fn tables_say_through_whom_a_statement_came() {
    let desk = Desk::new("claims-via");
    let records = records(&desk);
    coded(&desk, "--format csv -o tables");
    let mut ours = Told::new();
    for record in &records {
        for statement in list(&record["statements"]) {
            let via: Vec<&Value> =
                list(&statement["via"]).into_iter().map(|v| &v["name"]).collect();
            let told = format!("{} / {}", text(&statement["speaker"]["name"]), joined(&via));
            ours.insert((text(&record["doc"]["key"]), text(&statement["id"])), told);
        }
    }
    assert!(ours.values().any(|t| !t.ends_with(" / ")), "no statement came through anybody");
    agree(&ours, &cells(&desk, "statements.csv", "statement_id", &["speaker", "via"]));
}

/// The rows of a table, gathered by event: what some of its columns say, in the order of the rows.
fn gathered(desk: &Desk, table: &str, columns: [&str; 2]) -> Told {
    let mut reader = csv::Reader::from_path(desk.path("tables").join(table)).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|c| c == name).expect(name);
    let mut told = Told::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let event = told.entry((row[at("doc_key")].to_string(), row[at("event_id")].to_string()));
        let words = columns.map(|c| &row[at(c)]).join("=");
        event.and_modify(|all| *all += &format!(" {words}")).or_insert(words);
    }
    told
}

#[test]
fn tables_of_parts_have_every_voice_and_every_party() {
    let desk = Desk::new("claims-parts");
    let records = records(&desk);
    coded(&desk, "--format csv -o tables");
    let (mut voices, mut parts) = (Told::new(), Told::new());
    for record in &records {
        for event in list(&record["events"]) {
            let at = (text(&record["doc"]["key"]), text(&event["id"]));
            let ids = list(&event["according_to"]).into_iter().zip(1..);
            let ids: Vec<String> = ids.map(|(id, depth)| format!("{depth}={}", text(id))).collect();
            voices.insert(at.clone(), ids.join(" "));
            let side = |role: &str, key: &str| -> Vec<String> {
                list(&event[key]).iter().map(|p| format!("{role}={}", text(&p["code"]))).collect()
            };
            let both = [side("actor", "actors"), side("recipient", "recipients")].concat();
            parts.insert(at, both.join(" "));
        }
    }
    voices.retain(|_, told| !told.is_empty());
    parts.retain(|_, told| !told.is_empty());
    assert!(voices.values().any(|told| told.contains("2=")), "no claim in a claim");
    agree(&voices, &gathered(&desk, "voices.csv", ["depth", "statement_id"]));
    agree(&parts, &gathered(&desk, "participants.csv", ["role", "code"]));
}

/// The value of an attribute in the tag that `html` begins with.
fn attribute<'h>(html: &'h str, name: &str) -> &'h str {
    let rest = html.split_once(&format!("{name}=\"")).expect(name).1;
    rest.split_once('"').expect("a closing mark").0
}

/// The ids in brackets, in order.
fn bracketed(voices: &str) -> String {
    let ids = voices.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    ids.map(|(id, _)| id).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_page_shows_who_claims_and_what_did_not_happen() {
    let desk = Desk::new("claims-page");
    let records = records(&desk);
    let page = String::from_utf8(coded(&desk, "--format html")).expect("UTF-8");
    let articles: Vec<&str> = page.split("<article ").skip(1).collect();
    assert_eq!(articles.len(), records.len());
    let mut theirs = Told::new();
    for (article, record) in articles.into_iter().zip(&records) {
        for card in article.split("<button ").skip(1) {
            let classes: Vec<&str> = attribute(card, "class").split(' ').collect();
            if !classes.contains(&"event") {
                continue;
            }
            let line = card.split_once("<i>according to</i> ").expect("a line of voices").1;
            let voices = line.split_once("</span>").expect("its end").0;
            let own = voices == "the outlet, in its own voice";
            assert_eq!(classes.contains(&"claim"), !own, "{voices}");
            let not = if card.contains("<span>did not happen</span>") { "-" } else { "+" };
            let told = format!("{} / {not}", bracketed(voices));
            assert!(own == told.starts_with(" / "), "{voices}");
            let at = (text(&record["doc"]["key"]), attribute(card, "data-id").to_string());
            theirs.insert(at, told);
        }
    }
    let ours = of_events(&records, |_, event| {
        format!("{} / {}", joined(&list(&event["according_to"])), text(&event["polarity"]))
    });
    agree(&ours, &theirs);
}
